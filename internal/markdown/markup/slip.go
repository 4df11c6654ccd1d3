package markup

import "bytes"

// Slip is a piece of a body that was most likely meant otherwise.
type Slip struct {
	From, To int    // offsets in the source
	Better   string // what was most likely meant; "" if that cannot be said
	Code     bool   // markup of another program is in it: one report is enough for both
}

const (
	// MaxSlip is how many bytes of a piece are looked at.
	MaxSlip = 300
	// MaxSlips is how many pieces of a body are looked at.
	MaxSlips = 1000
)

// Lines are the lines of a paragraph in the source of a body.
type Lines struct {
	Src   []byte
	Spans []Span
}

// Span is where a line begins and ends, with its line feed.
type Span struct{ Start, Stop int }

func (l Lines) len() int { return len(l.Spans) }

// line returns a line without the blanks before it, and where it begins.
func (l Lines) line(i int) (line []byte, at int) {
	span := l.Spans[i]
	line = bytes.TrimLeft(l.Src[span.Start:span.Stop], " \t")
	return line, span.Stop - len(line)
}

// words returns a line without the blanks around it.
func (l Lines) words(i int) []byte {
	return bytes.TrimSpace(l.Src[l.Spans[i].Start:l.Spans[i].Stop])
}

// slip is about a whole line.
func (l Lines) slip(i int, better string) Slip {
	return Slip{From: l.Spans[i].Start, To: l.Spans[i].Stop, Better: better}
}
