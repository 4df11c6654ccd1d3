// Package text is the text of a document as editors' programs speak of it: in lines and
// characters, which are units of UTF-16 unless both sides agree on bytes.
//
// In come texts, edits and positions; out come offsets in bytes, and back. A position that
// is nowhere is taken for the nearest one: that of an editor who is a step ahead of us.
package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Position is a point in a text as the protocol has it: both count from 0.
type Position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// Range lies between two positions.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// Encoding says what Position.Character counts.
type Encoding string

// The encodings, as the protocol names them.
const (
	UTF8  Encoding = "utf-8"
	UTF16 Encoding = "utf-16"
)

// Text is a text with its lines. It never changes.
type Text struct {
	text   string
	begins []int // of each line, in bytes
}

// New returns a text. Lines end as the protocol says: with LF, CRLF or CR.
func New(s string) *Text {
	t := &Text{text: s, begins: make([]int, 1, 1+strings.Count(s, "\n"))}
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			t.begins = append(t.begins, i+1)
		}
	}
	return t
}

// String returns the whole text.
func (t *Text) String() string { return t.text }

// Line returns a line without its end, and where it begins; one that is not there is empty.
func (t *Text) Line(n int) (line string, at int) {
	if n < 0 || n >= len(t.begins) {
		return "", len(t.text)
	}
	at, end := t.begins[n], len(t.text)
	if n+1 < len(t.begins) {
		end = t.begins[n+1]
	}
	return strings.TrimRight(t.text[at:end], "\r\n"), at
}

// Lines is how many lines there are: one more than line ends.
func (t *Text) Lines() int { return len(t.begins) }

// LineAt returns the number of the line that an offset is in.
func (t *Text) LineAt(offset int) int {
	return sort.Search(len(t.begins), func(i int) bool { return t.begins[i] > offset }) - 1
}

// Offset returns where a position is, in bytes. One within a character is before it.
func (t *Text) Offset(p Position, e Encoding) int {
	if p.Line < 0 {
		return 0
	}
	line, at := t.Line(p.Line)
	units := 0
	for i, r := range line {
		if units += width(r, line[i:], e); units > p.Character {
			return at + i
		}
	}
	return at + len(line)
}

// Position returns the position of an offset.
func (t *Text) Position(offset int, e Encoding) Position {
	offset = min(max(offset, 0), len(t.text))
	n := t.LineAt(offset)
	p := Position{Line: n}
	before := t.text[t.begins[n]:offset]
	for i, r := range before {
		p.Character += width(r, before[i:], e)
	}
	return p
}

// Range returns the range between two offsets.
func (t *Text) Range(from, to int, e Encoding) Range {
	return Range{t.Position(from, e), t.Position(to, e)}
}

// width is that of a character at the beginning of a text.
func width(r rune, rest string, e Encoding) int {
	switch {
	case e == UTF8 && r == utf8.RuneError:
		_, n := utf8.DecodeRuneInString(rest)
		return n
	case e == UTF8:
		return utf8.RuneLen(r)
	case r >= 0x10000:
		return 2
	}
	return 1
}

// bom stands before a text in some files; problems do not count it.
const bom = "\uFEFF"

// At returns the offset of a place as problems have it: line and column count from 1, the
// column in characters. That of line 0 is the beginning.
func (t *Text) At(line, col int) int {
	s, at := t.Line(max(line, 1) - 1)
	if at == 0 && strings.HasPrefix(s, bom) {
		s, at = s[len(bom):], len(bom)
	}
	for i := range s {
		if col--; col < 1 {
			return at + i
		}
	}
	return at + len(s)
}

// Edit returns the text with another in place of what is between two offsets.
func (t *Text) Edit(from, to int, with string) *Text {
	from = min(max(from, 0), len(t.text))
	to = min(max(to, from), len(t.text))
	return New(t.text[:from] + with + t.text[to:])
}
