package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"blandongan/internal/markdown/markup"
)

// Span is emphasis, strong emphasis or strikethrough. It knows its depth, which
// must be limited before anybody walks down the tree.
type Span struct {
	ast.BaseInline
	Tag   string // em, strong or del
	depth int
}

var kindSpan = ast.NewNodeKind("Span")

func (s *Span) Kind() ast.NodeKind { return kindSpan }

func (s *Span) Dump(src []byte, level int) { ast.DumpHelper(s, src, level, nil, nil) }

func (s *Span) AppendChild(self, child ast.Node) {
	s.BaseInline.AppendChild(self, child)
	s.depth = max(s.depth, depth(child)+1)
	if s.depth > maxInlineDepth {
		stop(TooDeep, s.Pos())
	}
}

// counted counts the nodes a parser makes.
type counted struct{ parser.InlineParser }

func (p counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, seg := block.PeekLine()
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		pc.(*context).count(seg.Start, 1)
	}
	return n
}

// links reads links and images.
type links struct{ parser.InlineParser }

func (p links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	line, seg := block.PeekLine()
	if line[0] == ']' {
		return p.close(parent, block, c)
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		c.count(seg.Start, 1)
		c.brackets = append(c.brackets, bracket{seg.Start, c.pushed})
	}
	return n
}

// bracket is a "[" that waits for its "]".
type bracket struct {
	at     int // offset
	pushed int // delimiters before it
}

// close reads "]". goldmark then reads what the brackets hold, the lines of the block and
// what may be an address, and everything in the block if there are delimiters in the
// brackets.
func (p links) close(parent ast.Node, block text.Reader, c *context) ast.Node {
	last := len(c.brackets) - 1
	if last < 0 {
		return nil
	}
	line, seg := block.PeekLine()
	open := c.brackets[last]
	c.brackets = c.brackets[:last]
	c.chargeLines(parent)
	c.charge(seg.Start, seg.Start-open.at+parent.Lines().Len()+addressLength(line))
	if c.pushed > open.pushed {
		c.charge(seg.Start, parent.ChildCount())
	}
	n := p.InlineParser.Parse(parent, block, c)
	if n != nil && depth(n) > maxInlineDepth {
		stop(TooDeep, n.Pos())
	}
	return n
}

// addressLength returns how far goldmark reads for the address after "](".
func addressLength(line []byte) int {
	if len(line) < 2 || line[1] != '(' {
		return 0
	}
	open := 0
	for i, b := range line[2:] {
		switch b {
		case ' ', '\t', '\n':
			return i
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return i
			}
		}
	}
	return len(line)
}

// CloseBlock is called by goldmark at the end of every block with inline content.
func (p links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	c := pc.(*context)
	c.brackets = c.brackets[:0]
	c.waiting = 0
	c.ticks.block = nil
	c.emphasis.EndBlock()
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// tickRuns remembers where in a block the last run of each number of backticks is.
// Without it the partner of every run that has none is sought up to the block's end.
type tickRuns struct {
	block ast.Node // of which this is known
	last  []tickRun
}

type tickRun struct{ length, at int }

// codeSpans reads code between backticks.
type codeSpans struct{ parser.InlineParser }

func (p codeSpans) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	line, seg := block.PeekLine()
	c.count(seg.Start, 1)
	n := markup.RunLength(line)
	if c.ticks.block != parent {
		at, _ := block.Position()
		c.ticks.scan(parent, at, c.Source)
	}
	if c.ticks.after(n) > seg.Start {
		return p.InlineParser.Parse(parent, block, pc)
	}
	block.Advance(n)
	return ast.NewTextSegment(seg.WithStop(seg.Start + n))
}

// scan reads the lines of parent, from the one numbered line.
func (t *tickRuns) scan(parent ast.Node, line int, src []byte) {
	t.block, t.last = parent, t.last[:0]
	lines := parent.Lines()
	for ; line < lines.Len(); line++ {
		seg := lines.At(line)
		for at := seg.Start; ; {
			i := bytes.IndexByte(src[at:seg.Stop], '`')
			if i < 0 {
				break
			}
			at += i
			n := markup.RunLength(src[at:seg.Stop])
			t.note(n, at)
			at += n
		}
	}
}

func (t *tickRuns) note(length, at int) {
	for i := range t.last {
		if t.last[i].length == length {
			t.last[i].at = at
			return
		}
	}
	t.last = append(t.last, tickRun{length, at})
}

// after returns where the last run of this length starts, or -1.
func (t *tickRuns) after(length int) int {
	for _, r := range t.last {
		if r.length == length {
			return r.at
		}
	}
	return -1
}
