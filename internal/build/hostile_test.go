package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
)

// full returns the second city with every field filled in.
func full(t testing.TB) map[string]string {
	t.Helper()
	files := base(t)
	archive, err := txtar.ParseFile("testdata/full.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// buildFiles builds a site given as texts and returns its output folder.
func buildFiles(t testing.TB, files map[string]string) (out string, problems diag.List) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, files)
	out = filepath.Join(t.TempDir(), "public")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	_, problems, err = build.New(build.Config{Root: root.FS(), Out: out, Templates: builtin}).Build(noon)
	if err != nil {
		t.Fatal(err)
	}
	return out, problems
}

// payloads are what an attacker, or a careless paste, puts into a text.
var payloads = []string{
	`=HYPERLINK("https://evil.example/")`,
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`</title></head><body onload=alert(1)>`,
	`</script><svg/onload=alert(1)>`,
	`javascript:alert(1)`,
	`--><iframe src="https://evil.example/"></iframe><!--`,
	`{{.Title}}{{template "base.html"}}`,
	"\u2028]]></summary><script>alert(1)</script>",
	`<!--slot main--><!--slot head-->`,
}

// Every text an editor can write is tried with every payload; whatever is
// accepted must come out as text.
func TestHostileTexts(t *testing.T) {
	lab.Slow(t)
	for _, payload := range payloads {
		files := full(t)
		poisoned := map[string]*poison{}
		for name, text := range files {
			if path.Ext(name) == ".yaml" || path.Ext(name) == ".md" {
				poisoned[name] = newPoison(t, name, text, payload)
				files[name] = poisoned[name].text(t)
			}
		}
		// Values that must be of a form (codes, dates, ids) refuse the payload;
		// they get their own back until the site builds.
		_, problems := check(t, files)
		for round := 0; problems.HasErrors(); round++ {
			if round == 50 {
				t.Fatalf("%q: still %v", payload, problems)
			}
			for _, p := range problems {
				if p.Severity() == diag.Error {
					poisoned[p.Place.File].restore(p)
				}
			}
			for name, x := range poisoned {
				files[name] = x.text(t)
			}
			_, problems = check(t, files)
		}
		left := 0
		for _, x := range poisoned {
			left += x.left()
		}
		if left < 100 {
			t.Errorf("%q: only %d texts took the payload", payload, left)
		}
		out, _ := buildFiles(t, files)
		checkOutput(t, out, payload)
	}
}

// poison is a file in which every value is the payload.
type poison struct {
	name, body string
	doc        yaml.Node
	placed     yaml.Node   // the same as last written, with its lines
	were       []yaml.Node // the values as they were
	payload    string
}

func newPoison(t *testing.T, name, text, payload string) *poison {
	t.Helper()
	p := &poison{name: name, payload: payload}
	header := text
	if path.Ext(name) == ".md" {
		header, p.body, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	}
	if err := yaml.Unmarshal([]byte(header), &p.doc); err != nil {
		t.Fatal(name, err)
	}
	for _, leaf := range leaves(&p.doc) {
		p.were = append(p.were, *leaf)
		leaf.SetString(payload)
	}
	return p
}

func (p *poison) header(t *testing.T) string {
	t.Helper()
	text, err := yaml.Marshal(&p.doc)
	if err != nil {
		t.Fatal(err)
	}
	p.placed = yaml.Node{}
	// The library takes U+2028 for the end of a line, and problems do not.
	if err := yaml.Unmarshal(bytes.ReplaceAll(text, []byte("\u2028"), []byte(" ")), &p.placed); err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (p *poison) text(t *testing.T) string {
	if path.Ext(p.name) == ".md" {
		return "---\n" + p.header(t) + "---\n" + p.body
	}
	return p.header(t)
}

// restore gives back the value that a problem is about; failing that the values
// of its line, and failing that all of the file.
func (p *poison) restore(problem diag.Problem) {
	line := problem.Place.Line
	if path.Ext(p.name) == ".md" {
		line--
	}
	now, where := leaves(&p.doc), leaves(&p.placed)
	for _, about := range []func(n *yaml.Node) bool{
		func(n *yaml.Node) bool { return n.Line == line && n.Column == problem.Place.Col },
		func(n *yaml.Node) bool { return n.Line == line },
		func(*yaml.Node) bool { return true },
	} {
		found := false
		for i, n := range where {
			if about(n) && now[i].Value == p.payload {
				*now[i], found = p.were[i], true
			}
		}
		if found {
			return
		}
	}
}

// left counts the values that are still the payload.
func (p *poison) left() int {
	n := 0
	for _, leaf := range leaves(&p.doc) {
		if leaf.Value == p.payload {
			n++
		}
	}
	return n
}

func leaves(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode {
		return []*yaml.Node{n}
	}
	var list []*yaml.Node
	for i, c := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			list = append(list, leaves(c)...)
		}
	}
	return list
}

// Markdown of every construct, with every payload in every part.
func TestHostileMarkdown(t *testing.T) {
	constructs := []string{
		"%s", "# %s", "> %s", "- %s", "1. %s", "`%s`", "```%s\n%[1]s\n```", "    %s", "**%s**", "~~%s~~",
		"| %s |\n|---|\n| %[1]s |",
		"[%s](https://contoh.example/)", "[a](%s)", "[a](<%s>)", "[a](https://contoh.example/ \"%s\")",
		"[a](https://contoh.example/?q=%s)", "[a][b]\n\n[b]: %s", "[a][b]\n\n[b]: https://contoh.example/ '%s'",
		"![%s](keran.svg)", "![a](%s)", "![a](keran.svg \"%s\")", "<%s>", "a[^1]\n\n[^1]: %s", "- [ ] %s",
		"https://contoh.example/%s", "%s@contoh.example", "a %s\n===", "&lt;%s&gt;", "\\%s",
	}
	urls := []string{"JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x",
		"blob:x", "feed:javascript:x", "&#106;avascript:alert(1)", "//evil.example/x", "\\\\evil.example",
		"javascript&colon;alert(1)", "%6aavascript:alert(1)"}
	var text strings.Builder
	for _, c := range constructs {
		for _, p := range append(slices.Clone(payloads), urls...) {
			fmt.Fprintf(&text, c+"\n\n", p)
		}
	}
	files := full(t)
	files["content/news/jahat.md"] = "---\ntitle: Jahat\ndate: 2024-01-01\nsummary: Uji.\n---\n\n" + text.String()
	_, problems := check(t, files)
	// Faulty links are refused as they should be; take away the lines that hold
	// them, as many as are told at once, and what is left must build.
	lines := strings.Split(files["content/news/jahat.md"], "\n")
	for round := 0; problems.HasErrors() && round < 5; round++ {
		for _, p := range problems {
			if p.Severity() == diag.Error && p.Place.File == "content/news/jahat.md" && p.Place.Line > 5 {
				lines[p.Place.Line-1] = ""
			}
		}
		files["content/news/jahat.md"] = strings.Join(lines, "\n")
		_, problems = check(t, files)
	}
	out, problems := buildFiles(t, files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	checkOutput(t, out, "markdown")
}

// The check itself must see what it is there for.
func TestCheckSeesRawHTML(t *testing.T) {
	for _, bad := range []string{
		`<p><script>alert(1)</script>`, `<img src="x.png" onerror="alert(1)">`, `<a href="javascript:alert(1)">a</a>`,
		`<a href=" java&#9;script:alert(1)">a</a>`,
		`<iframe></iframe>`, `<svg onload="x()"></svg>`, `<p style="x">`, `<form action="data:x">`,
		`<meta http-equiv="refresh" content="0">`,
		`<meta http-equiv="refresh" content="0; url=//evil.example/situs/">`,
		`<meta http-equiv="refresh" content="0; url=https://evil.example/situs/">`,
		`<base href="https://evil.example/">`, `<link rel="stylesheet" href="//evil.example/x.css">`,
		`<script defer src="/situs/aset/sort.0123abcd.js">alert(1)</script>`,
		`<script defer src="/situs/aset/other.0123abcd.js"></script>`,
		`<script defer src="//evil.example/situs/aset/sort.0123abcd.js"></script>`,
	} {
		if faults := checkHTML([]byte(bad)); len(faults) == 0 {
			t.Errorf("%s passes", bad)
		}
	}
	for name, page := range map[string]string{
		"good HTML": `<p><a href="/a/?b=c#d">x</a>` +
			`<script type="application/ld+json">{"a":"b"}</script>`,
		"the page at an old address": `<meta http-equiv="refresh" content="0; url=/situs/berita/x/"><p>a</p>`,
		"our script":                 `<p>a</p><script defer src="/situs/aset/sort.0123abcd.js"></script>`,
	} {
		if faults := checkHTML([]byte(page)); len(faults) > 0 {
			t.Errorf("%s fails: %v", name, faults)
		}
	}
	for row, bad := range map[string]bool{"1,=x": true, "1,x;=1": true, `1,"x;""=1"""`: true, "1,x; @a": true,
		"1,x\t+a": true, "1,-1.5": false, "1,'=x;'=y": false, "1,a=b": false} {
		if faults := checkCSV([]byte("\ufeffa,b\n" + row + "\n")); len(faults) > 0 != bad {
			t.Errorf("%q has the faults %v", row, faults)
		}
	}
}

// checkOutput looks at every file of a built site.
func checkOutput(t *testing.T, out, what string) {
	t.Helper()
	pages := 0
	err := filepath.WalkDir(out, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		var faults []string
		switch filepath.Ext(p) {
		case ".html":
			pages++
			faults = checkHTML(data)
		case ".xml":
			faults = checkXML(data)
		case ".json":
			if !json.Valid(data) {
				faults = []string{"not JSON"}
			}
		case ".csv":
			faults = checkCSV(data)
		case ".ics":
			faults = checkCalendar(string(data))
		}
		for _, f := range faults {
			t.Errorf("%s: %s: %s", what, p, f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages < 10 {
		t.Errorf("%s: only %d pages were looked at", what, pages)
	}
}

var forbidden = []string{"iframe", "object", "embed", "base", "form", "style", "applet", "frame", "math", "portal"}

// isSearch says whether an element is the form that asks the page of the search.
func isSearch(n *html.Node) bool {
	asks := []string{"/cari/", "/en/search/", "/situs/cari/", "/situs/en/search/"}
	return n.Data == "form" && attribute(n, "role") == "search" && slices.Contains(asks, attribute(n, "action"))
}

// checkHTML names everything that could run, frame or reach another site.
func checkHTML(page []byte) []string {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return []string{err.Error()}
	}
	var faults []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains(forbidden, n.Data) && !isSearch(n) {
			faults = append(faults, "element "+n.Data)
		}
		if n.Data == "script" && !isOurs(n) && (attribute(n, "type") != "application/ld+json" ||
			n.FirstChild == nil || !json.Valid([]byte(n.FirstChild.Data))) {
			faults = append(faults, "script")
		}
		if n.Data == "meta" && attribute(n, "http-equiv") != "" && !isOurRefresh(n) {
			faults = append(faults, "meta http-equiv")
		}
		for _, a := range n.Attr {
			if f := checkAttribute(n.Data, a); f != "" {
				faults = append(faults, f)
			}
		}
	}
	return faults
}

// ourRefresh leads from an old address to the present one, on the same site.
var ourRefresh = regexp.MustCompile(`^0; url=/situs/[\w.%/-]*$`)

func isOurRefresh(n *html.Node) bool {
	return attribute(n, "http-equiv") == "refresh" && ourRefresh.MatchString(attribute(n, "content"))
}

var ourScript = regexp.MustCompile(`^/situs/aset/(?:search|sort)\.[0-9a-f]{8}\.js$`)

// isOurs says whether a script is one that the templates bring.
func isOurs(n *html.Node) bool {
	return len(n.Attr) == 2 && n.FirstChild == nil && ourScript.MatchString(attribute(n, "src"))
}

// checkCSV wants a table in which nothing but a number begins like a formula,
// wherever a spreadsheet parts its cells.
func checkCSV(data []byte) []string {
	data, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked {
		return []string{"no byte order mark"}
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return []string{err.Error()}
	}
	for _, separator := range ",;\t|" {
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, true, -1
		parted, err := r.ReadAll()
		if err != nil {
			return []string{err.Error()}
		}
		rows = append(rows, parted...)
		for line := range strings.Lines(string(data)) { // as one that knows no quotation marks
			rows = append(rows, strings.Split(line, string(separator)))
		}
	}
	var faults []string
	for _, row := range rows {
		for _, cell := range row {
			text := strings.TrimRight(strings.TrimLeft(cell, " \"\u00a0"), "\r\n")
			if _, err := strconv.ParseFloat(text, 64); err != nil && strings.IndexAny(text, "=+-@\t\r") == 0 {
				faults = append(faults, fmt.Sprintf("cell %q", cell))
			}
		}
	}
	return faults
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func checkAttribute(element string, a html.Attribute) string {
	switch key := strings.ToLower(a.Key); {
	case strings.HasPrefix(key, "on"), key == "style", key == "srcdoc", key == "formaction":
		return "attribute " + key
	case key == "href", key == "src", key == "action", key == "xlink:href", key == "poster", key == "srcset",
		key == "data", key == "cite":
		// As a browser reads it: blanks and control characters are dropped.
		address := strings.Map(func(r rune) rune {
			if r <= ' ' {
				return -1
			}
			return r
		}, strings.ToLower(strings.ReplaceAll(a.Val, `\`, "/")))
		scheme, _, ok := strings.Cut(address, ":")
		named := ok && !strings.ContainsAny(scheme, "/?#")
		switch {
		case strings.HasPrefix(address, "//"):
			return "foreign host " + a.Val
		case named && !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme):
			return "scheme " + a.Val
		case named && element != "a" && element != "link":
			return "request to another site " + a.Val
		case named && element == "link" && !strings.HasPrefix(address, "https://contoh.example/"):
			return "request to another site " + a.Val
		}
	}
	return ""
}

func checkXML(data []byte) []string {
	for dec := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return []string{err.Error()}
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "script" {
			return []string{"script element"}
		}
	}
}

func checkCalendar(text string) []string {
	known := []string{"BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE",
		"SUMMARY", "LOCATION", "URL"}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		name, _, _ := strings.Cut(line, ":")
		if !strings.HasPrefix(line, " ") && !slices.Contains(known, name) || len(line) > 75 {
			return []string{"line " + line}
		}
	}
	return nil
}
