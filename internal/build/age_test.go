package build_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"blandongan/internal/build"
)

// A figure goes out of date at midnight in the site's zone: the builder says that
// it must look again then, and makes what a new one makes.
func TestFiguresAge(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, full(t)) // its population of 2020 may be ten years old
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	zone := time.FixedZone("WITA", 8*60*60)
	f := follower{t: t, out: filepath.Join(t.TempDir(), "public"), made: map[string]build.Reason{},
		now: time.Date(2030, 12, 31, 23, 59, 0, 0, zone)}
	f.b = build.New(build.Config{Root: root, Out: f.out, Templates: builtin, Again: true, Explain: true})
	defer f.b.Close()
	old := []byte("usang: lebih dari 10 tahun")
	const profile, list = "kecamatan/hulu/index.html", "kecamatan/index.html"
	f.follow("the last day", root)
	if bytes.Contains(f.before[profile], old) || bytes.Contains(f.before[list], old) {
		t.Error("a figure is out of date a day too early")
	}
	report, _, err := f.b.Build(f.now)
	if err != nil {
		t.Fatal(err)
	}
	if f.now = time.Date(2031, 1, 1, 0, 0, 0, 0, zone); !report.Due.Equal(f.now) {
		t.Errorf("the next look is due at %v, not %v", report.Due, f.now)
	}
	f.follow("the first day after", root)
	if !bytes.Contains(f.before[profile], old) || !bytes.Contains(f.before[list], old) {
		t.Error("a figure is not out of date")
	}
}
