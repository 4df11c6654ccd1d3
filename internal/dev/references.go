package dev

import (
	"bytes"
	"html"
	"strings"
)

// reference is a place in a page that makes a browser fetch something to show.
type reference struct {
	target    string
	from, to  int  // of the attribute's value
	swappable bool // a style sheet or icon
}

// references finds them in the order of the page. Links to other pages are none.
func references(page []byte) []reference {
	var list []reference
	for _, t := range tags(page) {
		rel := t.value(page, "rel")
		for _, a := range t.attrs {
			value := html.UnescapeString(string(page[a.from:a.to]))
			switch {
			case t.name == "link" && a.name == "href":
				swap := hasWord(rel, "stylesheet") || hasWord(rel, "icon")
				if swap || hasWord(rel, "preload") || hasWord(rel, "manifest") {
					list = append(list, reference{value, a.from, a.to, swap})
				}
			case a.name == "srcset", a.name == "imagesrcset":
				for candidate := range strings.SplitSeq(value, ",") {
					if f := strings.Fields(candidate); len(f) > 0 {
						list = append(list, reference{target: f[0]})
					}
				}
			case a.name == "src" && t.name != "iframe", a.name == "poster", a.name == "data" && t.name == "object",
				strings.HasSuffix(a.name, "href") && (t.name == "use" || t.name == "image"):
				list = append(list, reference{target: value})
			}
		}
	}
	return list
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

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
