package lsp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/lang"
)

const article = "content/news/keran-baru.md"

func find(t *testing.T, list []diagnostic, code string) diagnostic {
	t.Helper()
	i := slices.IndexFunc(list, func(d diagnostic) bool { return d.Code == code })
	if i < 0 {
		t.Fatalf("no %s in %v", code, list)
	}
	return list[i]
}

func TestProblemsWhileTyping(t *testing.T) {
	c := serve(t, base(t), in(lang.English))
	c.open(article, "")
	c.edit(article, "kecamatan: [", "kecamatan: [tidak-ada, ")
	d := find(t, c.until(article, "an unknown id", has("unknown-reference")), "unknown-reference")
	if c.words(article, d.Range) != "tidak-ada" || d.Severity != 1 ||
		!strings.Contains(d.Message, `kecamatan "tidak-ada" does not exist`) || !strings.Contains(d.Message, "hint: ") {
		t.Errorf("%q: %+v", c.words(article, d.Range), d)
	}
	c.edit(article, "tidak-ada, ", "")
	c.until(article, "right again", lacks("unknown-reference"))

	c.edit(article, "\n---\n\n", "\n---\n\n\U0001F600 [x](program:tidak-ada)\n\n")
	d = find(t, c.until(article, "a wrong link", has("unknown-reference")), "unknown-reference")
	if got := c.words(article, d.Range); got != "tidak-ada" {
		t.Errorf("a link behind a smiley: %q", got)
	}
}

// What hangs together is told of files that are not open, and goes with what brought it about.
func TestProblemsOfOtherFiles(t *testing.T) {
	const program, visit = "data/programs/air-bersih.yaml", "data/visits/tamu.yaml"
	c := serve(t, base(t), in(lang.Indonesian))
	c.open(program, "")
	c.edit(program, "kecamatan: [hulu]", "kecamatan: [hulu")
	d := find(t, c.until(program, "broken", has("yaml-syntax")), "yaml-syntax")
	if !strings.Contains(d.Message, "kurung") {
		t.Errorf("in Indonesian: %q", d.Message)
	}
	c.edit(program, "kecamatan: [hulu", "kecamatan: [hulu]")
	c.until(program, "mended", lacks("yaml-syntax"))

	c.open("data/kecamatan/hulu.yaml", "")
	c.edit("data/kecamatan/hulu.yaml", "borders: [hilir]", "borders: []")
	c.until("data/kecamatan/hilir.yaml", "one-sided", func(l []diagnostic) bool { return len(l) > 0 })
	c.edit("data/kecamatan/hulu.yaml", "borders: []", "borders: [hilir]")
	c.until("data/kecamatan/hilir.yaml", "right again", func(l []diagnostic) bool { return len(l) == 0 })

	// Another program changes a file.
	name := filepath.Join(c.dir, filepath.FromSlash(visit))
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "programs: [air-bersih]", "programs: [air-kotor]", 1)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c.fileChanged(visit)
	c.until(visit, "wrong on the disk", has("unknown-reference"))

	// A new file, and one that is gone.
	fresh := filepath.Join(c.dir, "data/programs/air-kotor.yaml")
	whole, err := os.ReadFile(filepath.Join(c.dir, program))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fresh, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	c.fileChanged("data/programs/air-kotor.yaml")
	c.until(visit, "known now", lacks("unknown-reference"))
	if err := os.Remove(fresh); err != nil {
		t.Fatal(err)
	}
	c.fileChanged("data/programs/air-kotor.yaml")
	c.until(visit, "gone again", has("unknown-reference"))
}

// What only the walk can tell stays where it was while somebody types elsewhere in the file.
func TestProblemsBeyondTheDocumentStay(t *testing.T) {
	files := base(t)
	files["content/news/keran-lagi.md"] = strings.Replace(files[article], "Keran baru", "Keran lagi", 1)
	files[article] = strings.Replace(files[article], "tags: [air]", "tags: [air]\naliases: [/berita/keran-lagi/]", 1)
	c := serve(t, files, in(lang.English))
	c.open(article, "")
	d := find(t, c.until(article, "an address that is taken", has("alias-taken")), "alias-taken")
	line := d.Range.Start.Line
	seen := len(c.told)
	c.edit(article, "title: Keran baru\n", "title: Keran baru\nauthor: X\n")
	for range seen + 1 {
		<-c.told // also what is told at once has it
	}
	moved := func(l []diagnostic) bool {
		return has("alias-taken")(l) && find(t, l, "alias-taken").Range.Start.Line == line+1
	}
	c.until(article, "moved along", moved)
}

// fileChanged tells that another program changed a file.
func (c *client) fileChanged(file string) {
	c.notify("workspace/didChangeWatchedFiles", map[string]any{
		"changes": []any{map[string]any{"uri": c.uri(file), "type": 2}},
	})
}

type completions struct {
	IsIncomplete bool
	Items        []struct {
		Label, Detail, SortText string
		Kind                    int
		Documentation           struct{ Value string }
		TextEdit                struct {
			Range   rang
			NewText string
		}
	}
}

func (c completions) labels() (list []string) {
	for _, i := range c.Items {
		list = append(list, i.Label)
	}
	return list
}

// complete asks what can be written behind some words.
func (c *client) complete(file, words string) (list completions) {
	c.t.Helper()
	c.call("textDocument/completion", c.at(file, words), &list)
	return list
}

// take writes what an item says.
func (c *client) take(file string, list completions, label string) string {
	c.t.Helper()
	for _, i := range list.Items {
		if i.Label == label {
			from, to := c.offset(file, i.TextEdit.Range.Start), c.offset(file, i.TextEdit.Range.End)
			return c.texts[file][:from] + i.TextEdit.NewText + c.texts[file][to:]
		}
	}
	c.t.Fatalf("no %q in %v", label, list.labels())
	return ""
}

func (c *client) offset(file string, p position) int {
	for i := range len(c.texts[file]) + 1 {
		if c.positionIn(file, i) == p {
			return i
		}
	}
	c.t.Fatalf("%s has no %v", file, p)
	return 0
}

// Completions in files as somebody types them: most of them do not parse. "^" is the cursor, the
// item is taken, and gives the text that is wanted.
func TestCompletions(t *testing.T) {
	c := serve(t, base(t), in(lang.English))
	c.open(article, "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	for _, x := range []struct{ file, typed, item, want string }{
		{"data/programs/a.yaml", "name: A\nsta^", "status", "name: A\nstatus: "},
		{"data/programs/a.yaml", "name: A\nstatus: ru^\nowner", "running", "name: A\nstatus: running\nowner"},
		{"data/programs/a.yaml", "kecamatan:\n  - ^", "hulu", "kecamatan:\n  - hulu"},
		{"data/programs/a.yaml", "kecamatan:\n  - hulu\n  - hi^\n", "hilir", "kecamatan:\n  - hulu\n  - hilir\n"},
		{"data/programs/a.yaml", "kecamatan: [hulu, ^", "hilir", "kecamatan: [hulu, hilir"},
		{"data/programs/a.yaml", "kecamatan:^", "hulu", "kecamatan: [hulu]"},
		{"data/programs/a.yaml", "pillars: ^\n", "economy", "pillars: [economy]\n"},
		{"data/programs/a.yaml", "facts:\n  - te^", "text", "facts:\n  - text: "},
		{"data/programs/a.yaml", "facts:\n  - text: x\n    ^\nunknowns: [", "as_of",
			"facts:\n  - text: x\n    as_of: \nunknowns: ["},
		{"data/programs/a.yaml", "facts:\n  ^", "text", "facts:\n  - text: "},
		{"data/programs/a.yaml", "facts:\n  - {text: x, sou^\n", "source", "facts:\n  - {text: x, source: \n"},
		{"data/programs/a.yaml", "verified: {^}", "at", "verified: {at: }"},
		{"data/programs/a.yaml", "name: {^}", "en", "name: {en: }"},
		{"data/programs/a.yaml", "name:\n  ^\n", "id", "name:\n  id: \n"},
		{"data/sources.yaml", "abc:\n  ki^", "kind", "abc:\n  kind: "},
		{"data/sources.yaml", "abc:\n  kind: ^", "statistics", "abc:\n  kind: statistics"},
		{"data/words.yaml", "news-^", "", ""},
		{"content/news/a.md", "---\ntit^", "title", "---\ntitle: "},
		{"content/news/a.md", "---\nimage:\n  fil^\n---\n", "file", "---\nimage:\n  file: \n---\n"},
		{"content/news/a.md", "---\nimage:\n  file: ^\n---\n", "keran.svg", "---\nimage:\n  file: keran.svg\n---\n"},
		{"content/news/a.md", "---\ndraft: ^\n---\n", "true", "---\ndraft: true\n---\n"},
		{"content/news/a.md", "---\nkecamatan: [h^]\n---\n", "hilir", "---\nkecamatan: [hilir]\n---\n"},
		{"content/news/a.md", "---\ntitle: x\n---\n[Hulu](kec^", "kecamatan:", "---\ntitle: x\n---\n[Hulu](kecamatan:"},
		{"content/news/a.md", "---\ntitle: x\n---\n[Hulu](kecamatan:^)", "hulu",
			"---\ntitle: x\n---\n[Hulu](kecamatan:hulu)"},
		{"content/news/a.md", "---\ntitle: x\n---\n![x](^ dan", "keran.svg", "---\ntitle: x\n---\n![x](keran.svg dan"},
		{"content/news/a.en.md", "---\nsum^", "summary", "---\nsummary: "},
	} {
		before, after, _ := strings.Cut(x.typed, "^")
		c.open(x.file, before+after)
		list := c.complete(x.file, before)
		if x.item == "" {
			continue // without a fault
		}
		if got := c.take(x.file, list, x.item); got != x.want {
			t.Errorf("%q: %q, want %q", x.typed, got, x.want)
		}
		c.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": c.uri(x.file)}})
	}
}

func TestCompletionOfKeys(t *testing.T) {
	c := serve(t, base(t), in(lang.Indonesian))
	c.open(article, "---\ntitle: x\n\nsummary: y\n---\n")
	c.until(article, "known", func([]diagnostic) bool { return true })
	list := c.complete(article, "title: x\n")
	if labels := list.labels(); len(labels) < 10 || labels[0] != "date" || slices.Contains(labels, "title") ||
		slices.Contains(labels, "summary") || !slices.Contains(labels, "claims") {
		t.Errorf("what must be there comes first, what is there is left out: %v", labels)
	}
	if date := list.Items[0]; date.Detail != "wajib" || date.Documentation.Value == "" {
		t.Errorf("a key with its meaning: %+v", date)
	}
	c.open("data/programs/a.yaml", "status: \n")
	for _, i := range c.complete("data/programs/a.yaml", "status: ").Items {
		if i.Label == "running" && i.Detail != "berjalan" {
			t.Errorf("a word of a list with its meaning: %+v", i)
		}
	}
	c.open("data/programs/b.yaml", "kecamatan: [\n")
	if list := c.complete("data/programs/b.yaml", "["); list.Items[0].Detail != "Hilir" {
		t.Errorf("an id with its name: %+v", list.Items)
	}
	c.open("catatan.md", "---\nti")
	c.open("data/words.yaml", "home: \n")
	if list := c.complete("catatan.md", "ti"); len(list.Items) > 0 {
		t.Errorf("no file of the site: %v", list.labels())
	}
}

func (c *client) hover(file, words string) string {
	c.t.Helper()
	var h struct{ Contents struct{ Value string } }
	c.call("textDocument/hover", c.at(file, words), &h)
	return h.Contents.Value
}

func TestHover(t *testing.T) {
	c := serve(t, base(t), in(lang.Indonesian))
	c.open(article, "")
	c.open("content/news/tamu-datang.md", "")
	c.open("data/programs/air-bersih.yaml", "")
	c.until(article, "known", func([]diagnostic) bool { return true })
	for _, x := range []struct{ file, words, want string }{
		{article, "kecamatan: [hul", "**Hulu** (kecamatan)\n\nKecamatan di hulu sungai."},
		{article, "(news:tamu", "**Tamu datang** (berita)\n\nTamu melihat keran umum di Hulu."},
		{article, "summ", "**summary** (wajib)"},
		{"content/news/tamu-datang.md", "indicator: pend", "**Penduduk** (indikator)\n\nJumlah orang"},
		{"content/news/tamu-datang.md", "sources: [kab", "**Kabar Contoh** (sumber)\n\nKoran Contoh"},
		{"content/news/tamu-datang.md", "[Hulu](kecamatan:hu", "**Hulu** (kecamatan)"},
		{"data/programs/air-bersih.yaml", "status: runn", "**running**: berjalan"},
		{"data/programs/air-bersih.yaml", "sta", "**status** (wajib)"},
		{"data/programs/air-bersih.yaml", "Air Ber", ""},
	} {
		if got := c.hover(x.file, x.words); !strings.Contains(got, x.want) || x.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", x.words, got, x.want)
		}
	}
	c.edit(article, "kecamatan: [hulu", "kecamatan: [huluu")
	c.until(article, "wrong", has("unknown-reference"))
	if got := c.hover(article, "kecamatan: [hulu"); !strings.Contains(got, "`unknown-reference`") {
		t.Errorf("a problem is explained: %q", got)
	}
}

type place struct {
	URI   string
	Range rang
}

func (c *client) places(method, file, words string) (list []string) {
	c.t.Helper()
	params := c.at(file, words)
	params["context"] = map[string]any{"includeDeclaration": true}
	var found []place
	c.call(method, params, &found)
	for _, p := range found {
		name := c.fileOf(p.URI)
		data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(name)))
		if err != nil {
			c.t.Fatal(err)
		}
		if _, open := c.texts[name]; !open {
			c.texts[name] = string(data)
			defer delete(c.texts, name)
		}
		list = append(list, name+":"+c.words(name, p.Range))
	}
	return list
}

func TestDefinitionAndReferences(t *testing.T) {
	c := serve(t, base(t))
	c.open("content/news/tamu-datang.md", "")
	c.open("data/sources.yaml", "")
	c.open("data/programs/air-bersih.yaml", "")
	c.until("content/news/tamu-datang.md", "known", func([]diagnostic) bool { return true })
	news := "content/news/tamu-datang.md"
	for words, want := range map[string][]string{
		"programs: [air":    {"data/programs/air-bersih.yaml:"},
		"(program:air":      {"data/programs/air-bersih.yaml:"},
		"indicator: pend":   {"data/indicators.yaml:penduduk"},
		"sources: [kabar":   {"data/sources.yaml:kabar"},
		"![Keran umum](ker": {"content/news/keran.svg:"},
		"title: Tamu":       nil,
	} {
		if got := c.places("textDocument/definition", news, words); !slices.Equal(got, want) {
			t.Errorf("%s leads to %v, want %v", words, got, want)
		}
	}
	program := []string{
		"data/programs/air-bersih.yaml:",
		"content/news/tamu-datang.md:air-bersih", "content/news/tamu-datang.md:[keran](program:air-bersih)",
		"data/adoptions/seberang.yaml:air-bersih", "data/visits/tamu.yaml:air-bersih",
	}
	for file, words := range map[string]string{news: "(program:air", "data/programs/air-bersih.yaml": "name: Air"} {
		if got := c.places("textDocument/references", file, words); !slices.Equal(got, program) {
			t.Errorf("%s: references %v, want %v", file, got, program)
		}
	}
	if got := c.places("textDocument/references", "data/sources.yaml", "sens"); len(got) != 4 ||
		got[0] != "data/sources.yaml:sensus" || got[2] != "data/kecamatan/hilir.yaml:sensus" {
		t.Errorf("references of a source: %v", got)
	}
}

func TestSymbols(t *testing.T) {
	c := serve(t, base(t))
	c.open("content/news/tamu-datang.md", "")
	c.until("content/news/tamu-datang.md", "known", func([]diagnostic) bool { return true })
	var list []struct {
		Name           string
		SelectionRange rang
		Children       []struct{ Name string }
	}
	c.call("textDocument/documentSymbol", map[string]any{
		"textDocument": map[string]any{"uri": c.uri("content/news/tamu-datang.md")}}, &list)
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
	}
	const want = "title date summary kecamatan programs visits tags sources claims Yang dilihat"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("symbols: %s", got)
	}
	var found []struct {
		Name     string
		Location place
	}
	c.call("workspace/symbol", map[string]any{"query": "tamu"}, &found)
	if len(found) != 2 || found[1].Name != "Tamu datang" ||
		c.fileOf(found[1].Location.URI) != "content/news/tamu-datang.md" {
		t.Errorf("things of the site: %+v", found)
	}
}

// Of the file that says where the site is published only keys are listed: the server shows
// nobody what may be a secret.
func TestSymbolsShowNoSecrets(t *testing.T) {
	c := serve(t, base(t))
	const file = "data/publish.yaml"
	c.open(file, "destinations:\n  web:\n    kind: s3\n    password: hunter22-geheim\n"+
		"    keys: [\n      geheim-two, \"geheim three\"]\n")
	c.until(file, "told", func([]diagnostic) bool { return true })
	var list json.RawMessage
	c.call("textDocument/documentSymbol", map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}}, &list)
	if got := string(list); !strings.Contains(got, "password") || strings.Contains(got, "geheim") {
		t.Errorf("symbols: %s", got)
	}
}

type action struct {
	Title       string
	IsPreferred bool
	Diagnostics []diagnostic
	Edit        struct {
		Changes map[string][]change
	}
}

type change struct {
	Range   rang
	NewText string
}

// actions are those that are offered behind some words.
func (c *client) actions(file, words string) (list []action) {
	c.t.Helper()
	at := c.at(file, words)
	at["range"] = map[string]any{"start": at["position"], "end": at["position"]}
	at["context"] = map[string]any{"diagnostics": []any{}}
	c.call("textDocument/codeAction", at, &list)
	return list
}

// apply is a document's text once an action was taken.
func (c *client) apply(file string, a action) string {
	c.t.Helper()
	list := a.Edit.Changes[c.uri(file)]
	if len(list) != 1 {
		c.t.Fatalf("%s: %v", a.Title, a.Edit)
	}
	from, to := c.offset(file, list[0].Range.Start), c.offset(file, list[0].Range.End)
	return c.texts[file][:from] + list[0].NewText + c.texts[file][to:]
}

func TestCodeActions(t *testing.T) {
	c := serve(t, base(t), in(lang.Indonesian))
	text := "---\ntitle: Uji\ndate: 2024-04-01\nsummary: Uji.\nkecamatan: [hulo]\n---\n\n" +
		"Ia lihat [Hulu](kecamatan:hulo).\n\nTerimakasih kepada warga\ndan tamu.\n\nLalu pulang.\n"
	c.open(article, text)
	c.until(article, "told", has("unknown-reference"))
	c.until(article, "told of its words", has("word-misspelt"))
	for words, want := range map[string]string{
		"kecamatan: [hu":       "kecamatan: [hulu]",
		"Ia lihat [Hulu](keca": "",
		"(kecamatan:hu":        "(kecamatan:hulu)",
		"Terima":               "Terima kasih kepada",
	} {
		list := c.actions(article, words)
		if want == "" {
			if len(list) > 0 {
				t.Errorf("%s: %v", words, list)
			}
			continue
		}
		if len(list) == 0 || len(list[0].Diagnostics) != 1 {
			t.Fatalf("%s: nothing is offered: %v", words, list)
		}
		if got := c.apply(article, list[0]); !strings.Contains(got, want) {
			t.Errorf("%s: %s", list[0].Title, got)
		}
	}
	list := c.actions(article, "Terima")
	last := list[len(list)-1]
	if got := c.apply(article, last); last.Title != "Abaikan word-misspelt di sini, dengan alasan" ||
		!strings.Contains(got, "dan tamu. <!-- periksa: abaikan word-misspelt karena … -->\n\nLalu") {
		t.Errorf("%s: %s", last.Title, got)
	}
	c.texts[article] = strings.Replace(c.apply(article, last), "karena …", "karena kutipan", 1)
	c.open(article, c.texts[article])
	c.until(article, "silent", lacks("word-misspelt"))
}

// A client that counts bytes is told places in bytes.
func TestPlacesInBytes(t *testing.T) {
	c := connect(t, base(t))
	var answer struct {
		Capabilities struct{ PositionEncoding string }
	}
	c.call("initialize", map[string]any{"rootUri": c.uri(""), "capabilities": map[string]any{
		"general": map[string]any{"positionEncodings": []string{"utf-16", "utf-8"}}}}, &answer)
	if answer.Capabilities.PositionEncoding != "utf-8" {
		t.Errorf("it counts %s", answer.Capabilities.PositionEncoding)
	}
	c.open(article, "---\ntitle: x\n---\n\n\U0001F600\u00e9 [x](program:tidak-ada)\n")
	c.notify("initialized", map[string]any{})
	d := find(t, c.until(article, "a wrong link", has("unknown-reference")), "unknown-reference")
	if want := len("\U0001F600\u00e9 [x](program:"); d.Range.Start.Character != want {
		t.Errorf("the link is at %d, want %d", d.Range.Start.Character, want)
	}
}

// In files that are not open, too, problems and findings stand where they are, in characters of
// UTF-16, and so do those of very many.
func TestPlacesInOtherFiles(t *testing.T) {
	const head = "---\ntitle: Keran\ndate: 2024-05-01\nsummary: Ringkasan.\nkecamatan: [hulu]\n---\n\n"
	files := base(t)
	files["content/news/salah.md"] = head + "😀 *ё* warga mengucapkan terimakasih di [sana](program:tiada).\n"
	files["content/news/banyak.md"] = head + strings.Repeat("Satu.\n\n", 30) +
		strings.Repeat("😀 warga mengucapkan terimakasih.\n\n", 600)
	c := serve(t, files, in(lang.Indonesian))
	for _, want := range []struct {
		file, code string
		line, from int
		length     int
	}{
		{"content/news/salah.md", "word-misspelt", 7, 25, 11},
		{"content/news/salah.md", "unknown-reference", 7, 55, 5},
		{"content/news/banyak.md", "word-misspelt", 67, 21, 11},
	} {
		d := find(t, c.until(want.file, want.code, has(want.code)), want.code)
		if got := d.Range; got.Start.Line != want.line || got.Start.Character != want.from ||
			got.End.Line != want.line || got.End.Character != want.from+want.length {
			t.Errorf("%s: %s at %+v", want.file, want.code, got)
		}
	}
}
