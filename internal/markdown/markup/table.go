package markup

import (
	"bytes"
	"strings"
)

// Cells returns where the cells of a table's row are in its line, without blanks.
func Cells(line []byte) []Span {
	var cells []Span
	end := len(bytes.TrimRight(line, " \t"))
	from := len(line) - len(bytes.TrimLeft(line, " \t"))
	if from < end && line[from] == '|' {
		from++
	}
	for i := from; i <= end; i++ {
		if i < end && (line[i] != '|' || i > 0 && line[i-1] == '\\') || i == end && from >= end {
			continue
		}
		cell := bytes.TrimLeft(line[from:i], " \t\n")
		start := i - len(cell)
		cells = append(cells, Span{start, start + len(bytes.TrimRight(cell, " \t\n"))})
		from = i + 1
	}
	return cells
}

// IsDelimiterRow reports whether line may be the row between a table's header and its
// other rows. It may say yes where goldmark says no: then a paragraph is measured that is
// no table.
func IsDelimiterRow(line []byte) bool {
	marks := false
	for _, b := range line {
		switch b {
		case '|', ':':
			marks = true
		case '-', ' ', '\t', '\n':
		default:
			return false
		}
	}
	return marks
}

// rows is what the lines of a paragraph have in common with those of a table.
type rows struct {
	first  int // line that begins with "|", -1 if none does
	begun  int // how many lines do
	spaced int // lines with " | " in them, and as many "|" as the one before
	pipes  int // in such a line
}

// TableSlip judges a paragraph that was most likely meant as a table: its delimiter row
// is missing, or has another number of columns. afterRow says that the paragraph before
// it begins like a row too: then the slip is reported there.
func TableSlip(l Lines, afterRow bool) (Slip, bool) {
	r := rows{first: -1}
	for i := range l.Spans {
		line := l.words(i)
		pipes := bytes.Count(line, []byte{'|'})
		switch {
		case pipes == 0:
			if s, ok := sheetSlip(l, i, line); ok {
				return s, true
			}
		case IsDelimiterRow(line) && bytes.IndexByte(line, '-') >= 0 && (i > 0 || l.len() > 1):
			return delimiterSlip(l, i), true
		default:
			r.add(line, i, pipes, l.len())
		}
	}
	switch {
	case r.begun > 1 && !afterRow:
		return headerSlip(l, r.first), true
	case r.spaced == l.len() && (r.spaced > 2 || r.spaced > 1 && r.pipes > 1):
		return headerSlip(l, 0), true
	}
	return Slip{}, false
}

// add counts a line with pipes in it, one of so many.
func (r *rows) add(line []byte, i, pipes, lines int) {
	switch {
	case line[0] == '|' && pipes > 1:
		if r.begun++; r.first < 0 {
			r.first = i
		}
		if line[len(line)-1] == '|' && pipes > 2 && lines == 1 {
			r.begun++
		}
	case bytes.Contains(line, []byte(" | ")) && (r.spaced == 0 || pipes == r.pipes):
		r.spaced, r.pipes = r.spaced+1, pipes
	}
}

// headerSlip is about a header without a delimiter row.
func headerSlip(l Lines, i int) Slip {
	return l.slip(i, delimiterRow(min(len(Cells(l.words(i))), MaxColumns)))
}

// MaxColumns is how many columns a table may have.
const MaxColumns = 200

func delimiterRow(columns int) string { return strings.Repeat("|---", columns) + "|" }

// delimiterSlip is about a delimiter row that no header fits.
func delimiterSlip(l Lines, i int) Slip {
	better := strings.Repeat("| … ", len(Cells(l.words(i)))) + "|"
	if i > 0 {
		better = delimiterRow(len(Cells(l.words(i - 1))))
	}
	return l.slip(i, better)
}

// sheetSign returns what parts the cells of a line that was copied from a word
// processor or a spreadsheet: a tab, or semicolons without the blanks that prose has behind
// them. It is 0 for other lines. "Hari<tab>: Senin" is a line of a letter.
func sheetSign(line []byte) byte {
	if bytes.IndexByte(line, '\t') >= 0 && !bytes.Contains(line, []byte("\t:")) {
		return '\t'
	}
	i := bytes.IndexByte(line, ';')
	if i < 0 || i+1 == len(line) || line[i+1] == ' ' {
		return 0
	}
	if bytes.Count(line, []byte{';'}) > 1 && bytes.IndexByte(line, '&') < 0 {
		return ';'
	}
	return 0
}

// sheetSlip is about two lines that have the same number of such cells.
func sheetSlip(l Lines, i int, line []byte) (Slip, bool) {
	if i+1 == l.len() {
		return Slip{}, false
	}
	sign := sheetSign(line)
	if sign == 0 {
		return Slip{}, false
	}
	cells := bytes.Split(line, []byte{sign})
	below := l.words(i + 1)
	if sheetSign(below) != sign || bytes.Count(below, []byte{sign}) != len(cells)-1 || bothListed(line, below) {
		return Slip{}, false
	}
	header := "|"
	for _, cell := range cells {
		header += " " + string(bytes.TrimSpace(cell)) + " |"
	}
	return l.slip(i, header+"\n"+delimiterRow(min(len(cells), MaxColumns))), true
}
