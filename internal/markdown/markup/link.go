package markup

import (
	"strings"
)

// Markdown takes a link with a slip in it for running text, and readers see the
// brackets. These functions judge such text. Brackets of ordinary prose, [sic] or
// (see [1]), are no links.

// LinkSlip judges the brackets that meet at an offset of the source, ")[" or "](": a link
// would have been read.
func LinkSlip(src []byte, at int, schemes Schemes) (Slip, bool) {
	if src[at] == ')' {
		return swapped(src, at, schemes)
	}
	open := opening(src, at, '[', ']')
	if open < 0 || open > 0 && src[open-1] == '\\' {
		return Slip{}, false
	}
	if open > 0 && src[open-1] == '!' {
		open--
	}
	label, rest := string(src[open:at+1]), RestOfLine(src, at+1)
	switch after := strings.TrimLeft(rest, " "); {
	case strings.HasPrefix(rest, "("):
		return refused(open, at+1, label, rest, schemes)
	case strings.HasPrefix(after, "("):
		address, closed := inParentheses(after)
		end := at + 1 + len(rest) - len(after) + len(address) + len("()")
		return Slip{From: open, To: end, Better: label + "(" + address + ")"}, closed && schemes.IsAddress(address)
	case strings.HasPrefix(rest, "["):
		return undefined(open, at+1, label, rest)
	}
	return Slip{}, false
}

// RestOfLine returns what follows an offset on its line.
func RestOfLine(src []byte, at int) string {
	return string(FirstLine(src[at:min(len(src), at+MaxSlip)]))
}

// opening returns where the bracket that src[at] closes was opened, or -1.
func opening(src []byte, at int, open, end byte) int {
	depth := 0
	for i := at; i >= max(0, at-MaxSlip); i-- {
		switch src[i] {
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

// swapped judges ")[": (text)[address].
func swapped(src []byte, at int, schemes Schemes) (Slip, bool) {
	open := opening(src, at, '(', ')')
	address, _, closed := strings.Cut(RestOfLine(src, at+len(")[")), "]")
	if open < 0 || !closed || !schemes.IsAddress(address) {
		return Slip{}, false
	}
	end := at + len(")[") + len(address) + len("]")
	return Slip{From: open, To: end, Better: "[" + string(src[open+1:at]) + "](" + address + ")"}, true
}

// undefined judges "][": the label of a definition that does not exist.
func undefined(open, at int, label, rest string) (Slip, bool) {
	ref, more, closed := strings.Cut(rest[1:], "]")
	if !closed || strings.HasPrefix(ref, "^") || strings.HasPrefix(more, "(") {
		return Slip{}, false
	}
	numbers := isNumber(label[1:len(label)-1]) && isNumber(ref)
	return Slip{From: open, To: at + len(ref) + len("[]"), Better: label + "(…)"}, !numbers
}

// refused judges "](" with something that can be no address.
func refused(open, at int, label, rest string, schemes Schemes) (Slip, bool) {
	address, closed := inParentheses(rest)
	if !closed {
		address, _, _ = strings.Cut(address, " ")
		return Slip{From: open, To: at + len("(") + len(address), Better: label + "(" + address + ")"}, address != ""
	}
	s := Slip{From: open, To: at + len(address) + len("()"), Code: IsTemplate(address)}
	scheme, id, _ := strings.Cut(address, ":")
	whole := scheme + ":" + strings.TrimSpace(id)
	switch {
	case s.Code:
		s.Better = label + "(" + plainAddress(address, label[0] == '!') + ")"
	case schemes.IsAddress(whole):
		s.Better = label + "(" + whole + ")"
	case isFile(address):
		s.Better = "<" + address + ">"
	case strings.ContainsAny(address, "“”"):
		s.Better = label + "(" + strings.NewReplacer("“", `"`, "”", `"`).Replace(address) + ")"
	}
	return s, true
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

// Definition returns what an editor writes in place of a definition that no link uses: a
// link, or text where what it has for an address is a name in angle brackets or a hashtag.
func Definition(typed []byte, label, address string, schemes Schemes) string {
	isHashtag := len(address) > 1 && address[0] == '#' && !strings.Contains(address, "-")
	if isHashtag || !schemes.Defines(address) {
		return CreditLine(typed)
	}
	return Clip([]byte("[" + label + "](" + address + ")"))
}

// CreditLine returns what looks like a definition as the line of text that it was meant
// to be.
func CreditLine(typed []byte) string {
	label, rest, _ := strings.Cut(OneLine(typed), "]:")
	rest = strings.NewReplacer("<", "", ">", "").Replace(rest)
	better := label[1:] + ":" + rest
	if isNumber(label[1:]) {
		better = label + "]" + rest
	}
	return Shorten([]byte(better), maxClip)
}

const maxNoteMark = 60 // bytes of a footnote's mark

// NoteMark returns the mark of a footnote that the line ahead begins with: "[^1]".
func NoteMark(ahead string) (mark string, ok bool) {
	mark, _, closed := strings.Cut(ahead, "]")
	label := strings.TrimPrefix(mark, "[^")
	if !closed || label == "" || len(mark) > maxNoteMark || strings.ContainsAny(label, "[^") {
		return "", false
	}
	return mark + "]", true
}
