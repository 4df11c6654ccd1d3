package author_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"blandongan/internal/author"
	"blandongan/internal/lab"
)

// tree lists what lies below a folder, files with their text.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		line := filepath.ToSlash(rel)
		if d.Type().IsRegular() {
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			line += ": " + string(text)
		}
		list = append(list, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func write(t *testing.T, dir, file, text string) string {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func wantReason(t *testing.T, err error, want author.Reason) {
	t.Helper()
	refusal, ok := errors.AsType[*author.Refusal](err)
	if !ok || refusal.Reason != want {
		t.Errorf("the answer is %v, want %s", err, want)
	}
}

func files(list ...string) (made []author.File) {
	for _, name := range list {
		made = append(made, author.File{Path: name, Text: []byte("new " + name)})
	}
	return made
}

func TestCreateMakesFoldersAndFiles(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "a", "kota")
	if err := author.Create(root, files("data/site.yaml", "content/news/x.md", "y")); err != nil {
		t.Fatal(err)
	}
	want := []string{"content", "content/news", "content/news/x.md: new content/news/x.md", "data",
		"data/site.yaml: new data/site.yaml", "y: new y"}
	if got := tree(t, root); !slices.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
}

func TestCreateMakesAllOrNothing(t *testing.T) {
	for _, c := range []struct {
		reason author.Reason
		make   []author.File
	}{
		{author.Exists, files("data/new.yaml", "data/old.yaml")},
		{author.Exists, files("data/new.yaml", "data")},
		{author.Exists, files("data/new.yaml", "data/new.yaml")}, // found out when one is made
		{author.Exists, files("b/c", "b")},
		{author.InTheWay, files("new.yaml", "data/old.yaml/x")},
		{author.Outside, files("new.yaml", "../x")},
		{author.Outside, files("new.yaml", "/x")},
		{author.Outside, files("new.yaml", "data/../../x")},
		{author.Outside, files("new.yaml", `data\x`)},
		{author.Outside, files("new.yaml", "")},
		{author.Outside, files("new.yaml", ".")},
		{author.Outside, files("new.yaml", "data/")},
	} {
		dir := t.TempDir()
		write(t, dir, "data/old.yaml", "old")
		wantReason(t, author.Create(dir, c.make), c.reason)
		if got, want := tree(t, dir), []string{"data", "data/old.yaml: old"}; !slices.Equal(got, want) {
			t.Errorf("%v: there is %q", c.make, got)
		}
	}
}

// A folder that was not there is not left behind either.
func TestCreateRemovesTheRootItMade(t *testing.T) {
	dir := t.TempDir()
	wantReason(t, author.Create(filepath.Join(dir, "a", "b"), files("c/d", "../x")), author.Outside)
	wantReason(t, author.Create(filepath.Join(dir, "a", "b"), files("c/d", "c")), author.Exists)
	if got := tree(t, dir); len(got) > 0 {
		t.Errorf("there is %q", got)
	}
}

func TestNothingFollowsLinks(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, "x.md", "theirs")
	write(t, dir, "inside/x.md", "ours")
	for link, target := range map[string]string{
		"out": outside, "in": "inside", "nowhere": "nothing", "file.md": "inside/x.md",
	} {
		lab.Link(t, target, filepath.Join(dir, link))
	}
	before := tree(t, dir)
	for _, name := range []string{"out/new.md", "in/new.md", "nowhere/new.md", "nowhere", "file.md"} {
		wantReason(t, author.Create(dir, files("first.md", name)), author.Linked)
	}
	for name, text := range map[string]string{"out/x.md": "theirs", "in/x.md": "ours", "file.md": "ours"} {
		wantReason(t, author.Replace(dir, name, []byte(text), []byte("changed")), author.Linked)
	}
	if got := tree(t, dir); !slices.Equal(got, before) {
		t.Errorf("there is %q", got)
	}
	if got := tree(t, outside); !slices.Equal(got, []string{"x.md: theirs"}) {
		t.Errorf("outside is %q", got)
	}
}

// A root that is a link is one that the caller chose.
func TestTheRootMayBeALink(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	lab.Link(t, dir, link)
	if err := author.Create(link, files("x")); err != nil {
		t.Error(err)
	}
}

func TestReplaceKeepsBytesAndPermissions(t *testing.T) {
	dir := t.TempDir()
	was, becomes := "\ufeffa: 1\r\nb: 2\r\n", "\ufeffa: 1\r\nb: 3\r\n"
	name := write(t, dir, "data/x.yaml", was)
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := author.Replace(dir, "data/x.yaml", []byte(was), []byte(becomes)); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"data", "data/x.yaml: " + becomes}) {
		t.Errorf("there is %q", got)
	}
	if after, err := os.Stat(name); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the mode is %v, was %v (%v)", after.Mode(), before.Mode(), err)
	}
}

func TestReplaceLeavesWhatItDidNotRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "x", "now")
	write(t, dir, "folder/y", "y")
	wantReason(t, author.Replace(dir, "x", []byte("then"), []byte("new")), author.Changed)
	wantReason(t, author.Replace(dir, "gone", []byte("then"), []byte("new")), author.Changed)
	wantReason(t, author.Replace(dir, "gone/x", nil, []byte("new")), author.Changed)
	wantReason(t, author.Replace(dir, "folder", nil, []byte("new")), author.InTheWay)
	wantReason(t, author.Replace(dir, "x/z", nil, []byte("new")), author.InTheWay)
	wantReason(t, author.Replace(dir, "../x", []byte("now"), []byte("new")), author.Outside)
	want := []string{"folder", "folder/y: y", "x: now"}
	if got := tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
}

func TestReplaceLeavesWhatMayOnlyBeRead(t *testing.T) {
	dir := t.TempDir()
	name := write(t, dir, "x", "now")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(name, 0o644) })
	wantReason(t, author.Replace(dir, "x", []byte("now"), []byte("new")), author.ReadOnly)
	if got := tree(t, dir); !slices.Equal(got, []string{"x: now"}) {
		t.Errorf("there is %q", got)
	}
}

// humbly runs a test again without the superuser's right to write everywhere, and says whether it did.
func humbly(t *testing.T) bool {
	const variable = "BLANDONGAN_TEST_HUMBLE"
	if os.Geteuid() != 0 || os.Getenv(variable) != "" {
		return false
	}
	cmd := exec.Command(lab.Program(t, "setpriv", "util-linux"), "--bounding-set=-dac_override,-dac_read_search",
		os.Args[0], "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), variable+"=1")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("%v\n%s", err, out)
	}
	return true
}

// In a folder in which nothing may be made nothing is lost either.
func TestFoldersThatMayOnlyBeRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("whoever owns a folder may write there")
	}
	if humbly(t) {
		return
	}
	dir := t.TempDir()
	write(t, dir, "shut/x", "now")
	shut := filepath.Join(dir, "shut")
	if err := os.Chmod(shut, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(shut, 0o755) })
	if err := author.Create(dir, files("open/new", "shut/new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Create: %v", err)
	}
	if err := author.Replace(dir, "shut/x", []byte("now"), []byte("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Replace: %v", err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"shut", "shut/x: now"}) {
		t.Errorf("there is %q", got)
	}
}

// What waits to take a file's place keeps others off; what a killed program left does not.
func TestReplaceOneAtATime(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "x", "now")
	waiting := write(t, dir, ".x.new", "another's")
	wantReason(t, author.Replace(dir, "x", []byte("now"), []byte("new")), author.Busy)
	info, err := os.Stat(waiting)
	if err != nil {
		t.Fatal(err)
	}
	old := info.ModTime().Add(-author.Stale)
	if err := os.Chtimes(waiting, old, old); err != nil {
		t.Fatal(err)
	}
	if err := author.Replace(dir, "x", []byte("now"), []byte("new")); err != nil {
		t.Error(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"x: new"}) {
		t.Errorf("there is %q", got)
	}
}

// Of many who read the same, one replaces it; a reader never finds half a file.
func TestRaces(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("long ", 20_000)
	write(t, dir, "x", long)
	var group sync.WaitGroup
	var mu sync.Mutex
	var won []string
	made := 0
	for i := range 8 {
		group.Go(func() {
			mine := strings.Repeat(fmt.Sprint(i), len(long))
			err := author.Replace(dir, "x", []byte(long), []byte(mine))
			errMade := author.Create(dir, []author.File{{Path: "new/y", Text: []byte(mine)}})
			is, errRead := os.ReadFile(filepath.Join(dir, "x"))
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won = append(won, mine)
			}
			if errMade == nil {
				made++
			}
			if errRead != nil || len(is) != len(long) {
				t.Errorf("a reader finds %d bytes, %v", len(is), errRead)
			}
		})
	}
	group.Wait()
	is, err := os.ReadFile(filepath.Join(dir, "x"))
	if err != nil || len(won) != 1 || string(is) != won[0] {
		t.Errorf("%d replaced it (%v)", len(won), err)
	}
	if got := tree(t, dir); made != 1 || len(got) != 3 {
		t.Errorf("%d made it, there are %d", made, len(got))
	}
}
