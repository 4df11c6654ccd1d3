package markdown

import (
	"bytes"
	"unicode/utf8"

	"blandongan/internal/markdown/grammar"
)

// FaultKind says what is wrong.
type FaultKind int

const (
	// RawHTML is a tag: it is left out, and the words around it stay.
	RawHTML FaultKind = iota + 1
	// HiddenHTML is HTML that is left out with all that stands in it: a script.
	HiddenHTML
	// Comment is a comment: readers do not see it.
	Comment
	// Unclosed is HTML that would go on to the end of the body: a comment without
	// "-->". It stays as text.
	Unclosed
	// BadScheme is a link or image whose address is of no allowed kind, among
	// them "//host/path", an address with control characters in it, and one with
	// a colon where a scheme would end. A link stays as text, an image as its alt.
	BadScheme
	// NoAlt is an image without alternative text; it is printed with an empty one.
	NoAlt
	// LinkForm is running text that was most likely meant as a link: "[a] (b)".
	LinkForm
	// ImageForm is the same for an image.
	ImageForm
	// LinkEmpty is a link or an image without an address; its text is printed.
	LinkEmpty
	// LinkUnseen is a link without anything to see; it is printed.
	LinkUnseen
	// HeadingForm is a paragraph that was most likely meant as a heading: "##a".
	HeadingForm
	// UnderlineForm is a short line that a rule right beneath makes a heading.
	UnderlineForm
	// ListForm is a line that was most likely meant as an item of a list: "-a".
	ListForm
	// EmphasisForm is running text with signs that were most likely meant as
	// emphasis: "** a **".
	EmphasisForm
	// QuoteForm is a quote that most likely means "more than": "> 60 persen".
	QuoteForm
	// DefinitionUnused is a link definition that no link uses: it does not show.
	DefinitionUnused
	// DefinitionTwice is a second definition of a label: it does not show.
	DefinitionTwice
	// NoteMissing is the mark of a footnote that does not exist: it shows as typed.
	NoteMissing
	// NoteUnmarked is a footnote that no mark points to: it stands behind the others.
	NoteUnmarked
	// NoteTwice is a second footnote of the same mark: it stands behind the others.
	NoteTwice
	// ForeignMarkup is what means something to another program only: "{{ a }}". It
	// shows as typed.
	ForeignMarkup
	// TableForm is a row that was most likely meant for a table.
	TableForm
	// CellsBeyond are cells that the table's header has no columns for.
	CellsBeyond
	// CodeWords are words behind the mark that opens code: they do not show.
	CodeWords
	// TooDeep: quotes and lists, or emphasis, links and images, nested too deeply.
	TooDeep
	// TooWide is a table with too many columns.
	TooWide
	// TooBig: too much source, too many pieces of it, or too much HTML.
	TooBig
	// TooComplex is text so tangled that reading it would take too long.
	TooComplex
	// Broken is a fault of the Markdown reader itself. The place is near it.
	Broken
)

// Warning reports whether a page may be published with such a fault.
func (k FaultKind) Warning() bool {
	switch k {
	case Unclosed, BadScheme, NoAlt, ImageForm, LinkEmpty:
		return false
	}
	return !k.Fatal()
}

// Fatal reports whether such a fault ended the reading: the Doc is empty.
func (k FaultKind) Fatal() bool { return k >= TooDeep }

// String returns the kind's name in English, for messages to developers.
func (k FaultKind) String() string {
	switch k {
	case RawHTML:
		return "raw HTML"
	case HiddenHTML:
		return "hidden HTML"
	case Comment:
		return "comment"
	case Unclosed:
		return "unclosed HTML"
	case BadScheme:
		return "bad scheme"
	case NoAlt:
		return "no alt text"
	case LinkForm:
		return "link as text"
	case ImageForm:
		return "image as text"
	case LinkEmpty:
		return "empty link"
	case LinkUnseen:
		return "unseen link"
	case HeadingForm:
		return "heading as text"
	case UnderlineForm:
		return "rule as heading"
	case ListForm:
		return "list as text"
	case EmphasisForm:
		return "emphasis as text"
	case QuoteForm:
		return "number as quote"
	case DefinitionUnused:
		return "unused definition"
	case DefinitionTwice:
		return "second definition"
	case NoteMissing:
		return "missing footnote"
	case NoteUnmarked:
		return "unmarked footnote"
	case NoteTwice:
		return "second footnote"
	case ForeignMarkup:
		return "foreign markup"
	case TableForm:
		return "table as text"
	case CellsBeyond:
		return "cells beyond the header"
	case CodeWords:
		return "words behind a fence"
	case TooDeep:
		return "too deep"
	case TooWide:
		return "too wide"
	case TooBig:
		return "too big"
	case TooComplex:
		return "too complex"
	}
	return "broken"
}

// Fault is something wrong in the source.
type Fault struct {
	Kind FaultKind
	Line int // 1 is the first line of the source
	Col  int // 1 is the first character of the line; characters, not bytes
	// Text is the offending piece on one line, at most 80 characters; may be empty.
	// Where words do not show, it is all of them, up to 600 characters.
	Text string
	// Better is what was most likely meant; only the address, in "<>", if that needs
	// them for its blanks. It may be empty.
	Better  string
	Image   bool   // BadScheme, LinkEmpty: of an image
	Element string // RawHTML: its name
	Mark    string // Unclosed: what should close it
	First   int    // DefinitionTwice, NoteTwice: the line of the first
}

const maxLostText = 600

// stopKinds are the kinds of what ends the reading of a body.
var stopKinds = map[grammar.Limit]FaultKind{
	grammar.Broken: Broken, grammar.TooDeep: TooDeep, grammar.TooWide: TooWide, grammar.TooBig: TooBig,
	grammar.TooComplex: TooComplex,
}

// place finds lines and columns. It goes on from where it last was, because
// links come in order and may be many on one long line.
type place struct {
	src       []byte
	off       int
	line, col int // of off, from 0
}

func (p *place) at(off int) (line, col int) {
	off = max(0, min(off, len(p.src)))
	if off < p.off {
		p.off, p.line, p.col = 0, 0, 0
	}
	between := p.src[p.off:off]
	if n := bytes.Count(between, []byte{'\n'}); n > 0 {
		p.line += n
		p.col = 0
		between = between[bytes.LastIndexByte(between, '\n')+1:]
	}
	p.col += utf8.RuneCount(between)
	p.off = off
	return p.line + 1, p.col + 1
}

func placeOf(src []byte, off int) (line, col int) {
	p := place{src: src}
	return p.at(off)
}
