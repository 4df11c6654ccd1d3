package output

import (
	"os"
	"path/filepath"
	"testing"
)

// rounds opens a folder that is held, and commits a first round.
func rounds(t *testing.T, dir string, first files) *Folder {
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
	f := rounds(t, dir, files{"a/x": "1", "b": "1", "c": "1"})
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
	same(t, "rounds", tree(t, dir), clean(files{"a/x": "1", "b": "2", "d": "1"}, nil))
}

// A file that stays cannot be a folder too, nor a folder that holds such files a
// file.
func TestRoundsKeepWhatTheyDoNotName(t *testing.T) {
	for p, want := range map[string]string{"c/d": "c", "a": "a/x"} {
		dir := t.TempDir()
		f := rounds(t, dir, files{"a/x": "1", "c": "1"})
		put(t, f, p, "2")
		if _, err := f.Commit(); err == nil {
			t.Errorf("%q was put and %q kept", p, want)
		}
		if text, err := os.ReadFile(filepath.Join(dir, want)); err != nil || string(text) != "1" {
			t.Errorf("%q put: %q is %q, %v", p, want, text, err)
		}
	}
}

// Who throws away the folder, or all in it, or a section of it, is noticed.
func TestLies(t *testing.T) {
	for _, gone := range []string{".", "a", "b", "a/x"} {
		dir := filepath.Join(t.TempDir(), "public")
		f := rounds(t, dir, files{"a/x/y": "1", "b": "1"})
		if !f.Lies() {
			t.Fatal("an untouched folder does not lie where it lay")
		}
		if err := os.RemoveAll(filepath.Join(dir, gone)); err != nil {
			t.Fatal(err)
		}
		if f.Lies() {
			t.Errorf("nobody saw that %q went", gone)
		}
		if err := f.Discard(); err != nil {
			t.Errorf("%q: %v", gone, err)
		}
	}
}
