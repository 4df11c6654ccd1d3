package diag

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"air-bersi", []string{"air-bersih", "bank-sampah"}, "air-bersih"},
		{"Air Bersih", []string{"air-bersih"}, "air-bersih"},
		{"air_bersih", []string{"air", "air-bersih"}, "air-bersih"},
		{"hulo", []string{"hilir", "hulu"}, "hulu"},
		{"sumamry", []string{"summary"}, "summary"},       // neighbours swapped
		{"visit", []string{"visits", "visitt"}, "visits"}, // the first of equals
		{"jalan", []string{"idea", "trial", "running"}, ""},
		{"id", []string{"en"}, ""},
		{"", []string{"a", "ab"}, ""},
		{"x", nil, ""},
		{strings.Repeat("a", 101), []string{strings.Repeat("a", 102)}, ""}, // too long to compare
	} {
		if got := Nearest(c.word, c.candidates); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.word, c.candidates, got, c.want)
		}
	}
}

func at(file string, line, col int) Place { return Place{File: file, Line: line, Col: col} }

func TestSorted(t *testing.T) {
	l := List{
		At(at("b.yaml", 1, 1), "yaml-deep", 50),
		At(at("a.yaml", 10, 1), "image-alt"),
		At(at("a.yaml", 2, 9), "image-alt"),
		At(at("a.yaml", 2, 1), "unknown-key", "y"),
		At(at("a.yaml", 2, 1), "missing-key", "z"),
		At(at("a.yaml", 2, 1), "unknown-key", "x"),
		At(at("a.yaml", 2, 1), "unknown-key", "x"),
		At(at("a.yaml", 0, 0), "file-missing"),
	}
	before := slices.Clone(l)
	var got []string
	for _, p := range l.Sorted() {
		got = append(got, p.Place.String()+" "+p.Text(English))
	}
	want := []string{
		"a.yaml this file must exist",
		`a.yaml:2:1 "z" is required`,
		`a.yaml:2:1 the key "x" is not known here`,
		`a.yaml:2:1 the key "y" is not known here`,
		"a.yaml:2:9 this image has no alternative text",
		"a.yaml:10:1 this image has no alternative text",
		"b.yaml:1:1 more than 50 levels are nested here",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for i := range l {
		if l[i].Place != before[i].Place || l[i].Code != before[i].Code {
			t.Fatalf("Sorted moved what it was given: %v", l[i])
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		list             List
		errors, warnings int
	}{
		{nil, 0, 0},
		{List{At(Place{}, "raw-html", "<b>")}, 0, 1},
		{List{At(Place{}, "raw-html", "<b>"), At(Place{}, "image-alt"), At(Place{}, "image-alt")}, 2, 1},
	} {
		errors, warnings := c.list.Count()
		if errors != c.errors || warnings != c.warnings || c.list.HasErrors() != (c.errors > 0) {
			t.Errorf("%v: %d errors, %d warnings, HasErrors %v", c.list, errors, warnings, c.list.HasErrors())
		}
	}
}

func TestPrint(t *testing.T) {
	word := strings.Repeat("kata ", 60) // 300 characters
	for _, c := range []struct {
		name, line string
		place      Place
		want       string
	}{
		{"no line", "", at("a.md", 0, 0), "a.md: error: this image has no alternative text [image-alt]\n"},
		{"line without text", " \t ", at("a.md", 3, 2),
			"a.md:3:2: error: this image has no alternative text [image-alt]\n"},
		{"caret", "ab ![](x)  ", at("a.md", 3, 4),
			"a.md:3:4: error: this image has no alternative text [image-alt]\n   3 | ab ![](x)\n     |    ^\n"},
		{"no column", "![](x)", at("a.md", 3, 0),
			"a.md:3:1: error: this image has no alternative text [image-alt]\n   3 | ![](x)\n     | ^\n"},
		{"tabs are one column", "\t\t![](x)", at("a.md", 3, 3),
			"a.md:3:3: error: this image has no alternative text [image-alt]\n   3 |   ![](x)\n     |   ^\n"},
		{"beyond the end", "ab", at("a.md", 3, 99),
			"a.md:3:99: error: this image has no alternative text [image-alt]\n   3 | ab\n     |   ^\n"},
		{"letters of many bytes", "café ![](x)", at("a.md", 3, 6),
			"a.md:3:6: error: this image has no alternative text [image-alt]\n   3 | café ![](x)\n     |      ^\n"},
		{"nothing a terminal obeys", "a\x1b[2J\u202e\u200bb\x7f\u0085\u2028\u2029![](x)", at("a.md", 3, 13),
			"a.md:3:13: error: this image has no alternative text [image-alt]\n" +
				"   3 | a\ufffd[2J\ufffd\ufffdb\ufffd\ufffd\ufffd\ufffd![](x)\n     |             ^\n"},
		{"late line", "![](x)", at("a.md", 123456, 2),
			"a.md:123456:2: error: this image has no alternative text [image-alt]\n123456 | ![](x)\n       |  ^\n"},
		{"long line, early", word, at("a.md", 3, 1),
			"a.md:3:1: error: this image has no alternative text [image-alt]\n   3 | " + strings.TrimSpace(word[:100]) +
				"\n     | ^\n"},
		{"long line, middle", word, at("a.md", 3, 151),
			"a.md:3:151: error: this image has no alternative text [image-alt]\n   3 | " +
				strings.TrimSpace(word[100:200]) + "\n     | " + strings.Repeat(" ", 50) + "^\n"},
		{"long line, end", word, at("a.md", 3, 296),
			"a.md:3:296: error: this image has no alternative text [image-alt]\n   3 | " +
				strings.TrimSpace(word[200:]) + "\n     | " + strings.Repeat(" ", 95) + "^\n"},
	} {
		text := strings.Repeat("\n", max(c.place.Line, 1)-1) + c.line + "\nx"
		l := List{At(c.place, "image-alt")}.Excerpt(func(string) string { return text })
		var b strings.Builder
		if err := l.Print(&b, English); err != nil || b.String() != c.want {
			t.Errorf("%s: %v\n%q, want\n%q", c.name, err, b.String(), c.want)
		}
	}
}

func TestPrintAll(t *testing.T) {
	l := List{
		At(at("a.yaml", 2, 1), "unknown-key", "sumary").WithHint("did-you-mean", "summary"),
		At(at("b.md", 0, 0), "file-unknown"),
	}
	var id, en strings.Builder
	if err := errors.Join(l.Print(&id, Indonesian), l.Print(&en, English)); err != nil {
		t.Fatal(err)
	}
	const wantID = "a.yaml:2:1: galat: kunci \"sumary\" tidak dikenal di sini [unknown-key]\n" +
		"  saran: maksudnya \"summary\"?\n" +
		"b.md: peringatan: berkas ini tidak dipakai di tempat ini [file-unknown]\n"
	const wantEN = "a.yaml:2:1: error: the key \"sumary\" is not known here [unknown-key]\n" +
		"  hint: did you mean \"summary\"?\n" +
		"b.md: warning: nothing uses a file at this place [file-unknown]\n"
	if id.String() != wantID || en.String() != wantEN {
		t.Errorf("got\n%s\nand\n%s", id.String(), en.String())
	}
	if err := l.Print(full{}, English); err == nil {
		t.Error("a writer's error was swallowed")
	}
}

// full is a terminal that is gone.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A problem of a whole file has no line to show, and a file with many is read
// once.
func TestExcerptTellsNoPassword(t *testing.T) {
	for line, want := range map[string]string{
		"[a](https://user:päss@x.example/b:c@d) é": "[a](https://user:••••@x.example/b:c@d) é",
		"http://:p@w@x.example":                    "http://:•••@x.example",
		"https://x.example:80/a@b, c: d@e":         "https://x.example:80/a@b, c: d@e",
	} {
		l := List{At(at("a", 1, 1), "image-alt")}.Excerpt(func(string) string { return line })
		if l[0].Excerpt != want {
			t.Errorf("%q", l[0].Excerpt)
		}
	}
}

func TestExcerptAsksForEachFileOnce(t *testing.T) {
	var asked []string
	l := List{
		At(at("a", 0, 0), "file-missing"), At(at("b", 2, 1), "image-alt"), At(at("b", 2, 2), "image-alt"),
		At(at("b", 4, 1), "image-alt"),
		At(at("b", 1, 1), "image-alt"), At(at("b", 5, 1), "image-alt"), At(at("b", 9, 1), "image-alt"),
		At(at("c", 1, 1), "image-alt"),
	}
	shown := l.Excerpt(func(file string) string {
		asked = append(asked, file)
		return map[string]string{"b": "one\ntwo\n\nfour\n"}[file]
	})
	var lines []string
	for _, p := range shown {
		lines = append(lines, p.Excerpt)
	}
	if want := []string{"", "two", "two", "four", "one", "", "", ""}; !slices.Equal(lines, want) {
		t.Errorf("lines are %q, want %q", lines, want)
	}
	if !slices.Equal(asked, []string{"b", "c"}) || l[1].Excerpt != "" {
		t.Errorf("asked for %q; %v", asked, l)
	}
}
