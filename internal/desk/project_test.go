package desk_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"blandongan/internal/desk"
	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// office is the desk of the project's own site, with its documents.
type office struct {
	*desk.Desk
	reader prose.Reader
	docs   []*prose.Document
}

func newOffice(t testing.TB) *office {
	t.Helper()
	o := &office{reader: prose.Reader{Markdown: markdown.New(markdown.Options{Schemes: site.Schemes()}),
		Language: "id"}}
	var all []*site.Entry
	root := os.DirFS("../..")
	for _, folder := range site.Folders {
		err := fs.WalkDir(root, folder, func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || path.Ext(file) != ".md" && path.Ext(file) != ".yaml" {
				return err
			}
			text, err := fs.ReadFile(root, file)
			doc, entries := o.read(file, text)
			if all = append(all, entries...); !site.IsUnseen(file) {
				o.docs = append(o.docs, doc)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	facts, _ := site.New(all, site.Options{Now: day, Drafts: true})
	if len(facts.Kecamatan) == 0 || len(facts.News) == 0 {
		t.Fatal("the project's site is not there")
	}
	o.Desk = desk.New(facts, desk.SettingsOf(all), day)
	return o
}

func (o *office) read(file string, text []byte) (*prose.Document, []*site.Entry) {
	record, _ := site.Parse(file, text, o.reader.Markdown)
	entries, _ := site.Decode(record)
	return o.reader.Read(file, text, entries), entries
}

// Nothing that the desk says of the project's own site is more than advice.
func TestProject(t *testing.T) {
	o := newOffice(t)
	found := []diag.List{o.Across(fronts(o.docs))}
	for _, d := range o.docs {
		list, _ := o.Review(d)
		found = append(found, list)
	}
	for _, p := range o.Findings(found, true).All() {
		if p.Severity() != diag.Note {
			t.Errorf("%s: %s %q", p.Place, p.Text(diag.Indonesian), p.Words)
		}
	}
}

// Of two hundred paragraphs in which nothing is wrong the whole desk says nothing.
func TestCorrect(t *testing.T) {
	o := newOffice(t)
	paragraphs := 0
	files, err := fs.Glob(os.DirFS("testdata/correct"), "*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no correct texts", err)
	}
	for _, name := range files {
		text, err := os.ReadFile("testdata/correct/" + name)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := o.read("content/news/"+name, text)
		for _, b := range doc.Blocks {
			if b.Kind == prose.Paragraph || b.Kind == prose.Item {
				paragraphs++
			}
		}
		for _, p := range o.Check(doc) {
			if p.Code != "article-unrelated" { // of an invented article
				t.Errorf("%s: %s: %s %q", p.Place, p.Code, p.Text(diag.Indonesian), p.Words)
			}
		}
	}
	if paragraphs < 200 {
		t.Errorf("only %d paragraphs", paragraphs)
	}
}

// seed is an article with what a newsroom let pass. Before what is at fault stands its code.
const seed = `{weekday-wrong}Selasa 8 November 2017 rombongan {common-capital}30 Camat tiba; 30 camat lain menyusul.

Provinsi Jambi {nickname-kind}berjuluk "{nickname-elsewhere}Kota Bertuah" itu mengirim rombongan.

{word-misspelt}Walikota mengucapkan {word-misspelt}terimakasih di {word-misspelt}Balaikota.

{office-title}Sekretaris Daerah Pemerintah Kota Tangerang Selatan, Muhamad, menyebut pendapatan asli daerah (PAD)
kota ini {di-joined}dikisaran {figure-differs}Rp300 {word-misspelt}milliar.

Kota Tangerang Selatan dihuni {claim-unsourced}sekitar 1,4 juta jiwa.

Kecamatan Serpong Utara dibentuk {founding-year}pada tahun 2005.

Mereka menginap di {place-misspelt}Sepong Utara, lalu berjalan di {series-comma}Pamulang, Setu dan Serpong Utara.

{quote-unclosed}"Sebab pada tahun 2015 kelompok itu baru dibentuk, kata tuan rumah di Ruang Blandongan.

Situ di belakang kantor itu luas, {space-before-mark}sekitar . Harga ikannya Rp300 ribu. {advertorial-unmarked}(adv)

{blog-furniture}0 Response to "Camat Jambi"

{blog-furniture}Post a Comment
`

// Each of them is found where it stands, and nothing else is.
func TestSeed(t *testing.T) {
	o := newOffice(t)
	var body strings.Builder
	type mark struct {
		code      string
		line, col int
	}
	var want []mark
	line := 7
	for l := range strings.Lines(seed) {
		for {
			before, rest, marked := strings.Cut(l, "{")
			if !marked {
				break
			}
			code, rest, _ := strings.Cut(rest, "}")
			want = append(want, mark{code, line, len([]rune(before)) + 1})
			l = before + rest
		}
		body.WriteString(l)
		line++
	}
	head := "---\ntitle: Camat belajar\ndate: 2017-11-09\nsummary: Tamu datang.\nkecamatan: [setu]\n---\n"
	doc, _ := o.read("content/news/camat.md", []byte(head+body.String()))
	found := o.Check(doc)
	for _, m := range want {
		is := false
		for _, p := range found {
			near := p.Place.Col >= m.col-1 && p.Place.Col <= m.col+8 // of a series or a blank, its end
			is = is || string(p.Code) == m.code && p.Place.Line == m.line && near
		}
		if !is {
			t.Errorf("%d:%d: %s is not found", m.line, m.col, m.code)
		}
	}
	for _, p := range found {
		is := false
		for _, m := range want {
			is = is || string(p.Code) == m.code && p.Place.Line == m.line
		}
		if !is && p.Code != "weekday-comma" { // Selasa 8 November is at fault twice
			t.Errorf("false: %s: %s %q", p.Place, p.Code, p.Words)
		}
	}
}

// FuzzDesk holds that any bytes are looked at to their end, in an article and in data.
func FuzzDesk(f *testing.F) {
	o := newOffice(f)
	f.Add([]byte(seed))
	f.Add([]byte("---\ntitle: a # periksa: abaikan x karena\n---\n<!-- periksa: abaikan title-twice karena -->\n"))
	f.Add([]byte("a: {b: [\xff\x00"))
	f.Add([]byte("---\ntitle: a\n---\n![Kata \"warga](1.jpg) dan ![](2.jpg)\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, file := range []string{"content/news/a.md", "data/programs/a.yaml", "data/sources.yaml",
			"data/city.yaml"} {
			doc, _ := o.read(file, text)
			o.Across(fronts([]*prose.Document{doc, doc}))
			for _, p := range o.Check(doc) {
				if p.Place.File != file || p.Text(diag.Indonesian) == "" {
					t.Errorf("%+v", p)
				}
			}
		}
	})
}

// BenchmarkHostile looks at 100 KB of what takes longest: what is at fault everywhere.
func BenchmarkHostile(b *testing.B) {
	o := newOffice(b)
	for name, piece := range map[string]string{
		"words": "Walikota dikisaran milliar ", "numbers": "1.354,5 juta 8 November 2017, ", "marks": "\"( , . [a](b) ",
		"comments": "<!-- periksa: abaikan a karena b -->\n\n", "lists": "- Selasa 8 November 2017: empat hal\n",
		"names": "Sepong Utara Pamulong Sitonan ", "one word": "a",
	} {
		text := []byte("---\ntitle: A\ndate: 2017-11-09\nsummary: B\n---\n" + strings.Repeat(piece, 100_000/len(piece)))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				doc, _ := o.read("content/news/a.md", text)
				o.Check(doc)
			}
		})
	}
}
