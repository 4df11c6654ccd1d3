package build_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/build"
)

// A figure goes out of date at midnight in the site's zone: the builder says that
// it must look again then, and makes what a new one makes.
func TestFiguresAge(t *testing.T) {
	zone := time.FixedZone("WITA", 8*60*60) // the population of 2020 may be ten years old
	old := []byte("data terakhir 2020")
	const profile, list = "kecamatan/hulu/index.html", "kecamatan/index.html"
	before, after := grow(t, time.Date(2030, 12, 31, 23, 59, 0, 0, zone), time.Date(2031, 1, 1, 0, 0, 0, 0, zone))
	if bytes.Contains(before[profile], old) || bytes.Contains(before[list], old) {
		t.Error("a figure is out of date a day too early")
	}
	if !bytes.Contains(after[profile], old) || !bytes.Contains(after[list], old) {
		t.Error("a figure is not out of date")
	}
}

// The day on which security.txt expires moves on with each month, though nobody changes
// anything.
func TestSecurityMovesOn(t *testing.T) {
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC) // at eight in the morning there
	before, after := grow(t, day.Add(-time.Hour), day)
	if !bytes.Contains(before[address.Security], []byte("Expires: 2027-10-01")) ||
		!bytes.Contains(after[address.Security], []byte("Expires: 2027-11-01")) {
		t.Errorf("%s\nbecame\n%s", before[address.Security], after[address.Security])
	}
}

// grow follows a site from a time to the next at which it must be looked at, and returns
// what was made at both.
func grow(t *testing.T, from, to time.Time) (before, after map[string][]byte) {
	dir := t.TempDir()
	write(t, dir, full(t))
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	f := follower{t: t, out: filepath.Join(t.TempDir(), "public"), fresh: t.TempDir(), now: from,
		made: map[string]build.Reason{}}
	f.b = build.New(build.Config{Root: root, Out: f.out, Templates: builtin, Again: true, Explain: true})
	defer f.b.Close()
	f.follow("before", root)
	before = f.before
	report, _, err := f.b.Build(f.now)
	if err != nil {
		t.Fatal(err)
	}
	if f.now = to; !report.Due.Equal(f.now) {
		t.Errorf("the next look is due at %v, not %v", report.Due, f.now)
	}
	f.follow("after", root)
	return before, f.before
}
