package markup

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Other programs put markup of their own into Markdown: {{ shortcodes }}, {% tags %},
// [[names]], [caption]…[/caption], {: .attributes}, ==marked words==. Markdown takes it
// for text, and readers would see it. Brackets and braces of ordinary prose stay text.

// ForeignLength returns the length of the markup of another program that line begins with, 0
// if there is none. isLabel knows the labels that links of the body use: their brackets
// are Markdown's.
func ForeignLength(line []byte, isLabel func(string) bool) int {
	if len(line) < len("{:}") {
		return 0
	}
	line = line[:min(len(line), MaxSlip)] // or every bracket of a long line costs its whole length
	switch line[0] {
	case '!':
		if bytes.HasPrefix(line, []byte("![[")) {
			return closed(line, "]]")
		}
	case '[':
		if line[1] == '[' {
			return nameIn(line, isLabel)
		}
		return shortcode(line, isLabel)
	case '{':
		return inBraces(line)
	}
	return 0
}

// inBraces returns the length of the markup in braces that line begins with.
func inBraces(line []byte) int {
	switch next := line[1]; {
	case TemplateEnd(line) != "":
		return closed(line, TemplateEnd(line))
	case next == '/' && line[2] == '*':
		return closed(line, "*/}")
	case next == ':', (next == '#' || next == '.') && (IsLetter(line[2]) || line[2] == '_'):
		return closed(line, "}")
	case IsLetter(next):
		return attributes(line)
	}
	return 0
}

// TemplateEnd returns what closes the template markup that s begins with, "" if it begins
// with something else.
func TemplateEnd(s []byte) string {
	if len(s) < 2 || s[0] != '{' {
		return ""
	}
	switch s[1] {
	case '{':
		return "}}"
	case '%':
		return "%}"
	}
	return ""
}

// attributes returns the length of the "{name=value}" that line begins with.
func attributes(line []byte) int {
	n := 1
	for n < len(line) && IsLetter(line[n]) {
		n++
	}
	if n < len("{id") || n == len(line) || line[n] != '=' { // {x=1} is a set
		return 0
	}
	return closed(line, "}")
}

// DoubledLength returns the length of the "==words==" or "++words++" that line begins with.
// The marks are those of whole words, unlike the signs of a formula, or of C++.
func DoubledLength(line []byte) int {
	if len(line) < len("==a==") || line[0] != line[1] || line[0] != '=' && line[0] != '+' {
		return 0
	}
	mark := string(line[:2])
	n := closed(line[:min(len(line), MaxSlip)], mark)
	if n < len("==a==") {
		return 0
	}
	inner := string(line[2 : n-2])
	if next, _ := utf8.DecodeRune(line[n:]); IsWord(next) || !isPhrase(inner) || strings.Contains(inner, mark[:1]) {
		return 0
	}
	return n
}

// isPhrase reports whether s begins and ends like words, not like the middle of an arrow.
func isPhrase(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	begins := IsWord(first) || IsOpening(first) || strings.ContainsRune("\"'“‘*_#@[", first)
	return begins && (IsWord(last) || IsClosing(last) || strings.ContainsRune("\"'*_", last))
}

// closed returns where end ends in line, or 0.
func closed(line []byte, end string) int {
	i := bytes.Index(line[2:], []byte(end))
	if i < 0 {
		return 0
	}
	return 2 + i + len(end)
}

// nameIn returns the length of the "[[name]]" that line begins with, unless the
// inner brackets are those of a link, a number or a label.
func nameIn(line []byte, isLabel func(string) bool) int {
	n := closed(line, "]]")
	if n < len("[[a]]") || n < len(line) && (line[n] == '(' || line[n] == '[') {
		return 0
	}
	name := string(line[2 : n-2])
	isNumbers := !strings.ContainsFunc(name, func(r rune) bool { return r > '9' })
	if isNumbers || strings.ContainsAny(name, "[]^\n") || isLabel(name) {
		return 0
	}
	return n
}

// IsTemplate reports whether an address has template markup in it.
func IsTemplate[T string | []byte](address T) bool {
	return bytes.Contains([]byte(address), []byte("{{")) || bytes.Contains([]byte(address), []byte("{%"))
}

// admonitions are the words behind "!!!" and "[!" that make a box of what follows.
const admonitions = " note tip info important warning caution danger abstract summary todo success question failure " +
	"bug example quote hint attention error seealso "

// BoxInMarkdown judges the first line of a paragraph, without blanks around it. It reports
// whether the line begins a box of another program, and how the quote begins that an editor
// writes in place of the box, "" if that cannot be said.
func BoxInMarkdown(line []byte) (better string, isBox bool) {
	if len(line) < 4 || strings.IndexByte(":!?[.", line[0]) < 0 {
		return "", false
	}
	words := strings.Fields(string(line))
	kind := strings.ToLower(strings.Trim(words[0], "[!]+-"))
	switch {
	case bytes.HasPrefix(line, []byte(":::")) && len(bytes.Trim(line, ": ")) > 0:
		return "> …", true
	case len(words) > 1 && (words[0] == "!!!" || words[0] == "???") && strings.Contains(admonitions, " "+words[1]+" "):
		return "> …", true
	case bytes.HasPrefix(line, []byte("[!")) && strings.Contains(admonitions, " "+kind+" "):
		return "> **" + strings.ToUpper(kind[:1]) + kind[1:] + ":** …", true
	case len(words) > 1 && words[0] == ".." && strings.HasSuffix(words[1], "::"):
		return "", true
	}
	return "", false
}
