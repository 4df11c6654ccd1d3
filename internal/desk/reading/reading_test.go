package reading

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// passage is a sentence of news as rules read it.
func passage(t testing.TB, language, body string) *Passage {
	t.Helper()
	reader := prose.Reader{Markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}), Language: language}
	text := []byte("---\ntitle: A\n---\n" + body + "\n")
	record, _ := site.Parse("content/news/a.md", text, reader.Markdown)
	entries, _ := site.Decode(record)
	doc := reader.Read("content/news/a.md", text, entries)
	p := &Passage{Marks: NewMarks()}
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Kind == prose.Paragraph {
			p.Read(b)
		}
	}
	if len(p.Tokens) == 0 {
		t.Fatalf("%q has no words", body)
	}
	return p
}

// Numbers as people write them, each with what it is worth.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ language, body, want string }{
		{"id", "Ada 1.404.785 jiwa.", "1404785"},
		{"id", "Sekitar 1,4 juta jiwa.", "1400000"},
		{"id", "Biayanya Rp300 miliar.", "Rp 3e+11"},
		{"id", "Biayanya Rp 2,5 triliun.", "Rp 2.5e+12"},
		{"id", "Biayanya Rp. 750 ribu.", "Rp 750000"},
		{"id", "Biayanya 750 ribu rupiah.", "Rp 750000"},
		{"id", "Biayanya Rp1.250.000.000,00.", "Rp 1250000000"},
		{"id", "Naik 12,5 persen.", "12.5%"},
		{"id", "Naik 12,5% lagi.", "12.5%"},
		{"id", "Dua puluh lima camat dan tiga belas lurah.", "25 13"},
		{"id", "Sebelas dari sepuluh.", "11 10"},
		{"id", "Dua ratus orang.", ""},
		{"id", "Suhu 33.5 derajat.", "33.5"},
		{"id", "Versi 1.2.3 dan Rp15.00.000.", ""},
		{"id", "Skor 2-1.", ""},
		{"id", "Rapat 3-7 Juni.", "3 7"},
		{"en", "Some 1,404,785 people.", "1404785"},
		{"en", "It cost Rp1.25 billion.", "Rp 1250000000"},
		{"en", "It cost Rp4,18 trillion.", "Rp 4.18e+12"},
		{"en", "It rose by 25 per cent.", "25%"},
		{"en", "Thirty camat came.", "30"},
	} {
		var got []string
		for _, n := range passage(t, c.language, c.body).Numbers() {
			s := fmt.Sprintf("%.10g", n.Value)
			if n.Money {
				s = "Rp " + s
			}
			if n.Percent {
				s += "%"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %q, not %q", c.body, g, c.want)
		}
	}
}

// Whole numbers in Indonesian words, with of how many words they are.
func TestSpelled(t *testing.T) {
	for body, want := range map[string]string{
		"dua puluh lima":              "25 3",
		"seratus dua belas orang":     "112 3",
		"seribu tiga ratus lima":      "1305 4",
		"tiga miliar dua ratus juta":  "3.2e+09 5",
		"tiga miliar dua ratus ribu":  "3.0002e+09 5",
		"sejuta":                      "1e+06 1",
		"dua belas ribu sembilan":     "12009 4",
		"sebelas":                     "11 1",
		"lima enam":                   "5 1",
		"orang":                       "0 0",
		"sembilan ratus sembilan ton": "909 3",
	} {
		value, words := passage(t, "id", body).Spelled(0)
		if got := fmt.Sprint(value, words); got != want {
			t.Errorf("%s: %s, not %s", body, got, want)
		}
	}
}

// Dates as people write them, each beside the same a week later, written alike.
func TestDates(t *testing.T) {
	for _, c := range []struct{ language, body, want string }{
		{"id", "7 November 2017", "2017-11-07 14 November 2017"},
		{"id", "7 Nov 2017", "2017-11-07 14 November 2017"},
		{"id", "07/11/2017", "2017-11-07 14/11/2017"},
		{"id", "7/1/17", "2017-01-07 14/1/17"},
		{"id", "7-11-2017", "2017-11-07 14-11-2017"},
		{"id", "7.11.2017", "2017-11-07 14.11.2017"},
		{"id", "2017-11-07", "2017-11-07 2017-11-14"},
		{"id", "6-9 November 2017", "2017-11-06 13"},
		{"id", "6 hingga 9 November 2017", "2017-11-06 13"},
		{"id", "28 Februari sampai 3 Maret 2024", "2024-02-28 6 Maret"},
		{"en", "November 7, 2017", "2017-11-07 November 14, 2017"},
		{"en", "7th November 2017", "2017-11-07 14 November 2017"},
		{"id", "31 Februari 2024", ""},
		{"id", "7 orang", ""},
		{"id", "32/1/2024", ""},
		{"id", "2024-13-01", ""},
	} {
		p := passage(t, c.language, c.body)
		got := ""
		if d, ok := p.DateAt(0); ok {
			got = d.Time.Format(time.DateOnly) + " " + p.Like(d, d.Time.AddDate(0, 0, 7))
		}
		if got != c.want {
			t.Errorf("%s: %q, not %q", c.body, got, c.want)
		}
	}
}

// A block that is read in place of another leaves nothing of it.
func TestReadAgain(t *testing.T) {
	p := passage(t, "id", "Ada 12 orang. Ada 13 lagi.")
	if len(p.Numbers()) != 2 || len(p.Sentences) != 2 || p.Of(3).First != 3 {
		t.Errorf("%v %v", p.Numbers(), p.Sentences)
	}
	p.Read(passage(t, "id", "Tidak ada angka.").Block)
	if len(p.Numbers()) != 0 || len(p.Sentences) != 1 || p.Low(2) != "angka" || p.Low(3) != "" {
		t.Errorf("%v %v", p.Numbers(), p.Tokens)
	}
}

// What a sentence says about a mistake is not told as one.
func TestQuotedMistake(t *testing.T) {
	for body, want := range map[string]bool{
		`Indolinear mencetak "Selasa 8 November 2017", padahal itu Rabu.`: true,
		`Acara itu digelar "Selasa 8 November 2017" di balai kota.`:       false,
		"Acara itu digelar Selasa 8 November 2017, padahal hujan.":        false,
	} {
		p := passage(t, "id", body)
		from := strings.Index(p.Text, "Selasa")
		if got := p.IsReported(from, from+len("Selasa 8 November 2017")); got != want {
			t.Errorf("%s: %v", body, got)
		}
	}
}

// Words round a number from both sides; "terdiri atas" does not.
func TestIsRounded(t *testing.T) {
	for body, want := range map[string]bool{
		"Hampir 400 orang": true, "lebih dari 400 orang": true, "di atas 400 orang": true, "400 orang lebih": true,
		"400 an orang": true, "nyaris 400": true, "terdiri atas 400 orang": false,
		"dari 400 orang": false, "400": false,
	} {
		p := passage(t, "id", body)
		if n := p.Numbers(); len(n) != 1 || p.IsRounded(n[0]) != want {
			t.Errorf("%s: %v", body, !want)
		}
	}
}
