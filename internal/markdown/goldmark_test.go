package markdown

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"blandongan/internal/markdown/markup"
)

// outline reduces HTML to its text and to those elements that goldmark's renderer
// and ours print alike. The rest have tables of their own.
func outline(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			lines := strings.Join(strings.Fields(b.String()), " ")
			// we print no empty paragraph
			return strings.Join(strings.Fields(strings.ReplaceAll(lines, "<p> </p>", "")), " ")
		}
		tok := z.Token()
		if kind == html.TextToken {
			b.WriteString(strings.ReplaceAll(tok.Data, "\u00a0", " "))
			continue
		}
		switch tok.Data {
		case "a", "div", "section", "hr":
			continue
		case "h1":
			tok.Data = "h2"
		}
		switch {
		case tok.Data == "img":
			for _, a := range tok.Attr {
				if a.Key == "alt" {
					b.WriteString(a.Val)
				}
			}
		case kind == html.StartTagToken:
			b.WriteString(" <" + tok.Data + "> ")
		case kind == html.EndTagToken:
			b.WriteString(" </" + tok.Data + "> ")
		}
	}
}

// otherDialect reports whether a body has what we read otherwise: lines of HTML, and
// footnotes that goldmark leaves out.
func otherDialect(src string, tree ast.Node, faults []Fault) bool {
	if slices.ContainsFunc(faults, func(f Fault) bool { return f.Kind == NoteUnmarked || f.Kind == NoteTwice }) {
		return true
	}
	html := slices.ContainsFunc(faults, func(f Fault) bool { return f.Kind == RawHTML })
	for line := range strings.Lines(src) {
		_, only := markup.TagsOnly([]byte(strings.TrimLeft(line, "*-> 1.")))
		if html && only && strings.Contains(line, "<") || strings.Contains(line, "<!--") {
			return true
		}
	}
	other := false
	_ = ast.Walk(tree, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		other = other || n.Kind() == ast.KindHTMLBlock || html && n.Kind() == ast.KindCodeBlock
		return ast.WalkContinue, nil
	})
	return other
}

// TestAgainstGoldmark compares us with goldmark as it comes, which passes
// CommonMark's own tests: our parsers of emphasis, tags, code and bare links, and
// our renderer, must read the same document. Where our dialect differs on purpose,
// in stars, tildes, indented code and underlined headings, it has tables of its own.
func TestAgainstGoldmark(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"- ", "> ", "* ", "1. ", "\n", "\n\n", "a", "b ", "_", "__", "`", "``", "[", "]", "(", ")", "![", "<b>", "</b>",
		"<a href='x'>",
		"<a\nb=c/>", "<d e", "=\"f\"", " />", "[a](b)", "[x]: /y", "[^1]", "[^1]: n\n", "|", "|-|-|\n", "http://a.b/c",
		"www.a.b", " ",
		"  ", "\t", "\\", "&amp;", "&#35;", "# ", "___\n", "```\n", "    ", "a@b.co", "<!-- x -->", "é", "x|y\n",
		"-|-\n", "!",
		"- [ ] ", "[x] ", "<http://a.b>", "  \n", "\\\n",
	}
	p, md := New(Options{}), plainGoldmark()
	r := rand.New(rand.NewPCG(1, 2))
	other := regexp.MustCompile(`(?m)^[ \t>]*(-[- \t]*|=+)[ \t]*$|\|-|> \t|(\t|    )[ \t]*#`)
	for range rounds(30_000) {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		// We take a bare link behind a tab for one; goldmark wants a blank.
		src := strings.NewReplacer("\thttp", " http", "\twww", " www", "\ta@", " a@").Replace(b.String())
		var theirs bytes.Buffer
		tree := md.Parser().Parse(text.NewReader(clean([]byte(src))))
		if err := md.Renderer().Render(&theirs, clean([]byte(src)), tree); err != nil {
			t.Fatal(err)
		}
		code := strings.Contains(theirs.String(), "<pre>") &&
			(strings.Contains(src, "\t") || strings.Contains(src, "    "))
		altLink := strings.Contains(src, "![") && strings.Contains(src, "<http")
		ours, faults := p.Parse([]byte(src))
		if code || altLink || other.MatchString(src) || otherDialect(src, tree, faults) {
			continue
		}
		if got, want := outline(ours.HTML), outline(theirs.String()); got != want {
			t.Errorf("%q\n got %s\nwant %s", src, got, want)
		}
	}
}

// TestStarsAgainstGoldmark compares stars between words and blanks, where our rule is
// CommonMark's.
func TestStarsAgainstGoldmark(t *testing.T) {
	t.Parallel()
	pieces := []string{"*", "**", "***", "a", "b c", " ", " ", "\n", " \\* e", "`d`"}
	p, md := New(Options{}), plainGoldmark()
	inWord := regexp.MustCompile("[a-e`]\\*+[a-e`]|^[* \n]*$|^\\s*\\*\\s|\n\\s*\\*+\\s")
	r := rand.New(rand.NewPCG(3, 4))
	for range rounds(20_000) {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		src := b.String()
		if inWord.MatchString(src) || strings.Contains(src, "    ") {
			continue
		}
		var theirs bytes.Buffer
		if err := md.Convert([]byte(src), &theirs); err != nil {
			t.Fatal(err)
		}
		ours, _ := p.Parse([]byte(src))
		if got, want := outline(ours.HTML), outline(theirs.String()); got != want {
			t.Errorf("%q\n got %s\nwant %s", src, got, want)
		}
	}
}
