package site

import (
	"slices"
	"testing"
)

func TestSeveralAddresses(t *testing.T) {
	for word, want := range map[string][]string{
		"":                        nil,
		"/a":                      nil,
		"/a/b/":                   nil,
		"/Berita Kita/a, b.html":  nil,
		"/a;b/c":                  nil,
		"/a, /b":                  {"/a", "/b"},
		"/a,/b,/c/":               {"/a", "/b", "/c/"},
		"/a; /b":                  {"/a", "/b"},
		"/a /b":                   {"/a", "/b"},
		"Udik, /kecamatan/lama/":  {"Udik", "/kecamatan/lama/"},
		"/berita/a/ , /berita/b/": {"/berita/a/", "/berita/b/"},
	} {
		if got := severalAddresses(word); !slices.Equal(got, want) {
			t.Errorf("%q: %q, not %q", word, got, want)
		}
	}
}

func TestFirstAddress(t *testing.T) {
	for _, c := range []struct {
		aliases []string
		want    string
	}{
		{nil, ""},
		{[]string{"/berita/a/", "/berita/b/"}, "berita/a/"},
		{[]string{"/berita/a"}, "berita/a/"},
		{[]string{"/berita/a/index.html"}, "berita/a/"},
		{[]string{"/2019/a.html", "/berita/b/"}, "berita/b/"},
		{[]string{"/berita/", "/berita/A/", "/berita/a/b/", "/berita/a.pdf", "/program/a/", "berita/a"}, ""},
	} {
		if got := FirstAddress("berita", c.aliases); got != c.want {
			t.Errorf("%q: %q, not %q", c.aliases, got, c.want)
		}
	}
}
