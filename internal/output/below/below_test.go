package below_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/files"
	"blandongan/internal/lab"
	"blandongan/internal/output/below"
)

func open(t *testing.T, dir string) below.Disk {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := below.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func write(t *testing.T, d below.Disk, name, text string) {
	t.Helper()
	f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(f, text)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func read(d below.Disk, name string) (string, error) {
	f, err := d.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	return string(text), err
}

// Files are what they are through the system's own door.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	if err := errors.Join(d.Mkdir("a", 0o755), d.Mkdir("a/b", 0o755)); err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("pamulang ", 50_000)
	write(t, d, "a/b/f", long)
	if text, err := read(d, "a/b/f"); err != nil || text != long {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	if _, err := d.OpenFile("a/b/f", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	if _, err := read(d, "a/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("read what is not there: %v", err)
	}
	f, err := d.OpenFile("a/b/f", os.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	end := make([]byte, 20)
	if _, err := f.Seek(-9, io.SeekEnd); err != nil {
		t.Fatal(err)
	}
	if n, err := io.ReadFull(f, end); err != io.ErrUnexpectedEOF || !bytes.Equal(end[:n], []byte("pamulang ")) {
		t.Errorf("%q, %v", end[:n], err)
	}
	if _, err := f.Write([]byte("x")); err == nil {
		t.Error("what is open for reading was written")
	}
	if err := d.Rename("a/b/f", "g"); err != nil {
		t.Fatal(err)
	}
	if err := d.Rename("a/b/f", "g"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("renamed what is not there: %v", err)
	}
	if err := d.Rename("a", "g"); err == nil {
		t.Error("a folder was renamed to a file")
	}
	sub, err := d.Sub("a")
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Close()
	write(t, sub, "b/h", "1")
	if text, err := os.ReadFile(filepath.Join(dir, "a", "b", "h")); err != nil || string(text) != "1" {
		t.Errorf("%q, %v", text, err)
	}
}

// A look tells what lies there, and the stamp that everybody else sees.
func TestLook(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	if err := d.Mkdir("a", 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, d, "a/f", "1")
	lab.Link(t, "a", filepath.Join(dir, "l"))
	for name, want := range map[string]below.Kind{"a": below.Folder, "a/f": below.Plain, "l": below.Other} {
		k, stamp, err := d.Look(name)
		info, statErr := os.Lstat(filepath.Join(dir, name))
		if err != nil || statErr != nil || k != want || stamp != files.StampOf(info) {
			t.Errorf("%s: %v %v, %v", name, k, stamp, err)
		}
	}
	if _, _, err := d.Look("a/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
	for _, name := range d.Folders(".") {
		if !slices.Contains([]string{".", "..", "a"}, name) {
			t.Errorf("%s is a folder", name)
		}
	}
}

// Links lead nowhere outside, whatever is asked.
func TestLinksOut(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "public")
	for _, name := range []string{dir, filepath.Join(dir, "in"), filepath.Join(outer, "out")} {
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	d, out := open(t, dir), open(t, filepath.Join(outer, "out"))
	write(t, d, "in/f", "inside")
	write(t, out, "f", "outside")
	lab.Link(t, filepath.Join("..", "out"), filepath.Join(dir, "link"))
	lab.Link(t, "in", filepath.Join(dir, "near"))
	for _, name := range []string{"link/f", "../out/f", filepath.ToSlash(outer) + "/out/f"} {
		if text, err := read(d, name); err == nil {
			t.Errorf("%s: %q", name, text)
		}
		if err := d.Rename("in/f", name); err == nil {
			t.Errorf("renamed to %s", name)
		}
		if err := d.Rename(name, "g"); err == nil {
			t.Errorf("renamed from %s", name)
		}
		if names := d.Folders(filepath.ToSlash(filepath.Dir(name))); names != nil {
			t.Errorf("%s was listed: %q", name, names)
		}
	}
	// What stays inside os.Root follows.
	if text, err := read(d, "near/f"); err != nil || text != "inside" {
		t.Errorf("%q, %v", text, err)
	}
	if text, err := read(out, "f"); err != nil || text != "outside" {
		t.Errorf("%q, %v", text, err)
	}
}
