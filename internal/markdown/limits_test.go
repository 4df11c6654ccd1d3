package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// fill repeats s until there are n bytes.
func fill(s string, n int) string { return strings.Repeat(s, n/len(s)+1)[:n] }

// number writes format with 0, 1, 2 … until there are n bytes.
func number(format string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func TestLimits(t *testing.T) {
	t.Parallel()
	quotes := func(n int) string { return strings.Repeat("> ", n) + "a" }
	lists := func(n int) string { return strings.Repeat("- ", n) + "a" }
	indented := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	nested := func(n int, open, shut string) string {
		return "x\n\n" + strings.Repeat(open, n) + "b" + strings.Repeat(shut, n)
	}
	table := func(n int) string { return "x\n\n" + strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n" }
	defs := func(n int) string { return "x\n\n" + strings.Repeat("[a]: /b\n", n) }
	notes := func(n int) string { return "x\n\n" + strings.Repeat("[^a]: b\n", n) }

	line := strings.Repeat("word ", 20) + "\n"

	for _, c := range []struct {
		name      string
		fine, not string
		kind      FaultKind
		line, col int
	}{
		{"source", fill(line, maxSource), fill(line, maxSource+1), TooBig, maxSource/len(line) + 1,
			maxSource%len(line) + 1},
		{"lines", fill("\n", 200_000), fill("\n", 200_000+1), TooBig, 200_000 + 1, 1},
		{"quotes", quotes(50), quotes(51), TooDeep, 1, 101},
		{"lists on a line", lists(50), lists(51), TooDeep, 1, 101},
		{"lists by indentation", indented(50), indented(51), TooDeep, 51, 101},
		{"mixed", strings.Repeat("> - ", 25) + "a", strings.Repeat("> - ", 25) + "> a", TooDeep, 1, 101},
		{"emphasis", nested(50, "*a ", " a*"), nested(51, "*a ", " a*"), TooDeep, 3, 1},
		{"strong", nested(50, "**", "**"), nested(51, "**", "**"), TooDeep, 3, 1},
		{"images", nested(50, "![", "](c)"), nested(51, "![", "](c)"), TooDeep, 3, 1},
		{"columns", table(200), table(201), TooWide, 4, 1},
		{"definitions", defs(5000), defs(5001), TooBig, 5003, 1},
		{"footnotes", notes(1000), notes(1001), TooBig, 1003, 1},
		{"tangle", fill("*a b_ ", 60_000), fill("*a b_ ", 120_000), TooComplex, 1, 0},
		{"output", "[a]: /b '" + fill("c", 5000) + "'\n\n" + fill("[a]\n", 40), "[a]: /b '" + fill("c", 5000) +
			"'\n\n" + fill("[a]\n", 400), TooBig, 33, 2},
		{"targets", "[a]: /" + fill("c", 5000) + "\n\n" + fill("[a]\n", 40), "[a]: /" + fill("c", 5000) + "\n\n" +
			fill("[a]\n", 400), TooBig, 33, 2},
	} {
		if _, faults := newParser().Parse([]byte(c.fine)); hasFatal(faults) {
			t.Errorf("%s: just below the limit: %+v", c.name, faults[len(faults)-1])
		}
		doc, faults := newParser().Parse([]byte(c.not))
		if len(faults) != 1 || faults[0].Kind != c.kind || faults[0].Line != c.line ||
			c.col > 0 && faults[0].Col != c.col {
			t.Errorf("%s: got %+v, want %v at %d:%d", c.name, faults, c.kind, c.line, c.col)
		}
		if doc == nil || doc.HTML != "" || len(doc.Links) > 0 {
			t.Errorf("%s: the body is not empty", c.name)
		}
	}
}

func hasFatal(faults []Fault) bool {
	return len(faults) > 0 && isFatal(faults[len(faults)-1].Kind)
}

// TestHonest has the largest article we can think of, and some that are odd but
// honest. None may meet a limit.
func TestHonest(t *testing.T) {
	t.Parallel()
	const link = "[Serpong Utara](kecamatan:serpong-utara) "
	for name, src := range map[string]string{
		"300 KB":              string(article(300 << 10)),
		"1 MB":                string(article(1 << 20)[:1<<20-1000]),
		"links in a line":     strings.Repeat(link, 7000),
		"strong in a line":    strings.Repeat("**"+strings.TrimSpace(link)+"** ", 2000),
		"links by definition": number("[a %[1]d][%[1]d]\n\n", 60_000) + number("[%d]: https://example.org/\n", 60_000),
		"table":               "|a|b|c|\n|-:|-:|-:|\n" + strings.Repeat("|1|2|3|\n", 20_000),
		"wide table": strings.Repeat("|a", 20) + "\n" + strings.Repeat("|-:", 20) + "\n" +
			strings.Repeat(strings.Repeat("|1", 20)+"\n", 500),
		"form":      strings.Repeat("Nama: "+strings.Repeat("_", 60)+"\n\n", 500),
		"footnotes": number("a[^%[1]d]\n\n[^%[1]d]: b\n\n", 12_000),
	} {
		if _, faults := newParser().Parse([]byte(src)); hasFatal(faults) {
			t.Errorf("%s, %d bytes: %+v", name, len(src), faults[len(faults)-1])
		}
	}
}

// repeated are pieces of Markdown that, written over and over, made goldmark or an
// earlier version of this room spend the square of their number.
var repeated = []string{
	"- ", "> ", "* a ", "- > ", "- \n", "a\n", "\n", " ", "\t", "\\\n", "[", "]", "[]", "![", "[a", "[a]", "[a]\n",
	"[a](", "[a](b",
	"[a](b)", "[*a*](b)", "[*a*](b)\n", "[a](<b", "[a](b \"", "[a](b (", "[a][", "[a][b]", "[a]: b\n", "[a]: b\n\n",
	"[a]: b 'c'\n",
	"[a]: b\n\"c\n", "[^a]: b\n", "[^a]", "[^", "*", "_", "~", "`", "*a", "*a ", "a* ", "**a", "*a_ ", "*a _b ", "~a",
	"~~a", "a**b",
	"`a", "``a`", "<", "<a ", "<a b='", "<a b=' \" c=' d=\"", "<!--", "<?", "<a>", "<a\n", "<div>\n\n", "<a@b.c>",
	"<http://a>", "&",
	"&amp;", "&#1;", "\\", "\\*", "www.", "_www.", "_www.a", " www.a.b ", "_http://a", " http://a.b", "http://a.b/(",
	"http://a.b/*", "_a@a",
	"(a@a.b", "(", "# a\n", "#\n", "a\n=\n", "a\n---\n", "~~~\n", "    a\n", "|", "|a\n|-\n|b\n\n", "a|b\n-|-\n",
	":-:|", "|`\\|`", "![a](b)",
	"![[", "](", "[a](", "[a] (b", ")[", "(a)[", "[a][b c", "\x00", "\r", "\xff", "\x80", "中", "- a\n\n", "- [ ] a\n",
	"> - a\n", "+ + + + + + + + + +\n", ">>>>>>>>>>\n", "[![a](b)](c)",
	"{{", "{{\n", "{{ a }}", "{%", "{: a", "[[", "[[a", "[[a]]", "![[", "[b]", "[/b]", "[b]a[/b]", "[b a=\"", "<!--\n",
	"<!-- -->\n", "<!-- ->\n\n", "<?\n\n", "<pre>\n\n", "</pre>",
	"<script>", "<script>\n", "<style></style>", "<b></b>", "<ul>\n<li>\n", "|a|\n\n", "~~~ a b\n", "~~~\n~~~\n",
	"[a]: b\n\n", "[a]: /b\n\n", "[^1]\n\n", "[^a]: b\n\n", "::: a\n\n",
}

// composed are bodies whose first part makes every byte of the second dear.
func composed(n int) map[string]string {
	ticks := ""
	for i := 1; len(ticks) < n/2; i++ {
		ticks += strings.Repeat("`", i) + "a"
	}
	deep := fill("- ", 98)
	return map[string]string{
		"lists, blank lines":      deep + fill("\n", n),
		"markers, blank lines":    fill("- ", n/2) + fill("\n", n/2),
		"lists, indented lines":   deep + "a\n" + fill(strings.Repeat(" ", 98)+"b\n"+strings.Repeat("\n", 300), n),
		"lists, spaces":           deep + "a\n" + fill(strings.Repeat(" ", 1000)+"\n", n),
		"quotes, spaces":          fill(fill(">", 49)+fill(" ", 3000)+"\n", n),
		"quotes, lazy lines":      fill("> ", 98) + "a\n" + fill("a\n", n),
		"backticks":               ticks + fill("a\n", n/2),
		"wide table":              fill("|a", n/3) + "\n" + fill("|-", n/3) + "\n" + fill("a\n", n/3),
		"padded table":            fill("|a", 398) + "\n" + fill("|-", 398) + "\n" + fill("a\n", n),
		"escaped pipes":           "|a|b|\n|-|-|\n" + fill("|`\\|`|`\\|`|\n", n),
		"escaped pipes in a row":  "|a|b|\n|-|-|\n|" + fill("`\\|` ", n),
		"long definition":         "[a]: /" + fill("b", n/2) + "\n\n" + fill("[a]", n/2),
		"long title":              "[a]: /b '" + fill("\"", n/2) + "'\n\n" + fill("[a] ", n/2),
		"label of lines":          "[" + fill("a\n", n) + "]: b",
		"title of lines":          "[a](b \"" + fill("a\n", n) + "\")",
		"definitions":             number("[%d]: a\n", n),
		"notes":                   number("[^%d]: a\n", n/2) + number("[^%d] ", n/2),
		"uses of a note":          number("[^%d]: a\n", 9000) + "\n" + fill("[^900] ", n),
		"brackets round emphasis": fill("[", 900) + fill("*a* ", n) + fill("]", 900),
		"brackets round image":    fill("[", 900) + "![" + fill("*a* ", n) + "](x)" + fill("]", 900),
		"openers, closers":        fill("*a ", n/2) + fill("b_ ", n/2),
		"run of stars":            fill("*", n/2) + "a" + fill("*", n/2),
		"images in images":        fill("![", n/3) + "a" + fill("](b)", 2*n/3),
		"attributes":              "<a" + fill(" b", n),
		"parentheses":             fill("[a]("+fill("(", 5000), n),
		"rules in lists":          fill(fill("+ ", 80)+fill("-", 3000)+"x\n", n),
		"same headings":           number("# a-%d\n", n/2) + fill("# a\n", n/2),
	}
}

// TestHostile counts what is allocated, garbage included, which is more than what
// is ever held at once. So it runs alone. How long it takes is for the test's own time
// limit, which the square of any of these would cross.
func TestHostile(t *testing.T) {
	p := newParser()
	size := 100 << 10
	if testing.Short() {
		size = 10 << 10
	}
	for _, s := range repeated {
		within(t, p, fmt.Sprintf("%q", s), fill(s, size))
		within(t, p, fmt.Sprintf("x and %q", s), "x "+fill(s, size/5)+"\n\nz")
	}
	for name, src := range composed(size) {
		within(t, p, name, src)
	}
	if testing.Short() {
		return
	}
	for name, src := range composed(maxSource - 100) {
		within(t, p, name, src)
	}
	for _, s := range []string{
		"- ", "[", "<", "<a ", "x <?", "x <!--", "*a ", "|a", "a\n", "[a](b)", "[*a*](b)", "![a](b)",
	} {
		within(t, p, fmt.Sprintf("%q, much", s), fill(s, maxSource))
	}
}

func within(t *testing.T, p *Parser, name, src string) {
	t.Helper()
	const most = 256 << 20
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, faults := p.Parse([]byte(src))
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > most && !racing {
		t.Errorf("%s: %d MB allocated for %d bytes", name, n>>20, len(src))
	}
	for _, f := range faults {
		if f.Kind == Broken || f.Line < 1 || f.Col < 1 {
			t.Errorf("%s: %+v", name, f)
		}
	}
}
