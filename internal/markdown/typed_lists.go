package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// typedList takes the paragraph n apart where its lines begin with marks that count.
func (c *context) typedList(n *ast.Paragraph) {
	lines := slices.Clone(n.Lines().Sliced(0, n.Lines().Len()))
	marks := make([]mark, len(lines))
	for i, seg := range lines {
		lines[i] = seg.TrimLeftSpace(c.src)
		marks[i] = markOf(lines[i].Value(c.src))
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
func choose(marks []mark) bool {
	chosen := make([]bool, len(marks))
	list := false
	for i, m := range marks {
		switch {
		case m.glued && !m.isBullet() && m.kind != '–':
		case m.isBullet(), m.kind == '#', i == 0 && (m.kind == '-' || m.kind == '*' || m.kind == '+'):
			chosen[i] = true
		case m.inSeries():
			chooseSeries(marks, chosen, i)
		case m.kind != 0:
			neighbour := i > 0 && marks[i-1].kind == m.kind || i+1 < len(marks) && marks[i+1].kind == m.kind
			chosen[i] = list || neighbour
		}
		list = list || chosen[i] && m.kind != '#'
	}
	for i := range marks {
		if !chosen[i] {
			marks[i] = mark{}
		}
	}
	return slices.Contains(chosen, true)
}

// chooseSeries chooses a series that begins at from, with "a." or any number.
func chooseSeries(marks []mark, chosen []bool, from int) {
	last := marks[from]
	if chosen[from] || last.kind != '1' && last.number != 1 {
		return
	}
	at := from
	for i := from + 1; i < min(len(marks), at+seriesReach); i++ {
		if !marks[i].glued && marks[i].follows(last) {
			last, at = marks[i], i
			chosen[from], chosen[i] = true, true
		}
	}
}

// seriesReach is how many lines after an item the next one is sought: without a
// bound, the square of all lines.
const seriesReach = 50

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
	mark mark // of its last item
}

// join goes on with the list before the paragraph: blank lines between bullets.
func (b *listBuilder) join(n *ast.Paragraph, m mark) {
	previous, ok := n.PreviousSibling().(*ast.List)
	if ok && m.kind != 0 && !m.inSeries() && previous.Marker == byte(m.kind) {
		b.open = append(b.open, openList{previous, m})
	}
}

func (b *listBuilder) line(seg text.Segment, m mark) {
	rest := seg.WithStart(min(seg.Start+m.width, seg.Stop))
	switch m.kind {
	case 0:
		if b.block == nil {
			b.put(ast.NewParagraph(), seg.Start)
		}
	case '#':
		b.open = b.open[:0]
		b.put(ast.NewHeading(m.number), seg.Start)
		b.lines.Append(rest)
		b.fill()
		b.block = nil
		return
	default:
		b.item(m, seg.Start)
	}
	b.lines.Append(rest)
}

// put places a block behind the last one; what follows are its lines.
func (b *listBuilder) put(n ast.Node, at int) {
	b.fill()
	b.place(n, at)
	b.parent.InsertAfter(b.parent, b.last, n)
	b.last, b.block = n, n
}

func (b *listBuilder) place(n ast.Node, at int) {
	b.c.count(at, 1)
	n.(interface{ SetPos(int) }).SetPos(at)
}

// fill gives the block its lines.
func (b *listBuilder) fill() {
	if n := b.lines.Len(); n > 0 {
		end := b.lines.At(n - 1)
		b.lines.Set(n-1, end.TrimRightSpace(b.c.src))
	}
	if b.block != nil {
		b.block.SetLines(b.lines)
	}
	b.lines = text.NewSegments()
}

func (b *listBuilder) item(m mark, at int) {
	b.fill()
	list := b.list(m, at)
	item, words := ast.NewListItem(0), ast.NewTextBlock()
	b.place(item, at)
	b.place(words, at)
	item.AppendChild(item, words)
	list.AppendChild(list, item)
	b.block = words
}

// list returns the open list that m goes on with, or a new one: inside the item
// before it, or behind the last block.
func (b *listBuilder) list(m mark, at int) *ast.List {
	for i, o := range slices.Backward(b.open) {
		if o.mark.kind == m.kind && (!m.inSeries() || m.follows(o.mark)) {
			b.open[i].mark = m
			b.open = b.open[:i+1]
			return o.node
		}
	}
	if len(b.open) >= maxBlockDepth {
		stop(TooDeep, at)
	}
	list := newTypedList(m)
	b.place(list, at)
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

// typeOfList is the attribute of a list that counts in letters.
var typeOfList = []byte("type")

func newTypedList(m mark) *ast.List {
	if !m.inSeries() {
		return ast.NewList(byte(m.kind))
	}
	list := ast.NewList(m.sign)
	list.Start = m.number
	if m.kind != '1' {
		list.SetAttribute(typeOfList, string(m.kind))
	}
	return list
}
