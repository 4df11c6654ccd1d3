package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Other programs put markup of their own into Markdown: {{ shortcodes }}, {% tags %},
// [[names]], [caption]…[/caption], {: .attributes}, ==marked words==. To us it is text, and readers
// would see it. Brackets and braces of ordinary prose are none of it.

// foreign is a piece of it.
type foreign struct {
	ast.BaseInline
	parts []text.Segment
}

var kindForeign = ast.NewNodeKind("Foreign")

func (f *foreign) Kind() ast.NodeKind { return kindForeign }

func (f *foreign) Dump(src []byte, level int) { ast.DumpHelper(f, src, level, nil, nil) }

func (f *foreign) value(src []byte) []byte {
	if len(f.parts) == 1 {
		return f.parts[0].Value(src)
	}
	var all []byte
	for _, seg := range f.parts {
		all = append(all, seg.Value(src)...)
	}
	return all
}

// foreignMarkup reads such pieces, before anything in them is taken for Markdown.
type foreignMarkup struct{}

func (foreignMarkup) Trigger() []byte { return []byte{'{', '[', '!', '=', '+'} }

func (foreignMarkup) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	c := pc.(*context)
	n := c.foreignIn(line)
	if !isWord(block.PrecendingCharacter()) {
		n = max(n, doubled(line))
	}
	if n > 0 {
		block.Advance(n)
		c.count(seg.Start, 1)
		return &foreign{parts: []text.Segment{seg.WithStop(seg.Start + n)}}
	}
	if end := braces(line); end != "" {
		return c.foreignLines(block, end)
	}
	return nil
}

// braces returns what closes the template markup at the start of s, "" if there is
// none.
func braces(s []byte) string {
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

const maxForeign = 20 // lines of a shortcode

// foreignLines reads template markup that goes over lines.
func (c *context) foreignLines(block text.Reader, end string) ast.Node {
	f := &foreign{}
	for range maxForeign {
		line, seg := block.PeekLine()
		if line == nil {
			return nil
		}
		c.charge(seg.Start, len(line))
		if i := bytes.Index(line, []byte(end)); i >= 0 {
			block.Advance(i + len(end))
			f.parts = append(f.parts, seg.WithStop(seg.Start+i+len(end)))
			c.count(seg.Start, 1)
			return f
		}
		f.parts = append(f.parts, seg)
		block.AdvanceLine()
	}
	return nil
}

// foreignIn returns the length of the foreign markup that line begins with.
func (c *context) foreignIn(line []byte) int {
	if len(line) < 3 {
		return 0
	}
	line = line[:min(len(line), maxSlip)] // or every bracket of a long line would be sought to its end
	switch {
	case line[0] == '=' || line[0] == '+':
		return 0
	case line[0] == '!':
		if bytes.HasPrefix(line, []byte("![[")) {
			return closed(line, "]]")
		}
	case line[0] == '[' && line[1] == '[':
		return c.nameIn(line)
	case line[0] == '[':
		return c.shortcode(line)
	case braces(line) != "":
		return closed(line, braces(line))
	case line[1] == ':':
		return closed(line, "}")
	case line[1] == '/' && line[2] == '*':
		return closed(line, "*/}")
	case (line[1] == '#' || line[1] == '.') && (isLetter(line[2]) || line[2] == '_'):
		return closed(line, "}")
	case isLetter(line[1]):
		return attributes(line)
	}
	return 0
}

// attributes returns the length of the "{name=value}" that line begins with.
func attributes(line []byte) int {
	n := 1
	for n < len(line) && isLetter(line[n]) {
		n++
	}
	if n < len("{id") || n == len(line) || line[n] != '=' { // {x=1} is a set
		return 0
	}
	return closed(line, "}")
}

// doubled returns the length of the "==words==" or "++words++" that line begins with.
// The marks are those of whole words, unlike the signs of a formula, or of C++.
func doubled(line []byte) int {
	if len(line) < len("==a==") || line[0] != line[1] || line[0] != '=' && line[0] != '+' {
		return 0
	}
	mark := string(line[:2])
	n := closed(line[:min(len(line), maxSlip)], mark)
	if n < len("==a==") {
		return 0
	}
	inner := string(line[2 : n-2])
	if next, _ := utf8.DecodeRune(line[n:]); isWord(next) || !isPhrase(inner) || strings.Contains(inner, mark[:1]) {
		return 0
	}
	return n
}

// isPhrase says whether s begins and ends like words, not like the middle of an arrow.
func isPhrase(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return (isWord(first) || isOpening(first) || strings.ContainsRune("\"'“‘*_#@[", first)) && (isWord(last) || isClosing(last) || strings.ContainsRune("\"'*_", last))
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
func (c *context) nameIn(line []byte) int {
	n := closed(line, "]]")
	if n < len("[[a]]") || n < len(line) && (line[n] == '(' || line[n] == '[') {
		return 0
	}
	name := string(line[2 : n-2])
	if strings.ContainsAny(name, "[]^\n") || !strings.ContainsFunc(name, func(r rune) bool { return r > '9' }) || c.isLabel(name) {
		return 0
	}
	return n
}

func (c *context) isLabel(s string) bool {
	_, ok := c.Context.Reference(util.ToLinkReference([]byte(s)))
	return ok
}

// Of shortcodes in single brackets some are known by name alone; others, which might
// be words, by what follows the name.
const (
	aloneCodes = " caption gallery embed playlist toc TOC "
	knownCodes = aloneCodes + "youtube vimeo video audio tweet twitter instagram facebook soundcloud gist figure image img url size color font quote code b i u s "
)

// shortcode returns the length of the "[name …]" that line begins with.
func (c *context) shortcode(line []byte) int {
	from := 1
	if line[1] == '/' {
		from = 2
	}
	n := from
	for n < len(line) && (isLetter(line[n]) || n > from && (isDigit(line[n]) || line[n] == '-' || line[n] == '_')) {
		n++
	}
	end := closed(line, "]")
	if n == from || n >= len(line) || end == 0 || end < len(line) && strings.IndexByte("(:[", line[end]) >= 0 && !isBuilder(string(line[from:n])) {
		return 0
	}
	name, rest := string(line[from:n]), line[n:end-1]
	if !c.isCode(name, rest, from == 2, line) || c.isLabel(string(line[1:end-1])) {
		return 0
	}
	return end
}

// isBuilder says whether a shortcode belongs to one of the page builders of
// WordPress, which wrap every text in several of them.
func isBuilder(name string) bool {
	return strings.HasPrefix(name, "vc_") || strings.HasPrefix(name, "et_pb_") || strings.HasPrefix(name, "fusion_")
}

// isCode judges a name in brackets by what follows it.
func (c *context) isCode(name string, rest []byte, closing bool, line []byte) bool {
	known := strings.Contains(knownCodes, " "+name+" ")
	switch {
	case closing:
		return len(rest) == 0 && name == strings.ToLower(name)
	case len(rest) == 0:
		return strings.Contains(aloneCodes, " "+name+" ") || isBuilder(name) || bytes.Contains(line, []byte("[/"+name+"]"))
	case rest[0] == '=':
		return known
	case rest[0] != ' ' && rest[0] != '/':
		return false
	}
	return hasAttribute(rest) || known && (bytes.Contains(rest, []byte("://")) || bytes.Contains(rest, []byte("id=")) || len(bytes.Fields(rest)) == 1 && bytes.ContainsAny(rest, "0123456789"))
}

// hasAttribute says whether s holds name="value".
func hasAttribute(s []byte) bool {
	i := bytes.IndexByte(s, '=')
	if i < 1 || i+1 >= len(s) || !isLetter(s[i-1]) && !isDigit(s[i-1]) && s[i-1] != '_' {
		return false
	}
	rest := string(s[i+1:])
	return strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "”") || strings.HasPrefix(rest, "&quot;")
}

// foreign reports such a piece once; it is printed as it was typed.
func (w *writer) foreign(n *foreign) {
	typed := n.value(w.src)
	at := n.parts[0].Start
	if at < w.told || w.slipped >= maxSlips {
		return
	}
	w.slipped++
	name, closing := codeName(typed)
	if closing && w.open[name] > 0 {
		w.open[name]--
		return
	}
	if name != "" && !closing {
		w.open = counting(w.open)
		w.open[name]++
	}
	if bytes.HasPrefix(typed, []byte("[[")) {
		w.name(at, typed)
		return
	}
	after := string(w.src[at+len(typed) : min(len(w.src), at+len(typed)+maxSlip)])
	better, picture := meant(string(typed), after)
	kind := ForeignMarkup
	if picture {
		kind = ImageForm
	}
	w.fault(kind, at, typed)
	w.faults[len(w.faults)-1].Better = better
}

// name hands on what other programs look up by name: only the caller can.
func (w *writer) name(at int, typed []byte) {
	line, col := w.place.at(at)
	name, label, _ := strings.Cut(strings.Trim(string(typed), "[]"), "|")
	w.doc.Names = append(w.doc.Names, Name{Typed: clip(typed), Name: strings.TrimSpace(name), Label: strings.TrimSpace(label), Line: line, Col: col})
}

func counting(m map[string]int) map[string]int {
	if m == nil {
		m = map[string]int{}
	}
	return m
}

// codeName returns the name of a shortcode or tag, with a mark of its own so that no
// HTML element is meant.
func codeName(typed []byte) (name string, closing bool) {
	s := strings.TrimLeft(string(typed), "[{%<- ")
	s, closing = strings.CutPrefix(s, "/")
	if end, ok := strings.CutPrefix(s, "end"); ok && strings.HasPrefix(string(typed), "{%") && end != "" {
		s, closing = end, true
	}
	s = strings.TrimLeft(s, " ")
	n := 0
	for n < len(s) && (isLetter(s[n]) || isDigit(s[n]) || s[n] == '-' || s[n] == '_') {
		n++
	}
	if n == 0 {
		return "", false
	}
	return "[" + s[:n], closing
}

// templated reports a link or image whose address another program would fill in.
func (w *writer) templated(n ast.Node, dest, label []byte) bool {
	if !bytes.Contains(dest, []byte("{{")) && !bytes.Contains(dest, []byte("{%")) {
		return false
	}
	_, image := n.(*ast.Image)
	kind, mark := LinkForm, "["
	if image {
		kind, mark = ImageForm, "!["
	}
	w.fault(kind, n.Pos(), dest)
	w.faults[len(w.faults)-1].Better = mark + string(label) + "](" + plainTarget(string(dest), image) + ")"
	return true
}

// admonitions are the words behind "!!!" and "[!" that make a box of what follows.
const admonitions = " note tip info important warning caution danger abstract summary todo success question failure bug example quote hint attention error seealso "

// boxSlip reports a paragraph that begins like a box of another program.
func (w *writer) boxSlip(n ast.Node) {
	if n.Lines().Len() == 0 {
		return
	}
	seg := n.Lines().At(0)
	line := bytes.TrimSpace(w.src[seg.Start:seg.Stop])
	if len(line) < 4 || strings.IndexByte(":!?[.", line[0]) < 0 {
		return
	}
	words := strings.Fields(string(line))
	kind := strings.ToLower(strings.Trim(words[0], "[!]+-"))
	switch {
	case bytes.HasPrefix(line, []byte(":::")) && len(bytes.Trim(line, ": ")) > 0:
		w.box(n, line, "> …")
	case len(words) > 1 && (words[0] == "!!!" || words[0] == "???") && strings.Contains(admonitions, " "+words[1]+" "):
		w.box(n, line, "> …")
	case bytes.HasPrefix(line, []byte("[!")) && strings.Contains(admonitions, " "+kind+" "):
		w.box(n, line, "> **"+strings.ToUpper(kind[:1])+kind[1:]+":** …")
	case len(words) > 1 && words[0] == ".." && strings.HasSuffix(words[1], "::"):
		w.box(n, line, "")
	}
}

func (w *writer) box(n ast.Node, line []byte, better string) {
	at := n.Lines().At(0).Start
	w.fault(ForeignMarkup, at+bytes.Index(w.src[at:], line[:1]), line)
	w.faults[len(w.faults)-1].Better = better
}
