package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unmarked gives the footnotes that no mark points to a place behind the others.
// goldmark leaves them out, and their words would be lost.
type unmarked struct{}

func (unmarked) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	for _, n := range c.footnotes {
		list, ok := n.Parent().(*east.FootnoteList)
		if !ok || n.Index >= 0 {
			continue
		}
		list.Count++
		n.Index = list.Count
		c.unmarked = add(c.unmarked, n)
	}
}

// strayNote reports a footnote that no mark points to.
func (w *writer) strayNote(n *east.Footnote) {
	if !w.c.unmarked[n] {
		return
	}
	w.fault(NoteUnmarked, n.Pos(), []byte(w.ahead(n.Pos())))
	f := &w.faults[len(w.faults)-1]
	f.Better = "[^" + string(n.Ref) + "]"
	for _, other := range w.c.footnotes {
		if other == n {
			return
		}
		if bytes.Equal(other.Ref, n.Ref) {
			f.Kind = NoteTwice
			f.First, _ = placeOf(w.src, other.Pos())
			return
		}
	}
}

const maxNoteMark = 60 // bytes of a footnote's mark

// missingNote looks at "[^" in running text.
func (w *writer) missingNote(at int) {
	mark, _, closed := strings.Cut(w.ahead(at), "]")
	if label := mark[len("[^"):]; !closed || label == "" || len(mark) > maxNoteMark || strings.ContainsAny(label, "[^") {
		return
	}
	w.slipped++
	w.fault(NoteMissing, at, []byte(mark+"]"))
}
