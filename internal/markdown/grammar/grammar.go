// Package grammar reads the Markdown of editors as our dialect.
//
// It owns the dialect, which is goldmark's parsers with our own among them, and the limits
// of what is read; the page of internal/markdown describes both. In comes the source of one
// body with plain line feeds. Out comes a [Tree] of goldmark's nodes and three of ours
// ([Span], [HTMLBlock], [Foreign]), with what was noticed meanwhile: emphasis without a
// partner, labels that links use, code that is never closed. A body that passes a limit is
// not read to its end: then out comes a [Stop].
//
// It prints nothing, judges no address that a link leads to, and knows nothing of the site.
package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/markup"
)

// Grammar reads bodies. It may be used by several goroutines at once.
type Grammar struct {
	schemes markup.Schemes
	plain   parser.Parser // for bodies that cannot have a bare address
	bare    parser.Parser // for all others
}

// New returns a Grammar for links of these schemes and those of the web. It costs about
// as much as the reading of a page.
func New(schemes markup.Schemes) *Grammar {
	return &Grammar{schemes: schemes, plain: newParser(false), bare: newParser(true)}
}

// Parse reads src, which is valid UTF-8 and has no spare capacity: goldmark appends a line
// end to the last line, in place if it can. The tree is incomplete if reading stopped.
func (g *Grammar) Parse(src []byte) (t *Tree, stopped *Stop) {
	c := newContext(g.schemes, src)
	defer c.Catch(&stopped)
	c.countLines()
	c.Root = g.parser(src).Parse(text.NewReader(src), parser.WithContext(c))
	c.emphasis.EndBody()
	c.Emphasis = c.emphasis.Slips
	return &c.Tree, nil
}

// parser picks the quicker parser where no bare address can be: looking for
// them stops goldmark at every space.
func (g *Grammar) parser(src []byte) parser.Parser {
	if bytes.IndexByte(src, '@') >= 0 || bytes.Contains(src, []byte("://")) || bytes.Contains(src, []byte("www.")) {
		return g.bare
	}
	return g.plain
}

// newParser puts goldmark's parsers together, in its own order. Those whose cost may be more
// than linear are wrapped so that they ask the context first, or, where their cost cannot
// be known from outside, replaced by ours.
func newParser(bareAddresses bool) parser.Parser {
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
		parser.WithInlineParsers(inlineParsers(bareAddresses)...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
			util.Prioritized(typedMarks{}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0), // removes the backslash of "\|" in code in tables
			util.Prioritized(unmarked{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

func inlineParsers(bareAddresses bool) []util.PrioritizedValue {
	parsers := []util.PrioritizedValue{
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
		parsers = append(parsers, util.Prioritized(bareLinks{}, 999))
	}
	return parsers
}

// For a line inside a container goldmark asks the container, reads the line's indentation,
// and keeps 24 bytes until the outermost block ends.
const stepsPerVisit = 64

// container is a block that holds blocks.
type container struct{ parser.BlockParser }

func (b container) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	line, seg := r.PeekLine()
	_, indent := util.IndentWidth(line, 0)
	pc.(*context).charge(seg.Start, stepsPerVisit+16*indent)
	return b.BlockParser.Continue(n, r, pc)
}
