package dev

import (
	"bytes"
	"strings"
)

// tag is a start tag of a page, attr one of its attributes with the place of
// its value. This is no HTML parser: it need only find in what templates made
// the tags a browser finds. Where it errs a tab reloads once too often, for all
// bytes of a page are compared either way.
type tag struct {
	name  string
	attrs []attr
}

type attr struct {
	name     string
	from, to int
}

func (t tag) value(page []byte, name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return string(page[a.from:a.to])
		}
	}
	return ""
}

// tags finds the start tags of a page.
func tags(page []byte) []tag {
	var list []tag
	for i := 0; ; {
		open := bytes.IndexByte(page[i:], '<')
		if open < 0 {
			return list
		}
		i += open + 1
		switch rest := page[i:]; {
		case bytes.HasPrefix(rest, []byte("!--")):
			i += after(rest, "-->")
		case len(rest) > 0 && isLetter(rest[0]):
			var t tag
			t, i = readTag(page, i)
			list = append(list, t)
			switch t.name {
			case "script", "style", "textarea", "title":
				i += after(page[i:], "</")
			}
		}
	}
}

// after returns how far it is to the end of the mark, or of everything.
func after(s []byte, mark string) int {
	if i := bytes.Index(s, []byte(mark)); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// readTag reads a tag whose name begins at i, and returns where it ends.
func readTag(page []byte, i int) (tag, int) {
	end := i + wordLength(page[i:])
	t := tag{name: strings.ToLower(string(page[i:end]))}
	for i = end; i < len(page) && page[i] != '>'; {
		if isSpace(page[i]) || page[i] == '/' {
			i++
			continue
		}
		var a attr
		if a, end = readAttr(page, i); end == i {
			return t, i + 1 // a stray "=" or quote
		}
		t.attrs, i = append(t.attrs, a), end
	}
	return t, i
}

// readAttr reads name, name=value, name='value' or name="value".
func readAttr(page []byte, i int) (attr, int) {
	end := i + wordLength(page[i:])
	a := attr{name: strings.ToLower(string(page[i:end])), from: end, to: end}
	i = end + spaces(page[end:])
	if i >= len(page) || page[i] != '=' {
		return a, end
	}
	i++
	i += spaces(page[i:])
	if i < len(page) && (page[i] == '"' || page[i] == '\'') {
		quote := page[i : i+1]
		i++
		length := bytes.Index(page[i:], quote)
		if length < 0 {
			length = len(page) - i
		}
		a.from, a.to = i, i+length
		return a, min(i+length+1, len(page))
	}
	a.from = i
	for i < len(page) && !isSpace(page[i]) && page[i] != '>' {
		i++
	}
	a.to = i
	return a, i
}

func wordLength(s []byte) int {
	for i, c := range s {
		if isSpace(c) || c == '/' || c == '>' || c == '=' || c == '"' || c == '\'' {
			return i
		}
	}
	return len(s)
}

func spaces(s []byte) int {
	for i, c := range s {
		if !isSpace(c) {
			return i
		}
	}
	return len(s)
}

func isSpace(c byte) bool  { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
