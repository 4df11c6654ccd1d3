package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// footnotes are the footnotes' texts. goldmark searches all of them for every use, and
// sorts them by insertion.
type footnotes struct{ container }

func (b footnotes) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, seg := r.PeekLine()
	n, state := b.container.Open(parent, r, pc)
	if n != nil {
		c := pc.(*context)
		c.Notes = append(c.Notes, n.(*east.Footnote))
		if len(c.Notes) > maxFootnotes {
			stop(TooBig, seg.Start)
		}
	}
	return n, state
}

// noteRefs reads "[^1]". For each, goldmark goes through the lines of its block and
// through all footnotes.
type noteRefs struct{ parser.InlineParser }

func (p noteRefs) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[^")) && !bytes.HasPrefix(line, []byte("![^")) {
		return nil
	}
	c := pc.(*context)
	c.charge(seg.Start, parent.Lines().Len()+4*len(c.Notes))
	return counted(p).Parse(parent, block, pc)
}

// unmarked gives the footnotes that no mark points to a place behind the others.
// goldmark leaves them out, and their words would be lost.
type unmarked struct{}

func (unmarked) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	for _, n := range c.Notes {
		list, ok := n.Parent().(*east.FootnoteList)
		if !ok || n.Index >= 0 {
			continue
		}
		list.Count++
		n.Index = list.Count
		c.Unmarked = add(c.Unmarked, n)
	}
}
