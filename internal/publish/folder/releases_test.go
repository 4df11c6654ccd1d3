package folder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// release makes and shows a release of these files.
func release(t *testing.T, r *Releases, site publishtest.Files) {
	t.Helper()
	rec, err := store.Record{Run: 1}.Bytes()
	if err := errors.Join(err, r.Begin(t.Context(), nil, store.IsOurs)); err != nil {
		t.Fatal(err)
	}
	all := publishtest.Files{store.ManifestFile: string(rec)}
	for name, text := range site {
		all[name] = text
	}
	for name, text := range all {
		if _, err := r.Put(t.Context(), name, strings.NewReader(text), int64(len(text)), store.Meta{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// The link may be written in other words, and is still one to the release that is
// kept.
func TestCurrentInOtherWords(t *testing.T) {
	lab.Links(t)
	dir, hour := t.TempDir(), time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC)
	r, err := OpenReleases(dir, 2, func() time.Time { hour = hour.Add(time.Hour); return hour })
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	first := publishtest.Files{"index.html": "first"}
	release(t, r, first)
	release(t, r, publishtest.Files{"index.html": "second"})
	nothing := func(store.Record, store.Record) []store.Entry { return nil }
	if err := errors.Join(r.Return(t.Context(), "20261125T090000Z", nothing), r.Finish(t.Context())); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, currentLink)
	to, err := os.Readlink(link)
	if err := errors.Join(err, os.Remove(link), os.Symlink("./"+to+"/", link)); err != nil {
		t.Fatal(err)
	}
	again, err := OpenReleases(dir, 2, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	again.keep = 0
	if err := again.prune(t.Context()); err != nil {
		t.Fatal(err)
	}
	shown := publishtest.ReadFiles(t, link)
	publishtest.Same(t, shown, first)
	if left, err := os.ReadDir(filepath.Join(dir, releasesFolder)); err != nil || len(left) != 1 {
		t.Errorf("%d releases are left, %v", len(left), err)
	}
}

// Where no link can be made, or none switched, nothing is sent and nothing stays.
func TestNoLinks(t *testing.T) {
	refused := &os.LinkError{Op: "symlinkat", Err: syscall.EPERM}
	for what, link := range map[string]func(r *Releases) func(to, link string) error{
		"made": func(*Releases) func(string, string) error {
			return func(string, string) error { return refused }
		},
		"switched": func(r *Releases) func(string, string) error {
			return func(to, link string) error {
				if r.exists(trialLink) {
					return refused
				}
				lab.Links(t)
				return r.root.Symlink(to, link)
			}
		},
	} {
		dir := t.TempDir()
		r, err := OpenReleases(dir, 2, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		r.symlink = link(r)
		publishtest.IsFault(t, r.Begin(t.Context(), nil, store.IsOurs), "no-links", dir, "releases: true")
		if got := publishtest.AllIn(dir); len(got) > 0 {
			t.Errorf("cannot be %s: %q stay", what, got)
		}
	}
}
