package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

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
	line := c.src[row.Pos():]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if bytes.Count(line, []byte{'|'}) < columns {
		return
	}
	cells := cellsOf(line)
	for len(cells) > columns && cells[len(cells)-1].IsEmpty() {
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

// cellsOf returns where the cells of a row are in its line, without blanks.
func cellsOf(line []byte) []text.Segment {
	var cells []text.Segment
	end := len(bytes.TrimRight(line, " \t"))
	from := len(line) - len(bytes.TrimLeft(line, " \t"))
	if from < end && line[from] == '|' {
		from++
	}
	for i := from; i <= end; i++ {
		if i < end && (line[i] != '|' || i > 0 && line[i-1] == '\\') || i == end && from >= end {
			continue
		}
		cell := text.NewSegment(from, i)
		cell = cell.TrimLeftSpace(line)
		cells = append(cells, cell.TrimRightSpace(line))
		from = i + 1
	}
	return cells
}

// beyond reports the cells of a row that the header has no columns for.
func (w *writer) beyond(row, cell ast.Node) {
	r, ok := row.(*east.TableRow)
	if !ok || cell.Lines().Len() == 0 {
		return
	}
	n := 0
	for k := row.FirstChild(); k != cell; k = k.NextSibling() {
		n++
	}
	if n == len(r.Alignments) {
		at := cell.Lines().At(0).Start
		line, _, _ := strings.Cut(string(w.src[at:]), "\n")
		w.lost(CellsBeyond, at, []byte(strings.TrimSuffix(strings.TrimSpace(line), "|")))
	}
}

// tableSlip reports a paragraph that was most likely meant as a table: its rule is
// missing, or has another number of columns.
func (w *writer) tableSlip(n ast.Node) {
	lines := n.Lines()
	first, rows, spaced, pipes := -1, 0, 0, 0
	for i := range lines.Len() {
		seg := lines.At(i)
		line := bytes.TrimSpace(w.src[seg.Start:seg.Stop])
		count := bytes.Count(line, []byte{'|'})
		switch {
		case count == 0:
			if i+1 < lines.Len() && w.sheetSlip(line, seg.Start, lines.At(i+1)) {
				return
			}
			continue
		case isDelimiterRow(line) && bytes.IndexByte(line, '-') >= 0 && (i > 0 || lines.Len() > 1):
			w.ruleSlip(lines, i)
			return
		case line[0] == '|' && count > 1:
			if rows++; first < 0 {
				first = i
			}
			if line[len(line)-1] == '|' && count > 2 && lines.Len() == 1 {
				rows++
			}
		case bytes.Contains(line, []byte(" | ")) && (spaced == 0 || count == pipes):
			spaced, pipes = spaced+1, count
		}
	}
	switch {
	case rows > 1 && !w.isRow(n.PreviousSibling()):
		w.missingRule(lines.At(first))
	case spaced == lines.Len() && (spaced > 2 || spaced > 1 && pipes > 1):
		w.missingRule(lines.At(0))
	}
}

// isRow says whether n begins like a row of a table: then the fault is told there.
func (w *writer) isRow(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	return ok && p.Lines().Len() > 0 && w.src[p.Lines().At(0).Start] == '|'
}

func (w *writer) missingRule(seg text.Segment) {
	line := w.src[seg.Start:seg.Stop]
	w.fault(TableForm, seg.Start, line)
	w.faults[len(w.faults)-1].Better = strings.Repeat("|---", min(len(cellsOf(bytes.TrimSpace(line))), maxColumns)) + "|"
}

// ruleSlip reports a rule that no header fits.
func (w *writer) ruleSlip(lines *text.Segments, i int) {
	seg := lines.At(i)
	line := bytes.TrimSpace(w.src[seg.Start:seg.Stop])
	w.fault(TableForm, seg.Start, line)
	better := strings.Repeat("| … ", len(cellsOf(line))) + "|"
	if i > 0 {
		header := lines.At(i - 1)
		better = strings.Repeat("|---", len(cellsOf(bytes.TrimSpace(w.src[header.Start:header.Stop])))) + "|"
	}
	w.faults[len(w.faults)-1].Better = better
}

// sheetSign returns what parts the cells of a line that was copied from a word
// processor or a spreadsheet: a tab, or semicolons with no blank behind them, as prose
// would have; 0 for other lines. "Hari<tab>: Senin" is a letter's, no table's.
func sheetSign(line []byte) byte {
	if bytes.IndexByte(line, '\t') >= 0 && !bytes.Contains(line, []byte("\t:")) {
		return '\t'
	}
	i := bytes.IndexByte(line, ';')
	if i >= 0 && i+1 < len(line) && line[i+1] != ' ' && bytes.Count(line, []byte{';'}) > 1 && bytes.IndexByte(line, '&') < 0 {
		return ';'
	}
	return 0
}

// sheetSlip reports two lines that have the same number of such cells.
func (w *writer) sheetSlip(line []byte, at int, second text.Segment) bool {
	sign := sheetSign(line)
	if sign == 0 {
		return false
	}
	cells := bytes.Split(line, []byte{sign})
	below := bytes.TrimSpace(second.Value(w.src))
	if bothListed(line, below) || sheetSign(below) != sign || bytes.Count(below, []byte{sign}) != len(cells)-1 {
		return false
	}
	header := "|"
	for _, cell := range cells {
		header += " " + string(bytes.TrimSpace(cell)) + " |"
	}
	w.faultBetter(TableForm, at, line, header+"\n"+strings.Repeat("|---", min(len(cells), maxColumns))+"|")
	return true
}
