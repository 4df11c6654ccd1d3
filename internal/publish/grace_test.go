package publish

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/publish/publishtest"
)

func TestGraceEnds(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	b.publish()
	publishtest.Version(2).Write(t, b.public)
	b.publish()
	b.clock = b.clock.Add(7*24*time.Hour - time.Second)
	b.must()
	b.clock = b.clock.Add(time.Second)
	b.must("grace-over aset/style.11111111.css")
	b.wants(publishtest.Version(2))
}

// A picture that leaves a page that stays, and comes back, has its grace anew.
func TestGraceBeginsAnew(t *testing.T) {
	b := newBench(t)
	with, without := publishtest.Files{"index.html": "x", "foto.jpg": "y"}, publishtest.Files{"index.html": "x"}
	with.Write(t, b.public)
	b.publish()
	without.Write(t, b.public)
	b.must()
	b.clock = b.clock.Add(5 * 24 * time.Hour)
	with.Write(t, b.public)
	b.must()
	b.clock = b.clock.Add(5 * 24 * time.Hour)
	without.Write(t, b.public)
	b.must()
	b.wants(with)
	b.clock = b.clock.Add(7 * 24 * time.Hour)
	b.must("grace-over foto.jpg")
	b.wants(without)
}

// What readers follow a link to is gone when it was taken away, packed or not.
func TestDownloadsHaveNoGrace(t *testing.T) {
	b := newBench(t)
	b.consent.Removals = true
	b.compress = func(name string) bool { return strings.HasSuffix(name, ".csv") }
	publishtest.Files{"index.html": "x", "unduhan/warga.csv": strings.Repeat("nama ", 1000), "unduhan/surat.PDF": "x",
		"unduhan/logo.SVG": "y"}.Write(t, b.public)
	b.publish()
	publishtest.Files{"index.html": "x"}.Write(t, b.public)
	p := b.must("not-in-site unduhan/surat.PDF", "not-in-site unduhan/warga.csv", "not-in-site unduhan/warga.csv.br",
		"not-in-site unduhan/warga.csv.gz")
	if !slices.Equal(p.Waiting, []string{"unduhan/logo.SVG"}) {
		t.Errorf("%v wait", p.Waiting)
	}
}

// What had its grace left the site long ago, and is not asked about again.
func TestEndOfGraceIsNoQuestion(t *testing.T) {
	b := newBench(t)
	site := publishtest.Files{"index.html": "x"}
	all := publishtest.Files{"a.css": "a", "b.css": "b", "c.css": "c"}
	maps.Copy(all, site)
	all.Write(t, b.public)
	b.publish()
	site.Write(t, b.public)
	b.must()
	b.clock = b.clock.Add(b.config.Grace)
	b.must("grace-over a.css", "grace-over b.css", "grace-over c.css")
	b.wants(site)
}
