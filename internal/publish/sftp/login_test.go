package sftp

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"

	"golang.org/x/crypto/ssh/agent"
)

const secret = "jangan-bilang-siapa-siapa"

// alone makes the test have a home of its own, and no agent.
func alone(t *testing.T) (home string) {
	t.Helper()
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("SSH_AUTH_SOCK", "")
	return home
}

// getsIn wants a login that works.
func getsIn(t *testing.T, config Config) {
	t.Helper()
	s, err := Open(t.Context(), config)
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	defer s.Close()
	if err := put(t, s, "x", "1"); err != nil {
		t.Error(err)
	}
	if strings.Contains(s.Traits().Name, secret) {
		t.Error("the name tells a secret")
	}
}

// staysOut wants a login that fails with a fault that has these words and no secret.
func staysOut(t *testing.T, config Config, code string, words ...string) {
	t.Helper()
	s, err := Open(t.Context(), config)
	if err == nil {
		s.Close()
	}
	publishtest.IsFault(t, err, code, words...)
	if err != nil && strings.Contains(fmt.Sprintf("%v %+v %s", err, err, store.Sentence(err, "id")), secret) {
		t.Error("the error tells a secret")
	}
}

func TestSFTPKeys(t *testing.T) {
	home := alone(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	locked, other, usual := lab.NewKey(t, server.Dir, "locked", secret), lab.NewKey(t, server.Dir, "other", ""),
		lab.NewKey(t, server.Dir, "usual", "")
	server.Authorize(server.Login, locked, usual)
	config := configOf(t, server, t.TempDir())
	getsIn(t, config)

	config.KeyFile = locked.File
	staysOut(t, config, "key-locked", locked.File, "A_PASSPHRASE")
	config.Passphrase = "not " + secret
	staysOut(t, config, "key-passphrase-wrong", locked.File, "A_PASSPHRASE")
	config.Passphrase = secret
	getsIn(t, config)
	config.KeyFile = other.File
	staysOut(t, config, "login-refused", other.File, config.User)
	config.KeyFile = server.Dir + "/missing"
	staysOut(t, config, "key-unreadable", "missing")
	config.KeyFile = server.Write("broken",
		"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n")
	staysOut(t, config, "key-unreadable", "broken")

	config.KeyFile, config.Passphrase = "", ""
	staysOut(t, config, "login-nothing", "A_PASSWORD")
	if err := os.MkdirAll(home+"/.ssh", 0o700); err != nil {
		t.Fatal(err)
	}
	move(t, locked.File, home+"/.ssh/id_rsa")
	staysOut(t, config, "key-locked", "id_rsa", "A_PASSPHRASE")
	move(t, usual.File, home+"/.ssh/id_ed25519")
	getsIn(t, config)
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// serveAgent serves an agent of the test's own.
func serveAgent(t *testing.T, keys ...lab.Key) {
	t.Helper()
	ring := agent.NewKeyring()
	for _, k := range keys {
		if err := ring.Add(agent.AddedKey{PrivateKey: k.Secret}); err != nil {
			t.Fatal(err)
		}
	}
	dir, err := os.MkdirTemp("", "agent") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	l, err := net.Listen("unix", dir+"/socket")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _ = agent.ServeAgent(ring, c); c.Close() }()
		}
	}()
	t.Setenv("SSH_AUTH_SOCK", dir+"/socket")
}

func TestSFTPAgent(t *testing.T) {
	alone(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	locked, other := lab.NewKey(t, server.Dir, "locked", secret), lab.NewKey(t, server.Dir, "other", "")
	server.Authorize(server.Login, locked)
	config := configOf(t, server, t.TempDir())
	config.KeyFile = ""

	serveAgent(t, other, server.Login)
	getsIn(t, config)
	serveAgent(t, other)
	staysOut(t, config, "login-refused", "ssh-agent (1)")
	config.KeyFile = locked.File
	staysOut(t, config, "key-locked", locked.File)
	serveAgent(t, other, locked)
	getsIn(t, config)
	var many []lab.Key
	for i := range 8 {
		many = append(many, lab.NewKey(t, server.Dir, fmt.Sprint("many", i), ""))
	}
	config.KeyFile = ""
	serveAgent(t, many...)
	staysOut(t, config, "login-refused", "ssh-agent (8)")
	t.Setenv("SSH_AUTH_SOCK", "/no/such/socket")
	staysOut(t, config, "login-nothing")
}

func TestSFTPRealAgent(t *testing.T) {
	alone(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	lab.Program(t, "ssh-agent", "openssh-client")
	dir, err := os.MkdirTemp("", "agent")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	cmd := exec.Command("ssh-agent", "-D", "-a", dir+"/socket")
	out, err := cmd.StdoutPipe() // it says where it listens once it does
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SSH_AUTH_SOCK", dir+"/socket")
	lab.Run(t, "ssh-add", "-q", server.Login.File)
	config := configOf(t, server, t.TempDir())
	config.KeyFile = ""
	getsIn(t, config)
}

// withPassword makes a user of this machine who has the secret as password.
func withPassword(t *testing.T) (name, dir string) {
	t.Helper()
	lab.Root(t)
	dir = t.TempDir()
	name = fmt.Sprintf("uji%d", os.Getpid())
	lab.Run(t, "useradd", "--no-create-home", "--home-dir", dir, "--shell", "/bin/sh", name)
	t.Cleanup(func() { lab.Run(t, "userdel", name) })
	set := exec.Command(lab.Program(t, "chpasswd", "passwd"))
	set.Stdin = strings.NewReader(name + ":" + secret + "\n")
	if out, err := set.CombinedOutput(); err != nil {
		t.Fatalf("chpasswd: %v: %s", err, out)
	}
	lab.Run(t, "chown", name, dir)
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil { // let them through
		t.Fatal(err)
	}
	return name, dir
}

func TestSFTPPassword(t *testing.T) {
	lab.Slow(t)
	name, dir := withPassword(t)
	for kind, lines := range map[string][]string{
		"password":    {"PasswordAuthentication yes", "KbdInteractiveAuthentication no"},
		"interactive": {"UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes"},
	} {
		t.Run(kind, func(t *testing.T) {
			alone(t)
			server := lab.StartSSHD(t, lab.SSHDOptions{Lines: lines})
			config := configOf(t, server, dir)
			config.User, config.KeyFile, config.Password = name, "", secret
			getsIn(t, config)
			config.Path = ""
			getsIn(t, config)
			config.Password = "not " + secret
			staysOut(t, config, "login-refused", "A_PASSWORD", name)
			config.Password = ""
			staysOut(t, config, "login-nothing", "A_PASSWORD", name)

			var many []lab.Key // of no use, but they must not use up what the host allows
			for i := range 8 {
				many = append(many, lab.NewKey(t, server.Dir, fmt.Sprint("many", i), ""))
			}
			serveAgent(t, many...)
			config.Password = secret
			getsIn(t, config)
			if strings.Contains(server.Said(), secret) {
				t.Error("the password is in the server's log")
			}
		})
	}
	notRoot(t, name, dir)
}

// notRoot: what the user may not write is a fault that names it.
func notRoot(t *testing.T, name, dir string) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	config := configOf(t, server, dir)
	config.User = name
	if err := os.MkdirAll(dir+"/theirs/deep", 0o755); err != nil { // root's
		t.Fatal(err)
	}
	s := openSFTP(t, config)
	publishtest.IsFault(t, put(t, s, "theirs/deep/x", "1"), "refused", "/theirs/deep")
	publishtest.IsFault(t, put(t, s, "theirs/new/x", "1"), "refused", "/theirs/new")
	nothingStaged(t, dir)
	mustPut(t, s, "ours/x", "1")
	config.Path = "/root/site"
	_, err := Open(t.Context(), config)
	publishtest.IsFault(t, err, "unreadable", "/root/site")
	if err := os.Chmod(dir+"/theirs", 0o700); err != nil {
		t.Fatal(err)
	}
	_, err = s.Look(t.Context(), []string{"theirs/x"})
	publishtest.IsFault(t, err, "unreadable", "/theirs/x")
	_, err = s.List(t.Context(), "theirs")
	publishtest.IsFault(t, err, "unreadable", "/theirs")
}
