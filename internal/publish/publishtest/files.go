// Package publishtest is scenery for tests of publishing: folders of files, sites that
// change, servers, and lines to them that break. Nothing but tests imports it.
package publishtest

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/publish/store"
)

// Files are a folder's files by path.
type Files map[string]string

// Write makes a folder hold exactly these files.
func (f Files) Write(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	f.Add(t, dir)
}

// Add adds these files to a folder.
func (f Files) Add(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range f {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// AllIn lists all that lies below a folder, as if a builder had made it.
func AllIn(dir string) []string {
	var made []string
	_ = filepath.WalkDir(dir, func(full string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, full)
		switch {
		case err != nil:
			return err
		case name == store.OwnFolder:
			return fs.SkipDir
		case !d.IsDir():
			made = append(made, filepath.ToSlash(name))
		}
		return nil
	})
	return made
}

// ReadFiles returns the files below a folder, but for our records.
func ReadFiles(t *testing.T, dir string) Files {
	t.Helper()
	f := Files{}
	root, err := filepath.EvalSymlinks(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return f
	}
	err = filepath.WalkDir(root, func(full string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == store.OwnFolder:
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		data, err := os.ReadFile(full)
		name, _ := filepath.Rel(root, full)
		f[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// ReadFile returns the text of a file.
func ReadFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Same wants what lies at a destination to be what should.
func Same(t *testing.T, got, want Files) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if text, there := got[name]; !there {
			t.Errorf("%s is not there", name)
		} else if text != want[name] {
			t.Errorf("%s is %q there, want %q", name, text, want[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, wanted := want[name]; !wanted {
			t.Errorf("%s lies there", name)
		}
	}
}

// Version is a small site; its pages load what carries their version.
func Version(n int) Files {
	v := fmt.Sprint(n)
	style := "aset/style." + strings.Repeat(v, 8) + ".css"
	return Files{
		style:                         "css " + v,
		"index.html":                  "page " + v + " " + style,
		"berita/index.html":           "page " + v + " " + style,
		"berita/" + v + "/index.html": "page " + v + " " + style + " berita/" + v + "/foto.jpg",
		"berita/" + v + "/foto.jpg":   "photo " + v,
		"berita/lama/index.html":      "the same in all",
		"berita/feed.json":            "feed " + v,
		"sitemap.xml":                 "map " + v,
	}
}

// OddNames are all different, and each is a name of a file.
func OddNames() []string {
	return []string{
		"index.html", "a b.html", " leading", "trailing ", "two  spaces", "a+b", "a%2Bb", "a%20b", "%", "%%", "%zz",
		"a?b", "?", "a#b", "#", "a&b=c", "a=b", "'single'", `"double"`, `back\slash`, "*", "-dash", "--help",
		"~tilde", "a:b",
		"a;b", "a,b", "a|b", "<tag>", "{x}", "[y]", "^", "`tick`", "$HOME", "!", "@", "é.html", "e\u0301.html", "ß",
		"İ", "i", "I",
		"日本", "😀", "\u202egnp.exe", "\ufeffbom", "a\u2028b", ".hidden", "..two", "a..b", "dot.", "...",
		"deep/er/and/deeper/still.txt",
		"deep er/+/%/#?&.txt", "berita/..x/y", "CON", "con", strings.Repeat("n", 200),
	}
}
