package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Markdown takes a link with a slip in it for running text, and readers see the
// brackets. These look at text that goldmark left as such. Brackets of ordinary
// prose, [sic] or (see [1]), are none of their business.

const (
	maxSlip  = 300  // bytes of a link with a slip that are looked at
	maxSlips = 1000 // how many places of a body are looked at
)

// slips reports what in a piece of running text was meant as a link or image.
func (w *writer) slips(from, to int) {
	for i := from; i < to && i+1 < len(w.src) && w.slipped < maxSlips; i++ {
		c, next := w.src[i], w.src[i+1]
		if c != ']' && c != ')' && c != '<' && c != '[' || i > 0 && w.src[i-1] == '\\' {
			continue
		}
		switch {
		case c == '[':
			if next == '^' {
				w.missingNote(i)
			}
		case c == '<':
			switch {
			case next == '!' || next == '?':
				w.unclosedText(i)
			case isLetter(next):
				w.brokenTag(i)
			}
		case c == ')' && next == '[':
			w.slipped++
			w.swapped(i)
		case c == ']' && (next == '(' || next == '[' || bytes.HasPrefix(w.src[i+1:], []byte(" ("))):
			w.slipped++
			w.unlinked(i)
		}
	}
}

// ahead returns what follows on the line.
func (w *writer) ahead(at int) string {
	rest := w.src[at:min(len(w.src), at+maxSlip)]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return string(rest)
}

// opening returns where the bracket that src[at] closes was opened, or -1.
func (w *writer) opening(at int, open, end byte) int {
	depth := 0
	for i := at; i >= max(0, at-maxSlip); i-- {
		switch w.src[i] {
		case end:
			depth++
		case open:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// swapped looks at ")[": (text)[address].
func (w *writer) swapped(at int) {
	open := w.opening(at, '(', ')')
	target, _, closed := strings.Cut(w.ahead(at+2), "]")
	if open < 0 || !closed || !w.p.likeAddress(target) {
		return
	}
	w.slip(open, at+2+len(target)+1, "["+string(w.src[open+1:at])+"]("+target+")")
}

// unlinked looks at what follows the "]" at a place: a link would have been read.
func (w *writer) unlinked(at int) {
	open := w.opening(at, '[', ']')
	if open < 0 || open > 0 && w.src[open-1] == '\\' {
		return
	}
	if open > 0 && w.src[open-1] == '!' {
		open--
	}
	label, rest := string(w.src[open:at+1]), w.ahead(at+1)
	switch after := strings.TrimLeft(rest, " "); {
	case strings.HasPrefix(rest, "("):
		w.refusedTarget(open, at+1, label, rest)
	case strings.HasPrefix(after, "("):
		target, closed := inParentheses(after)
		if closed && w.p.likeAddress(target) {
			w.slip(open, at+1+len(rest)-len(after)+len(target)+2, label+"("+target+")")
		}
	case strings.HasPrefix(rest, "["):
		ref, more, closed := strings.Cut(rest[1:], "]")
		if closed && !strings.HasPrefix(ref, "^") && !strings.HasPrefix(more, "(") && !(isNumber(label[1:len(label)-1]) && isNumber(ref)) {
			w.slip(open, at+1+len(ref)+2, label+"(…)")
		}
	}
}

// refusedTarget looks at "](" with something that can be no address.
func (w *writer) refusedTarget(open, at int, label, rest string) {
	target, closed := inParentheses(rest)
	if !closed {
		target, _, _ = strings.Cut(target, " ")
		if target != "" {
			w.slip(open, at+1+len(target), label+"("+target+")")
		}
		return
	}
	end := at + len(target) + 2
	scheme, id, _ := strings.Cut(target, ":")
	whole := scheme + ":" + strings.TrimSpace(id)
	switch {
	case strings.Contains(target, "{{") || strings.Contains(target, "{%"):
		w.told = end
		w.slip(open, end, label+"("+plainTarget(target, label[0] == '!')+")")
	case w.p.likeAddress(whole):
		w.slip(open, end, label+"("+whole+")")
	case likeFile(target):
		w.slip(open, end, "<"+target+">")
	case strings.ContainsAny(target, "“”"):
		w.slip(open, end, label+"("+strings.NewReplacer("“", `"`, "”", `"`).Replace(target)+")")
	default:
		w.slip(open, end, "")
	}
}

// inParentheses returns what stands in the parentheses that s begins with; if
// they are not closed, all of it.
func inParentheses(s string) (inner string, closed bool) {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return strings.TrimSpace(s[1:i]), true
			}
		}
	}
	return s[1:], false
}

func (w *writer) slip(from, to int, better string) {
	kind := LinkForm
	if w.src[from] == '!' {
		kind = ImageForm
	}
	w.fault(kind, from, w.src[from:min(to, len(w.src))])
	w.faults[len(w.faults)-1].Better = better
}

// likeAddress says whether nobody would put s in parentheses but as an address.
func (p *Parser) likeAddress(s string) bool {
	if strings.ContainsAny(s, " \t<>") {
		return false
	}
	scheme, rest, ok := strings.Cut(strings.ToLower(s), ":")
	if ok && rest != "" {
		return p.schemes[scheme] != "" || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel"
	}
	return strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "../") || likeFile(s)
}

// likeFile says whether s ends like the name of a file.
func likeFile(s string) bool {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || len(s)-i-1 < 2 || len(s)-i-1 > 4 {
		return false
	}
	for _, b := range []byte(s[i+1:]) {
		if !isLetter(b) && !isDigit(b) {
			return false
		}
	}
	return isLetter(s[i+1])
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// headingSlip reports a line that was meant as a heading. A line that begins with a
// hashtag is none: "#kota" alone, or a sentence.
func (w *writer) headingSlip(n *ast.Paragraph) {
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		if w.src[seg.Start] != '#' {
			continue
		}
		line := bytes.TrimSpace(w.src[seg.Start:seg.Stop])
		marks := len(line) - len(bytes.TrimLeft(line, "#"))
		if marks > 6 || marks == len(line) || isDigit(line[marks]) || strings.IndexByte(".!?", line[len(line)-1]) >= 0 {
			continue
		}
		words := bytes.Fields(line)
		if marks == 1 && (lines.Len() > 1 || len(words) == 1 || len(words) > 8 || words[1][0] == '#' || isHashtag(words[0][1:])) {
			continue
		}
		w.faultBetter(HeadingForm, seg.Start, line, clip([]byte(string(line[:marks])+" "+string(line[marks:]))))
	}
}

// longestWord is the most letters that a word of a heading has; those of a hashtag
// are several words.
const longestWord = 18

// isHashtag says of the first word behind a "#" that it is no word of a heading:
// KotaCerdas, kotacerdas, Kota2030, kota_cerdas.
func isHashtag(word []byte) bool {
	lower, inner := false, false
	for i, r := range string(word) {
		if unicode.IsDigit(r) || r == '_' || i == 0 && unicode.IsLower(r) {
			return true
		}
		lower = lower || unicode.IsLower(r)
		inner = inner || i > 0 && unicode.IsUpper(r)
	}
	return lower && inner || utf8.RuneCount(word) > longestWord
}

// elementOf returns the name of the tag that html begins with, "" for a comment.
func elementOf(html []byte) (name string, closing bool) {
	s, ok := bytes.CutPrefix(html, []byte("<"))
	if !ok {
		return "", false
	}
	s, closing = bytes.CutPrefix(s, []byte("/"))
	n := 0
	for n < len(s) && (isLetter(s[n]) || isDigit(s[n]) || s[n] == '-') {
		n++
	}
	return strings.ToLower(string(s[:n])), closing && n > 0
}
