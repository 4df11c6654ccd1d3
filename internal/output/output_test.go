package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/files"
	"blandongan/internal/lab"
	"blandongan/internal/machine"
)

// contents is a site, or a part of one: slash paths and contents.
type contents map[string]string

// build puts and commits site through d, as the pipeline does.
func build(dir string, site contents, wrap func(disk) disk) (r Result, err error) {
	f, err := open(dir, Options{}, wrap)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Discard()) }()
	for _, p := range slices.Sorted(maps.Keys(site)) {
		if err := putEither(f, p, site[p]); err != nil {
			return r, err
		}
	}
	return f.Commit()
}

// putEither puts half of the paths as pages and half as copied files.
func putEither(f *Folder, p, text string) error {
	if len(p)%2 == 0 {
		return f.Put(p, []byte(text))
	}
	return f.PutFile(p, reader(text))
}

func reader(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

// straight is a disk on which all goes well. Like every tapped disk it does not
// really sync: the tests make thousands of builds, and none pulls the plug.
func straight(d disk) disk {
	return &tapped{disk: d, before: func(string, string) error { return nil }}
}

func mustBuild(t *testing.T, dir string, site contents) Result {
	t.Helper()
	r, err := build(dir, site, straight)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustOpen(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Discard() })
	return f
}

func put(t *testing.T, f *Folder, p, text string) {
	t.Helper()
	if err := f.Put(p, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

// write lays a file down by hand, as a person or another program would.
func write(t *testing.T, dir, p, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(p))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tree reads all of dir: files with contents, folders as "name/", links as
// "-> target". The own records are part of it.
func tree(t *testing.T, dir string) contents {
	t.Helper()
	got := contents{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		p := filepath.ToSlash(rel)
		switch {
		case e.IsDir():
			got[p+"/"] = ""
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			got[p] = "-> " + target
			return err
		default:
			text, err := os.ReadFile(name)
			got[p] = string(text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// clean is the tree a build of site makes in an empty folder, plus what lies
// there besides.
func clean(site, besides contents) contents {
	want := contents{recordsFolder + "/": "", lockPath: ""}
	paths := slices.Sorted(maps.Keys(site))
	want[manifestPath] = manifestHeader + "\n"
	for _, p := range paths {
		if _, foreign := besides[p]; !foreign {
			want[manifestPath] += p + "\n"
		}
	}
	for _, part := range []contents{site, besides} {
		for p, text := range part {
			want[p] = text
			for dir := range foldersAbove(p) {
				want[dir+"/"] = ""
			}
		}
	}
	return want
}

func same(t *testing.T, what string, got, want contents) {
	t.Helper()
	for p := range want {
		if text, ok := got[p]; !ok {
			t.Errorf("%s: %s is missing", what, p)
		} else if text != want[p] {
			t.Errorf("%s: %s is %.60q, want %.60q", what, p, text, want[p])
		}
	}
	for p := range got {
		if _, ok := want[p]; !ok {
			t.Errorf("%s: %s should not be there", what, p)
		}
	}
}

func TestBuildsOneAfterAnother(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "public")
	steps := []struct {
		name string
		site contents
		want Result
	}{
		{"first", contents{"index.html": "1", "berita/x/index.html": "x", ".well-known/security.txt": "s"},
			Result{3, 0, 0, []string{".well-known/security.txt", "berita/x/index.html", "index.html"},
				[]string{".well-known/security.txt", "berita/x/index.html", "index.html"}}},
		{"same again", contents{"index.html": "1", "berita/x/index.html": "x", ".well-known/security.txt": "s"},
			Result{0, 0, 3, nil, nil}},
		{"one changed", contents{"index.html": "2", "berita/x/index.html": "x", ".well-known/security.txt": "s"},
			Result{1, 0, 2, []string{"index.html"}, nil}},
		{"one gone, one new", contents{"index.html": "2", "berita/y/index.html": "y", ".well-known/security.txt": "s"},
			Result{1, 1, 2, []string{"berita/y/index.html"}, []string{"berita/y/index.html"}}},
		{"folder to file, file to folder", contents{"index.html/a": "2", "berita": "y"},
			Result{2, 3, 0, []string{"berita", "index.html/a"}, []string{"berita", "index.html/a"}}},
		{"empty file", contents{"berita": ""}, Result{1, 1, 0, []string{"berita"}, nil}},
		{"still empty", contents{"berita": ""}, Result{0, 0, 1, nil, nil}},
		{"nothing", contents{}, Result{0, 1, 0, nil, nil}},
	}
	for _, s := range steps {
		got := mustBuild(t, dir, s.site)
		if fmt.Sprint(got) != fmt.Sprint(s.want) {
			t.Errorf("%s: got %v, want %v", s.name, got, s.want)
		}
		same(t, s.name, tree(t, dir), clean(s.site, nil))
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := t.TempDir()
	mustBuild(t, dir, contents{"same.html": "s", "same.css": "css", "page.html": "1"})
	old := time.Date(2017, 11, 7, 9, 0, 0, 0, time.UTC)
	for _, name := range []string{"same.html", "same.css", "page.html"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	mustBuild(t, dir, contents{"same.html": "s", "same.css": "css", "page.html": "2"})
	for name, kept := range map[string]bool{"same.html": true, "same.css": true, "page.html": false} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().Equal(old) != kept {
			t.Errorf("%s: time kept is %t, want %t", name, !kept, kept)
		}
	}
}

func TestNothingChangesBeforeCommit(t *testing.T) {
	dir := t.TempDir()
	site := contents{"index.html": "1", "berita/x": "x"}
	mustBuild(t, dir, site)
	f := mustOpen(t, dir)
	put(t, f, "index.html", "2")
	put(t, f, "new", "n")
	got := tree(t, dir)
	maps.DeleteFunc(got, func(p, _ string) bool { return strings.HasPrefix(p, recordsFolder) })
	want := clean(site, nil)
	maps.DeleteFunc(want, func(p, _ string) bool { return strings.HasPrefix(p, recordsFolder) })
	same(t, "before commit", got, want)
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	same(t, "after discard", tree(t, dir), clean(site, nil))
}

func TestDamagedFilesAreMadeAgain(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("tangerang selatan ", 10_000) // more than two buffers
	site := contents{
		"edited": "right", "cut.html": long, "emptied": long, "gone": "x", "longer.html": long, "last.html": long,
	}
	mustBuild(t, dir, site)
	write(t, dir, "edited", "wrong")
	write(t, dir, "cut.html", long[:len(long)/2])
	write(t, dir, "emptied", "")
	write(t, dir, "longer.html", long+"!")
	write(t, dir, "last.html", long[:len(long)-1]+"!")
	if err := os.Remove(filepath.Join(dir, "gone")); err != nil {
		t.Fatal(err)
	}
	if r := mustBuild(t, dir, site); r.Written != len(site) {
		t.Errorf("written %v", r.WrittenPaths)
	}
	same(t, "after", tree(t, dir), clean(site, nil))
}

func TestUnreadableFileOfOursIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	site := contents{"a": "1", "ab": "22"}
	mustBuild(t, dir, site)
	for _, broken := range []string{"open", "read", "second read"} {
		seen := map[string]int{}
		r, err := build(dir, site, func(d disk) disk {
			return &tapped{disk: d, before: func(op, name string) error {
				if name != "a" && name != "ab" {
					return nil
				}
				seen[op+name]++
				if op == broken || "second "+op == broken && seen[op+name] == 2 {
					return fs.ErrPermission
				}
				return nil
			}}
		})
		want := 2
		if broken == "second read" { // pages have a known length and are read once
			want = 1
		}
		if err != nil || r.Written != want {
			t.Errorf("%s: got %+v, %v", broken, r, err)
		}
		same(t, broken, tree(t, dir), clean(site, nil))
	}
}

// A stale file that was edited by hand was ours all the same.
func TestStaleRemovalLeavesWhatIsNotAPlainFile(t *testing.T) {
	dir := t.TempDir()
	mustBuild(t, dir, contents{"link": "1", "box": "2", "d/x": "3", "edited": "4", "keep": "5"})
	elsewhere := t.TempDir()
	write(t, elsewhere, "x", "not ours")
	for _, p := range []string{"link", "box", "d"} {
		if err := os.RemoveAll(filepath.Join(dir, p)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, "arsip/x", "by hand")
	symlink(t, "arsip/x", dir, "link")
	symlink(t, "arsip", dir, "d")
	write(t, dir, "box/by hand", "b")
	write(t, dir, "edited", "by hand")
	mustBuild(t, dir, contents{"keep": "5"})
	same(t, "after", tree(t, dir), clean(contents{"keep": "5"}, contents{
		"arsip/x": "by hand", "link": "-> arsip/x", "d": "-> arsip", "box/by hand": "b"}))
}

func symlink(t *testing.T, target, dir, p string) {
	t.Helper()
	lab.Link(t, target, filepath.Join(dir, filepath.FromSlash(p)))
}

func TestSameInputSameBytesThroughout(t *testing.T) {
	site := contents{"z": "1", "a/b/c": "2", "a/d": "3", "a.html": "4"}
	one, two := t.TempDir(), t.TempDir()
	mustBuild(t, one, site)
	mustBuild(t, two, contents{"a": "x", "old/file": "y"})
	mustBuild(t, two, site)
	same(t, "another history", tree(t, two), tree(t, one))
	want := "blandongan output 1\na.html\na/b/c\na/d\nz\n"
	if got := tree(t, one)[manifestPath]; got != want {
		t.Errorf("manifest %q, want %q", got, want)
	}
}

func TestDiscardLeavesNoTrace(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "deep", "public")
	f := mustOpen(t, dir)
	put(t, f, "a/b", "1")
	for range 2 {
		if err := f.Discard(); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "folder that was missing", tree(t, outer), contents{})

	write(t, dir, "mine.txt", "m")
	before := tree(t, dir)
	f = mustOpen(t, dir)
	put(t, f, "a/b", "1")
	put(t, f, "mine.txt", "ours")
	if _, err := f.Commit(); err == nil {
		t.Error("a foreign file was taken")
	}
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	same(t, "folder that was there", tree(t, dir), before)
}

func TestAfterTheEnd(t *testing.T) {
	f := mustOpen(t, t.TempDir())
	put(t, f, "a", "1")
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := f.Put("b", nil); err == nil {
		t.Error("Put after Commit")
	}
	if _, err := f.Commit(); err == nil {
		t.Error("Commit after Commit")
	}
	if err := f.Discard(); err != nil {
		t.Errorf("Discard after Commit: %v", err)
	}
}

func TestModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, contents{"a/b": "1"})
	// What a plain program makes here, umask and all, is what we make.
	write(t, t.TempDir(), "x", "")
	plainDir := filepath.Join(t.TempDir(), "d")
	write(t, plainDir, "f", "")
	for ours, theirs := range map[string]string{dir: plainDir, dir + "/a": plainDir, dir + "/a/b": plainDir + "/f",
		path.Join(dir, manifestPath): plainDir + "/f"} {
		a, errA := os.Stat(ours)
		b, errB := os.Stat(theirs)
		if errA != nil || errB != nil || a.Mode() != b.Mode() {
			t.Errorf("%s: %v %v, want %v %v", ours, a.Mode(), errA, b.Mode(), errB)
		}
	}
}

func TestDirThatIsNoFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "public", "a file")
	_, err := Open(filepath.Join(dir, "public"), Options{})
	if !machine.Is(err, machine.ErrNoFolder) || !strings.Contains(err.Error(), "public: ") {
		t.Errorf("got %v", err)
	}
	same(t, "after", tree(t, dir), contents{"public": "a file"})
}

// A file or a folder changes its capitals. On disks that do not tell them apart, as those of Windows and macOS, what
// was written is not what goes; its name is the one of now.
func TestCapitals(t *testing.T) {
	for _, build := range builders {
		capitals(t, build)
	}
}

func capitals(t *testing.T, build builder) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "Arsip/milik orang", "theirs")
	for round, site := range []contents{
		{"berkas/Laporan.pdf": "1", "Foto/a.jpg": "1", "Foto/b.jpg": "1", "Arsip/A": "1"},
		{"berkas/laporan.pdf": "2", "foto/a.jpg": "1", "foto/c.jpg": "2", "arsip/a": "1"},
		{"berkas/LAPORAN.pdf": "2", "FOTO": "3", "Arsip/a": "2"},
		{"berkas/Laporan.PDF/x": "4", "foto/a.jpg": "5", "Arsip/a": "3"},
		{"Arsip/a": "3"},
	} {
		want := maps.Clone(site)
		if text, is := want["arsip/a"]; is { // a folder that holds what is not ours keeps its name
			delete(want, "arsip/a")
			want["Arsip/a"] = text
		}
		want["Arsip/milik orang"] = "theirs"
		for range 2 {
			if _, err := build(dir, site, func(d disk) disk { return folding{d} }); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			got := tree(t, dir)
			for name := range got {
				if strings.HasPrefix(name, recordsFolder) || strings.HasSuffix(name, "/") {
					delete(got, name)
				}
			}
			if !maps.Equal(got, want) {
				t.Errorf("round %d: %q, want %q", round, got, want)
			}
		}
	}
}

// Of two files of one name the last one lies there, where a disk does not tell them apart.
func TestCapitalsAtOnce(t *testing.T) {
	dir := t.TempDir()
	site := contents{"a/Laporan.pdf": "1", "a/laporan.pdf": "2", "b": "3"}
	if _, err := build(dir, site, func(d disk) disk { return folding{d} }); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got["a/Laporan.pdf"] != "2" || got["b"] != "3" {
		t.Errorf("%q", got)
	}
}

// A first build makes each folder and each file once, and renames whole folders; beside files of
// others only what they do not hold.
func TestFirstBuildMovesWholeFolders(t *testing.T) {
	if machine.KeepsOpenFiles {
		t.Skip("files go one by one here")
	}
	site := contents{"index.html": "1"}
	for i := range 3 * manyFolders {
		site[fmt.Sprintf("berita/b%d/index.html", i)] = "2"
		site[fmt.Sprintf("berita/b%d/foto.jpg", i)] = "3"
		site[fmt.Sprintf("topik/t/halaman/%d", i)] = "4"
	}
	for _, theirs := range []contents{nil, {"topik/hand": "h"}} {
		dir := t.TempDir()
		for p, text := range theirs {
			write(t, dir, p, text)
		}
		did := map[string][]string{}
		if _, err := build(dir, site, func(d disk) disk {
			return &tapped{disk: d, before: func(op, name string) error {
				did[op] = append(did[op], name)
				return nil
			}}
		}); err != nil {
			t.Fatal(err)
		}
		want := []string{manifestPath, "berita", "index.html", "topik", manifestPath}
		if theirs != nil {
			want[3] = "topik/t"
		}
		if !slices.Equal(did["rename"], want) {
			t.Errorf("renamed %q, want %q", did["rename"], want)
		}
		folders := map[string]bool{}
		for _, name := range did["mkdir"] {
			if strings.HasPrefix(name, stagePath+"/tree/") {
				if folders[name] {
					t.Errorf("%s was made twice", name)
				}
				folders[name] = true
			}
		}
		if n := 1 + 3*manyFolders + 3; len(folders) != n {
			t.Errorf("%d folders made, want %d", len(folders), n)
		}
		same(t, "after", tree(t, dir), clean(site, theirs))
	}
}

// Somebody else's file is theirs, whatever its capitals.
func TestCapitalsOfOthers(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "Laporan.pdf", "theirs")
	_, err := build(dir, contents{"laporan.pdf": "ours"}, func(d disk) disk { return folding{d} })
	var foreign *ForeignError
	if !errors.As(err, &foreign) {
		t.Errorf("%v", err)
	}
}

// folding is a disk that does not tell capitals apart.
type folding struct{ disk }

// as returns a path as it lies there, as far as it does.
func (d folding) as(name string) string {
	at := "."
	for e := range strings.SplitSeq(name, "/") {
		if h, err := d.disk.OpenFolder(at); err == nil {
			names, _ := h.Readdirnames(-1)
			h.Close()
			if i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, e) }); i >= 0 {
				e = names[i]
			}
		}
		at = path.Join(at, e)
	}
	return at
}

func (d folding) Lstat(name string) (fs.FileInfo, error) { return d.disk.Lstat(d.as(name)) }

func (d folding) Look(name string) (kind, files.Stamp, error) { return d.disk.Look(d.as(name)) }

func (d folding) Folders(name string) []string { return d.disk.Folders(d.as(name)) }

func (d folding) OpenFile(name string, flag int, mode fs.FileMode) (file, error) {
	return d.disk.OpenFile(d.as(name), flag, mode)
}

func (d folding) Sub(name string) (disk, error) {
	sub, err := d.disk.Sub(d.as(name))
	return folding{sub}, err
}

func (d folding) OpenFolder(name string) (openFolder, error) { return d.disk.OpenFolder(d.as(name)) }

func (d folding) Mkdir(name string, mode fs.FileMode) error { return d.disk.Mkdir(d.as(name), mode) }

func (d folding) Rename(from, to string) error { return d.disk.Rename(d.as(from), d.as(to)) }

func (d folding) Remove(name string) error { return d.disk.Remove(d.as(name)) }
