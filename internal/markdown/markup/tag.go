package markup

import (
	"bytes"
	"strings"
)

// Tag reads an opening or closing tag as CommonMark defines it, line by line.
type Tag struct{ state tagState }

type tagState int

const (
	tagStart tagState = iota
	tagOpen           // after "<"
	tagSlash          // after "</"
	tagName
	tagCloseName
	tagCloseSpace
	tagSpace    // where an attribute may begin
	tagAttr     // in an attribute's name
	tagAttrDone // in the space after it
	tagEqual    // after "="
	tagBare
	tagSingle
	tagDouble
	tagQuoted // after a closing quote
	tagEmpty  // after the "/" of "/>"
	tagEnd
	tagFailed
)

// Read goes on with line and returns how many bytes of it were read.
func (t *Tag) Read(line []byte) int {
	for i, b := range line {
		t.state = t.state.next(b)
		if t.state >= tagEnd {
			return i + 1
		}
	}
	return len(line)
}

// IsWhole reports whether the tag has been read to its end.
func (t *Tag) IsWhole() bool { return t.state == tagEnd }

// IsNone reports whether what was read is no tag.
func (t *Tag) IsNone() bool { return t.state == tagFailed }

func (s tagState) next(b byte) tagState {
	switch s {
	case tagSingle:
		return pick(b == '\'', tagQuoted, s)
	case tagDouble:
		return pick(b == '"', tagQuoted, s)
	case tagStart:
		return pick(b == '<', tagOpen, tagFailed)
	case tagOpen:
		if b == '/' {
			return tagSlash
		}
		return pick(IsLetter(b), tagName, tagFailed)
	case tagSlash:
		return pick(IsLetter(b), tagCloseName, tagFailed)
	case tagEmpty:
		return pick(b == '>', tagEnd, tagFailed)
	case tagCloseName, tagCloseSpace:
		return s.nextClosing(b)
	case tagEqual, tagBare:
		return s.nextValue(b)
	}
	return s.nextOpening(b)
}

func (s tagState) nextOpening(b byte) tagState {
	switch {
	case b == '>':
		return tagEnd
	case b == '/':
		return tagEmpty
	case IsBlank(b):
		return pick(s == tagAttr || s == tagAttrDone, tagAttrDone, tagSpace)
	case b == '=':
		return pick(s == tagAttr || s == tagAttrDone, tagEqual, tagFailed)
	case s == tagName:
		return pick(IsLetter(b) || IsDigit(b) || b == '-', s, tagFailed)
	case s == tagQuoted:
		return tagFailed
	case IsLetter(b) || b == '_' || b == ':':
		return tagAttr
	case IsDigit(b) || b == '.' || b == '-':
		return pick(s == tagAttr, s, tagFailed)
	}
	return tagFailed
}

func (s tagState) nextClosing(b byte) tagState {
	switch {
	case b == '>':
		return tagEnd
	case IsBlank(b):
		return tagCloseSpace
	case s == tagCloseName && (IsLetter(b) || IsDigit(b) || b == '-'):
		return s
	}
	return tagFailed
}

func (s tagState) nextValue(b byte) tagState {
	switch {
	case IsBlank(b):
		return pick(s == tagBare, tagSpace, s)
	case b == '"' && s == tagEqual:
		return tagDouble
	case b == '\'' && s == tagEqual:
		return tagSingle
	case b == '>' && s == tagBare:
		return tagEnd
	case b < ' ' || b == '"' || b == '\'' || b == '=' || b == '<' || b == '>' || b == '`':
		return tagFailed
	}
	return tagBare
}

func pick(yes bool, a, b tagState) tagState {
	if yes {
		return a
	}
	return b
}

// FirstTag returns the tag that s begins with, empty if it begins with none.
func FirstTag(s []byte) []byte {
	t := Tag{}
	if n := t.Read(s); t.IsWhole() {
		return s[:n]
	}
	return nil
}

// TagsOnly reports whether line holds nothing but whole tags, and whether one of
// them is of an element that parts paragraphs.
func TagsOnly(line []byte) (blocks, only bool) {
	rest := bytes.TrimSpace(line)
	for len(rest) > 0 {
		t := FirstTag(rest)
		if len(t) == 0 || EndMark(t) != "" {
			return false, false
		}
		name, _ := Element(t)
		blocks = blocks || partsBlocks(name)
		rest = bytes.TrimLeft(rest[len(t):], " \t")
	}
	return blocks, true
}

// WithoutTags returns s without its tags.
func WithoutTags(s []byte) []byte {
	var out []byte
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			return append(out, s...)
		}
		t := FirstTag(s[i:])
		out = append(out, s[:i+1]...)
		if len(t) > 0 {
			out = out[:len(out)-1]
		}
		if name, _ := Element(t); PartsWords(name) {
			out = append(out, '\n')
		}
		s = s[i+max(len(t), 1):]
	}
}

// Element returns the name of the tag that html begins with, "" for a comment.
func Element(html []byte) (name string, closing bool) {
	s, ok := bytes.CutPrefix(html, []byte("<"))
	if !ok {
		return "", false
	}
	s, closing = bytes.CutPrefix(s, []byte("/"))
	n := nameLength(s, "-")
	return strings.ToLower(string(s[:n])), closing && n > 0
}

// EndMark returns what ends the HTML at the start of s, if it may go on over blank
// lines; "" if it may not.
func EndMark(s []byte) string {
	switch {
	case bytes.HasPrefix(s, []byte("<!--")):
		return "-->"
	case bytes.HasPrefix(s, []byte("<?")):
		return "?>"
	case bytes.HasPrefix(s, []byte("<![CDATA[")):
		return "]]>"
	case len(s) > 2 && s[1] == '!' && IsLetter(s[2]):
		return ">"
	}
	switch name, closing := Element(s); {
	case closing:
	case name == "script", name == "style", name == "pre", name == "textarea":
		return "</" + name
	}
	return ""
}

// IndexMark returns where the first mark that EndMark names is in s, or -1. The names
// of elements may be in capitals.
func IndexMark(s []byte, mark string) int {
	if mark[0] != '<' {
		return bytes.Index(s, []byte(mark))
	}
	for from := 0; ; {
		i := bytes.Index(s[from:], []byte("</"))
		if i < 0 {
			return -1
		}
		from += i
		if end := from + len(mark); end <= len(s) && strings.EqualFold(string(s[from:end]), mark) &&
			(end == len(s) || !IsLetter(s[end]) && !IsDigit(s[end])) {
			return from
		}
		from += 2
	}
}

// InnerText returns what readers may read between the marks of html; nil if that is
// nothing, as in a comment or a script.
func InnerText(html []byte, mark string) []byte {
	switch mark {
	case "]]>":
		return bytes.TrimSuffix(bytes.TrimPrefix(html, []byte("<![CDATA[")), []byte("]]>"))
	case "</pre", "</textarea":
		from, to := len(FirstTag(html)), bytes.LastIndex(html, []byte("</"))
		return bytes.TrimPrefix(html[min(from, to):to], []byte("\n"))
	}
	return nil
}
