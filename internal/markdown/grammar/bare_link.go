package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/markup"
)

// bareLinks makes links of web and mail addresses in running text, by the rules of
// GitHub's Markdown. goldmark's own parser does it with an expression that costs
// up to a millisecond for every "www." it refuses.
type bareLinks struct{}

// Trigger has a blank for any blank and for the start of a line.
func (bareLinks) Trigger() []byte { return []byte{' ', '*', '_', '~', '('} }

func (bareLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	if len(c.brackets) > 0 {
		return nil // perhaps in the text of a link
	}
	line, seg := block.PeekLine()
	skip := 0
	if bytes.IndexByte([]byte(" \t*_~("), line[0]) >= 0 {
		skip = 1
	}
	n, kind, protocol := bareAddress(line[skip:])
	if n == 0 {
		return nil
	}
	c.count(seg.Start, 1)
	start := seg.Start + skip
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, seg.WithStop(start))
	}
	block.Advance(skip + n)
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+n)))
	link.Protocol = protocol
	link.SetPos(start)
	return link
}

var www = []byte("http")

// bareAddress returns the length of the address that s starts with, or 0, and the
// protocol that must be put in front of it.
func bareAddress(s []byte) (n int, kind ast.AutoLinkType, protocol []byte) {
	switch {
	case len(s) == 0:
		return 0, 0, nil
	case s[0] == 'h' && bytes.HasPrefix(s, []byte("http://")):
		n = webAddress(s, len("http://"))
	case s[0] == 'h' && bytes.HasPrefix(s, []byte("https://")):
		n = webAddress(s, len("https://"))
	case s[0] == 'w' && bytes.HasPrefix(s, []byte("www.")):
		n, protocol = webAddress(s, len("www.")), www
	}
	if n > 0 {
		return n, ast.AutoLinkURL, protocol
	}
	return mailAddress(s), ast.AutoLinkEmail, nil
}

const maxHost = 256 // characters; a domain name has at most 253

// webAddress returns the length of the address in s whose host starts at from.
func webAddress(s []byte, from int) int {
	end := hostEnd(s[from:])
	if end == 0 {
		end = machineEnd(s[from:])
	}
	if end == 0 {
		return 0
	}
	end += from
	if end < len(s) && s[end] == ':' {
		digits := end + 1
		for digits < len(s) && markup.IsDigit(s[digits]) {
			digits++
		}
		if digits > end+1 {
			end = digits
		}
	}
	if end < len(s) && bytes.IndexByte([]byte("/?#"), s[end]) >= 0 {
		// "[/embed]" is no part of it
		for end < len(s) && isPathByte(s[end]) && !bytes.HasPrefix(s[end:], []byte("[/")) {
			end++
		}
	}
	return trimAddress(s[:end])
}

// hostEnd returns where the host at the start of s ends: after the letters that
// follow its last dot.
func hostEnd(s []byte) int {
	n := 0
	for n < min(len(s), maxHost) &&
		(markup.IsLetter(s[n]) || markup.IsDigit(s[n]) || bytes.IndexByte([]byte("-@:%._+~#="), s[n]) >= 0) {
		n++
	}
	for dot := n - 1; dot > 0; dot-- {
		if s[dot] == '.' && dot+1 < len(s) && markup.IsLetter(s[dot+1]) {
			end := dot + 2
			for end < len(s) && markup.IsLetter(s[end]) {
				end++
			}
			return end
		}
	}
	return 0
}

// machineEnd returns where localhost or the number of a machine ends that s starts
// with, or 0. GitHub makes no link of these. Here the address of a preview that was pasted
// is a link, so that it is reported like any other that only its writer can open.
func machineEnd(s []byte) int {
	n := 0
	for n < len(s) && n < maxHost && (markup.IsLetter(s[n]) || markup.IsDigit(s[n]) || s[n] == '.') {
		n++
	}
	host := bytes.TrimRight(s[:n], ".")
	if !markup.IsMachine(string(host)) {
		return 0
	}
	return len(host)
}

func isPathByte(b byte) bool {
	return markup.IsLetter(b) || markup.IsDigit(b) || bytes.IndexByte([]byte("-@:%_+.~#$!?&/=();,'\">^{}[]`"), b) >= 0
}

// trimAddress leaves out punctuation at the end that belongs to the sentence.
func trimAddress(s []byte) int {
	open, closed := bytes.Count(s, []byte{'('}), bytes.Count(s, []byte{')'})
	for i := len(s); i > 0; {
		switch s[i-1] {
		case '?', '!', '.', ',', ':', '*', '_', '~', '"', '\'':
			i--
		case ')':
			if closed <= open {
				return i
			}
			closed--
			i--
		case ';':
			amp := i - 2
			for amp > 0 && (markup.IsLetter(s[amp]) || markup.IsDigit(s[amp])) {
				amp--
			}
			if amp < 0 || amp == i-2 || s[amp] != '&' {
				return i
			}
			i = amp
		default:
			return i
		}
	}
	return 0
}

// mailAddress returns the length of the mail address that s starts with, or 0.
func mailAddress(s []byte) int {
	if util.IsPunct(s[0]) {
		return 0
	}
	n := util.FindEmailIndex(s)
	if n < 0 || bytes.IndexByte(s[bytes.IndexByte(s, '@'):n], '.') < 0 {
		return 0
	}
	if n < len(s) && (s[n] == '-' || s[n] == '_') {
		return 0
	}
	return n
}
