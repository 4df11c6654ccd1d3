package output

import (
	"os"
	"path/filepath"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/machine"
)

// rounds opens a folder that is held, and commits a first round.
func rounds(t *testing.T, dir string, first contents) *Folder {
	t.Helper()
	f, err := Open(dir, Options{Hold: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Discard() })
	for p, text := range first {
		put(t, f, p, text)
	}
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	return f
}

// A later round changes what it names and nothing else; the folder ends as if
// all had been put at once.
func TestRounds(t *testing.T) {
	dir := t.TempDir()
	f := rounds(t, dir, contents{"a/x": "1", "b": "1", "c": "1"})
	put(t, f, "b", "2")
	put(t, f, "d/e", "1")
	f.Drop("c")
	if r, err := f.Commit(); err != nil || r.Written != 2 || r.Removed != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	put(t, f, "b", "3") // given up again
	if err := f.Abandon(); err != nil {
		t.Fatal(err)
	}
	f.Drop("d/e")
	put(t, f, "d", "1") // a file where a folder was
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	same(t, "rounds", tree(t, dir), clean(contents{"a/x": "1", "b": "2", "d": "1"}, nil))
}

// A file that stays cannot be a folder too, nor a folder that holds such files a
// file.
func TestRoundsKeepWhatTheyDoNotName(t *testing.T) {
	for p, want := range map[string]string{"c/d": "c", "a": "a/x"} {
		dir := t.TempDir()
		f := rounds(t, dir, contents{"a/x": "1", "c": "1"})
		put(t, f, p, "2")
		if _, err := f.Commit(); err == nil {
			t.Errorf("%q was put and %q kept", p, want)
		}
		if text, err := os.ReadFile(filepath.Join(dir, want)); err != nil || string(text) != "1" {
			t.Errorf("%q put: %q is %q, %v", p, want, text, err)
		}
	}
}

// Whoever throws away the folder, or all in it, or a section of it, is noticed, however
// little time went by: the clocks of file systems tick a few hundred times a second.
func TestAsLeft(t *testing.T) {
	for _, where := range folders(t) {
		for _, gone := range []string{".", "a", "b", "a/x", "a/z"} {
			if gone == "." && machine.KeepsOpenFiles {
				continue // our lock is one of them
			}
			for range 4 {
				asLeft(t, filepath.Join(where, "public"), gone)
			}
		}
	}
}

// folders are one on this system's disk, and one in memory where there is such a
// system: its clock ticks more seldom than names come and go in it.
func folders(t *testing.T) []string {
	t.Helper()
	list := []string{t.TempDir()}
	if dir := lab.Memory(t); dir != "" {
		list = append(list, dir)
	}
	return list
}

func asLeft(t *testing.T, dir string, gone string) {
	t.Helper()
	f := rounds(t, dir, contents{"a/x/y": "1", "a/z": "1", "b": "1"})
	for range 2 {
		if !f.AsLeft() {
			t.Fatal("an untouched folder is not as it was left")
		}
		if _, err := f.Commit(); err != nil { // of nothing
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, gone)); err != nil {
		t.Fatal(err)
	}
	if f.AsLeft() {
		t.Errorf("nobody saw that %q went", gone)
	}
	if err := f.Discard(); err != nil {
		t.Errorf("%q: %v", gone, err)
	}
	os.RemoveAll(dir)
}

// What somebody takes while a round is committed is missed afterwards.
func TestTakenDuringCommit(t *testing.T) {
	for _, where := range folders(t) {
		for _, taken := range []string{"b", "a/z", "a"} {
			dir := filepath.Join(where, "public")
			f := rounds(t, dir, contents{"a/x/y": "1", "a/z": "1", "b": "1"})
			if !f.AsLeft() {
				t.Fatal("an untouched folder is not as it was left")
			}
			if err := os.RemoveAll(filepath.Join(dir, taken)); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Commit(); err != nil {
				t.Fatal(err)
			}
			if f.AsLeft() {
				t.Errorf("nobody saw that %q went", taken)
			}
			if err := f.Discard(); err != nil {
				t.Errorf("%q: %v", taken, err)
			}
			os.RemoveAll(dir)
		}
	}
}
