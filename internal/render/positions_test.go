package render

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"strings"
	"testing"
)

// Whatever a value is, it is written as html/template escapes it.
func TestAsEscaped(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Fields("https:// http:// HTTPS:// mailto: javascript: data: / // /a /a:b # ? % %4 %41 %zz " +
		"%C3%A9 & &amp; &#39; + < > \" ' ` = air é 漢 \u00a0 \u2028 \ufdd0 \uffff <b> </title> --> {{ \\ \x7f \xff \xc3")
	pieces = append(pieces, "", " ", "\n", "\x00")
	for range 100_000 {
		var value strings.Builder
		for range random.IntN(6) {
			value.WriteString(pieces[random.IntN(len(pieces))])
		}
		if random.IntN(4) == 0 {
			value.WriteByte(byte(random.IntN(256)))
		}
		for i := range positions() {
			p := &positions()[i]
			var b bytes.Buffer
			p.write(&b, []byte(value.String()))
			if want := p.ask(value.String()); b.String() != want {
				t.Fatalf("%q at %v is written as %q, not as %q", value.String(), p.escapers, b.String(), want)
			}
		}
	}
}

// Templates show the same with escapers and without, and only values of views are shown without.
func TestSpared(t *testing.T) {
	const text = `{{define "say"}}{{.}}{{with .}}{{.}}{{end}}{{end}}{{define "kept"}}{{with .Text}}{{.}}{{end}}{{end}}` +
		`<title>{{.Text}}</title><p title="{{.Text}}" class={{.Text}}>{{.Text}}</p><a href="{{.URL}}">{{.Number}}</a>` +
		`<a href="/?q={{.Text}}">{{with .URL}}{{.}}{{end}}</a>{{with part "x" .}}{{.}}{{end}}` +
		`{{template "say" (part "x" .)}}{{$made := part "x" .}}{{$made}}{{with $made}}{{.}}{{end}}{{range .List}}<b>{{.}}{{$.Text}}</b>{{else}}` +
		`{{.}}{{end}}{{template "say" .Text}}{{template "kept" .}}{{part "x" .}}<i title="{{part "x" .}}">{{or .Empty .Text}}</i>` +
		`<script>{{.Text}}</script><style>p{color:{{.Text}}}</style>{{if .Empty}}{{else}}{{.Text}}{{end}}{{.None}}{{.Yes}}`
	type view struct {
		Text, URL, Empty string
		Number           int
		List             []string
		None             *string
		Yes              bool
	}
	shown := func(spared bool, v view) (string, int) {
		r := &edition{set: template.Must(template.New("page").Funcs(template.FuncMap{
			"part": func(string, any) asIs { return "<em>'a+b'</em>" },
		}).Parse(text))}
		r.escapeAll([]string{"page"})
		if spared {
			r.spare()
		}
		var b bytes.Buffer
		if err := r.run(&b, "page", v); err != nil {
			t.Fatal(err)
		}
		return b.String(), strings.Count(r.set.Lookup("page").Tree.Root.String(), "\x00")
	}
	for _, v := range []view{
		{Text: "air", URL: "/air/", List: []string{"a", "b"}},
		{Text: "<b>'1 + 1' & \"2\"</b>", URL: "javascript:alert(1)", Number: -1, List: []string{"<"}},
		{Text: "\x00\x00", URL: "https://a.example/?a=1&b=%20 é", Yes: true},
	} {
		want, _ := shown(false, v)
		got, signals := shown(true, v)
		if got != want {
			t.Errorf("shown is\n%s\nnot\n%s", got, want)
		}
		if signals < 9 {
			t.Errorf("%d values are shown without escapers", signals)
		}
	}
}
