package geojson

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// scanner walks through a JSON text and knows where it is, which encoding/json
// tells only of syntax errors. After the first syntax error it finds nothing
// more: at is then the end.
type scanner struct {
	data []byte
	at   int
	// wrong is what is wrong with the syntax at badAt, "" when nothing is.
	wrong diag.Word
	badAt int
	// cut says that the text ended there.
	cut   bool
	depth int
}

// maxDepth is how deep values may be nested; a map needs eight levels.
const maxDepth = 50

func (s *scanner) fail(at int, wrong diag.Word) {
	if s.wrong == "" {
		s.wrong, s.badAt, s.cut = wrong, min(at, len(s.data)), s.at >= len(s.data)
	}
	s.at = len(s.data)
}

// peek skips blanks and returns the next character, 0 at the end.
func (s *scanner) peek() byte {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return c
		}
	}
	return 0
}

// kind is the type of the next value as a problem names it.
func (s *scanner) kind() diag.Word {
	switch c := s.peek(); {
	case c == '{':
		return "map"
	case c == '[':
		return "list"
	case c == '"':
		return "text"
	case c == 't', c == 'f':
		return "yes-no"
	case c == '-', c >= '0' && c <= '9':
		return "number"
	}
	return "nothing"
}

// object calls entry for each key, with its position; entry reads the value.
func (s *scanner) object(entry func(key string, at int)) {
	s.members('}', func() {
		at := s.at
		if s.peek() != '"' {
			s.fail(s.at, "json-key")
			return
		}
		key := s.text()
		if s.peek() != ':' {
			s.fail(s.at, "json-colon")
			return
		}
		s.at++
		s.peek()
		entry(key, at)
	})
}

// array calls element for each; element reads it.
func (s *scanner) array(element func()) { s.members(']', element) }

// members reads what stands between brackets and commas.
func (s *scanner) members(end byte, member func()) {
	start := s.at
	s.at++
	if s.depth++; s.depth > maxDepth {
		s.fail(start, "json-deep")
		return
	}
	defer func() { s.depth-- }()
	if s.peek() == end {
		s.at++
		return
	}
	for {
		s.peek()
		member()
		switch s.peek() {
		case ',':
			s.at++
		case end:
			s.at++
			return
		case 0:
			s.fail(start, "yaml-bracket")
			return
		default:
			s.fail(s.at, "json-comma")
			return
		}
	}
}

// text reads a string.
func (s *scanner) text() string {
	start := s.at
	for s.at++; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; {
		case c == '"':
			s.at++
			return s.unquoted(start)
		case c == '\\':
			s.at++
		case c < ' ':
			s.fail(start, "yaml-quote")
			return ""
		}
	}
	s.fail(start, "yaml-quote")
	return ""
}

// unquoted resolves the escapes of the string from start to here.
func (s *scanner) unquoted(start int) string {
	raw := s.data[start+1 : s.at-1]
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	var text []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			text = append(text, raw[i])
			continue
		}
		i++
		switch c := raw[i]; c {
		case '"', '\\', '/':
			text = append(text, c)
		case 'b', 'f', 'n', 'r', 't':
			text = append(text, ' ')
		case 'u':
			digits := raw[min(i+1, len(raw)):min(i+5, len(raw))]
			n, err := strconv.ParseUint(string(digits), 16, 16)
			if err != nil || len(digits) < 4 {
				s.fail(start+i, "yaml-escape")
				return ""
			}
			text = utf8.AppendRune(text, rune(n)) // half of a pair becomes U+FFFD: no name needs one
			i += 4
		default:
			s.fail(start+i, "yaml-escape")
			return ""
		}
	}
	return string(text)
}

// number reads one.
func (s *scanner) number() float64 {
	start := s.at
	for s.at < len(s.data) && bytes.IndexByte([]byte("+-.eE0123456789"), s.data[s.at]) >= 0 {
		s.at++
	}
	x, err := strconv.ParseFloat(string(s.data[start:s.at]), 64)
	if err != nil || !isNumber(s.data[start:s.at]) {
		s.fail(start, "json-value")
	}
	return x
}

// isNumber says whether JSON takes a number that Go takes too (RFC 8259, 6): no plus
// before it, no zero before other digits, digits on both sides of a point.
func isNumber(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("-"))
	digits := len(text) - len(bytes.TrimLeft(text, "0123456789"))
	if digits == 0 || digits > 1 && text[0] == '0' {
		return false
	}
	fraction, point := bytes.CutPrefix(text[digits:], []byte("."))
	return !point || len(fraction) > 0 && fraction[0] >= '0' && fraction[0] <= '9'
}

// literal reads true, false or null and says whether it was true.
func (s *scanner) literal() bool {
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(s.data[s.at:], []byte(word)) {
			s.at += len(word)
			return word == "true"
		}
	}
	s.fail(s.at, "json-value")
	return false
}

// skip reads any value.
func (s *scanner) skip() {
	switch s.kind() {
	case "map":
		s.object(func(string, int) { s.skip() })
	case "list":
		s.array(s.skip)
	case "text":
		s.text()
	case "number":
		s.number()
	default:
		s.literal()
	}
}
