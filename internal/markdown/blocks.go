package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// paragraphs may be indented: word processors begin theirs with a tab or blanks,
// which CommonMark takes for program code. Code has its fences.
type paragraphs struct{ parser.BlockParser }

func (paragraphs) CanAcceptIndentedLine() bool { return true }

// underlines are headings with a line of "-" or "=" beneath. Under a sentence such
// a line is a rule, as everywhere else.
type underlines struct{ parser.BlockParser }

const (
	shortestUnderline = 3
	longestTitle      = 100 // bytes; a heading that is longer is a sentence
)

func (u underlines) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	c := pc.(*context)
	title, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	if !ok || title.Parent() != parent {
		return nil, parser.NoChildren
	}
	line, _ := r.PeekLine()
	line = bytes.TrimSpace(line)
	if run(line) != len(line) || len(line) < shortestUnderline {
		return nil, parser.NoChildren
	}
	first := title.Lines().At(0)
	words := bytes.TrimSpace(first.Value(c.src))
	if title.Lines().Len() > 1 || isSentence(words) {
		return ast.NewThematicBreak(), parser.NoChildren | parser.RequireParagraph
	}
	n, state := u.BlockParser.Open(parent, r, pc)
	if n != nil && line[0] == '-' && len(line) == shortestUnderline && len(words) > 2*len(line) {
		at := first.Start + bytes.Index(first.Value(c.src), words)
		c.slip(UnderlineForm, at, at+len(words), "## "+string(words))
	}
	return n, state
}

func (u underlines) Close(n ast.Node, r text.Reader, pc parser.Context) {
	if n.Kind() == ast.KindHeading {
		u.BlockParser.Close(n, r, pc)
	}
}

// isSentence reports whether a line is a sentence rather than a title.
func isSentence(line []byte) bool {
	if len(line) > longestTitle {
		return true
	}
	for _, mark := range []string{`"`, "”", "’", ")", "*", "_"} {
		line = bytes.TrimSuffix(line, []byte(mark))
	}
	return bytes.HasSuffix(line, []byte(".")) || bytes.HasSuffix(line, []byte("…"))
}
