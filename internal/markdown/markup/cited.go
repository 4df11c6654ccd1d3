package markup

import (
	"bytes"
	"strconv"
)

// Laws and outlines begin their lines with marks that make no list: "(1)", "(a)",
// "ii.", "1.1". People cite such a mark, so it stays where the line becomes an item.

// cited is such a mark, taken apart: "1.", "2", "" of "1.2".
type cited struct {
	head, number, tail string
	width              int  // bytes, with the blanks behind it
	tab                bool // is behind it
}

const maxCited = 12 // bytes of a mark

// citedMark reads the mark that line begins with; its number is "" if it begins otherwise.
// Of a line of ordinary prose it reads a few bytes.
func citedMark(line []byte) cited {
	if len(line) < 4 || line[0] != '(' && !IsDigit(line[0]) && !IsLetter(line[0]) {
		return cited{}
	}
	from, to := citedNumber(line)
	end := to
	if end < len(line) && (line[end] == ')' || line[end] == '.' && line[0] != '(') {
		end++
	}
	if from == to || end == to && (from == 0 || line[0] == '(') {
		return cited{}
	}
	space := blanks(line[end:])
	if space == 0 && line[0] != '(' || end+space >= len(bytes.TrimSpace(line)) {
		return cited{}
	}
	return cited{string(line[:from]), string(line[from:to]), string(line[to:end]), end + space, line[end] == '\t'}
}

// citedNumber returns where in line the number is that goes up. If both are equal, there is
// no number.
func citedNumber(line []byte) (from, to int) {
	switch {
	case IsDigit(line[0]):
		to = len(digits(line))
		for to+1 < min(len(line), maxCited) && line[to] == '.' && IsDigit(line[to+1]) {
			from = to + 1
			to = from + len(digits(line[from:]))
		}
		return from, to
	case line[0] == '(':
		from = 1
	}
	to = from + max(len(digits(line[from:])), len(roman(line[from:])))
	if to == from && IsLetter(line[from]) {
		to++
	}
	return from, to
}

func digits(s []byte) []byte { return s[:len(s)-len(bytes.TrimLeft(s, "0123456789"))] }

// roman returns what s begins with of one letter case and may be a Roman number.
func roman(s []byte) []byte {
	return s[:len(s)-min(len(bytes.TrimLeft(s, "ivx")), len(bytes.TrimLeft(s, "IVX")))]
}

// alike reports whether two marks are of the same sort.
func (m cited) alike(other cited) bool {
	if m.number == "" || m.head != other.head || m.tail != other.tail {
		return false
	}
	return IsDigit(m.number[0]) == IsDigit(other.number[0])
}

// follows reports whether m is the next after before. Two letters and a full stop may
// be the initials of names.
func (m cited) follows(before cited) bool {
	if !m.alike(before) {
		return false
	}
	a, b := before.number, m.number
	if IsDigit(a[0]) {
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		return m.head != "" && len(b) <= 2 && y == x+1
	}
	if len(a) == 1 && len(b) == 1 && b[0] == a[0]+1 {
		return m.head != "" || m.tab
	}
	x, y := romanNumber(a), romanNumber(b)
	sameCase := a[0]&0x20 == b[0]&0x20
	return (m.head != "" || len(a)+len(b) > 2) && x > 0 && y == x+1 && sameCase
}

// romanNumber returns the value of a Roman number up to 39, 0 of anything else.
func romanNumber(s string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10}
	sum := 0
	for i := range len(s) {
		v := value[s[i]|0x20]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]|0x20] > v {
			v = -v
		}
		sum += v
	}
	return sum
}

// citedSlip judges a line with such a mark that the next line goes on from: readers see
// both in one paragraph, unless the line ends in a break. isItem says that the line is
// one already.
func citedSlip(l Lines, i int, isItem bool) (Slip, bool) {
	if i+1 >= l.len() {
		return Slip{}, false
	}
	line, at := l.line(i)
	m := citedMark(line)
	if m.number == "" || bytes.HasSuffix(line, []byte("  \n")) || bytes.HasSuffix(line, []byte("\\\n")) {
		return Slip{}, false
	}
	below, atBelow := l.line(i + 1)
	other := citedMark(below)
	if !other.follows(m) {
		return Slip{}, false
	}
	if isItem {
		line, m, at = below, other, atBelow
	}
	line = bytes.TrimSpace(line)
	better := "- " + m.head + m.number + m.tail + " " + string(line[m.width:])
	return Slip{From: at, To: at + len(line), Better: Clip([]byte(better))}, true
}

// bothListed reports whether two lines begin with marks of the same list, and a tab.
func bothListed(line, below []byte) bool {
	m, other := citedMark(line), citedMark(below)
	return m.tab && other.tab && m.alike(other) && bytes.Count(line, []byte{'\t'}) == 1
}
