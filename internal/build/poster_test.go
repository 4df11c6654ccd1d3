package build_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

var sharedImage = regexp.MustCompile(`<meta property="og:image" content="https://contoh.example/situs/([^"]*)">`)

// Every page that may be shared has a poster that lies in the site, and every poster has a
// page. A page with a picture of its own keeps it, unless that is an SVG, which services do
// not show; a draft, a redirect and the page of addresses that lead nowhere have none.
func TestPosters(t *testing.T) {
	files := full(t)
	files["content/news/rancangan.md"] = "---\ntitle: Rancangan\ndate: 2024-01-01\nsummary: S.\ndraft: true\n---\n"
	files["content/news/foto.md"] = "---\ntitle: Foto\ndate: 2024-01-02\nsummary: S.\n" +
		"image: {file: foto.png, alt: Keran dari dekat, credit: Tim Contoh}\n---\n"
	var photo bytes.Buffer
	if err := png.Encode(&photo, image.NewGray(image.Rect(0, 0, 1200, 900))); err != nil {
		t.Fatal(err)
	}
	files["content/news/foto.png"] = photo.String()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	write(t, dir, files)
	config := build.Config{Root: os.DirFS(dir), Out: out, Templates: builtin, Drafts: true}
	if _, problems, err := build.New(config).Build(noon); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	tree := lab.Tree(t, out)
	used := map[string]bool{}
	pages := 0
	for name, page := range tree {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		m := sharedImage.FindStringSubmatch(string(page))
		hidden := bytes.Contains(page, []byte("noindex")) || bytes.Contains(page, []byte(`http-equiv="refresh"`))
		switch {
		case hidden && m != nil:
			t.Errorf("%s has the poster %s", name, m[1])
		case hidden:
		case m == nil:
			t.Errorf("%s has no poster", name)
		case name == "berita/foto/index.html":
			if !strings.HasPrefix(m[1], "aset/gambar/") {
				t.Errorf("%s has the poster %s", name, m[1])
			}
		default:
			pages++
			used[m[1]] = true
		}
	}
	for name, data := range tree {
		if !strings.HasPrefix(name, "aset/bagi/") {
			continue
		}
		size, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || size.Width != 1200 || size.Height != 630 {
			t.Errorf("%s: %v, %d by %d", name, err, size.Width, size.Height)
		}
		if !used[name] {
			t.Errorf("no page has the poster %s", name)
		}
		delete(used, name)
	}
	if len(used) > 0 || pages < 12 {
		t.Errorf("of the posters of %d pages there are not %v", pages, used)
	}
}

// A poster that lies there already is not drawn again, unless it is broken or another.
func TestPosterIsKept(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	write(t, dir, base(t))
	built := func() {
		config := build.Config{Root: os.DirFS(dir), Out: out, Templates: builtin}
		if _, problems, err := build.New(config).Build(noon); err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
	}
	built()
	whole := lab.Tree(t, out)
	posters, err := filepath.Glob(filepath.Join(out, "aset/bagi/*.png"))
	if err != nil || len(posters) < 4 {
		t.Fatal(posters, err)
	}
	other, err := os.ReadFile(posters[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(posters[1], other, 0o644), os.Truncate(posters[2], 100),
		os.Remove(posters[3])); err != nil {
		t.Fatal(err)
	}
	built()
	if diff := difference(whole, lab.Tree(t, out)); diff != "" {
		t.Error(diff)
	}
}

// A save makes the posters that it changes, at new addresses, and no other; a page that it
// does not show in its poster keeps it.
func TestPosterOfASave(t *testing.T) {
	b, dir, out := again(t, base(t))
	report(t, b)
	posters := func() []string {
		list, err := filepath.Glob(filepath.Join(out, "aset/bagi/*.png"))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	before := posters()
	change := func(from, to string) (made int) {
		file := filepath.Join(dir, "content/news/keran-baru.md")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte(from)) {
			t.Fatalf("%s does not say %q", file, from)
		}
		write(t, dir, map[string]string{"content/news/keran-baru.md": strings.Replace(string(text), from, to, 1)})
		for _, p := range report(t, b).Changed {
			if strings.HasPrefix(p, "aset/bagi/") {
				made++
			}
		}
		return made
	}
	if made := change("title: ", "title: Lagi "); made != 1 {
		t.Errorf("another title makes %d posters", made)
	}
	after := posters()
	if len(after) != len(before) || slices.Equal(after, before) {
		t.Errorf("the posters are %v, were %v", after, before)
	}
	if made := change("summary: ", "summary: Lagi "); made != 0 {
		t.Errorf("another summary makes %d posters", made)
	}
}
