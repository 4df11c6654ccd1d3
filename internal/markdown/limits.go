package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
)

// The limits; the package comment says why each is what it is.
const (
	maxSource      = 5 << 20
	maxPieces      = 200_000
	maxBlockDepth  = 50
	maxInlineDepth = 50
	maxColumns     = 200
	maxDefinitions = 5_000
	maxFootnotes   = 1_000
	maxSteps       = 100_000_000
	maxGrowth      = 16
	maxGrowthFloor = 64 << 10
)

// stopped is what a crossed limit panics with. goldmark offers no other way to
// leave it half-way; Parse recovers, so it never gets out of this package.
type stopped struct {
	kind FaultKind
	at   int // offset in the source
}

// context is what goldmark carries through one parse. It sees every block and
// delimiter that goldmark opens, so limits are counted where the cost arises
// instead of by a second reader that would have to agree with goldmark's.
type context struct {
	parser.Context
	p     *Parser
	src   []byte
	at    int // where the last block was opened, for faults with no better place
	was   int // how many blocks were open
	steps int
	piece int

	brackets []bracket // waiting for a "]" in this block
	squared  ast.Node  // the block whose lines squared have been charged
	pushed   int       // delimiters so far
	waiting  int       // delimiters waiting in this block
	ticks    tickRuns  // of this block
	left     []leftRun // of this block: runs of signs that stay text
	marked   [3]bool   // by length: whether a word had stars after it that stayed
	slips    []slip
	ends     []leftRun // of "**" that was never begun, or marks a remark
	remark   bool      // such a remark begins somewhere

	defs, defLine int
	paragraph     *ast.Paragraph
	labels        map[int]bool                            // where paragraphs begin that look like definitions
	defined       map[string]*ast.LinkReferenceDefinition // the first of each label
	used          map[string]bool                         // labels that links use
	footnotes     []*east.Footnote
	shutFence     ast.Node // the last that was closed
	openFences    map[ast.Node]bool
	unmarked      map[*east.Footnote]bool

	marks        map[string]int // where the last mark of each kind is
	escapedPipes int
	cellTicks    int
}

func newContext(p *Parser, src []byte) *context {
	return &context{Context: parser.NewContext(), p: p, src: src}
}

func stop(kind FaultKind, at int) { panic(stopped{kind, at}) }

// count adds n pieces of source that goldmark keeps in memory.
func (c *context) count(at, n int) {
	c.piece += n
	if c.piece > maxPieces {
		stop(TooBig, at)
	}
}

// countLines counts the lines, each of which becomes at least one node.
func (c *context) countLines() {
	n := bytes.Count(c.src, []byte{'\n'})
	if n <= maxPieces {
		c.count(0, n)
		return
	}
	at := 0
	for range maxPieces {
		at += bytes.IndexByte(c.src[at:], '\n') + 1
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

// fatal makes a fault of what ended a parse.
func (c *context) fatal(r any) Fault {
	s, ok := r.(stopped)
	if !ok {
		s = stopped{Broken, c.at}
	}
	line, col := placeOf(c.src, s.at)
	return Fault{Kind: s.kind, Line: line, Col: col}
}

// SetOpenedBlocks is called by goldmark with every block it opens or closes.
func (c *context) SetOpenedBlocks(blocks []parser.Block) {
	if len(blocks) > c.was {
		c.at = blocks[len(blocks)-1].Node.Pos()
		c.count(c.at, 1)
		if len(blocks) > maxBlockDepth && levels(blocks) > maxBlockDepth {
			stop(TooDeep, c.at)
		}
	}
	c.was = len(blocks)
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
		c.left = append(c.left, leftOf(d))
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

// AddReference is called with every link definition; define says which of them count.
// goldmark moves all lines that follow each of them in its paragraph.
func (c *context) AddReference(parser.Reference) {
	c.defs++
	if c.defs > maxDefinitions {
		// Definitions have a line each, as a rule.
		line := min(c.defLine, c.paragraph.Lines().Len()-1)
		stop(TooBig, c.paragraph.Lines().At(line).Start)
	}
	c.defLine++
}

// depth returns how deeply emphasis, links and images lie inside each other in n.
// A span knows its own depth, so this looks at every node once or, for images in
// images, at most maxInlineDepth times.
func depth(n ast.Node) int {
	switch n := n.(type) {
	case *span:
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
