package markdown

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// bodies are the Markdown files of the project, and texts with all that is written otherwise
// than it is read.
func bodies(t testing.TB) (all []string) {
	t.Helper()
	all = []string{
		string(article(4 << 10)),
		"Satu &amp; dua, *tiga*\nempat\\* [lima](kecamatan:setu#a) enam.\n\n* a\n  b\n* c\n\n    d\n",
		"2017. Tahun itu.\n\n7. 11. 2017\n\n![peta **kota**](peta.png) dan `kode`x<br>y<p>z",
		"> kutipan\n> *dua*\n\n| a | b\\|c |\n|---|---|\n| `d` | e |\n\n[^1]: Catatan.\n\nTeks[^1].",
		"a <!-- b --> c\n<!-- d -->\n\nwww.contoh.go.id, a@b.id dan <https://x.id>\n\n[e]: /f\n[e]",
		"\tMasuk dengan tab\n   lalu spasi   \nakhir  \nkeras\\\nlagi", "# A {#b}\n\nC\n---\n\n• d\n• e\n\na. f\nb. g",
		"- satu\n\n  dua\n- tiga\n  - empat\n    - lima\n\n1. x\n2. y\n", "{{ x }} ==y== ![[z]] [[w]]",
		"- [ ] tugas\n- [x] lain",
		"[a][b] ![c][b]\n\n[b]: https://x.id/?q=1&amp;r=2 \"judul\"", "![a ![b](c) d](e)",
		"[![a](b)](c)", "&#xfffc;&#0;&nbsp;x",
	}
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".md":
			return nil
		}
		text, err := os.ReadFile(name)
		all = append(all, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// notProse is what stands in our HTML for what is a gap or nothing in prose.
var notProse = regexp.MustCompile(`(?s)<pre>.*?</pre>|<code>.*?</code>|<sup.*?</sup>|<a [^>]*doc-backlink.*?</a>`)

func sameWords(src string, doc *Doc, blocks []Block) (got, want string, comparable bool) {
	html := notProse.ReplaceAllString(doc.HTML, "")
	want = strings.Join(strings.Fields((&Doc{HTML: html}).Text()), "")
	for _, b := range blocks {
		if b.Kind != Alt {
			got += b.Text
		}
	}
	strip := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == Gap || unicode.IsSpace(r) }), "")
	}
	return strip(got), strip(want), !strings.ContainsAny(src, "{[=+<\\&`\t")
}

// checkProse holds blocks against their source. What may differ in the source from what is
// read is said here: entities, and what became a blank or a gap.
func checkProse(t *testing.T, p *Parser, body string) {
	t.Helper()
	src := Clean([]byte(body))
	blocks, notes := p.Prose(src)
	at := 0
	for i, b := range blocks {
		if !utf8.ValidString(b.Text) || len(b.Map) == 0 || b.Map[0].At != 0 || b.Map[0].From < at && b.Kind != Alt {
			t.Fatalf("block %d of %q: %+v", i, body, b)
		}
		at = b.Map[0].From
		for i := range len(b.Text) {
			from, same := b.Map.Source(i)
			switch {
			case from < 0 || from > len(src):
				t.Fatalf("%q: byte %d of %q stands at %d", body, i, b.Text, from)
			case same && src[from] != b.Text[i]:
				t.Fatalf("%q: byte %d of %q stands at %d, where %q is", body, i, b.Text, from, src[from:])
			case !same && !strings.HasPrefix(b.Text[i:], " ") && !strings.HasPrefix(b.Text[i:], "\n") &&
				!bytes.HasPrefix(src[from:], []byte("&")) && !strings.Contains(b.Text, string(Gap)):
				t.Fatalf("%q: byte %d of %q is no byte at %d", body, i, b.Text, from)
			}
		}
		for _, l := range b.Links {
			if l.From < 0 || l.To < l.From || l.To > len(b.Text) {
				t.Fatalf("%q: a link of %q: %+v", body, b.Text, l)
			}
		}
	}
	for _, n := range notes {
		if !bytes.HasPrefix(src[n.From:], []byte("<!--")) || n.To > len(src) || n.First > n.Last || n.Last > len(src) {
			t.Fatalf("%q: comment %+v", body, n)
		}
	}
	doc, _ := p.Parse(src)
	if got, want, comparable := sameWords(body, doc, blocks); comparable && got != want && !strings.Contains(body, "[^") {
		t.Errorf("%q\nprose  %q\nreaders %q", body, got, want)
	}
}

func TestProseStandsWhereItSays(t *testing.T) {
	p := newParser()
	for _, body := range bodies(t) {
		checkProse(t, p, body)
	}
}

func FuzzProse(f *testing.F) {
	for _, body := range bodies(f) {
		f.Add(body[:min(len(body), 2<<10)])
	}
	p := newParser()
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) <= 4<<10 {
			checkProse(t, p, body)
		}
	})
}

func TestProse(t *testing.T) {
	for body, want := range map[string][]string{
		"# Judul\n\nSatu *dua* `tiga`.\nEmpat [lima](kecamatan:setu).": {"heading Judul", "paragraph Satu dua \uFFFC. Empat lima."},
		"- satu\n\n  lanjut\n- dua\n  - tiga\n\n1. empat":              {"item satu", "paragraph lanjut", "item dua", "item tiga", "item empat"},
		"> kata\n\n| a | b |\n|-|-|\n| c | |":                          {"quote kata", "cell a", "cell b", "cell c"},
		"![peta](a.png)":                                               {"alt peta"}, "Lihat ![peta](a.png).": {"paragraph Lihat \uFFFC.", "alt peta"},
		"Kata[^1] kedua.\n\n[^1]: Catatan.\n\nAkhir.": {"paragraph Kata\uFFFC kedua.", "paragraph Catatan.", "paragraph Akhir."},
		"2017. Tahun itu.":                            {"paragraph 2017. Tahun itu."},
		"Jalan &amp; \\*gang\\*  \nbaru<br>lagi":      {"paragraph Jalan & *gang*\nbaru\nlagi"},
		"```\nkode\n```\n\n<!-- x -->\n\n[a]: /b":     nil,
	} {
		blocks, _ := newParser().Prose([]byte(body))
		var got []string
		for _, b := range blocks {
			got = append(got, [...]string{"", "paragraph", "heading", "item", "cell", "quote", "alt"}[b.Kind]+" "+b.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", body, got, want)
		}
	}
}

func TestProseLinks(t *testing.T) {
	blocks, _ := New(Options{Schemes: []string{"kecamatan"}}).Prose([]byte(
		"[Setu](kecamatan:setu#a), <https://a.id/b>, www.c.id, d@e.id, [f](../g.md) dan ![h](i.png)"))
	want := []Span{
		{0, 4, "kecamatan", "setu#a", false, false, false}, {6, 20, "https", "https://a.id/b", false, true, false},
		{22, 30, "http", "http://www.c.id", false, true, false}, {32, 38, "", "mailto:d@e.id", false, true, false},
		{40, 41, "", "../g.md", false, false, false},
	}
	if !slices.Equal(blocks[0].Links, want) {
		t.Errorf("got  %+v\nwant %+v", blocks[0].Links, want)
	}
	if alt := blocks[1]; alt.Kind != Alt || !slices.Equal(alt.Links, []Span{{0, 1, "", "i.png", true, false, false}}) {
		t.Errorf("%+v", alt)
	}
}

// A comment is about the block it stands in, the next one where it stands alone, or that
// which it is beneath.
func TestCommentsAreAbout(t *testing.T) {
	for body, want := range map[string]string{
		"Satu.\n\n<!-- x -->\nDua.\n\nTiga.":        "Dua.",
		"Satu.\n\n<!-- x -->\n\n- a\n- b\n\nTiga.":  "- a\n- b",
		"Satu <!-- x --> dua\nlagi.\n\nTiga.":       "Satu <!-- x --> dua\nlagi.",
		"Satu.\n<!-- x -->\n\nDua.":                 "Satu.",
		"Satu.\n\n<!-- x -->":                       "<!-- x -->",
		"- a\n- b <!-- x -->\n- c":                  "b <!-- x -->",
		"| a | b |\n|-|-|\n| c | d <!-- x --> |":    "d <!-- x -->",
		"<!-- x -->\n<!-- y\nz -->\n\n## Dua\n\nA.": "Dua",
	} {
		_, notes := newParser().Prose([]byte(body))
		if len(notes) == 0 || body[notes[0].From:notes[0].To] != "<!-- x -->" {
			t.Errorf("%q: %+v", body, notes)
		} else if got := strings.TrimSpace(body[notes[0].First:notes[0].Last]); got != want {
			t.Errorf("%q: about %q, not %q", body, got, want)
		}
	}
}

func TestCommentsToTheDeskAreNoFault(t *testing.T) {
	for body, faults := range map[string]int{
		"<!-- periksa: abaikan a karena b -->\n\nSatu <!-- check: ignore a because b --> dua <!--Periksa: c-->.": 0,
		"<!-- periksa lagi -->": 1, "Satu <!-- catatan: periksa: --> dua": 1,
	} {
		doc, got := newParser().Parse([]byte(body))
		if len(got) != faults || strings.Contains(doc.HTML, "abaikan") || strings.Contains(doc.HTML, "ignore") {
			t.Errorf("%q: %v, %s", body, got, doc.HTML)
		}
	}
}

func BenchmarkProse(b *testing.B) {
	p := New(Options{Schemes: []string{"kecamatan"}})
	src := article(3 << 10)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		p.Prose(src)
	}
}

// A link or a picture tells whether its words are the label of a definition too.
func TestProseLabels(t *testing.T) {
	blocks, _ := New(Options{}).Prose([]byte("[a], [A][], [b][a], [c](d) dan ![a] ![b][a]\n\n[a]: /f/\n"))
	var got []bool
	for _, b := range blocks {
		for _, l := range b.Links {
			got = append(got, l.Label)
		}
	}
	if want := []bool{true, true, false, false, true, false}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
