package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"blandongan/internal/lab"
)

func TestInvalidPaths(t *testing.T) {
	bad := []string{"", ".", "..", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a/./b", `a\b`, "a\x00b",
		"a\nb", "a\tb", "a\x7f", "a\xff", ".blandongan", ".blandongan/manifest", ".Blandongan/x",
		strings.Repeat("x", 256), "a/" + strings.Repeat("é", 128)}
	for _, p := range bad {
		dir := t.TempDir()
		f := mustOpen(t, dir)
		if err := f.Put(p, []byte("x")); err == nil {
			t.Errorf("Put(%q) was taken", p)
		}
		if _, err := f.Commit(); err == nil {
			t.Errorf("Commit after Put(%q) went well", p)
		}
		if err := f.Discard(); err != nil {
			t.Error(err)
		}
		same(t, p, tree(t, dir), contents{})
	}
	good := contents{".well-known/security.txt": "", "a b/ü.html": "1", "...": "2", "x/.blandongan": "3",
		strings.Repeat("x", 255): "4", strings.Repeat("panjang/", 30) + "x": "5"}
	if runtime.GOOS == "windows" {
		delete(good, "...") // there a name cannot end in a dot
	}
	dir := t.TempDir()
	mustBuild(t, dir, good)
	same(t, "good", tree(t, dir), clean(good, nil))
}

func TestClashingPaths(t *testing.T) {
	for _, pair := range [][2]string{{"a", "a"}, {"a", "a/b"}, {"a/b", "a"}, {"a/b/c/d", "a/b"}, {"a/b", "a/b/c/d"}} {
		f := mustOpen(t, t.TempDir())
		put(t, f, pair[0], "1")
		if err := f.Put(pair[1], []byte("1")); err == nil {
			t.Errorf("%q after %q was taken", pair[1], pair[0])
		}
		if _, err := f.Commit(); err == nil {
			t.Errorf("%q and %q were committed", pair[0], pair[1])
		}
	}
}

// Keep keeps what is ours and whole, and nothing else; what it does not keep may be put.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	mustBuild(t, dir, contents{"a": "1", "b": "2", "c": "3", "d/e": "4"})
	write(t, dir, "a", "edited")
	write(t, dir, "foreign", "5")
	if err := os.Remove(filepath.Join(dir, "c")); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, dir)
	for _, c := range []struct {
		path          string
		whole, wanted bool
	}{{"a", true, true}, {"b", false, false}, {"c", true, false}, {"foreign", true, false}, {"d", true, false}} {
		kept, err := f.Keep(c.path, func([]byte) bool { return c.whole })
		if err != nil || kept != c.wanted {
			t.Errorf("%s: kept %t, %v", c.path, kept, err)
		}
	}
	put(t, f, "b", "6")
	put(t, f, "c", "7")
	if _, err := f.Keep("a", func([]byte) bool { return true }); err == nil {
		t.Error("one path was put twice")
	}
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	f = mustOpen(t, dir)
	if _, err := f.Keep("a", func(data []byte) bool { return string(data) == "edited" }); err != nil {
		t.Fatal(err)
	}
	put(t, f, "b", "6")
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	same(t, "kept", tree(t, dir), clean(contents{"a": "edited", "b": "6"}, contents{"foreign": "5"}))
	if kept, _ := f.Keep("b", func([]byte) bool { return true }); kept {
		t.Error("something was kept after the end")
	}
}

func TestPutFromManyGoroutines(t *testing.T) {
	lab.Slow(t)
	dir := scratch(t)
	site := contents{}
	for i := range 2*perStageFolder + 500 { // more than two stageFolders
		site[fmt.Sprintf("p%d/q%d/index.html", i%50, i)] = fmt.Sprint("page ", i)
	}
	for round := range 2 {
		f := mustOpen(t, dir)
		var wait sync.WaitGroup
		todo := make(chan string)
		for range 4 {
			wait.Go(func() {
				for p := range todo {
					if err := putEither(f, p, site[p]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		for p := range site {
			todo <- p
		}
		close(todo)
		wait.Wait()
		r, err := f.Commit()
		if err != nil || r.Written != len(site)*(1-round) || r.Same != len(site)*round {
			t.Errorf("round %d: %d written, %d same, %v", round, r.Written, r.Same, err)
		}
		same(t, "many", tree(t, dir), clean(site, nil))
	}
}

func TestPutFileSources(t *testing.T) {
	dir := t.TempDir()
	piece := strings.Repeat("x", bufferSize/2)
	lengths := []int{0, 1, bufferSize/2 - 1, bufferSize / 2, bufferSize/2 + 1, bufferSize, 3*bufferSize + 7}
	for _, was := range lengths {
		for _, is := range lengths {
			before, after := strings.Repeat(piece, 8)[:was], strings.Repeat(piece, 8)[:is]
			mustBuild(t, dir, contents{"foto.jpg": before, "f": before})
			mustBuild(t, dir, contents{"foto.jpg": after, "f": after})
			same(t, fmt.Sprint(was, " to ", is), tree(t, dir), clean(contents{"foto.jpg": after, "f": after}, nil))
		}
	}
	broken := errors.New("kabel putus")
	sources := map[string]func() (io.ReadCloser, error){
		"open": func() (io.ReadCloser, error) { return nil, broken },
		"read": func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(strings.NewReader(piece), failing{broken})), nil
		},
	}
	for name, src := range sources {
		for _, p := range []string{"f", "new"} { // while comparing, while copying
			before := tree(t, dir)
			f := mustOpen(t, dir)
			err := f.PutFile(p, src)
			if !errors.Is(err, broken) || !strings.Contains(err.Error(), p) {
				t.Errorf("%s %s: %v", name, p, err)
			}
			if _, err := f.Commit(); !errors.Is(err, broken) {
				t.Errorf("%s %s: commit: %v", name, p, err)
			}
			if err := f.Discard(); err != nil {
				t.Error(err)
			}
			same(t, name, tree(t, dir), before)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// endless is a file too big to be held: the test would fail for want of memory
// if PutFile held it.
func TestPutFileStreams(t *testing.T) {
	dir := t.TempDir()
	const size = 64 << 20
	src := func() (io.ReadCloser, error) { return io.NopCloser(io.LimitReader(zeros{}, size)), nil }
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 2 {
		f := mustOpen(t, dir)
		if err := f.PutFile("video.mp4", src); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > size/16 {
		t.Errorf("%d bytes of memory for a file of %d", used, size)
	}
	info, err := os.Stat(filepath.Join(dir, "video.mp4"))
	if err != nil || info.Size() != size {
		t.Errorf("%v, %v", info, err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
