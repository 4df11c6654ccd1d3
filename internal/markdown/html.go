package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// Of raw HTML nothing is printed but the words in it. A tag that parts blocks parts
// paragraphs, so that no two words become one.

// htmlBlock prints the words in a block of HTML.
func (w *writer) htmlBlock(n *grammar.HTMLBlock) {
	lines := n.Lines()
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.Mark == "" {
		w.tags(start, stop)
		return
	}
	if !n.Closed {
		w.unclosed(start)
		w.print("<p>")
		w.textLines(n)
		w.print("</p>\n")
		return
	}
	html := bytes.TrimSpace(w.tree.LinesOf(n))
	switch inner := markup.InnerText(html, n.Mark); {
	case inner == nil:
		w.hidden(start, html)
	default:
		w.rawHTML(start, html)
		w.print("<pre><code>")
		w.text(markup.WithoutTags(inner))
		w.print("</code></pre>\n")
	}
}

func (w *writer) textLines(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		w.raw(bytes.TrimSpace(seg.Value(w.src)))
		w.print("\n")
	}
}

// tags reports the tags of a line that holds nothing else.
func (w *writer) tags(from, to int) {
	for from < to {
		if w.src[from] != '<' {
			from++
			continue
		}
		t := markup.FirstTag(w.src[from:to])
		w.rawHTML(from, t)
		from += max(len(t), 1)
	}
}

// inlineHTML leaves HTML in running text out, and parts what it parts.
func (w *writer) inlineHTML(n *ast.RawHTML) {
	html := n.Segments.Value(w.src)
	name, closing := markup.Element(html)
	mark := markup.EndMark(html)
	switch {
	case mark == "]]>":
		w.rawHTML(n.Pos(), html)
		w.raw(markup.InnerText(html, mark))
	case name == "":
		w.hidden(n.Pos(), html)
	case !closing && (name == "script" || name == "style"):
		if len(markup.FirstTag(html)) == len(html) {
			w.unclosed(n.Pos())
			return
		}
		w.hidden(n.Pos(), html)
	case !closing && mark != "" && w.tree.LastMark(mark) < n.Pos():
		w.unclosed(n.Pos())
	default:
		w.rawHTML(n.Pos(), html)
	}
	w.part(n, name)
}

// part parts the text at a tag of the element, if that is what it does.
func (w *writer) part(n ast.Node, name string) {
	_, whole := n.Parent().(*ast.Paragraph)
	switch {
	case !markup.PartsWords(name):
	case len(bytes.TrimSpace(w.buf[min(w.started, len(w.buf)):])) == 0: // nothing to part it from
	case name == "td" || name == "th":
		if !markup.IsBlank(w.buf[len(w.buf)-1]) {
			w.print(" ")
		}
	case whole && name != "br":
		w.trim()
		w.print("</p>\n<p>")
		w.started = len(w.buf)
	default:
		w.print("<br>\n")
	}
}

func (w *writer) trim() {
	w.buf = w.buf[:w.started+len(bytes.TrimRight(w.buf[w.started:], " \t\n"))]
}

// paragraph prints a paragraph, or nothing if all of it was HTML.
func (w *writer) paragraph(n ast.Node) {
	w.print("<p>")
	w.started = len(w.buf)
	w.inlines(n)
	if w.parted(n) {
		w.trim()
		if len(w.buf) == w.started {
			w.buf = w.buf[:w.started-len("<p>")]
			return
		}
	}
	w.print("</p>\n")
}

// parted reports whether there is HTML in n.
func (w *writer) parted(n ast.Node) bool {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if k.Kind() == ast.KindRawHTML {
			return true
		}
	}
	return false
}

// rawHTML reports a tag. The closing tag of a reported element, and the elements
// that only stand in it, belong to the same fault.
func (w *writer) rawHTML(at int, html []byte) {
	name, closing := markup.Element(html)
	switch {
	case closing && w.closes(name):
		return
	case name != "" && !closing:
		w.opens(name)
		if slices.ContainsFunc(markup.Parents(name), func(parent string) bool { return w.open[parent] > 0 }) {
			return
		}
	}
	f := w.lost(RawHTML, at, html)
	f.Element, f.InCell = name, w.inCell
	if !closing {
		f.Better = markup.TagInMarkdown(html, w.src[min(at+len(html), len(w.src)):])
	}
}

// hidden reports HTML that is left out with all that stands in it.
func (w *writer) hidden(at int, html []byte) {
	kind := HiddenHTML
	if bytes.HasPrefix(html, []byte("<!--")) {
		if kind = Comment; speaksToDesk(html) {
			return
		}
	}
	w.lost(kind, at, html)
}

// unclosed reports the mark that begins at a place and is never closed.
func (w *writer) unclosed(at int) {
	line := markup.FirstLine(w.src[at:])
	mark := markup.EndMark(line)
	if mark[0] == '<' {
		mark += ">"
	}
	f := w.fault(Unclosed, at, line)
	f.Better = mark
	if mark == "-->" {
		f.Better = markup.WholeComment(line)
	}
	f.Mark = mark
}

// commentSlip reports a comment without its two hyphens: readers would see what was
// for colleagues only.
func (w *writer) commentSlip(at int) {
	line := markup.RestOfLine(w.src, at)
	if i := strings.IndexByte(line, '>'); i >= 0 {
		line = line[:i+1]
	}
	w.judged++
	f := w.fault(Unclosed, at, []byte(line))
	f.Better, f.Mark = markup.WholeComment([]byte(line)), "-->"
}

// unclosedText looks at what begins like a comment and stayed text.
func (w *writer) unclosedText(at int) {
	switch mark := markup.EndMark(w.src[at:]); {
	case mark == "":
		if r, _ := utf8.DecodeRune(w.src[at+2:]); markup.IsDash(r) {
			w.commentSlip(at)
		}
	case mark == ">" && !bytes.HasPrefix(bytes.ToUpper(w.src[at:min(len(w.src), at+9)]), []byte("<!DOCTYPE")):
	case mark != "":
		w.judged++
		w.unclosed(at)
	}
}

// brokenTag reports a tag with a slip in it that stayed text.
func (w *writer) brokenTag(at int) {
	if tag, ok := markup.BrokenTag(markup.RestOfLine(w.src, at)); ok {
		w.judged++
		w.fault(ForeignMarkup, at, []byte(tag))
	}
}
