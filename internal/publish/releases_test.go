package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/folder"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// benchReleases publishes releases, a second apart.
func benchReleases(t *testing.T, keep int) *bench {
	t.Helper()
	lab.Links(t)
	b := newBench(t)
	b.open = func(dir string) (Store, error) {
		return folder.OpenReleases(dir, keep, func() time.Time { return b.clock })
	}
	return b
}

func (b *bench) shown() publishtest.Files {
	b.t.Helper()
	return publishtest.ReadFiles(b.t, filepath.Join(b.target, "current"))
}

// release publishes a version an hour after the last one.
func (b *bench) release(n int) {
	b.t.Helper()
	b.clock = b.clock.Add(time.Hour)
	publishtest.Version(n).Write(b.t, b.public)
	if _, _, err := b.publish(); err != nil {
		b.t.Fatal(err)
	}
}

func TestReleases(t *testing.T) {
	b := benchReleases(t, 3)
	for n := 1; n <= 5; n++ {
		b.clock = b.clock.Add(30 * 24 * time.Hour)
		publishtest.Version(n).Write(t, b.public)
		if _, _, err := b.publish(); err != nil {
			t.Fatal(err)
		}
		want := publishtest.Version(n)
		if n > 1 {
			old := fmt.Sprintf("aset/style.%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d%[1]d.css", n-1)
			want[old] = publishtest.Version(n - 1)[old] // in its grace
		}
		publishtest.Same(t, b.shown(), want)
	}
	found, err := filepath.Glob(filepath.Join(b.target, "releases", "*"))
	if err != nil || len(found) != 3 {
		t.Errorf("releases %q, %v; want 3", found, err)
	}
	b.must()
}

// What did not change is the same file on the disk.
func TestReleasesShareFiles(t *testing.T) {
	b := benchReleases(t, 3)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	old := filepath.Join(b.target, "current", "berita/lama/index.html")
	before, err := os.Stat(old)
	if err != nil {
		t.Fatal(err)
	}
	publishtest.Version(2).Write(t, b.public)
	b.publish()
	after, err := os.Stat(old)
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("another file: %v", err)
	}
}

func TestReleasesKeepWhatIsNotOurs(t *testing.T) {
	b := benchReleases(t, 2)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	foreign := publishtest.Files{"google.html": "theirs", "berita/baru/x.txt": "theirs"}
	foreign.Add(t, filepath.Join(b.target, "current"))
	publishtest.Files{"beside.txt": "theirs"}.Add(t, b.target)
	if err := os.Symlink("google.html", filepath.Join(b.target, "current", "tautan")); err != nil {
		t.Fatal(err)
	}
	publishtest.Version(2).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	got, want := b.shown(), publishtest.Version(2)
	maps.Copy(want, foreign)
	want["tautan"] = "theirs"
	delete(got, "aset/style.11111111.css")
	publishtest.Same(t, got, want)
	if to, err := os.Readlink(filepath.Join(b.target, "current", "tautan")); to != "google.html" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if beside, err := os.ReadFile(filepath.Join(b.target, "beside.txt")); string(beside) != "theirs" {
		t.Errorf("what lay beside the releases: %q, %v", beside, err)
	}
}

// A folder that somebody closed to others is not opened by the next release.
func TestReleasesKeepModes(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	for name, mode := range map[string]os.FileMode{"log": 0o700, "kosong": 0o750,
		"berita/grup": 0o775 | os.ModeSetgid} {
		dir := filepath.Join(b.target, "current", name)
		if err := errors.Join(os.Mkdir(dir, 0o755), os.Chmod(dir, mode)); err != nil {
			t.Fatal(err)
		}
		if name != "kosong" {
			publishtest.Files{"x": "theirs"}.Add(t, dir)
		}
	}
	b.release(2)
	for name, mode := range map[string]os.FileMode{"log": 0o700, "kosong": 0o750, "berita/grup": 0o775 | os.ModeSetgid,
		"berita": 0o755} {
		info, err := os.Stat(filepath.Join(b.target, "current", name))
		if err != nil || info.Mode() != mode|os.ModeDir {
			t.Errorf("%s: %v, %v; want %v", name, info.Mode(), err, mode)
		}
	}
}

// What no publisher of ours made stays in releases/: a folder of another name, one
// of such a name without our record, and files.
func TestReleasesOfOthers(t *testing.T) {
	b := benchReleases(t, 2)
	others := publishtest.Files{
		"2019-arsip/foto.jpg": "the only copy", "unduhan.part": "theirs", "2019.part/foto.jpg": "theirs",
		"20190101T000000Z/index.html": "theirs", "20190101T000000Z.part": "theirs",
		"20190102T000000Z-2.tar/x": "theirs",
	}
	others.Add(t, filepath.Join(b.target, "releases"))
	for n := 1; n <= 4; n++ {
		b.release(n)
	}
	for name, text := range others {
		if got, err := os.ReadFile(filepath.Join(b.target, "releases", name)); string(got) != text {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(b.target, "releases", "2026*"))
	if err != nil || len(left) != 2 {
		t.Errorf("our releases %q, %v; want 2", left, err)
	}
}

// What a run that was cut off left goes at the next: while it made a release, and
// while it removed one.
func TestReleasesHalfDone(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	half := filepath.Join(b.target, "releases", "20261125T085959Z-2.part")
	publishtest.Files{"index.html": "half"}.Add(t, half)
	b.release(2)
	if _, err := os.Stat(half); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a release lies there: %v", err)
	}
}

// A link or folder that we did not make is left alone.
func TestCurrentIsNotOurs(t *testing.T) {
	for _, make := range []func(string) error{
		func(current string) error { return os.Mkdir(current, 0o755) },
		func(current string) error { return os.WriteFile(current, nil, 0o644) },
		func(current string) error { return os.Symlink("/etc", current) },
		func(current string) error { return os.Symlink("releases/../..", current) },
		func(current string) error { return os.Symlink("releases/theirs", current) },
		func(current string) error { return os.Symlink("releases/20261125T080000Z", current) },
	} {
		b := benchReleases(t, 2)
		if err := make(filepath.Join(b.target, "current")); err != nil {
			t.Fatal(err)
		}
		publishtest.Version(1).Write(t, b.public)
		_, _, err := b.publish()
		publishtest.WantFault(t, err, "current-in-the-way")
	}
	_, err := folder.OpenReleases(filepath.Join(t.TempDir(), "no"), 2, time.Now)
	if f := (*store.Fault)(nil); !errors.As(err, &f) || f.Code != "folder-missing" {
		t.Error(err)
	}
}

// The lock is renewed by a goroutine of its own while a release begins and ends.
func TestReleasesWhileRenewing(t *testing.T) {
	b := benchReleases(t, 2)
	b.config.Sleep = func(ctx context.Context, d time.Duration) error { return ctx.Err() }
	for n := 1; n <= 3; n++ {
		b.release(n)
	}
}

// A folder or file that lies where the link is made is told of, and stays.
func TestFreshLinkIsNotOurs(t *testing.T) {
	for _, lies := range []string{"current.new", "current.new/x"} {
		b := benchReleases(t, 2)
		publishtest.Version(1).Write(t, b.public)
		theirs := publishtest.Files{lies: "theirs"}
		theirs.Add(t, b.target)
		_, _, err := b.publish()
		publishtest.WantFault(t, err, "current-in-the-way")
		if err == nil || !strings.Contains(err.Error(), "current.new") {
			t.Errorf("told: %v", err)
		}
		if got := publishtest.ReadFiles(t, b.target)[lies]; got != "theirs" {
			t.Errorf("%s is %q", lies, got)
		}
	}
}

// When the link could not be switched, the next attempt shows the same release.
func TestReleasesFinishAgain(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	s, err := b.open(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	way := filepath.Join(b.target, "current.new")
	if err := errors.Join(s.Begin(t.Context(), nil, store.IsOurs), os.Mkdir(way, 0o755)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), store.ManifestFile, strings.NewReader("x"), 1, store.Meta{}); err != nil {
		t.Fatal(err)
	}
	if s.Finish(t.Context()) == nil {
		t.Fatal("no error")
	}
	if err := os.Remove(way); err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(t.Context())
	end() // so that nothing after the switch succeeds: that is no failure of the run
	if err := s.Finish(ended); err != nil {
		t.Errorf("the second attempt: %v", err)
	}
	publishtest.Same(t, b.shown(), publishtest.Version(1))
	if got, err := os.Readlink(filepath.Join(b.target, "current")); err != nil || got == "releases/20261125T090000Z" {
		t.Errorf("shown: %s, %v", got, err)
	}
}

// What somebody changed in a release and the site dropped is left alone there, too.
func TestReleasesKeepLeft(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	publishtest.Files{"berita/1/foto.jpg": "theirs now"}.Add(t, filepath.Join(b.target, "current"))
	b.clock = b.clock.Add(time.Hour)
	publishtest.Version(2).Write(t, b.public)
	plan, _, err := b.publish()
	if err != nil || len(plan.Left) != 1 {
		t.Fatalf("left %q, %v", plan.Left, err)
	}
	if got := b.shown()["berita/1/foto.jpg"]; got != "theirs now" {
		t.Errorf("the plan says %q is left alone; visitors get %q", plan.Left, got)
	}
}
