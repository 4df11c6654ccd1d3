package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// builder builds a site in a folder.
type builder func(dir string, site contents, wrap func(disk) disk) (Result, error)

// builders are one that remembers nothing, and one that remembers.
var builders = map[bool]builder{false: build, true: buildRemembering}

// known is what the second remembers of a file.
type known struct {
	Text  string
	Stamp []byte
}

// buildRemembering does not put again what lies there as it was left.
func buildRemembering(dir string, site contents, wrap func(disk) disk) (r Result, err error) {
	f, err := open(dir, Options{Remember: true}, wrap)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Discard()) }()
	last := map[string]known{}
	kept := Memory(f.dir)
	if json.Unmarshal(kept.Bytes, &last) != nil || !f.Resume(kept) {
		clear(last)
	}
	for p := range last {
		if _, is := site[p]; !is {
			f.Drop(p)
		}
	}
	now := map[string]known{}
	for _, p := range slices.Sorted(maps.Keys(site)) {
		was, is := last[p]
		if is && was.Text == site[p] && bytes.Equal(stampOf(f, p), was.Stamp) {
			continue
		}
		if err := putEither(f, p, site[p]); err != nil {
			return r, err
		}
	}
	if r, err = f.Commit(); err != nil {
		return r, err
	}
	for p, text := range site {
		now[p] = known{text, stampOf(f, p)}
	}
	data, _ := json.Marshal(now)
	_ = f.Remember(saying(data)) // on a full disk it does without
	return r, nil
}

// saying writes what is to be remembered.
func saying(data []byte) func(io.Writer) error {
	return func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	}
}

func stampOf(f *Folder, p string) []byte {
	stamp, is := f.Stamp(p)
	if !is {
		return []byte("not there")
	}
	return stamp.AppendTo(nil)
}

// forgetful takes the memory out of a tree.
func forgetful(t contents) contents {
	delete(t, memoryPath)
	return t
}

// remember builds a site and keeps a text.
func remember(t *testing.T, dir string, site contents, text string) {
	t.Helper()
	f, err := open(dir, Options{Remember: true}, straight)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Discard()
	for p, text := range site {
		put(t, f, p, text)
	}
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := f.Remember(saying([]byte(text))); err != nil {
		t.Fatal(err)
	}
	if err := f.Put("late", nil); err == nil {
		t.Error("something was put after the end")
	}
}

// A folder is taken up where it was left, and ends as if all had been put at once.
func TestResume(t *testing.T) {
	for _, hold := range []bool{false, true} {
		dir := t.TempDir()
		remember(t, dir, contents{"a/x": "1", "b": "1", "c": "1", "d/e": "1"}, "known")
		write(t, dir, "foreign", "theirs")
		f, err := open(dir, Options{Hold: hold, Remember: true}, straight)
		if err != nil {
			t.Fatal(err)
		}
		kept := Memory(dir)
		if got := string(kept.Bytes); got != "known" || !f.Resume(kept) {
			t.Fatalf("%q is remembered, and cannot be taken up", got)
		}
		if _, is := f.Stamp("foreign"); is {
			t.Error("a foreign file has a stamp")
		}
		put(t, f, "b", "2")
		put(t, f, "n/n", "1")
		f.Drop("c")
		f.Drop("foreign")
		r, err := f.Commit()
		if err != nil || r.Written != 2 || r.Removed != 1 || !slices.Equal(r.NewPaths, []string{"n/n"}) {
			t.Fatalf("%+v, %v", r, err)
		}
		if Memory(dir).Bytes != nil {
			t.Error("what was remembered outlived it")
		}
		for p, want := range map[string]bool{"a/x": true, "b": true, "n/n": true, "c": false, "foreign": false} {
			if _, is := f.Stamp(p); is != want {
				t.Errorf("%s has a stamp: %t", p, is)
			}
		}
		if hold {
			f.Drop("d/e")
			if _, err := f.Commit(); err != nil {
				t.Fatal(err)
			}
			put(t, f, "d/e", "1")
			if _, err := f.Commit(); err != nil || !f.AsLeft() {
				t.Fatal("a folder that was taken up is not as it was left")
			}
		}
		if err := errors.Join(f.Remember(saying([]byte("more"))), f.Discard()); err != nil {
			t.Fatal(err)
		}
		want := clean(contents{"a/x": "1", "b": "2", "d/e": "1", "n/n": "1"}, contents{"foreign": "theirs"})
		same(t, "resumed", forgetful(tree(t, dir)), want)
		if got := string(Memory(dir).Bytes); got != "more" {
			t.Errorf("%q is remembered", got)
		}
	}
}

// What was read is of no use when somebody else filled the folder before it was held.
func TestResumeAfterOthers(t *testing.T) {
	dir := t.TempDir()
	remember(t, dir, contents{"a": "1"}, "known")
	kept := Memory(dir)
	remember(t, dir, contents{"a": "1", "b": "1"}, "newer")
	f := mustOpen(t, dir)
	if f.Resume(kept) {
		t.Error("the folder was taken up by what was known before")
	}
	if got := Memory(dir); string(got.Bytes) != "newer" || !f.Resume(got) {
		t.Errorf("%q is remembered, and of no use", got.Bytes)
	}
	if err := f.Discard(); err != nil {
		t.Error(err)
	}
}

// A build that changes nothing leaves what is remembered, for it still holds.
func TestRememberedWhenNothingChanges(t *testing.T) {
	dir := t.TempDir()
	site := contents{"a": "1", "b/c": "2"}
	remember(t, dir, site, "known")
	mustBuild(t, dir, site)
	if got := string(Memory(dir).Bytes); got != "known" {
		t.Errorf("%q is remembered", got)
	}
	l, err := List(dir)
	if err != nil || l.Cut || strings.Join(l.Paths, " ") != "a b/c" {
		t.Errorf("%+v, %v", l, err)
	}
	f := mustOpen(t, dir)
	put(t, f, "a", "2")
	f.Discard() // before anything was changed
	if f = mustOpen(t, dir); !f.Resume(Memory(dir)) {
		t.Error("what was given up cannot be taken up")
	}
	put(t, f, "a", "2")
	if _, err := f.Commit(); err != nil || Memory(dir).Bytes != nil {
		t.Errorf("another file of the same name is remembered, %v", err)
	}
}

// What is remembered is of one manifest. Whatever else lies there is nothing, and gives way.
func TestMemoryThatIsNotOurs(t *testing.T) {
	site := contents{"a": "1", "b": "2"}
	for name, lay := range map[string]func(dir, memory string){
		"nothing": func(_, memory string) { os.Remove(memory) },
		"text":    func(dir, _ string) { write(t, dir, memoryPath, "blandongan") },
		"empty":   func(dir, _ string) { write(t, dir, memoryPath, "") },
		"a folder": func(dir, memory string) {
			os.Remove(memory)
			write(t, dir, memoryPath+"/x", "")
			os.Remove(filepath.Join(memory, "x"))
		},
		"a link": func(dir, memory string) {
			os.Rename(memory, filepath.Join(dir, "elsewhere"))
			symlink(t, "../elsewhere", dir, memoryPath)
		},
		"of other files": func(dir, memory string) {
			text, _ := os.ReadFile(memory)
			mustBuild(t, dir, contents{"a": "1", "b": "2", "c": "3"})
			write(t, dir, memoryPath, string(text)) // an older program would have left it
		},
	} {
		dir := t.TempDir()
		remember(t, dir, site, "known")
		lay(dir, filepath.Join(dir, memoryPath))
		f, err := open(dir, Options{Remember: true}, straight)
		if err != nil {
			t.Fatal(err)
		}
		if got := Memory(dir); got.Bytes != nil || f.Resume(got) {
			t.Errorf("%s: %q is remembered", name, got.Bytes)
		}
		put(t, f, "a", "1")
		put(t, f, "b", "new")
		_, err = f.Commit()
		if err := errors.Join(err, f.Remember(saying([]byte("again"))), f.Discard()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := string(Memory(dir).Bytes); got != "again" {
			t.Errorf("%s: %q is remembered afterwards", name, got)
		}
	}
}

// Nothing is left of what could not be written, and what was known before still is.
func TestNoRoomToRemember(t *testing.T) {
	for _, broken := range []string{"create", "write", "close", "rename"} {
		dir := scratch(t)
		site := contents{"a": "1"}
		remember(t, dir, site, "known")
		f, err := open(dir, Options{Remember: true}, func(d disk) disk {
			return &tapped{disk: d, before: func(op, name string) error {
				if op == broken && strings.HasSuffix(name, "/memory") {
					return syscall.ENOSPC
				}
				return nil
			}}
		})
		if err != nil {
			t.Fatal(err)
		}
		put(t, f, "a", "1")
		if _, err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		if err := f.Remember(saying([]byte("more"))); broken != "close" && !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: %v", broken, err)
		}
		if err := f.Discard(); err != nil {
			t.Error(err)
		}
		if got := string(Memory(dir).Bytes); got != "known" {
			t.Errorf("%s: %q is remembered", broken, got)
		}
		same(t, broken, forgetful(tree(t, dir)), clean(site, nil))
	}
}

// Where nothing was built nothing is remembered, and no trace is left.
func TestNothingToRemember(t *testing.T) {
	outer := t.TempDir()
	f := mustOpen(t, filepath.Join(outer, "public"))
	if kept := Memory(filepath.Join(outer, "public")); kept.Bytes != nil || f.Resume(kept) {
		t.Error("something is remembered")
	}
	if err := f.Remember(saying([]byte("x"))); err == nil {
		t.Error("nothing was remembered")
	}
	if err := f.Discard(); err != nil {
		t.Error(err)
	}
	same(t, "after", tree(t, outer), contents{})
}

// Where nothing is listed any more, nothing is left of what was kept beside the list, nor of what somebody was
// keeping who was killed.
func TestNothingKeptOfNothing(t *testing.T) {
	dir := t.TempDir()
	remember(t, dir, contents{"a": "1"}, "known")
	if err := KeepFindings(dir, saying([]byte("found"))); err != nil {
		t.Fatal(err)
	}
	write(t, dir, findingsPath+".next", "fou")
	for _, p := range []string{"a", manifestPath} {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(p))); err != nil {
			t.Fatal(err)
		}
	}
	if err := mustOpen(t, dir).Discard(); err != nil {
		t.Error(err)
	}
	same(t, "after", tree(t, dir), contents{})
}
