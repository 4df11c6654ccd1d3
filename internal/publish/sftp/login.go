package sftp

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"blandongan/internal/publish/store"
)

// usualKeys are tried when no key is named and the agent has none.
var usualKeys = []string{"id_ed25519", "id_ecdsa", "id_rsa"}

// keysBesidePassword is how many of an agent's keys are shown to a host that may
// want a password after them: six attempts are the most a host takes.
const keysBesidePassword = 4

// login is how we say who we are.
type login struct {
	methods []ssh.AuthMethod
	tried   []string // for people
	agent   net.Conn // if there is one; it signs until closed
}

// login gathers what we have: keys, then the password.
func (s Config) login() (*login, error) {
	l := &login{}
	signers, err := l.signers(s)
	if err != nil {
		l.close()
		return nil, err
	}
	if len(signers) > 0 {
		l.methods = append(l.methods, ssh.PublicKeys(signers...))
	}
	if s.Password != "" {
		l.tried = append(l.tried, s.PasswordFrom)
		l.methods = append(l.methods, ssh.Password(s.Password), ssh.KeyboardInteractive(s.answer))
	}
	return l, nil
}

func (l *login) close() {
	if l.agent != nil {
		_ = l.agent.Close()
	}
}

// answer gives the password to each question that is answered unseen.
func (s Config) answer(_, _ string, questions []string, seen []bool) ([]string, error) {
	answers := make([]string, len(questions))
	for i := range questions {
		if !seen[i] {
			answers[i] = s.Password
		}
	}
	return answers, nil
}

func (l *login) signers(s Config) ([]ssh.Signer, error) {
	if s.KeyFile != "" {
		signer, err := l.key(s, s.KeyFile)
		if err != nil {
			return nil, err
		}
		l.tried = append(l.tried, s.KeyFile)
		return []ssh.Signer{signer}, nil
	}
	signers := l.ofAgent()
	if s.Password != "" {
		signers = signers[:min(len(signers), keysBesidePassword)]
	}
	if len(signers) > 0 {
		l.tried = append(l.tried, fmt.Sprintf("ssh-agent (%d)", len(signers)))
		return signers, nil
	}
	return l.usual(s)
}

// Loose are the private keys of our login that others on this machine may read: OpenSSH
// uses no such key.
func (s Config) Loose() (files []string) {
	all := []string{s.KeyFile}
	if home, err := os.UserHomeDir(); s.KeyFile == "" && err == nil {
		all = nil
		for _, name := range usualKeys {
			all = append(all, filepath.Join(home, ".ssh", name))
		}
	}
	for _, file := range all {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 {
			files = append(files, file)
		}
	}
	return files
}

// usual are the keys in their usual places. One that is locked is worth a word only
// when we have nothing else.
func (l *login) usual(s Config) (signers []ssh.Signer, err error) {
	home, failed := os.UserHomeDir()
	if failed != nil {
		return nil, nil
	}
	for _, name := range usualKeys {
		file := filepath.Join(home, ".ssh", name)
		signer, e := l.key(s, file)
		switch {
		case e == nil:
			signers = append(signers, signer)
			l.tried = append(l.tried, file)
		case !errors.Is(e, fs.ErrNotExist) && err == nil:
			err = e
		}
	}
	if len(signers) > 0 || s.Password != "" {
		err = nil
	}
	return signers, err
}

// key reads a private key. One with a passphrase that nobody gave may lie in the
// agent, unlocked.
func (l *login) key(s Config, file string) (ssh.Signer, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, store.Because(err, "key-unreadable", file)
	}
	signer, err := ssh.ParsePrivateKey(data)
	locked := new(ssh.PassphraseMissingError)
	switch {
	case err == nil:
		return signer, nil
	case !errors.As(err, &locked):
		return nil, store.Because(err, "key-unreadable", file)
	case s.Passphrase != "":
		signer, err = ssh.ParsePrivateKeyWithPassphrase(data, []byte(s.Passphrase))
		if err != nil {
			return nil, store.NewFault("key-passphrase-wrong", file, s.PassphraseFrom)
		}
		return signer, nil
	}
	if locked.PublicKey != nil {
		for _, signer := range l.ofAgent() {
			if bytes.Equal(signer.PublicKey().Marshal(), locked.PublicKey.Marshal()) {
				return signer, nil
			}
		}
	}
	return nil, store.NewFault("key-locked", file, s.PassphraseFrom)
}

// ofAgent are the keys of the agent, none when there is no agent.
func (l *login) ofAgent() []ssh.Signer {
	socket := os.Getenv("SSH_AUTH_SOCK")
	if socket == "" {
		return nil
	}
	if l.agent == nil {
		conn, err := net.Dial("unix", socket)
		if err != nil {
			return nil
		}
		l.agent = conn
	}
	signers, err := agent.NewClient(l.agent).Signers()
	if err != nil {
		return nil
	}
	return signers
}

// refusals are what the library says when a host lets nobody in: it has no types
// for it. Message 51 is the refusal itself (RFC 4252), where a host offers to ask
// questions and then asks none.
var refusals = []string{"unable to authenticate", "Too many authentication failures", "unexpected message type 51"}

// explain puts into words that a host let nobody in.
func (l *login) explain(err error, s Config) error {
	if store.IsFinal(err) || !slices.ContainsFunc(refusals,
		func(r string) bool { return strings.Contains(err.Error(), r) }) {
		return err
	}
	if len(l.methods) == 0 {
		return store.NewFault("login-nothing", s.HostPort(), s.User,
			strings.Join(append(l.tried, s.PasswordFrom), ", "))
	}
	return store.NewFault("login-refused", s.HostPort(), s.User, strings.Join(l.tried, ", "))
}
