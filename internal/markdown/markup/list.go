package markup

import (
	"bytes"
	"unicode"
)

// Item is what Markdown read around a paragraph of which lines may be items of a list.
type Item struct {
	In      bool // the paragraph is in an item of a list
	First   bool // and the first line of the paragraph is that item's
	Ordered bool // the list's items have numbers
	Number  int  // of the item, -1 if it has none
	Next    byte // the mark of the list behind the paragraph, 0 if there is no list
}

// ListSlip judges lines that were meant as items of a list and have no blank after their
// mark: readers see them in one paragraph. One such line is no item. Two are, and so is
// one that goes on with a list.
func ListSlip(l Lines, item Item) (Slip, bool) {
	for i := range l.Spans {
		first := i == 0 && item.First
		if s, ok := citedSlip(l, i, first); ok {
			return s, true
		}
		line, at := l.line(i)
		m, ok := gluedMark(line)
		if !ok || first || !hasFellow(l, i, m, item) && !item.goesOn(m) {
			continue
		}
		line = bytes.TrimSpace(line)
		better := Clip([]byte(string(line[:m.Width]) + " " + string(line[m.Width:])))
		return Slip{From: at, To: at + len(line), Better: better}, true
	}
	return Slip{}, false
}

// gluedMark reads a mark that a letter or a quote follows: -Satu, but not -5.
func gluedMark(line []byte) (m Mark, ok bool) {
	line = bytes.TrimLeft(line, " \t")
	m = MarkOf(line)
	if !m.Glued || m.Width >= len(line) || m.Kind == '*' && bytes.IndexByte(line[1:], '*') >= 0 {
		return m, false
	}
	after := RuneAt(line, m.Width)
	return m, unicode.IsLetter(after) || after == '“' || after == '"' || after == '(' && m.Kind == '-'
}

// hasFellow reports whether another line, beside line i or next in a series, or a list
// behind the paragraph has the same mark.
func hasFellow(l Lines, i int, m Mark, item Item) bool {
	if m.InSeries() {
		return hasNeighbour(l, i, m) && (m.Kind == '1' || m.Number <= 2)
	}
	if i+1 < l.len() {
		below, _ := l.line(i + 1)
		next, ok := gluedMark(below)
		return ok && next.Kind == m.Kind
	}
	return item.Next != 0 && item.Next == byte(m.Kind)
}

// hasNeighbour reports whether a line near line i has the mark before or after m.
func hasNeighbour(l Lines, i int, m Mark) bool {
	for k := max(0, i-SeriesReach); k < min(l.len(), i+SeriesReach); k++ {
		line, _ := l.line(k)
		other := MarkOf(line)
		if k > i && other.Follows(m) || k < i && m.Follows(other) {
			return true
		}
	}
	return false
}

// goesOn reports whether a mark inside an item would go on with its list.
func (item Item) goesOn(m Mark) bool {
	switch {
	case !item.In:
		return false
	case item.Ordered != m.InSeries():
		return m.Kind == '-'
	case !m.InSeries():
		return true
	}
	return m.Kind == '1' && m.Number == item.Number+1
}

// IsAmount reports whether a quote of one line begins with a number: "> 60 persen" is
// more than 60, and readers would not see the sign.
func IsAmount(line []byte) bool {
	return len(line) > 0 && IsDigit(line[0]) && bytes.IndexByte([]byte("\"'"), line[len(line)-1]) < 0
}
