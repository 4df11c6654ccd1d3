package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// watched opens a store that tells, at each flush, what a power cut would find.
func watched(b *bench, seen func() string) *[]string {
	var list []string
	open := b.open
	b.open = func(dir string) (Store, error) {
		s, err := open(dir)
		f, plain := s.(*folder)
		if r, ok := s.(*releases); ok {
			f, plain = r.folder, true
		}
		if plain {
			real := f.flush
			f.flush = func(root *os.Root, name string) error {
				list = append(list, seen())
				return real(root, name)
			}
		}
		return s, err
	}
	return &list
}

// All files are on the disk before the manifest names them, and that before the link
// is switched, which is on the disk before we say so.
func TestFlushesBeforeTheSwitch(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	state := func() string {
		part, _ := filepath.Glob(filepath.Join(b.target, releasesFolder, "*"+unfinished))
		shown, _ := os.Readlink(filepath.Join(b.target, currentLink))
		words := []string{filepath.Base(shown)}
		for _, dir := range part {
			got := readFiles(t, dir)
			if _, all := got["sitemap.xml"]; all && len(got) >= len(version(2)) {
				words = append(words, "files")
			}
			if _, err := os.Stat(filepath.Join(dir, manifestPath)); err == nil {
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
	version(1).write(t, b.public)
	b.publish()
	old, err := os.ReadFile(filepath.Join(b.target, manifestPath))
	if err != nil {
		t.Fatal(err)
	}
	gone, fresh := "", ""
	for name := range version(1) {
		if version(2)[name] == "" && isPage(name) {
			gone = name
		}
	}
	for name := range version(2) {
		if version(1)[name] == "" && isPage(name) {
			fresh = name
		}
	}
	seen := watched(b, func() string {
		var words []string
		got := readFiles(t, b.target)
		if got[fresh] == version(2)[fresh] {
			words = append(words, "sent")
		}
		if now, _ := os.ReadFile(filepath.Join(b.target, manifestPath)); string(now) != string(old) {
			words = append(words, "manifest")
		}
		if _, there := got[gone]; !there {
			words = append(words, "removed")
		}
		return strings.Join(words, " ")
	})
	version(2).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"sent", "sent manifest", "sent manifest removed", "sent manifest removed"}; !slices.Equal(*seen, want) {
		t.Errorf("flushed at %q, want %q", *seen, want)
	}
}

// The part of a flush that works everywhere.
func TestFlushEach(t *testing.T) {
	dir := t.TempDir()
	files{"a": "1", "b/c": "2"}.add(t, dir)
	if err := os.Symlink("nowhere", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := flushEach(root, "."); err != nil {
		t.Error(err)
	}
}

// What an earlier version left after a power cut: a release whose record cannot be
// read, and files without their bytes. Publishing, with or without --overwrite, and
// going back all get out of it.
func TestReleaseLostToAPowerCut(t *testing.T) {
	for how, record := range map[string]string{"empty": "", "cut": "\x1f\x8b\x08\x00", "zeros": strings.Repeat("\x00", 300), "words": "x"} {
		for _, way := range []string{"publish", "overwrite", "back"} {
			t.Run(how+" "+way, func(t *testing.T) {
				b := benchReleases(t, 2)
				b.release(1)
				b.release(2)
				files{manifestPath: record, earlierPath: "", "index.html": ""}.add(t, filepath.Join(b.target, currentLink))
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
		"record": func(dir string) { os.Truncate(filepath.Join(dir, manifestPath), 0) },
	} {
		b := benchReleases(t, 3)
		b.release(1)
		b.release(2)
		b.release(3)
		dir := filepath.Join(b.target, releasesFolder, "20261125T100000Z")
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
	files{manifestPath: ""}.add(t, filepath.Join(b.target, currentLink))
	_, _, err := b.back()
	wantFault(t, err, "no-earlier-release")
	b.release(2)
	same(t, b.shown(), version(2))
}

// In a plain folder nobody knows what is ours without the manifest: only who insists
// goes on. What was to come may be lost.
func TestRecordsLost(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	b.publish()
	files{manifestPath: ""}.add(t, b.target)
	_, _, err := b.publish()
	wantFault(t, err, "unreadable-record")
	b.consent.Foreign, b.config.Forget = true, true
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	b.wants(version(1))
	b.consent.Foreign, b.config.Forget = false, false
	files{aheadPath: ""}.add(t, b.target)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(b.target, aheadPath)); err == nil {
		t.Error("what was to come is still to come")
	}
	b.must()
}
