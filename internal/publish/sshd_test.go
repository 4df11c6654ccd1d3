package publish

import (
	"context"
	"errors"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// enough is how long a test waits for what should happen at once.
const enough = 30 * time.Second

const sftpServer = "/usr/lib/openssh/sftp-server"

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

// sftpOf is how to reach a folder of the server with the key, through a proxy if one
// is given.
func sftpOf(t *testing.T, s *lab.SSHD, dir string, through ...*proxy) SFTP {
	t.Helper()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	port := s.Port
	if len(through) > 0 {
		port = through[0].port
	}
	return SFTP{User: me.Username, Host: "127.0.0.1", Port: port, Path: dir, KeyFile: s.Login.File,
		KnownHosts: s.Known("known_hosts_"+strconv.Itoa(port), s.Port, port), Connections: 4,
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
