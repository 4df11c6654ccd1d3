package output

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestForeignFilesAreInTheWay(t *testing.T) {
	tests := []struct {
		name    string
		built   contents // by us, before
		byHand  contents // laid down afterwards; "-> x" makes a link
		site    contents
		foreign []string // nil: the build goes well
	}{
		{"a file", nil, contents{"a": "hand"}, contents{"a": "ours"}, []string{"a"}},
		{"all of them", nil, contents{"z": "hand", "a/b": "hand", "c": "hand"},
			contents{"z": "1", "a/b": "2", "c": "3", "d": "4"}, []string{"a/b", "c", "z"}},
		{"equal bytes", nil, contents{"a": "ours", "b/cc": "ours"}, contents{"a": "ours", "b/cc": "ours"}, nil},
		{"elsewhere", nil, contents{"b": "hand"}, contents{"a": "ours"}, nil},
		{"file for folder", nil, contents{"a": "hand"}, contents{"a/b/c": "ours"}, []string{"a"}},
		{"folder for file", nil, contents{"a/x": "hand", "a/b/y": "hand"}, contents{"a": "ours"},
			[]string{"a/b/y", "a/x"}},
		{"foreign among ours, file needed", contents{"a/ours": "1"}, contents{"a/hand": "2"}, contents{"a": "3"},
			[]string{"a/hand"}},
		{"link at the address", nil, contents{"a": "-> b", "b": "ours"}, contents{"a": "ours"}, []string{"a"}},
		{"link where ours was", contents{"a": "1"}, contents{"a": "-> b", "b": "1"}, contents{"a": "1"}, []string{"a"}},
		{"link for a folder", nil, contents{"a": "-> b", "b/c": "ours"}, contents{"a/c": "ours"}, []string{"a"}},
		{"link out", nil, contents{"a": "-> ../outside"}, contents{"a/c": "ours"}, []string{"a"}},
		{"link in a folder to be a file", contents{"a/b": "1"}, contents{"a/l": "-> ../../outside"}, contents{"a": "2"},
			[]string{"a/l"}},
		{"dangling link", nil, contents{"a": "-> nowhere"}, contents{"a": "ours"}, []string{"a"}},
	}
	for _, test := range tests {
		outer := t.TempDir()
		dir := filepath.Join(outer, "public")
		write(t, outer, "outside/secret", "s")
		if test.built != nil {
			mustBuild(t, dir, test.built)
		}
		for p, text := range test.byHand {
			os.Remove(filepath.Join(dir, p))
			if target, isLink := strings.CutPrefix(text, "-> "); isLink {
				write(t, dir, "x", "")
				os.Remove(filepath.Join(dir, "x"))
				write(t, dir, filepath.Join(filepath.Dir(p), "x"), "")
				os.Remove(filepath.Join(dir, filepath.Dir(p), "x"))
				symlink(t, target, dir, p)
				continue
			}
			write(t, dir, p, text)
		}
		before := tree(t, outer)
		_, err := build(dir, test.site, straight)
		if test.foreign == nil {
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
			same(t, test.name, tree(t, dir), clean(test.site, test.byHand))
			continue
		}
		var foreign *ForeignError
		if !errors.As(err, &foreign) || !slices.Equal(foreign.Paths, test.foreign) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.foreign)
		}
		same(t, test.name, tree(t, outer), before)
	}
}

// A file that somebody else put there is theirs, also when it is what we would
// have written: one day we would not.
func TestEqualFileStaysForeign(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a", "1")
	if r := mustBuild(t, dir, contents{"a": "1"}); r.Same != 1 {
		t.Errorf("%+v", r)
	}
	mustBuild(t, dir, contents{})
	same(t, "after", tree(t, dir), clean(nil, contents{"a": "1"}))
}

func TestEmptyFolderGivesWay(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a/b/c"), 0o755); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, dir, contents{"a": "1"})
	same(t, "after", tree(t, dir), clean(contents{"a": "1"}, nil))
}

func TestOurRecordsAreNoLink(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "public")
	write(t, outer, "outside/lock", "s")
	write(t, dir, "x", "")
	for _, lay := range []func(){
		func() { symlink(t, "../outside", dir, recordsFolder) },
		func() { write(t, dir, recordsFolder, "a file") },
		func() { write(t, dir, "x", ""); symlink(t, "x", dir, recordsFolder) },
		func() { write(t, dir, recordsFolder+"/y", ""); symlink(t, "../../outside/lock", dir, lockPath) },
	} {
		lay()
		before := tree(t, outer)
		_, err := Open(dir, Options{})
		var foreign *ForeignError
		if !errors.As(err, &foreign) || !strings.HasPrefix(foreign.Paths[0], recordsFolder) {
			t.Errorf("got %v", err)
		}
		same(t, "after", tree(t, outer), before)
		if err := os.RemoveAll(filepath.Join(dir, recordsFolder)); err != nil {
			t.Fatal(err)
		}
	}
}

// A stage or manifest that was made a link must lead nobody out.
func TestLinkedRecordsLeadNowhere(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "public")
	mustBuild(t, dir, contents{"a": "1"})
	write(t, outer, "outside/x", "s")
	symlink(t, "../../outside", dir, stagePath)
	mustBuild(t, dir, contents{"a": "2", "b": "2"})
	same(t, "stage", tree(t, dir), clean(contents{"a": "2", "b": "2"}, nil))

	if err := os.Rename(filepath.Join(dir, manifestPath), filepath.Join(outer, "outside", "m")); err != nil {
		t.Fatal(err)
	}
	symlink(t, "../../outside/m", dir, manifestPath)
	if _, err := build(dir, contents{"a": "3"}, straight); err == nil {
		t.Error("a manifest from outside was read")
	}
	same(t, "outside", tree(t, filepath.Join(outer, "outside")),
		contents{"x": "s", "m": clean(contents{"a": "", "b": ""}, nil)[manifestPath]})
}

func TestErrorTexts(t *testing.T) {
	many := make([]string, 12)
	for i := range many {
		many[i] = "p"
	}
	for _, test := range []struct {
		err  error
		want string
	}{
		{&BusyError{"public", 12}, "public is being built by process 12"},
		{&BusyError{"public", 0}, "public is being built by another process"},
		{&ForeignError{"public", []string{"a/b"}}, "public holds what this program did not make, " +
			"where the site needs room:\n  " + filepath.FromSlash("public/a/b")},
		{&ForeignError{"public", many}, "public holds what this program did not make, where the site needs room:" +
			strings.Repeat("\n  "+filepath.FromSlash("public/p"), 10) + "\n  and 2 more"},
	} {
		if test.err.Error() != test.want {
			t.Errorf("got %q, want %q", test.err, test.want)
		}
	}
}
