package output

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestManifestThatIsNotOurs(t *testing.T) {
	for _, text := range []string{"", "x", "blandongan output 2\na\n", manifestHeader, manifestHeader + "\n../x\n",
		manifestHeader + "\n/etc/passwd\n", manifestHeader + "\na", manifestHeader + "\n\n",
		manifestHeader + "\na\t../../lock\n", manifestHeader + "\n.blandongan/lock\n"} {
		dir := t.TempDir()
		write(t, dir, manifestPath, text)
		write(t, dir, "a", "1")
		before := tree(t, dir)
		_, err := Open(dir, Options{})
		if err == nil || !strings.Contains(err.Error(), "read "+filepath.Join(dir, manifestPath)) {
			t.Errorf("%q: %v", text, err)
		}
		after := tree(t, dir)
		delete(after, lockPath) // another build may be waiting at it
		same(t, fmt.Sprintf("%q", text), after, before)
	}
}

func TestManifestText(t *testing.T) {
	own, made := []string{"a.html", "a/b", "b"}, Made{true, "https://contoh.id/"}
	marked := map[string]string{"a/c": "0/12", "a": "9/9", "z": "3/4"}
	var text strings.Builder
	v := inventory{own, slices.Sorted(maps.Keys(marked)), func(path string) string { return marked[path] }, made}
	if err := v.write(bufio.NewWriter(&text)); err != nil {
		t.Fatal(err)
	}
	got, err := parseManifest(text.String())
	if err != nil || !slices.Equal(got.order, own) || !maps.Equal(got.marked, marked) || got.made != made {
		t.Errorf("%q came back as %v, %v", text.String(), got, err)
	}
	if lines := strings.Split(text.String(), "\n"); !slices.IsSorted(lines[2 : len(lines)-1]) {
		t.Errorf("%q is not in order", text.String())
	}
}

// What is said of how files were made holds at every moment: when a draft lies there the folder
// knows it, whatever ends the build, in which direction it goes and in which round.
func TestMadeIsKnownBefore(t *testing.T) {
	for _, held := range []bool{false, true} {
		for from := range 2 {
			stop := 1
			for ; remake(t, held, from, stop); stop++ {
			}
			if stop < 10 {
				t.Errorf("held %v, from %d: only %d operations", held, from, stop)
			}
		}
	}
}

// remake builds a folder in one of two ways and then in the other, in which the disk ends it at an
// operation, and says whether it came to that. The paths are the same.
func remake(t *testing.T, held bool, from, stop int) (ended bool) {
	t.Helper()
	const address = "https://contoh.id/"
	made, text := []Made{{false, address}, {true, address}}, []string{"fact", "draft"}
	dir, armed, ops := filepath.Join(scratch(t), "public"), false, 0
	look := func(when string) Made {
		lies, _ := os.ReadFile(filepath.Join(dir, "a"))
		l, err := List(dir)
		if err == nil && string(lies) == "draft" && !l.Made.Drafts {
			t.Errorf("held %v, from %d, stopped at %d: a draft lies there %s: %+v", held, from, stop, when, l)
		}
		return l.Made
	}
	wrap := func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			if !armed {
				return nil
			}
			look("before " + op + " " + name)
			if ops++; ops >= stop {
				return syscall.EIO
			}
			return nil
		}}
	}
	f, err := open(dir, Options{Hold: held}, wrap)
	fill := func(i int) error {
		f.Describe(made[i])
		if err := f.Put("b", []byte("same")); err != nil {
			return err
		}
		if err := f.Put("a", []byte(text[i])); err != nil {
			return err
		}
		_, err := f.Commit()
		return err
	}
	if err == nil {
		err = fill(from)
	}
	if err == nil && !held {
		f, err = open(dir, Options{}, wrap)
	}
	if err != nil {
		t.Fatal(err)
	}
	armed = true
	err = fill(1 - from)
	armed = false
	f.Discard()
	if is := look("afterwards"); err == nil && is != made[1-from] {
		t.Errorf("held %v, from %d: made as %+v", held, from, is)
	}
	return err != nil
}
