package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

var (
	allowedElements = strings.Fields("html head body p h2 h3 h4 h5 h6 em strong del code pre blockquote ul ol li hr " +
		"br a img " +
		"div table thead tbody tr th td input sup section")
	allowedAttributes = strings.Fields("id class href src title alt width height loading decoding start role type " +
		"checked disabled value tabindex aria-label")
	allowedSchemes = []string{"", "http", "https", "mailto", "tel"}
)

// unsafe returns what in s could do harm in a page, or "". It reads s as a browser
// would, with a parser that has nothing in common with the writer.
func unsafe(s string) string {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return err.Error()
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			return "a comment: " + n.Data
		case html.ElementNode:
			if problem := unsafeElement(n); problem != "" {
				return problem
			}
		}
	}
	return ""
}

func unsafeElement(n *html.Node) string {
	if !slices.Contains(allowedElements, n.Data) {
		return "an element: " + n.Data
	}
	for _, a := range n.Attr {
		if !slices.Contains(allowedAttributes, a.Key) {
			return "an attribute: " + a.Key
		}
		if a.Key == "href" || a.Key == "src" {
			if problem := unsafeURL(a.Val, a.Key == "src"); problem != "" {
				return problem
			}
		}
	}
	return ""
}

func unsafeURL(s string, image bool) string {
	s = strings.Map(func(r rune) rune { // as browsers begin
		if r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, strings.TrimFunc(s, func(r rune) bool { return r <= ' ' }))
	scheme := ""
	if i := strings.IndexAny(s, `:/?#\`); i >= 0 && s[i] == ':' {
		scheme = strings.ToLower(s[:i])
	}
	if !slices.Contains(allowedSchemes, scheme) || image && scheme != "" {
		return "a scheme: " + s
	}
	if scheme == "" && strings.HasPrefix(strings.ReplaceAll(s, `\`, "/"), "//") {
		return "another host: " + s
	}
	return ""
}

// check fails the test unless what Parse makes of src is safe and coherent.
func check(t *testing.T, src string) {
	t.Helper()
	doc, faults := newParser().Parse([]byte(src))
	if problem := unsafe(doc.HTML); problem != "" {
		t.Fatalf("%q: %s\n%s", src, problem, doc.HTML)
	}
	addr := make([]Address, len(doc.Links))
	last := 0
	for i, l := range doc.Links {
		open := "<a"
		if l.Image {
			open = "<img"
		}
		if l.At < last || l.At > len(doc.HTML) || !strings.HasSuffix(doc.HTML[:l.At], open) {
			t.Fatalf("%q: hole %d at %d is in no %s of\n%s", src, i, l.At, open, doc.HTML)
		}
		if l.Line < 1 || l.Col < 1 || l.Scheme != "" && l.Scheme != "kecamatan" && l.Scheme != "news" && !l.IsWeb() &&
			!l.IsOnDisk() {
			t.Fatalf("%q: link %+v", src, l)
		}
		last = l.At
		addr[i].URL = fmt.Sprint("/hole-", i)
	}
	last = 0
	for _, x := range doc.Tables {
		if x.At <= last || !strings.HasSuffix(doc.HTML[:x.At], ` tabindex="0"`) || doc.HTML[x.At] != '>' {
			t.Fatalf("%q: a table at %d in\n%s", src, x.At, doc.HTML)
		}
		last = x.At
	}
	rendered := doc.Render(addr, named)
	if got := strings.Count(rendered, ` aria-label="Tabel: `); got != len(doc.Tables) {
		t.Fatalf("%q: %d of %d tables are named\n%s", src, got, len(doc.Tables), rendered)
	}
	if problem := unsafe(rendered); problem != "" {
		t.Fatalf("%q: %s\n%s", src, problem, rendered)
	}
	if got := strings.Count(rendered, `="/hole-`); got != len(addr) {
		t.Fatalf("%q: %d of %d holes are filled\n%s", src, got, len(addr), rendered)
	}
	for _, f := range faults {
		if f.Line < 1 || f.Col < 1 || f.Kind == Broken || len([]rune(f.Text)) > maxLostText {
			t.Fatalf("%q: fault %+v", src, f)
		}
	}
}

// attacks are bodies that tried to bring something harmful into a page.
var attacks = []string{
	"<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>",
	"a <img src=x onerror=alert(1)>",
	"<iframe src=//x.id></iframe>", "<svg/onload=alert(1)>", "<style>*{}</style>", "<!-- x -->", "a <!-- x --> b",
	"<a href='javascript:x'>y</a>",
	"<!DOCTYPE html>", "<?php ?>", "<![CDATA[<script>]]>", "<scr<script>ipt>alert(1)</script>", "\\<script>",
	"&lt;script&gt;alert(1)&lt;/script&gt;",
	"[a](javascript:alert(1))", "[a](b \"\\\" onclick=\\\"alert(1)\")", "[a](b '\" onclick=\"x')",
	"![a\" onerror=\"x](b)", "![a](b \"&quot; onerror=x\")",
	"[a](\" onclick=x)", "[a](<b\" onclick=\"x>)", "[a](https://x.id/\"onclick=x)", "[a](https://x.id/'><script>)",
	"<https://x.id/\"onclick=x>",
	"https://x.id/\"onclick=x", "https://x.id/<script>", "www.x.id/\"><script>", "```\"><script>\nx\n```",
	"```js\" onclick=\"x\n```", "# \"><script>x</script>",
	"# a\" onclick=\"x", "`<script>`", "    <script>", "|<script>|\n|-|\n|<img onerror=x>|", "- <script>\n",
	"> <script>", "[^<b>]\n\n[^<b>]: <script>",
	"![<script>](a)", "![a](javascript:x)", "![a](data:image/svg+xml,x)", "[<img src=x onerror=y>](b)",
	"[a]: javascript:x\n\n[a]", "<javascript:x>",
	"[a](&#x6A;avascript:x)", "[a](kecamatan:javascript:x)", "[a](news:\"onclick=x)", "a\x00<script\x00>",
	"[a](java\x00script:x)", "[a](\x01javascript:x)",
	"<a\nhref=x>", "</p><script>", "a</script>", "*a <b*c>*", "[a](b)<i>[c](d)</i>", "[x](mailto:a\"b)", "<a\"b@c.id>",
	"[a][b]\n\n[b]: <c> \"<script>\"",
	"<ul><li onclick=x>a<script>b</script></ul>", "<p><img src=x onerror=y> a", "<pre><script>alert(1)</script></pre>",
	"<![CDATA[<img src=x>]]>",
	"<!--><script>alert(1)</script>-->", "<!-- --!> <script>x</script> -->", "{{<script>alert(1)</script>}}",
	"[[<img src=x onerror=y>]]", "[caption]<script>x[/caption]",
	"<scr\nipt>alert(1)</script>", "<textarea><script>x</textarea>", "[<script>]: <script>", "[^1]: <script>x</script>",
	"|a|\n|-|\n|b|<img src=x onerror=y>|",
}

func TestSafe(t *testing.T) {
	for _, src := range slices.Concat(attacks, nasty) {
		check(t, src)
	}
	for _, bad := range badAddresses {
		check(t, "[a](<"+bad+">) ![a](<"+bad+">) <"+bad+"> "+bad+" [a]["+bad+"]\n\n["+bad+"]: <"+bad+">")
	}
}

// TestCheckerSees shows that the checker would notice.
func TestCheckerSees(t *testing.T) {
	open := goldmark.New(goldmark.WithRendererOptions(ghtml.WithUnsafe()))
	for _, src := range []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<iframe src=//x.id></iframe>",
		"<style>*{}</style>", "<!-- x -->",
		"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](//x.id)", "![a](https://x.id/a.jpg)",
	} {
		var out bytes.Buffer
		if err := open.Convert([]byte(src), &out); err != nil {
			t.Fatal(err)
		}
		if unsafe(out.String()) == "" {
			t.Errorf("%q passes the checker as %s", src, out.String())
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range slices.Concat(attacks, nasty) {
		f.Add(src)
	}
	f.Add(string(article(2000)))
	f.Add("- a\n\n  > b\n  >\n  > 1. c\n\n| a | b |\n|:--|--:|\n| `x\\|y` | ~~z~~ |\n\n[^n]: note [r]\n\n[r]: s 't'\n" +
		"\nu[^n] ***v*** `w` \\")
	f.Add("•a\n  o b\n\n• c\n\na. d\n   – e\n   – f\nb. g\n\n-h\n-i\n\n1. j\n4. k\n\n2017. l\n\n+ 62\n\n#\u00a0m\nn\n" +
		"---\n\n\to **p**q ~~ r ~~ _s_t")
	f.Fuzz(check)
}

func FuzzLinks(f *testing.F) {
	for _, bad := range badAddresses {
		f.Add(bad)
	}
	for _, good := range []string{
		"../a.md#b", "/c?d=e&f", "kecamatan:g#h", "https://i.id/j k", "mailto:l@m.id", "#n", "%41", "é\\o",
	} {
		f.Add(good)
	}
	p := newParser()
	f.Fuzz(func(t *testing.T, dest string) {
		check(t, "[a](<"+dest+">) ![b]("+dest+") <"+dest+"> "+dest+"\n\n[c]: "+dest)
		a := p.address(dest)
		if a.reach != outer {
			return
		}
		printed := html.UnescapeString(string(appendURL(nil, a.url)))
		if problem := unsafeURL(printed, false); problem != "" {
			t.Fatalf("%q: %s", dest, problem)
		}
		if u, err := url.Parse(printed); err == nil && a.isWeb() && u.Host == "" {
			t.Fatalf("%q: %s has no host", dest, printed)
		}
	})
}
