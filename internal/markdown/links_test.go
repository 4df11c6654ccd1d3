package markdown

import (
	"slices"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	const src = "[a](kecamatan:x-y#z) [b](NEWS:q)\n" +
		"é [c](../d.md?x=1#y) ![e *f*](g.jpg \"T\\\"\") [h](/i) [j](#k) <news:m>\n\n" +
		"> [n][ref] ![o][ref]\n\n[ref]: p\\\\q%20&amp;r.md 'S'\n"
	doc := mustParse(t, src)
	want := []Link{
		{Scheme: "kecamatan", To: "x-y", Fragment: "z", Line: 1, Col: 1},
		{Scheme: "news", To: "q", Line: 1, Col: 22},
		{To: "../d.md?x=1", Fragment: "y", Line: 2, Col: 3},
		{To: "g.jpg", Image: true, Alt: "e f", Line: 2, Col: 22},
		{To: "/i", Line: 2, Col: 44},
		{Fragment: "k", Line: 2, Col: 52},
		{Scheme: "news", To: "m", Line: 2, Col: 60},
		{To: "p/q%20&r.md", Line: 4, Col: 3},
		{To: "p/q%20&r.md", Image: true, Alt: "o", Line: 4, Col: 12},
	}
	got := slices.Clone(doc.Links)
	for i := range got {
		got[i].At = 0
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestRender(t *testing.T) {
	doc := mustParse(t, "[a](b 't') ![c](d 't') [e](f) ![g](h)")
	const img = ` loading="lazy" decoding="async">`
	for _, c := range []struct {
		addr []Address
		want string
	}{
		{nil, `<p><a title="t">a</a> <img alt="c" title="t"` + img + ` <a>e</a> <img alt="g"` + img + "</p>\n"},
		{
			[]Address{{URL: `/x?a&"`}, {URL: "/y", Width: 3, Height: 4}, {}, {URL: "/z", Width: 3}},
			`<p><a href="/x?a&amp;&quot;" title="t">a</a> <img src="/y" width="3" height="4" alt="c" title="t"` + img +
				` <a>e</a> <img src="/z" alt="g"` + img + "</p>\n",
		},
	} {
		if got := doc.Render(c.addr, named); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}

// TestWebLinks wants an address on the web to stand as it was written until the
// caller gives another, and a picture from there to have none.
func TestWebLinks(t *testing.T) {
	doc := mustParse(t, "é [a](https://x.id/é?b&c#d 't') <http://x.id> www.x.id localhost:80 [e](localhost:8080/f) "+
		"[i](10.0.0.2:80)\n\n![g](https://x.id/h.jpg)")
	want := []Link{
		{Scheme: "https", To: "https://x.id/é?b&c#d", Line: 1, Col: 3},
		{Scheme: "http", To: "http://x.id", Line: 1, Col: 33},
		{Scheme: "http", To: "http://www.x.id", Line: 1, Col: 47},
		{Scheme: "http", To: "http://localhost:8080/f", Line: 1, Col: 69},
		{Scheme: "http", To: "http://10.0.0.2:80", Line: 1, Col: 91},
		{Scheme: "https", To: "https://x.id/h.jpg", Line: 3, Col: 1, Image: true, Alt: "g"},
	}
	for i, l := range doc.Links {
		if !l.IsWeb() || (l.filled == 0) != l.Image {
			t.Errorf("%+v", l)
		}
		if l.At, l.filled = 0, 0; i >= len(want) || l != want[i] {
			t.Errorf("link %d: %+v", i, l)
		}
	}
	written := doc.Render(nil, named)
	if written != doc.HTML || !strings.Contains(written, `<a href="https://x.id/%C3%A9?b&amp;c#d" title="t">a</a>`) ||
		strings.Contains(written, "src") {
		t.Errorf("as written: %s", written)
	}
	given := doc.Render([]Address{{URL: "/1"}, {}, {URL: "/3"}, {}, {}, {URL: "/5", Width: 1, Height: 2}}, named)
	const shown = `<p>é <a href="/1" title="t">a</a> <a href="http://x.id">http://x.id</a> <a href="/3">www.x.id</a> ` +
		`localhost:80 <a href="http://localhost:8080/f">e</a> <a href="http://10.0.0.2:80">i</a></p>` + "\n" +
		`<p><img src="/5" width="1" height="2" alt="g" loading="lazy" decoding="async"></p>` + "\n"
	if given != shown {
		t.Errorf("as given: %s", given)
	}
	lost := doc.Render([]Address{{Lost: true}, {}, {Lost: true}}, named)
	if !strings.HasPrefix(lost, `<p>é <a title="t">a</a> <a href="http://x.id">http://x.id</a> <a>www.x.id</a> `) {
		t.Errorf("lost: %s", lost)
	}
}

// TestFilesOnDisk wants what lies on the editor's machine to be told, and not printed.
func TestFilesOnDisk(t *testing.T) {
	for _, written := range []string{
		"file:///C:/situs/foto.jpg", "FILE:///etc/passwd", `C:\situs\foto.jpg`, "d:/foto.jpg",
	} {
		doc := mustParse(t, "[a](<"+written+">) ![b](<"+written+">)")
		if len(doc.Links) != 2 || !doc.Links[0].IsOnDisk() || !doc.Links[1].IsOnDisk() || doc.Links[0].To != written {
			t.Errorf("%s: %+v", written, doc.Links)
		}
		if strings.Contains(doc.Render(nil, named), "=\"f") || strings.Contains(doc.HTML, "etc") {
			t.Errorf("%s: %s", written, doc.HTML)
		}
	}
}

func TestExternalLinks(t *testing.T) {
	for src, want := range map[string]string{
		"[a](http://x.id)":                      `<a href="http://x.id">a</a>`,
		"[a](HTTPS://x.id/é?a=1&b=2#c \"t\")":   `<a href="https://x.id/%C3%A9?a=1&amp;b=2#c" title="t">a</a>`,
		"[a](<https://x.id/a b\">)":             `<a href="https://x.id/a%20b%22">a</a>`,
		"[a](https:\\\\\\\\x.id\\\\a)":          `<a href="https://x.id/a">a</a>`,
		"[a](https://x.id/50%)":                 `<a href="https://x.id/50%25">a</a>`,
		"[a](mailto:a@b.id)":                    `<a href="mailto:a@b.id">a</a>`,
		"[a](tel:+62-21)":                       `<a href="tel:+62-21">a</a>`,
		"<https://x.id/?a&b>":                   `<a href="https://x.id/?a&amp;b">https://x.id/?a&amp;b</a>`,
		"[a](mailto:a@b.id,c%40d.id?subject=e)": `<a href="mailto:a@b.id,c%40d.id?subject=e">a</a>`,
		"[a](mailto:?subject=b)":                `<a href="mailto:?subject=b">a</a>`,
		"<a@b.id>":                              `<a href="mailto:a@b.id">a@b.id</a>`,
		"https://x.id:80/a(b).":                 `<a href="https://x.id:80/a(b)">https://x.id:80/a(b)</a>.`,
		"(lihat http://x.id/a)":                 `(lihat <a href="http://x.id/a">http://x.id/a</a>)`,
		"*www.x.id*, a.b@x.id.": `<em><a href="http://www.x.id">www.x.id</a>` +
			`</em>, <a href="mailto:a.b@x.id">a.b@x.id</a>.`,
		"http://x.id/a&copy;":                        `<a href="http://x.id/a">http://x.id/a</a>©`,
		"ftp://x.id http://x www. xhttp://x.id a@b-": "ftp://x.id http://x www. xhttp://x.id a@b-",
		"[<http://x.id> *y*](http://z.id)":           `<a href="http://z.id">http://x.id <em>y</em></a>`,
		"[http://x.id](http://z.id)":                 `<a href="http://z.id">http://x.id</a>`,
	} {
		if got := mustParse(t, src).HTML; got != "<p>"+want+"</p>\n" {
			t.Errorf("%q\n got %s\nwant %s", src, got, want)
		}
	}
}

// badAddresses do not get past the allow-list, by whatever way they come.
var badAddresses = []string{
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)",
	"javascript&#x3a;alert(1)", "&#106;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
	"java&#10;script:alert(1)", "&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "&nbsp;javascript:alert(1)",
	"java%73cript:alert(1)", "javascript%3Aalert(1):x",
	"data:text/html;base64,PHN2Zz4=", "DATA:image/svg+xml,x", "vbscript:x", "blob:x",
	"feed:javascript:alert(1)", "view-source:x", "about:blank", "ftp://x.id", "ws://x.id", "intent:x", "x-y+z.1:a",
	"//x.id/y", "\\\\\\\\x.id", "/\\\\x.id", "\\\\/x.id", "&sol;/x.id", "&#32;//x.id",
	"http:x.id", "http:/x.id", "http:///x.id", "https:", "https://", "http:\\\\x.id", "https://?x", ":x", "1:2", "é:x",
}

func TestBadSchemes(t *testing.T) {
	for _, bad := range badAddresses {
		checkRefused(t, "[teks](<"+bad+">)", "<p>teks</p>\n")
		checkRefused(t, "![teks](<"+bad+">)", "<p>teks</p>\n")
		checkRefused(t, "[teks][r]\n\n[r]: <"+bad+">", "<p>teks</p>\n")
	}
	for _, bad := range []string{"javascript:alert(1)", "DATA:x", "ftp://x.id", "http:x.id"} {
		checkRefused(t, "<"+bad+">", "<p>"+bad+"</p>\n")
	}
	checkRefused(t, "![teks](kecamatan:x)", "<p>teks</p>\n")
	checkRefused(t, "![teks](mailto:a@b.id)", "<p>teks</p>\n")
	for _, dest := range []string{
		"mailto:redaksi@", "mailto:redaksi", "mailto:", "MAILTO:@b.id", "mailto:a@b.id,c@", "mailto:a%40",
		"mailto:a@?subject=b",
	} {
		checkRefused(t, "[teks]("+dest+")", "<p>teks</p>\n")
	}
}

func checkRefused(t *testing.T, src, want string) {
	t.Helper()
	doc, faults := newParser().Parse([]byte(src))
	if doc.HTML != want || len(doc.Links) > 0 {
		t.Errorf("%q: got %s with %d links", src, doc.HTML, len(doc.Links))
	}
	if len(faults) != 1 || faults[0].Line != 1 || faults[0].Col != 1 ||
		faults[0].Kind != BadScheme {
		t.Errorf("%q: faults %+v", src, faults)
	}
}

func at(kind FaultKind, line, col int, text string) Fault {
	return Fault{Kind: kind, Line: line, Col: col, Text: text}
}

func TestFaults(t *testing.T) {
	long := strings.Repeat("é", 200)
	for _, c := range []struct {
		src  string
		want []Fault
		html string
	}{
		{"a <b>c</b>", []Fault{at(RawHTML, 1, 3, "<b>")}, "<p>a c</p>\n"},
		{"é <!-- x -->\n<a\n href='x'>y <?p?>",
			[]Fault{at(Comment, 1, 3, "<!-- x -->"), at(RawHTML, 2, 1, "<a href='x'>"), at(HiddenHTML, 3, 13, "<?p?>")},
			"<p>é \ny</p>\n"},
		{"a\n\n- b\n\n  <div>\n  <script>x</script>\n\nc",
			[]Fault{at(RawHTML, 5, 3, "<div>"), at(HiddenHTML, 6, 3, "<script>x</script>")},
			"<p>a</p>\n<ul>\n<li>\n<p>b</p>\n</li>\n</ul>\n<p>c</p>\n"},
		{"<script>\nx\n\ny</script>\n\nz", []Fault{at(HiddenHTML, 1, 1, "<script> x y</script>")}, "<p>z</p>\n"},
		{"![](a.jpg)", []Fault{at(NoAlt, 1, 1, "a.jpg")}, `<p><img alt="" loading="lazy" decoding="async"></p>` + "\n"},
		{"b ![ <i> ](a.jpg)", []Fault{at(RawHTML, 1, 6, "<i>"), at(NoAlt, 1, 3, "a.jpg")},
			`<p>b <img alt="  " loading="lazy" decoding="async"></p>` + "\n"},
		{"[*a*](x:" + long + ")", []Fault{at(BadScheme, 1, 1, "x:"+long[:2*77]+"…")}, "<p><em>a</em></p>\n"},
		{"a < b <3 <é> <a b=>", nil, "<p>a &lt; b &lt;3 &lt;é&gt; &lt;a b=&gt;</p>\n"},
	} {
		doc, faults := newParser().Parse([]byte(c.src))
		for i := range faults {
			faults[i].Better, faults[i].Element = "", ""
		}
		if !slices.Equal(faults, c.want) {
			t.Errorf("%q: got faults %+v\nwant %+v", c.src, faults, c.want)
		}
		if doc.HTML != c.html {
			t.Errorf("%q: got %q\nwant %q", c.src, doc.HTML, c.html)
		}
	}
}

// What was meant as a link is told from brackets of prose.
func TestSlips(t *testing.T) {
	for src, want := range map[string]string{
		"![x](foto rapat.png)":          "<foto rapat.png>",
		"[n](news: a)":                  "[n](news:a)",
		"[s] (news:a)":                  "[s](news:a)",
		"[v][ref]":                      "[v](…)",
		"[z](news:a":                    "[z](news:a)",
		"(a)[https://x.id]":             "[a](https://x.id)",
		"![a] (a.jpg)":                  "![a](a.jpg)",
		"[a](https://x.id “b”)":         "[a](https://x.id \"b\")",
		"#Tanpa spasi":                  "# Tanpa spasi",
		"[a [b] c](x y.pdf)":            "<x y.pdf>",
		"- [a] (https://x.id/(b)) lagi": "[a](https://x.id/(b))",
		"[sic]":                         "",
		"[sic] (lihat [1])":             "",
		"[1][2] [x] (dan/atau)":         "",
		`\[a\](b c)`:                    "",
		`\[a](b c)`:                     "",
		"`[a] (b.jpg)`":                 "",
		"[[a](b)] (c)":                  "",
		"#hashtag":                      "",
		"#1 di sini":                    "",
		"] (a.jpg) )[":                  "",
		"[^1] [x][^1]\n\n[^1]: a":       "",
	} {
		_, faults := newParser().Parse([]byte(src))
		got := ""
		if len(faults) > 0 {
			got = faults[0].Better
		}
		if got != want || len(faults) > 1 || len(faults) == 1 && want == "" {
			t.Errorf("%q: got %+v, want %q", src, faults, want)
		}
	}
}

func TestLinksUnseen(t *testing.T) {
	for _, src := range []string{
		"[](/berita/)", "[ ](/berita/)", "[\u200b](https://contoh.example/)", "[&nbsp;](#isi)", "[\u00ad\u00a0](/a)",
		"[][a]\n\n[a]: /x", "[]( <mailto:a@contoh.example>)",
	} {
		doc, faults := newParser().Parse([]byte(src))
		unseen := len(faults) == 1 && faults[0].Kind == LinkUnseen && faults[0].Col == 1
		if !unseen || !strings.Contains(doc.HTML, "<a") {
			t.Errorf("%q: %v", src, faults)
		}
	}
	for _, src := range []string{
		"[a](/b)", "[![a](b.jpg)](/b)", "[**![a](b.jpg)**](/b)", "[`a`](/b)", "[—](/b)", "[😀](/b)", "[{a}](/b)",
		"[a<br>](/b)", "[[^1]](/b)\n\n[^1]: c",
	} {
		_, faults := newParser().Parse([]byte(src))
		for _, f := range faults {
			if f.Kind == LinkUnseen {
				t.Errorf("%q: %v", src, f)
			}
		}
	}
}
