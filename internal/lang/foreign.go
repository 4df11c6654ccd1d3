package lang

import (
	"bytes"
	"strings"
)

// A text that stands on a page of another language is marked with what it is in, so that
// screen readers pronounce it rightly and readers see it. The marks travel inside the text,
// through sentences, lists and templates, for whoever composes these need not know of them;
// what writes the page turns them into HTML at the end. They are noncharacters, which
// Unicode keeps for use inside of programs: no text of an editor may hold them.
const (
	foreignTag  = '\uFDD0' // the tag follows
	foreignText = '\uFDD1' // the text follows
	foreignEnd  = '\uFDD2'
)

// Foreign marks a text as one in the language of a tag. An empty one stays empty.
func Foreign(text, tag string) string {
	if text == "" {
		return ""
	}
	return string(foreignTag) + tag + string(foreignText) + text + string(foreignEnd)
}

// Unmarked is a text without marks.
func Unmarked(text string) string {
	if !strings.Contains(text, markPrefix) {
		return text
	}
	var b strings.Builder
	tag := false
	for _, r := range text {
		switch {
		case r == foreignTag:
			tag = true
		case r == foreignText:
			tag = false
		case r != foreignEnd && !tag:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// markPrefix is what all marks begin with in UTF-8.
const markPrefix = "\xEF\xB7"

// HasMarks says whether there may be a mark in some bytes.
func HasMarks(b []byte) bool { return bytes.Contains(b, []byte(markPrefix)) }

// AppendHTML appends HTML in which foreign texts are marked, each mark now a <span lang>. Where no
// element can stand, in tags, titles, scripts and styles, the marks are left out; an element whose title, alternative
// text or content is foreign as a whole says so itself, if nothing else is in it. A text that goes on in another
// element, as the lines of a drawing do, is marked in each.
func AppendHTML(to, html []byte) []byte {
	w := marker{to: to, html: html}
	for w.at < len(html) {
		w.step()
	}
	return w.to
}

// marker walks through a page.
type marker struct {
	to, html []byte
	at       int
	tagStart int      // where the tag began in to
	inTag    bool     // between < and >
	raw      bool     // in an element that holds no others
	drawing  bool     // in an SVG, where a tspan is what a span is elsewhere
	tags     [][]byte // of the foreign texts that have begun
	open     string   // the element that says so, "" while there is nothing to say it of
}

func (w *marker) step() {
	rest := w.html[w.at:]
	next := 0
	for next < len(rest) && rest[next] != '<' && rest[next] != '>' && rest[next] != markPrefix[0] {
		next++
	}
	w.text(next)
	rest = rest[next:]
	switch {
	case len(rest) == 0:
	case rest[0] == '<':
		w.close()
		w.tag(rest)
	case rest[0] == '>' && w.inTag:
		w.inTag = false
		w.copy(1)
	case bytes.HasPrefix(rest, []byte(string(foreignTag))):
		w.begin(rest)
	case bytes.HasPrefix(rest, []byte(string(foreignEnd))):
		w.end()
	default:
		w.text(1)
	}
}

// text copies some bytes, and says before them what language they are in.
func (w *marker) text(n int) {
	isBlank := len(bytes.TrimSpace(w.html[w.at:w.at+n])) == 0
	if last := len(w.tags) - 1; last >= 0 && !isBlank && !w.inTag && !w.raw && w.open == "" {
		w.open = "span"
		if w.drawing {
			w.open = "tspan"
		}
		w.to = append(append(append(append(w.to, '<'), w.open+` lang="`...), w.tags[last]...), `">`...)
	}
	w.copy(n)
}

func (w *marker) copy(n int) {
	w.to = append(w.to, w.html[w.at:w.at+n]...)
	w.at += n
}

// close ends the element that was put in.
func (w *marker) close() {
	if w.open != "" {
		w.to = append(w.to, "</"+w.open+">"...)
		w.open = ""
	}
}

// rawElements hold text that no element interrupts.
var rawElements = []string{"title", "script", "style", "textarea"}

func (w *marker) tag(rest []byte) {
	w.inTag, w.tagStart = true, len(w.to)
	w.drawing = bytes.HasPrefix(rest, []byte("<svg")) || w.drawing && !bytes.HasPrefix(rest, []byte("</svg"))
	for _, name := range rawElements {
		if bytes.HasPrefix(rest[1:], []byte(name)) {
			w.raw = true
		} else if len(rest) > 1 && rest[1] == '/' && bytes.HasPrefix(rest[2:], []byte(name)) {
			w.raw = false
		}
	}
	w.copy(1)
}

// begin meets the first mark of a foreign text.
func (w *marker) begin(rest []byte) {
	n := bytes.Index(rest, []byte(string(foreignText)))
	if n < 0 {
		w.at += len(string(foreignTag))
		return
	}
	tag := rest[len(string(foreignTag)):n]
	w.at += n + len(string(foreignText))
	switch {
	case w.inTag:
		w.say(tag)
	case w.raw:
		w.title(tag)
	default:
		w.close()
		w.tags = append(w.tags, tag)
	}
}

// title gives its language to a title that is foreign as a whole.
func (w *marker) title(tag []byte) {
	rest := w.html[w.at:]
	end := bytes.Index(rest, []byte(string(foreignEnd)))
	if end < 0 || !bytes.HasPrefix(rest[end+len(string(foreignEnd)):], []byte("</title>")) ||
		!bytes.HasSuffix(w.to, []byte("<title>")) {
		return
	}
	w.to = append(append(append(w.to[:len(w.to)-1], ` lang="`...), tag...), `">`...)
}

func (w *marker) end() {
	w.at += len(string(foreignEnd))
	if last := len(w.tags) - 1; last >= 0 && !w.inTag && !w.raw {
		w.close()
		w.tags = w.tags[:last]
	}
}

// wholly are the elements that show nothing but what stands in an attribute.
var wholly = []string{"<img ", "<meta "}

// say gives the language to the element of whose attribute the whole value is foreign.
func (w *marker) say(tag []byte) {
	end := bytes.Index(w.html[w.at:], []byte(string(foreignEnd)))
	after := w.at + end + len(string(foreignEnd))
	if end < 0 || after >= len(w.html) || w.html[after] != '"' || w.to[len(w.to)-1] != '"' {
		return
	}
	for _, name := range wholly {
		written := w.to[w.tagStart:]
		if bytes.HasPrefix(written, []byte(name)) && !bytes.Contains(written, []byte(" lang=")) {
			attribute := append(append([]byte(`lang="`), tag...), `" `...)
			at := w.tagStart + len(name)
			w.to = append(w.to[:at], append(attribute, w.to[at:]...)...)
		}
	}
}
