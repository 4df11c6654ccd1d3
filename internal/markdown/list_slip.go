package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// listSlip reports lines that were meant as items of a list and have no blank after
// their mark: readers see them in one paragraph. One such line is none; two are, or
// one that goes on with a list.
func (w *writer) listSlip(n ast.Node) {
	lines := n.Lines()
	item, inItem := n.Parent().(*ast.ListItem)
	for i := range lines.Len() {
		first := i == 0 && inItem && n.PreviousSibling() == nil
		if w.citedSlip(n, i, first) {
			return
		}
		seg := lines.At(i)
		line := seg.Value(w.src)
		m, ok := gluedMark(line)
		if !ok || first {
			continue
		}
		if w.hasFellow(n, i, m) || inItem && w.continues(item, m) {
			at := seg.Start + len(line) - len(bytes.TrimLeft(line, " \t"))
			line = bytes.TrimSpace(line)
			w.faultBetter(ListForm, at, line, clip([]byte(string(line[:m.width])+" "+string(line[m.width:]))))
			return
		}
	}
}

// gluedMark reads a mark that a letter or a quote follows: -Satu, but not -5.
func gluedMark(line []byte) (m mark, ok bool) {
	line = bytes.TrimLeft(line, " \t")
	m = markOf(line)
	if !m.glued || m.width >= len(line) || m.kind == '*' && bytes.IndexByte(line[1:], '*') >= 0 {
		return m, false
	}
	after := runeAt(line, m.width)
	return m, unicode.IsLetter(after) || after == '“' || after == '"' || after == '(' && m.kind == '-'
}

// hasFellow reports whether another line of n, beside the line or next in a series,
// or a list behind it has the same mark.
func (w *writer) hasFellow(n ast.Node, line int, m mark) bool {
	lines := n.Lines()
	if !m.inSeries() {
		if line+1 < lines.Len() {
			seg := lines.At(line + 1)
			next, ok := gluedMark(seg.Value(w.src))
			return ok && next.kind == m.kind
		}
		next, ok := n.NextSibling().(*ast.List)
		return ok && next.Marker == byte(m.kind)
	}
	for i := max(0, line-seriesReach); i < min(lines.Len(), line+seriesReach); i++ {
		seg := lines.At(i)
		other := markOf(bytes.TrimLeft(seg.Value(w.src), " \t"))
		if i > line && other.follows(m) || i < line && m.follows(other) {
			return m.kind == '1' || m.number <= 2
		}
	}
	return false
}

// continues reports whether a mark inside an item would go on with its list.
func (w *writer) continues(item ast.Node, m mark) bool {
	list, ok := item.Parent().(*ast.List)
	if !ok || list.IsOrdered() != m.inSeries() {
		return ok && !m.inSeries() && m.kind == '-'
	}
	if !m.inSeries() {
		return true
	}
	return m.kind == '1' && m.number == w.numberOf(item)+1
}

// quoteSlip reports a quote of one line that begins with a number: "> 60 persen" is
// more than 60, and readers would not see the sign.
func (w *writer) quoteSlip(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.NextSibling() != nil || first.Lines().Len() != 1 {
		return
	}
	seg := first.Lines().At(0)
	line := bytes.TrimSpace(seg.Value(w.src))
	if len(line) == 0 || !isDigit(line[0]) || bytes.IndexByte([]byte("\"'"), line[len(line)-1]) >= 0 {
		return
	}
	at := bytes.LastIndexByte(w.src[:seg.Start], '>')
	w.faultBetter(QuoteForm, max(at, 0), w.src[max(at, 0):seg.Stop], clip(line))
}
