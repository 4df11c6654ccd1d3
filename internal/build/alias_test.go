package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/host"
)

// Old addresses of every form are listed, each leading straight to the present
// one, with the base URL's path before both.
func TestRedirects(t *testing.T) {
	b, _, out := again(t, full(t))
	want := []host.Redirect{
		{From: "/situs/en/news/guests/", To: "/situs/en/news/guests-saw-a-tap/"},
		{From: "/situs/index.php/tamu/", To: "/situs/berita/tamu-melihat-keran/"},
		{From: "/situs/lama/berita/Tamu%20Datang/", To: "/situs/berita/tamu-melihat-keran/"},
		{From: "/situs/lama/kec-hulu.html", To: "/situs/kecamatan/hulu/"},
		{From: "/situs/lama/program-air/", To: "/situs/program/air-bersih/"},
		{From: "/situs/lama/tamu.pdf", To: "/situs/kunjungan/tamu/"},
		{From: "/situs/lama/tentang/", To: "/situs/tentang-kami/"},
	}
	r := report(t, b)
	if !slices.Equal(r.Host.Redirects, want) {
		t.Errorf("%q", r.Host.Redirects)
	}
	sitemap, err := os.ReadFile(filepath.Join(out, "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	plain := map[string]string{}
	for name, text := range full(t) {
		plain[name] = regexp.MustCompile(`(?m)^aliases: .*\n`).ReplaceAllString(text, "")
	}
	b, _, out = again(t, plain)
	bare := report(t, b)
	if bare.Pages != r.Pages || bare.Files != r.Files-7 || bare.Host.Redirects != nil {
		t.Errorf("%d pages and %d files with aliases, %d and %d without", r.Pages, r.Files, bare.Pages, bare.Files)
	}
	if same, err := os.ReadFile(filepath.Join(out, "sitemap.xml")); err != nil || string(same) != string(sitemap) {
		t.Errorf("the sitemap lists old addresses: %s", sitemap)
	}
}

// Who renames a page and keeps its old address loses no reader: a page lies there
// that leads on, in place of the one that moved.
func TestMoveWithAlias(t *testing.T) {
	files := base(t)
	b, dir, out := again(t, files)
	report(t, b)
	const name = "content/news/keran-baru.md"
	write(t, dir, map[string]string{name: strings.Replace(files[name], "date:",
		"slug: keran-tiga\naliases: /berita/keran-baru/\ndate:", 1)})
	r := report(t, b)
	maps.DeleteFunc(r.Gone, func(p, _ string) bool { return strings.HasPrefix(p, "aset/") }) // parts of the index
	if len(r.Gone) != 0 || !slices.Contains(r.Changed, "berita/keran-baru/index.html") ||
		!slices.Contains(r.Changed, "berita/keran-tiga/index.html") {
		t.Errorf("gone %v, changed %v", r.Gone, r.Changed)
	}
	page, err := os.ReadFile(filepath.Join(out, "berita/keran-baru/index.html"))
	if err != nil || !strings.Contains(string(page), `url=/berita/keran-tiga/"`) {
		t.Errorf("%v: %s", err, page)
	}
	write(t, dir, map[string]string{name: strings.Replace(files[name], "date:", "slug: keran-tiga\ndate:", 1)})
	if r := report(t, b); r.Gone["berita/keran-baru/index.html"] != "berita/keran-tiga/index.html" {
		t.Errorf("gone %v", r.Gone)
	}
}

// A file beside an article exists once a text leads to it; then its address is
// taken. One that none leads to is told.
func TestAliasOfLinkedFile(t *testing.T) {
	files := base(t)
	files["content/news/keran-baru.md"] = strings.Replace(files["content/news/keran-baru.md"], "date:",
		"aliases: [/berita/peta.pdf, /berita/keran.svg]\ndate:", 1)
	files["content/news/peta.pdf"] = "%PDF"
	_, problems := buildFiles(t, files)
	if s := said(problems); strings.Count(s, "alias-taken") != 1 || len(problems) != 2 ||
		!strings.Contains(s, "keran.svg") || !strings.Contains(s, "file-unknown") {
		t.Errorf("%s", s)
	}
}
