package output

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/machine"
)

// scenario is one build over an earlier one, beside files that are not ours.
type scenario struct {
	name          string
	before, after contents
	foreign       contents
	remember      bool // the earlier build left a memory
}

func scenarios() []scenario {
	long := strings.Repeat("serpong utara ", 10_000)
	return []scenario{
		{"clean", nil, contents{"index.html": "1", "a/b/c": "2", "a/d": long, "empty": ""}, nil, false},
		{"first, beside others", nil, contents{"index.html": "1", "a/b/c": "2", "a/b/d": "3", "a/e": "4", "f/g/h": "5",
			"f/g/i": "6", "equal": "7"}, contents{"a/hand": "h", "f/g/hand": "h", "l/hand": "h", "equal": "7"}, false},
		{"changed", contents{"index.html": "1", "a/b/c": "2", "foto": long, "as it was": "s"},
			contents{"index.html": "one", "a/b/c": "two", "foto": long[:len(long)-2], "as it was": "s"}, nil, false},
		{"removal", contents{"index.html": "1", "a/b/c": "2", "a/b/d": "3", "e/f": "4", "g/h/i": "5"},
			contents{"index.html": "1", "e/g": "6"}, contents{"g/hand": "h"}, false},
		{"swap", contents{"a": "1", "b/c/d": "2", "b/e": "3", "f/g": "4"},
			contents{"a/b/c": "5", "b": "6", "f/g/h": "7", "f/i": "8"}, contents{"hand": "h"}, false},
		{"all at once", contents{"index.html": "1", "a": "2", "b/c": "3", "old/x": "4", "old/y/z": "5", "keep/k": "6"},
			contents{"index.html": "one", "a/n": "7", "b": "8", "keep/k": "6", "new/x/y": "9", "equal": "same"},
			contents{"old/hand": "h", "equal": "same"}, false},
	}
}

// lay makes the folder the scenario starts from.
func (s scenario) lay(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(scratch(t), "public")
	if s.before != nil {
		if _, err := builders[s.remember](dir, s.before, straight); err != nil {
			t.Fatal(err)
		}
	}
	for p, text := range s.foreign {
		write(t, dir, p, text)
	}
	return dir
}

// scratch is a folder for tests that build thousands of times: in memory where
// the machine offers that, because real disks make folders slowly.
func scratch(t *testing.T) string {
	t.Helper()
	if dir := lab.Memory(t); dir != "" {
		return dir
	}
	return t.TempDir()
}

// whole checks that each file is the old or the new one, and that nothing
// foreign was touched.
func (s scenario) whole(t *testing.T, what, dir string) {
	t.Helper()
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) && s.before == nil && s.foreign == nil {
		return
	}
	got := tree(t, dir)
	for p, text := range got {
		if strings.HasPrefix(p, recordsFolder) || strings.HasSuffix(p, "/") {
			continue
		}
		found := false
		for _, site := range []contents{s.before, s.after, s.foreign} {
			whole, has := site[p]
			found = found || has && whole == text
		}
		if !found {
			t.Errorf("%s: %s is not whole: %.40q", what, p, text)
		}
	}
	for p, text := range s.foreign {
		if got[p] != text {
			t.Errorf("%s: foreign %s was changed", what, p)
		}
	}
	for p, text := range s.before { // what stays the same is there all the time
		if s.after[p] == text && got[p] != text {
			t.Errorf("%s: %s was lost", what, p)
		}
	}
}

// fault is a way for a disk to break at its n-th operation.
type fault struct {
	name  string
	err   error
	ever  bool              // it stays broken
	hurts func(string) bool // which operations fail
}

func anyOperation(string) bool { return true }

func faults() []fault {
	return []fault{
		{"once", syscall.EIO, false, anyOperation},
		{"full", syscall.ENOSPC, true, func(op string) bool {
			return slices.Contains([]string{"create", "write", "mkdir"}, op)
		}},
		{"read-only", syscall.EROFS, true, func(op string) bool {
			return !slices.Contains([]string{"lstat", "open", "read", "readdir", "close"}, op)
		}},
		{"dead", syscall.EIO, true, anyOperation},
	}
}

// strike makes a disk that breaks at its n-th operation that can be hurt, and
// a report of what broke first.
func (x fault) strike(n int, first *string) func(disk) disk {
	count := 0
	return func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			if !x.hurts(op) {
				return nil
			}
			count++
			if count != n && !(x.ever && count > n) {
				return nil
			}
			if *first == "" {
				*first = op + " " + name
			}
			return x.err
		}}
	}
}

func TestEveryOperationFails(t *testing.T) {
	lab.Slow(t)
	all := scenarios()
	last := all[len(all)-1]
	last.name, last.remember = "remembering", true
	for _, s := range append(all, last) {
		build := builders[s.remember]
		for _, x := range faults() {
			for n := 1; ; n++ {
				first := ""
				// Two futures: the same build again, or back to the former site.
				dir, back := s.lay(t), s.lay(t)
				_, err := build(dir, s.after, x.strike(n, &first))
				if first == "" {
					if n < 10 {
						t.Errorf("%s %s: only %d operations", s.name, x.name, n)
					}
					break
				}
				what := fmt.Sprintf("%s, %s, %d (%s)", s.name, x.name, n, first)
				s.whole(t, what, dir)
				checkFailure(t, what, dir, err, x)
				if err == nil {
					same(t, what+", went well", forgetful(tree(t, dir)), clean(s.after, s.foreign))
				}
				if x.name == "once" && err != nil && !strings.HasPrefix(first, "removeall") {
					checkTidy(t, what, dir)
				}
				if _, err := build(dir, s.after, straight); err != nil {
					t.Fatal(err)
				}
				same(t, what+", again", forgetful(tree(t, dir)), clean(s.after, s.foreign))

				build(back, s.after, x.strike(n, &first))
				if _, err := build(back, s.before, straight); err != nil {
					t.Fatal(err)
				}
				same(t, what+", back", forgetful(tree(t, back)), clean(s.before, s.foreign))
			}
		}
	}
}

// checkFailure wants the message to name the folder's file and the reason.
func checkFailure(t *testing.T, what, dir string, err error, x fault) {
	t.Helper()
	if err == nil {
		return
	}
	var foreign *ForeignError
	if errors.As(err, &foreign) && slices.Equal(foreign.Paths, []string{"equal"}) {
		return // it could not be read, so nobody knows that it equals ours
	}
	if !errors.Is(err, x.err) {
		t.Errorf("%s: %v is not %v", what, err, x.err)
	}
	for line := range strings.Lines(err.Error()) {
		if !strings.Contains(line, " "+dir) || !strings.HasSuffix(strings.TrimSpace(line), x.err.Error()) {
			t.Errorf("%s: says %q", what, line)
		}
	}
}

// checkTidy wants nothing temporary left.
func checkTidy(t *testing.T, what, dir string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, stagePath)); err == nil {
		t.Errorf("%s: the stage is left", what)
	}
	text, err := os.ReadFile(filepath.Join(dir, manifestPath))
	if err == nil && strings.Contains(string(text), "\t") {
		t.Errorf("%s: the manifest has marks: %q", what, text)
	}
}

func TestFailureNamesThePage(t *testing.T) {
	for _, first := range []bool{true, false} {
		dir := filepath.Join(t.TempDir(), "public")
		reached, staged := "berita", stagePath+"/tree/berita/index.html"
		if !first || machine.KeepsOpenFiles {
			reached, staged = "berita/index.html", stagePath+"/0/0"
		}
		if !first {
			mustBuild(t, dir, contents{"b": ""})
		}
		want := "write " + filepath.Join(dir, "berita", "index.html") + ": no space left on device"
		for op, at := range map[string]string{"write": staged, "create": staged, "rename": reached} {
			_, err := build(dir, contents{"berita/index.html": "1"}, func(d disk) disk {
				return &tapped{disk: d, before: func(did, name string) error {
					if did == op && name == at {
						return syscall.ENOSPC
					}
					return nil
				}}
			})
			if err == nil || err.Error() != want {
				t.Errorf("first %t, %s: got %v, want %s", first, op, err, want)
			}
		}
	}
}

func TestFirstBuildThatFailsLeavesNothing(t *testing.T) {
	outer := t.TempDir()
	renames := 0
	_, err := build(filepath.Join(outer, "public"), contents{"a/b": "1", "c/d": "2", "e": "3"}, func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			if op == "rename" && (name == "a/b" || name == "a") {
				renames++
				return syscall.EIO
			}
			return nil
		}}
	})
	if err == nil || renames != 1 {
		t.Errorf("%d renames, %v", renames, err)
	}
	same(t, "after", tree(t, outer), contents{})
}

// A disk that is full may have no room for the manifest that settles a failed
// build, unless what that build had staged makes room first.
func TestSettlingMakesRoom(t *testing.T) {
	dir := scratch(t)
	mustBuild(t, dir, contents{"old": "1"})
	settled := false
	_, err := build(dir, contents{"a": "first", "b": "second"}, func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			switch {
			case op == "rename" && name == "b":
				return syscall.ENOSPC
			case op == "create" && name == stagePath+"/settled":
				settled = true
				if text := tree(t, dir)[stagePath+"/0/1"]; text != "" {
					t.Errorf("the staged file still holds %q", text)
				}
			}
			return nil
		}}
	})
	if err == nil || !settled {
		t.Errorf("settled %t, %v", settled, err)
	}
	same(t, "after", tree(t, dir), clean(contents{"old": "1", "a": "first"}, nil))
}

// After a build died, somebody lays files where it was about to write. They
// were never ours: the next build must say so, wherever the first one died.
func TestForeignFilesAfterADeath(t *testing.T) {
	dead := fault{"dead", syscall.EIO, true, anyOperation}
	tried := 0
	for _, s := range scenarios() {
		for n := 1; ; n++ {
			first := ""
			dir := s.lay(t)
			build(dir, s.after, dead.strike(n, &first))
			if first == "" {
				break
			}
			what := fmt.Sprintf("%s, %d (%s)", s.name, n, first)
			laid := s.layInUnreached(t, dir)
			if len(laid) == 0 {
				continue
			}
			tried++
			_, err := build(dir, s.after, straight)
			var foreign *ForeignError
			if !errors.As(err, &foreign) || !slices.Equal(foreign.Paths, laid) {
				t.Errorf("%s: got %v, want %q", what, err, laid)
			}
			mustBuild(t, dir, contents{}) // nor are they removed
			for _, p := range laid {
				if text, err := os.ReadFile(filepath.Join(dir, p)); string(text) != "by hand" {
					t.Errorf("%s: %s is %q, %v", what, p, text, err)
				}
				os.Remove(filepath.Join(dir, p))
			}
			mustBuild(t, dir, s.after)
			same(t, what, tree(t, dir), clean(s.after, s.foreign))
		}
	}
	if tried < 20 {
		t.Errorf("only %d deaths left anything unreached", tried)
	}
}

// layInUnreached puts files at the new addresses that nothing reached yet.
func (s scenario) layInUnreached(t *testing.T, dir string) (laid []string) {
	t.Helper()
	for _, p := range slices.Sorted(maps.Keys(s.after)) {
		name := filepath.Join(dir, p)
		_, wasOurs := s.before[p]
		if _, err := os.Lstat(name); !errors.Is(err, os.ErrNotExist) || wasOurs || belowFile(dir, p) {
			continue
		}
		write(t, dir, p, "by hand")
		laid = append(laid, p)
	}
	return laid
}

func belowFile(dir, p string) bool {
	for above := range foldersAbove(p) {
		if info, err := os.Lstat(filepath.Join(dir, above)); err == nil && !info.IsDir() {
			return true
		}
	}
	return false
}

// A source that cannot be read is not the disk's fault and is told as it is.
func TestSourceKeepsItsName(t *testing.T) {
	f := mustOpen(t, t.TempDir())
	err := f.PutFile("a.jpg", func() (io.ReadCloser, error) { return os.Open("/no/such/foto.jpg") })
	if err == nil || !strings.Contains(err.Error(), "/no/such/foto.jpg") || !strings.Contains(err.Error(), "a.jpg") {
		t.Errorf("got %v", err)
	}
}
