package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/sftp"
	"blandongan/internal/publish/store"
)

// sftpOf is how to reach a folder of the server with the key, through a proxy if one
// is given.
func sftpOf(t *testing.T, s *lab.SSHD, dir string, through ...*publishtest.Proxy) sftp.Config {
	t.Helper()
	return sftpFor(publishtest.LoginOf(t, s, dir, through...))
}

func sftpFor(l publishtest.Login) sftp.Config {
	return sftp.Config{SFTP: l.SFTP, KeyFile: l.KeyFile, KnownHosts: l.KnownHosts,
		Connections: l.Connections, Gaps: l.Gaps}
}

// benchAt publishes to such a server.
func benchAt(t *testing.T, h lab.SFTPHost) *bench {
	b := newBench(t)
	b.target, b.consent.Removals = h.Root, true
	b.open = func(string) (Store, error) { return sftp.Open(t.Context(), sftpFor(publishtest.LoginAt(h))) }
	return b
}

// newsOf is a site of so many pages.
func newsOf(n int) publishtest.Files {
	site := publishtest.Files{"index.html": "x"}
	for i := range n {
		site[fmt.Sprintf("berita/%d/index.html", i)] = fmt.Sprint("page ", i)
	}
	return site
}

// What was published by ourselves is known for ours again, on every make: all that
// left the site goes, nothing is called changed by somebody.
func TestSFTPMakes(t *testing.T) {
	for name, start := range publishtest.Makes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := start(t)
			b := benchAt(t, h)
			newsOf(30).Write(t, b.public)
			if _, _, err := b.publish(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(1100 * time.Millisecond) // their clocks go on
			b.must()
			changed := newsOf(5)
			changed["index.html"] = "y"
			changed.Write(t, b.public)
			plan, _, err := b.publish()
			if err != nil {
				t.Fatal(err)
			}
			if len(plan.Left) > 0 {
				t.Errorf("called changed by somebody: %q", plan.Left)
			}
			b.must()
			publishtest.Same(t, publishtest.ReadFiles(t, h.Root), changed)
		})
	}
}

// A lock is renewed on every make, and nobody is said to have taken over.
func TestSFTPMakesRenew(t *testing.T) {
	for name, start := range publishtest.Makes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := start(t)
			s, err := sftp.Open(t.Context(), sftpFor(publishtest.LoginAt(h)))
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
			if left, _ := os.ReadDir(filepath.Join(h.Root, store.LockFolder)); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
		})
	}
}

// A run begins with what a cut left in a gap, and knows its own files there.
func TestSFTPPublishAfterGap(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -P posix-rename"})
	b := newBench(t)
	b.open = func(dir string) (Store, error) {
		config := sftpOf(t, server, dir)
		config.Gaps = true
		return sftp.Open(t.Context(), config)
	}
	publishtest.Version(1).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "berita/lama/index.html", store.ManifestFile} {
		aside := filepath.Join(b.target, ".blandongan/aside", name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(aside), 0o755),
			os.Rename(filepath.Join(b.target, name), aside)); err != nil {
			t.Fatal(err)
		}
	}
	publishtest.Version(2).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	got := publishtest.ReadFiles(t, b.target)
	whole(t, got)
	for _, name := range []string{"index.html", "berita/lama/index.html"} {
		if got[name] != publishtest.Version(2)[name] {
			t.Errorf("visitors read %q at %s", got[name], name)
		}
	}
}

// A publisher's runs over a server that does not replace: the second is refused
// without gaps, and good with them.
func TestSFTPPublishWithoutPosixRename(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{Subsystem: publishtest.SFTPServer + " -P posix-rename"})
	b := newBench(t)
	gaps := false
	b.open = func(dir string) (Store, error) {
		config := sftpOf(t, server, dir)
		config.Gaps = gaps
		return sftp.Open(t.Context(), config)
	}
	publishtest.Version(1).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	b.wants(publishtest.Version(1))
	publishtest.Version(2).Write(t, b.public)
	_, _, err := b.publish()
	publishtest.IsFault(t, err, "gap", b.target)
	whole(t, publishtest.ReadFiles(t, b.target))
	gaps = true
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	whole(t, publishtest.ReadFiles(t, b.target))
	if plan, _, err := b.publish(); err != nil || !plan.Empty() {
		t.Errorf("%v, %v", actsOf(plan), err)
	}
}

// The whole of a publisher's run over SFTP, through cuts.
func TestSFTPPublish(t *testing.T) {
	server := lab.StartSSHD(t, lab.SSHDOptions{})
	p := publishtest.StartProxy(t, server.Address())
	b := newBench(t)
	b.open = func(dir string) (Store, error) { return sftp.Open(t.Context(), sftpOf(t, server, dir, p)) }
	publishtest.Version(1).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	whole(t, publishtest.ReadFiles(t, b.target))
	for v := 2; v < 5; v++ {
		publishtest.Version(v).Write(t, b.public)
		p.CutAfter(int64(v) * 7_000)
		if _, _, err := b.publish(); err != nil { // it tries again by itself
			t.Fatal(err)
		}
		whole(t, publishtest.ReadFiles(t, b.target))
	}
	p.CutAfter(-1)
	if plan, _, err := b.publish(); err != nil || !plan.Empty() {
		t.Errorf("%v, %v", actsOf(plan), err)
	}
}
