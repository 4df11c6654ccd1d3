package markdown

import (
	"bytes"
	"html"
	"path"
	"strings"
)

// around is the Markdown of elements that mark words in a line, before and after.
var around = map[string][2]string{
	"b": {"**", "**"}, "strong": {"**", "**"}, "i": {"*", "*"}, "em": {"*", "*"}, "s": {"~~", "~~"}, "del": {"~~", "~~"},
	"strike": {"~~", "~~"}, "code": {"`", "`"}, "h1": {"# ", ""}, "h2": {"## ", ""}, "h3": {"### ", ""}, "h4": {"#### ", ""},
	"h5": {"##### ", ""}, "h6": {"###### ", ""}, "li": {"- ", ""}, "ul": {"- ", ""}, "ol": {"1. ", ""}, "blockquote": {"> ", ""},
}

// raised are the digits of areas and volumes, m<sup>2</sup>, as characters.
var raised = map[string]string{"1": "¹", "2": "²", "3": "³"}

// inMarkdown returns what an editor writes in place of an opening tag and the words
// after it, "" if there is no such thing.
func (w *writer) inMarkdown(name string, at int, tag []byte) string {
	if isProse(name, tag) {
		return clip([]byte("\\" + oneLine(tag)))
	}
	inner := w.innerWords(name, at+len(tag))
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
		if len(inner) == 1 && isDigit(inner[0]) {
			return string('₀' + rune(inner[0]-'0'))
		}
	}
	if m, ok := around[name]; ok {
		return m[0] + inner + m[1]
	}
	if !partsBlocks(name) && !strings.Contains(inlineNames, " "+name+" ") && !bytes.ContainsAny(tag, "=/") {
		return clip([]byte("\\" + oneLine(tag)))
	}
	return ""
}

func oneLine(tag []byte) string { return string(bytes.Join(bytes.Fields(tag), []byte{' '})) }

// isProse says of the tag of an element that marks words whether it is none, but signs
// of comparison with words between them: a<b dan c>d. Such elements have no attributes
// without a value.
func isProse(name string, tag []byte) bool {
	_, marks := around[name]
	marks = marks && name != "ol" || len(name) == 1
	return marks && len(bytes.Fields(tag)) > 1 && !bytes.ContainsAny(tag, "=/") && len(tag) > len("<a >") && !isBlank(tag[len(tag)-2])
}

// inlineNames are the elements that stand in a line. What is none of them and has no
// attributes, <Nama Pejabat>, is for readers.
const inlineNames = " abbr acronym applet area audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i " +
	"img input ins kbd label map mark math meter nobr object output param path picture progress q rp rt ruby s samp script slot " +
	"small source span strike strong style sub sup svg template text textarea time track tt u var video wbr xmp a "

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
func (w *writer) innerWords(name string, from int) string {
	line := w.src[from:min(len(w.src), from+maxSlip)]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	i := indexMark(line, "</"+name)
	if name == "" || i < 0 {
		return "…"
	}
	words := strings.Join(strings.Fields(string(withoutTags(line[:i]))), " ")
	if words == "" || len([]rune(words)) > maxInner {
		return "…"
	}
	return words
}

// attribute returns the value of an attribute of a tag, "" if it has none.
func attribute(tag []byte, name string) string {
	lower := bytes.ToLower(tag)
	for from := 0; ; {
		i := bytes.Index(lower[from:], []byte(name))
		if i < 0 {
			return ""
		}
		from += i + len(name)
		if i := from - len(name) - 1; i < 0 || !isBlank(lower[i]) {
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
