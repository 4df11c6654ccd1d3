package publishtest

import (
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/destination"
)

// SFTPServer is OpenSSH's program that serves files.
const SFTPServer = "/usr/lib/openssh/sftp-server"

// Login is how to reach a folder of a host, and how.
type Login struct {
	destination.SFTP
	KeyFile, KnownHosts string
	Connections         int
	Gaps                bool
}

// LoginOf is how to reach a folder of the server with the key, through a proxy if one
// is given.
func LoginOf(t *testing.T, s *lab.SSHD, dir string, through ...*Proxy) Login {
	t.Helper()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	port := s.Port
	if len(through) > 0 {
		port = through[0].port
	}
	return Login{SFTP: destination.SFTP{User: me.Username, Host: "127.0.0.1", Port: port, Path: dir},
		KeyFile: s.Login.File, KnownHosts: s.Known("known_hosts_"+strconv.Itoa(port), s.Port, port), Connections: 4}
}

// LoginAt is how to reach a server of another make.
func LoginAt(h lab.SFTPHost) Login {
	return Login{SFTP: destination.SFTP{User: h.User, Host: "127.0.0.1", Port: h.Port, Path: h.Path},
		KeyFile: h.Login.File, KnownHosts: h.Known, Connections: 2, Gaps: true}
}

// Makes are servers of several makes, and their ways that differ from OpenSSH's.
func Makes() map[string]func(t *testing.T) lab.SFTPHost {
	return map[string]func(t *testing.T) lab.SFTPHost{
		"rclone":  func(t *testing.T) lab.SFTPHost { return lab.StartRclone(t) },
		"ProFTPD": func(t *testing.T) lab.SFTPHost { return lab.StartProFTPD(t, "AllowOverwrite on") },
		"ProFTPD, strict": func(t *testing.T) lab.SFTPHost {
			return lab.StartProFTPD(t, "AllowOverwrite off", "SFTPExtensions -posixRename")
		},
	}
}

// CountingSSHD is a server that counts the requests of SFTP that it got.
func CountingSSHD(t *testing.T) (*lab.SSHD, func() int) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	script := filepath.Join(dir, "serve")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nexec "+SFTPServer+" -e -l DEBUG3 2>>"+log+"\n"),
		0o755); err != nil {
		t.Fatal(err)
	}
	question := regexp.MustCompile(`(?m)^debug[1-3]: request \d+: [^s]`) // what is "sent" are the answers
	return lab.StartSSHD(t, lab.SSHDOptions{Subsystem: script}), func() int {
		text, err := os.ReadFile(log)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return len(question.FindAll(text, -1))
	}
}
