package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newGrammar puts goldmark's parsers together, in its own order. Those whose cost
// may be more than linear are wrapped so that they ask the context first, or, where
// their cost cannot be told from outside, replaced by ours.
func newGrammar(bareAddresses bool) parser.Parser {
	inlines := []util.PrioritizedValue{
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(foreignMarkup{}, 90),
		util.Prioritized(codeSpans{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(noteRefs{extension.NewFootnoteParser()}, 101),
		util.Prioritized(links{parser.NewLinkParser()}, 200),
		util.Prioritized(counted{parser.NewAutoLinkParser()}, 300),
		util.Prioritized(rawHTML{parser.NewRawHTMLParser()}, 400),
		util.Prioritized(stars{}, 500),
		util.Prioritized(underscores{}, 500),
		util.Prioritized(tildes{}, 500),
	}
	if bareAddresses {
		inlines = append(inlines, util.Prioritized(bareLinks{}, 999))
	}
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(underlines{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(container{parser.NewListParser()}, 300),
			util.Prioritized(container{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(fences{parser.NewFencedCodeBlockParser()}, 700),
			util.Prioritized(container{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(htmlBlocks{}, 900),
			util.Prioritized(footnotes{container{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(paragraphs{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
			util.Prioritized(typedMarks{}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(tableCode(), 0),
			util.Prioritized(unmarked{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// tableCode returns the transformer that removes the backslash of "\|" in code in
// tables.
func tableCode() parser.ASTTransformer { return extension.NewTableASTTransformer() }

// A line inside a container costs goldmark a look at the container, a look at the
// line's indentation, and 24 bytes that it keeps until the outermost block ends.
const stepsPerVisit = 64

// container is a block that holds blocks.
type container struct{ parser.BlockParser }

func (b container) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	line, seg := r.PeekLine()
	_, indent := util.IndentWidth(line, 0)
	pc.(*context).charge(seg.Start, stepsPerVisit+16*indent)
	return b.BlockParser.Continue(n, r, pc)
}

// footnotes are the footnotes' texts. They are searched for every use and sorted
// by insertion.
type footnotes struct{ container }

func (b footnotes) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, seg := r.PeekLine()
	n, state := b.container.Open(parent, r, pc)
	if n != nil {
		c := pc.(*context)
		c.footnotes = append(c.footnotes, n.(*east.Footnote))
		if len(c.footnotes) > maxFootnotes {
			stop(TooBig, seg.Start)
		}
	}
	return n, state
}

// tables are paragraphs with a delimiter row. Every row is padded to full width
// before anything is rendered, so they are measured before they are made.
type tables struct{ parser.ParagraphTransformer }

func (t tables) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := n.Lines()
	src := r.Source()
	for i := 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		if isDelimiterRow(src[seg.Start:seg.Stop]) {
			lines.Set(i, seg.TrimLeftSpace(src)) // tables may be indented, as paragraphs
			pc.(*context).measureTable(lines, i)
			t.make(n, r, pc.(*context))
			return
		}
	}
}

// make makes a table of the paragraph, or of its last lines.
func (t tables) make(n *ast.Paragraph, r text.Reader, c *context) {
	parent, before := n.Parent(), n.PreviousSibling()
	t.ParagraphTransformer.Transform(n, r, c)
	made := n.NextSibling()
	switch {
	case n.Parent() != nil:
	case before != nil:
		made = before.NextSibling()
	default:
		made = parent.FirstChild()
	}
	if table, ok := made.(*east.Table); ok {
		c.keepCells(table)
	}
}

// isDelimiterRow reports whether line may be a table's delimiter row. It may say
// yes where goldmark says no: then a paragraph is measured that is no table.
func isDelimiterRow(line []byte) bool {
	marks := false
	for _, b := range line {
		switch b {
		case '|', ':':
			marks = true
		case '-', ' ', '\t', '\n':
		default:
			return false
		}
	}
	return marks
}

// measureTable counts the cells of the table whose delimiter row is line row.
func (c *context) measureTable(lines *text.Segments, row int) {
	seg := lines.At(row)
	inner := bytes.Trim(c.src[seg.Start:seg.Stop], " \t\n")
	inner = bytes.TrimSuffix(bytes.TrimPrefix(inner, []byte{'|'}), []byte{'|'})
	columns := bytes.Count(inner, []byte{'|'}) + 1
	if columns > maxColumns {
		stop(TooWide, seg.Start)
	}
	for i := row - 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		c.count(seg.Start, columns)
		c.measureEscapes(seg)
	}
}

// measureEscapes charges for "\|" in code: goldmark compares each of them with
// every piece of code in every cell that has one.
func (c *context) measureEscapes(seg text.Segment) {
	line := c.src[seg.Start:seg.Stop]
	pipes := bytes.Count(line, []byte(`\|`))
	if pipes == 0 {
		return
	}
	ticks := bytes.Count(line, []byte{'`'})
	if ticks == 0 {
		return
	}
	c.charge(seg.Start, c.escapedPipes*ticks+(c.cellTicks+ticks)*pipes)
	c.escapedPipes += pipes
	c.cellTicks += ticks
}
