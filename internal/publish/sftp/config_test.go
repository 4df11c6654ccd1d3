package sftp

import (
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
)

// configOf is how to reach a folder of the server with the key, through a proxy if one
// is given.
func configOf(t *testing.T, s *lab.SSHD, dir string, through ...*publishtest.Proxy) Config {
	t.Helper()
	return configFor(publishtest.LoginOf(t, s, dir, through...))
}

func configFor(l publishtest.Login) Config {
	return Config{
		SFTP: l.SFTP, KeyFile: l.KeyFile, KnownHosts: l.KnownHosts, Connections: l.Connections, Gaps: l.Gaps,
		PasswordFrom: "A_PASSWORD", PassphraseFrom: "A_PASSPHRASE",
	}
}
