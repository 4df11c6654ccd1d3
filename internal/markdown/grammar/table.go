package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"blandongan/internal/markdown/markup"
)

// tables are paragraphs with a delimiter row. Every row is padded to full width
// before anything is rendered, so they are measured before they are made.
type tables struct{ parser.ParagraphTransformer }

func (t tables) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := n.Lines()
	src := r.Source()
	for i := 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		if markup.IsDelimiterRow(src[seg.Start:seg.Stop]) {
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

// measureTable counts the cells of the table whose delimiter row is line row.
func (c *context) measureTable(lines *text.Segments, row int) {
	seg := lines.At(row)
	inner := bytes.Trim(c.Source[seg.Start:seg.Stop], " \t\n")
	inner = bytes.TrimSuffix(bytes.TrimPrefix(inner, []byte{'|'}), []byte{'|'})
	columns := bytes.Count(inner, []byte{'|'}) + 1
	if columns > markup.MaxColumns {
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
	line := c.Source[seg.Start:seg.Stop]
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

// keepCells gives rows the cells that they have beyond the header's: goldmark drops
// them, with their words.
func (c *context) keepCells(table *east.Table) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if r, ok := row.(*east.TableRow); ok {
			c.keepCellsOf(r, len(table.Alignments))
		}
	}
}

func (c *context) keepCellsOf(row *east.TableRow, columns int) {
	line := markup.FirstLine(c.Source[row.Pos():])
	if bytes.Count(line, []byte{'|'}) < columns {
		return
	}
	cells := markup.Cells(line)
	for len(cells) > columns && cells[len(cells)-1].Start == cells[len(cells)-1].Stop {
		cells = cells[:len(cells)-1]
	}
	for i := columns; i < len(cells); i++ {
		seg := text.NewSegment(row.Pos()+cells[i].Start, row.Pos()+cells[i].Stop)
		c.count(seg.Start, 1)
		cell := east.NewTableCell()
		cell.SetPos(seg.Start)
		cell.Lines().Append(seg)
		row.AppendChild(row, cell)
	}
}
