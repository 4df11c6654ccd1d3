package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

func (w *writer) blocks(parent ast.Node) {
	outer := w.number
	w.number = 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.visit(n)
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
	words := strings.Join(strings.Fields(string(title)), " ")
	w.under = markup.Clip([]byte(words))
	if level == 2 && n.Parent().Kind() == ast.KindDocument {
		w.doc.Sections = append(w.doc.Sections, Section{len(w.buf), id, words})
	}
	w.buf = append(w.buf, '<', 'h', byte('0'+level))
	w.buf = appendAttribute(w.buf, "id", id)
	w.print(">")
	w.inlines(n)
	w.buf = append(w.buf, '<', '/', 'h', byte('0'+level), '>', '\n')
}

// anchor returns an id for a heading that no other has.
func (w *writer) anchor(heading string) string {
	if w.ids == nil {
		w.ids = map[string]int{}
	}
	base := string(slug(nil, heading))
	id := base
	for n := w.ids[base]; w.ids[id] > 0 || w.p.taken[id]; {
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

func (w *writer) notes(list *east.FootnoteList) {
	w.print("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*east.Footnote)
		if !ok {
			continue
		}
		w.visit(n)
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
