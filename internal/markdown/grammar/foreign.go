package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/markup"
)

// Foreign is a piece of markup of another program. It is printed as it was typed.
type Foreign struct {
	ast.BaseInline
	Parts []text.Segment // a line each
}

var kindForeign = ast.NewNodeKind("Foreign")

func (f *Foreign) Kind() ast.NodeKind { return kindForeign }

func (f *Foreign) Dump(src []byte, level int) { ast.DumpHelper(f, src, level, nil, nil) }

// Value returns the piece as it was typed.
func (f *Foreign) Value(src []byte) []byte {
	if len(f.Parts) == 1 {
		return f.Parts[0].Value(src)
	}
	var all []byte
	for _, seg := range f.Parts {
		all = append(all, seg.Value(src)...)
	}
	return all
}

// foreignMarkup reads such pieces, before anything in them is taken for Markdown.
type foreignMarkup struct{}

func (foreignMarkup) Trigger() []byte { return []byte{'{', '[', '!', '=', '+'} }

func (foreignMarkup) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	c := pc.(*context)
	n := markup.ForeignLength(line, c.isLabel)
	if !markup.IsWord(block.PrecendingCharacter()) {
		n = max(n, markup.DoubledLength(line))
	}
	if n > 0 {
		block.Advance(n)
		c.count(seg.Start, 1)
		return &Foreign{Parts: []text.Segment{seg.WithStop(seg.Start + n)}}
	}
	if end := markup.TemplateEnd(line); end != "" {
		return c.foreignLines(block, end)
	}
	return nil
}

const maxForeign = 20 // lines of a shortcode

// foreignLines reads template markup that goes over lines.
func (c *context) foreignLines(block text.Reader, end string) ast.Node {
	f := &Foreign{}
	for range maxForeign {
		line, seg := block.PeekLine()
		if line == nil {
			return nil
		}
		c.charge(seg.Start, len(line))
		if i := bytes.Index(line, []byte(end)); i >= 0 {
			block.Advance(i + len(end))
			f.Parts = append(f.Parts, seg.WithStop(seg.Start+i+len(end)))
			c.count(seg.Start, 1)
			return f
		}
		f.Parts = append(f.Parts, seg)
		block.AdvanceLine()
	}
	return nil
}

func (c *context) isLabel(s string) bool {
	_, ok := c.Context.Reference(util.ToLinkReference([]byte(s)))
	return ok
}
