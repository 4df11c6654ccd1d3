package markdown

import (
	"bytes"
	"strconv"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"blandongan/internal/markdown/grammar"
)

func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.visit(n)
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *grammar.Span:
		w.print("<")
		w.print(n.Tag)
		w.wrap(">", n, "</")
		w.print(n.Tag)
		w.print(">")
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.RawHTML:
		w.inlineHTML(n)
	case *grammar.Foreign:
		w.raw(n.Value(w.src))
		w.foreign(n)
	case *east.TaskCheckBox:
		w.checkBox(n.IsChecked)
	case *east.FootnoteLink:
		w.noteRef(n)
	case *east.FootnoteBacklink:
		w.backlink(n)
	}
}

func (w *writer) textNode(n *ast.Text) {
	s := n.Segment.Value(w.src)
	if n.IsRaw() {
		w.raw(s)
	} else {
		w.text(s)
		w.textSlips(n.Segment.Start, n.Segment.Stop)
	}
	switch {
	case n.HardLineBreak():
		w.print("<br>\n")
	case n.SoftLineBreak() && len(w.buf) > w.started:
		w.print("\n")
	}
}

func (w *writer) codeSpan(n ast.Node) {
	w.print("<code>")
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		t, ok := k.(*ast.Text)
		if !ok {
			continue
		}
		s := t.Segment.Value(w.src)
		if line, cut := bytes.CutSuffix(s, []byte{'\n'}); cut {
			w.raw(line)
			w.print(" ")
			continue
		}
		w.raw(s)
	}
	w.print("</code>")
}

func (w *writer) link(n *ast.Link) {
	if len(bytes.TrimSpace(n.Destination)) == 0 {
		w.fault(LinkEmpty, n.Pos(), nil)
		w.inlines(n)
		return
	}
	label := w.plain(nil, n)
	if w.templated(n, n.Destination, label) {
		w.inlines(n)
		return
	}
	open := w.openLink(w.destination(n.Destination), n.Pos(), n.Destination)
	if open {
		w.title(n.Title)
		w.print(">")
		if bytes.IndexFunc(label, isSeen) < 0 && !hasSign(n) {
			w.fault(LinkUnseen, n.Pos(), nil)
		}
	}
	w.inLink = open
	w.inlines(n)
	w.inLink = false
	if open {
		w.print("</a>")
	}
}

// isSeen reports whether a character leaves ink.
func isSeen(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

// hasSign reports whether something other than text shows in a node: an image, whatever
// its alt text, or the number of a footnote.
func hasSign(n ast.Node) bool {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if k.Kind() == ast.KindImage || k.Kind() == east.KindFootnoteLink || hasSign(k) {
			return true
		}
	}
	return false
}

// destination judges an address between parentheses or in a definition.
func (w *writer) destination(written []byte) address {
	w.scratch = unescape(w.scratch[:0], written)
	return w.p.address(string(w.scratch))
}

func (w *writer) title(written []byte) {
	if written != nil {
		w.scratch = unescape(w.scratch[:0], written)
		w.buf = appendAttribute(w.buf, "title", w.scratch)
	}
}

// openLink prints the start of a link, up to where attributes go on, and reports
// whether it may be one.
func (w *writer) openLink(a address, at int, written []byte) bool {
	switch a.reach {
	case outer:
		w.print("<a")
		start := len(w.buf)
		w.print(` href="`)
		w.buf = appendURL(w.buf, a.url)
		w.print(`"`)
		if a.isWeb() {
			w.hole(address{scheme: a.scheme, to: a.url}, at, false)
			filled := &w.doc.Links[len(w.doc.Links)-1]
			filled.At, filled.filled = start, len(w.buf)-start
		}
	case inner:
		w.print("<a")
		w.hole(a, at, false)
	default:
		w.fault(BadScheme, at, written)
		return false
	}
	return true
}

func (w *writer) hole(a address, at int, image bool) {
	line, col := w.place.at(at)
	w.doc.Links = append(w.doc.Links, Link{
		At: len(w.buf), Image: image,
		Scheme: a.scheme, To: a.to, Fragment: a.fragment,
		Line: line, Col: col,
	})
	w.held += len(a.to) + len(a.fragment)
}

// autoLink prints "<https://…>" and bare addresses. In the text of a link, where
// CommonMark allows the former, it is text: there are no links in links.
func (w *writer) autoLink(n *ast.AutoLink) {
	label := n.Label(w.src)
	dest := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		dest = "mailto:" + dest
	}
	open := !w.inLink && w.openLink(w.p.address(dest), n.Pos(), label)
	if open {
		w.print(">")
	}
	w.raw(label)
	if open {
		w.print("</a>")
	}
}

func (w *writer) image(n *ast.Image) {
	alt := w.plain(nil, n)
	w.leftOut(n)
	a := w.destination(n.Destination)
	switch {
	case w.templated(n, n.Destination, alt):
	case len(bytes.TrimSpace(n.Destination)) == 0:
		w.fault(LinkEmpty, n.Pos(), nil).Image = true
	case a.isWeb():
		w.printImage(n, address{scheme: a.scheme, to: a.url}, alt)
		return
	case a.reach != inner || a.scheme != "" && a.scheme != onDisk:
		w.fault(BadScheme, n.Pos(), n.Destination).Image = true
	default:
		w.printImage(n, a, alt)
		return
	}
	w.raw(alt)
}

// leftOut reports the HTML in an image's alt text, of which nothing is printed.
func (w *writer) leftOut(n ast.Node) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.RawHTML:
			w.rawHTML(k.Pos(), k.Segments.Value(w.src))
		case *grammar.Foreign:
			w.foreign(k)
		}
		w.leftOut(k)
	}
}

func (w *writer) printImage(n *ast.Image, a address, alt []byte) {
	if len(bytes.TrimSpace(alt)) == 0 {
		w.fault(NoAlt, n.Pos(), n.Destination)
	}
	w.print(tag)
	w.hole(a, n.Pos(), true)
	w.doc.Links[len(w.doc.Links)-1].Alt = string(alt)
	w.buf = appendAttribute(w.buf, "alt", alt)
	w.title(n.Title)
	w.print(` loading="lazy" decoding="async">`)
}

func (w *writer) checkBox(checked bool) {
	if checked {
		w.print(`<input checked="" disabled="" type="checkbox"> `)
		return
	}
	w.print(`<input disabled="" type="checkbox"> `)
}

// noteRef prints the number of a footnote, as a link unless it is in one.
func (w *writer) noteRef(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.print("<sup")
	w.id(refID(n.Index, n.RefIndex))
	if w.inLink {
		w.print(">")
		w.print(number)
		w.print("</sup>")
		return
	}
	w.print(`><a href="#fn:`)
	w.print(number)
	w.print(`" role="doc-noteref">`)
	w.print(number)
	w.print("</a></sup>")
}

func (w *writer) backlink(n *east.FootnoteBacklink) {
	if n.RefCount == 0 {
		return
	}
	w.print(` <a href="#`)
	w.print(refID(n.Index, n.RefIndex))
	w.print(`" role="doc-backlink">↩︎</a>`)
}

// refID names the use of a footnote, from 0, that a backlink returns to.
func refID(note, use int) string {
	if use == 0 {
		return "fnref:" + strconv.Itoa(note)
	}
	return "fnref" + strconv.Itoa(use) + ":" + strconv.Itoa(note)
}
