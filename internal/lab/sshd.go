package lab

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// Key is a pair of keys, the private one in a file.
type Key struct {
	File   string
	Public ssh.PublicKey
	Secret ed25519.PrivateKey
}

// NewKey makes one in a folder. The file is locked if there is a passphrase.
func NewKey(t testing.TB, dir, name, passphrase string) Key {
	t.Helper()
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(secret, "")
	if passphrase != "" {
		block, err = ssh.MarshalPrivateKeyWithPassphrase(secret, "", []byte(passphrase))
	}
	if err != nil {
		t.Fatal(err)
	}
	k := Key{File: filepath.Join(dir, name), Secret: secret}
	if k.Public, err = ssh.NewPublicKey(secret.Public()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(k.File, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	return k
}

// SSHDOptions say how a server differs from the plainest.
type SSHDOptions struct {
	Subsystem string   // how SFTP is served: "internal-sftp" when empty
	Lines     []string // of its configuration, before ours: the first of a kind counts
}

// SSHD is Debian's sshd on a free port of this machine. It lets in the user of
// the test with the key Login.
type SSHD struct {
	Dir         string // of its files
	Port        int    // on 127.0.0.1
	Host, Login Key
	t           testing.TB
	cmd         *exec.Cmd
	ended       chan struct{}
	inside      []int // processes of those who are in, after stop
	mu          sync.Mutex
	log         bytes.Buffer // guarded by mu
}

// StartSSHD starts a server; it ends with the test.
func StartSSHD(t testing.TB, o SSHDOptions) *SSHD {
	t.Helper()
	Program(t, "sshd", "openssh-server")
	if os.Getuid() == 0 {
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil { // as the system's own start would
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	s := &SSHD{t: t, Dir: dir, Host: NewKey(t, dir, "host", ""), Login: NewKey(t, dir, "login", "")}
	s.Authorize(s.Login)
	if o.Subsystem == "" {
		o.Subsystem = "internal-sftp"
	}
	lines := append(o.Lines, "HostKey "+s.Host.File, "AuthorizedKeysFile "+filepath.Join(dir, "authorized"),
		"StrictModes no", "UsePAM no", "PidFile none", "PermitRootLogin yes", "LogLevel VERBOSE", "MaxStartups 100",
		"UseDNS no", "Subsystem sftp "+o.Subsystem,
		// In its first shell below sshd bash reads the user's own file: that takes long, and leaves locks when killed.
		"SetEnv SHLVL=9")
	s.Write("config", strings.Join(lines, "\n")+"\n")
	for range 10 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		s.Port = l.Addr().(*net.TCPAddr).Port
		l.Close()
		if s.Start() {
			t.Cleanup(s.Kill)
			return s
		}
	}
	t.Fatalf("sshd does not start: %s", s.Said())
	return nil
}

// Write writes one of the server's files, and returns where it is.
func (s *SSHD) Write(name, text string) string {
	s.t.Helper()
	file := filepath.Join(s.Dir, name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
	return file
}

// Authorize lets in who has one of these keys.
func (s *SSHD) Authorize(keys ...Key) {
	s.t.Helper()
	var b bytes.Buffer
	for _, k := range keys {
		b.Write(ssh.MarshalAuthorizedKey(k.Public))
	}
	s.Write("authorized", b.String())
}

// Start starts the server, again after a stop, and says whether it listens.
func (s *SSHD) Start() bool {
	s.t.Helper()
	s.cmd = exec.Command("/usr/sbin/sshd", "-D", "-e", "-f", filepath.Join(s.Dir, "config"),
		"-o", "ListenAddress=127.0.0.1:"+strconv.Itoa(s.Port))
	out, err := s.cmd.StderrPipe()
	if err == nil {
		err = s.cmd.Start()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	listens := make(chan bool, 1)
	s.ended = make(chan struct{})
	go func() {
		defer close(s.ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			s.mu.Lock()
			s.log.Write(append(lines.Bytes(), '\n'))
			s.mu.Unlock()
			if strings.HasPrefix(lines.Text(), "Server listening") {
				listens <- true
			}
		}
		select {
		case listens <- false:
		default:
		}
	}()
	if <-listens {
		return true
	}
	s.Kill()
	return false
}

// Said is what the server has told.
func (s *SSHD) Said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// Stop makes the server let nobody else in. Those who are in stay until kill.
func (s *SSHD) Stop() {
	s.inside = descendants(s.cmd.Process.Pid)
	_ = s.cmd.Process.Kill()
	_, _ = s.cmd.Process.Wait()
}

// Kill ends the server with all its connections at once.
func (s *SSHD) Kill() {
	if s.cmd == nil {
		return
	}
	for _, process := range append(append(descendants(s.cmd.Process.Pid), s.inside...), s.cmd.Process.Pid) {
		if p, err := os.FindProcess(process); err == nil {
			_ = p.Kill()
		}
	}
	<-s.ended
	_ = s.cmd.Wait()
	s.cmd = nil
}

// descendants are the processes that a process has started, and theirs.
func descendants(parent int) (all []int) {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range stats {
		data, err := os.ReadFile(stat)
		if err != nil {
			continue
		}
		fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
		if fields[1] == strconv.Itoa(parent) {
			process, _ := strconv.Atoi(filepath.Base(filepath.Dir(stat)))
			all = append(append(all, process), descendants(process)...)
		}
	}
	return all
}

// Known is a file of known hosts in which the server is known by these ports.
func (s *SSHD) Known(name string, ports ...int) string {
	s.t.Helper()
	var b strings.Builder
	for _, port := range ports {
		fmt.Fprintln(&b, knownhosts.Line([]string{"127.0.0.1:" + strconv.Itoa(port)}, s.Host.Public))
	}
	return s.Write(name, b.String())
}

// Address is host:port.
func (s *SSHD) Address() string { return "127.0.0.1:" + strconv.Itoa(s.Port) }
