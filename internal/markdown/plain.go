package markdown

import "strings"

// Text returns the words of a body without its marks, a line for each block: what there is to
// search in. It knows the HTML that this room prints and no other.
func (d *Doc) Text() string {
	var b strings.Builder
	d.WriteText(&b)
	return b.String()
}

// WriteText writes what Text returns, to nothing or behind the end of a line.
func (d *Doc) WriteText(b *strings.Builder) {
	if d == nil {
		return
	}
	b.Grow(len(d.HTML))
	ended := true // a line
	for rest := d.HTML; ; {
		text, tag, found := strings.Cut(rest, "<")
		if ended {
			text = strings.TrimLeft(text, "\n")
		}
		if text != "" {
			writePlain(b, text)
			ended = text[len(text)-1] == '\n'
		}
		if !found {
			return
		}
		tag, rest, _ = strings.Cut(tag, ">")
		if !isMark(tag) && !ended {
			b.WriteByte('\n')
			ended = true
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

// writePlain is the reverse of appendEscaped.
func writePlain(b *strings.Builder, text string) {
	for {
		before, after, found := strings.Cut(text, "&")
		b.WriteString(before)
		if !found {
			return
		}
		name, rest, _ := strings.Cut(after, ";")
		switch name {
		case "amp":
			b.WriteByte('&')
		case "lt":
			b.WriteByte('<')
		case "gt":
			b.WriteByte('>')
		case "quot":
			b.WriteByte('"')
		default:
			b.WriteByte(' ')
		}
		text = rest
	}
}
