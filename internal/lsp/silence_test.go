package lsp_test

import (
	"strings"
	"testing"

	"blandongan/internal/lang"
)

// The comment that silences a rule is one, wherever the words stand, and breaks nothing.
func TestSilence(t *testing.T) {
	c := serve(t, base(t), in(lang.English))
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	const mark = "check: ignore "
	const front = "---\ntitle: Uji\ndate: 2024-04-01\nsummary: Uji.\nkecamatan: [hulu]\n---\n\n"
	yaml := func(s string) string { return strings.Replace(front, "summary: Uji.\n", s, 1) + "Isi.\n" }
	for _, x := range []struct{ what, text, want string }{
		{"folded", yaml("summary: >-\n  Warga dan\n  terimakasih\n"), "\n# C\nsummary: >-"},
		{"kept", yaml("summary: |\n  Warga dan\n\n    terimakasih\n"), "\n# C\nsummary: |"},
		{"in quotes", yaml("summary: \"Warga dan\n  terimakasih\"\n"), "\n# C\nsummary: \""},
		{"plain", yaml("summary: Warga dan\n  terimakasih\n"), "\n# C\nsummary: Warga"},
		{"one line", yaml("summary: Warga terimakasih\n"),
			"\n# C\nsummary: Warga"},
		{"in a list", yaml("summary: U\nclaims:\n  - text: >-\n      Warga dan\n      terimakasih\n"),
			"\n  # C\n  - text: >-"},
		{"in brackets", yaml("summary: U\nclaims: [\n    {text: \"Warga dan\n      terimakasih\"}\n  ]\n"),
			"\n    # C\n    {text: \""},
		{"setext", front + "Setext terimakasih\n===\n\nIsi.\n", "terimakasih C\n===\n"},
		{"setext of two lines", front + "Setext\nterimakasih\n---\n\nIsi.\n", "terimakasih C\n---\n"},
		{"heading", front + "## Judul terimakasih\nIsi.\n", "## Judul terimakasih C\nIsi."},
		{"closed heading", front + "## Judul terimakasih ##\n\nIsi.\n", "\nC\n## Judul terimakasih ##\n"},
		{"table", front + "| A | B |\n|---|---|\n| x | terimakasih |\n", "\nC\n| A"},
		{"table without bars", front + "A | B\n---|---\nx | terimakasih\n", "x | terimakasih C\n"},
		{"item", front + "- satu\n- terimakasih\n  lagi\n- tiga\n", "  lagi C\n- tiga"},
		{"quote", front + "> Kata terimakasih\n> lagi\n", "terimakasih C\n"},
		{"before code", front + "Kata terimakasih\n```\nx\n```\n", ""},
		{"a break", front + "Kata terimakasih  \nlagi\n", "lagi C\n"},
		{"html", front + "<div>\n\nKata terimakasih\n\n</div>\n", "terimakasih C\n\n</div>"},
		{"before a definition", front + "Kata [terimakasih][a]\nlagi.\n\n[a]: kecamatan:hulu\n", "lagi. C\n"},
	} {
		c.open(article, x.text)
		c.until(article, x.what, has("word-misspelt"))
		list := c.actions(article, "terimakasih")
		var got string
		for _, a := range list {
			if strings.HasPrefix(a.Title, "Ignore word-misspelt") {
				got = c.apply(article, a)
			}
		}
		md := "<!-- " + mark + "word-misspelt because … -->"
		short := strings.ReplaceAll(strings.ReplaceAll(got, md, "C"), mark+"word-misspelt because …", "C")
		if got == "" || !strings.Contains(short, x.want) {
			t.Errorf("%s: offered %v:\n%s", x.what, len(list), short)
			continue
		}
		c.open(article, strings.Replace(got, "…", "kutipan", 1))
		c.until(article, x.what+" silent", lacks("word-misspelt"))
	}
}
