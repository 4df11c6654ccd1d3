package sftp

import (
	"time"

	"blandongan/internal/publish/destination"
)

// Config is a folder on a host reached by SFTP, and how to get in.
type Config struct {
	destination.SFTP
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
