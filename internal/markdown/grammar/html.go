package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"blandongan/internal/markdown/markup"
)

// htmlBlocks are the lines that hold nothing but HTML: tags, or what stands between
// marks such as "<!--" and "-->". CommonMark takes every line up to the next blank
// one for HTML, and swallows the rest of a body whose mark is never closed. Words
// of editors would be lost. Here a line with words is text whose tags are left out.
type htmlBlocks struct{}

func (htmlBlocks) Trigger() []byte             { return []byte{'<'} }
func (htmlBlocks) CanInterruptParagraph() bool { return true }
func (htmlBlocks) CanAcceptIndentedLine() bool { return true }

// HTMLBlock is a block of HTML, of which no markup is printed.
type HTMLBlock struct {
	ast.BaseBlock
	end    int    // where in the source it ends
	Mark   string // see markup.EndMark; "" of tags
	Closed bool   // its mark is there
}

var kindHTML = ast.NewNodeKind("HTML")

func (b *HTMLBlock) Kind() ast.NodeKind { return kindHTML }
func (b *HTMLBlock) IsRaw() bool        { return true }

func (b *HTMLBlock) Dump(src []byte, level int) { ast.DumpHelper(b, src, level, nil, nil) }

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
	n.Closed = n.end <= seg.Stop
	n.Lines().Append(seg)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

// htmlAt returns the block of HTML that begins at start, in a line that ends at
// stop; nil if what stands there is text.
func (c *context) htmlAt(start, stop int, inParagraph bool) *HTMLBlock {
	line := c.Source[start:stop]
	if mark := markup.EndMark(line); mark != "" {
		end := c.endOf(start, mark)
		if end < 0 || mark == ">" && end > stop || end <= stop && len(bytes.TrimSpace(c.Source[end:stop])) > 0 {
			return nil
		}
		return &HTMLBlock{end: end, Mark: mark}
	}
	if blocks, only := markup.TagsOnly(line); only && (blocks || !inParagraph) {
		return &HTMLBlock{end: stop}
	}
	return nil
}

func (htmlBlocks) Continue(n ast.Node, r text.Reader, _ parser.Context) parser.State {
	block := n.(*HTMLBlock)
	if block.Closed {
		return parser.Close
	}
	_, seg := r.PeekLine()
	if block.end > seg.Stop {
		block.Lines().Append(seg)
		r.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	// What stands behind the mark is a line of its own.
	block.Closed = true
	block.Lines().Append(text.NewSegment(seg.Start, block.end))
	r.Advance(block.end - seg.Start + seg.Padding)
	r.SkipSpaces()
	return parser.Close
}

func (htmlBlocks) Close(ast.Node, text.Reader, parser.Context) {}

// endOf returns where the mark that belongs to the HTML at an offset ends, or -1. A
// comment in a comment shows that the outer one was never closed.
func (c *context) endOf(at int, mark string) int {
	if c.LastMark(mark) <= at {
		return -1
	}
	from := at + 2
	i := markup.IndexMark(c.Source[from:], mark)
	c.charge(at, max(i, 0)/16)
	if i < 0 {
		return -1
	}
	end := from + i + len(mark)
	if mark == "-->" && bytes.Contains(c.Source[at+4:max(end-3, at+4)], []byte("<!--")) {
		return -1
	}
	if mark[0] == '<' {
		i := bytes.IndexByte(c.Source[end:], '>')
		if i < 0 {
			return -1
		}
		end += i + 1
	}
	return end
}

// rawHTML finds HTML in running text. goldmark finds comments and the like. Tags are our
// work, because goldmark's expression may read on to the end of the block for every "<".
type rawHTML struct{ parser.InlineParser }

func (p rawHTML) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	c := pc.(*context)
	c.count(seg.Start, 1) // a tag or not, goldmark keeps what stands before it
	if len(line) < 2 || line[1] == '!' || line[1] == '?' {
		n := counted(p).Parse(parent, block, pc)
		if n != nil && markup.EndMark(line) == "-->" && c.endOf(seg.Start, "-->") < 0 {
			return nil // one comment runs into the next
		}
		return n
	}
	node := ast.NewRawHTML()
	t := markup.Tag{}
	for line != nil {
		n := t.Read(line)
		c.charge(seg.Start, n)
		if t.IsWhole() {
			block.Advance(n)
			node.Segments.Append(seg.WithStop(seg.Start + n))
			if mark := markup.EndMark(line); mark == "</script" || mark == "</style" {
				c.extend(node, block, mark)
			}
			return node
		}
		if t.IsNone() {
			return nil
		}
		node.Segments.Append(seg)
		block.AdvanceLine()
		line, seg = block.PeekLine()
	}
	return nil
}

// extend adds to n what follows it up to the mark, if that is in the same block.
func (c *context) extend(n *ast.RawHTML, block text.Reader, mark string) {
	at, saved := block.Position()
	tag := n.Segments.Len()
	if c.LastMark(mark) < saved.Start {
		return
	}
	for line, seg := block.PeekLine(); line != nil; line, seg = block.PeekLine() {
		c.charge(seg.Start, stepsPerVisit+len(line))
		i := markup.IndexMark(line, mark)
		shut := 0
		if i >= 0 {
			shut = bytes.IndexByte(line[i:], '>') + 1
		}
		if shut > 0 {
			block.Advance(i + shut)
			n.Segments.Append(seg.WithStop(seg.Start + i + shut))
			return
		}
		n.Segments.Append(seg)
		block.AdvanceLine()
	}
	n.Segments.SetSliced(0, tag)
	block.SetPosition(at, saved)
}
