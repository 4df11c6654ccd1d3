package within

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/records"
)

type part struct {
	Text   records.Text `key:"text"`
	Credit string       `key:"credit"`
}

type entry struct {
	records.Named
	Note  string `key:"note"`
	Place string `key:"place"`
}

type thing struct {
	Summary records.Text `key:"summary"`
	Problem records.Text `key:"problem"`
	Image   part         `key:"image"`
	Claims  []part       `key:"claims"`
	Targets []entry      `key:"targets"`
}

// A line within a text is told where it looks like a key that may stand beside that of the text,
// or like a language, and is not written there; whatever else has a colon is prose.
func TestFind(t *testing.T) {
	shape := records.ShapeOf[thing](records.Words{})
	for text, want := range map[string]string{
		"summary:\n  id: >-\n    Teks.\n    en: >-\n    Text.\n":      "4:5 en",
		"summary: >\n  Teks.\n  problem: Banyak sampah\n":             "3:3 problem",
		"summary: |- # catatan\n  problem: Banyak\n":                  "2:3 problem",
		"image:\n  text: |\n    Teks.\n    credit: Budi\n":            "4:5 credit",
		"claims:\n  - text: >-\n      Teks.\n      credit: Budi\n":    "4:7 credit",
		"claims:\n- text:\n    id: >-\n      Teks.\n      en: >-\n":   "5:7 en",
		"targets:\n  a:\n    note: >-\n      Teks.\n      place: B\n": "5:7 place",
		// What is prose, or written elsewhere.
		"summary: >\n  Teks.\n  Catatan: lain\n  catatan: lain\n":                                "",
		"summary: >\n  Teks.\n  problem: Banyak\nproblem: Sampah\n":                              "",
		"summary:\n  id: >-\n    Teks.\n    en: kata\n  en: Text\n":                              "",
		"summary:\n  id: >-\n    Teks.\n    problem: kata\n":                                     "",
		"summary: >\n      Teks.\n      problem: kata\n":                                         "",
		"summary: >\n  Teks.\n  en: kata\n":                                                      "",
		"summary: >\n  - problem: kata\n":                                                        "",
		"summary: Teks\nimage:\n  text: >\n    Teks\n    problem: kata\nproblem: >\n  Teks.\n\n": "",
	} {
		var got []string
		for _, p := range Find("a.yaml", []byte(text), shape, false) {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Col, p.Args[0]))
			if len(p.Repairs) > 0 {
				t.Errorf("%q is mended", text)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
	const article = "---\nsummary: >\n  Teks.\n  problem: kata\n---\n\nsummary: >\n  problem: kata\n"
	if got := Find("a.md", []byte(article), shape, false); len(got) != 1 || got[0].Place.Line != 4 {
		t.Errorf("an article: %v", got)
	}
	const entries = "satu:\n  summary: >\n    Teks.\n    problem: kata\n"
	if got := Find("a.yaml", []byte(entries), shape, true); len(got) != 1 || got[0].Place.Line != 4 {
		t.Errorf("entries: %v", got)
	}
}
