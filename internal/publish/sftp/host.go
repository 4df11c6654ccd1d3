package sftp

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"blandongan/internal/publish/store"
)

// systemHosts are the hosts that whoever runs this machine knows.
const systemHosts = "/etc/ssh/ssh_known_hosts"

// knownHosts are the files with hosts' keys, our own first.
func (s Config) knownHosts() ([]string, error) {
	if s.KnownHosts != "" {
		return []string{s.KnownHosts}, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, err
	}
	return []string{filepath.Join(home, ".ssh", "known_hosts"), systemHosts}, nil
}

// hosts checks who answers.
type hosts struct {
	check ssh.HostKeyCallback
	// algorithms are kinds of keys to ask for: a host has several keys, and shows one.
	algorithms []string
}

func (s Config) hosts() (hosts, error) {
	files, err := s.knownHosts()
	if err != nil {
		return hosts{}, err
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		_, err := os.Stat(f)
		return errors.Is(err, fs.ErrNotExist)
	})
	known, err := knownhosts.New(files...)
	if err != nil {
		return hosts{}, store.Because(err, "hosts-unreadable", strings.Join(files, ", "))
	}
	check := func(address string, remote net.Addr, key ssh.PublicKey) error {
		return s.explainHost(known(address, remote, key), key)
	}
	return hosts{check, s.algorithms(known)}, nil
}

// explainHost puts into words that a host is not the one we know.
func (s Config) explainHost(err error, key ssh.PublicKey) error {
	shown := ssh.FingerprintSHA256(key)
	if revoked := new(knownhosts.RevokedError); errors.As(err, &revoked) {
		return store.NewFault("host-revoked", s.HostPort(), shown,
			fmt.Sprintf("%s:%d", revoked.Revoked.Filename, revoked.Revoked.Line))
	}
	other := new(knownhosts.KeyError)
	_, certificate := key.(*ssh.Certificate)
	switch {
	case err == nil:
		return nil
	case certificate:
		return store.Because(err, "host-certificate", s.HostPort(), shown)
	case !errors.As(err, &other):
		return err
	}
	if len(other.Want) == 0 {
		return store.NewFault("host-unknown", s.HostPort(), key.Type(), shown)
	}
	var known []string
	for _, w := range other.Want {
		known = append(known, fmt.Sprintf("%s %s (%s:%d)", w.Key.Type(), ssh.FingerprintSHA256(w.Key), w.Filename,
			w.Line))
	}
	return store.NewFault("host-changed", s.HostPort(), key.Type()+" "+shown, strings.Join(known, ", "))
}

// algorithms asks for the keys that are known first, for a host that shows another
// of its keys would look like a stranger. Any other may come after: then we can
// say what changed. Certificates are asked for where an authority is known.
func (s Config) algorithms(known ssh.HostKeyCallback) []string {
	kinds := []string{ssh.KeyAlgoED25519}
	authority := false
	if nobody, err := ssh.NewPublicKey(ed25519.PublicKey(make([]byte, ed25519.PublicKeySize))); err == nil {
		wanted := new(knownhosts.KeyError)
		if errors.As(known(s.HostPort(), &net.TCPAddr{}, nobody), &wanted) && len(wanted.Want) > 0 {
			kinds = nil
			for _, w := range wanted.Want {
				kinds = append(kinds, algorithmsOf(w.Key.Type())...)
				authority = authority || isAuthority(w)
			}
		}
	}
	all := ssh.SupportedAlgorithms().HostKeys
	certificate := func(a string) bool { return strings.Contains(a, "-cert-") }
	rest := slices.DeleteFunc(slices.Clone(all), certificate)
	if authority {
		kinds = append(slices.DeleteFunc(slices.Clone(all), func(a string) bool { return !certificate(a) }), kinds...)
	}
	for _, a := range rest {
		if !slices.Contains(kinds, a) {
			kinds = append(kinds, a)
		}
	}
	return kinds
}

// algorithmsOf are the algorithms of a kind of key: RSA has several, and the oldest
// is not safe any more.
func algorithmsOf(kind string) []string {
	if kind == ssh.KeyAlgoRSA {
		return []string{ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256}
	}
	return []string{kind}
}

// isAuthority says that a line is about whoever certifies hosts; the library does
// not tell.
func isAuthority(k knownhosts.KnownKey) bool {
	data, err := os.ReadFile(k.Filename)
	if err != nil {
		return false
	}
	lines := bytes.Split(data, []byte("\n"))
	return k.Line <= len(lines) && bytes.HasPrefix(bytes.TrimSpace(lines[k.Line-1]), []byte("@cert-authority"))
}

// HostKey asks the host who it is, without logging in: the fingerprint of its key
// for people, the line for known_hosts, and whether that knows it. A host that
// shows another key than the one known, or a revoked one, is a fault.
func (s Config) HostKey(ctx context.Context) (fingerprint, line string, known bool, err error) {
	h, err := s.hosts()
	if err != nil {
		return "", "", false, err
	}
	asked := errors.New("that was all we wanted to know")
	var judged error
	config := &ssh.ClientConfig{User: s.User, HostKeyAlgorithms: h.algorithms,
		HostKeyCallback: func(address string, remote net.Addr, key ssh.PublicKey) error {
			judged = h.check(address, remote, key)
			fingerprint, line = ssh.FingerprintSHA256(key), knownhosts.Line([]string{address}, key)
			return asked
		}}
	ctx, cancel := context.WithTimeout(ctx, dialFor)
	defer cancel()
	if _, _, err := s.connect(ctx, config); !errors.Is(err, asked) {
		if !store.IsFinal(err) {
			err = store.Because(err, "unreachable", s.HostPort())
		}
		return "", "", false, err
	}
	if store.IsFault(judged, "host-unknown") {
		return fingerprint, line, false, nil
	}
	return fingerprint, line, judged == nil, judged
}

// Trust adds a line from [Config.HostKey] to known_hosts, and tells which file that is.
func (s Config) Trust(line string) (file string, err error) {
	if _, _, _, _, rest, err := ssh.ParseKnownHosts([]byte(line + "\n")); err != nil || len(rest) > 0 {
		return "", fmt.Errorf("no line for known_hosts: %q", line)
	}
	files, err := s.knownHosts()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(files[0]), 0o700); err != nil {
		return "", store.Because(err, "refused", files[0])
	}
	h, err := os.OpenFile(files[0], os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return "", store.Because(err, "refused", files[0])
	}
	line += "\n"
	if info, err := h.Stat(); err == nil && info.Size() > 0 {
		last := make([]byte, 1)
		if _, err := h.ReadAt(last, info.Size()-1); err == nil && last[0] != '\n' {
			line = "\n" + line // whoever edited the file forgot it
		}
	}
	_, err = h.WriteString(line) // whole: others read it meanwhile
	return files[0], errors.Join(err, h.Close())
}
