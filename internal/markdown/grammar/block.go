package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"blandongan/internal/markdown/markup"
)

// paragraphs may be indented: word processors begin theirs with a tab or blanks,
// which CommonMark takes for program code. Code has its fences.
type paragraphs struct{ parser.BlockParser }

func (paragraphs) CanAcceptIndentedLine() bool { return true }

// underlines are headings with a line of "-" or "=" beneath. Under a sentence such
// a line is a rule, as everywhere else.
type underlines struct{ parser.BlockParser }

const shortestUnderline = 3

func (u underlines) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	c := pc.(*context)
	title, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	if !ok || title.Parent() != parent {
		return nil, parser.NoChildren
	}
	line, _ := r.PeekLine()
	line = bytes.TrimSpace(line)
	if markup.RunLength(line) != len(line) || len(line) < shortestUnderline {
		return nil, parser.NoChildren
	}
	first := title.Lines().At(0)
	words := bytes.TrimSpace(first.Value(c.Source))
	if title.Lines().Len() > 1 || markup.IsSentence(words) {
		return ast.NewThematicBreak(), parser.NoChildren | parser.RequireParagraph
	}
	n, state := u.BlockParser.Open(parent, r, pc)
	if n != nil && line[0] == '-' && len(line) == shortestUnderline && len(words) > 2*len(line) {
		at := first.Start + bytes.Index(first.Value(c.Source), words)
		c.underline(at, words)
	}
	return n, state
}

// underline notes a short line that a rule right beneath makes a heading.
func (c *context) underline(at int, title []byte) {
	if len(c.Underlines) < markup.MaxSlips {
		c.Underlines = append(c.Underlines, markup.Slip{From: at, To: at + len(title), Better: "## " + string(title)})
	}
}

func (u underlines) Close(n ast.Node, r text.Reader, pc parser.Context) {
	if n.Kind() == ast.KindHeading {
		u.BlockParser.Close(n, r, pc)
	}
}

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
		c.OpenFences = add(c.OpenFences, n)
	}
	b.BlockParser.Close(n, r, pc)
}
