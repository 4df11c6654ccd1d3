package language

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

var reader = prose.Reader{Markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}), Language: "id"}

// options know the places of the sentences in here.
var options = Options{
	Places:   []string{"Pamulang", "Setu", "Serpong Utara", "Serpong", "Ciputat", "Pondok Aren"},
	Known:    []string{"Praktek Mandiri", "jadual"},
	Misspelt: [][2]string{{"Blandongn", "Blandongan"}, {"bale kota", "balai kota"}},
}

// read reads a file as the build does.
func read(file, text string) *prose.Document {
	record, _ := site.Parse(file, []byte(text), reader.Markdown)
	entries, _ := site.Decode(record)
	return reader.Read(file, []byte(text), entries)
}

const front = "---\ntitle: Judul\ndate: 2024-01-02\nsummary: Ringkasan\n---\n"

// article is a body as a file of news.
func article(body string) *prose.Document { return read("content/news/a.md", front+body) }

// found lists problems: their line in the body and column, code, words and repairs.
func found(l diag.List) (all []string) {
	for _, p := range l.Sorted() {
		var better []string
		for _, r := range p.Repairs {
			if r.Safe {
				r.New += "!"
			}
			better = append(better, r.New)
		}
		line := fmt.Sprintf("%d:%d %s [%s] → %s", p.Place.Line-5, p.Place.Col, p.Code, p.Words,
			strings.Join(better, " | "))
		all = append(all, strings.TrimSuffix(line, " → "))
	}
	return all
}

var update = flag.Bool("update", false, "write what the rules find")

// TestRules reads testdata/rules.txt: bodies, each with what is found in it.
func TestRules(t *testing.T) {
	text, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := New(options)
	var got strings.Builder
	for part := range strings.SplitSeq(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n====\n") {
		if got.Len() > 0 {
			got.WriteString("\n====\n")
		}
		body, _, _ := strings.Cut(part, "\n----")
		got.WriteString(body + "\n----")
		for _, line := range found(r.Check(article(body))) {
			got.WriteString("\n" + line)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/rules.txt", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	gots, wants := strings.Split(got.String(), "\n"), strings.Split(string(text), "\n")
	for i := range gots {
		if i >= len(wants) || gots[i] != wants[i] {
			t.Fatalf("line %d: got %q, want %q", i+1, gots[i], wants[min(i, len(wants)-1)])
		}
	}
}

func TestLong(t *testing.T) {
	sentence := strings.TrimSpace(strings.Repeat("kata ini ", 20))
	title := strings.Repeat("Judul ", 12)
	text := "---\ntitle: " + title + "\ndate: 2024-01-02\nsummary: Ringkasan\n---\n" +
		"Pendek saja. Ada 3 " + sentence + ".\n\n" + sentence + " lalu.\n"
	got := found(New(options).Check(read("content/news/a.md", text)))
	want := []string{
		"-3:8 title-long [" + strings.TrimSpace(title) + "]", "1:14 sentence-long [Ada 3 kata ini]",
		"3:1 sentence-long [kata ini kata ini]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// English is read for small words that stand twice.
func TestEnglishTwice(t *testing.T) {
	r := New(options)
	for text, want := range map[string]string{
		"It said that the the office is open.": "the the",
		"They came to to learn.":               "to to",
		"She had had enough.":                  "",
		"He said that that was all.":           "",
		"A band called *the the* plays.":       "",
	} {
		list := r.Check(read("content/news/a.en.md", "---\ntitle: A\nsummary: B\n---\n"+text))
		if got := len(list) == 1 && list[0].Words == want; got != (want != "") || want == "" && len(list) > 0 {
			t.Errorf("%s: %v", text, list)
		}
	}
}

// Only Indonesian is read otherwise; what others wrote above their texts stands as it is.
func TestOtherLanguages(t *testing.T) {
	r := New(options)
	for file, text := range map[string]string{
		"content/news/a.en.md":      "---\ntitle: A walikota\nsummary: Of resiko\n---\nThe walikota .",
		"data/sources.yaml":         "a:\n  title: Walikota resiko\n  url: https://a.id\n",
		"data/programs/a.yaml":      "name: {id: Nama, en: The walikota}\n",
		"content/news/a.md":         "---\ntitle: Judul\nkecamatan: [walikota]\nslug: walikota\n---\n",
		"data/visits/walikota.yaml": "title: Judul\n",
	} {
		if got := found(r.Check(read(file, text))); got != nil {
			t.Errorf("%s: %q", file, got)
		}
	}
	if got := found(r.Check(read("data/programs/a.yaml", "name: {id: Resiko kami, en: Risks}\n"))); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

// texts are files of a site, by path.
func texts(t testing.TB, root fs.FS, folders ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, folder := range folders {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".yaml") {
				return err
			}
			text, err := fs.ReadFile(root, name)
			files[name] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// placesOfProject are the names of kecamatan and kelurahan of the project's own site.
func placesOfProject(t testing.TB) (names []string) {
	t.Helper()
	for file, text := range texts(t, os.DirFS("../../.."), "data/kecamatan") {
		record, _ := site.Parse(file, []byte(text), reader.Markdown)
		entries, _ := site.Decode(record)
		k := entries[0].Value.(*site.Kecamatan)
		names = append(names, k.Name)
		for _, below := range k.Kelurahan {
			names = append(names, below.Name)
		}
	}
	if len(names) < 50 {
		t.Fatalf("only %d places", len(names))
	}
	return names
}

// TestCorrect reads two hundred paragraphs of news in which nothing is wrong.
func TestCorrect(t *testing.T) {
	r := New(Options{Places: placesOfProject(t)})
	paragraphs := 0
	for file, text := range texts(t, os.DirFS("../testdata/correct"), ".") {
		d := read("content/news/"+file, text)
		for _, b := range d.Blocks {
			if b.Kind == prose.Paragraph || b.Kind == prose.Item {
				paragraphs++
			}
		}
		for _, p := range r.Check(d).Sorted() {
			t.Errorf("%s: %s %q", p.Place, p.Text(diag.Indonesian), p.Words)
		}
	}
	if paragraphs < 200 {
		t.Errorf("only %d paragraphs", paragraphs)
	}
}

// TestProject holds that nothing in the project's own site is spelt as it should not be.
// What is only a note may stay.
func TestProject(t *testing.T) {
	r := New(Options{Places: placesOfProject(t)})
	for file, text := range texts(t, os.DirFS("../../.."), "content", "data") {
		for _, p := range r.Check(read(file, text)).Sorted() {
			if p.Severity() != diag.Note {
				t.Errorf("%s: %s %q", p.Place, p.Text(diag.Indonesian), p.Words)
			} else {
				t.Logf("%s: %s", p.Place, p.Text(diag.Indonesian))
			}
		}
	}
}

// FuzzCheck holds that any bytes are read to their end, and that what mends a problem stands
// where the problem says.
func FuzzCheck(f *testing.F) {
	rules, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		f.Fatal(err)
	}
	for part := range strings.SplitSeq(string(rules), "\n====\n") {
		f.Add(part)
	}
	for _, text := range texts(f, os.DirFS("../../.."), "content/news") {
		f.Add(text[:min(len(text), 2<<10)])
	}
	r := New(options)
	f.Fuzz(func(t *testing.T, body string) {
		text := string(markdown.Clean([]byte(front + body)))
		lines := strings.Split(text, "\n")
		for _, p := range r.Check(article(body)) {
			if p.Words == "" {
				if p.Repairs != nil {
					t.Fatalf("%q: %s mends nothing", body, p.Code)
				}
				continue
			}
			line := []rune(lines[p.Place.Line-1])
			if !strings.HasPrefix(string(line[p.Place.Col-1:]), p.Words) {
				t.Fatalf("%q: %s at %s is not %q", body, p.Code, p.Place, p.Words)
			}
			for _, repair := range p.Repairs {
				if repair.New == p.Words {
					t.Fatalf("%q: %s is mended by itself", body, p.Code)
				}
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	var body strings.Builder
	for _, text := range texts(b, os.DirFS("../../.."), "content/news") {
		_, rest, _ := strings.Cut(text, "\n---\n")
		body.WriteString(rest)
	}
	record, _ := site.Parse("content/news/a.md", []byte(front+body.String()), reader.Markdown)
	entries, _ := site.Decode(record)
	d := reader.Read("content/news/a.md", []byte(front+body.String()), entries)
	r := New(options)
	b.Run("check", func(b *testing.B) {
		b.SetBytes(int64(body.Len()))
		for b.Loop() {
			r.Check(d)
		}
	})
	b.Run("prose", func(b *testing.B) {
		b.SetBytes(int64(body.Len()))
		for b.Loop() {
			reader.Read("content/news/a.md", []byte(front+body.String()), entries)
		}
	})
}

// TestTokens wants each slip of an article at its place, and no other word: names, amounts and
// the lake among them are right.
func TestTokens(t *testing.T) {
	text, err := os.ReadFile("testdata/tokens.md")
	if err != nil {
		t.Fatal(err)
	}
	got := found(New(Options{Places: placesOfProject(t)}).Check(read("content/news/tokens.md", string(text))))
	want := []string{
		"3:1 weekday-comma [Selasa 8 November] → Selasa, 8 November!",
		"3:54 common-capital [Camat] → camat",
		"5:1 word-misspelt [Walikota] → Wali kota!",
		"5:32 word-misspelt [Balaikota] → Balai Kota!",
		"5:58 word-misspelt [terimakasih] → terima kasih!",
		"5:123 di-joined [dikisaran] → di kisaran!",
		"5:139 word-misspelt [milliar] → miliar!",
		"7:16 series-comma [Pamulang, Setu dan Serpong Utara] → Pamulang, Setu, dan Serpong Utara!",
		"7:101 common-capital [Provinsi] → provinsi",
		"9:1 quote-unclosed [\"Sebab]",
		"11:79 space-before-mark [ .] → .!",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// BenchmarkHostile reads and checks 100 KB of what costs most: nothing may take a second.
func BenchmarkHostile(b *testing.B) {
	for _, one := range []string{
		"resiko ", "UU Resiko ", "di buka ", "diSetu ", "[resiko](b) ", "\"a ", "Ali, Budi dan ", "a a ", "- resiko\n",
	} {
		body := strings.Repeat(one, 100_000/len(one))
		r := New(options)
		b.Run(strings.TrimSpace(one), func(b *testing.B) {
			for b.Loop() {
				r.Check(article(body))
			}
		})
	}
}

// Common words are known when they were typed in haste; what is another word is not.
func TestSlips(t *testing.T) {
	r := New(options)
	for word, want := range map[string]string{
		"unuk": "untuk", "utnuk": "untuk", "seabagi": "", "sebgai": "sebagai", "dalm": "dalam",
		"masyarkat": "masyarakat",
		"keluarrga": "keluarga", "perusahan": "perusahaan", "pemerintha": "pemerintah",
		"untuk": "", "degan": "", "seolah": "", "memuat": "", "berbagi": "", "wara": "", "Selma": "",
	} {
		list := r.Check(article("Kata itu " + word + " saja."))
		got := ""
		if len(list) > 0 && len(list[0].Repairs) > 0 {
			got = list[0].Repairs[0].New
		}
		if got != want {
			t.Errorf("%s: %q, not %q", word, got, want)
		}
	}
	for slip, word := range slips() {
		if e := r.words[word]; e != nil && e.spelling != nil {
			t.Errorf("%s, of which %s is a slip, is told to be wrong itself", word, slip)
		}
		if r.verbs[slip] || r.places[slip] {
			t.Errorf("%s is a word", slip)
		}
	}
}

// A title shouts, or ends as a sentence does; short forms do neither.
func TestTitles(t *testing.T) {
	for title, want := range map[string]string{
		"WALI KOTA RESMIKAN TAMAN BARU":           "title-capitals",
		"Wali kota meresmikan taman baru.":        "title-stop",
		"PSC 119":                                 "",
		"UP2K PKK":                                "",
		"Menunggu hujan...":                       "",
		"Kepala dinas baru, Dr. Siti Aminah M.M.": "",
		"Wali kota meresmikan taman, pasar, dll.": "",
	} {
		list := New(options).Check(read("content/news/a.md", strings.Replace(front, "Judul", title, 1)+"Teks.\n"))
		if want == "" && len(list) > 0 || want != "" && (len(list) != 1 || string(list[0].Code) != want) {
			t.Errorf("%s: %s", title, found(list))
		}
	}
}
