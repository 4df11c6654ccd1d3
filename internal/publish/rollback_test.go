package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// back goes back to the earlier release.
func (b *bench) back() (from, to string, err error) {
	b.t.Helper()
	s, err := b.open(b.target)
	if err != nil {
		b.t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	now, err := p.Releases(b.t.Context())
	if err == nil {
		err = p.Rollback(b.t.Context(), now.Earlier)
	}
	return now.Shown, now.Earlier, err
}

func TestRollback(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	from, to, err := b.back()
	if err != nil || from != "20261125T100000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	b.shows(1)
	_, _, err = b.back()
	publishtest.WantFault(t, err, "no-earlier-release")

	// Publishing again goes on from what is shown, and going back from there leads to
	// what was shown, not to what had been taken back.
	b.release(3)
	b.shows(3)
	if from, to, err := b.back(); err != nil || from != "20261125T110000Z" || to != "20261125T090000Z" {
		t.Fatalf("from %s to %s, %v", from, to, err)
	}
	b.shows(1)
}

// shows checks which version is shown; styles of others may be in their grace.
func (b *bench) shows(n int) {
	b.t.Helper()
	got, want := b.shown(), publishtest.Version(n)
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasSuffix(name, ".css") && want[name] == "" })
	publishtest.Same(b.t, got, want)
}

// Who published in between is not taken back unseen; what is no release is not
// shown.
func TestRollbackIsNoSurprise(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	b.release(2)
	s, err := b.open(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p := New(s, nil, b.config)
	now, err := p.Releases(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.release(3)
	publishtest.WantFault(t, p.Rollback(t.Context(), now.Earlier), "target-changed")
	for _, name := range []string{"../..", "", "20261125T110000Z", "20261125T080000Z"} {
		publishtest.Files{store.OwnFolder + "/earlier": name}.Add(t, filepath.Join(b.target, "current"))
		_, err = p.Releases(t.Context())
		publishtest.WantFault(t, err, "no-earlier-release")
	}

	plain := newBench(t)
	_, _, err = plain.back()
	publishtest.WantFault(t, err, "no-releases")
}

// After going back, pages that visitors have open still load what they name; in
// time it goes.
func TestRollbackKeepsWhatPagesLoad(t *testing.T) {
	b := benchReleases(t, 3)
	b.release(1)
	b.release(2)
	page := b.shown()["index.html"] // a visitor fetches the page …
	if _, _, err := b.back(); err != nil {
		t.Fatal(err)
	}
	for _, loads := range strings.Fields(page)[2:] { // … and then what it loads
		if _, there := b.shown()[loads]; !there {
			t.Errorf("the page misses %s", loads)
		}
	}
	want := publishtest.Version(1)
	want["aset/style.22222222.css"] = "css 2" // and no picture of a page that was withdrawn
	publishtest.Same(t, b.shown(), want)

	b.clock = b.clock.Add(b.config.Grace + time.Second)
	publishtest.Version(1).Write(t, b.public)
	b.must("grace-over aset/style.22222222.css")
	publishtest.Same(t, b.shown(), publishtest.Version(1))
}

// What lies in the earlier release for pages that are older still, and is loaded by
// those shown until now, has its grace anew.
func TestRollbackBeginsGraceAnew(t *testing.T) {
	b := benchReleases(t, 3)
	b.release(1)
	b.release(2)
	b.clock = b.clock.Add(b.config.Grace - 2*time.Hour)
	b.release(1)
	b.back()
	b.clock = b.clock.Add(time.Hour)
	b.release(2)
	if _, there := b.shown()["aset/style.11111111.css"]; !there {
		t.Error("the style of pages that were just shown is removed")
	}
}

// Going back puts nothing over what lies there, and loses nothing that is not ours.
func TestRollbackKeepsWhatIsNotOurs(t *testing.T) {
	b := benchReleases(t, 2)
	b.release(1)
	first := filepath.Join(b.target, "releases", "20261125T090000Z")
	b.release(2)
	publishtest.Files{"unduhan/laporan.pdf": "theirs", "berita/1": "in the way", "index.html.bak": "new"}.Add(t,
		filepath.Join(b.target, "current"))
	publishtest.Files{"aset/style.22222222.css": "theirs", "index.html.bak": "old"}.Add(t, first)
	if _, _, err := b.back(); err != nil {
		t.Fatal(err)
	}
	want := publishtest.Version(1)
	maps.Copy(want, publishtest.Files{"unduhan/laporan.pdf": "theirs", "aset/style.22222222.css": "theirs",
		"index.html.bak": "old"})
	publishtest.Same(t, b.shown(), want)
	b.clock = b.clock.Add(b.config.Grace + time.Second)
	b.release(3)
	got := b.shown()
	for _, name := range []string{"unduhan/laporan.pdf", "aset/style.22222222.css", "index.html.bak"} {
		if got[name] != want[name] {
			t.Errorf("%s is %q after the next run", name, got[name])
		}
	}
}

// Going back is cut off at every file it brings along: what is shown is as it was,
// and the next attempt ends like one that was not.
func TestRollbackCut(t *testing.T) {
	for after := 0; rollbackCut(t, after); after++ {
		if t.Failed() {
			t.Fatalf("cut after %d", after)
		}
	}
}

// rollbackCut cuts off after so many files, and says whether there were more.
func rollbackCut(t *testing.T, after int) bool {
	b := benchReleases(t, 2)
	old, fresh := publishtest.Files{"index.html": "page 1"}, publishtest.Files{"index.html": "page 2"}
	for i := range 5 {
		fresh[fmt.Sprintf("aset/%d.css", i)] = "css"
	}
	for _, site := range []publishtest.Files{old, fresh} {
		b.clock = b.clock.Add(time.Hour)
		site.Write(t, b.public)
		b.publish()
	}
	s, err := b.open(b.target)
	if err != nil {
		t.Fatal(err)
	}
	left := after
	cut := errors.Join(s.Return(ended{t.Context(), &left}, "20261125T090000Z", New(s, nil, b.config).lent), s.Close())
	publishtest.Same(t, b.shown(), fresh)
	if cut == nil && after < 5 {
		t.Errorf("only %d cuts", after)
	}
	if _, _, err := b.back(); err != nil {
		t.Fatal(err)
	}
	fresh["index.html"] = "page 1"
	publishtest.Same(t, b.shown(), fresh)
	b.clock = b.clock.Add(b.config.Grace + time.Second)
	old.Write(t, b.public)
	b.publish()
	publishtest.Same(t, b.shown(), old)
	return cut != nil
}

// ended is a context that has ended when it was asked so many times.
type ended struct {
	context.Context
	left *int
}

func (e ended) Err() error {
	if *e.left--; *e.left < 0 {
		return context.Canceled
	}
	return nil
}
