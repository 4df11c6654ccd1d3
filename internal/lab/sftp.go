package lab

import (
	"bytes"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// SFTPHost is a server of another make than OpenSSH's, on a free port of this
// machine. It lets in User with the key Login.
type SFTPHost struct {
	User        string
	Host, Login Key
	Port        int    // on 127.0.0.1
	Root        string // the folder that is served, as this machine has it
	Path        string // the same, as the server has it
	Known       string // a file of known hosts with the server in it
}

// StartRclone starts "rclone serve sftp" over a folder.
func StartRclone(t testing.TB, flags ...string) SFTPHost {
	t.Helper()
	program, dir := Program(t, "rclone", "rclone"), t.TempDir()
	h := newHost(t, dir, "/")
	keys := filepath.Join(dir, "authorized")
	write(t, keys, ssh.MarshalAuthorizedKey(h.Login.Public))
	h.serve(t, func(port int) *exec.Cmd {
		args := append([]string{
			"serve", "sftp", "--config", filepath.Join(dir, "none"), "--addr", "127.0.0.1:" + strconv.Itoa(port),
			"--key", h.Host.File, "--authorized-keys", keys, "--cache-dir", filepath.Join(dir, "cache")}, flags...)
		return exec.Command(program, append(args, h.Root)...)
	})
	return h
}

// StartProFTPD starts ProFTPD with mod_sftp; lines are of its configuration.
func StartProFTPD(t testing.TB, lines ...string) SFTPHost {
	t.Helper()
	Root(t)
	program, dir := Program(t, "proftpd", "proftpd-core proftpd-mod-crypto"), t.TempDir()
	if _, err := os.Stat("/usr/lib/proftpd/mod_sftp.so"); err != nil {
		Lack(t, "there is no mod_sftp of ProFTPD; on Debian: apt-get install proftpd-mod-crypto")
	}
	h := newHost(t, dir, "")
	keys := pem.EncodeToMemory(&pem.Block{Type: "SSH2 PUBLIC KEY", Bytes: h.Login.Public.Marshal()})
	keys = bytes.ReplaceAll(keys, []byte("-----BEGIN SSH2 PUBLIC KEY-----"), []byte("---- BEGIN SSH2 PUBLIC KEY ----"))
	keys = bytes.ReplaceAll(keys, []byte("-----END SSH2 PUBLIC KEY-----"), []byte("---- END SSH2 PUBLIC KEY ----"))
	in := func(name string) string { return filepath.Join(dir, name) }
	write(t, in("authorized"), keys)
	write(t, in("users"), fmt.Appendf(nil, "%s:*:0:0::%s:/bin/sh\n", h.User, h.Root))
	write(t, in("groups"), []byte("root:x:0:\n"))
	h.serve(t, func(port int) *exec.Cmd {
		all := append([]string{
			"ServerType standalone", "UseIPv6 off", "DefaultAddress 127.0.0.1", "Port " + strconv.Itoa(port),
			"ModulePath /usr/lib/proftpd", "LoadModule mod_sftp.c",
			"PidFile " + in("pid"), "ScoreboardFile " + in("scoreboard"), "DelayEngine off",
			"User root", "Group root", "RootLogin on", "RequireValidShell off",
			"AuthOrder mod_auth_file.c", "AuthUserFile " + in("users"), "AuthGroupFile " + in("groups"),
			"WtmpLog off", "TransferLog none", "SystemLog " + in("log"),
			"SFTPEngine on", "SFTPHostKey " + h.Host.File, "SFTPAuthMethods publickey",
			"SFTPAuthorizedUserKeys file:" + in("authorized")}, lines...)
		write(t, in("config"), []byte(strings.Join(all, "\n")+"\n"))
		return exec.Command(program, "-n", "-c", in("config"))
	})
	return h
}

// newHost makes keys and a folder; it is called path on the server, or "" as here.
func newHost(t testing.TB, dir, path string) SFTPHost {
	t.Helper()
	h := SFTPHost{
		User: "penerbit", Host: NewKey(t, dir, "host", ""), Login: NewKey(t, dir, "login", ""), Root: t.TempDir(),
		Path: path,
	}
	if path == "" {
		h.Path = h.Root
	}
	return h
}

func write(t testing.TB, file string, data []byte) {
	t.Helper()
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// serve runs a server that ends with the test, and waits until it answers.
func (h *SFTPHost) serve(t testing.TB, command func(port int) *exec.Cmd) {
	t.Helper()
	address := FreeAddress(t)
	_, port, _ := net.SplitHostPort(address)
	h.Port, _ = strconv.Atoi(port)
	var said bytes.Buffer
	cmd := command(h.Port)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, process := range append(descendants(cmd.Process.Pid), cmd.Process.Pid) {
			if p, err := os.FindProcess(process); err == nil {
				_ = p.Kill()
			}
		}
		_ = cmd.Wait()
	})
	h.Known = filepath.Join(filepath.Dir(h.Login.File), "known_hosts")
	write(t, h.Known, []byte(knownhosts.Line([]string{address}, h.Host.Public)+"\n"))
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if c, err := net.Dial("tcp", address); err == nil {
			greeting := make([]byte, 4)
			_, err = io.ReadFull(c, greeting) // some take calls before they can answer
			c.Close()
			if err == nil && string(greeting) == "SSH-" {
				return
			}
		}
		if time.Now().After(end) {
			t.Fatalf("%s does not answer", cmd.Path)
		}
	}
}
