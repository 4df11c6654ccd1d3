package markup

import (
	"bytes"
	"cmp"
	"path"
	"strings"
)

// Of shortcodes in single brackets some are known by name alone. Others, which might
// be words, are known by what follows the name.
const (
	aloneCodes = " caption gallery embed playlist toc TOC "
	knownCodes = aloneCodes + "youtube vimeo video audio tweet twitter instagram facebook soundcloud gist " +
		"figure image " +
		"img url size color font quote code b i u s "
)

// IsShortcode reports whether other programs know a shortcode of this name.
func IsShortcode(name string) bool { return strings.Contains(knownCodes, " "+name+" ") }

// shortcode returns the length of the "[name …]" that line begins with.
func shortcode(line []byte, isLabel func(string) bool) int {
	from := 1
	if line[1] == '/' {
		from = 2
	}
	if !IsLetter(line[from]) {
		return 0
	}
	n := from + nameLength(line[from:], "-_")
	end := closed(line, "]")
	if n >= len(line) || end == 0 {
		return 0
	}
	name, rest := string(line[from:n]), line[n:end-1]
	if end < len(line) && strings.IndexByte("(:[", line[end]) >= 0 && !isBuilder(name) {
		return 0
	}
	if !isCode(name, rest, from == 2, line) || isLabel(string(line[1:end-1])) {
		return 0
	}
	return end
}

// isBuilder reports whether a shortcode belongs to one of the page builders of
// WordPress, which wrap every text in several of them.
func isBuilder(name string) bool {
	return strings.HasPrefix(name, "vc_") || strings.HasPrefix(name, "et_pb_") || strings.HasPrefix(name, "fusion_")
}

// isCode judges a name in brackets by what follows it.
func isCode(name string, rest []byte, closing bool, line []byte) bool {
	switch {
	case closing:
		return len(rest) == 0 && name == strings.ToLower(name)
	case len(rest) == 0:
		known := strings.Contains(aloneCodes, " "+name+" ") || isBuilder(name)
		return known || bytes.Contains(line, []byte("[/"+name+"]"))
	case rest[0] == '=':
		return IsShortcode(name)
	case rest[0] != ' ' && rest[0] != '/':
		return false
	}
	return hasAttribute(rest) || IsShortcode(name) && hasNumberOrAddress(rest)
}

// hasNumberOrAddress reports whether s is like what a shortcode shows: an address, or
// one word with a number in it.
func hasNumberOrAddress(s []byte) bool {
	return bytes.Contains(s, []byte("://")) || bytes.Contains(s, []byte("id=")) ||
		len(bytes.Fields(s)) == 1 && bytes.ContainsAny(s, "0123456789")
}

// hasAttribute reports whether s holds name="value".
func hasAttribute(s []byte) bool {
	i := bytes.IndexByte(s, '=')
	if i < 1 || i+1 >= len(s) || !IsLetter(s[i-1]) && !IsDigit(s[i-1]) && s[i-1] != '_' {
		return false
	}
	for _, quote := range []string{`"`, "'", "“", "”", "&quot;"} {
		if bytes.HasPrefix(s[i+1:], []byte(quote)) {
			return true
		}
	}
	return false
}

// CodeName returns the name of a shortcode or tag, after a bracket so that it is no
// name of an HTML element, and whether it closes an earlier one.
func CodeName(typed []byte) (name string, closing bool) {
	s := strings.TrimLeft(string(typed), "[{%<- ")
	s, closing = strings.CutPrefix(s, "/")
	if end, ok := strings.CutPrefix(s, "end"); ok && strings.HasPrefix(string(typed), "{%") && end != "" {
		s, closing = end, true
	}
	s = strings.TrimLeft(s, " ")
	n := nameLength(s, "-_")
	if n == 0 {
		return "", false
	}
	return "[" + s[:n], closing
}

// CodeInMarkdown returns what an editor writes in place of markup of another program, ""
// if there is no such thing, and whether it was to show a picture. after is what follows it.
func CodeInMarkdown(typed, after string) (better string, isPicture bool) {
	if name, ok := strings.CutPrefix(typed, "![["); ok {
		file, alt, _ := strings.Cut(strings.TrimSuffix(name, "]]"), "|")
		if strings.Trim(alt, "0123456789x") == "" {
			alt = ""
		}
		return picture(alt, file), true
	}
	if inner := strings.Trim(typed, "="); inner != typed && strings.HasPrefix(typed, "=") {
		return "**" + inner + "**", false
	}
	if inner := strings.Trim(typed, "+"); inner != typed {
		return inner, false
	}
	code, _ := CodeName([]byte(typed))
	name := strings.TrimPrefix(code, "[")
	return namedInMarkdown(name, typed, innerCode(name, typed, after))
}

// namedInMarkdown is about a shortcode or tag of that name, with inner between it and
// the one that closes it.
func namedInMarkdown(name, typed, inner string) (better string, isPicture bool) {
	switch name {
	case "figure", "img", "image", "imgproc", "picture":
		if strings.HasPrefix(typed, "[") {
			return picture("", strings.TrimSpace(inner)), true
		}
		alt := cmp.Or(value(typed, "alt"), value(typed, "caption"), value(typed, "title"))
		return picture(alt, cmp.Or(value(typed, "src"), argument(typed))), true
	case "caption":
		return picture(cmp.Or(words(inner), value(typed, "caption")), value(inner, "src")), true
	case "gallery":
		return "![…](…)", true
	case "youtube", "vimeo", "embed", "video", "audio", "tweet", "gist", "url":
		return embedded(name, typed, inner), false
	}
	if m, ok := around[name]; ok && strings.HasPrefix(typed, "[") && inner != "" {
		return m[0] + words(inner) + m[1], false
	}
	return "", false
}

// embedded returns the link to what a shortcode shows in the page.
func embedded(name, typed, inner string) string {
	address := cmp.Or(value(typed, "src"), value(typed, "url"), value(typed, "id"), argument(typed))
	label := "…"
	switch {
	case address == "" || name == "embed" && strings.Contains(inner, "://"):
		address = strings.TrimSpace(inner)
	case name == "url" && words(inner) != "":
		label = words(inner)
	}
	switch {
	case address == "":
		address = "…"
	case strings.Contains(address, "://"):
	case name == "youtube":
		address = "https://www.youtube.com/watch?v=" + address
	case name == "vimeo":
		address = "https://vimeo.com/" + address
	}
	return "[" + label + "](" + address + ")"
}

// value returns the value of an attribute, "" if there is none.
func value(typed, name string) string {
	return strings.TrimSuffix(attribute([]byte(typed), name), "]")
}

// argument returns the first word behind the name.
func argument(typed string) string {
	s := strings.Trim(typed, "[]{}%<>-/ ")
	if _, rest, ok := strings.Cut(s, "="); ok && strings.HasPrefix(typed, "[") && !strings.Contains(s, " ") {
		return strings.Trim(rest, `"'`)
	}
	fields := strings.Fields(s)
	if len(fields) < 2 || strings.Contains(fields[1], "=") && !strings.Contains(fields[1], "://") {
		return ""
	}
	return strings.Trim(fields[1], `"'`)
}

// innerCode returns what stands between a shortcode and its closing one.
func innerCode(name, typed, after string) string {
	inner, _, ok := strings.Cut(after, "[/"+name+"]")
	if !ok || !strings.HasPrefix(typed, "[") {
		return ""
	}
	return inner
}

// words returns the first words of s, without tags.
func words(s string) string {
	s = OneLine(WithoutTags([]byte(s)))
	if r := []rune(s); len(r) > maxInner {
		return string(r[:maxInner]) + "…"
	}
	return s
}

// LinkOfTemplate returns the link or picture that was meant where another program would
// have filled in the address.
func LinkOfTemplate(label, address string, isPicture bool) string {
	mark := "["
	if isPicture {
		mark = "!["
	}
	return mark + label + "](" + plainAddress(address, isPicture) + ")"
}

// plainAddress returns an address without the template markup in it.
func plainAddress(address string, isPicture bool) string {
	for {
		i := strings.Index(address, "{")
		if i < 0 {
			break
		}
		end := TemplateEnd([]byte(address[i:]))
		inner, rest, ok := strings.Cut(address[i:], end)
		if end == "" || !ok {
			break
		}
		address = address[:i] + referred(inner) + rest
	}
	address = strings.TrimSpace(address)
	switch {
	case address == "":
		return "…"
	case isPicture:
		return path.Base(strings.ReplaceAll(address, " ", "-"))
	}
	return strings.ReplaceAll(address, " ", "-")
}

// referred returns the file that a template tag in an address names.
func referred(inner string) string {
	fields := strings.Fields(strings.Trim(inner, "{}%<> "))
	if len(fields) < 2 {
		return ""
	}
	switch name := strings.Trim(fields[1], `"'`); fields[0] {
	case "ref", "relref", "link":
		return name
	case "post_url":
		if len(name) > len("2020-01-31-") && isNumber(name[:4]) {
			name = name[len("2020-01-31-"):]
		}
		return "news:" + name
	}
	if i := strings.IndexAny(inner, `"'`); i >= 0 { // {{ "/a/" | relative_url }}
		quoted, _, _ := strings.Cut(inner[i+1:], inner[i:i+1])
		return quoted
	}
	return ""
}
