package markdown

import (
	"bytes"
	"unicode/utf8"

	"blandongan/internal/markdown/grammar"
)

// FaultKind is what is wrong.
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
	// NoteMissing is the mark of a footnote that does not exist: it shows as it was typed.
	NoteMissing
	// NoteUnmarked is a footnote that no mark points to: it stands behind the others.
	NoteUnmarked
	// NoteTwice is a second footnote of the same mark: it stands behind the others.
	NoteTwice
	// ForeignMarkup is what means something to another program only: "{{ a }}". It
	// shows as it was typed.
	ForeignMarkup
	// TableForm is a row that was most likely meant for a table.
	TableForm
	// CellsBeyond are cells that the table's header has no columns for; they are printed. Where a
	// bar within code made one of them, the place is that bar's.
	CellsBeyond
	// CodeWords are words behind the mark that opens code: they do not show.
	CodeWords

	// TooDeep and those below it end the reading: the Doc is empty. TooDeep are quotes and
	// lists, or emphasis, links and images, that are nested too deeply.
	TooDeep
	// TooWide is a table with too many columns.
	TooWide
	// TooBig is too much source, too many pieces of it, or too much HTML.
	TooBig
	// TooComplex is text so tangled that reading it would take too long.
	TooComplex
	// Broken is a fault of the Markdown reader itself. The place is near it.
	Broken
)

// Fault is something wrong in the source.
type Fault struct {
	Kind FaultKind
	Line int // 1 is the first line of the source
	Col  int // 1 is the first character of the line; characters, not bytes
	// Text is the piece in question on one line, at most 80 characters. It may be empty.
	// Where words do not show, it is all of them, up to 600 characters.
	Text string
	// Better is what was most likely meant, "" if that cannot be said. It is only the
	// address, in "<>", if that needs them for its blanks.
	Better  string
	Image   bool   // BadScheme, LinkEmpty: of an image
	Element string // RawHTML: its name
	InCell  bool   // RawHTML: it stands in a cell of a table
	Mark    string // Unclosed: what should close it
	First   int    // DefinitionTwice, NoteTwice: the line of the first
}

const maxLostText = 600 // characters

// stopKinds are the kinds of what ends the reading of a body.
var stopKinds = map[grammar.Limit]FaultKind{
	grammar.Broken: Broken, grammar.TooDeep: TooDeep, grammar.TooWide: TooWide, grammar.TooBig: TooBig,
	grammar.TooComplex: TooComplex,
}

// place finds lines and columns. It goes on from where it was last, because links come
// in order and many of them may stand on one long line.
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
