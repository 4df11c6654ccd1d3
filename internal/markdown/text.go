package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// text prints running text: escapes and entities are resolved.
func (w *writer) text(s []byte) {
	for {
		i := bytes.IndexAny(s, `&<>\`)
		if i < 0 {
			w.buf = append(w.buf, s...)
			return
		}
		w.buf = append(w.buf, s[:i]...)
		s = s[i:]
		s = s[w.special(s):]
	}
}

// special prints what s starts with, a special byte, and returns its length.
func (w *writer) special(s []byte) int {
	switch s[0] {
	case '\\':
		if len(s) > 1 && util.IsPunct(s[1]) {
			if w.inPath(s) {
				w.buf = append(w.buf, '\\')
			}
			w.buf = appendEscaped(w.buf, string(s[1:2]))
			return 2
		}
	case '&':
		if chars, n := entity(s); n > 0 {
			w.buf = appendEscaped(w.buf, string(chars))
			return n
		}
	}
	w.buf = appendEscaped(w.buf, string(s[:1]))
	return 1
}

// inPath reports whether the backslash that s begins with is one of a path of
// Windows, D:\foto\(baru) or \\server\foto, where it escapes nothing.
func (w *writer) inPath(s []byte) bool {
	word := w.buf[max(0, len(w.buf)-maxPath):]
	word = bytes.TrimLeft(word[bytes.LastIndexAny(word, " \n>")+1:], "(")
	if len(word) == 0 {
		share, _, _ := bytes.Cut(s, []byte{' '})
		return len(s) > 2 && s[1] == '\\' && markup.IsLetter(s[2]) && bytes.IndexByte(share[2:], '\\') > 0
	}
	isDrive := len(word) > 2 && markup.IsLetter(word[0]) && word[1] == ':' && word[2] == '\\'
	return isDrive || bytes.HasPrefix(word, []byte(`\\`))
}

const maxPath = 260 // bytes

// raw prints text in which nothing has a meaning: code, bare addresses.
func (w *writer) raw(s []byte) {
	w.buf = appendEscaped(w.buf, s)
}

// appendEscaped appends s for use as text or in double quotes.
func appendEscaped[T string | []byte](dst []byte, s T) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		esc := ""
		switch s[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&quot;"
		default:
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, esc...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}

// unescape appends s with backslash escapes and entities resolved, each once.
func unescape(dst, s []byte) []byte {
	from := 0
	for i := 0; i < len(s); {
		n := 0
		var chars []byte
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			chars, n = s[i+1:i+2], 2
		case s[i] == '&':
			chars, n = entity(s[i:])
		}
		if n == 0 {
			i++
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, chars...)
		i += n
		from = i
	}
	return append(dst, s[from:]...)
}

const longestEntity = len("&CounterClockwiseContourIntegral;")

// entity returns the characters of the entity s starts with, and its length, which
// is 0 if there is none.
func entity(s []byte) (chars []byte, n int) {
	s = s[:min(len(s), longestEntity)]
	for n = 1; n < len(s) && (markup.IsLetter(s[n]) || markup.IsDigit(s[n]) || s[n] == '#' && n == 1); n++ {
	}
	if n < 3 || n == len(s) || s[n] != ';' {
		return nil, 0
	}
	name := string(s[1:n])
	if name[0] == '#' {
		r, ok := numeric(name[1:])
		if !ok {
			return nil, 0
		}
		return utf8.AppendRune(nil, r), n + 1
	}
	e, ok := util.LookUpHTML5EntityByName(name)
	if !ok {
		return nil, 0
	}
	return e.Characters, n + 1
}

// numeric reads "38" or "x26".
func numeric(s string) (rune, bool) {
	base, digits := 10, 7
	if s[0]|0x20 == 'x' {
		s, base, digits = s[1:], 16, 6
	}
	v, err := strconv.ParseUint(s, base, 32)
	if err != nil || len(s) > digits {
		return 0, false
	}
	if isForbidden(rune(v)) || !utf8.ValidRune(rune(v)) {
		return utf8.RuneError, true
	}
	return rune(v), true
}

// plain appends the text below n without any markup.
func (w *writer) plain(dst []byte, n ast.Node) []byte {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Text:
			dst = w.plainText(dst, k)
		case *ast.AutoLink:
			dst = append(dst, k.Label(w.src)...)
		case *grammar.Foreign:
			dst = append(dst, k.Value(w.src)...)
		case *ast.RawHTML:
			if name, _ := markup.Element(k.Segments.Value(w.src)); markup.PartsWords(name) {
				dst = append(dst, ' ')
			}
		default:
			dst = w.plain(dst, k)
		}
	}
	return dst
}

func (w *writer) plainText(dst []byte, n *ast.Text) []byte {
	s := n.Segment.Value(w.src)
	if n.IsRaw() {
		return append(dst, bytes.ReplaceAll(s, []byte{'\n'}, []byte{' '})...)
	}
	dst = unescape(dst, s)
	if n.SoftLineBreak() || n.HardLineBreak() {
		dst = append(dst, ' ')
	}
	return dst
}

// slug appends the anchor of a heading: its letters and digits in lower case, of
// every script, with a dash for whatever is between them.
func slug(dst []byte, heading string) []byte {
	start := len(dst)
	dst = slices.Grow(dst, len(heading))
	gap := false
	for _, r := range heading {
		isPart := r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
		if !isPart && (r < utf8.RuneSelf || !unicode.In(r, unicode.Letter, unicode.Number, unicode.Mark)) {
			gap = true
			continue
		}
		if gap && len(dst) > start {
			dst = append(dst, '-')
		}
		gap = false
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	if len(dst) == start {
		dst = append(dst, "bagian"...)
	}
	return dst
}
