package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// BlockKind is what a run of prose is to readers.
type BlockKind uint8

// What runs of prose are.
const (
	Paragraph BlockKind = iota + 1
	Heading
	Item // how an item of a list begins; its other paragraphs are paragraphs
	Cell
	Quote
	Alt // what stands in place of a picture
)

// Block is a run of prose that readers see as one.
type Block struct {
	Kind  BlockKind
	Level int // of a heading from 1, of an item how deep its list lies
	List  int // items of one list share a number from 1
	// Text is what readers see, without marks. A line that goes on is a blank, a break of lines
	// that was meant is one. Code, signs of notes, pictures and the markup of other programs
	// are Gap.
	Text  string
	Links []Span
	Map   Map
}

// Gap stands in a block's text for what is no prose.
const Gap = '\uFFFC'

// Span is a link, or of an Alt its picture.
type Span struct {
	From, To int // in the text
	// Scheme and Target are where it leads: see Link.Scheme; of a web address, Target is all of it.
	Scheme, Target string
	Image          bool
	Bare           bool // its text is its address
	Label          bool // its text is the label under which its address is defined elsewhere: [so] or [so][]
}

// Map tells where the bytes of a text stand in its source.
type Map []Stretch

// Stretch is a run of bytes, from At up to the next stretch. They stand in the source from
// From on, byte for byte; unless it is Other: then all of them were written otherwise there.
type Stretch struct {
	At, From int
	Other    bool
}

// Source returns the offset in the source of a byte of the text, and whether it is that byte
// which stands there.
func (m Map) Source(at int) (from int, same bool) {
	i := sort.Search(len(m), func(i int) bool { return m[i].At > at }) - 1
	if i < 0 {
		return 0, false
	}
	if m[i].Other {
		return m[i].From, false
	}
	return m[i].From + at - m[i].At, true
}

// Note is a comment that readers never see.
type Note struct {
	From, To int // in the source, with its marks
	// First and Last are offsets in what it is about: the block that it stands in, or the next
	// one where it stands alone.
	First, Last int
}

// Clean returns a body or a file as it is read, see Parse: offsets are those in there.
func Clean(src []byte) []byte { return clean(src) }

// Prose returns what readers see of a clean body as plain words, in the order of the source,
// and its comments. There is nothing of a body that Parse refuses.
func (p *Parser) Prose(src []byte) (blocks []Block, notes []Note) {
	if len(src) > maxSource {
		return nil, nil
	}
	src = src[:len(src):len(src)]
	tree, stopped := p.grammar.Parse(src)
	if stopped != nil {
		return nil, nil
	}
	g := gatherer{w: newWriter(p, tree, nil), src: src}
	g.gather(tree.Root, Block{Kind: Paragraph})
	if len(tree.Notes) > 0 { // they stand at the end of the tree
		slices.SortStableFunc(g.blocks, func(x, y Block) int { return cmp.Compare(x.Map[0].From, y.Map[0].From) })
	}
	return g.blocks, g.notes
}

// gatherer goes through a tree as a writer does, and keeps the words.
type gatherer struct {
	w      *writer // for what it knows of lists and addresses; it prints nothing
	src    []byte
	blocks []Block
	notes  []Note
	lists  int
	depth  int // of lists

	block Block // that is being gathered
	text  []byte
	alts  []Block
	node  ast.Node // the block's
}

func (g *gatherer) gather(parent ast.Node, like Block) {
	outer := g.w.number
	g.w.number = 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		g.one(n, like)
		if like.Kind == Item {
			like = Block{Kind: Paragraph}
		}
	}
	g.w.number = outer
}

func (g *gatherer) one(n ast.Node, like Block) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		g.begin(n, like)
		g.inlines(n)
		g.end()
	case *ast.Heading:
		g.begin(n, Block{Kind: Heading, Level: n.Level})
		g.inlines(n)
		g.end()
	case *ast.List:
		g.list(n)
	case *ast.Blockquote:
		g.gather(n, Block{Kind: Quote})
	case *grammar.HTMLBlock:
		if n.Mark == "-->" && n.Closed {
			lines := n.Lines()
			g.noteAlone(n, lines.At(0).Start, lines.At(lines.Len()-1).Stop)
		}
	case *east.Table:
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
				g.begin(cell, Block{Kind: Cell})
				g.inlines(cell)
				g.end()
			}
		}
	case *east.FootnoteList, *east.Footnote:
		g.gather(n, Block{Kind: Paragraph})
	}
}

func (g *gatherer) list(n *ast.List) {
	if g.w.isText(n) {
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			g.itemAsText(item)
		}
		return
	}
	g.lists++
	g.depth++
	like := Block{Kind: Item, Level: g.depth, List: g.lists}
	number := n.Start - 1
	typed := n.IsOrdered() && g.w.isCounted(n)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		number++
		if own := g.w.numberOf(item); typed && own >= 0 {
			number = own
		}
		if n.IsOrdered() {
			g.w.number = number
		}
		g.gather(item, like)
	}
	g.depth--
}

// itemAsText is the writer's: "2017. Pada tahun itu" is a sentence.
func (g *gatherer) itemAsText(item ast.Node) {
	g.begin(item, Block{Kind: Paragraph})
	g.same(max(item.Pos(), 0), g.w.typedMark(item))
	block := item.FirstChild()
	for {
		inner, ok := block.(*ast.List)
		if !ok || block.NextSibling() != nil || inner.ChildCount() != 1 || !g.w.isText(inner) {
			break
		}
		item = inner.FirstChild()
		g.other(max(item.Pos(), 0), " ")
		g.same(max(item.Pos(), 0), g.w.typedMark(item))
		block = item.FirstChild()
	}
	if block != nil && (block.Kind() == ast.KindTextBlock || block.Kind() == ast.KindParagraph) {
		first, _ := extent(block)
		g.other(first, " ")
		g.inlines(block)
		block = block.NextSibling()
	}
	g.end()
	for ; block != nil; block = block.NextSibling() {
		g.one(block, Block{Kind: Paragraph})
	}
}

func (g *gatherer) begin(n ast.Node, like Block) {
	g.block, g.node, g.text, g.alts = like, n, g.text[:0], g.alts[:0]
}

// end keeps the block, if there is anything in it to read, and behind it what stands for its
// pictures.
func (g *gatherer) end() {
	if text := bytes.TrimRight(g.text, " \n"); len(text) > 0 && (len(text) > len("\uFFFC") || !isGap(text)) {
		g.block.Text = string(text)
		for i := range g.block.Links {
			l := &g.block.Links[i]
			l.From, l.To = min(l.From, len(text)), min(l.To, len(text))
		}
		g.blocks = append(g.blocks, g.block)
	}
	g.blocks = append(g.blocks, g.alts...)
}

func isGap(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r == Gap
}

// same adds text that stands in the source as it is.
func (g *gatherer) same(from int, s []byte) {
	if len(s) == 0 {
		return
	}
	m := g.block.Map
	if n := len(m); n == 0 || m[n-1].Other || m[n-1].From+len(g.text)-m[n-1].At != from {
		g.block.Map = append(m, Stretch{At: len(g.text), From: from})
	}
	g.text = append(g.text, s...)
}

// other adds text in place of what stands in the source.
func (g *gatherer) other(from int, s string) {
	if s == " " || s == "\n" { // none to begin with, and one is enough
		if n := len(g.text); n == 0 || g.text[n-1] == '\n' {
			return
		}
	}
	g.block.Map = append(g.block.Map, Stretch{At: len(g.text), From: from, Other: true})
	g.text = append(g.text, s...)
}

func (g *gatherer) gap(from int) { g.other(from, string(Gap)) }

func (g *gatherer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		g.inline(n)
	}
}

func (g *gatherer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		g.words(n)
	case *grammar.Span:
		g.inlines(n)
	case *ast.Link:
		from := len(g.text)
		g.inlines(n)
		g.link(g.w.destination(n.Destination), n.Destination, from, false)
		g.block.Links[len(g.block.Links)-1].Label = isLabel(n.Reference)
	case *ast.AutoLink:
		from, label := len(g.text), n.Label(g.src)
		g.same(offsetOf(g.src, label), label)
		dest := n.URL(g.src)
		if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
			dest = append([]byte("mailto:"), dest...)
		}
		g.link(g.w.p.address(string(dest)), dest, from, true)
	case *ast.Image:
		g.image(n)
	case *ast.CodeSpan:
		if first, ok := n.FirstChild().(*ast.Text); ok {
			g.gap(first.Segment.Start)
		}
	case *ast.RawHTML:
		g.html(n)
	case *grammar.Foreign:
		g.gap(n.Parts[0].Start)
	case *east.FootnoteLink:
		g.gap(max(n.Pos(), 0))
	}
}

// offsetOf returns where a part of the source begins.
func offsetOf(src, part []byte) int { return cap(src) - cap(part) }

func (g *gatherer) words(n *ast.Text) {
	s := n.Segment.Value(g.src)
	if n.IsRaw() {
		g.same(n.Segment.Start, s)
	} else {
		g.unescaped(n.Segment.Start, s)
	}
	switch {
	case n.HardLineBreak():
		g.other(n.Segment.Stop, "\n")
	case n.SoftLineBreak():
		g.other(n.Segment.Stop, " ")
	}
}

// unescaped is the function of the writer that tells where everything stood.
func (g *gatherer) unescaped(at int, s []byte) {
	for from := 0; ; {
		i := bytes.IndexAny(s[from:], `&\`)
		if i < 0 {
			g.same(at+from, s[from:])
			return
		}
		g.same(at+from, s[from:from+i])
		from += i
		switch rest := s[from:]; {
		case rest[0] == '\\' && len(rest) > 1 && util.IsPunct(rest[1]):
			g.same(at+from+1, rest[1:2])
			from += 2
			continue
		case rest[0] == '&':
			if chars, n := entity(rest); n > 0 {
				g.other(at+from, string(chars))
				from += n
				continue
			}
		}
		g.same(at+from, s[from:from+1])
		from++
	}
}

func (g *gatherer) link(a address, written []byte, from int, bare bool) {
	g.block.Links = append(g.block.Links, a.span(written, from, len(g.text)))
	g.block.Links[len(g.block.Links)-1].Bare = bare
}

// isLabel says whether a link's words are the label of its definition too.
func isLabel(r *ast.ReferenceLink) bool { return r != nil && r.Type != ast.ReferenceLinkFull }

// span is a link in a text to an address, which was written so.
func (a address) span(written []byte, from, to int) Span {
	s := Span{From: from, To: to, Scheme: a.scheme}
	switch {
	case a.reach == outer:
		s.Target = a.url
	case a.reach == refused:
		s.Target = string(written)
	default:
		s.Target = a.to
		if a.fragment != "" {
			s.Target += "#" + a.fragment
		}
	}
	return s
}

// image keeps what stands in place of a picture, as a block of its own behind that in which
// the picture stands.
func (g *gatherer) image(n *ast.Image) {
	block, text, alts := g.block, g.text, g.alts
	g.block, g.text, g.alts = Block{Kind: Alt}, nil, nil
	g.inlines(n)
	g.link(g.w.destination(n.Destination), n.Destination, 0, false)
	alt := g.block
	if len(alt.Map) == 0 {
		alt.Map = Map{{From: max(n.Pos(), 0), Other: true}}
	}
	alt.Text, alt.Links = string(g.text), alt.Links[len(alt.Links)-1:]
	alt.Links[0].Image, alt.Links[0].Label = true, isLabel(n.Reference)
	g.block, g.text, g.alts = block, text, append(alts, alt)
	g.gap(max(n.Pos(), 0))
}

func (g *gatherer) html(n *ast.RawHTML) {
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	if bytes.HasPrefix(g.src[first.Start:], []byte("<!--")) {
		from, to := extent(g.node)
		g.notes = append(g.notes, Note{From: first.Start, To: last.Stop, First: from, Last: to})
		return
	}
	if name, _ := markup.Element(first.Value(g.src)); markup.PartsWords(name) {
		g.other(first.Start, "\n")
	}
}

// noteAlone is about the block below it; right beneath a block, with a blank line or nothing
// after it, about that one.
func (g *gatherer) noteAlone(n ast.Node, from, to int) {
	to = from + len(bytes.TrimRight(g.src[from:to], " \t\n"))
	note := Note{From: from, To: to, First: from, Last: to}
	next, before := n.NextSibling(), n.PreviousSibling()
	for isComment(next) {
		next = next.NextSibling()
	}
	touches := before != nil && !n.HasBlankPreviousLines() && !isComment(before)
	switch {
	case touches && (next == nil || next.HasBlankPreviousLines()):
		note.First, note.Last = extent(before)
	case next != nil:
		note.First, note.Last = extent(next)
	}
	g.notes = append(g.notes, note)
}

func isComment(n ast.Node) bool {
	html, is := n.(*grammar.HTMLBlock)
	return is && html.Mark == "-->"
}

// extent returns where the lines of a block begin and end, with those of all blocks in it.
func extent(n ast.Node) (first, last int) {
	first, last = max(n.Pos(), 0), max(n.Pos(), 0)
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		first, last = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	for k := n.FirstChild(); k != nil && k.Type() != ast.TypeInline; k = k.NextSibling() {
		_, end := extent(k)
		last = max(last, end)
		if first == 0 {
			first, _ = extent(k)
		}
	}
	return first, last
}

// speaksToDesk says whether a comment is meant for the program that checks: readers are
// not to see it, and nobody needs to be told so.
func speaksToDesk(comment []byte) bool {
	said := strings.TrimSpace(strings.TrimPrefix(string(comment[:min(len(comment), 40)]), "<!--"))
	_, isDesk := DeskWords(said)
	return isDesk
}

// DeskWords returns what a comment says to the desk: "periksa: …", in English "check: …".
func DeskWords(comment string) (said string, isDesk bool) {
	for _, to := range []string{"periksa:", "check:"} {
		if len(comment) >= len(to) && strings.EqualFold(comment[:len(to)], to) {
			return strings.TrimSpace(comment[len(to):]), true
		}
	}
	return "", false
}
