package markup

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"
)

// Signs is a run of equal signs of emphasis that has no partner, or not for all of it:
// readers see what is left of it.
type Signs struct {
	Char      byte
	At        int // offset
	Length    int // what is left of it
	Typed     int // its length as it was typed
	Open, End bool
	InWord    bool // letters or digits stand on both sides
}

// Emphasis gathers the slips of emphasis in a body.
type Emphasis struct {
	Src    []byte
	Slips  []Slip
	left   []Signs // of this block
	marked [3]bool // by length: whether a word had stars after it that stayed
	ends   []Signs // of "**" that was never begun, or marks a remark
	remark bool    // such a remark begins somewhere
}

const maxBetter = 120 // bytes; what is longer is reported as "**…**"

func (e *Emphasis) slip(from, to int, better string) {
	if len(e.Slips) < MaxSlips {
		e.Slips = append(e.Slips, Slip{From: from, To: to, Better: better})
	}
}

// Add notes a run of the block that is being read.
func (e *Emphasis) Add(s Signs) { e.left = append(e.left, s) }

// EndBlock judges the runs that stayed text in a block. A star after a word marks
// a remark, and the remark begins with one: neither was meant as emphasis.
func (e *Emphasis) EndBlock() {
	if len(e.left) > 0 && len(e.Slips) < MaxSlips {
		slices.SortFunc(e.left, func(a, b Signs) int { return cmp.Compare(a.At, b.At) })
		for i := 0; i < len(e.left) && len(e.Slips) < MaxSlips; i++ {
			i += e.judge(e.left[i], e.left[i+1:])
		}
	}
	e.left = e.left[:0]
}

// judge judges a run and those after it. It returns how many of these have been
// reported with it.
func (e *Emphasis) judge(s Signs, after []Signs) int {
	length := min(s.Typed, len(e.marked)-1)
	switch {
	case s.InWord && (len(after) == 0 || after[0].InWord):
		return 0
	case s.End && !s.Open:
		e.marked[length] = true
		if s.Char == '*' && s.Typed == 2 && s.Length == 2 && e.endsWord(s.At) && len(e.ends) < MaxSlips {
			e.ends = append(e.ends, s)
		}
		return 0
	case s.Typed > s.Length:
		e.unpaired(s)
		return 0
	}
	if len(after) > 0 && after[0].Char == s.Char && after[0].Typed == s.Typed && e.meantPair(s, after[0]) {
		e.pair(s, after[0])
		return 1
	}
	e.remark = e.remark || s.Char == '*' && s.Typed > 1
	if s.Char == '*' && s.Typed > 1 && s.Open && !(e.atLineStart(s.At) && e.marked[length]) {
		e.unpaired(s)
	}
	return 0
}

const shortestBold = 3 // letters of a word that loses the beginning of its emphasis

// endsWord reports whether a whole word of small letters stands before an offset. A
// number has a remark, and S** hides a name.
func (e *Emphasis) endsWord(at int) bool {
	n := 0
	for n < at && 'a' <= e.Src[at-n-1] && e.Src[at-n-1] <= 'z' {
		n++
	}
	return n >= shortestBold
}

// EndBody judges the ends of bold words that have no beginning: only now is it known
// whether they mark a remark.
func (e *Emphasis) EndBody() {
	if e.remark || len(e.ends) == 0 || bytes.Contains(e.Src, []byte(`\*\*`)) {
		return
	}
	for _, s := range e.ends {
		from := s.At - wordBefore(e.Src[:s.At])
		e.slip(from, s.At+s.Length, enclosed([]byte("**"), e.Src[from:s.At]))
	}
}

// wordBefore returns how many bytes of letters and digits s ends with.
func wordBefore(s []byte) int {
	s = s[max(0, len(s)-maxBetter):]
	return len(s) - len(bytes.TrimRightFunc(s, IsWord))
}

// meantPair reports whether two runs that stayed text stand around something.
// Single stars between blanks may be a sum, and underscores a blank to fill in.
func (e *Emphasis) meantPair(s, end Signs) bool {
	inner := e.Src[s.At+s.Length : end.At]
	if len(bytes.TrimSpace(inner)) == 0 {
		return false
	}
	switch {
	case s.Char == '_':
		return s.Typed <= 2 && s.Open && !end.Open && !end.End && isAffix(e.Src[end.At+end.Length:])
	case s.Char == '*' && s.Typed == 1:
		after := RuneAt(e.Src, end.At+end.Length)
		opened := s.Open && !s.InWord && !end.End && (!end.Open || IsClosing(after))
		closed := !s.Open && !s.End && end.End && !end.Open && unicode.IsLetter(RuneAt(bytes.TrimSpace(inner), 0))
		return (opened || closed) && bytes.IndexByte(inner, '\n') < 0
	}
	return true
}

const maxAffix = 12 // bytes

// isAffix reports whether s begins with letters only, up to the end of the word:
// _UP2K_nya, not _foto_camat.jpg.
func isAffix(s []byte) bool {
	for i, r := range string(s[:min(len(s), maxAffix)]) {
		if !unicode.IsLetter(r) {
			rest := s[i:]
			return i > 0 && (IsBlank(rest[0]) || len(rest) == 1 || !IsWord(RuneAt(rest, 1)))
		}
	}
	return len(s) > 0 && len(s) < maxAffix
}

// pair reports two runs that were meant to pair.
func (e *Emphasis) pair(s, end Signs) {
	sign := e.Src[s.At : s.At+s.Length]
	if s.Char == '_' {
		sign = bytes.Repeat([]byte{'*'}, s.Length)
	}
	inner := bytes.TrimSpace(e.Src[s.At+s.Length : end.At])
	to, better := end.At+end.Length, enclosed(sign, inner)
	if n := wordLength(e.Src[to:]); n > 0 && IsBlank(e.Src[end.At-1]) { // the blank goes behind the signs
		better += " " + string(e.Src[to:to+n])
		to += n
	}
	e.slip(s.At, to, better)
}

// wordLength returns how many bytes of letters and digits s begins with.
func wordLength(s []byte) int {
	s = s[:min(len(s), maxBetter)]
	return len(s) - len(bytes.TrimLeftFunc(s, IsWord))
}

// unpaired reports a run whose partner is missing.
func (e *Emphasis) unpaired(s Signs) {
	to := s.At + len(FirstLine(e.Src[s.At:]))
	e.slip(s.At, to, enclosed(bytes.Repeat([]byte{s.Char}, s.Typed), nil))
}

func enclosed(sign, inner []byte) string {
	if len(inner) == 0 || len(inner) > maxBetter || bytes.IndexByte(inner, '\n') >= 0 {
		inner = []byte("…")
	}
	return string(sign) + string(inner) + string(sign)
}

// atLineStart reports whether only blanks and quote marks stand before an offset.
func (e *Emphasis) atLineStart(at int) bool {
	line := e.Src[bytes.LastIndexByte(e.Src[:at], '\n')+1 : at]
	return len(bytes.Trim(line, " \t>|-")) == 0
}
