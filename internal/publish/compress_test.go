package publish

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

func TestCompressed(t *testing.T) {
	b := newBench(t)
	long := strings.Repeat("kecamatan ", 200)
	publishtest.Files{"index.html": long, "foto.jpg": long, "kecil.html": "x", "sudah.html": long,
		"sudah.html.gz": "mine"}.Write(t, b.public)
	b.compress = func(p string) bool { return isPage(p) }
	b.must("new foto.jpg", "new sudah.html.gz",
		"new index.html", "new index.html.br", "new index.html.gz", "new kecil.html", "new sudah.html",
		"new sudah.html.br")
	got := publishtest.ReadFiles(t, b.target)
	for name, e := range map[string]store.Encoding{"index.html.gz": store.Gzip, "index.html.br": store.Brotli} {
		r, err := e.Decode(strings.NewReader(got[name]))
		if err != nil {
			t.Fatal(err)
		}
		if _, digest, _ := store.Digest(r); digest != digestOfText(long) {
			t.Errorf("%s is not the page", name)
		}
	}
	if got["sudah.html.gz"] != "mine" {
		t.Error("a file of the site was overwritten by a compressed one")
	}
	b.must()
	b.compress = nil
	b.must("not-in-site index.html.br", "not-in-site index.html.gz", "not-in-site sudah.html.br")
	b.must()
}

func digestOfText(s string) string {
	_, d, _ := store.Digest(strings.NewReader(s))
	return d
}

// A compressed file whose text stays in the site goes before that text is
// replaced: hosts would hand out the old one.
func TestCompressedGoesBeforeItsText(t *testing.T) {
	b := newBench(t)
	b.compress = func(name string) bool { return !strings.HasPrefix(name, "x") }
	long := strings.Repeat("lama ", 200)
	publishtest.Files{"index.html": "x", "berita/index.html": long, "data/angka.json": long,
		"aset/a.css": long}.Write(t, b.public)
	b.publish()
	// too short to be worth it
	site := publishtest.Files{"index.html": "x", "berita/index.html": "baru", "data/angka.json": "baru"}
	site.Write(t, b.public)
	p := b.must(
		"not-in-site data/angka.json.br", "not-in-site data/angka.json.gz", "differs data/angka.json",
		"not-in-site berita/index.html.br", "not-in-site berita/index.html.gz", "differs berita/index.html")
	if !slices.Equal(p.Waiting, []string{"aset/a.css", "aset/a.css.br", "aset/a.css.gz"}) {
		t.Errorf("%q wait", p.Waiting)
	}
	got := publishtest.ReadFiles(t, b.target)
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, "aset/") })
	publishtest.Same(t, got, site)
}
