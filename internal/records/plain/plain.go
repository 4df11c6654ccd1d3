// Package plain knows the texts that are shown as they are typed, and finds in them
// what came along from web pages, from Markdown and from other programs: &amp;, <b>,
// **bold**, [[wiki]], {{ code }}.
//
// A text comes in; the pieces of markup in it go out (Markup), or the text without them
// (Text, Strip). It reports nothing: whoever shows a text says what is wrong with it.
// What it costs is bounded, whatever the text.
package plain

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/markdown/markup"
)

// signs begin all markup. Most texts have none of them.
const signs = "&<*_~`[{#"

// Piece is markup in a text.
type Piece struct {
	At, End int // offsets in the text
	// Plain is what is meant by it, "" for nothing.
	Plain string
}

// maxMarkup bounds what a hostile text costs: pieces looked for, and bytes of one.
const (
	maxMarkup      = 200
	maxMarkupBytes = 2000
)

// Markup finds the markup in a text in its order, none within another.
func Markup(text string) []Piece {
	var found []Piece
	tries := 0
	for at := 0; at < len(text) && len(found) < maxMarkup; {
		i := strings.IndexAny(text[at:], signs)
		if i < 0 {
			break
		}
		at += i
		if tries++; tries > 10*maxMarkup {
			break
		}
		p, ok := pieceAt(text, at)
		if !ok {
			at++
			continue
		}
		found = append(found, p)
		at = p.End
	}
	return found
}

// pieceAt reads the markup that begins at an offset, if any does.
func pieceAt(text string, at int) (Piece, bool) {
	rest := text[at:min(len(text), at+maxMarkupBytes)]
	n, plain := 0, ""
	switch text[at] {
	case '&':
		n, plain = entityAt(rest)
	case '<':
		n, plain = htmlTag(rest)
	case '[':
		n, plain = bracketed(rest)
		if n > 0 && at > 0 && text[at-1] == '!' {
			at, n = at-1, n+1
		}
	case '{':
		n = template(rest)
	case '#':
		n = strings.IndexFunc(rest, func(r rune) bool { return r != '#' })
		if at > 0 || n > 6 || n < 1 || rest[n] != ' ' || !letterAt(rest, n+1) {
			n = 0
		}
	default:
		n, plain = emphasis(text, at)
	}
	return Piece{at, at + n, plain}, n > 0
}

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(at, len(s)):])
	return unicode.IsLetter(r)
}

// bareEntities are names of entities that are meant even where their semicolon is missing.
var bareEntities = []string{"nbsp", "amp", "quot"}

// entityAt returns the length of the entity that s begins with, be it escaped twice and
// more, and its character.
func entityAt(s string) (int, string) {
	n := 1
	for n < len(s) && n < 40 && (s[n] == '#' && n == 1 || isASCIILetter(s[n]) || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	if n == len(s) || s[n] != ';' {
		if !slices.Contains(bareEntities, s[1:n]) || n < len(s) && s[n] == '=' {
			return 0, ""
		}
		return n, character(s[:n] + ";")
	}
	n++
	if plain := html.UnescapeString(s[:n]); plain == s[:n] || plain != ";" && strings.HasSuffix(plain, ";") {
		return 0, ""
	}
	for html.UnescapeString(s[:n]) == "&" || strings.HasSuffix(s[:n], "amp;") {
		next := strings.IndexByte(s[n:], ';') + 1
		if again := "&" + s[n:n+next]; next < 2 || next > 12 || html.UnescapeString(again) == again {
			break
		}
		n += next
	}
	return n, character(s[:n])
}

// character returns what an entity stands for, as one types it.
func character(entity string) string {
	for range 5 {
		plain := html.UnescapeString(entity)
		if plain == entity {
			break
		}
		entity = plain
	}
	r, _ := utf8.DecodeRuneInString(entity)
	switch {
	case r == '\u00a0' || unicode.Is(unicode.Zs, r):
		return " "
	case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
		return ""
	}
	return entity
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// htmlTag returns the length of the tag or comment that s begins with, and what stands
// for it in a text.
func htmlTag(s string) (int, string) {
	if strings.HasPrefix(s, "<!--") {
		if i := strings.Index(s, "-->"); i > 0 {
			return i + len("-->"), ""
		}
		return 0, ""
	}
	name := strings.TrimPrefix(s[1:], "/")
	n := 0
	for n < len(name) && (isASCIILetter(name[n]) || n > 0 && '0' <= name[n] && name[n] <= '9') {
		n++
	}
	end := strings.IndexByte(s, '>')
	if n == 0 || end < 0 || n == len(name) || strings.IndexByte(" \n\t/>", name[n]) < 0 ||
		strings.IndexByte(s[1:end], '<') >= 0 {
		return 0, ""
	}
	name = strings.ToLower(name[:n])
	inner := strings.TrimRight(s[1+len(name):end], " /\n\t")
	switch {
	case !markup.IsElement(name):
		return 0, ""
	case s[1] != '/' && inner != "" && !strings.Contains(inner, "="): // <a b c>: words
		return 0, ""
	case name == "sup" || name == "sub":
		if n, plain := raised(s, name); n > 0 {
			return n, plain
		}
	}
	if markup.PartsWords(name) {
		return end + 1, " "
	}
	return end + 1, ""
}

var raisedDigits = strings.NewReplacer("1", "¹", "2", "²", "3", "³")

// raised returns the length of <sup>2</sup> and its character: m² is written so.
func raised(s, name string) (int, string) {
	open, shut := "<"+name+">", "</"+name+">"
	if len(s) < len(open)+1+len(shut) || s[:len(open)] != open || s[len(open)+1:len(open)+1+len(shut)] != shut {
		return 0, ""
	}
	digit := s[len(open) : len(open)+1]
	if name == "sup" {
		digit = raisedDigits.Replace(digit)
	}
	return len(open) + 1 + len(shut), digit
}

// Strip returns a text without its markup; all else stays as it is.
func Strip(text string) string {
	found := Markup(text)
	if found == nil {
		return text
	}
	var b strings.Builder
	last := 0
	for _, p := range found {
		b.WriteString(text[last:p.At])
		b.WriteString(p.Plain)
		last = p.End
	}
	b.WriteString(text[last:])
	return b.String()
}

// Text returns a text without its markup, and without the blanks that it leaves behind.
func Text(text string) string {
	text = strings.Join(strings.Fields(Strip(text)), " ")
	for _, sign := range []string{".", ",", ";", ":", "!", "?", ")"} {
		text = strings.ReplaceAll(text, " "+sign, sign)
	}
	return text
}
