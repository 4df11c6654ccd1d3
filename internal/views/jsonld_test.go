package views

import (
	"testing"

	"blandongan/internal/records"
	"blandongan/internal/site"
)

func TestAuthor(t *testing.T) {
	record, _ := records.Parse("data/site.yaml",
		[]byte("publisher: {name: Pemkot Contoh, url: https://contoh.example/, desks: [Redaksi, Humas]}\n"), nil)
	entries, _ := site.Decode(record)
	s := of(*entries[0].Value.(*site.Config))
	for author, want := range map[string]organisation{
		"":              {"Organization", "Pemkot Contoh", "https://contoh.example/"},
		"Pemkot Contoh": {"Organization", "Pemkot Contoh", "https://contoh.example/"},
		"Humas":         {Type: "Organization", Name: "Humas"},
		"Koran Contoh":  {Type: "Organization", Name: "Koran Contoh"},
		"Sri Redaksi":   {Type: "Person", Name: "Sri Redaksi"},
	} {
		n := &site.News{Article: &site.Article{Author: author, Original: &site.Original{Outlet: "Koran Contoh"}}}
		if got := s.author(n); got != want {
			t.Errorf("%q: %v, want %v", author, got, want)
		}
	}
	if got := s.author(&site.News{Article: &site.Article{Author: "Koran Contoh"}}); got.Type != "Person" {
		t.Errorf("an outlet that is not the article's own: %v", got)
	}
}
