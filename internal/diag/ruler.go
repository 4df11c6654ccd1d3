package diag

import (
	"bytes"
	"unicode/utf8"
)

// Ruler turns offsets in a file's text into places. It goes on from where it last
// was: offsets mostly rise, and a line may be as long as the file.
type Ruler struct {
	file      string
	text      []byte
	at        int
	line, col int // of at, from 0
}

// NewRuler returns the ruler of a text, which is that of a file as problems name it.
func NewRuler(file string, text []byte) *Ruler { return &Ruler{file: file, text: text} }

// Place returns the line and column, in characters, of an offset within the text.
func (r *Ruler) Place(at int) Place {
	if at < r.at {
		r.at, r.line, r.col = 0, 0, 0
	}
	between := r.text[r.at:at]
	if n := bytes.Count(between, []byte("\n")); n > 0 {
		r.line, r.col = r.line+n, 0
		between = between[bytes.LastIndexByte(between, '\n')+1:]
	}
	r.at, r.col = at, r.col+utf8.RuneCount(between)
	return Place{File: r.file, Line: 1 + r.line, Col: 1 + r.col}
}
