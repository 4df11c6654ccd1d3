package publish

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// More than a quarter is more than a quarter, also of a few.
func TestRemovesMuchOfASmallSite(t *testing.T) {
	for gone, asks := range map[int]bool{2: false, 3: true, 9: true} {
		b := newBench(t)
		site := publishtest.Files{}
		for i := range 10 {
			site[fmt.Sprintf("%d/index.html", i)] = "x"
		}
		site.Write(t, b.public)
		b.publish()
		for i := range gone {
			delete(site, fmt.Sprintf("%d/index.html", i))
		}
		site.Write(t, b.public)
		if _, _, err := b.publish(); store.IsFault(err, "consent-removals") != asks {
			t.Errorf("%d of ten pages go: %v", gone, err)
		}
	}
}

// Something foreign lies where the site needs a folder: this is found before
// anything is sent, and told as what it is.
func TestForeignForFolder(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(b *bench, name string) error
		code string
	}{
		"file": {func(b *bench, name string) error {
			publishtest.Files{name: "theirs"}.Add(b.t, b.target)
			return nil
		}, "in-the-way"},
		"link": {func(b *bench, name string) error { return os.Symlink("nowhere", b.target+"/"+name) }, "link-in-path"},
	} {
		if name == "link" && !lab.CanLink(t) {
			continue
		}
		for _, at := range []string{"berita", "berita/1"} {
			b := newBench(t)
			publishtest.Files{"berita.txt": "theirs"}.Add(t, b.target)
			if at != "berita" {
				publishtest.Files{"berita/x": "theirs"}.Add(t, b.target)
			}
			if err := c.put(b, at); err != nil {
				t.Fatal(err)
			}
			publishtest.Version(1).Write(t, b.public)
			b.config.OnProgress = func(g Progress) { t.Errorf("%s at %s: something was done: %+v", name, at, g) }
			_, _, err := b.publish()
			publishtest.WantFault(t, err, c.code)
			if !strings.Contains(err.Error(), b.target+"/"+at) {
				t.Errorf("%s at %s: told: %v", name, at, err)
			}
		}
	}
}

// A file of ours that somebody changed is theirs, also where a folder must be.
func TestTouchedForFolder(t *testing.T) {
	b := newBench(t)
	b.consent.Removals = true
	publishtest.Files{"index.html": "x", "a": "file"}.Write(t, b.public)
	b.publish()
	publishtest.Files{"a": "theirs"}.Add(t, b.target)
	publishtest.Files{"index.html": "x", "a/b": "file"}.Write(t, b.public)
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "in-the-way")
	b.wants(publishtest.Files{"index.html": "x", "a": "theirs"})
}

// A file lies where a folder must be, and the reverse.
func TestChangesPlaces(t *testing.T) {
	b := newBench(t)
	b.consent.Removals = true
	one, two := publishtest.Files{"a": "file", "b/c": "file", "index.html": "x"},
		publishtest.Files{"a/b/c": "file", "b": "file", "index.html": "x"}
	one.Write(t, b.public)
	b.publish()
	two.Write(t, b.public)
	b.must("not-in-site a", "not-in-site b/c", "new a/b/c", "new b")
	b.wants(two)
	b.must()
}

func TestRemovesMuch(t *testing.T) {
	b := newBench(t)
	large := publishtest.Files{}
	for i := range 50 {
		large[fmt.Sprintf("%d/index.html", i)] = "x"
	}
	large.Write(t, b.public)
	b.publish()
	few := maps.Clone(large)
	for i := range 13 {
		delete(few, fmt.Sprintf("%d/index.html", i))
	}
	few.Write(t, b.public)
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "consent-removals")
	b.wants(large)
	b.consent.Removals = true
	b.publish()
	b.wants(few)
}
