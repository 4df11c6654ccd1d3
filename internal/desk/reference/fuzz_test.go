package reference

import (
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
)

// Whatever an article says, the rules end, each problem has its place and its sentence in both
// languages, and its words stand there.
func FuzzCheck(f *testing.F) {
	for line := range strings.Lines(mistakes + right) {
		body, _ := unmarked(strings.TrimSpace(line), 7)
		f.Add(body, "id")
	}
	for _, s := range []string{"Rp", "Rp.", "di", "Selasa 31/2/2017", "Senin–", "dua: ", "Kota", "\uFFFC Kota \uFFFC",
		"Rp 1.1.1", "tujuh kecamatan:", "1,4 juta jiwa (", "\"Situ", "Selasa, 6–7 November", "PAD Rp", "Serpong's",
		"2017-11-0x", "Lurah Kademangan, Babakan,"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, body, language string) {
		name := "content/news/a.md"
		if language == "en" {
			name = "content/news/a.en.md"
		}
		text := article("", body)
		if !utf8.ValidString(text) || len(text) > 100_000 {
			return
		}
		lines := strings.Split(string(markdown.Clean([]byte(text))), "\n")
		for _, p := range checkText(project(), name, text) {
			if p.Place.Line < 1 || p.Place.Line > len(lines) || p.Place.Col < 1 || p.Text(diag.Indonesian) == "" ||
				strings.Contains(p.Text(diag.English)+p.Advice(diag.Indonesian), "%!") {
				t.Errorf("%+v", p)
			}
			if p.Words == "" {
				continue
			}
			line := []rune(lines[p.Place.Line-1])
			if !strings.HasPrefix(string(line[min(p.Place.Col-1, len(line)):]), p.Words) {
				t.Errorf("%q does not stand at %s", p.Words, p.Place)
			}
		}
	})
}
