package destination

import (
	"cmp"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// SFTP is a folder on a server, written user@host[:port]/path. What stands after
// the first slash is the path from the server's root, unless it begins with "~/":
// then it is taken from the folder in which the login ends.
type SFTP struct {
	User, Host string
	Port       int
	// Path has no slash at its end, but for the root. It is relative when the login's
	// own folder is meant: "." for that itself.
	Path string
}

// usualPort is where hosts are reached when no port is written.
const usualPort = 22

// HostPort is where the host is reached: its name as known_hosts has it, without
// capitals, and the port.
func (s SFTP) HostPort() string {
	return net.JoinHostPort(strings.ToLower(s.Host), strconv.Itoa(cmp.Or(s.Port, usualPort)))
}

// Name is the address of a folder of the host, for people.
func (s SFTP) Name(folder string) string {
	host := strings.ToLower(s.Host)
	if cmp.Or(s.Port, usualPort) != usualPort {
		host = s.HostPort()
	}
	return "sftp://" + host + folder
}

// login is what stands before the path.
func (s SFTP) login() string {
	host := s.Host
	if strings.Contains(host, ":") || s.Port != usualPort {
		host = net.JoinHostPort(host, strconv.Itoa(s.Port))
	}
	return s.User + "@" + host + "/"
}

// ReadLiteral accepts user@host/path and user@host:port/path, also with sftp://
// before it.
func (s *SFTP) ReadLiteral(word string) *diag.Problem {
	if isMasked(word) {
		return records.Refuse("secret-written")
	}
	user, rest, ok := strings.Cut(strings.TrimPrefix(word, "sftp://"), "@")
	host, path, below := strings.Cut(rest, "/")
	name, port := host, strconv.Itoa(usualPort)
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		name, port = host[:i], host[i+1:]
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	number, err := strconv.Atoi(port)
	fits := ok && below && user != "" && !strings.ContainsAny(user, "/:") && isHost(name) && value.IsPlainPath("/"+path)
	if !fits || strings.ContainsFunc(word, unicode.IsControl) || err != nil || number < 1 || number > 65535 {
		return records.RefuseHint("bad-sftp", word, "sftp-form")
	}
	s.User, s.Host, s.Port = user, name, number
	switch path = strings.TrimRight(path, "/"); {
	case path == "~":
		s.Path = "."
	case strings.HasPrefix(path, "~/"):
		s.Path = path[2:]
	default:
		s.Path = "/" + path
	}
	return nil
}

// hostForm is a name of a host.
var hostForm = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$`)

// isHost says whether a text is a name or an address of a host.
func isHost(name string) bool {
	_, err := netip.ParseAddr(name)
	return err == nil || hostForm.MatchString(name) && len(name) <= 253
}

// S3 is a place in a bucket, written https://endpoint/bucket/prefix.
type S3 struct {
	// Endpoint is scheme, host and port, without a slash at its end.
	Endpoint, Bucket string
	// Prefix stands before the name of every object; it ends in a slash or is "".
	Prefix string
}

// String returns the address.
func (s S3) String() string { return s.Endpoint + "/" + s.Bucket + "/" + s.Prefix }

var bucketName = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$`)

// ReadLiteral accepts an http or https address of a host and a path that begins
// with the bucket.
func (s *S3) ReadLiteral(word string) *diag.Problem {
	if isMasked(word) {
		return records.Refuse("secret-written")
	}
	u, err := url.Parse(word)
	if err != nil || !isEndpoint(u) || !isHost(u.Hostname()) || strings.ContainsAny(word, "?#\\") {
		return records.RefuseHint("bad-s3", word, "s3-form")
	}
	path := strings.Trim(u.Path, "/")
	bucket, prefix, _ := strings.Cut(path, "/")
	switch {
	case bucket == "" || !value.IsPlainPath(path):
		return records.RefuseHint("bad-s3", word, "s3-form")
	case !bucketName.MatchString(bucket):
		return records.RefuseHint("bad-s3", word, "s3-bucket", bucket)
	}
	s.Endpoint, s.Bucket = u.Scheme+"://"+u.Host, bucket
	if prefix != "" {
		s.Prefix = prefix + "/"
	}
	return nil
}

// isEndpoint says whether an address, but for its path, is one where storage answers.
func isEndpoint(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil
}

// EndpointURL is the endpoint in its parts; false when it is more or less than scheme,
// host and port.
func (s S3) EndpointURL() (*url.URL, bool) {
	u, err := url.Parse(s.Endpoint)
	if err != nil || !isEndpoint(u) || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.ForceQuery ||
		u.Fragment != "" {
		return nil, false
	}
	u.Path = ""
	return u, true
}

// Name is the address for people.
func (s S3) Name(host string) string {
	name := "s3://" + host + "/" + s.Bucket
	if prefix := strings.Trim(s.Prefix, "/"); prefix != "" {
		name += "/" + prefix
	}
	return name
}

// plain says whether what is sent could be read on its way: over http, and not to
// this machine itself.
func (s S3) plain() bool {
	u, ok := s.EndpointURL()
	if !ok || u.Scheme != "http" {
		return false
	}
	addr, err := netip.ParseAddr(u.Hostname())
	return u.Hostname() != "localhost" && (err != nil || !addr.IsLoopback())
}

// Example returns a folder on a server.
func (*SFTP) Example() string { return "etalase@host.example/home/etalase/public_html" }

// Pattern returns how it looks: see records.Patterned.
func (*SFTP) Pattern() string { return `^(sftp://)?[^/:@]+@[^/@]+/` }

// Example returns a place in a bucket.
func (*S3) Example() string { return "https://s3.example.org/bucket/etalase" }

// Pattern returns how it looks: see records.Patterned.
func (*S3) Pattern() string { return `^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\]+/[^?#\\]+$` }
