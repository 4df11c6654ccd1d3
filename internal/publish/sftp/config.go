package sftp

import (
	"cmp"
	"net"
	"strconv"
	"strings"
	"time"
)

// Config is a folder on a host reached by SFTP, and how to get in.
type Config struct {
	User, Host string
	// Port is 22 when zero.
	Port int
	// Path is the folder: absolute, or relative to where a login of User begins.
	Path string
	// KeyFile is the private key; the agent, then the usual files in ~/.ssh when
	// empty. KnownHosts is the file of hosts' keys: ~/.ssh/known_hosts, and the
	// system's, when empty.
	KeyFile, KnownHosts string
	// Connections is how many are made at most for files: one when zero.
	Connections int
	// Gaps allows an address to be without its file for a moment, where the host
	// cannot replace a file in one step.
	Gaps bool
	// Password of User and Passphrase of KeyFile. They are shown to nobody.
	Password, Passphrase string
	// PasswordFrom and PassphraseFrom are the environment variables whose contents
	// those are, to be named to whoever forgot to set them.
	PasswordFrom, PassphraseFrom string

	alive time.Duration // how often a silent host is asked for a word; [askAfter] when zero
}

func (s Config) port() int { return cmp.Or(s.Port, 22) }

// host is the name as known_hosts has it: without capitals.
func (s Config) host() string { return strings.ToLower(s.Host) }

// Address is host:port.
func (s Config) Address() string { return net.JoinHostPort(s.host(), strconv.Itoa(s.port())) }
