package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// benchReleases publishes releases, a second apart.
func benchReleases(t *testing.T, keep int) *bench {
	b := newBench(t)
	b.open = func(dir string) (Store, error) {
		return OpenReleases(dir, keep, func() time.Time { return b.clock })
	}
	return b
}

func (b *bench) shown() files {
	b.t.Helper()
	return readFiles(b.t, filepath.Join(b.target, currentLink))
}

func TestReleases(t *testing.T) {
	b := benchReleases(t, 3)
	for n := 1; n <= 5; n++ {
		b.clock = b.clock.Add(30 * 24 * time.Hour)
		version(n).write(t, b.public)
		if _, _, err := b.publish(); err != nil {
			t.Fatal(err)
		}
		want := version(n)
		if n > 1 {
			old := fmt.Sprintf("aset/style.%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d.css", n-1)
			want[old] = version(n - 1)[old] // in its grace
		}
		same(t, b.shown(), want)
	}
	found, err := filepath.Glob(filepath.Join(b.target, releasesFolder, "*"))
	if err != nil || len(found) != 3 {
		t.Errorf("releases %q, %v; want 3", found, err)
	}
	b.must()
}

// What did not change is the same file on the disk.
func TestReleasesShareFiles(t *testing.T) {
	b := benchReleases(t, 3)
	version(1).write(t, b.public)
	b.publish()
	old := filepath.Join(b.target, currentLink, "berita/lama/index.html")
	before, err := os.Stat(old)
	if err != nil {
		t.Fatal(err)
	}
	version(2).write(t, b.public)
	b.publish()
	after, err := os.Stat(old)
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("another file: %v", err)
	}
}

func TestReleasesKeepWhatIsNotOurs(t *testing.T) {
	b := benchReleases(t, 2)
	version(1).write(t, b.public)
	b.publish()
	foreign := files{"google.html": "theirs", "berita/baru/x.txt": "theirs"}
	foreign.add(t, filepath.Join(b.target, currentLink))
	files{"beside.txt": "theirs"}.add(t, b.target)
	if err := os.Symlink("google.html", filepath.Join(b.target, currentLink, "tautan")); err != nil {
		t.Fatal(err)
	}
	version(2).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	got, want := b.shown(), version(2)
	maps.Copy(want, foreign)
	want["tautan"] = "theirs"
	delete(got, "aset/style.11111111.css")
	same(t, got, want)
	if to, err := os.Readlink(filepath.Join(b.target, currentLink, "tautan")); to != "google.html" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if beside, err := os.ReadFile(filepath.Join(b.target, "beside.txt")); string(beside) != "theirs" {
		t.Errorf("what lay beside the releases: %q, %v", beside, err)
	}
}

// back goes back to the earlier release.
func (b *bench) back() (from, to string, err error) {
	b.t.Helper()
	s, err := b.open(b.target)
	if err != nil {
		b.t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	if from, to, err = p.Earlier(b.t.Context()); err == nil {
		err = p.Rollback(b.t.Context(), to)
	}
	return from, to, err
}

// release publishes a version an hour after the last one.
func (b *bench) release(n int) {
	b.t.Helper()
	b.clock = b.clock.Add(time.Hour)
	version(n).write(b.t, b.public)
	if _, _, err := b.publish(); err != nil {
		b.t.Fatal(err)
	}
}

func TestRollback(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	from, to, err := b.back()
	if err != nil || from != "20261125T100000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	same(t, b.shown(), version(1))
	_, _, err = b.back()
	wantFault(t, err, "no-earlier-release")

	// Publishing again goes on from what is shown, and going back from there leads to
	// what was shown, not to what had been taken back.
	b.release(3)
	got := b.shown()
	delete(got, "aset/style.11111111.css")
	same(t, got, version(3))
	if from, to, err := b.back(); err != nil || from != "20261125T110000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	same(t, b.shown(), version(1))
}

// Who published in between is not taken back unseen; what is no release is not
// shown.
func TestRollbackIsNoSurprise(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	s, err := b.open(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	_, to, err := p.Earlier(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.release(3)
	wantFault(t, p.Rollback(t.Context(), to), "target-changed")
	for _, name := range []string{"../..", "", "20261125T110000Z", "20261125T080000Z"} {
		files{earlierPath: name}.add(t, filepath.Join(b.target, currentLink))
		_, _, err = p.Earlier(t.Context())
		wantFault(t, err, "no-earlier-release")
	}

	plain := newBench(t)
	_, _, err = plain.back()
	wantFault(t, err, "no-releases")
}

// A link or folder that we did not make is left alone.
func TestCurrentIsNotOurs(t *testing.T) {
	for _, make := range []func(string) error{
		func(current string) error { return os.Mkdir(current, 0o755) },
		func(current string) error { return os.WriteFile(current, nil, 0o644) },
		func(current string) error { return os.Symlink("/etc", current) },
		func(current string) error { return os.Symlink("releases/../..", current) },
	} {
		b := benchReleases(t, 2)
		if err := make(filepath.Join(b.target, currentLink)); err != nil {
			t.Fatal(err)
		}
		version(1).write(t, b.public)
		_, _, err := b.publish()
		wantFault(t, err, "current-in-the-way")
	}
	_, err := OpenReleases(filepath.Join(t.TempDir(), "no"), 2, time.Now)
	if f := (*Fault)(nil); !errors.As(err, &f) || f.Code != "folder-missing" {
		t.Error(err)
	}
}
