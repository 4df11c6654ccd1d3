package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fences are blocks of code. One that is never closed has the rest of the body in
// it, so we remember which were.
type fences struct{ parser.BlockParser }

func (b fences) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	state := b.BlockParser.Continue(n, r, pc)
	if state&parser.Continue == 0 {
		pc.(*context).shutFence = n
	}
	return state
}

func (b fences) Close(n ast.Node, r text.Reader, pc parser.Context) {
	if c := pc.(*context); c.shutFence != n {
		c.openFences = add(c.openFences, n)
	}
	b.BlockParser.Close(n, r, pc)
}

// fence reports a block of code that is not closed, and words behind its first mark,
// of which only the first, the language, means anything.
func (w *writer) fence(n *ast.FencedCodeBlock) {
	opening := bytes.TrimSpace([]byte(w.ahead(n.Pos())))
	if w.c.openFences[n] {
		w.fault(Unclosed, n.Pos(), opening)
		f := &w.faults[len(w.faults)-1]
		f.Mark = string(opening[:run(opening)])
	}
	if n.Info == nil {
		return
	}
	if info := bytes.TrimSpace(n.Info.Segment.Value(w.src)); len(bytes.Fields(info)) > 1 {
		w.lost(CodeWords, n.Info.Segment.Start, info)
	}
}
