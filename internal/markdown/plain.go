package markdown

import (
	"slices"
	"strings"
)

// Text returns the words of a body without its marks, a line for each block: what there is to
// search in. It knows the HTML that this room prints and no other.
func (d *Doc) Text() string { return string(d.AppendText(nil)) }

// AppendText adds what Text returns, to nothing or behind the end of a line.
func (d *Doc) AppendText(b []byte) []byte {
	if d == nil {
		return b
	}
	b = slices.Grow(b, len(d.HTML))
	for rest := d.HTML; ; {
		text, tag, found := strings.Cut(rest, "<")
		if len(b) == 0 || b[len(b)-1] == '\n' {
			text = strings.TrimLeft(text, "\n")
		}
		b = appendPlain(b, text)
		if !found {
			return b
		}
		tag, rest, _ = strings.Cut(tag, ">")
		if !isMark(tag) && len(b) > 0 && b[len(b)-1] != '\n' {
			b = append(b, '\n')
		}
	}
}

// isMark says whether a tag stands within a word or beside it: what is around it is of one line.
func isMark(tag string) bool {
	name, _, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
	switch name {
	case "a", "em", "strong", "del", "code":
		return true
	}
	return false
}

// appendPlain is the reverse of appendEscaped.
func appendPlain(dst []byte, text string) []byte {
	for {
		before, after, found := strings.Cut(text, "&")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		name, rest, _ := strings.Cut(after, ";")
		switch name {
		case "amp":
			dst = append(dst, '&')
		case "lt":
			dst = append(dst, '<')
		case "gt":
			dst = append(dst, '>')
		case "quot":
			dst = append(dst, '"')
		default:
			dst = append(dst, ' ')
		}
		text = rest
	}
}
