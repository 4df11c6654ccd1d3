package publish

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"blandongan/internal/lab"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// enough is how long a test waits for what should happen at once.
const enough = 30 * time.Second

const sftpServer = "/usr/lib/openssh/sftp-server"

func root(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		lab.Lack(t, "only root can do this")
	}
}

func command(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, out)
	}
}

// until waits for something that comes by itself.
func until(t *testing.T, what string, yes func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	for look := time.NewTicker(5 * time.Millisecond); !yes(); {
		select {
		case <-look.C:
		case <-ctx.Done():
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// key is a pair of keys, the private one in a file.
type key struct {
	file   string
	public ssh.PublicKey
	secret ed25519.PrivateKey
}

func newKey(t *testing.T, dir, name, passphrase string) key {
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
	k := key{file: filepath.Join(dir, name), secret: secret}
	if k.public, err = ssh.NewPublicKey(secret.Public()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(k.file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	return k
}

// sshdOptions say how a server differs from the plainest.
type sshdOptions struct {
	subsystem string   // how SFTP is served: "internal-sftp" when empty
	lines     []string // of its configuration, before ours: the first of a kind counts
}

// sshServer is Debian's sshd on a free port of this machine. It lets in the user of
// the test with the key login.
type sshServer struct {
	t           *testing.T
	dir         string
	port        int
	host, login key
	cmd         *exec.Cmd
	ended       chan struct{}
	inside      []int // processes of those who are in, after stop
	mu          sync.Mutex
	log         bytes.Buffer // guarded by mu
}

// startSSHD starts a server; it ends with the test.
func startSSHD(t *testing.T, o sshdOptions) *sshServer {
	t.Helper()
	lab.Program(t, "sshd", "openssh-server")
	if os.Getuid() == 0 {
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil { // as the system's own start would
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	s := &sshServer{t: t, dir: dir, host: newKey(t, dir, "host", ""), login: newKey(t, dir, "login", "")}
	s.authorize(s.login)
	if o.subsystem == "" {
		o.subsystem = "internal-sftp"
	}
	lines := append(o.lines, "HostKey "+s.host.file, "AuthorizedKeysFile "+filepath.Join(dir, "authorized"), "StrictModes no",
		"UsePAM no", "PidFile none", "PermitRootLogin yes", "LogLevel VERBOSE", "MaxStartups 100", "UseDNS no", "Subsystem sftp "+o.subsystem)
	s.write("config", strings.Join(lines, "\n")+"\n")
	for range 10 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		s.port = l.Addr().(*net.TCPAddr).Port
		l.Close()
		if s.start() {
			t.Cleanup(s.kill)
			return s
		}
	}
	t.Fatalf("sshd does not start: %s", s.said())
	return nil
}

func (s *sshServer) write(name, text string) string {
	s.t.Helper()
	file := filepath.Join(s.dir, name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
	return file
}

// authorize lets in who has one of these keys.
func (s *sshServer) authorize(keys ...key) {
	s.t.Helper()
	var b bytes.Buffer
	for _, k := range keys {
		b.Write(ssh.MarshalAuthorizedKey(k.public))
	}
	s.write("authorized", b.String())
}

// start starts the server, again after a stop, and says whether it listens.
func (s *sshServer) start() bool {
	s.t.Helper()
	s.cmd = exec.Command("/usr/sbin/sshd", "-D", "-e", "-f", filepath.Join(s.dir, "config"),
		"-o", "ListenAddress=127.0.0.1:"+strconv.Itoa(s.port))
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
	s.kill()
	return false
}

// said is what the server has told.
func (s *sshServer) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// stop makes the server let nobody else in. Those who are in stay until kill.
func (s *sshServer) stop() {
	s.inside = descendants(s.cmd.Process.Pid)
	_ = s.cmd.Process.Kill()
	_, _ = s.cmd.Process.Wait()
}

// kill ends the server with all its connections at once.
func (s *sshServer) kill() {
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

// known is a file of known hosts in which the server is known by these ports.
func (s *sshServer) known(name string, ports ...int) string {
	s.t.Helper()
	var b strings.Builder
	for _, port := range ports {
		fmt.Fprintln(&b, knownhosts.Line([]string{"127.0.0.1:" + strconv.Itoa(port)}, s.host.public))
	}
	return s.write(name, b.String())
}

// sftp is how to reach a folder of the server with the key, through a proxy if one
// is given.
func (s *sshServer) sftp(dir string, through ...*proxy) SFTP {
	s.t.Helper()
	me, err := user.Current()
	if err != nil {
		s.t.Fatal(err)
	}
	port := s.port
	if len(through) > 0 {
		port = through[0].port
	}
	return SFTP{User: me.Username, Host: "127.0.0.1", Port: port, Path: dir, KeyFile: s.login.file,
		KnownHosts: s.known("known_hosts_"+strconv.Itoa(port), s.port, port), Connections: 4,
		PasswordFrom: "A_PASSWORD", PassphraseFrom: "A_PASSPHRASE"}
}

// isFault wants a fault of this code whose sentence has these words, in both
// languages.
func isFault(t *testing.T, err error, code string, words ...string) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("%v; want a fault %q", err, code)
		return
	}
	for _, sentence := range []string{Plain(err, "id"), Plain(err, "en")} {
		if i := slices.IndexFunc(words, func(w string) bool { return !strings.Contains(sentence, w) }); i >= 0 {
			t.Errorf("%q does not say %q", sentence, words[i])
		}
		if strings.Contains(sentence, "%!") {
			t.Errorf("bad sentence: %q", sentence)
		}
	}
}

// address is host:port.
func (s *sshServer) address() string { return "127.0.0.1:" + strconv.Itoa(s.port) }
