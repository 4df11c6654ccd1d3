package s3

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

func TestS3CarriesOddNames(t *testing.T) {
	server := startS3(t)
	for _, prefix := range []string{"", "si te/+%"} {
		s := openPrefix(t, server, prefix)
		put := map[string]store.Found{}
		for _, name := range publishtest.OddNames() {
			put[name] = putS3(t, s, name, "body of "+name)
		}
		one := map[string]store.Found{} // a few at a time, then all
		for names := range slices.Chunk(publishtest.OddNames(), fewPaths) {
			maps.Copy(one, lookS3(t, s, names...))
		}
		for _, looked := range []map[string]store.Found{one, lookS3(t, s, publishtest.OddNames()...)} {
			for _, name := range publishtest.OddNames() {
				f, p := looked[name], put[name]
				if !f.File || f.Folder || f.Stamp != p.Stamp || f.Size != p.Size ||
					f.Time.Sub(p.Time).Abs() > 5*time.Second {
					t.Errorf("%q in %q: put %+v, found %+v", name, prefix, p, f)
				}
			}
			if len(looked) != len(publishtest.OddNames()) {
				t.Errorf("%d names were found, of %d", len(looked), len(publishtest.OddNames()))
			}
		}
		for _, name := range publishtest.OddNames() {
			if got := getS3(t, s, name); got != "body of "+name {
				t.Errorf("%q holds %q", name, got)
			}
			listed, err := s.List(t.Context(), path.Dir(name))
			if err != nil || listed[path.Base(name)] != one[name] {
				t.Errorf("%q is listed as %+v, not %+v (%v)", name, listed[path.Base(name)], one[name], err)
			}
		}
		for _, name := range publishtest.OddNames() {
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
	for _, name := range []string{"", ".", "..", "../x", "a/../b", "/a", "a//b", "a/", "a\x00", "a\nb", "a\tb", "a\rb",
		"\x7f", "\u0085", "\xff", "a\uffff", strings.Repeat("n/", 600) + "n"} {
		_, put := s.Put(t.Context(), name, strings.NewReader("x"), 1, store.Meta{})
		_, looked := s.Look(t.Context(), []string{name})
		_, opened := s.Open(t.Context(), name)
		for _, err := range []error{put, looked, opened, s.Remove(t.Context(), name)} {
			if !store.IsFinal(err) {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
	if left, err := openPrefix(t, server, "").List(t.Context(), "."); err != nil || len(left) != 0 {
		t.Errorf("left: %v (%v)", left, err)
	}
}
