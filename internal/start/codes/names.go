package codes

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode is a text in UTF-8, whatever wrote it.
func decode(text []byte) string {
	switch {
	case bytes.HasPrefix(text, []byte("\xef\xbb\xbf")):
		text = text[3:]
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return from16(text[2:], binary.LittleEndian)
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return from16(text[2:], binary.BigEndian)
	case len(text) > 3 && text[1] == 0 && text[3] == 0: // letters of ours are below 256
		return from16(text, binary.LittleEndian)
	case len(text) > 3 && text[0] == 0 && text[2] == 0:
		return from16(text, binary.BigEndian)
	}
	if utf8.Valid(text) {
		return string(text)
	}
	s, _ := charmap.Windows1252.NewDecoder().Bytes(text) // it decodes any bytes
	return string(s)
}

func from16(text []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = order.Uint16(text[2*i:])
	}
	return string(utf16.Decode(units))
}

var roman = regexp.MustCompile(`^(X{0,3})(IX|IV|V?I{0,3})$`)

// kept are short words that stay as they are.
var kept = []string{"DKI", "DI", "D.I."}

// Titled is a name in capitals or in small letters as one writes it: KOTA BARU II → Kota Baru II.
// One with both is written already.
func Titled(name string) string {
	if strings.ContainsFunc(name, unicode.IsLower) && strings.ContainsFunc(name, unicode.IsUpper) {
		return name
	}
	words := strings.Fields(strings.ToUpper(name))
	for i, word := range words {
		bare := strings.Trim(word, "().,")
		switch {
		case bare != "" && roman.MatchString(bare),
			i == 0 && slices.Contains(kept, word) && len(words) > 1:
		case i > 0 && bare == "DAN":
			words[i] = strings.ToLower(word)
		default:
			words[i] = capital(word)
		}
	}
	return strings.Join(words, " ")
}

// capital writes the first letter of each part of a word large, the others small. Behind an
// apostrophe a word goes on: Ma'rang.
func capital(word string) string {
	first := true
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == '`' {
			if first {
				first = false
				return unicode.ToUpper(r)
			}
			return unicode.ToLower(r)
		}
		first = true
		return r
	}, word)
}

// without is a name without the word for what it is.
func without(name string, prefixes ...string) string {
	for _, p := range prefixes {
		if len(name) > len(p) && strings.EqualFold(name[:len(p)], p) {
			return strings.TrimSpace(name[len(p):])
		}
	}
	return name
}

// spelt is a city's or regency's name with the word for it in full.
func spelt(name string) string {
	if rest := without(name, "Kab. ", "Kab "); rest != name {
		return "Kabupaten " + rest
	}
	return name
}

// Kecamatan is the name of a kecamatan as one writes it, without that word.
func Kecamatan(name string) string { return without(Titled(name), "Kecamatan ", "Kec. ") }

// Place is the name of a city or regency as one writes it.
func Place(name string) string { return spelt(Titled(name)) }

// unprefixed takes the word for a kelurahan or desa off the names where all have it: of one
// alone it may be a part.
func unprefixed(areas []Area) {
	for _, prefix := range []string{"Kelurahan ", "Kel. ", "Desa "} {
		has := func(a Area) bool { return without(a.Name, prefix) != a.Name }
		if len(areas) > 1 && !slices.ContainsFunc(areas, func(a Area) bool { return !has(a) }) {
			for i := range areas {
				areas[i].Name = without(areas[i].Name, prefix)
			}
		}
	}
}

// isControl says whether a sign is for machines alone, and no space.
func isControl(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }

// Clean is a text in one line, without what nobody sees.
func Clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}
