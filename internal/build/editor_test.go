package build_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// editor changes a site as people do, and mends what it broke soon after.
type editor struct {
	t        *testing.T
	dir      string
	rand     *rand.Rand
	original map[string]string
	broken   []string // files to be mended
	later    func() string
	count    int
	// What this site has: its city's code, a kecamatan, an article.
	code, kecamatan, article string
}

func newEditor(t *testing.T, dir string, files map[string]string) *editor {
	e := &editor{t: t, dir: dir, rand: rand.New(rand.NewPCG(*seed, 2)), original: files}
	e.code = regexp.MustCompile(`(?m)^code: "([^"]+)"`).FindStringSubmatch(files["data/city.yaml"])[1]
	e.kecamatan = strings.TrimSuffix(path.Base(e.any("data/kecamatan/")), ".yaml")
	e.article, _, _ = strings.Cut(path.Base(e.any("content/news/")), ".")
	return e
}

// any names one of the written files in a folder.
func (e *editor) any(folder string) string {
	var names []string
	for _, name := range e.names() {
		if strings.HasPrefix(name, folder) && (strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".yaml")) {
			names = append(names, name)
		}
	}
	return names[e.rand.IntN(len(names))]
}

// changeLine puts another line in the place of the first that matches.
func (e *editor) changeLine(name, pattern, line string) string {
	text, err := os.ReadFile(e.path(name))
	if err != nil {
		return "no " + name
	}
	at := regexp.MustCompile("(?m)" + pattern).FindIndex(text)
	if at == nil {
		return "no such line in " + name
	}
	return "line: " + e.put(name, string(text[:at[0]])+line+string(text[at[1]:]))
}

// edit makes one change and says what it did.
func (e *editor) edit() string {
	if len(e.broken) > 0 && e.rand.IntN(2) == 0 {
		return e.mend()
	}
	e.count++
	if next := e.later; next != nil && e.rand.IntN(2) == 0 {
		e.later = nil
		return next()
	}
	edits := []func() string{e.changeBody, e.changeTitle, e.newArticle, e.removeArticle, e.changeFigure, e.renameTag,
		e.breakFile, e.removeFile,
		e.changeTemplate, e.swapFile, e.changeBase, e.changeDate, e.changeSlug, e.makeDraft, e.leaveOpen, e.changeAny,
		e.changeAny, e.changeAny, e.renameArticle, e.changePicture, e.moveFolder,
		e.newKecamatan, e.changeMap, e.changePart, e.nothing, e.linkToPlace, e.changeText, e.changeAliases,
		e.changeAliases, e.moveWithAlias,
		e.changeWords, e.translate, e.translate, e.changeLanguages}
	return edits[e.rand.IntN(len(edits))]()
}

func (e *editor) path(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e *editor) put(name, text string) string {
	write(e.t, e.dir, map[string]string{name: text})
	return "write " + name
}

// restore puts everything back, as a checkout does.
func (e *editor) restore() {
	for _, folder := range []string{"data", "content", "templates"} {
		if err := os.RemoveAll(e.path(folder)); err != nil {
			e.t.Fatal(err)
		}
	}
	write(e.t, e.dir, e.original)
	e.broken, e.later = nil, nil
}

func (e *editor) mend() string {
	name := e.broken[len(e.broken)-1]
	e.broken = e.broken[:len(e.broken)-1]
	if err := os.RemoveAll(e.path(name)); err != nil {
		e.t.Fatal(err)
	}
	return "mend: " + e.put(name, e.original[name])
}

func (e *editor) changeBody() string {
	return e.changeLine(e.any("content/news/"), `^[A-Z][a-z].*$`, fmt.Sprintf("Kalimat %d.", e.count))
}

// addWords puts words behind a text, also such as lead somewhere, or nowhere, or are nothing but a
// comment.
func (e *editor) addWords() string {
	name := e.any("content/")
	text, err := os.ReadFile(e.path(name))
	if err != nil {
		return "no " + name
	}
	words := []string{"Kata %d.", "[Kata %d](/kecamatan/)", "[Kata %d](/kecamatan/#peta)", "[Kata %d](tidak-ada.md)",
		"[Kata](#kata-%d)", "## Kata %d", "![Kata %d](/img/foto-1.svg)", "![Kata %d](keran.svg)", "<b>%d</b>"}
	before, _, _ := strings.Cut(string(text), "\n\n<!-- kata -->")
	return "words: " + e.put(name, before+"\n\n<!-- kata -->\n\n"+
		fmt.Sprintf(words[e.rand.IntN(len(words))], e.count)+"\n")
}

func (e *editor) changeTitle() string {
	return e.changeLine(e.any("content/news/"), `^title: .*$`, fmt.Sprintf("title: Judul %d", e.count)) +
		e.changeLine(e.any("data/programs/"), `^name: .*$`, fmt.Sprintf("name: Nama %d", e.count))
}

// changeDate moves an article to another day, also one to come.
func (e *editor) changeDate() string {
	return e.changeLine(e.any("content/news/"), `^date: .*$`,
		fmt.Sprintf("date: 20%d-0%d-11", 17+e.rand.IntN(11), 1+e.rand.IntN(9)))
}

func (e *editor) changeSlug() string {
	name := e.any("content/news/")
	if e.rand.IntN(2) == 0 {
		return e.changeLine(name, `^slug: .*\n`, "")
	}
	return e.changeLine(name, `^date: `, fmt.Sprintf("slug: s%d\ndate: ", e.rand.IntN(9)))
}

// changeAliases adds an old address to an article or a kecamatan, also one that is
// in use or that another has too, or takes it away.
func (e *editor) changeAliases() string {
	name, before := e.any("content/news/"), "date: "
	if e.rand.IntN(3) == 0 {
		name, before = e.any("data/kecamatan/"), "name: "
	}
	if did := e.changeLine(name, `^aliases: .*\n`, ""); strings.HasPrefix(did, "line") && e.rand.IntN(2) == 0 {
		return "no alias: " + did
	}
	old := []string{fmt.Sprintf("/berita/s%d/", e.rand.IntN(9)), fmt.Sprintf("/berita/baru-%d/", e.rand.IntN(30)),
		fmt.Sprintf("/lama-%d", e.rand.IntN(5)), fmt.Sprintf("/lama-%d.pdf", e.rand.IntN(5)),
		"/Lama-1/", "/unduh", "/unduh/a/b.txt", "/berita/keran.svg", "/lama-1/lama.html"}
	return "alias: " + e.changeLine(name, "^"+before,
		fmt.Sprintf("aliases: [%s, %s]\n%s", old[e.rand.IntN(len(old))], old[e.rand.IntN(4)], before))
}

// moveWithAlias gives an article a new slug and keeps its old address.
func (e *editor) moveWithAlias() string {
	name := fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30))
	return "move: " + e.changeLine(name, `^date: `,
		fmt.Sprintf("slug: pindah-%d\naliases: [/%s]\ndate: ", e.count,
			strings.TrimSuffix(strings.Replace(name, "content/news", "berita", 1), ".md")))
}

func (e *editor) makeDraft() string {
	name := e.any("content/news/")
	if e.rand.IntN(2) == 0 {
		return e.changeLine(name, `^draft: .*\n`, "")
	}
	return e.changeLine(name, `^date: `, "draft: true\ndate: ")
}

// leaveOpen puts dots in the place of a value.
func (e *editor) leaveOpen() string {
	name := e.any([]string{"data/programs/", "data/visits/", "data/adoptions/", "content/pages/"}[e.rand.IntN(4)])
	e.broken = append(e.broken, name)
	key := []string{"summary", "title", "status", "start", "stage"}[e.rand.IntN(5)]
	return e.changeLine(name, "^"+key+": .*$", key+": …")
}

func (e *editor) newArticle() string {
	return e.put(fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30)),
		fmt.Sprintf("---\ntitle: Baru %d\ndate: 2024-0%d-11\nsummary: Berita baru.\nkecamatan: [%s]\ntags: [t%d]\n"+
			"draft: %v\n---\n\nIsi.\n", e.count, 1+e.rand.IntN(9), e.kecamatan, e.rand.IntN(4), e.rand.IntN(5) == 0))
}

func (e *editor) removeArticle() string {
	name := fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30))
	os.Remove(e.path(name)) // often there is none
	return "remove " + name
}

func (e *editor) changeFigure() string {
	return e.changeLine(e.any("data/kecamatan/"), `value: \d+`, fmt.Sprintf("value: %d", 1+e.count))
}

func (e *editor) renameTag() string {
	return e.changeLine(e.any("content/news/"), `^tags: \[`, fmt.Sprintf("tags: [x%d, ", e.count))
}

func (e *editor) names() []string {
	var names []string
	for name := range e.original {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (e *editor) breakFile() string {
	names := e.names()
	name := names[e.rand.IntN(len(names))]
	e.broken = append(e.broken, name)
	faults := []string{"", "\x00", "---\n", "a: [", "judul: x\n", "- x\n"}
	return "break: " + e.put(name, faults[e.rand.IntN(len(faults))])
}

func (e *editor) removeFile() string {
	names := e.names()
	name := names[e.rand.IntN(len(names))]
	e.broken = append(e.broken, name)
	if err := os.RemoveAll(e.path(name)); err != nil {
		e.t.Fatal(err)
	}
	return "remove " + name
}

// changeTemplate gives the site a page template of its own, or takes it away.
func (e *editor) changeTemplate() string {
	if e.rand.IntN(2) == 0 {
		os.RemoveAll(e.path("templates"))
		return "remove templates"
	}
	return e.put("templates/network.html", fmt.Sprintf("<h1>{{.Title}} %d</h1>", e.count)) +
		e.put("templates/assets/style.css", fmt.Sprintf("b{c:%d}", e.count))
}

// changeAny changes a number or a word somewhere in what is written: a figure, a
// date, a name, a reference, a status. Much of that breaks the site.
func (e *editor) changeAny() string {
	names := e.names()
	name := names[e.rand.IntN(len(names))]
	data, err := os.ReadFile(e.path(name))
	if err != nil || len(data) == 0 {
		return "no " + name
	}
	at := e.rand.IntN(len(data))
	switch c := data[at]; {
	case c >= '0' && c <= '9':
		data[at] = byte('0' + e.rand.IntN(10))
	case c >= 'a' && c <= 'z':
		data[at] = byte('a' + e.rand.IntN(26))
	default:
		return "look at " + name
	}
	e.broken = append(e.broken, name)
	return fmt.Sprintf("byte %d: ", at) + e.put(name, string(data))
}

// renameArticle moves a file of the editor's own, so that its address changes.
func (e *editor) renameArticle() string {
	from := fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30))
	to := fmt.Sprintf("content/news/baru-%d.md", e.rand.IntN(30))
	os.Rename(e.path(from), e.path(to)) // often there is none
	return "rename " + from + " to " + to
}

// changePicture gives a picture another size without another length.
func (e *editor) changePicture() string {
	return e.put("content/news/keran.svg", fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d "+
		"%d\"><path d=\"M0 10h40\"/></svg>\n", 10+e.rand.IntN(80), 10+e.rand.IntN(80)))
}

// moveFolder moves the articles away as a whole, and back.
func (e *editor) moveFolder() string {
	if err := os.Rename(e.path("content/news"), e.path("content/lama")); err != nil {
		return "nothing to move"
	}
	if e.rand.IntN(2) == 0 {
		os.Rename(e.path("content/lama"), e.path("content/news"))
		return "move content/news away and back"
	}
	write(e.t, e.dir, map[string]string{"content/news/baru-1.md": "---\ntitle: Sendiri\ndate: 2024-01-01\n" +
		"summary: Sendiri.\n---\n"})
	e.later = func() string {
		os.RemoveAll(e.path("content/news"))
		os.Rename(e.path("content/lama"), e.path("content/news"))
		return "move content/news back"
	}
	return "move content/news away"
}

func (e *editor) newKecamatan() string {
	n := e.rand.IntN(3)
	name := fmt.Sprintf("data/kecamatan/muara-%d.yaml", n)
	if os.Remove(e.path(name)) == nil {
		return "remove " + name
	}
	return e.put(name, fmt.Sprintf("code: \"%[1]s.8%[2]d\"\nname: Muara %[3]d\nsummary: Baru.\nkelurahan:\n"+
		"  - {code: \"%[1]s.8%[2]d.1001\", name: Tepi}\n", e.code, n, e.count))
}

// changeMap moves points of the map, gives a shape another's code, or takes the
// map away and brings it back.
func (e *editor) changeMap() string {
	const name = "data/boundaries.geojson"
	text, there := e.original[name]
	if !there {
		return "no map"
	}
	switch e.rand.IntN(4) {
	case 0:
		os.Remove(e.path(name))
		return "remove the map"
	case 1:
		e.broken = append(e.broken, name)
		return "code: " + e.changeLine(name, `"code": "[^"]+"`, fmt.Sprintf(`"code": "%s.77"`, e.code))
	case 2:
		return "schematic: " + e.put(name, strings.Replace(text, `"schematic": true`, `"schematic": false`, 1))
	}
	from := fmt.Sprintf("%d, ", e.rand.IntN(5))
	return "points: " + e.put(name, strings.ReplaceAll(text, "["+from,
		fmt.Sprintf("[%d.%d, ", e.rand.IntN(5), e.rand.IntN(10))))
}

// changePart changes a template that others use, or one kind of page.
func (e *editor) changePart() string {
	name := []string{"templates/parts/links.html", "templates/parts/crumbs.html", "templates/base.html",
		"templates/article.html"}[e.rand.IntN(4)]
	if os.Remove(e.path(name)) == nil {
		return "remove " + name
	}
	text, err := fs.ReadFile(builtin, strings.TrimPrefix(name, "templates/"))
	if err != nil {
		e.t.Fatal(err)
	}
	return e.put(name, strings.Replace(string(text), "<a href", fmt.Sprintf("<a class=\"x%d\" href", e.count), 1))
}

// changeWords gives the site words or colours of its own, or takes the words away.
func (e *editor) changeWords() string {
	const name = "data/words.yaml"
	switch e.rand.IntN(3) {
	case 0:
		return "tokens: " + e.put("templates/assets/tokens.css", fmt.Sprintf(":root{--ink:#%03d}", e.count%1000))
	case 1:
		os.Remove(e.path(name)) // often there is none
		return "remove " + name
	}
	words := []string{"home: Depan %d\n", "kind-news: Kabar %d\n", "as-of: \"%%s, ke-%d\"\n", "skip: Lompat %d\n"}
	return e.put(name, fmt.Sprintf(words[e.rand.IntN(len(words))], e.count))
}

// translate gives an article or a page English words, other ones, or takes them away.
func (e *editor) translate() string {
	name := fmt.Sprintf("content/news/baru-%d.en.md", e.rand.IntN(30))
	switch e.rand.IntN(4) {
	case 0:
		name = "content/news/" + e.article + ".en.md"
	case 1:
		name = strings.Replace(e.any("content/pages/"), ".md", ".en.md", 1)
		name = strings.Replace(name, ".en.en.", ".en.", 1)
	}
	if _, was := e.original[name]; !was && os.Remove(e.path(name)) == nil {
		return "remove " + name
	}
	slug := []string{"", "", fmt.Sprintf("slug: own-%d\n", e.rand.IntN(9)), "draft: true\n"}[e.rand.IntN(4)]
	return e.put(name, fmt.Sprintf("---\ntitle: English %d\nsummary: In English.\n%s---\n\n"+
		"See [there](kecamatan:%s) and [the article](news:%s).\n", e.count, slug, e.kecamatan, e.article))
}

// changeLanguages gives the site a language, or takes one away.
func (e *editor) changeLanguages() string {
	if e.rand.IntN(3) == 0 {
		return e.changeLine("data/kecamatan/"+e.kecamatan+".yaml", `^summary: .*$`,
			fmt.Sprintf("summary: {id: Ringkasan %[1]d., en: Summary %[1]d.}", e.count))
	}
	return e.changeLine("data/site.yaml", `^languages: .*$`,
		[]string{"languages: [id, en]", "languages: [id]", "languages: [id, en, su]"}[e.rand.IntN(3)])
}

func (e *editor) nothing() string { return "nothing" }

// linkToPlace links from one article to a heading of another, which may go.
func (e *editor) linkToPlace() string {
	return e.put("content/news/baru-7.md", "---\ntitle: Tujuh\ndate: 2024-03-01\nsummary: Tujuh.\n---\n\n"+
		"[Sana](news:"+e.article+"#yang-dilihat) dan [sini](#bagian).\n\n## Bagian\n")
}

// changeText changes words below the front matter, in any text.
func (e *editor) changeText() string {
	var texts []string
	for _, name := range e.names() {
		if strings.HasSuffix(name, ".md") {
			texts = append(texts, name)
		}
	}
	name := texts[e.rand.IntN(len(texts))]
	data, err := os.ReadFile(e.path(name))
	if err != nil {
		return "no " + name
	}
	return e.put(name, string(data)+fmt.Sprintf("\nTambahan %d.\n", e.count))
}

// swapFile turns a copied file into a folder, and back.
func (e *editor) swapFile() string {
	if info, err := os.Stat(e.path("content/files/unduh")); err == nil {
		os.RemoveAll(e.path("content/files/unduh"))
		if info.IsDir() {
			return e.put("content/files/unduh", fmt.Sprint(e.count))
		}
	}
	return e.put("content/files/unduh/a/b.txt", fmt.Sprint(e.count))
}

func (e *editor) changeBase() string {
	return e.changeLine("data/site.yaml", `^base_url: .*$`,
		[]string{"base_url: https://contoh.example/", "base_url: https://contoh.example/situs/"}[e.rand.IntN(2)])
}
