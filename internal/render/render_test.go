package render_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"blandongan/internal/diag"
	"blandongan/internal/formats"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/views"
)

// builtin are the smallest templates of a site.
func builtin() fstest.MapFS {
	return texts(map[string]string{
		"base.html":      `<head>{{slot "head"}}</head><body><p>{{.Title}}</p>{{slot "main"}}</body>`,
		"head.html":      `<title>{{.}}</title>`,
		"home.html":      `{{word "home"}} {{.}}`,
		"redirect.html":  `<a href="{{.}}">x</a>`,
		"parts/a.html":   `{{define "card"}}<b>{{.}}</b>{{end}}`,
		"assets/main.js": `1`,
	})
}

func texts(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

// rendered makes one page of a site that has some templates of its own.
func rendered(own map[string]string, t plan.Target, view any) (string, diag.List) {
	site, names := fstest.MapFS{}, []string{}
	for name, text := range own {
		site[render.Folder+"/"+name] = &fstest.MapFile{Data: []byte(text)}
		names = append(names, render.Folder+"/"+name)
	}
	slices.Sort(names)
	files, problems := render.Read(builtin(), site, names)
	theme, more := render.Parse(files)
	if problems = append(problems, more...); problems.HasErrors() {
		return "", problems
	}
	renderer, more := theme.Renderer(&plan.Plan{
		Targets: []plan.Target{t},
		Prefix:  "/kota/",
		Editions: []plan.Edition{{
			Words:  map[string]string{"home": "Beranda", "copies": "%d dari %d"},
			Frames: map[string]views.Frame{"news": {Title: "A & B"}},
		}},
	}, inOrder)
	if problems = append(problems, more...); problems.HasErrors() {
		return "", problems
	}
	var b bytes.Buffer
	if p := renderer.Page(&b, t, view); p != nil {
		problems = append(problems, *p)
	}
	return b.String(), problems
}

var home = plan.Target{Path: "index.html", Template: "home", Frame: "news", Text: -1}

// A target goes in, bytes come out.
func TestPage(t *testing.T) {
	const around = `<head><title>x</title></head><body><p>A &amp; B</p>%</body>`
	for name, c := range map[string]struct {
		own    map[string]string
		target plan.Target
		view   any
		want   string
	}{
		"the frame, the head and the page": {nil, home, "x", strings.Replace(around, "%", "Beranda x", 1)},
		"values are escaped": {nil, plan.Target{Template: "home", Frame: plan.NoFrame}, `<b>"&`,
			"Beranda &lt;b&gt;&#34;&amp;"},
		"addresses are escaped": {nil, plan.Target{Template: "redirect", Frame: plan.NoFrame}, "javascript:1",
			`<a href="#ZgotmplZ">x</a>`},
		"the site's own template": {map[string]string{"home.html": `{{word "copies" 1 2}}`}, home, "x",
			strings.Replace(around, "%", "1 dari 2", 1)},
		"a part, and parts with words between them": {
			map[string]string{"home.html": `{{part "card" "x"}}{{parts "card" " & " .}}`},
			plan.Target{Template: "home", Frame: plan.NoFrame}, []string{"y", "z"},
			"<b>x</b><b>y</b> &amp; <b>z</b>"},
		"an asset": {map[string]string{"home.html": `{{asset "main.js"}}`},
			plan.Target{Template: "home", Frame: plan.NoFrame}, "x", "/kota/aset/main.6b86b273.js"},
		"a text": {nil, plan.Target{Path: "robots.txt"}, formats.Plain("a\n<b>"), "a\n<b>"},
		"a table": {nil, plan.Target{Path: "a.csv"}, formats.CSV{Rows: [][]string{{"a", "b,c"}}},
			"\ufeffa,\"b,c\"\r\n"},
		"data": {nil, plan.Target{Path: "a.json"}, formats.JSON{Value: []string{"<é>"}}, "[\"<é>\"]\n"},
	} {
		got, problems := rendered(c.own, c.target, c.view)
		if got != c.want || len(problems) > 0 {
			t.Errorf("%s: %q, not %q; problems %v", name, got, c.want, problems)
		}
	}
}

// A broken template is said where it is broken.
func TestBrokenTemplates(t *testing.T) {
	const base = `<head>{{slot "head"}}</head>{{slot "main"}}`
	for name, c := range map[string]struct {
		file, text string
		code       diag.Code
		line, col  int
		args       string // of the sentence
	}{
		"not closed":       {"home.html", "a\n{{if .}}", "template-syntax", 2, 0, "unexpected EOF"},
		"no such function": {"home.html", "a\n {{loud .}}", "template-function", 2, 0, "loud"},
		"no such word":     {"home.html", "a\n {{word \"hom\"}}", "template-word", 2, 4, "hom"},
		"no such asset":    {"home.html", "{{asset \"x.css\"}}", "template-asset", 1, 3, "x.css"},
		"no such piece":    {"home.html", "{{template \"x\"}}", "template-missing", 1, 12, "x"},
		"no such field":    {"home.html", "<p>\n{{.Titel}}", "template-field", 2, 3, "Titel"},
		"parts of no list": {"home.html", "{{parts \"card\" \"\" .}}", "template-list", 1, 3, "card"},
		"a part of itself": {"home.html", `{{define "x"}}{{part "x" .}}{{end}}{{part "x" .}}`,
			"template-cycle", 1, 0, "x"},
		"nothing in it":         {"home.html", " \n", "template-empty", 0, 0, ""},
		"a gap too few":         {"base.html", `<head>{{slot "head"}}</head>`, "template-slot", 1, 1, "main"},
		"a gap too many":        {"base.html", base + "\n" + base, "template-slot", 2, 7, "head"},
		"a byte of another set": {"home.html", "a\n\xe9", "file-not-utf8", 2, 1, ""},
		"without end": {"home.html", "a\n{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}",
			"template-endless", 2, 0, ""},
		"a file that nothing uses": {"hom.html", "a", "file-unknown", 0, 0, ""},
	} {
		_, problems := rendered(map[string]string{c.file: c.text}, home, struct{ Title string }{"x"})
		if len(problems) != 1 {
			t.Errorf("%s: %d problems: %v", name, len(problems), problems)
			continue
		}
		p := problems[0]
		if p.Code != c.code || p.Place.File != "templates/"+c.file || p.Place.Line != c.line ||
			c.col > 0 && p.Place.Col != c.col || !strings.Contains(p.Text(diag.English), c.args) {
			t.Errorf("%s: %s at %s: %s", name, p.Code, p.Place, p.Text(diag.English))
		}
	}
}

func inOrder(n int, do func(int)) {
	for i := range n {
		do(i)
	}
}
