package publish

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// watched wraps a store so that it tells, at each flush, what a power cut would find.
func watched(b *bench, seen func() string) *[]string {
	var list []string
	open := b.open
	b.open = func(dir string) (Store, error) {
		s, err := open(dir)
		return watching{s, func() { list = append(list, seen()) }}, err
	}
	return &list
}

type watching struct {
	Store
	look func()
}

func (w watching) Flush(ctx context.Context) error {
	w.look()
	return w.Store.Flush(ctx)
}

// All files are on the disk before the manifest names them, and that before the link
// is switched, which is on the disk before we say so.
func TestFlushesBeforeTheSwitch(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	state := func() string {
		part, _ := filepath.Glob(filepath.Join(b.target, "releases", "*.part"))
		shown, _ := os.Readlink(filepath.Join(b.target, "current"))
		words := []string{filepath.Base(shown)}
		for _, dir := range part {
			got := publishtest.ReadFiles(t, dir)
			if _, all := got["sitemap.xml"]; all && len(got) >= len(publishtest.Version(2)) {
				words = append(words, "files")
			}
			if _, err := os.Stat(filepath.Join(dir, store.ManifestFile)); err == nil {
				words = append(words, "manifest")
			}
		}
		return strings.Join(words, " ")
	}
	seen := watched(b, state)
	b.release(2)
	want := []string{"20261125T090000Z files", "20261125T090000Z files manifest", "20261125T100000Z"}
	if !slices.Equal(*seen, want) {
		t.Errorf("flushed at %q, want %q", *seen, want)
	}
	*seen = nil
	if _, _, err := b.back(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"20261125T100000Z", "20261125T090000Z"}; !slices.Equal(*seen, want) {
		t.Errorf("going back, flushed at %q, want %q", *seen, want)
	}
}

// In a plain folder nothing is removed before what is sent, and the record of it, are
// on the disk.
func TestFlushesBeforeRemovals(t *testing.T) {
	b := newBench(t)
	b.consent.Removals = true
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	old, err := os.ReadFile(filepath.Join(b.target, store.ManifestFile))
	if err != nil {
		t.Fatal(err)
	}
	gone, fresh := "", ""
	for name := range publishtest.Version(1) {
		if publishtest.Version(2)[name] == "" && isPage(name) {
			gone = name
		}
	}
	for name := range publishtest.Version(2) {
		if publishtest.Version(1)[name] == "" && isPage(name) {
			fresh = name
		}
	}
	seen := watched(b, func() string {
		var words []string
		got := publishtest.ReadFiles(t, b.target)
		if got[fresh] == publishtest.Version(2)[fresh] {
			words = append(words, "sent")
		}
		if now, _ := os.ReadFile(filepath.Join(b.target, store.ManifestFile)); string(now) != string(old) {
			words = append(words, "manifest")
		}
		if _, there := got[gone]; !there {
			words = append(words, "removed")
		}
		return strings.Join(words, " ")
	})
	publishtest.Version(2).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"sent", "sent manifest", "sent manifest removed",
		"sent manifest removed"}; !slices.Equal(*seen, want) {
		t.Errorf("flushed at %q, want %q", *seen, want)
	}
}

// What an earlier version left after a power cut: a release whose record cannot be
// read, and files without their bytes. Publishing, with or without --overwrite, and
// going back all get out of it.
func TestReleaseLostToAPowerCut(t *testing.T) {
	for how, record := range map[string]string{"empty": "", "cut": "\x1f\x8b\x08\x00",
		"zeros": strings.Repeat("\x00", 300), "words": "x"} {
		for _, way := range []string{"publish", "overwrite", "back"} {
			t.Run(how+" "+way, func(t *testing.T) {
				b := benchReleases(t, 2)
				b.release(1)
				b.release(2)
				publishtest.Files{store.ManifestFile: record, store.OwnFolder + "/earlier": "",
					"index.html": ""}.Add(t, filepath.Join(b.target, "current"))
				if way == "back" {
					from, to, err := b.back()
					if err != nil || from != "20261125T100000Z" || to != "20261125T090000Z" {
						t.Fatalf("from %s to %s, %v", from, to, err)
					}
					b.shows(1)
					return
				}
				b.consent.Foreign, b.config.Forget = way == "overwrite", way == "overwrite"
				b.release(2)
				b.shows(2)
				b.must()
				if _, to, err := b.back(); err != nil || to != "20261125T090000Z" {
					t.Errorf("back to %s, %v", to, err)
				}
				b.shows(1)
			})
		}
	}
}

// Who goes back does not land in a release that lost its files.
func TestBackOverALostRelease(t *testing.T) {
	for name, loses := range map[string]func(dir string){
		"a file": func(dir string) { os.Truncate(filepath.Join(dir, "index.html"), 0) },
		"half":   func(dir string) { os.Truncate(filepath.Join(dir, "index.html"), 3) },
		"gone":   func(dir string) { os.Remove(filepath.Join(dir, "index.html")) },
		"record": func(dir string) { os.Truncate(filepath.Join(dir, store.ManifestFile), 0) },
	} {
		b := benchReleases(t, 3)
		b.release(1)
		b.release(2)
		b.release(3)
		dir := filepath.Join(b.target, "releases", "20261125T100000Z")
		if name != "record" { // unlinked from the others first
			data, _ := os.ReadFile(filepath.Join(dir, "index.html"))
			os.Remove(filepath.Join(dir, "index.html"))
			os.WriteFile(filepath.Join(dir, "index.html"), data, 0o644)
		}
		loses(dir)
		if _, to, err := b.back(); err != nil || to != "20261125T090000Z" {
			t.Errorf("%s: to %s, %v", name, to, err)
		}
		b.shows(1)
	}
}

// Nothing whole is left: publishing begins anew, and going back says that it cannot.
func TestNoWholeRelease(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	publishtest.Files{store.ManifestFile: ""}.Add(t, filepath.Join(b.target, "current"))
	_, _, err := b.back()
	publishtest.WantFault(t, err, "no-earlier-release")
	b.release(2)
	publishtest.Same(t, b.shown(), publishtest.Version(2))
}

// In a plain folder nobody knows what is ours without the manifest: only who insists
// goes on. What was to come may be lost.
func TestRecordsLost(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	publishtest.Files{store.ManifestFile: ""}.Add(t, b.target)
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "unreadable-record")
	b.consent.Foreign, b.config.Forget = true, true
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	b.wants(publishtest.Version(1))
	b.consent.Foreign, b.config.Forget = false, false
	publishtest.Files{store.AheadFile: ""}.Add(t, b.target)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(b.target, store.AheadFile)); err == nil {
		t.Error("what was to come is still to come")
	}
	b.must()
}
