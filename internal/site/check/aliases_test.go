package check

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
