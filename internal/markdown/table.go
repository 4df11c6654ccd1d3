package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// Table is a table that may be wider than a telephone. It stands in a box that scrolls, which is
// a stop of the keyboard, for not every browser makes it one, and so needs a name: a hole in the
// box's tag.
type Table struct {
	At     int    // where in HTML, in bytes: the whole attribute is missing
	Under  string // the words of the heading that it stands under, or ""
	Number int    // which of those under these words it is
}

func (w *writer) table(t *east.Table) {
	w.print(`<div class="scroll"`)
	if w.mayScroll(t) {
		w.print(` role="region" tabindex="0"`)
		if w.tables == nil {
			w.tables = map[string]int{}
		}
		w.tables[w.under]++
		w.doc.Tables = append(w.doc.Tables, Table{len(w.buf), w.under, w.tables[w.under]})
		w.held += len(w.under)
	}
	w.print(">\n<table>\n")
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		w.visit(row)
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
	w.print("</table>\n</div>\n")
}

func (w *writer) cells(row ast.Node, tag string) {
	w.inCell = true
	defer func() { w.inCell = false }()
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

// What a table measures at least, in hundredths of the height of its letters, against a telephone
// of 320 pixels. No script is asked, so letters count as wide as they are in bold Verdana or DejaVu,
// the widest that systems come with: what is given a stop in vain costs one key, what is denied one
// cannot be read.
const (
	narrowest = 1890
	gap       = 85 // beside a column
)

// width is that of a letter.
func width(r rune) int {
	switch {
	case strings.ContainsRune("fijlrtI.,:;'!|()[]-", r):
		return 55
	case strings.ContainsRune("mwMW@%", r):
		return 130
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return 75
	case r < unicode.MaxASCII:
		return 90
	case r < '\u2100': // accents, dashes, quotation marks
		return 130
	}
	return 200
}

// mayScroll reports whether a table may be wider than the narrowest screen. It is as wide as the
// longest words of its columns.
func (w *writer) mayScroll(t *east.Table) bool {
	if t.Parent().Kind() != ast.KindDocument { // a list or a quote takes an edge away
		return true
	}
	columns := make([]int, len(t.Alignments))
	total := len(columns) * gap
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		i := 0
		for cell := row.FirstChild(); cell != nil && i < len(columns); cell = cell.NextSibling() {
			wide, known := w.longestWord(cell)
			total += max(wide-columns[i], 0)
			if !known || total > narrowest {
				return true
			}
			columns[i] = max(wide, columns[i])
			i++
		}
	}
	return false
}

// longestWord is the width of a cell's longest word, if the cell holds nothing but words.
func (w *writer) longestWord(cell ast.Node) (wide int, known bool) {
	if !isWords(cell) {
		return 0, false
	}
	w.scratch = w.plain(w.scratch[:0], cell)
	for word := range bytes.FieldsFuncSeq(w.scratch, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		n := 0
		for _, r := range string(word) {
			n += width(r)
		}
		wide = max(wide, n)
	}
	return wide, true
}

// isWords reports whether there is only text below n, marked or not.
func isWords(n ast.Node) bool {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k.(type) {
		case *ast.Image, *east.FootnoteLink, *east.TaskCheckBox:
			return false
		}
		if !isWords(k) {
			return false
		}
	}
	return true
}
