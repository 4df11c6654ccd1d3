package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// at is how to reach a server of another make.
func at(h lab.SFTPHost) SFTP {
	return SFTP{User: h.User, Host: "127.0.0.1", Port: h.Port, Path: h.Path, KeyFile: h.Login.File, KnownHosts: h.Known, Connections: 2,
		Gaps: true, PasswordFrom: "A_PASSWORD", PassphraseFrom: "A_PASSPHRASE"}
}

// benchAt publishes to such a server.
func benchAt(t *testing.T, h lab.SFTPHost) *bench {
	b := newBench(t)
	b.target, b.consent.Removals = h.Root, true
	b.open = func(string) (Store, error) { return OpenSFTP(t.Context(), at(h)) }
	return b
}

// newsOf is a site of so many pages.
func newsOf(n int) files {
	site := files{"index.html": "x"}
	for i := range n {
		site[fmt.Sprintf("berita/%d/index.html", i)] = fmt.Sprint("page ", i)
	}
	return site
}

// makes are servers of several makes, and their ways that differ from OpenSSH's.
func makes(t *testing.T) map[string]func(t *testing.T) lab.SFTPHost {
	return map[string]func(t *testing.T) lab.SFTPHost{
		"rclone":  func(t *testing.T) lab.SFTPHost { return lab.StartRclone(t) },
		"ProFTPD": func(t *testing.T) lab.SFTPHost { return lab.StartProFTPD(t, "AllowOverwrite on") },
		"ProFTPD, strict": func(t *testing.T) lab.SFTPHost {
			return lab.StartProFTPD(t, "AllowOverwrite off", "SFTPExtensions -posixRename")
		},
	}
}

// What was published by ourselves is known for ours again, on every make: all that
// left the site goes, nothing is called changed by somebody.
func TestSFTPMakes(t *testing.T) {
	for name, start := range makes(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := start(t)
			b := benchAt(t, h)
			newsOf(30).write(t, b.public)
			if _, _, err := b.publish(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(1100 * time.Millisecond) // their clocks go on
			b.must()
			changed := newsOf(5)
			changed["index.html"] = "y"
			changed.write(t, b.public)
			plan, _, err := b.publish()
			if err != nil {
				t.Fatal(err)
			}
			if len(plan.Left) > 0 {
				t.Errorf("called changed by somebody: %q", plan.Left)
			}
			b.must()
			same(t, readFiles(t, h.Root), changed)
		})
	}
}

// A lock is renewed on every make, and nobody is said to have taken over.
func TestSFTPMakesRenew(t *testing.T) {
	for name, start := range makes(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := start(t)
			s, err := OpenSFTP(t.Context(), at(h))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			p := New(s, nil, benchAt(t, h).config)
			_, l, err := p.lock(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				if err := l.renew(t.Context()); err != nil {
					t.Errorf("renewing: %v", err)
				}
				if err := l.held(t.Context()); err != nil {
					t.Errorf("held: %v", err)
				}
				if _, _, err := p.lock(t.Context()); !isBusy(err) {
					t.Errorf("another comes in: %v", err)
				}
			}
			if err := l.release(); err != nil {
				t.Error(err)
			}
			if left, _ := os.ReadDir(filepath.Join(h.Root, lockFolder)); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

// slow is a body whose second half takes its time.
type slow struct{ *strings.Reader }

func (s slow) Read(p []byte) (int, error) {
	if int64(s.Len()) < s.Size() {
		time.Sleep(400 * time.Millisecond)
	}
	return s.Reader.Read(p)
}

// What a file's stamp is when it was put is what is found later: some tell of a file
// that is open the time of their clock.
func TestSFTPMakesStamp(t *testing.T) {
	for name, start := range makes(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := OpenSFTP(t.Context(), at(start(t)))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			text := strings.Repeat("text", packet)
			put, err := s.Put(t.Context(), "a/b", slow{strings.NewReader(text)}, int64(len(text)), Meta{})
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(100 * time.Millisecond)
			found, err := s.Look(t.Context(), []string{"a/b"})
			if err != nil || found["a/b"].Stamp != put.Stamp {
				t.Errorf("%v, %v; was put as %v", found, err, put)
			}
		})
	}
}
