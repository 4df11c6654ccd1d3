package address

import "testing"

// Addresses are escaped once, and stay below the base.
func FuzzEscapePath(f *testing.F) {
	for _, s := range []string{"", "berita/a b.jpg", "a?b#c", "é/中", "a%20b", "../x", "a//b", "a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range Escape(s) {
			if c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '"' || c == '<' || c == '>' {
				t.Errorf("Escape(%q) = %q", s, Escape(s))
			}
		}
	})
}

// In another language everything lies below its folder, under that language's words; what the
// edition does not have, and what is no page of a section, stays where it is.
func TestEdition(t *testing.T) {
	e := Edition{
		Folder: "en/",
		Words: map[string]string{
			News: "news", Topic: "topics", Program: "programs", Numbered: "page", Data: "data",
		},
		Own:   map[string]string{"tentang/": "en/about/"},
		Lacks: map[string]bool{"program/lama/": true, "topik/lama/": true},
	}
	for at, want := range map[string]string{
		"": "en/", "lain/": "lain/", "tentang/": "en/about/",
		"berita/": "en/news/", "berita/halaman/2/": "en/news/page/2/",
		"topik/air/halaman/3/": "en/topics/air/page/3/", "topik/lama/": "topik/lama/",
		"program/air/": "en/programs/air/", "program/lama/": "program/lama/",
		"aset/style.css": "aset/style.css", "sitemap.xml": "sitemap.xml", "berita/atom.xml": "en/news/atom.xml",
		"data/a.csv": "data/en/a.csv", "data/": "en/data/",
	} {
		if got := e.Of(at); got != want {
			t.Errorf("%q lies at %q, not %q", at, got, want)
		}
	}
	if main := new(Edition); main.Of("berita/halaman/2/") != "berita/halaman/2/" || main.Of("") != "" {
		t.Error("the site's own language has addresses of its own")
	}
}
