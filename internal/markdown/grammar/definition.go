package grammar

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitions are the link definitions at the start of a paragraph. To CommonMark
// "[Foto]: Humas" is a definition, and prints nothing. Here only what defines an address
// is one, and the rest is a paragraph.
type definitions struct{}

func (definitions) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	c := pc.(*context)
	if n.Lines().Len() == 0 {
		return
	}
	first := bytes.TrimLeft(c.Source[n.Lines().At(0).Start:], " \t")
	if len(first) == 0 || first[0] != '[' {
		return
	}
	c.paragraph, c.line = n, 0
	c.chargeLines(n)
	parent, before := n.Parent(), n.PreviousSibling()
	parser.LinkReferenceParagraphTransformer.Transform(n, r, pc)
	next := parent.FirstChild()
	if before != nil {
		next = before.NextSibling()
	}
	for next != nil {
		d, ok := next.(*ast.LinkReferenceDefinition)
		if !ok {
			return
		}
		next = next.NextSibling()
		c.define(parent, d)
	}
}

// define lets links use a definition and notes where its label was first defined. What
// defines no address becomes text. Whoever writes "<…>" means an address, whatever is in it.
func (c *context) define(parent ast.Node, d *ast.LinkReferenceDefinition) {
	address := string(d.Destination)
	if !c.schemes.Defines(address) && !bytes.Contains(c.LinesOf(d), []byte("<"+address+">")) {
		p := ast.NewParagraph()
		p.SetLines(d.Lines())
		p.SetPos(d.Pos())
		parent.ReplaceChild(parent, d, p)
		c.Labels = add(c.Labels, d.Pos())
		return
	}
	c.Context.AddReference(parser.NewReference(d.Label, d.Destination, d.Title))
	label := util.ToLinkReference(d.Label)
	if c.Defined == nil {
		c.Defined = map[string]*ast.LinkReferenceDefinition{}
	}
	if c.Defined[label] == nil {
		c.Defined[label] = d
	}
}

// Reference is called for every label of a link.
func (c *context) Reference(label string) (parser.Reference, bool) {
	ref, ok := c.Context.Reference(label)
	if ok && !c.Used[label] {
		c.Used = add(c.Used, label)
	}
	return ref, ok
}
