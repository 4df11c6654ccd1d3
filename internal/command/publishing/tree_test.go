package publishing

import (
	"os"
	"path/filepath"
	"testing"

	"blandongan/internal/output"
)

// A folder that somebody builds while it is read is told from one of which files are gone.
func TestRebuiltWhileRead(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build := func(names ...string) {
		f, err := output.Open(out, output.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := f.Discard(); err != nil {
				t.Error(err)
			}
		}()
		for _, name := range names {
			if err := f.Put(name, []byte(name)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	build("a.html", "b.html")
	before := listed(out)
	if len(before) != 2 || isRebuilt(out, before, nil) {
		t.Fatalf("what nobody touches is being built: %q", before)
	}
	if err := os.Remove(filepath.Join(out, "a.html")); err != nil {
		t.Fatal(err)
	}
	if isRebuilt(out, before, []string{"a.html"}) {
		t.Error("a file is gone, and nobody builds")
	}
	build("a.html", "b.html")
	if !isRebuilt(out, before, []string{"a.html"}) {
		t.Error("a file has come back")
	}
	build("a.html")
	if !isRebuilt(out, before, nil) {
		t.Error("the records name other files")
	}
	before = listed(out)
	if err := os.Mkdir(filepath.Join(out, ".blandongan", "stage"), 0o755); err != nil {
		t.Fatal(err)
	}
	if !isRebuilt(out, before, nil) {
		t.Error("there is a stage")
	}
}
