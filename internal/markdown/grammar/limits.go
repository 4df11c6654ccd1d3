package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"blandongan/internal/markdown/markup"
)

// The page of internal/markdown says why each limit is what it is.
const (
	maxPieces      = 200_000
	maxBlockDepth  = 50
	maxInlineDepth = 50
	maxDefinitions = 5_000
	maxFootnotes   = 1_000
	maxSteps       = 100_000_000
)

// Limit is what ended the reading of a body.
type Limit int

const (
	Broken     Limit = iota // no limit: goldmark or we failed
	TooDeep                 // quotes and lists, or emphasis, links and images in each other
	TooWide                 // a table with too many columns
	TooBig                  // too many pieces
	TooComplex              // too many steps
)

// Stop is where and why a body was not read to its end.
type Stop struct {
	Limit Limit
	At    int // offset in the source
}

// stop ends the reading. goldmark can be left half-way by a panic only.
func stop(limit Limit, at int) { panic(Stop{limit, at}) }

// Catch is to be deferred. It makes a Stop of what ended the reading or printing of t.
func (t *Tree) Catch(stopped **Stop) {
	r := recover()
	if r == nil {
		return
	}
	s, ok := r.(Stop)
	if !ok {
		s = Stop{Broken, t.opened}
	}
	*stopped = &s
}

// context is what goldmark carries through one parse. It sees every block and delimiter
// that goldmark opens, so limits are counted where the cost arises. A second reader would
// have to agree with goldmark's.
type context struct {
	parser.Context
	Tree
	schemes markup.Schemes

	blocks int // how many are open
	steps  int
	pieces int

	brackets []bracket // waiting for a "]" in this block
	squared  ast.Node  // the block whose lines squared have been charged
	pushed   int       // delimiters so far
	waiting  int       // delimiters waiting in this block
	ticks    tickRuns  // of this block
	emphasis markup.Emphasis

	definitions int
	paragraph   *ast.Paragraph // whose definitions are read
	line        int            // of it, where the last one was
	shutFence   ast.Node       // the last that was closed

	escapedPipes int
	cellTicks    int
}

func newContext(schemes markup.Schemes, src []byte) *context {
	return &context{
		Context: parser.NewContext(), Tree: Tree{Source: src}, schemes: schemes,
		emphasis: markup.Emphasis{Src: src},
	}
}

// count adds n pieces of source that goldmark keeps in memory.
func (c *context) count(at, n int) {
	c.pieces += n
	if c.pieces > maxPieces {
		stop(TooBig, at)
	}
}

// countLines counts the lines, each of which becomes at least one node.
func (c *context) countLines() {
	n := bytes.Count(c.Source, []byte{'\n'})
	if n <= maxPieces {
		c.count(0, n)
		return
	}
	at := 0
	for range maxPieces {
		at += bytes.IndexByte(c.Source[at:], '\n') + 1
	}
	stop(TooBig, at)
}

// charge adds n steps that goldmark is about to spend.
func (c *context) charge(at, n int) {
	c.steps += n
	if c.steps > maxSteps {
		stop(TooComplex, at)
	}
}

// chargeLines charges for the labels and titles in block that may go over many of
// its lines: goldmark counts lines from the end of the block for each of theirs.
// They cannot overlap, so the square of all lines is enough.
func (c *context) chargeLines(block ast.Node) {
	if c.squared != block {
		c.squared = block
		lines := block.Lines()
		c.charge(lines.At(0).Start, lines.Len()*lines.Len())
	}
}

// SetOpenedBlocks is called by goldmark with every block it opens or closes.
func (c *context) SetOpenedBlocks(blocks []parser.Block) {
	if len(blocks) > c.blocks {
		c.opened = blocks[len(blocks)-1].Node.Pos()
		c.count(c.opened, 1)
		if len(blocks) > maxBlockDepth && levels(blocks) > maxBlockDepth {
			stop(TooDeep, c.opened)
		}
	}
	c.blocks = len(blocks)
	c.Context.SetOpenedBlocks(blocks)
}

// levels counts what a reader would call a level: a list and its item are one.
func levels(blocks []parser.Block) int {
	n := 0
	for _, b := range blocks {
		switch b.Node.(type) {
		case *ast.Blockquote, *ast.ListItem, *east.Footnote:
			n++
		}
	}
	return n
}

// PushDelimiter is called with every run of "*", "_" or "~". One that can close
// is compared with all that wait.
func (c *context) PushDelimiter(d *parser.Delimiter) {
	c.count(d.Segment.Start, 1)
	if d.CanClose {
		c.charge(d.Segment.Start, c.waiting)
	}
	c.pushed++
	c.waiting++
	c.Context.PushDelimiter(d)
}

// RemoveDelimiter is called with every run that has found its match or cannot.
func (c *context) RemoveDelimiter(d *parser.Delimiter) {
	c.waiting--
	if d.Length > 0 {
		c.emphasis.Add(leftOf(d))
	}
	c.Context.RemoveDelimiter(d)
}

// ClearDelimiters is called at the end of a block or of a link's text: what still
// waits stays text.
func (c *context) ClearDelimiters(bottom ast.Node) {
	last := c.LastDelimiter()
	if last == nil {
		return
	}
	for n := ast.Node(last); n != nil && n != bottom; {
		previous := n.PreviousSibling()
		if d, ok := n.(*parser.Delimiter); ok {
			c.RemoveDelimiter(d)
		}
		n = previous
	}
}

// AddReference is called with every link definition; define chooses which of them count.
// For each, goldmark moves all lines that follow it in its paragraph.
func (c *context) AddReference(parser.Reference) {
	c.definitions++
	if c.definitions > maxDefinitions {
		// Definitions have a line each, as a rule.
		line := min(c.line, c.paragraph.Lines().Len()-1)
		stop(TooBig, c.paragraph.Lines().At(line).Start)
	}
	c.line++
}

// depth returns how deeply emphasis, links and images lie inside each other in n.
// A span knows its own depth, so this visits every node once or, for images in images,
// at most maxInlineDepth times.
func depth(n ast.Node) int {
	switch n := n.(type) {
	case *Span:
		return n.depth
	case *ast.Link, *ast.Image:
		deepest := 0
		for k := n.FirstChild(); k != nil; k = k.NextSibling() {
			deepest = max(deepest, depth(k))
		}
		return deepest + 1
	}
	return 0
}
