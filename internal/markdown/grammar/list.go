package grammar

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"blandongan/internal/markdown/markup"
)

// typedMarks makes lists of lines that begin with the marks of word processors and
// chats: "•", "–", "o", "a.", numbers in the midst of a paragraph, and Markdown's own
// marks where they are indented or a no-break space follows, a heading's "#" among them.
// CommonMark knows no such marks and runs the lines together.
type typedMarks struct{}

func (typedMarks) Transform(n *ast.Paragraph, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		if m := markup.MarkOf(bytes.TrimLeft(seg.Value(c.Source), " \t")); m.Kind != 0 {
			c.typedList(n)
			return
		}
	}
}

// typedList takes the paragraph n apart where its lines begin with marks that count.
func (c *context) typedList(n *ast.Paragraph) {
	lines := slices.Clone(n.Lines().Sliced(0, n.Lines().Len()))
	marks := make([]markup.Mark, len(lines))
	for i, seg := range lines {
		lines[i] = seg.TrimLeftSpace(c.Source)
		marks[i] = markup.MarkOf(lines[i].Value(c.Source))
	}
	if !choose(marks) {
		return
	}
	b := listBuilder{c: c, parent: n.Parent(), last: n, block: n, lines: text.NewSegments()}
	b.join(n, marks[0])
	for i, m := range marks {
		b.line(lines[i], m)
	}
	b.fill()
	if n.Lines().Len() == 0 {
		if next := n.NextSibling(); next != nil {
			next.SetBlankPreviousLines(n.HasBlankPreviousLines())
		}
		b.parent.RemoveChild(b.parent, n)
	}
}

// choose clears the marks that stand there by chance, and reports whether any stays.
func choose(marks []markup.Mark) bool {
	chosen := make([]bool, len(marks))
	list := false
	for i, m := range marks {
		switch {
		case m.Glued && !m.IsBullet() && m.Kind != '–':
		case m.IsBullet(), m.Kind == '#', i == 0 && (m.Kind == '-' || m.Kind == '*' || m.Kind == '+'):
			chosen[i] = true
		case m.InSeries():
			chooseSeries(marks, chosen, i)
		case m.Kind != 0:
			neighbour := i > 0 && marks[i-1].Kind == m.Kind || i+1 < len(marks) && marks[i+1].Kind == m.Kind
			chosen[i] = list || neighbour
		}
		list = list || chosen[i] && m.Kind != '#'
	}
	for i := range marks {
		if !chosen[i] {
			marks[i] = markup.Mark{}
		}
	}
	return slices.Contains(chosen, true)
}

// chooseSeries chooses a series that begins at from, with "a." or any number.
func chooseSeries(marks []markup.Mark, chosen []bool, from int) {
	last := marks[from]
	if chosen[from] || last.Kind != '1' && last.Number != 1 {
		return
	}
	at := from
	for i := from + 1; i < min(len(marks), at+markup.SeriesReach); i++ {
		if !marks[i].Glued && marks[i].Follows(last) {
			last, at = marks[i], i
			chosen[from], chosen[i] = true, true
		}
	}
}

// listBuilder puts what the lines of a paragraph make behind it.
type listBuilder struct {
	c      *context
	parent ast.Node
	last   ast.Node // the block that was put there last
	open   []openList
	block  ast.Node       // whose lines these are; at first the paragraph itself
	lines  *text.Segments // without marks
}

type openList struct {
	node *ast.List
	mark markup.Mark // of its last item
}

// join goes on with the list before the paragraph: blank lines between bullets.
func (b *listBuilder) join(n *ast.Paragraph, m markup.Mark) {
	previous, ok := n.PreviousSibling().(*ast.List)
	if ok && m.Kind != 0 && !m.InSeries() && previous.Marker == byte(m.Kind) {
		b.open = append(b.open, openList{previous, m})
	}
}

func (b *listBuilder) line(seg text.Segment, m markup.Mark) {
	rest := seg.WithStart(min(seg.Start+m.Width, seg.Stop))
	switch m.Kind {
	case 0:
		if b.block == nil {
			b.put(ast.NewParagraph(), seg.Start)
		}
	case '#':
		b.open = b.open[:0]
		b.put(ast.NewHeading(m.Number), seg.Start)
		b.lines.Append(rest)
		b.fill()
		b.block = nil
		return
	default:
		b.item(m, seg.Start)
	}
	b.lines.Append(rest)
}

// put puts a block behind the last one. What follows are its lines.
func (b *listBuilder) put(n ast.Node, at int) {
	b.fill()
	b.begin(n, at)
	b.parent.InsertAfter(b.parent, b.last, n)
	b.last, b.block = n, n
}

// begin notes where a block begins, and counts it.
func (b *listBuilder) begin(n ast.Node, at int) {
	b.c.count(at, 1)
	n.(interface{ SetPos(int) }).SetPos(at)
}

// fill gives the block its lines.
func (b *listBuilder) fill() {
	if n := b.lines.Len(); n > 0 {
		end := b.lines.At(n - 1)
		b.lines.Set(n-1, end.TrimRightSpace(b.c.Source))
	}
	if b.block != nil {
		b.block.SetLines(b.lines)
	}
	b.lines = text.NewSegments()
}

func (b *listBuilder) item(m markup.Mark, at int) {
	b.fill()
	list := b.list(m, at)
	item, words := ast.NewListItem(0), ast.NewTextBlock()
	b.begin(item, at)
	b.begin(words, at)
	item.AppendChild(item, words)
	list.AppendChild(list, item)
	b.block = words
}

// list returns the open list that m goes on with, or a new one: inside the item
// before it, or behind the last block.
func (b *listBuilder) list(m markup.Mark, at int) *ast.List {
	for i, o := range slices.Backward(b.open) {
		if o.mark.Kind == m.Kind && (!m.InSeries() || m.Follows(o.mark)) {
			b.open[i].mark = m
			b.open = b.open[:i+1]
			return o.node
		}
	}
	if len(b.open) >= maxBlockDepth {
		stop(TooDeep, at)
	}
	list := newTypedList(m)
	b.begin(list, at)
	if n := len(b.open); n > 0 {
		item := b.open[n-1].node.LastChild()
		item.AppendChild(item, list)
	} else {
		b.parent.InsertAfter(b.parent, b.last, list)
		b.last = list
	}
	b.open = append(b.open, openList{list, m})
	return list
}

// TypeOfList is the attribute of a list that counts in letters.
var TypeOfList = []byte("type")

func newTypedList(m markup.Mark) *ast.List {
	if !m.InSeries() {
		return ast.NewList(byte(m.Kind))
	}
	list := ast.NewList(m.Sign)
	list.Start = m.Number
	if m.Kind != '1' {
		list.SetAttribute(TypeOfList, string(m.Kind))
	}
	return list
}
