package publish

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
)

// oddNames are all different, and each is a name of a file.
var oddNames = []string{
	"index.html", "a b.html", " leading", "trailing ", "two  spaces", "a+b", "a%2Bb", "a%20b", "%", "%%", "%zz", "a?b", "?", "a#b", "#", "a&b=c",
	"a=b", "'single'", `"double"`, `back\slash`, "*", "-dash", "--help", "~tilde", "a:b", "a;b", "a,b", "a|b", "<tag>", "{x}", "[y]", "^", "`tick`", "$HOME",
	"!", "@", "é.html", "e\u0301.html", "ß", "İ", "i", "I", "日本", "😀", "\u202egnp.exe", "\ufeffbom", "a\u2028b", ".hidden", "..two", "a..b", "dot.", "...",
	"deep/er/and/deeper/still.txt", "deep er/+/%/#?&.txt", "berita/..x/y", "CON", "con", strings.Repeat("n", 200),
}

func TestS3CarriesOddNames(t *testing.T) {
	server := startS3(t)
	for _, prefix := range []string{"", "si te/+%"} {
		s := openPrefix(t, server, prefix)
		put := map[string]Found{}
		for _, name := range oddNames {
			put[name] = putS3(t, s, name, "body of "+name)
		}
		each := map[string]Found{} // a few at a time, then all
		for names := range slices.Chunk(oddNames, fewPaths) {
			maps.Copy(each, lookS3(t, s, names...))
		}
		for _, looked := range []map[string]Found{each, lookS3(t, s, oddNames...)} {
			for _, name := range oddNames {
				f, p := looked[name], put[name]
				if !f.File || f.Folder || f.Stamp != p.Stamp || f.Size != p.Size || f.Time.Sub(p.Time).Abs() > 5*time.Second {
					t.Errorf("%q in %q: put %+v, found %+v", name, prefix, p, f)
				}
			}
			if len(looked) != len(oddNames) {
				t.Errorf("%d names were found, of %d", len(looked), len(oddNames))
			}
		}
		for _, name := range oddNames {
			if got := getS3(t, s, name); got != "body of "+name {
				t.Errorf("%q holds %q", name, got)
			}
			listed, err := s.List(t.Context(), path.Dir(name))
			if err != nil || listed[path.Base(name)] != each[name] {
				t.Errorf("%q is listed as %+v, not %+v (%v)", name, listed[path.Base(name)], each[name], err)
			}
		}
		for _, name := range oddNames {
			if err := s.Remove(t.Context(), name); err != nil {
				t.Errorf("remove %q: %v", name, err)
			}
		}
		if left, err := s.List(t.Context(), "."); err != nil || prefix != "" && len(left) != 0 {
			t.Errorf("left: %v (%v)", left, err)
		}
	}
}

func TestS3RefusesNames(t *testing.T) {
	server := startS3(t)
	s := openPrefix(t, server, "situs")
	for _, name := range []string{"", ".", "..", "../x", "a/../b", "/a", "a//b", "a/", "a\x00", "a\nb", "a\tb", "a\rb", "\x7f", "\u0085", "\xff", "a\uffff", strings.Repeat("n/", 600) + "n"} {
		_, put := s.Put(t.Context(), name, strings.NewReader("x"), 1, Meta{})
		_, looked := s.Look(t.Context(), []string{name})
		_, opened := s.Open(t.Context(), name)
		for _, err := range []error{put, looked, opened, s.Remove(t.Context(), name)} {
			if !final(err) {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
	if left, err := openPrefix(t, server, "").List(t.Context(), "."); err != nil || len(left) != 0 {
		t.Errorf("left: %v (%v)", left, err)
	}
}
