package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := List(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	mustBuild(t, dir, contents{"a": "1", "b/c": "2"})
	write(t, dir, "b/.env", "theirs")
	l, err := List(dir)
	if err != nil || l.Cut || strings.Join(l.Paths, " ") != "a b/c" {
		t.Errorf("%+v, %v", l, err)
	}
	if err := os.Mkdir(filepath.Join(dir, stagePath), 0o755); err != nil {
		t.Fatal(err)
	}
	if l, err = List(dir); err != nil || !l.Cut {
		t.Errorf("cut off: %+v, %v", l, err)
	}
	if err := os.RemoveAll(filepath.Join(dir, recordsFolder)); err != nil {
		t.Fatal(err)
	}
	if _, err := List(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no records: %v", err)
	}
}

func TestCompare(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, built := range []bool{false, true} {
		want := "a b c d"
		if built {
			mustBuild(t, dir, contents{"a": "1", "b": "2", "c": "3"})
			write(t, dir, "b", "x")
			want = "b d"
		}
		c, err := Compare(dir)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range (contents{"a": "1", "b": "2", "d": "4"}) {
			if err := c.Put(name, []byte(text)); err != nil {
				t.Error(err)
			}
		}
		for _, text := range []string{"3", "another"} { // as a build keeps it, or does not
			kept, err := c.Keep("c", func(data []byte) bool { return string(data) == text })
			if err != nil || kept != (built && text == "3") {
				t.Errorf("built %v: kept with %q: %v, %v", built, text, kept, err)
			}
		}
		src := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader([]byte("3"))), nil }
		if err := c.PutFile("c", src); err != nil {
			t.Error(err)
		}
		other, err := c.Other()
		if got := strings.Join(other, " "); err != nil || got != want {
			t.Errorf("built %v: %q, %v", built, got, err)
		}
	}
}
