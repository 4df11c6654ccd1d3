package words

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// scanner finds the words of a text, one compound at a time: what hyphens tie together.
type scanner struct {
	folds map[rune]string
	text  string
	at    int     // in text
	found []piece // the compound's words; good until next
	buf   []byte  // what their letters are kept in
}

// piece is a word and its place in the text.
type piece struct {
	word       []byte
	start, end int
}

// next finds the next compound, and tells whether there was one.
func (s *scanner) next() bool {
	s.found, s.buf = s.found[:0], s.buf[:0]
	if s.simple() {
		return true
	}
	for s.at < len(s.text) && !s.word() {
		_, size := s.rune(s.at)
		s.at += size
	}
	for s.hyphen() {
		s.word()
	}
	if len(s.found) == 2 {
		s.tie()
	}
	return len(s.found) > 0
}

// kind is what a byte is to simple.
type kind [256]byte

const (
	between = iota // no letter, and part of no word
	doubtful
	first // all from here on are letters and digits as they are written
)

var kinds = func() (k kind) {
	for c := range k {
		switch lower := byte(c) | 0x20; {
		case small(lower) && c < utf8.RuneSelf:
			k[c] = lower
		case digit(byte(c)):
			k[c] = byte(c)
		case c >= utf8.RuneSelf || c == '.' || c == '\'' || c == '-':
			k[c] = doubtful
		}
	}
	return k
}()

// simple finds the next compound as next does, and tells whether that was one word as most are: letters of ASCII, and
// behind them nothing that may be part of it. Else it has only gone on to where it may begin.
func (s *scanner) simple() bool {
	text, at := s.text, s.at
	for at < len(text) && kinds[text[at]] == between {
		at++
	}
	s.at = at
	start, most := at, min(len(text), at+longest)
	for at < most && kinds[text[at]] >= first {
		at++
	}
	if at == start || at == most && most < len(text) || at < len(text) && kinds[text[at]] == doubtful {
		return false
	}
	for _, c := range []byte(text[start:at]) {
		s.buf = append(s.buf, kinds[c])
	}
	s.at, s.found = at, append(s.found, piece{s.buf, start, at})
	return true
}

// rune is the one at a place in the text, and its size; 0 at the end.
func (s *scanner) rune(at int) (rune, int) {
	if at >= len(s.text) {
		return 0, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

// word reads one that begins here, and tells whether one did.
func (s *scanner) word() bool {
	start, from := s.at, len(s.buf)
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case small(c) || digit(c):
			s.buf = append(s.buf, c)
			s.at++
			continue
		case small(c | 0x20):
			s.buf = append(s.buf, c|0x20)
			s.at++
			continue
		}
		r, size := s.rune(s.at)
		switch {
		case s.letter(r):
			s.write(r)
		case len(s.buf) == from || !s.within(r, s.at+size):
			size = 0
		}
		if size == 0 {
			break
		}
		s.at += size
	}
	if len(s.buf) == from {
		return false
	}
	s.found = append(s.found, piece{s.buf[from:], start, s.at})
	return true
}

func small(c byte) bool { return 'a' <= c && c <= 'z' }
func digit(c byte) bool { return '0' <= c && c <= '9' }

// letter tells whether a rune is a letter or digit.
func (s *scanner) letter(r rune) bool {
	if r < utf8.RuneSelf {
		return small(byte(r)|0x20) || digit(byte(r))
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nd, r)
}

// write adds what a letter or digit is written as.
func (s *scanner) write(r rune) {
	to, folds := s.folds[r]
	if !folds {
		r = unicode.ToLower(r)
		to, folds = s.folds[r]
	}
	if !folds {
		to = string(r)
	}
	s.buf = append(s.buf, to...)
}

// within tells whether a rune inside a word means nothing: an accent of its own, a soft
// hyphen, an apostrophe between letters (but 's is of the grammar), a dot between digits.
func (s *scanner) within(r rune, behind int) bool {
	last := s.text[s.at-1]
	next, size := s.rune(behind)
	switch r {
	case '.':
		return digit(last) && '0' <= next && next <= '9'
	case '\'', '’':
		after, _ := s.rune(behind + size)
		return !digit(last) && next < utf8.RuneSelf && small(byte(next)|0x20) && (next|0x20 != 's' || s.letter(after))
	}
	return '\u0300' <= r && r <= '\u036f' || r == '\u00ad'
}

// hyphen steps over one that ties the word before to a word behind it, and tells whether it did.
func (s *scanner) hyphen() bool {
	r, size := s.rune(s.at)
	if r != '-' && r != '\u2010' && r != '\u2011' {
		return false
	}
	behind, _ := s.rune(s.at + size)
	if !s.letter(behind) {
		return false
	}
	s.at += size
	return true
}

// tie adds what two parts are as one: said twice, the second time with affixes, or written
// together; nothing where that is one of them again, or a number is among them.
func (s *scanner) tie() {
	a, b := s.found[0], s.found[1]
	if digit(a.word[0]) && digit(b.word[0]) {
		return
	}
	twice := min(len(a.word), len(b.word))
	for twice >= 3 && !bytes.HasSuffix(a.word, b.word[:twice]) {
		twice--
	}
	switch {
	case twice < 3:
		twice = 0
	case twice == len(a.word) || twice == len(b.word):
		return
	}
	from := len(s.buf)
	s.buf = append(append(s.buf, a.word...), b.word[twice:]...)
	s.found = append(s.found, piece{s.buf[from:], a.start, b.end})
}
