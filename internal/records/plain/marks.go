package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/markdown/markup"
)

// bracketed returns the length of the link, the name in double brackets or the
// shortcode that s begins with, and its words. "[Foto] Camat hadir" is text.
func bracketed(s string) (int, string) {
	if strings.HasPrefix(s, "[[") {
		end := strings.Index(s, "]]")
		if end < 0 || !strings.ContainsFunc(s[2:end], unicode.IsLetter) || strings.ContainsAny(s[2:end], "[]\n") {
			return 0, ""
		}
		name := s[2:end]
		if i := strings.LastIndexByte(name, '|'); i >= 0 {
			name = name[i+1:]
		}
		return end + 2, strings.TrimSpace(name)
	}
	end := Bracketed(s)
	if end < 3 {
		return 0, ""
	}
	label := s[1 : end-1]
	if n := linkTarget(s[end:]); n > 0 {
		return end + n, Strip(label)
	}
	if isShortcode(label) {
		return end, ""
	}
	return 0, ""
}

// Bracketed returns the offset behind the bracket that closes the one which a text
// begins with, -1 without.
func Bracketed(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// linkTarget returns the length of the address in parentheses that s begins with.
// "(2024)" and "(foto: Humas)" behind brackets are text.
func linkTarget(s string) int {
	end := strings.IndexByte(s, ')')
	if end < 2 || s[0] != '(' {
		return 0
	}
	target := s[1:end]
	if i := strings.IndexAny(target, " \""); i > 0 && strings.HasSuffix(target, `"`) {
		target = target[:i] // and a title
	}
	if strings.ContainsAny(target, " \n") || !strings.ContainsAny(target, "./:#") ||
		strings.Trim(target, "0123456789.,/:") == "" {
		return 0
	}
	return end + 1
}

// isShortcode says whether words in brackets are an order to another program:
// caption id="1", /caption. Words alone may be a kind of news: [video].
func isShortcode(label string) bool {
	name, rest, more := strings.Cut(label, " ")
	closing := strings.HasPrefix(name, "/")
	return markup.IsShortcode(strings.TrimPrefix(name, "/")) &&
		(closing && !more || strings.Contains(rest, "=\"") || strings.Contains(rest, "='"))
}

// template returns the length of the {{ code }}, {% tag %} or {: .attribute } that s
// begins with.
func template(s string) int {
	end := markup.TemplateEnd([]byte(s[:min(len(s), 2)]))
	if strings.HasPrefix(s, "{:") && len(s) > 3 && strings.IndexByte(".# ", s[2]) >= 0 {
		end = "}"
	}
	i := strings.Index(s, end)
	if end == "" || i < 0 {
		return 0
	}
	return i + len(end)
}

// emphasis returns the length of the words in marks that begin at an offset, and the
// words. A mark opens before a word and closes behind one: 5*6*7, Rp5.000*, Jum`at and
// nama_berkas_ini are text.
func emphasis(text string, at int) (int, string) {
	c := text[at]
	width := 1
	for at+width < len(text) && text[at+width] == c {
		width++
	}
	if width > 3 || c == '~' && width != 2 || c == '`' && width != 1 || !startsWord(text, at) ||
		at+width == len(text) || !opensWord(text, at+width, width > 1) {
		return 0, ""
	}
	mark := text[at : at+width]
	last := min(len(text), at+maxMarkupBytes)
	if i := strings.Index(text[at:last], "\n\n"); i >= 0 {
		last = at + i
	}
	for from := at + width; ; {
		i := strings.Index(text[from:last], mark)
		if i < 0 {
			return 0, ""
		}
		end := from + i + width
		for end < len(text) && text[end] == c {
			end++
		}
		inner := text[at+width : end-width]
		if closesWord(text, end-width, end, width > 1 && c != '_') {
			return end - at, Strip(inner)
		}
		from = end
	}
}

// startsWord says whether what stands at an offset begins a word.
func startsWord(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || unicode.IsSpace(r) || strings.ContainsRune("(\"'“‘[*_~/–—-", r)
}

// opensWord wants a letter, a quotation mark or other markup behind an opening mark;
// digits behind a single one are those of *123# or a footnote.
func opensWord(text string, at int, double bool) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r) || strings.ContainsRune("\"“‘[<*_~`", r) || double && unicode.IsDigit(r)
}

// closesWord says whether a mark stands right behind a word; an affix may follow where
// the mark is double: **UP2K**nya.
func closesWord(text string, at, end int, affix bool) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if unicode.IsSpace(before) || strings.ContainsRune("(“‘/", before) {
		return false
	}
	if affix || end == len(text) {
		return true
	}
	return after != ')' && !unicode.IsLetter(after) && !unicode.IsDigit(after) &&
		!strings.ContainsRune("*_~`", after) || after == ')' && strings.Contains(text[:at], "(")
}
