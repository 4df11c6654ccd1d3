package views

import (
	"testing"

	"blandongan/internal/ground"
	"blandongan/internal/site"
)

func TestShareLinks(t *testing.T) {
	s := of(site.Config{Language: "id", BaseURL: "https://contoh.example/"})
	want := []string{
		"https://wa.me/?text=Air%20%26%20api%3A%20100%25%20%2B%201%20https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"https://t.me/share/url?text=Air%20%26%20api%3A%20100%25%20%2B%201" +
			"&url=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"https://www.facebook.com/sharer/sharer.php?quote=Air%20%26%20api%3A%20100%25%20%2B%201" +
			"&u=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
		"mailto:?subject=Air%20%26%20api%3A%20100%25%20%2B%201&body=https%3A%2F%2Fcontoh.example%2Fberita%2Fx%2F",
	}
	links := s.shareLinks("Air & api: 100% + 1", "https://contoh.example/berita/x/")
	if len(links) != len(want) {
		t.Fatalf("%d links: %v", len(links), links)
	}
	for i, l := range links {
		if l.URL != want[i] || l.Text == "" {
			t.Errorf("%q leads to %s, not %s", l.Text, l.URL, want[i])
		}
	}
	if links := of(site.Config{Language: "id"}).shareLinks("Air", "/berita/x/"); links != nil {
		t.Errorf("a site without an address is told on as %v", links)
	}
}

// of is the scope of the pages of a site without things.
func of(c site.Config) scope { return on(ground.Ground{Base: ground.NewBase(&site.Facts{Config: c})}) }
