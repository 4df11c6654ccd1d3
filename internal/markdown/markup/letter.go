package markup

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsLetter reports whether b is a letter of ASCII.
func IsLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// IsDigit reports whether b is a digit of ASCII.
func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

// IsBlank reports whether b is a space, a tab or a line feed.
func IsBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// IsWord reports whether r is part of a word: a letter or digit of any script.
func IsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// IsOpening reports whether a sign points to what follows it. Some signs point both ways.
func IsOpening(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// IsClosing reports whether a sign points to what stands before it.
func IsClosing(r rune) bool {
	if r < utf8.RuneSelf {
		return bytes.IndexByte([]byte(".,;:!?%)]}"), byte(r)) >= 0
	}
	return r == '…' || unicode.In(r, unicode.Pe, unicode.Pf)
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// RuneAt returns the character at an offset of line, a blank at its end.
func RuneAt(line []byte, i int) rune {
	if i >= len(line) {
		return ' '
	}
	if line[i] < utf8.RuneSelf {
		return rune(line[i])
	}
	r, _ := utf8.DecodeRune(line[i:])
	return r
}

// RunLength returns how often the first byte of s is repeated.
func RunLength(s []byte) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// blanks returns how many bytes of blanks s begins with, wide ones too.
func blanks(s []byte) int {
	for i, r := range string(s[:min(len(s), 64)]) {
		if !unicode.IsSpace(r) || r == '\n' {
			return i
		}
	}
	return min(len(s), 64)
}

// nameLength returns how many letters, digits and signs in more s begins with.
func nameLength[T string | []byte](s T, more string) int {
	n := 0
	for n < len(s) && (IsLetter(s[n]) || IsDigit(s[n]) || strings.IndexByte(more, s[n]) >= 0) {
		n++
	}
	return n
}

// FirstLine returns what s holds before its first line feed.
func FirstLine(s []byte) []byte {
	if i := bytes.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}

// OneLine returns s with one blank for each run of blanks and line ends.
func OneLine(s []byte) string { return string(bytes.Join(bytes.Fields(s), []byte{' '})) }

const maxClip = 80 // characters

// Clip returns the start of the first line of s, at most 80 characters.
func Clip(s []byte) string { return Shorten(FirstLine(bytes.TrimSpace(s)), maxClip) }

// Shorten cuts s to a number of characters.
func Shorten(s []byte, most int) string {
	for i, n := 0, 0; i < len(s); n++ {
		if n == most-1 && utf8.RuneCount(s[i:min(len(s), i+2*utf8.UTFMax)]) > 1 {
			return string(s[:i]) + "…"
		}
		_, size := utf8.DecodeRune(s[i:])
		i += size
	}
	return string(s)
}
