package markdown

import (
	"strings"
	"testing"
)

// Only a table that surely fits the narrowest screen is no stop of the keyboard.
func TestTablesThatMayScroll(t *testing.T) {
	const head = "|---|---|\n| a | b |\n"
	for src, want := range map[string]bool{
		"| Tahun | Jumlah |\n" + head:                                             false,
		"| Tahun **ini** dan itu | ~~Jumlah~~ `x` |\n" + head:                     false,
		"| Wilayah | Penduduk |\n" + head:                                         false,
		"| Kecamatan | Penduduk |\n" + head:                                       false,
		"| a | b |\n" + head + "| c | " + strings.Repeat("d", 23) + " |\n":        true,
		"| a | b |\n" + head + "| " + strings.Repeat("c\u00a0", 12) + "d | e |\n": true,
		"| a | b |\n" + head + "| c | 人人人人人人人人人 |\n":                              true,
		"| a | b |\n" + head + "| c | ![d](e.jpg) |\n":                            true,
		"| a | b |\n" + head + "| c | d[^1] |\n\n[^1]: e\n":                       true,
		"> | a | b |\n> |---|---|\n":                                              true,
		strings.Repeat("|a", 14) + "|\n" + strings.Repeat("|-", 14) + "|\n":       true,
	} {
		if got := len(mustParse(t, src).Tables) == 1; got != want {
			t.Errorf("%q: %t", src, got)
		}
	}
}

// A table is called by the heading above it, also where the body is cut, and only as long as one
// listens to.
func TestNamesOfTables(t *testing.T) {
	const wide = "\n| Penyelenggaraan | Penanggungjawab |\n|---|---|\n\n"
	long := strings.Repeat("kata ", 40)
	doc := mustParse(t, wide+"## A & [b](c.md)\n"+wide+"### *D*\n\n[e](f.md)\n"+wide+"## G\n"+wide+wide+
		"## "+long+"\n"+wide)
	before, after := doc.Cut(doc.Sections[1].At)
	html := before.Render([]Address{{URL: "/1"}, {URL: "/2"}}, named) + after.Render(nil, named)
	for _, want := range []string{
		`aria-label="Tabel: "`, `aria-label="Tabel: A &amp; b"`, `aria-label="Tabel: D"`, `aria-label="Tabel: G"`,
		`aria-label="Tabel: G (2)"`, `aria-label="Tabel: kata kata`, `<a href="/1">b</a>`, `<a href="/2">e</a>`,
	} {
		if strings.Count(html, want) != 1 {
			t.Errorf("no %s in %s", want, html)
		}
	}
	if whole := doc.Render([]Address{{URL: "/1"}, {URL: "/2"}}, named); whole != html || strings.Contains(html, long) {
		t.Errorf("%s\nis not %s", whole, html)
	}
}
