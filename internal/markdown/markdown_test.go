package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// rounds is how many random bodies a test tries.
func rounds(full int) int {
	if testing.Short() {
		return full / 20
	}
	return full
}

func newParser() *Parser { return New(Options{Schemes: []string{"kecamatan", "News"}}) }

// named is how a table is called in tests.
func named(under string, number int) string {
	if number > 1 {
		under += fmt.Sprintf(" (%d)", number)
	}
	return "Tabel: " + under
}

// mustParse fails the test if src has a fault.
func mustParse(t *testing.T, src string) *Doc {
	t.Helper()
	doc, faults := newParser().Parse([]byte(src))
	for _, f := range faults {
		t.Errorf("%q: unexpected fault %v: %+v", src, f.Kind, f)
	}
	return doc
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"empty", "", ""},
		{"paragraph", "satu\ndua", "<p>satu\ndua</p>\n"},
		{"hard breaks", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"},
		{"first level becomes second", "# A", "<h2 id=\"a\">A</h2>\n"},
		{"levels", "## A\n### B\n###### C", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h6 id=\"c\">C</h6>\n"},
		{"underlined headings", "A\n===\n\nB\n----", "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>\n"},
		{"emphasis", "*a* **b** ***c*** _d_",
			"<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em></p>\n"},
		{"strikethrough", "~a~ ~~b~~ ~~~c~~~ \\~~d~", "<p>~a~ <del>b</del> ~~~c~~~ ~~d~</p>\n"},
		{"no typographic quotes", `"a" 'b' -- ...`, "<p>\"a\" 'b' -- ...</p>\n"},
		{"escapes and entities", `\*a\* &amp; &lt; & < > &copy; &#65; &#x42; &nope; \&amp;`,
			"<p>*a* &amp; &lt; &amp; &lt; &gt; © A B &amp;nope; &amp;amp;</p>\n"},
		{"code", "`a < b` `` ` ``", "<p><code>a &lt; b</code> <code>`</code></p>\n"},
		{"code over lines", "`a\nb`", "<p><code>a b</code></p>\n"},
		{"unmatched ticks", "``a` b```", "<p>``a` b```</p>\n"},
		{"code blocks", "```\na & b\n```\n\n```go\n<b>\n```\n~~~\nc\n~~~",
			"<pre><code>a &amp; b\n</code></pre>\n<pre><code class=\"language-go\">&lt;b&gt;\n</code></pre>\n" +
				"<pre><code>c\n</code></pre>\n"},
		{"language is escaped", "```a\"&lt;\n```", "<pre><code class=\"language-a&quot;&lt;\"></code></pre>\n"},
		{"tight list", "- a\n- b\n  1. c\n", "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"},
		{"loose list", "3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"},
		{"task list", "- [ ] a\n- [x] b", "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>\n" +
			"<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> b</li>\n</ul>\n"},
		{"quote", "> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"},
		{"rule", "a\n\n***", "<p>a</p>\n<hr>\n"},
		{"table", "a|b|c|d\n:-|-:|:-:|-\n1|2|3\n",
			"<div class=\"scroll\">\n<table>\n<thead>\n<tr>\n<th class=\"left\">a</th>\n<th class=\"right\">b</th>\n" +
				"<th class=\"center\">c</th>\n<th>d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">1</td>\n" +
				"<td class=\"right\">2</td>\n<td class=\"center\">3</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n" +
				"</div>\n"},
		{"table without rows", "|a|\n|-|",
			"<div class=\"scroll\">\n<table>\n<thead>\n<tr>\n<th>a</th>\n" +
				"</tr>\n</thead>\n</table>\n</div>\n"},
		{"pipe in code in table", "|a|\n|-|\n|`x\\|y` \\||",
			"<div class=\"scroll\">\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n" +
				"<tbody>\n<tr>\n<td><code>x|y</code> |</td>\n</tr>\n</tbody>\n</table>\n</div>\n"},
		{"line ends", "a\rb\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n"},
		{"no characters", "a\x00b\x1bc\xff &#0;&#27;", "<p>a\uFFFDb\uFFFDc\uFFFD \uFFFD\uFFFD</p>\n"},
	} {
		if got := mustParse(t, c.src).HTML; got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.src, got, c.want)
		}
	}
}

func TestFootnotes(t *testing.T) {
	doc := mustParse(t, "a[^x] b[^y] c[^x] [d[^y]](https://a.id)\n\n[^y]: Y\n[^x]: X\n\n    - l\n")
	want := `<p>a<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup>` +
		` b<sup id="fnref:2"><a href="#fn:2" role="doc-noteref">2</a></sup>` +
		` c<sup id="fnref1:1"><a href="#fn:1" role="doc-noteref">1</a></sup>` +
		` <a href="https://a.id">d<sup id="fnref1:2">2</sup></a></p>
<section class="footnotes" role="doc-endnotes">
<ol>
<li id="fn:1">
<p>X</p>
<ul>
<li>l</li>
</ul>
 <a href="#fnref:1" role="doc-backlink">↩︎</a> <a href="#fnref1:1" role="doc-backlink">↩︎</a></li>
<li id="fn:2">
<p>Y <a href="#fnref:2" role="doc-backlink">↩︎</a> <a href="#fnref1:2" role="doc-backlink">↩︎</a></p>
</li>
</ol>
</section>
`
	if doc.HTML != want {
		t.Errorf("got %s\nwant %s", doc.HTML, want)
	}
}

func TestHeadings(t *testing.T) {
	doc := mustParse(t, "# Café & Ömer 中文\n## A-_b *c* `d` ![e](f.jpg) [g](h.md)\n### !!!\n## Judul\n## JUDUL\n"+
		"## judul-2\n## judul\n##\nOne line\n-----\n")
	var got []string
	for _, m := range regexp.MustCompile(`<h([2-6]) id="([^"]*)">`).FindAllStringSubmatch(doc.HTML, -1) {
		got = append(got, m[1]+" "+m[2])
	}
	want := []string{
		"2 café-ömer-中文", "2 a-b-c-d-e-g", "3 bagian", "2 judul", "2 judul-2", "2 judul-2-2", "2 judul-3", "2 bagian-2",
		"2 one-line",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestSourceIsNotWritten holds goldmark back from the memory behind the body: it
// would complete the last line of a code block there.
func TestSourceIsNotWritten(t *testing.T) {
	file := []byte("    kodeX")
	if _, faults := newParser().Parse(file[:len(file)-1]); len(faults) > 0 {
		t.Fatal(faults)
	}
	if string(file) != "    kodeX" {
		t.Errorf("source became %q", file)
	}
}

func TestSeveralGoroutines(t *testing.T) {
	p := newParser()
	src := article(3000)
	want, _ := p.Parse(src)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got, _ := p.Parse(src); got.HTML != want.HTML {
					t.Error("the same source gave different HTML")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestEmptyDoc(t *testing.T) {
	var none *Doc
	for _, d := range []*Doc{none, {}} {
		if got := d.Render(nil, named); got != "" {
			t.Errorf("got %q", got)
		}
	}
}

// A heading does not take an id that the page around it uses, nor does another
// body's heading leave a trace.
func TestReservedIDs(t *testing.T) {
	p := New(Options{Reserved: []string{"sumber"}})
	for range 2 {
		doc, _ := p.Parse([]byte("# Sumber\n\n# Sumber\n\n# Lain\n"))
		for _, id := range []string{"sumber-2", "sumber-3", "lain"} {
			if !strings.Contains(doc.HTML, `id="`+id+`"`) {
				t.Errorf("no %s in %s", id, doc.HTML)
			}
		}
		if strings.Contains(doc.HTML, `id="sumber"`) {
			t.Errorf("a heading took a reserved id: %s", doc.HTML)
		}
	}
}
