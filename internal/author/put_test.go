package author_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/author"
	"blandongan/internal/lab"
)

func TestPut(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "new")
	for _, c := range []struct {
		becomes, was string // "" for nothing
		want         author.Done
	}{
		{"one", "", author.Made}, {"one", "one", author.Same}, {"two", "one", author.Renewed}, {"", "two", author.Kept},
	} {
		did, err := author.Put(root, "a/x", func(was []byte) []byte {
			if string(was) != c.was || was == nil != (c.was == "") {
				t.Errorf("%q: it holds %q", c.becomes, was)
			}
			if c.becomes == "" {
				return nil
			}
			return []byte(c.becomes)
		})
		if err != nil || did != c.want {
			t.Errorf("%q: %s, %v", c.becomes, did, err)
		}
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"new", "new/a", "new/a/x: two"}) {
		t.Errorf("there is %q", got)
	}
	any := func([]byte) []byte { t.Error("it was read"); return []byte("new") }
	_, err := author.Put(root, "a", any)
	wantReason(t, err, author.InTheWay)
	lab.Link(t, "a/x", filepath.Join(root, "link"))
	_, err = author.Put(root, "link", any)
	wantReason(t, err, author.Linked)
}

// An empty file is one that is there.
func TestPutIntoNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "x", "")
	did, err := author.Put(dir, "x", func([]byte) []byte { return []byte("new") })
	if did != author.Renewed || err != nil {
		t.Errorf("%s, %v", did, err)
	}
}

func TestSign(t *testing.T) {
	const mark = "# by us "
	signed := string(author.Sign([]byte("one\n"+mark+author.Unsigned+"\ntwo\n"), mark))
	for text, want := range map[string]bool{
		signed:                                       true,
		strings.ReplaceAll(signed, "\n", "\r\n"):     true,
		signed + "three\n":                           false,
		strings.Replace(signed, "one", "1", 1):       false,
		"one\n" + mark + author.Unsigned + "\ntwo\n": false,
		"one\ntwo\n":                                 false,
		"":                                           false,
		mark:                                         false,
	} {
		if author.IsUntouched([]byte(text), mark) != want {
			t.Errorf("%q: not %v", text, want)
		}
	}
	if strings.Contains(signed, author.Unsigned) {
		t.Errorf("%q is not signed", signed)
	}
}

// What is kept beside a file lies under a name of its own, and is never lost to the next.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ text, want string }{
		{"one", "a/x~"}, {"one", "a/x~"}, {"two", "a/x.~2~"}, {"three", "a/x.~3~"}, {"two", "a/x.~2~"},
	} {
		if name, err := author.Keep(dir, "a/x", []byte(c.text)); name != c.want || err != nil {
			t.Errorf("%q is kept in %s, %v; want %s", c.text, name, err, c.want)
		}
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"a", "a/x.~2~: two", "a/x.~3~: three", "a/x~: one"}) {
		t.Errorf("there is %q", got)
	}
	lab.Link(t, "x", filepath.Join(dir, "a/y~"))
	_, err := author.Keep(dir, "a/y", []byte("one"))
	wantReason(t, err, author.Linked)
}
