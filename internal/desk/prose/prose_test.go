package prose

import (
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

func newReader() Reader {
	return Reader{Markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}), Language: "id"}
}

// read reads a file as the build does.
func read(r Reader, file, text string) *Document {
	record, _ := site.Parse(file, []byte(text), r.Markdown)
	entries, _ := site.Decode(record)
	return r.Read(file, []byte(text), entries)
}

// projectFiles are the texts of the project's own site, by path.
func projectFiles(t testing.TB) map[string]string {
	t.Helper()
	files, root := map[string]string{}, os.DirFS("../../..")
	for _, folder := range []string{"content", "data"} {
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

// checkPlaces holds a document against its file: each letter of a block that is said to stand
// at a place stands there. It returns how many fields stand at their beginning as a whole.
func checkPlaces(t *testing.T, d *Document, text string) (unplaced int) {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for _, b := range d.Blocks {
		if b.Kind == Field && len(b.where) == 1 && b.where[0].Other && len(b.Text) > 1 {
			unplaced++
		}
		for at, r := range b.Text {
			p := b.Place(at)
			if p.Line < 1 || p.Line > len(lines) {
				t.Fatalf("%s: %q stands in line %d", d.File, b.Text[at:], p.Line)
			}
			line := []rune(lines[p.Line-1])
			if p.Col < 1 || p.Col > len(line)+1 {
				t.Fatalf("%s: %q stands at %s", d.File, b.Text[at:], p)
			}
			if _, same := b.where.Source(at); same && string(line[p.Col-1]) != string(r) {
				t.Fatalf("%s: %q stands at %s, where %q is", d.File, b.Text[at:], p, string(line[p.Col-1:]))
			}
		}
		for _, w := range b.Words() {
			p, typed := b.Place(w.From), b.Source(w.From, w.To)
			if typed == "" {
				continue
			}
			if line := []rune(lines[p.Line-1]); typed != w.Text || !strings.HasPrefix(string(line[p.Col-1:]), typed) {
				t.Fatalf("%s: word %q stands at %s", d.File, w.Text, p)
			}
		}
	}
	return unplaced
}

func TestProjectStandsWhereItSays(t *testing.T) {
	r := newReader()
	fields := map[string]bool{}
	for file, text := range projectFiles(t) {
		d := read(r, file, text)
		if n := checkPlaces(t, d, text); n > 0 {
			t.Errorf("%s: %d fields are not found in their file", file, n)
		}
		for _, b := range d.Blocks {
			fields[b.Key+" "+b.Language] = true
		}
	}
	for _, want := range []string{"title id", "summary en", "claims.text id", "claims.text en", "office.note id"} {
		if !fields[want] {
			t.Errorf("no field %q", want)
		}
	}
}

// Values in every form of YAML stand where their letters do.
func TestFields(t *testing.T) {
	const head = "code: \"1.2\"\nname: Kota Contoh\nmotto:\n  id: "
	for _, c := range []struct{ yaml, text string }{
		{"Tepian kali besar", "Tepian kali besar"},
		{"Tepian kali\n    besar sekali # catatan", "Tepian kali besar sekali"},
		{"'Jum''at di tepi \"kali\" besar'", `Jum'at di tepi "kali" besar`},
		{`"Tepi \"kali\" besar\u00e9\nbaru\\lama"`, "Tepi \"kali\" besaré\nbaru\\lama"},
		{"\"Tepi \\\n    kali besar\n    sekali\"", "Tepi kali besar sekali"},
		{"|\n    Tepi kali\n    besar", "Tepi kali\nbesar"},
		{">-\n    Tepi kali\n    besar\n\n    sekali", "Tepi kali besar\nsekali"},
		{"\n    Tepi kali besar", "Tepi kali besar"},
	} {
		text := head + c.yaml + "\n"
		d := read(newReader(), "data/city.yaml", text)
		b := d.Blocks[len(d.Blocks)-1]
		if b.Key != "motto" || b.Language != "id" || b.Text != c.text {
			t.Errorf("%q: %+v", c.yaml, b)
		}
		if checkPlaces(t, d, text) > 0 {
			t.Errorf("%q is not found", c.yaml)
		}
		at := strings.Index(b.Text, "besar")
		if p := b.At("x", at, at+len("besar")); p.Words != "besar" {
			t.Errorf("%q: %+v", c.yaml, p)
		}
	}
}

func TestDocument(t *testing.T) {
	const text = "---\ntitle: Judul\ndate: 2024-01-02\nsummary: {id: Satu, en: One}\ntags: [a b]\n---\n\n" +
		"Kata **tebal**.\nBaris dua.\n\n- satu\n- dua\n"
	d := read(newReader(), "content/news/contoh.md", text)
	if d.Kind != site.KindNews || d.ID != "contoh" || d.Article == nil ||
		d.Article.ID != "contoh" || d.Language != "id" {
		t.Errorf("%+v", d)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Place(0).String()[len("content/news/contoh.md:"):]+" "+b.Key+" "+b.Text)
	}
	want := []string{"2:8 title Judul", "5:8 tags a b", "8:1  Kata tebal. Baris dua.", "11:3  satu", "12:3  dua"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	b := d.Blocks[2]
	if at := strings.Index(b.Text, "tebal"); b.Source(0, at+5) != "" || b.Source(at, at+5) != "tebal" ||
		b.Source(at, at+8) != "" {
		t.Error("source words are not those of the text")
	}
	en := read(newReader(), "content/news/contoh.en.md", "---\ntitle: Title\nsummary: One\n---\nText\n")
	if en.Language != "en" || en.Blocks[0].Language != "en" || en.Blocks[2].Text != "Text" {
		t.Errorf("%+v", en)
	}
	keyed := read(newReader(), "data/sources.yaml", "a:\n  title: Satu\nb:\n  title: Dua\n")
	if len(keyed.Blocks) != 2 || keyed.ID != "" || keyed.Blocks[1].ID != "b" || keyed.Blocks[1].Text != "Dua" {
		t.Errorf("%+v", keyed)
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Anak-anak se-Provinsi, Jum'at (Rp1.538.970,5).":   "Anak-anak|se-Provinsi|Jum'at|Rp1.538.970,5",
		"tulis ke a@b.id, www.c.id atau contoh.go.id/d.":   "tulis|ke|atau",
		"#TangselCerdas @akun foto.jpg catatan_x S.Sos.":   "S|Sos",
		"dan/atau laki-laki/perempuan—lalu… \uFFFCnya -an": "dan|atau|laki-laki|perempuan|lalu|nya|an",
		"pukul 08.00–10.00 WIB, 36.74.05":                  "pukul|08.00|10.00|WIB|36.74.05",
		"":                                                 "",
	} {
		var got []string
		for _, w := range wordsOf(text, nil) {
			if text[w.From:w.To] != w.Text {
				t.Errorf("%q: %+v", text, w)
			}
			got = append(got, w.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %q", text, s)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Satu. Dua! Tiga? Empat…": 4, "Kata dr. Budi, S.Sos. di Jl. Maruga No. 1.": 1,
		"Nilai 1.500 pada 2017. Lalu naik.": 2, "\"Baik.\" Ia pergi. (Selesai.) Habis": 4,
		"7. 11. 2017 adalah hari.": 1, "Baris\nbaru": 2, "H. M. Ali datang. ia pulang.": 1, "": 0, "a.b.c": 1,
		"Kode \uFFFC. \uFFFC lagi.": 2,
	} {
		b := Block{Text: text}
		got := b.Sentences()
		if len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSilences(t *testing.T) {
	const text = "---\n# periksa: abaikan a karena b\ntitle: Judul\nsummary: >\n  Satu\n  dua\n" +
		"claims: # check: ignore c because d\n" +
		"# Periksa:  abaikan e\n\n  - text: Tiga\n    note: Empat\n  - text: Lima\n---\n\n" +
		"<!-- periksa: abaikan f\n karena g -->\n\nKata\nlagi.\n\n" +
		"Akhir <!-- check: ignore h because i -->.\n<!-- lain -->\n"
	d := read(newReader(), "content/news/contoh.md", text)
	var got []string
	for _, s := range d.Silenced {
		got = append(got, strings.Join([]string{strconv.Itoa(s.Place.Line), strconv.Itoa(s.Place.Col), s.Said,
			strconv.Itoa(s.First), strconv.Itoa(s.Last)}, " "))
		if s.Words != "" && !strings.Contains(text, s.Words) {
			t.Errorf("%q is not in the text", s.Words)
		}
	}
	want := []string{
		"2 1 abaikan a karena b 3 3", "7 9 ignore c because d 7 7", "8 1 abaikan e 10 11",
		"15 1 abaikan f karena g 18 19", "21 7 ignore h because i 21 21",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if s := d.Silenced[3]; !s.Covers(diag.Place{Line: 19}) || s.Covers(diag.Place{Line: 20}) {
		t.Error("it covers other lines than it says")
	}
}

// Any bytes are read, and each letter stands where it says.
func FuzzRead(f *testing.F) {
	for file, text := range projectFiles(f) {
		f.Add(strings.HasSuffix(file, ".md"), text[:min(len(text), 3<<10)])
	}
	f.Add(true, "---\ntitle: \"a\\\n  b\"\nsummary: 'c''d'\n---\n<!-- periksa: x")
	r := newReader()
	f.Fuzz(func(t *testing.T, md bool, text string) {
		if len(text) > 6<<10 || !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			return
		}
		file := "data/city.yaml"
		if md {
			file = "content/news/a.md"
		}
		checkPlaces(t, read(r, file, text), string(markdown.Clean([]byte(text))))
	})
}

func BenchmarkRead(b *testing.B) {
	r := newReader()
	text := "---\ntitle: Judul\ndate: 2024-01-02\nsummary: Ringkasan\n---\n" +
		strings.Repeat("Warga dapat mengurus surat di [kantor](/kecamatan/) mulai pukul delapan pagi.\n\n", 40)
	record, _ := site.Parse("content/news/a.md", []byte(text), r.Markdown)
	entries, _ := site.Decode(record)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read("content/news/a.md", []byte(text), entries)
	}
}
