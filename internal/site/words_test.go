package site

import (
	"maps"
	"testing"
	"time"

	"blandongan/internal/records"
)

// A language that the program speaks says nothing in the words of another; one that it does
// not says what it lacks as the site's own.
func TestWordsIn(t *testing.T) {
	const words = "home: Muka\nname: {id: Sebutan, en: Called}\nauthor: {su: Panulis}\nwhen: {su: Iraha, en: At}\n"
	for _, c := range []struct {
		main, tag string
		want      map[string]string
	}{
		{"id", "id", map[string]string{"home": "Muka", "name": "Sebutan"}},
		{"id", "en", map[string]string{"name": "Called", "when": "At"}},
		{"id", "en-GB", map[string]string{}},
		{"id", "su", map[string]string{"home": "Muka", "name": "Sebutan", "author": "Panulis", "when": "Iraha"}},
		{"en", "id", map[string]string{"name": "Sebutan"}},
		{"en", "su", map[string]string{"home": "Muka", "name": "Called", "author": "Panulis", "when": "Iraha"}},
		{"jv", "en", map[string]string{"name": "Called", "when": "At"}},
	} {
		var entries []*Entry
		for name, text := range map[string]string{
			ConfigFile: "language: " + c.main + "\nlanguages: [id, en, en-GB, su, jv]\n", "data/words.yaml": words,
		} {
			r, _ := records.Parse(name, []byte(text), nil)
			some, _ := Decode(r)
			entries = append(entries, some...)
		}
		s, _ := New(entries, Options{Now: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
		if got := s.WordsIn(c.tag); !maps.Equal(got, c.want) {
			t.Errorf("%s beside %s: %v, not %v", c.tag, c.main, got, c.want)
		}
	}
}
