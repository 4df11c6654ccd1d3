package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// htmlBlocks are the lines that hold nothing but HTML: tags, or what stands between
// marks such as "<!--" and "-->". CommonMark takes every line up to the next blank
// one for HTML, and swallows the rest of a body whose mark is never closed; words
// of editors would be lost. Here a line with words is text whose tags are left out.
type htmlBlocks struct{}

func (htmlBlocks) Trigger() []byte             { return []byte{'<'} }
func (htmlBlocks) CanInterruptParagraph() bool { return true }
func (htmlBlocks) CanAcceptIndentedLine() bool { return true }

// htmlBlock is a block of HTML, of which no markup is printed.
type htmlBlock struct {
	ast.BaseBlock
	end    int // where in the source it ends
	mark   string
	closed bool
}

var kindHTML = ast.NewNodeKind("HTML")

func (b *htmlBlock) Kind() ast.NodeKind { return kindHTML }
func (b *htmlBlock) IsRaw() bool        { return true }

func (b *htmlBlock) Dump(src []byte, level int) { ast.DumpHelper(b, src, level, nil, nil) }

func (htmlBlocks) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || at >= len(line) {
		return nil, parser.NoChildren
	}
	start := seg.Stop - len(line) + at
	seg = text.NewSegment(start, seg.Stop)
	c := pc.(*context)
	n := c.htmlAt(start, seg.Stop, ast.IsParagraph(pc.LastOpenedBlock().Node))
	if n == nil {
		return nil, parser.NoChildren
	}
	n.closed = n.end <= seg.Stop
	n.Lines().Append(seg)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

// htmlAt returns the block of HTML that begins at start, in a line that ends at
// stop; nil if what stands there is text.
func (c *context) htmlAt(start, stop int, inParagraph bool) *htmlBlock {
	line := c.src[start:stop]
	if mark := endMark(line); mark != "" {
		end := c.endOf(start, mark)
		if end < 0 || mark == ">" && end > stop || end <= stop && len(bytes.TrimSpace(c.src[end:stop])) > 0 {
			return nil
		}
		return &htmlBlock{end: end, mark: mark}
	}
	if blocks, only := tagsOnly(line); only && (blocks || !inParagraph) {
		return &htmlBlock{end: stop}
	}
	return nil
}

func (htmlBlocks) Continue(n ast.Node, r text.Reader, _ parser.Context) parser.State {
	block := n.(*htmlBlock)
	if block.closed {
		return parser.Close
	}
	_, seg := r.PeekLine()
	if block.end > seg.Stop {
		block.Lines().Append(seg)
		r.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	// What stands behind the mark is a line of its own.
	block.closed = true
	block.Lines().Append(text.NewSegment(seg.Start, block.end))
	r.Advance(block.end - seg.Start + seg.Padding)
	r.SkipSpaces()
	return parser.Close
}

func (htmlBlocks) Close(ast.Node, text.Reader, parser.Context) {}

// endMark returns what ends the HTML at the start of s, if it may go on over blank
// lines; "" if it may not.
func endMark(s []byte) string {
	switch {
	case bytes.HasPrefix(s, []byte("<!--")):
		return "-->"
	case bytes.HasPrefix(s, []byte("<?")):
		return "?>"
	case bytes.HasPrefix(s, []byte("<![CDATA[")):
		return "]]>"
	case len(s) > 2 && s[1] == '!' && isLetter(s[2]):
		return ">"
	}
	switch name, closing := elementOf(s); {
	case closing:
	case name == "script", name == "style", name == "pre", name == "textarea":
		return "</" + name
	}
	return ""
}

// endOf returns where the mark that belongs to the HTML at a place ends, or -1. A
// comment in a comment shows that the outer one was never closed.
func (c *context) endOf(at int, mark string) int {
	if c.lastMark(mark) <= at {
		return -1
	}
	from := at + 2
	i := indexMark(c.src[from:], mark)
	c.charge(at, (max(i, 0))/16)
	if i < 0 {
		return -1
	}
	end := from + i + len(mark)
	if mark == "-->" && bytes.Contains(c.src[at+4:max(end-3, at+4)], []byte("<!--")) {
		return -1
	}
	if mark[0] == '<' {
		i := bytes.IndexByte(c.src[end:], '>')
		if i < 0 {
			return -1
		}
		end += i + 1
	}
	return end
}

// lastMark returns where the last of a kind of mark in the source is, or -1; without
// it, every mark that is never closed would be sought to the end.
func (c *context) lastMark(mark string) int {
	if at, known := c.marks[mark]; known {
		return at
	}
	at := -1
	for from := 0; ; {
		i := indexMark(c.src[from:], mark)
		if i < 0 {
			break
		}
		at = from + i
		from = at + 1
	}
	if c.marks == nil {
		c.marks = map[string]int{}
	}
	c.marks[mark] = at
	return at
}

// indexMark finds a mark. The names of elements may be in capitals.
func indexMark(s []byte, mark string) int {
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
			(end == len(s) || !isLetter(s[end]) && !isDigit(s[end])) {
			return from
		}
		from += 2
	}
}

// tagsOnly reports whether line holds nothing but whole tags, and whether one of
// them is of an element that parts paragraphs.
func tagsOnly(line []byte) (blocks, only bool) {
	rest := bytes.TrimSpace(line)
	for len(rest) > 0 {
		t := firstTag(rest)
		if len(t) == 0 || endMark(t) != "" {
			return false, false
		}
		name, _ := elementOf(t)
		blocks = blocks || partsBlocks(name)
		rest = bytes.TrimLeft(rest[len(t):], " \t")
	}
	return blocks, true
}

// firstTag returns the tag that s begins with, empty if it is none.
func firstTag(s []byte) []byte {
	t := tag{}
	if n := t.read(s); t.state == tagEnd {
		return s[:n]
	}
	return nil
}
