package markdown

import (
	"bytes"
	"maps"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// writer prints one tree. It replaces goldmark's renderer, which knows no holes,
// cannot stop at a limit, and is slower.
type writer struct {
	p      *Parser
	tree   *grammar.Tree
	src    []byte
	buf    []byte
	most   int // bytes that may be printed or held
	held   int // bytes of addresses of links
	at     int // in src, near what is being printed
	place  place
	doc    *Doc
	faults []Fault
	ids    map[string]int // anchors given out, with the last number tried
	inLink bool
	// started is where in buf the text began that a tag may part.
	started int
	number  int // of the last item of the last ordered list beside what is printed

	reported int            // up to here in src markup of other programs is reported
	looked   int            // pieces of text that were looked at for slips
	open     map[string]int // reported elements that wait for their closing tags

	scratch []byte
	spans   []markup.Span // see linesOf
}

func newWriter(p *Parser, tree *grammar.Tree, buf []byte) *writer {
	return &writer{
		p: p, tree: tree, src: tree.Source, buf: buf, doc: &Doc{},
		most:  maxGrowth*len(tree.Source) + maxGrowthFloor,
		place: place{src: tree.Source},
	}
}

func (w *writer) finish() *Doc {
	w.earlySlips()
	w.doc.HTML = string(w.buf)
	return w.doc
}

// fault reports what begins at an offset. The fault may be filled in until the next one.
func (w *writer) fault(kind FaultKind, at int, text []byte) *Fault {
	return w.report(kind, at, markup.Clip(text))
}

// lost reports what does not show, with all its words.
func (w *writer) lost(kind FaultKind, at int, text []byte) *Fault {
	text = text[:min(len(text), maxLostText*utf8.UTFMax)]
	text = bytes.ToValidUTF8(text, nil) // it may be cut in a character
	return w.report(kind, at, markup.Shorten([]byte(markup.OneLine(text)), maxLostText))
}

func (w *writer) report(kind FaultKind, at int, text string) *Fault {
	line, col := w.place.at(at)
	w.faults = append(w.faults, Fault{Kind: kind, Line: line, Col: col, Text: text})
	return &w.faults[len(w.faults)-1]
}

// see notes where we are, and stops if too much has been printed.
func (w *writer) see(n ast.Node) {
	if at := n.Pos(); at >= 0 {
		w.at = at
	}
	if len(w.buf)+w.held > w.most {
		panic(grammar.Stop{Limit: grammar.TooBig, At: w.at})
	}
}

func (w *writer) print(s string) { w.buf = append(w.buf, s...) }

func (w *writer) blocks(parent ast.Node) {
	outer := w.number
	w.number = 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.see(n)
		w.block(n)
	}
	w.number = outer
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraphSlips(n)
		w.paragraph(n)
	case *ast.TextBlock:
		w.listSlip(n, w.linesOf(n))
		w.labelSlip(n)
		w.started = len(w.buf)
		w.inlines(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			w.print("\n")
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.Blockquote:
		w.quoteSlip(n)
		w.print("<blockquote>\n")
		w.blocks(n)
		w.print("</blockquote>\n")
	case *ast.ThematicBreak:
		w.print("<hr>\n")
	case *ast.CodeBlock:
		w.code(n, nil)
	case *ast.FencedCodeBlock:
		w.fence(n)
		w.code(n, n.Language(w.src))
	case *grammar.HTMLBlock:
		w.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
		w.definition(n)
	case *east.Table:
		w.table(n)
	case *east.FootnoteList:
		w.notes(n)
	}
}

func (w *writer) wrap(open string, n ast.Node, end string) {
	w.print(open)
	w.started = len(w.buf)
	w.inlines(n)
	w.print(end)
}

func (w *writer) heading(n *ast.Heading) {
	level := max(n.Level, 2) // a page's title is its only h1
	title := w.plain(nil, n)
	if last, ok := n.LastChild().(*grammar.Foreign); ok && w.src[last.Parts[0].Start] == '{' {
		title = bytes.TrimSuffix(title, last.Value(w.src)) // "{#id}"
	}
	id := w.anchor(string(title))
	w.buf = append(w.buf, '<', 'h', byte('0'+level))
	w.buf = appendAttribute(w.buf, "id", id)
	w.print(">")
	w.inlines(n)
	w.buf = append(w.buf, '<', '/', 'h', byte('0'+level), '>', '\n')
}

// anchor returns an id for a heading that no other has.
func (w *writer) anchor(heading string) string {
	if w.ids == nil {
		w.ids = maps.Clone(w.p.taken)
	}
	base := string(slug(nil, heading))
	id := base
	for n, taken := w.ids[base]; taken; _, taken = w.ids[id] {
		n = max(n, 1) + 1
		w.ids[base] = n
		id = base + "-" + strconv.Itoa(n)
	}
	w.ids[id] = 1
	return id
}

func (w *writer) code(n ast.Node, language []byte) {
	w.print("<pre><code")
	if len(language) > 0 {
		w.print(` class="language-`)
		w.raw(unescape(nil, language))
		w.print(`"`)
	}
	w.print(">")
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		w.raw(seg.Value(w.src))
	}
	w.print("</code></pre>\n")
}

func (w *writer) table(t *east.Table) {
	w.print("<table>\n")
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		w.see(row)
		if row.Kind() == east.KindTableHeader {
			w.print("<thead>\n<tr>\n")
			w.cells(row, "th")
			w.print("</tr>\n</thead>\n")
			if row.NextSibling() != nil {
				w.print("<tbody>\n")
			}
			continue
		}
		w.print("<tr>\n")
		w.cells(row, "td")
		w.print("</tr>\n")
		if row.NextSibling() == nil {
			w.print("</tbody>\n")
		}
	}
	w.print("</table>\n")
}

func (w *writer) cells(row ast.Node, tag string) {
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		w.beyond(row, n)
		w.print("<")
		w.print(tag)
		// A class, because a strict content security policy forbids style.
		if cell, ok := n.(*east.TableCell); ok && cell.Alignment != east.AlignNone {
			w.buf = appendAttribute(w.buf, "class", cell.Alignment.String())
		}
		w.wrap(">", n, "</")
		w.print(tag)
		w.print(">\n")
	}
}

func (w *writer) notes(list *east.FootnoteList) {
	w.print("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		if !ok {
			continue
		}
		w.see(n)
		w.strayNote(note)
		w.print("<li")
		w.id("fn:" + strconv.Itoa(note.Index))
		w.print(">\n")
		w.blocks(n)
		w.backlinks(n)
		w.print("</li>\n")
	}
	w.print("</ol>\n</section>\n")
}

// backlinks prints those backlinks that have no paragraph to stand in.
func (w *writer) backlinks(note ast.Node) {
	for k := note.FirstChild(); k != nil; k = k.NextSibling() {
		if b, ok := k.(*east.FootnoteBacklink); ok {
			w.backlink(b)
		}
	}
}

func (w *writer) id(id string) {
	w.buf = appendAttribute(w.buf, "id", id)
}
