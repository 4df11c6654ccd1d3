package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitions are the link definitions at the start of a paragraph. To CommonMark
// "[Foto]: Humas" is one, and prints nothing; here only what defines an address is,
// and the rest is a paragraph.
type definitions struct{}

func (definitions) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	c := pc.(*context)
	if n.Lines().Len() == 0 || !bytes.HasPrefix(bytes.TrimLeft(c.src[n.Lines().At(0).Start:], " \t"), []byte{'['}) {
		return
	}
	c.paragraph, c.defLine = n, 0
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

// define lets links use a definition and notes where its label was first defined, or
// makes text of what is none. Whoever writes "<…>" means an address, whatever is in it.
func (c *context) define(parent ast.Node, d *ast.LinkReferenceDefinition) {
	if dest := string(d.Destination); !c.p.definesAddress(dest) && !bytes.Contains(linesOf(d, c.src), []byte("<"+dest+">")) {
		p := ast.NewParagraph()
		p.SetLines(d.Lines())
		p.SetPos(d.Pos())
		parent.ReplaceChild(parent, d, p)
		c.labels = add(c.labels, d.Pos())
		return
	}
	c.Context.AddReference(parser.NewReference(d.Label, d.Destination, d.Title))
	label := util.ToLinkReference(d.Label)
	if c.defined == nil {
		c.defined = map[string]*ast.LinkReferenceDefinition{}
	}
	if c.defined[label] == nil {
		c.defined[label] = d
	}
}

func add[T comparable](set map[T]bool, member T) map[T]bool {
	if set == nil {
		set = map[T]bool{}
	}
	set[member] = true
	return set
}

// Reference is called for every label of a link.
func (c *context) Reference(label string) (parser.Reference, bool) {
	ref, ok := c.Context.Reference(label)
	if ok && !c.used[label] {
		c.used = add(c.used, label)
	}
	return ref, ok
}

// endings are those of files that people link to.
const endings = " md html htm jpg jpeg png gif webp svg heic pdf doc docx xls xlsx ppt pptx odt csv json geojson ics zip txt mp3 mp4 "

// definesAddress says whether nobody would write dest behind "[label]:" but as an
// address. A name of a person, an office or a file of none of these kinds is a word.
func (p *Parser) definesAddress(dest string) bool {
	dest = strings.TrimSpace(dest)
	if dest == "" || strings.HasPrefix(dest, "./") || strings.IndexByte("/#?", dest[0]) >= 0 {
		return true
	}
	if scheme, rest, ok := strings.Cut(dest, ":"); ok && len(scheme) > 1 && rest != "" {
		return strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz") == "" || p.likeAddress(dest)
	}
	dest, _, _ = strings.Cut(dest, "#")
	if i := strings.LastIndexByte(dest, '.'); i > 0 {
		return strings.HasPrefix(dest, "../") || strings.HasPrefix(strings.ToLower(dest), "www.") ||
			strings.Contains(endings, " "+strings.ToLower(dest[i+1:])+" ")
	}
	return false
}

// labelSlip reports a paragraph that CommonMark would have taken for a definition.
func (w *writer) labelSlip(n ast.Node) {
	if len(w.c.labels) == 0 || n.Lines().Len() == 0 {
		return
	}
	at := n.Lines().At(0).Start
	if !w.c.labels[at] {
		return
	}
	typed := linesOf(n, w.src)
	w.fault(LinkForm, at, []byte(oneLine(typed)))
	w.faults[len(w.faults)-1].Better = credit(typed)
}

// credit returns what looks like a definition as the line of text that it was meant
// to be.
func credit(typed []byte) string {
	label, rest, _ := strings.Cut(oneLine(typed), "]:")
	rest = strings.NewReplacer("<", "", ">", "").Replace(rest)
	better := label[1:] + ":" + rest
	if isNumber(label[1:]) {
		better = label + "]" + rest
	}
	return shorten([]byte(better), maxFaultText)
}

// isWords says whether what a definition has for an address is none: a name in
// angle brackets, or a hashtag.
func (p *Parser) isWords(dest string) bool {
	return !p.definesAddress(dest) || len(dest) > 1 && dest[0] == '#' && !strings.Contains(dest, "-")
}

// definition reports a definition that is not shown and that no link uses.
func (w *writer) definition(d *ast.LinkReferenceDefinition) {
	label := util.ToLinkReference(d.Label)
	first := w.c.defined[label]
	typed := linesOf(d, w.src)
	switch dest := strings.TrimSpace(string(d.Destination)); {
	case dest == "#" || dest == "" || string(d.Label) == "//":
		w.lost(Comment, d.Pos(), typed)
	case first != nil && first != d && !bytes.Equal(first.Destination, d.Destination):
		w.lost(DefinitionTwice, d.Pos(), typed)
		f := &w.faults[len(w.faults)-1]
		f.First, _ = placeOf(w.src, first.Pos())
		f.Better = "[" + string(d.Label) + "]"
	case first == d && !w.c.used[label]:
		w.lost(DefinitionUnused, d.Pos(), typed)
		better := clip([]byte("[" + string(d.Label) + "](" + dest + ")"))
		if w.p.isWords(dest) {
			better = credit(typed)
		}
		w.faults[len(w.faults)-1].Better = better
	}
}
