package words_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/search/words"
)

// Any bytes give words that lie in the text, in order of their beginnings but for what a
// pair is as one, and stems that are something and stay the same.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"Kunjungan ke kelurahan", "e-KTP anak-anak", "36.74.07.1001", "Jum'at’s", "\xff-a",
		"ÉCOLE\u0301", "a\u00ad-\u2011b", "kan an i", strings.Repeat("didi", 2000),
	} {
		f.Add(seed)
	}
	id, en := words.For("id"), words.For("en")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for w := range id.Words(text) {
			if w.Text == "" || w.Start < 0 || w.Start >= w.End || w.End > len(text) || w.End < last {
				t.Fatalf("%+v of %d bytes", w, len(text))
			}
			last = w.End
			if utf8.ValidString(text) && !utf8.ValidString(w.Text) || strings.ContainsAny(w.Text, " .-'") {
				t.Fatalf("%q is no word", w.Text)
			}
			for _, l := range []*words.Language{id, en} {
				if stem := l.Stem(w.Text); stem == "" || stem != l.Stem(w.Text) {
					t.Fatalf("%q has the stem %q", w.Text, stem)
				}
			}
		}
		id.Stem(text)
		en.Stem(text)
		words.Near(text, text[len(text)/2:])
	})
}
