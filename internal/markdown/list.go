package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
)

// list prints a list. Its numbers are those that were typed, except where each item
// has the same, which is Markdown's way to have them counted.
func (w *writer) list(n *ast.List) {
	if w.isText(n) {
		w.listAsText(n)
		return
	}
	tag, letters := "ul", ""
	if n.IsOrdered() {
		tag = "ol"
		if kind, ok := n.Attribute(grammar.TypeOfList); ok {
			letters = kind.(string)
		}
	}
	w.print("<")
	w.print(tag)
	if letters != "" {
		w.buf = appendAttribute(w.buf, "type", letters)
	}
	if n.IsOrdered() && n.Start != 1 {
		w.attributeInt("start", n.Start)
	}
	w.print(">\n")
	w.items(n, n.IsOrdered() && letters == "" && w.isCounted(n))
	w.print("</")
	w.print(tag)
	w.print(">\n")
}

func (w *writer) attributeInt(name string, value int) {
	w.print(" ")
	w.print(name)
	w.print(`="`)
	w.buf = strconv.AppendInt(w.buf, int64(value), 10)
	w.print(`"`)
}

// items prints the items of a list. With typed, an item has its number if that is not the
// next after the one before.
func (w *writer) items(n *ast.List, typed bool) {
	number := n.Start - 1
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		w.visit(k)
		number++
		w.print("<li")
		if own := w.numberOf(k); typed && own != number && own >= 0 {
			number = own
			w.attributeInt("value", number)
		}
		w.print(">")
		if n.IsOrdered() {
			w.number = number
		}
		if first := k.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
			w.print("\n")
		}
		w.blocks(k)
		w.print("</li>\n")
	}
}

// isCounted reports whether the items of a list have numbers of their own.
func (w *writer) isCounted(n *ast.List) bool {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if w.numberOf(k) != n.Start {
			return true
		}
	}
	return false
}

// numberOf returns the number that was typed before an item, or -1.
func (w *writer) numberOf(item ast.Node) int {
	at := item.Pos()
	if at < 0 {
		return -1
	}
	m := markup.MarkOf(w.src[at:min(len(w.src), at+maxMark)])
	if m.Kind != '1' {
		return -1
	}
	return m.Number
}

const maxMark = 16 // bytes, more than nine digits and a sign

// isText reports whether what CommonMark takes for a list is sentences that begin
// with a number: a year, a day, an amount after "+". A list that does not begin with 1
// goes on with the one before it, or counts on from a number of at most two digits.
func (w *writer) isText(n *ast.List) bool {
	item := n.FirstChild()
	if !n.IsOrdered() {
		return n.Marker == '+' && item != nil && item.NextSibling() == nil && w.beginsWithDigit(item)
	}
	if n.Start == 1 || n.Start == w.number+1 {
		return false
	}
	if _, letters := n.Attribute(grammar.TypeOfList); letters {
		return false
	}
	second := item.NextSibling()
	return second == nil || n.Start > highestStart || w.numberOf(second) != n.Start+1 && w.numberOf(second) != n.Start
}

const highestStart = 99

func (w *writer) beginsWithDigit(item ast.Node) bool {
	first := item.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return false
	}
	return markup.IsDigit(w.src[first.Lines().At(0).Start])
}

// listAsText prints such a list as it was typed.
func (w *writer) listAsText(n *ast.List) {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.visit(item)
		w.itemAsText(item)
	}
}

func (w *writer) itemAsText(item ast.Node) {
	w.print("<p>")
	w.started = len(w.buf)
	w.text(w.typedMark(item))
	block := item.FirstChild()
	for { // a date: 7. 11. 2017
		inner, ok := block.(*ast.List)
		if !ok || block.NextSibling() != nil || inner.ChildCount() != 1 || !w.isText(inner) {
			break
		}
		w.print(" ")
		w.text(w.typedMark(inner.FirstChild()))
		block = inner.FirstChild().FirstChild()
	}
	if block != nil && (block.Kind() == ast.KindTextBlock || block.Kind() == ast.KindParagraph) {
		w.print(" ")
		w.inlines(block)
		block = block.NextSibling()
	}
	w.print("</p>\n")
	for ; block != nil; block = block.NextSibling() {
		w.visit(block)
		w.block(block)
	}
}

// typedMark returns the mark before an item as it was typed.
func (w *writer) typedMark(item ast.Node) []byte {
	rest := w.src[max(item.Pos(), 0):]
	if i := bytes.IndexAny(rest, " \t\n"); i >= 0 {
		return rest[:i]
	}
	return rest
}
