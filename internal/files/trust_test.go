package files

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What Looking.Changed does not name is taken for what it was; what came and what went is found,
// and a path that leads to nothing known has all looked at.
func TestChangedAlone(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"data/a", "data/b", "data/c", "data/in/a", "data/in/d"} {
		write(name, "1")
	}
	site, err := OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	var folders Folders
	look := func(changed ...string) map[string]int64 {
		one := func(n int, do func(int)) {
			for i := range n {
				do(i)
			}
		}
		list, problems := List(site, Looking{one, &folders, time.Now(), changed}, "data")
		if problems != nil {
			t.Fatal(problems)
		}
		sizes := map[string]int64{}
		for _, f := range list {
			sizes[f.Path] = f.Size
		}
		return sizes
	}
	want := func(what string, sizes map[string]int64, path string, size int64) {
		t.Helper()
		if sizes[path] != size {
			t.Errorf("%s: %s has %d bytes, want %d", what, path, sizes[path], size)
		}
	}
	if n := len(look("data/a")); n != 5 {
		t.Fatalf("a first look finds %d files", n)
	}
	for _, name := range []string{"data/a", "data/b", "data/in/a", "data/in/d"} {
		write(name, "22")
	}
	told := look("data/b", "data/in/d")
	want("told", told, "data/b", 2)
	want("told", told, "data/in/d", 2)
	want("not told", told, "data/a", 1)
	want("not told", told, "data/in/a", 1)

	write("data/new", "1")
	if err := os.Remove(filepath.Join(dir, "data/c")); err != nil {
		t.Fatal(err)
	}
	told = look("data/b")
	want("came", told, "data/new", 1)
	want("went", told, "data/c", 0)
	want("still not told", told, "data/a", 1)
	want("still told", told, "data/b", 2)

	for _, changed := range []string{"", "data/other", "data/in", "elsewhere/a"} {
		write("data/a", "1")
		look()
		write("data/a", "333")
		all := look(changed)
		want("told of "+changed, all, "data/a", 3)
		want("told of "+changed, all, "data/in/a", 2)
	}
}
