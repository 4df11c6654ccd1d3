package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Of raw HTML nothing is printed but the words in it. A tag that parts blocks parts
// paragraphs, so that no two words become one.

// blockNames are the elements that part paragraphs; the rest stand in a line.
const blockNames = " address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset " +
	"figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu meta nav noscript ol " +
	"optgroup option p pre search section summary table tbody td tfoot th thead title tr ul "

func partsBlocks(name string) bool {
	return name != "" && name != "br" && strings.Contains(blockNames, " "+name+" ")
}

// parts are elements that never stand alone: they belong to the fault of what they
// are part of.
var parts = map[string]string{
	"li": "ul ol menu dir", "dt": "dl", "dd": "dl", "figcaption": "figure", "summary": "details", "option": "select optgroup",
	"caption": "table", "colgroup": "table", "col": "table", "thead": "table", "tbody": "table", "tfoot": "table", "tr": "table",
	"th": "table", "td": "table", "source": "video audio picture", "legend": "fieldset",
}

// htmlBlock prints the words in a block of HTML.
func (w *writer) htmlBlock(n *htmlBlock) {
	lines := n.Lines()
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.mark == "" {
		w.tags(start, stop)
		return
	}
	if !n.closed {
		w.unclosed(start)
		w.print("<p>")
		w.textLines(n)
		w.print("</p>\n")
		return
	}
	html := bytes.TrimSpace(linesOf(n, w.src))
	switch inner := wordsOf(html, n.mark); {
	case inner == nil:
		w.hidden(start, html)
	default:
		w.rawHTML(start, html)
		w.print("<pre><code>")
		w.text(withoutTags(inner))
		w.print("</code></pre>\n")
	}
}

// linesOf returns what stands in the lines of n.
func linesOf(n ast.Node, src []byte) []byte {
	var all []byte
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		all = append(all, seg.Value(src)...)
	}
	return all
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
		t := firstTag(w.src[from:to])
		w.rawHTML(from, t)
		from += max(len(t), 1)
	}
}

// wordsOf returns what readers may read between the marks of html; nil if that is
// nothing, as in a comment or a script.
func wordsOf(html []byte, mark string) []byte {
	switch mark {
	case "]]>":
		return bytes.TrimSuffix(bytes.TrimPrefix(html, []byte("<![CDATA[")), []byte("]]>"))
	case "</pre", "</textarea":
		from, to := len(firstTag(html)), bytes.LastIndex(html, []byte("</"))
		return bytes.TrimPrefix(html[min(from, to):to], []byte("\n"))
	}
	return nil
}

// withoutTags returns s without its tags.
func withoutTags(s []byte) []byte {
	var out []byte
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			return append(out, s...)
		}
		t := firstTag(s[i:])
		out = append(out, s[:i+1]...)
		if len(t) > 0 {
			out = out[:len(out)-1]
		}
		if name, _ := elementOf(t); name == "br" || partsBlocks(name) {
			out = append(out, '\n')
		}
		s = s[i+max(len(t), 1):]
	}
}

// inlineHTML leaves HTML in running text out, and parts what it parts.
func (w *writer) inlineHTML(n *ast.RawHTML) {
	html := n.Segments.Value(w.src)
	name, closing := elementOf(html)
	mark := endMark(html)
	switch {
	case mark == "]]>":
		w.rawHTML(n.Pos(), html)
		w.raw(wordsOf(html, mark))
	case name == "":
		w.hidden(n.Pos(), html)
	case !closing && (name == "script" || name == "style"):
		if len(firstTag(html)) == len(html) {
			w.unclosed(n.Pos())
			return
		}
		w.hidden(n.Pos(), html)
	case !closing && mark != "" && w.c.lastMark(mark) < n.Pos():
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
	case name != "br" && !partsBlocks(name):
	case len(bytes.TrimSpace(w.buf[min(w.started, len(w.buf)):])) == 0: // nothing to part it from
	case name == "td" || name == "th":
		if !isBlank(w.buf[len(w.buf)-1]) {
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
	name, closing := elementOf(html)
	switch {
	case closing && w.open[name] > 0:
		w.open[name]--
		return
	case name != "" && !closing:
		if w.open == nil {
			w.open = map[string]int{}
		}
		w.open[name]++
		for _, of := range strings.Fields(parts[name]) {
			if w.open[of] > 0 {
				return
			}
		}
	}
	w.lost(RawHTML, at, html)
	f := &w.faults[len(w.faults)-1]
	f.Element = name
	if !closing {
		f.Better = w.inMarkdown(name, at, html)
	}
}

// hidden reports HTML that is left out with all that stands in it.
func (w *writer) hidden(at int, html []byte) {
	kind := HiddenHTML
	if bytes.HasPrefix(html, []byte("<!--")) {
		kind = Comment
	}
	w.lost(kind, at, html)
}

// unclosed reports the mark that begins at a place and is never closed.
func (w *writer) unclosed(at int) {
	line := w.src[at:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	mark := endMark(line)
	if mark[0] == '<' {
		mark += ">"
	}
	w.fault(Unclosed, at, line)
	f := &w.faults[len(w.faults)-1]
	f.Better = mark
	if mark == "-->" {
		f.Better = comment(line)
	}
	f.Mark = mark
}

// comment returns line as the comment it was meant to be. Word processors make one
// dash of two hyphens.
func comment(line []byte) string {
	words := strings.TrimLeft(strings.TrimPrefix(string(line), "<!"), dashes+" ")
	return clip([]byte("<!-- " + strings.TrimRight(words, dashes+"> ") + " -->"))
}

const dashes = "-–—"

// commentSlip reports a comment without its two hyphens: readers would see what was
// for colleagues only.
func (w *writer) commentSlip(at int) {
	line := w.ahead(at)
	if i := strings.IndexByte(line, '>'); i >= 0 {
		line = line[:i+1]
	}
	w.slipped++
	w.fault(Unclosed, at, []byte(line))
	f := &w.faults[len(w.faults)-1]
	f.Better, f.Mark = comment([]byte(line)), "-->"
}

// unclosedText looks at what begins like a comment and stayed text.
func (w *writer) unclosedText(at int) {
	switch mark := endMark(w.src[at:]); {
	case mark == "":
		if r, _ := utf8.DecodeRune(w.src[at+2:]); strings.ContainsRune(dashes, r) {
			w.commentSlip(at)
		}
	case mark == ">" && !bytes.HasPrefix(bytes.ToUpper(w.src[at:min(len(w.src), at+9)]), []byte("<!DOCTYPE")):
	case mark != "":
		w.slipped++
		w.unclosed(at)
	}
}

// officeNames begin the tags that only word processors know, such as "<o:p>".
const officeNames = " o w v m st1 "

// brokenTag looks at "<" and a letter that stayed text: a tag with a slip in it, such
// as a quotation mark that is never closed.
func (w *writer) brokenTag(at int) {
	ahead := w.ahead(at)
	name, _ := elementOf([]byte(ahead))
	known := partsBlocks(name) || strings.Contains(" a b em font i img span strong u ", " "+name+" ")
	if i := strings.IndexByte(ahead, '>'); i > 0 && strings.Contains(officeNames, " "+name+" ") && ahead[1+len(name)] == ':' {
		w.slipped++
		w.fault(ForeignMarkup, at, []byte(ahead[:i+1]))
		return
	}
	if !known || !strings.HasPrefix(ahead[1+len(name):], " ") || !hasAttribute([]byte(ahead)) {
		return
	}
	w.slipped++
	w.fault(ForeignMarkup, at, []byte(ahead))
}
