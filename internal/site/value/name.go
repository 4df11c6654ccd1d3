package value

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// PlainNames returns names as readers see them, each once: word processors and web
// pages bring soft hyphens and no-break spaces along, which nobody typed, and some
// systems write accents apart from their letters.
func PlainNames(names []string) []string {
	changed := false
	for i, name := range names {
		plain := cmp.Or(PlainName(name), name) // of one with nothing to see it is told
		changed = changed || plain != name
		names[i] = plain
	}
	if !changed {
		return names
	}
	var once []string
	for _, name := range names {
		if !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	return once
}

// PlainName returns a name in composed letters (NFC), with single blanks, plain hyphens
// and nothing invisible.
func PlainName(name string) string {
	name = norm.NFC.String(name)
	if !HasUnseen(name) && !strings.ContainsAny(name, "\u2011\t") && !strings.Contains(name, "  ") {
		return name
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\u2011': // a hyphen that does not break
			return '-'
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ")
}

// HasUnseen says whether a word holds letters that nobody sees, or blanks that no
// keyboard has. An old address that does hold some is written in percent notation.
func HasUnseen(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
	})
}
