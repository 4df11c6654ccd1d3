package markup

import (
	"bytes"
	"html"
	"path"
	"strings"
)

// around is the Markdown of elements that mark words in a line, before and after.
var around = map[string][2]string{
	"b": {"**", "**"}, "strong": {"**", "**"}, "i": {"*", "*"}, "em": {"*", "*"}, "code": {"`", "`"},
	"s": {"~~", "~~"}, "del": {"~~", "~~"}, "strike": {"~~", "~~"},
	"h1": {"# ", ""}, "h2": {"## ", ""}, "h3": {"### ", ""},
	"h4": {"#### ", ""}, "h5": {"##### ", ""}, "h6": {"###### ", ""},
	"li": {"- ", ""}, "ul": {"- ", ""}, "ol": {"1. ", ""}, "blockquote": {"> ", ""},
}

// raised are the digits of areas and volumes, m<sup>2</sup>, as characters.
var raised = map[string]string{"1": "¹", "2": "²", "3": "³"}

// TagInMarkdown returns what an editor writes in place of an opening tag and the words
// after it, "" if there is no such thing.
func TagInMarkdown(tag, after []byte) string {
	name, _ := Element(tag)
	if isProse(name, tag) {
		return escaped(tag)
	}
	inner := innerWords(name, after)
	if better := elementInMarkdown(name, tag, inner); better != "" {
		return better
	}
	if m, ok := around[name]; ok {
		return m[0] + inner + m[1]
	}
	if !IsElement(name) && !bytes.ContainsAny(tag, "=/") {
		return escaped(tag)
	}
	return ""
}

// escaped returns a tag as the text that it is.
func escaped(tag []byte) string { return Clip([]byte("\\" + OneLine(tag))) }

// elementInMarkdown knows those elements that do not merely mark the words in them.
func elementInMarkdown(name string, tag []byte, inner string) string {
	switch name {
	case "a":
		if href := attribute(tag, "href"); href != "" {
			return "[" + inner + "](" + href + ")"
		}
	case "img":
		return picture(attribute(tag, "alt"), attribute(tag, "src"))
	case "iframe", "video", "audio", "embed":
		if src := attribute(tag, "src"); src != "" {
			return "[" + inner + "](" + src + ")"
		}
	case "pre":
		return "```"
	case "hr":
		return "---"
	case "table":
		return "| … | … |"
	case "sup":
		if d, ok := raised[inner]; ok {
			return d
		}
	case "sub":
		if len(inner) == 1 && IsDigit(inner[0]) {
			return string('₀' + rune(inner[0]-'0'))
		}
	}
	return ""
}

// isProse reports whether what looks like the tag of an element that marks words is signs
// of comparison with words between them: a<b dan c>d. Such elements have no attributes
// without a value.
func isProse(name string, tag []byte) bool {
	_, marks := around[name]
	if !(marks && name != "ol" || len(name) == 1) || len(tag) <= len("<a >") {
		return false
	}
	return len(bytes.Fields(tag)) > 1 && !bytes.ContainsAny(tag, "=/") && !IsBlank(tag[len(tag)-2])
}

// picture returns the Markdown of a picture. It lies beside the article, wherever
// it lay before.
func picture(alt, src string) string {
	if alt == "" {
		alt = "…"
	}
	if src == "" {
		return "![" + alt + "](…)"
	}
	src, _, _ = strings.Cut(src, "?")
	return "![" + alt + "](" + path.Base(strings.ReplaceAll(src, " ", "-")) + ")"
}

const maxInner = 60 // characters of an element's words that a hint repeats

// innerWords returns the words between an opening tag and its closing one on the
// same line, "…" if that is not a few words.
func innerWords(name string, after []byte) string {
	line := FirstLine(after[:min(len(after), MaxSlip)])
	i := IndexMark(line, "</"+name)
	if name == "" || i < 0 {
		return "…"
	}
	words := OneLine(WithoutTags(line[:i]))
	if words == "" || len([]rune(words)) > maxInner {
		return "…"
	}
	return words
}

// attribute returns the value of an attribute of a tag, "" if there is no such attribute.
func attribute(tag []byte, name string) string {
	lower := bytes.ToLower(tag)
	for from := 0; ; {
		i := bytes.Index(lower[from:], []byte(name))
		if i < 0 {
			return ""
		}
		from += i + len(name)
		if i := from - len(name) - 1; i < 0 || !IsBlank(lower[i]) {
			continue
		}
		rest, ok := bytes.CutPrefix(bytes.TrimLeft(tag[from:], " \t\n"), []byte("="))
		if !ok {
			continue
		}
		return html.UnescapeString(attributeValue(strings.TrimLeft(string(rest), " \t\n")))
	}
}

func attributeValue(s string) string {
	if s == "" {
		return ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		value, _, _ := strings.Cut(s[1:], string(q))
		return strings.Join(strings.Fields(value), " ")
	}
	value := s[:strings.IndexAny(s+" ", " \t\n>")]
	return strings.TrimSuffix(value, "/")
}

const dashes = "-–—"

// IsDash reports whether r is a hyphen or what word processors make of two.
func IsDash(r rune) bool { return strings.ContainsRune(dashes, r) }

// WholeComment returns line as the comment it was meant to be. Word processors make one
// dash of two hyphens.
func WholeComment(line []byte) string {
	words := strings.TrimLeft(strings.TrimPrefix(string(line), "<!"), dashes+" ")
	return Clip([]byte("<!-- " + strings.TrimRight(words, dashes+"> ") + " -->"))
}

// officeNames begin the tags that only word processors know, such as "<o:p>".
const officeNames = " o w v m st1 "

// BrokenTag returns what begins like a tag in the line ahead and is text to Markdown: a tag
// with a slip in it, such as a quotation mark that is never closed.
func BrokenTag(ahead string) (tag string, ok bool) {
	name, _ := Element([]byte(ahead))
	rest := ahead[1+len(name):]
	if i := strings.IndexByte(ahead, '>'); i > 0 && strings.Contains(officeNames, " "+name+" ") && rest[0] == ':' {
		return ahead[:i+1], true
	}
	known := partsBlocks(name) || strings.Contains(" a b em font i img span strong u ", " "+name+" ")
	return ahead, known && strings.HasPrefix(rest, " ") && hasAttribute([]byte(ahead))
}
