package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// What goldmark left as text or drops, and was most likely meant otherwise, is reported
// here, beside the printing of it. What a line or a piece of one meant, markup knows.

func (w *writer) slip(kind FaultKind, s markup.Slip) {
	w.fault(kind, s.From, w.src[s.From:min(s.To, len(w.src))]).Better = s.Better
}

// earlySlips puts the slips that were noticed before printing among the other faults.
func (w *writer) earlySlips() {
	if len(w.tree.Emphasis)+len(w.tree.Underlines) == 0 {
		return
	}
	for _, s := range w.tree.Underlines {
		w.slip(UnderlineForm, s)
	}
	for _, s := range w.tree.Emphasis {
		w.slip(EmphasisForm, s)
	}
	slices.SortStableFunc(w.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
}

// linesOf returns the lines of n, until it is called again.
func (w *writer) linesOf(n ast.Node) markup.Lines {
	w.spans = w.spans[:0]
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		w.spans = append(w.spans, markup.Span{Start: seg.Start, Stop: seg.Stop})
	}
	return markup.Lines{Src: w.src, Spans: w.spans}
}

// paragraphSlips reports a paragraph that was meant as something else.
func (w *writer) paragraphSlips(n *ast.Paragraph) {
	w.labelSlip(n)
	lines := w.linesOf(n)
	w.boxSlip(lines)
	if s, ok := markup.TableSlip(lines, w.isRow(n.PreviousSibling())); ok {
		w.slip(TableForm, s)
	}
	for _, s := range markup.HeadingSlips(lines) {
		w.slip(HeadingForm, s)
	}
	w.listSlip(n, lines)
}

func (w *writer) listSlip(n ast.Node, lines markup.Lines) {
	item := markup.Item{}
	if parent, ok := n.Parent().(*ast.ListItem); ok {
		item.In, item.First = true, n.PreviousSibling() == nil
		item.Number = w.numberOf(parent)
		list, _ := parent.Parent().(*ast.List)
		item.Ordered = list.IsOrdered()
	}
	if next, ok := n.NextSibling().(*ast.List); ok {
		item.Next = next.Marker
	}
	if s, ok := markup.ListSlip(lines, item); ok {
		w.slip(ListForm, s)
	}
}

// isRow reports whether n begins like a row of a table.
func (w *writer) isRow(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	return ok && p.Lines().Len() > 0 && w.src[p.Lines().At(0).Start] == '|'
}

// boxSlip reports a paragraph that begins like a box of another program.
func (w *writer) boxSlip(lines markup.Lines) {
	if len(lines.Spans) == 0 {
		return
	}
	first := lines.Spans[0]
	line := bytes.TrimSpace(w.src[first.Start:first.Stop])
	if better, ok := markup.BoxInMarkdown(line); ok {
		at := first.Start + bytes.Index(w.src[first.Start:], line[:1])
		w.fault(ForeignMarkup, at, line).Better = better
	}
}

// labelSlip reports a paragraph that CommonMark would have taken for a definition.
func (w *writer) labelSlip(n ast.Node) {
	if len(w.tree.Labels) == 0 || n.Lines().Len() == 0 || !w.tree.Labels[n.Lines().At(0).Start] {
		return
	}
	typed := w.tree.LinesOf(n)
	w.fault(LinkForm, n.Lines().At(0).Start, []byte(markup.OneLine(typed))).Better = markup.CreditLine(typed)
}

// quoteSlip reports a quote of one line that begins with a number.
func (w *writer) quoteSlip(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.NextSibling() != nil || first.Lines().Len() != 1 {
		return
	}
	seg := first.Lines().At(0)
	line := bytes.TrimSpace(seg.Value(w.src))
	if markup.IsAmount(line) {
		at := max(bytes.LastIndexByte(w.src[:seg.Start], '>'), 0)
		w.fault(QuoteForm, at, w.src[at:seg.Stop]).Better = markup.Clip(line)
	}
}

// textSlips reports what in a piece of running text was meant as a link, an image, a
// footnote or HTML.
func (w *writer) textSlips(from, to int) {
	for i := from; i < to && i+1 < len(w.src) && w.judged < markup.MaxSlips; i++ {
		c, next := w.src[i], w.src[i+1]
		if c != ']' && c != ')' && c != '<' && c != '[' || i > 0 && w.src[i-1] == '\\' {
			continue
		}
		switch {
		case c == '[' && next == '^':
			w.missingNote(i)
		case c == '<' && (next == '!' || next == '?'):
			w.unclosedText(i)
		case c == '<' && markup.IsLetter(next):
			w.brokenTag(i)
		case c == ')' && next == '[', c == ']' &&
			(next == '(' || next == '[' || bytes.HasPrefix(w.src[i+1:], []byte(" ("))):
			w.linkSlip(i)
		}
	}
}

func (w *writer) linkSlip(at int) {
	w.judged++
	s, ok := markup.LinkSlip(w.src, at, w.p.schemes)
	switch {
	case !ok:
		return
	case w.src[s.From] == '!':
		w.slip(ImageForm, s)
	default:
		w.slip(LinkForm, s)
	}
	if s.Code {
		w.reported = s.To
	}
}

// missingNote reports the mark of a footnote that stayed text.
func (w *writer) missingNote(at int) {
	if mark, ok := markup.NoteMark(markup.RestOfLine(w.src, at)); ok {
		w.judged++
		w.fault(NoteMissing, at, []byte(mark))
	}
}

// strayNote reports a footnote that no mark points to.
func (w *writer) strayNote(n *east.Footnote) {
	if !w.tree.Unmarked[n] {
		return
	}
	f := w.fault(NoteUnmarked, n.Pos(), []byte(markup.RestOfLine(w.src, n.Pos())))
	f.Better = "[^" + string(n.Ref) + "]"
	i := slices.IndexFunc(w.tree.Notes, func(other *east.Footnote) bool { return bytes.Equal(other.Ref, n.Ref) })
	if first := w.tree.Notes[i]; first != n {
		f.Kind = NoteTwice
		f.First, _ = placeOf(w.src, first.Pos())
	}
}

// definition reports a definition that is not shown and that no link uses.
func (w *writer) definition(d *ast.LinkReferenceDefinition) {
	label := util.ToLinkReference(d.Label)
	first := w.tree.Defined[label]
	typed := w.tree.LinesOf(d)
	switch address := strings.TrimSpace(string(d.Destination)); {
	case address == "#" || address == "" || string(d.Label) == "//":
		w.lost(Comment, d.Pos(), typed)
	case first != nil && first != d && !bytes.Equal(first.Destination, d.Destination):
		f := w.lost(DefinitionTwice, d.Pos(), typed)
		f.First, _ = placeOf(w.src, first.Pos())
		f.Better = "[" + string(d.Label) + "]"
	case first == d && !w.tree.Used[label]:
		f := w.lost(DefinitionUnused, d.Pos(), typed)
		f.Better = markup.Definition(typed, string(d.Label), address, w.p.schemes)
	}
}

// fence reports a block of code that is not closed, and words behind its first mark,
// of which only the first, the language, means anything.
func (w *writer) fence(n *ast.FencedCodeBlock) {
	opening := bytes.TrimSpace([]byte(markup.RestOfLine(w.src, n.Pos())))
	if w.tree.OpenFences[n] {
		w.fault(Unclosed, n.Pos(), opening).Mark = string(opening[:markup.RunLength(opening)])
	}
	if n.Info == nil {
		return
	}
	if info := bytes.TrimSpace(n.Info.Segment.Value(w.src)); len(bytes.Fields(info)) > 1 {
		w.lost(CodeWords, n.Info.Segment.Start, info)
	}
}

// beyond reports the cells of a row that the header has no columns for.
func (w *writer) beyond(row, cell ast.Node) {
	r, ok := row.(*east.TableRow)
	if !ok || cell.Lines().Len() == 0 {
		return
	}
	n := 0
	for k := row.FirstChild(); k != cell; k = k.NextSibling() {
		n++
	}
	if n != len(r.Alignments) {
		return
	}
	at := cell.Lines().At(0).Start
	line := bytes.TrimSpace(markup.FirstLine(w.src[at:]))
	better := ""
	for k := row.FirstChild(); k != cell && better == ""; k = k.NextSibling() {
		bar, code := w.barInCode(k, k.NextSibling())
		if bar >= w.place.off { // finding a place further back would cost too much
			at, better = bar, code
		}
	}
	w.lost(CellsBeyond, at, bytes.TrimSuffix(line, []byte("|"))).Better = better
}

// barInCode finds the bar that parts two cells where it stands within code, which opens in the one
// and closes in the other, and the code as it should be written; -1 where it is no such bar.
func (w *writer) barInCode(cell, next ast.Node) (at int, better string) {
	if cell.Lines().Len() == 0 || next.Lines().Len() == 0 {
		return -1, ""
	}
	left, right := cell.Lines().At(0), next.Lines().At(0)
	a, b := left.Value(w.src), right.Value(w.src)
	if bytes.Count(a, []byte("`"))%2 == 0 || bytes.Count(b, []byte("`"))%2 == 0 {
		return -1, ""
	}
	opens, closes := bytes.LastIndexByte(a, '`'), bytes.IndexByte(b, '`')+1
	return left.Stop + bytes.IndexByte(w.src[left.Stop:right.Start], '|'),
		string(a[opens:]) + ` \| ` + string(b[:closes])
}

// foreign reports markup of another program once; it is printed as it was typed.
func (w *writer) foreign(n *grammar.Foreign) {
	typed := n.Value(w.src)
	at := n.Parts[0].Start
	if at < w.reported || w.judged >= markup.MaxSlips {
		return
	}
	w.judged++
	name, closing := markup.CodeName(typed)
	if closing && w.closes(name) {
		return
	}
	if name != "" && !closing {
		w.opens(name)
	}
	if bytes.HasPrefix(typed, []byte("[[")) {
		w.name(at, typed)
		return
	}
	end := at + len(typed)
	after := string(w.src[end:min(len(w.src), end+markup.MaxSlip)])
	better, isPicture := markup.CodeInMarkdown(string(typed), after)
	kind := ForeignMarkup
	if isPicture {
		kind = ImageForm
	}
	w.fault(kind, at, typed).Better = better
}

// name hands on what other programs look up by name: only the caller can.
func (w *writer) name(at int, typed []byte) {
	line, col := w.place.at(at)
	name, label, _ := strings.Cut(strings.Trim(string(typed), "[]"), "|")
	w.doc.Names = append(w.doc.Names, Name{
		Typed: markup.Clip(typed), Name: strings.TrimSpace(name), Label: strings.TrimSpace(label), Line: line, Col: col,
	})
}

// opens notes a reported element or shortcode, whose closing tag belongs to the same
// fault.
func (w *writer) opens(name string) {
	if w.open == nil {
		w.open = map[string]int{}
	}
	w.open[name]++
}

// closes reports whether a closing tag belongs to one that opens noted.
func (w *writer) closes(name string) bool {
	if w.open[name] == 0 {
		return false
	}
	w.open[name]--
	return true
}

// templated reports a link or image whose address another program would fill in.
func (w *writer) templated(n ast.Node, address, label []byte) bool {
	if !markup.IsTemplate(address) {
		return false
	}
	_, isPicture := n.(*ast.Image)
	kind := LinkForm
	if isPicture {
		kind = ImageForm
	}
	w.fault(kind, n.Pos(), address).Better = markup.LinkOfTemplate(string(label), string(address), isPicture)
	return true
}
