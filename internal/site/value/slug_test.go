package value

import (
	"strings"
	"testing"

	"blandongan/internal/diag"
)

// A slug is one address segment, and slugging it again changes nothing.
func FuzzSlugify(f *testing.F) {
	for _, s := range []string{
		"", "Serpong Utara", "Café & Ömer", "中文", "a--b", "-",
		"ı İ ß", "e\u0301", strings.Repeat("ab ", 100), "Jum'at <baru>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slugify(s)
		if !slugForm.MatchString(slug) || len(slug) > MaxSlug {
			t.Errorf("Slugify(%q) = %q", s, slug)
		}
		if again := Slugify(slug); again != slug {
			t.Errorf("Slugify(%q) = %q, then %q", s, slug, again)
		}
	})
}

func TestSlugs(t *testing.T) {
	for _, word := range []string{"a", "keran-baru", "2024", "con-air", "console", "com10", "comm", "com-1"} {
		if p := new(Slug).ReadLiteral(word); p != nil {
			t.Errorf("%q: %s", word, p.Code)
		}
	}
	for word, code := range map[string]diag.Code{
		"": "bad-slug", "A": "bad-slug", "a--b": "bad-slug", "-a": "bad-slug", "a b": "bad-slug",
		"null": "file-name-taken", "true": "file-name-taken",
		"con": "file-name-taken", "nul": "file-name-taken", "com1": "file-name-taken", "lpt9": "file-name-taken",
		strings.Repeat("a", MaxSlug+1): "bad-slug",
	} {
		if p := new(Slug).ReadLiteral(word); p == nil || p.Code != code {
			t.Errorf("%q: %v, want %s", word, p, code)
		}
	}
}

// What nobody sees in a name is not in its slug.
func TestUnseenInSlugs(t *testing.T) {
	for word, want := range map[string]string{
		"kota cer\u00addas": "kota-cerdas", "kota\u00a0cerdas": "kota-cerdas", "kota\u200bcerdas": "kotacerdas",
	} {
		if got := Slugify(word); got != want {
			t.Errorf("%q: %s, not %s", word, got, want)
		}
	}
}
