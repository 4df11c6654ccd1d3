package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"

	"github.com/yuin/goldmark/parser"
)

// slip is a fault that shows before anything is printed.
type slip struct {
	kind     FaultKind
	from, to int // offsets
	better   string
}

const maxBetter = 120 // bytes; what is longer is told as "**…**"

func (c *context) slip(kind FaultKind, from, to int, better string) {
	if len(c.slips) < maxSlips {
		c.slips = append(c.slips, slip{kind, from, to, better})
	}
}

// earlySlips puts the faults that were found before printing among the others.
func (w *writer) earlySlips() {
	if len(w.early) == 0 {
		return
	}
	slices.SortFunc(w.early, func(a, b slip) int { return cmp.Compare(a.from, b.from) })
	for _, s := range w.early {
		w.faultBetter(s.kind, s.from, w.src[s.from:s.to], s.better)
	}
	slices.SortStableFunc(w.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
}

func (w *writer) faultBetter(kind FaultKind, at int, text []byte, better string) {
	w.fault(kind, at, text)
	w.faults[len(w.faults)-1].Better = better
}

// leftRun is a run of signs that found no partner: readers see it.
type leftRun struct {
	char      byte
	at        int // offset
	length    int // what is left of it
	original  int
	open, end bool
	inside    bool // of a word
}

func leftOf(d *parser.Delimiter) leftRun {
	s, _ := d.Processor.(stars)
	return leftRun{d.Char, d.Segment.Start, d.Length, d.OriginalLength, d.CanOpen, d.CanClose, s.place != atEdge}
}

// runsLeft looks at the runs that stayed text in a block. A star after a word marks
// a remark, and the remark begins with one: neither was meant as emphasis.
func (c *context) runsLeft() {
	if len(c.left) == 0 || len(c.slips) >= maxSlips {
		c.left = c.left[:0]
		return
	}
	slices.SortFunc(c.left, func(a, b leftRun) int { return cmp.Compare(a.at, b.at) })
	for i := 0; i < len(c.left) && len(c.slips) < maxSlips; i++ {
		i += c.runLeft(c.left[i], c.left[i+1:])
	}
	c.left = c.left[:0]
}

// runLeft looks at a run and at those after it; it returns how many of these have
// been told with it.
func (c *context) runLeft(r leftRun, after []leftRun) int {
	length := min(r.original, len(c.marked)-1)
	switch {
	case r.inside && (len(after) == 0 || after[0].inside):
		return 0
	case r.end && !r.open:
		c.marked[length] = true
		if r.char == '*' && r.original == 2 && r.length == 2 && c.endsWord(r.at) && len(c.ends) < maxSlips {
			c.ends = append(c.ends, r)
		}
		return 0
	case r.original > r.length:
		c.unpaired(r)
		return 0
	}
	if len(after) > 0 && after[0].char == r.char && after[0].original == r.original && c.meantPair(r, after[0]) {
		c.pair(r, after[0])
		return 1
	}
	c.remark = c.remark || r.char == '*' && r.original > 1
	if r.char == '*' && r.original > 1 && r.open && !(c.atLineStart(r.at) && c.marked[length]) {
		c.unpaired(r)
	}
	return 0
}

// endsWord reports whether a whole word of small letters stands before an offset. A
// number has a remark, and S** is a name that is not told.
func (c *context) endsWord(at int) bool {
	n := 0
	for n < at && 'a' <= c.src[at-n-1] && c.src[at-n-1] <= 'z' {
		n++
	}
	return n >= 3
}

// endsLeft tells the ends of bold words that have no beginning, once it is known
// that they mark no remark.
func (c *context) endsLeft() {
	if c.remark || len(c.ends) == 0 || bytes.Contains(c.src, []byte(`\*\*`)) {
		return
	}
	for _, r := range c.ends {
		from := r.at - wordBefore(c.src[:r.at])
		c.slip(EmphasisForm, from, r.at+r.length, enclosed([]byte("**"), c.src[from:r.at]))
	}
}

// wordBefore returns how many bytes of letters and digits s ends with.
func wordBefore(s []byte) int {
	s = s[max(0, len(s)-maxBetter):]
	return len(s) - len(bytes.TrimRightFunc(s, isWord))
}

// meantPair reports whether two runs that stayed text stand around something.
// Single stars between blanks may be a sum, and underscores a blank to fill in.
func (c *context) meantPair(r, end leftRun) bool {
	inner := c.src[r.at+r.length : end.at]
	if len(bytes.TrimSpace(inner)) == 0 {
		return false
	}
	switch {
	case r.char == '_':
		return r.original <= 2 && r.open && !end.open && !end.end && isAffix(c.src[end.at+end.length:])
	case r.char == '*' && r.original == 1:
		after := runeAt(c.src, end.at+end.length)
		opened := r.open && !r.inside && !end.end && (!end.open || isClosing(after))
		closed := !r.open && !r.end && end.end && !end.open && unicode.IsLetter(runeAt(bytes.TrimSpace(inner), 0))
		return (opened || closed) && bytes.IndexByte(inner, '\n') < 0
	}
	return true
}

// isAffix reports whether s begins with letters only, up to the end of the word:
// _UP2K_nya, not _foto_camat.jpg.
func isAffix(s []byte) bool {
	for i, r := range string(s[:min(len(s), maxAffix)]) {
		if !unicode.IsLetter(r) {
			rest := s[i:]
			return i > 0 && (isBlank(rest[0]) || len(rest) == 1 || !isWord(runeAt(rest, 1)))
		}
	}
	return len(s) > 0 && len(s) < maxAffix
}

const maxAffix = 12 // bytes

// pair tells two runs that were meant to pair.
func (c *context) pair(r, end leftRun) {
	sign := c.src[r.at : r.at+r.length]
	if r.char == '_' {
		sign = bytes.Repeat([]byte{'*'}, r.length)
	}
	inner := bytes.TrimSpace(c.src[r.at+r.length : end.at])
	to, better := end.at+end.length, enclosed(sign, inner)
	if n := wordLength(c.src[to:]); n > 0 && isBlank(c.src[end.at-1]) { // the blank goes behind the signs
		better += " " + string(c.src[to:to+n])
		to += n
	}
	c.slip(EmphasisForm, r.at, to, better)
}

// wordLength returns how many bytes of letters and digits s begins with.
func wordLength(s []byte) int {
	s = s[:min(len(s), maxBetter)]
	return len(s) - len(bytes.TrimLeftFunc(s, isWord))
}

// unpaired tells a run whose partner is missing.
func (c *context) unpaired(r leftRun) {
	to := len(c.src)
	if i := bytes.IndexByte(c.src[r.at:], '\n'); i >= 0 {
		to = r.at + i
	}
	c.slip(EmphasisForm, r.at, to, enclosed(bytes.Repeat([]byte{r.char}, r.original), nil))
}

func enclosed(sign, inner []byte) string {
	if len(inner) == 0 || len(inner) > maxBetter || bytes.IndexByte(inner, '\n') >= 0 {
		inner = []byte("…")
	}
	return string(sign) + string(inner) + string(sign)
}

// atLineStart reports whether only blanks and quote marks stand before an offset.
func (c *context) atLineStart(at int) bool {
	line := c.src[bytes.LastIndexByte(c.src[:at], '\n')+1 : at]
	return len(bytes.Trim(line, " \t>|-")) == 0
}
