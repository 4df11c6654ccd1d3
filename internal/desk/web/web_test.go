package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/web"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// day is that of these tests.
var day = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// config is the file that says the site's language.
const config = "title: Etalase\nbase_url: https://kota-contoh.go.id/\nlanguage: id\nlanguages: [id, en]\n" +
	"description: Contoh\npublisher: {name: Redaksi}\ncontact: {email: a@kota-contoh.go.id}\nlicence: {name: A}\n"

// find returns what the rules find in files, as lines.
func find(t testing.TB, files map[string]string) string {
	t.Helper()
	md := markdown.New(markdown.Options{Schemes: site.Schemes()})
	reader := prose.Reader{Markdown: md, Language: "id"}
	var all []*site.Entry
	var docs []*prose.Document
	var fronts []*prose.Front
	read := func(file, text string) {
		record, _ := site.Parse(file, []byte(text), md)
		entries, _ := site.Decode(record)
		all = append(all, entries...)
		doc := reader.Read(file, []byte(text), entries)
		docs, fronts = append(docs, doc), append(fronts, doc.Front())
	}
	if files["data/site.yaml"] == "" {
		read("data/site.yaml", config)
	}
	for file, text := range files {
		read(file, text)
	}
	s, _ := site.New(all, site.Options{Now: day, Drafts: true})
	rules := web.New(s.Facts, register.FactsOf(s.Facts).Phones, day)
	found := rules.Across(fronts)
	for _, d := range docs {
		found = append(found, rules.Check(d)...)
	}
	var lines strings.Builder
	for _, p := range found.Sorted() {
		fmt.Fprintf(&lines, "%s %s %q", p.Place, p.Code, p.Words)
		if len(p.Repairs) > 0 {
			fmt.Fprintf(&lines, " → %q", p.Repairs[0].New)
		}
		lines.WriteByte('\n')
	}
	return lines.String()
}

// article is one about something. Its text begins in line 8.
func article(title, more, text string) string {
	return "---\ntitle: " + title + "\ndate: 2026-11-01\nsummary: Ringkasan\nprograms: [x]\n" + more + "---\n" + text
}

func TestOneArticle(t *testing.T) {
	const photo = "image: {file: a.jpg, alt: %s, credit: Dok. Redaksi}\n"
	for name, c := range map[string]struct{ more, text, want string }{
		"fine": {"tags: [air]\n",
			"## A\n\n### B\n\n#### C\n\n## D\n\n[Laporan](https://c.example/) <https://c.example/a>\n\n" +
				"![Warga menanam pohon di tepi situ](a.jpg)\n", ""},
		"headings":  {"tags: [air]\n", "## A\n\n#### C\n\n### D\n", `:10:6 heading-skipped "C"`},
		"the first": {"tags: [air]\n", "### A\n\nB\n", `:8:5 heading-skipped "A"`},
		"a title":   {"tags: [air]\n", "# A\n\n## B\n", ""},
		"links": {"tags: [air]\n", "[Klik di sini](https://c.example/), [di sini.](https://c.example/)\n",
			":8:2 link-text-weak \"Klik di sini\"\n:8:38 link-text-weak \"di sini.\""},
		"fillers": {"tags: [air]\n",
			"[Tautan berikut ini](https://c.example/), [baca laporannya](https://c.example/)\n",
			`:8:2 link-text-weak "Tautan berikut ini"`},
		"more of a link": {"tags: [air]\n", "[selengkapnya di laporan PAD](https://c.example/)\n", ""},
		"pictures": {"tags: [air]\n", "![foto](a.jpg)\n\n![IMG_2017](b.jpg)\n\n![IMG adalah singkatan](c.jpg)\n",
			":8:3 alt-weak \"foto\"\n:10:3 alt-weak \"IMG_2017\""},
		"the title as words": {fmt.Sprintf(photo, "Judul"), "A\n", `:6:27 alt-weak "Judul"`},
		"the credit":         {fmt.Sprintf(photo, "Dok. Redaksi"), "A\n", `:6:27 alt-weak "Dok. Redaksi"`},
		"words":              {fmt.Sprintf(photo, "Warga di balai"), "A\n", ""},
		"paid":               {"kind: release\n", "Akhir. (adv)\n", `:8:8 advertorial-unmarked "(adv)"`},
		"paid and marked":    {"kind: advertorial\n", "Akhir. (adv)\n", ""},
		"paid in a sentence": {"kind: release\n", "Tulisan berbayar (adv) kami tandai.\n", ""},
		"a blog": {"kind: release\n", "A\n\n0 Response to \"A\"\n\nPost a Comment\n",
			":10:1 blog-furniture \"0 Response to\"\n:12:1 blog-furniture \"Post a Comment\""},
		"of blogs": {"kind: release\n", "Tombol Post a Comment ada di bawah.\n", ""},
	} {
		got := strings.ReplaceAll(find(t, map[string]string{"content/news/a.md": article("Judul", c.more, c.text)}),
			"content/news/a.md", "")
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%s:\n%swanted\n%s", name, got, c.want)
		}
	}
}

func TestUnrelated(t *testing.T) {
	text := "---\ntitle: Judul\ndate: 2026-11-01\nsummary: Ringkasan\n---\nA\n"
	got := find(t, map[string]string{"content/news/a.md": text})
	if got != "content/news/a.md:2:8 article-unrelated \"\"\n" {
		t.Error(got)
	}
	if got := find(t, map[string]string{"content/news/a.en.md": text}); got != "" {
		t.Errorf("of a translation: %s", got)
	}
}

func TestReview(t *testing.T) {
	const program = "name: Program\nsummary: A\nstatus: %s\nverified: {at: %s}\npillars: [economy]\n" +
		"owner: Dinas\nsources: [a]\n"
	for day, want := range map[[2]string]string{
		{"running", "2024-11-28"}: "data/programs/x.yaml:4:16 evidence-past \"\"\n",
		{"trial", "2024-11-28"}:   "data/programs/x.yaml:4:16 evidence-past \"\"\n",
		{"running", "2024-11-29"}: "",
		{"running", "2024"}:       "",
		{"running", "2023"}:       "data/programs/x.yaml:4:16 evidence-past \"\"\n",
		{"stopped", "2010"}:       "",
		{"launched", "2010"}:      "",
		{"paused", "2010"}:        "",
	} {
		if got := find(t, map[string]string{"data/programs/x.yaml": fmt.Sprintf(program, day[0],
			day[1])}); got != want {
			t.Errorf("%v: %s", day, got)
		}
	}
}

func TestAdoptionReview(t *testing.T) {
	const adoption = "program: x\nto: {name: Kota Lain}\nstage: interest\nhistory: [{stage: interest, date: 2020, " +
		"source: a}]\nlast_checked: "
	for day, want := range map[string]string{
		"2024-11-28": "data/adoptions/y.yaml:5:15 review-past \"\"\n", "2024-11-29": "",
	} {
		if got := find(t, map[string]string{"data/adoptions/y.yaml": adoption + day + "\n"}); got != want {
			t.Errorf("%s: %s", day, got)
		}
	}
}

// An address that nobody can have is told of where the site gives it as its own.
func TestExampleAddresses(t *testing.T) {
	for address, is := range map[string]bool{
		"https://kota.example/": true, "http://localhost:8080/": true, "https://www.example.org/a/": true,
		"https://etalase.contoh.id/": true, "https://a.test/": true, "https://A.INVALID/": true,
		"a@kota.example": true, "a@example.com": true, "": false, "a@kota.go.id": false, "kota.example": false,
		"https://example.go.id/": false, "https://latest.id/": false, "https://contoh.kota.go.id/": false,
		"https://contest/": false,
	} {
		if web.IsExample(address) != is {
			t.Errorf("%q: %v", address, !is)
		}
	}
	site := strings.NewReplacer("https://kota-contoh.go.id/", "https://kota.test/", "{name: Redaksi}",
		"{name: Redaksi, url: https://example.com}", "a@kota-contoh.go.id", "a@contoh.id").Replace(config)
	want := `data/site.yaml:2:11 address-example "https://kota.test/"
data/site.yaml:6:33 address-example "https://example.com"
data/site.yaml:7:18 address-example "a@contoh.id"
`
	if got := find(t, map[string]string{"data/site.yaml": site}); got != want {
		t.Error(got)
	}
}

func TestTwoArticles(t *testing.T) {
	tags := func(list string) string { return "tags: [" + list + "]\n" }
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"one title": {map[string]string{
			"b.md": article("Kota Cerdas", "", ""), "a.md": article("kota  cerdas!", "", ""),
			"c.md": article("Kota", "", ""),
		}, "content/news/b.md:2:8 title-twice \"Kota Cerdas\"\n"},
		"a translation": {map[string]string{
			"a.md": article("Situ", "", ""), "a.en.md": article("Situ", "", ""),
		}, ""},
		"a slip": {map[string]string{
			"a.md": article("A", tags("lingkungan"), ""), "b.md": article("B", tags("lingkungan"), ""),
			"c.md": article("C", tags("linkungan, air"), ""),
		}, "content/news/c.md:6:8 tag-alone \"linkungan\" → \"lingkungan\"\n"},
		"two alone": {map[string]string{
			"a.md": article("A", tags("kesehatan"), ""), "b.md": article("B", tags("kesehattan"), ""),
		}, "content/news/b.md:6:8 tag-alone \"kesehattan\" → \"kesehatan\"\n"},
		"two alone of which titles write one": {map[string]string{
			"a.md": article("A", tags("pendidikkan"), ""),
			"b.md": article("Dinas Pendidikan hadir", tags("pendidikan"), ""),
		}, "content/news/a.md:6:8 tag-alone \"pendidikkan\" → \"pendidikan\"\n"},
		"two alone, the right one first": {map[string]string{
			"z.md": article("Soal kebersihan", tags("kebersihan"), ""), "b.md": article("B", tags("kebersiha"), ""),
		}, "content/news/b.md:6:8 tag-alone \"kebersiha\" → \"kebersihan\"\n"},
		"years": {map[string]string{
			"a.md": article("A", tags("pemilu 2024"), ""), "b.md": article("B", tags("pemilu 2029"), ""),
		}, ""},
		"short ones": {map[string]string{
			"a.md": article("A", tags("setu"), ""), "b.md": article("B", tags("situ"), ""),
		}, ""},
		"used by many": {map[string]string{
			"a.md": article("A", tags("kesehatan"), ""), "b.md": article("B", tags("kesehatan"), ""),
			"c.md": article("C", tags("kesehattan"), ""), "d.md": article("D", tags("kesehattan"), ""),
		}, ""},
	} {
		files := map[string]string{}
		for file, text := range c.files {
			files["content/news/"+file] = text
		}
		if got := find(t, files); got != c.want {
			t.Errorf("%s:\n%swanted\n%s", name, got, c.want)
		}
	}
}

// Whatever is typed, something is said of places in the file only.
func FuzzCheck(f *testing.F) {
	f.Add("## A\n#### B [di sini](a) ![](b)")
	f.Fuzz(func(t *testing.T, text string) {
		for line := range strings.Lines(find(t, map[string]string{"content/news/a.md": article("A", "", text)})) {
			if !strings.HasPrefix(line, "content/news/a.md:") {
				t.Error(line)
			}
		}
	})
}

// Numbers of people are told of; those of services, and what only looks like one, are not.
func TestPrivate(t *testing.T) {
	contact := strings.Replace(config, "{email: a@", "{phone: 0812-1111-2222, email: a@", 1)
	for text, want := range map[string]string{
		"Hubungi 0812-3456-7890.":                                         "phone-private",
		"Hubungi +62 813 3456 7890 segera.":                               "phone-private",
		"Ber-NIK 9971014507850003.":                                       "nik-published",
		"Hubungi +62 812 1111 2222.":                                      "",
		"Kantor: (021) 7535-1234, 112, 0800-1234-567.":                    "",
		"Rekening panitia 0812345678 ditutup.":                            "",
		"Nomor perkara 1234567890123456, kode 899123456.":                 "",
		"Surat 440/081234567890/2026 dan kode A081234567890, 2026-11-30.": "",
		"Ber-NIK 9971013102850003.":                                       "", // 31 February
	} {
		got := find(t, map[string]string{
			"data/site.yaml": contact, "data/programs/x.yaml": "name: X\nstatus: planned\nsummary: X\n",
			"content/news/a.md": article("Kabar", "", text),
		})
		lines := strings.Count(got, "nik-published") + strings.Count(got, "phone-private")
		if want == "" && lines > 0 || want != "" && (lines != 1 || !strings.Contains(got, want)) {
			t.Errorf("%s: %s", text, got)
		}
	}
}
