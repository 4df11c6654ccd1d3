package reckoning

import (
	_ "embed"
	"strings"
	"testing"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

//go:embed testdata/wrong.txt
var wrong string

//go:embed testdata/right.txt
var right string

var md = markdown.New(markdown.Options{Schemes: site.Schemes()})

// check returns what the room finds in a body. One that begins with "en: " is English.
func check(body string) (found diag.List) {
	body = strings.ReplaceAll(body, "⏎", "\n")
	language := "id"
	if rest, is := strings.CutPrefix(body, "en: "); is {
		language, body = "en", rest
	}
	text := []byte("---\ntitle: A\n---\n" + body + "\n")
	reader := prose.Reader{Markdown: md, Language: language}
	record, _ := site.Parse("content/news/a.md", text, reader.Markdown)
	entries, _ := site.Decode(record)
	doc := reader.Read("content/news/a.md", text, entries)
	p := &reading.Passage{Marks: reading.NewMarks()}
	Mark(p.Marks)
	for i := range doc.Blocks {
		if len(doc.Blocks[i].Words()) == 0 {
			continue
		}
		p.Read(&doc.Blocks[i])
		Dates(p, nil)
		Numbers(p, doc.Blocks[i+1:])
		found = append(found, p.Found...)
	}
	for _, t := range TablesIn(doc.Blocks) {
		found = append(found, t.Sums(p)...)
	}
	return found
}

// Each line of wrong.txt is a code, the words at fault, what may stand in their place, and a body.
func TestWrong(t *testing.T) {
	for line := range strings.Lines(wrong) {
		parts := strings.SplitN(strings.TrimSpace(line), " | ", 4)
		if len(parts) != 4 {
			t.Fatalf("%q", line)
		}
		list := check(parts[3])
		if len(list) != 1 || string(list[0].Code) != parts[0] || list[0].Words != parts[1] {
			t.Errorf("%s%s", parts[3], show(list))
			continue
		}
		better := "-"
		if r := list[0].Repairs; len(r) > 0 {
			better = r[0].New
		}
		if better != parts[2] {
			t.Errorf("%s: %q, not %q", parts[3], better, parts[2])
		}
		for _, l := range []diag.Language{diag.Indonesian, diag.English} {
			if said := list[0].Text(l); said == "" || strings.Contains(said, "%!") {
				t.Errorf("%s: %q", parts[3], said)
			}
		}
	}
}

// What is told is told with its unit, and as it is written.
func TestSaid(t *testing.T) {
	const over = " is more than all of it: there is no more than 100%"
	for body, want := range map[string]string{
		"Sebanyak 120 persen warga hadir.":                      "120 persen" + over,
		"Sebanyak 120% warga hadir.":                            "120%" + over,
		"en: Some 120 per cent residents came.":                 "120 per cent" + over,
		"Dana Rp4 juta dibagi untuk A Rp1 juta dan B Rp2 juta.": "the parts add up to Rp3 juta, not to Rp4 juta",
		"Dana Rp4.100.000, terdiri atas Rp1.512.345 dari kas dan Rp2.523.456 dari iuran.": "the parts add up to " +
			"Rp4.035.801, not to Rp4.100.000",
	} {
		if list := check(body); len(list) != 1 || list[0].Text(diag.English) != want {
			t.Errorf("%s%s", body, show(list))
		}
	}
}

// Lines of right.txt look like a mistake and are none.
func TestRight(t *testing.T) {
	for line := range strings.Lines(right) {
		if list := check(strings.TrimSpace(line)); len(list) > 0 {
			t.Errorf("%s%s", strings.TrimSpace(line), show(list))
		}
	}
}

func show(list diag.List) string {
	var b strings.Builder
	for _, p := range list {
		b.WriteString("\n\t" + string(p.Code) + " [" + p.Words + "] " + p.Text(diag.English))
	}
	return b.String()
}

// A text may end behind any word, with a mark or without one.
func TestCutOff(t *testing.T) {
	for line := range strings.Lines(wrong + right) {
		parts := strings.SplitN(strings.TrimSpace(line), " | ", 4)
		body := parts[len(parts)-1]
		for i := range body {
			if body[i] != ' ' {
				continue
			}
			for _, mark := range []string{"", ","} {
				for _, p := range check(strings.TrimRight(body[:i], ".,:") + mark) {
					if p.Place.Line < 1 {
						t.Errorf("%s: %+v", body[:i], p)
					}
				}
			}
		}
	}
}

// Whatever stands there, the rules end and place what they find.
func FuzzNumbers(f *testing.F) {
	for line := range strings.Lines(wrong + right) {
		parts := strings.Split(strings.TrimSpace(line), " | ")
		f.Add(parts[len(parts)-1])
	}
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 20_000 {
			return
		}
		for _, p := range check(body) {
			if p.Place.Line < 1 || strings.Contains(p.Text(diag.Indonesian), "%!") {
				t.Errorf("%+v", p)
			}
		}
	})
}

// BenchmarkHostile looks at a hundred kilobytes of what each rule begins with.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{
		"dari 4 menjadi 5 atau 2 persen ", "Rp3 juta (tiga juta rupiah) ", "tiga bulan, dari Januari hingga Mei 2024 ",
		"12 orang terdiri atas 3 orang dan 4 orang, ", "kelahiran 1980 berusia 3 tahun pada 2020. ",
		"pukul 09.00 selama tiga jam ", "satu dua ratus tiga puluh ribu ", "tiap RT 2 orang, 3 RT 7 orang. ",
	} {
		body := strings.Repeat(piece, 100_000/len(piece))
		b.Run(strings.Fields(piece)[0], func(b *testing.B) {
			for b.Loop() {
				check(body)
			}
		})
	}
}
