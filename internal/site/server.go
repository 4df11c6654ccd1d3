package site

import (
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

// targetName is a name of letters, digits and hyphens: an environment variable can
// bear it, and a command line.
var targetName = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

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

// ReadLiteral accepts user@host/path and user@host:port/path, also with sftp://
// before it.
func (s *SFTP) ReadLiteral(word string) *diag.Problem {
	if strings.Contains(word, records.Masked) {
		return records.Refuse("secret-written")
	}
	user, rest, ok := strings.Cut(strings.TrimPrefix(word, "sftp://"), "@")
	host, path, below := strings.Cut(rest, "/")
	name, port := host, "22"
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		name, port = host[:i], host[i+1:]
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	number, err := strconv.Atoi(port)
	if !ok || !below || user == "" || strings.ContainsAny(user, "/:") || strings.ContainsFunc(word, oddInAddress) || !isHost(name) || err != nil || number < 1 || number > 65535 || !value.IsPlainPath("/"+path) {
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

// oddInAddress says whether a character cannot stand in an address. A path may
// have blanks.
func oddInAddress(r rune) bool { return unicode.IsControl(r) }

var hostForm = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$`)

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
	if strings.Contains(word, records.Masked) {
		return records.Refuse("secret-written")
	}
	u, err := url.Parse(word)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !isHost(u.Hostname()) || u.User != nil || strings.ContainsAny(word, "?#\\") {
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

// plain says whether what is sent could be read on its way: over http, and not to
// this machine itself.
func (s S3) plain() bool {
	rest, plain := strings.CutPrefix(s.Endpoint, "http://")
	if !plain {
		return false
	}
	host := rest
	if h, _, err := net.SplitHostPort(rest); err == nil {
		host = h
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return host != "localhost" && (err != nil || !addr.IsLoopback())
}

// Example returns a folder on a server.
func (*SFTP) Example() string { return "etalase@host.example/home/etalase/public_html" }

// Example returns a place in a bucket.
func (*S3) Example() string { return "https://s3.example.org/bucket/etalase" }
