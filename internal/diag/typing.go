package diag

import (
	"strings"
	"unicode"
)

// Typing returns p, with a better hint if word shows that not the editor but a
// word processor or a web page it was copied from is at fault: quotation marks
// that belong to prose, characters that nobody sees.
func (p Problem) Typing(word string) Problem {
	switch {
	case strings.ContainsFunc(word, func(r rune) bool { return invisible(r) && r >= 0x80 }):
		return p.WithHint("invisible")
	case strings.ContainsFunc(word, special):
		return p.WithHint("odd-blank", Whole(strings.Map(spaced, word)))
	case word != strings.TrimLeft(word, proseQuotes):
		return p.WithHint("plain-quotes", Quoted(Unquoted(word)))
	}
	return p
}

// special says whether a character is a space, and not the one of a keyboard.
func special(r rune) bool { return r != ' ' && unicode.Is(unicode.Zs, r) }

func spaced(r rune) rune {
	if special(r) {
		return ' '
	}
	return r
}

const proseQuotes = "“”„‟‘’‚«»"

// Unquoted returns word without the quotation marks of prose around it.
func Unquoted(word string) string { return strings.Trim(word, proseQuotes) }

// longestWhole is how much we write out of a text that an editor would else lose,
// or is to copy, in characters: more than any summary has.
const longestWhole = 600

// Whole returns s as a value that a sentence repeats to its end, as it does not
// with other texts: these are the words that are lost, or to be copied.
func Whole(s string) whole {
	if r := []rune(s); len(r) > longestWhole {
		s = string(r[:longestWhole]) + "…"
	}
	return whole(s)
}

// Quoted returns s as an editor may write it in a data file: in quotation marks,
// and never with a backslash.
func Quoted(s string) whole {
	s = string(Whole(s))
	if strings.ContainsAny(s, "\"\\") {
		return whole("'" + strings.ReplaceAll(s, "'", "''") + "'")
	}
	return whole(`"` + s + `"`)
}

// invisible says whether a character shows nothing, or turns what follows.
func invisible(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0, r == 0xad, r == 0x180e, r == 0xfeff:
		return true
	}
	return r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x2069
}
