package sftp

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// An unknown host is refused until it is trusted, a changed one always.
func TestSFTPHostKeys(t *testing.T) {
	home := alone(t)
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	config := configOf(t, server, t.TempDir())
	config.KnownHosts = ""
	print := ssh.FingerprintSHA256(server.Host.Public)
	staysOut(t, config, "host-unknown", print, "--trust", config.HostPort())

	shown, line, known, err := config.HostKey(t.Context())
	if err != nil || known || shown != print {
		t.Fatalf("%s, known %v, %v", shown, known, err)
	}
	if _, err := config.Trust(line); err != nil {
		t.Fatal(err)
	}
	file := home + "/.ssh/known_hosts"
	for name, want := range map[string]os.FileMode{home + "/.ssh": 0o700, file: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	getsIn(t, config)
	if _, _, known, err := config.HostKey(t.Context()); !known || err != nil {
		t.Errorf("known %v, %v", known, err)
	}

	changed := lab.NewKey(t, server.Dir, "host", "") // the server has another key from now on
	server.Kill()
	server.Start()
	words := []string{print, ssh.FingerprintSHA256(changed.Public), file + ":1"}
	staysOut(t, config, "host-changed", words...)
	_, _, known, err = config.HostKey(t.Context())
	if publishtest.IsFault(t, err, "host-changed", words...); known {
		t.Error("a changed host is known")
	}
	config.Host = "LOCALHOST" // under another name it is just unknown
	staysOut(t, config, "host-unknown", ssh.FingerprintSHA256(changed.Public))
}

func TestSFTPTrust(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	config := configOf(t, server, t.TempDir())
	_, line, _, err := config.HostKey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	config.KnownHosts = server.Write("no_newline", "# mine")
	for _, bad := range []string{"", "host", "host ssh-ed25519 AAAA", line + "\n" + line, "# " + line} {
		if _, err := config.Trust(bad); err == nil {
			t.Errorf("%q was added", bad)
		}
	}
	if _, err := config.Trust(line); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(config.KnownHosts); string(data) != "# mine\n"+line+"\n" {
		t.Errorf("%q, %v", data, err)
	}
	getsIn(t, config)
	config.KnownHosts = server.Write("revoked", line+"\n@revoked "+line+"\n")
	staysOut(t, config, "host-revoked", "revoked:2")
	config.KnownHosts = server.Write("nonsense", "what is this\n")
	staysOut(t, config, "hosts-unreadable", "nonsense")
	config.KnownHosts = server.Write("hashed",
		strings.Replace(line, knownhosts.Normalize(config.HostPort()),
			knownhosts.HashHostname(knownhosts.Normalize(config.HostPort())), 1)+"\n")
	getsIn(t, config)
}

// A host has several keys; the one that is known is asked for.
func TestSFTPKindOfHostKey(t *testing.T) {
	lab.Slow(t)
	dir := t.TempDir()
	var lines []string
	for _, kind := range []string{"rsa", "ecdsa"} {
		lab.Run(t, "ssh-keygen", "-q", "-t", kind, "-N", "", "-f", filepath.Join(dir, kind))
		lines = append(lines, "HostKey "+filepath.Join(dir, kind))
	}
	server := lab.StartSSHD(t, lab.SSHDOptions{Lines: lines})
	config := configOf(t, server, t.TempDir())
	for _, kind := range []string{"rsa", "ecdsa"} {
		public, err := os.ReadFile(filepath.Join(dir, kind+".pub"))
		if err != nil {
			t.Fatal(err)
		}
		config.KnownHosts = server.Write("only_"+kind, fmt.Sprintf("[127.0.0.1]:%d %s", server.Port, public))
		getsIn(t, config)
	}
}

// Where an authority is known that certifies hosts, its word is enough.
func TestSFTPCertifiedHost(t *testing.T) {
	dir := t.TempDir()
	server := lab.StartSSHD(t, lab.SSHDOptions{Lines: []string{"HostCertificate " + filepath.Join(dir, "cert")}})
	server.Kill()
	authority := lab.NewKey(t, dir, "authority", "")
	signer, err := ssh.NewSignerFromKey(authority.Secret)
	if err != nil {
		t.Fatal(err)
	}
	cert := &ssh.Certificate{Key: server.Host.Public, CertType: ssh.HostCert, ValidPrincipals: []string{"127.0.0.1"},
		ValidBefore: ssh.CertTimeInfinity}
	if err := cert.SignCert(rand.Reader, signer); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "cert"), ssh.MarshalAuthorizedKey(cert), 0o644); err != nil {
		t.Fatal(err)
	}
	if !server.Start() {
		t.Fatal(server.Said())
	}
	config := configOf(t, server, t.TempDir())
	getsIn(t, config) // the host's own key is known: its certificate is not asked for
	address := knownhosts.Normalize(config.HostPort())
	config.KnownHosts = server.Write("authority",
		"@cert-authority "+address+" "+string(ssh.MarshalAuthorizedKey(authority.Public)))
	getsIn(t, config)
	config.KnownHosts = server.Write("stranger",
		"@cert-authority "+address+" "+string(ssh.MarshalAuthorizedKey(server.Login.Public)))
	staysOut(t, config, "host-certificate", config.HostPort())
}

// Hosts that cannot be reached, and one that is no SFTP.
func TestSFTPUnreachable(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: "no-such-program"})
	config := configOf(t, server, t.TempDir())
	if s, err := Open(t.Context(), config); err == nil {
		s.Close()
		t.Error("opened without a server for SFTP")
	}
	server.Write("config", strings.Replace(publishtest.ReadFile(t, server.Dir+"/config"), "Subsystem", "#", 1))
	server.Kill()
	server.Start()
	staysOut(t, config, "no-sftp", config.HostPort())
	server.Kill()
	staysOut(t, config, "unreachable", config.HostPort())
	_, _, _, err := config.HostKey(t.Context())
	publishtest.IsFault(t, err, "unreachable", config.HostPort())
	config.Host = "no such host" // no server for names need be asked
	staysOut(t, config, "no-such-host", config.Host)
}
