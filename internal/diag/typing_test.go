package diag

import "testing"

func TestTyping(t *testing.T) {
	p := At(Place{}, "bad-date", "x").WithHint("date-form")
	for word, want := range map[string]string{
		"2026-01-10":   "tulis seperti 2017-11-07",
		"Jum’at":       "tulis seperti 2017-11-07",
		"“2026-01-10”": `tanda kutip “ ” dari pengolah kata; pakai tanda kutip biasa: "2026-01-10"`,
		"2026\u200b":   "ada huruf yang tidak terlihat di sini; hapus kata itu lalu ketik ulang",
	} {
		if got := p.Typing(word).Advice(Indonesian); got != want {
			t.Errorf("%q: %s", word, got)
		}
	}
}

// Values are shown as they were typed, and no control character gets through.
func TestValuesAsTyped(t *testing.T) {
	for value, want := range map[string]string{
		`C:\Users\a.jpg`:  `the link "C:\Users\a.jpg" leads to no page or file of this site`,
		`kata "besar"`:    `the link "kata "besar"" leads to no page or file of this site`,
		"a\u200bb\x1b[0m": "the link \"a\uFFFDb\uFFFD[0m\" leads to no page or file of this site",
	} {
		if got := At(Place{}, "link-broken", value).Text(English); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for s, want := range map[string]string{
		"Catatan: dibaca": `"Catatan: dibaca"`,
		`Kata "itu": ya`:  `'Kata "itu": ya'`,
		`C:\x "Jum'at"`:   `'C:\x "Jum''at"'`,
	} {
		if got := string(Quoted(s)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNearestKnowsFileNames(t *testing.T) {
	for word, want := range map[string]string{
		"setu.yaml": "setu", "Setu.yml": "setu", "serpng.yaml": "serpong", ".yaml": "", "lain.md": "",
	} {
		if got := Nearest(word, []string{"serpong", "setu"}); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
