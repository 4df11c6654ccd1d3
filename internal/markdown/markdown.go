// Package markdown turns the Markdown that editors write into HTML with holes for addresses.
//
// In comes one Markdown body. Out comes a [Doc], the HTML with the links and images found
// in it, and faults at their line and column. An address that the site must work out (a
// link to another page, a picture beside the article) is left out of the HTML, and
// [Doc.Render] puts it in later. So a body is parsed once, however often the pages move
// that it points to.
//
// The room has two more: grammar reads the source as our dialect, and markup knows what
// editors type that Markdown reads otherwise or drops. This one judges addresses, prints
// the HTML and reports the faults. It knows nothing of the site.
//
// The dialect is CommonMark with tables, strikethrough, footnotes, task lists, bare web and
// mail addresses as links, and an anchor on every heading. Quotes stay as they were typed.
// Where CommonMark would surprise a city's press office, the dialect differs: stars pair
// before an affix, single tildes mean nothing, indented text is text, a rule under a
// sentence is a rule, the lists of word processors are lists, and numbers stay as they
// were typed.
//
// No words are lost in silence: what does not show is a fault with all its words. Tags are
// left out, and the words around them stay. A comment, a script or a list of addresses that
// no link uses is reported. What would swallow the rest of a body because it is never closed
// stays text, and so does what means something to other programs only. What goldmark leaves
// as text, and was most likely meant as a link, a picture or a heading, is a fault with the
// form that it should have had.
//
// It never passes on what can do harm. No markup of raw HTML is printed. The address of a
// link must be of a known kind, see [Options]. It is judged as a browser reads it and printed
// as it was judged, so there is no second reading to hide behind. A picture from the web is
// printed without its address unless the caller gives it one: a page makes no request to a
// third party. No address, event handler or style ever comes from the source unseen.
//
// # Limits
//
// goldmark has no limits: 15 KB of list markers and blank lines make it take more than
// 3.7 GB. Parse stops at the first of these, with a fault at the place and an empty Doc.
// Together they keep a body below 256 MB and two seconds. The largest honest article we
// could think of (300 KB, 2,000 links, 500 table rows) stays far below each of them.
//
//   - 5 MiB of source ([TooBig]): five thick novels.
//   - 200,000 pieces ([TooBig]): lines, blocks, table cells and inline marks
//     cost goldmark 200 to 400 bytes each.
//   - 50 levels of quotes and list items, and 50 of emphasis, links and images
//     inside each other ([TooDeep]): both are walked recursively.
//   - 200 columns in a table ([TooWide]): short rows are padded to full width.
//   - 5,000 link definitions and 1,000 footnotes ([TooBig]): goldmark spends
//     the square of these numbers.
//   - 100 million steps ([TooComplex]): a step is a node or byte that goldmark reads
//     where it reads the same one again and again.
//   - HTML and addresses of links of 16 times the source and 64 KiB ([TooBig]): one
//     long definition can be used many times. A table of single right-aligned
//     digits grows twelvefold, ordinary text by a fifth.
package markdown

import (
	"blandongan/internal/markdown/grammar"
	"blandongan/internal/markdown/markup"
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The limits of what goes in and of what comes out; grammar has the others.
const (
	maxSource      = 5 << 20
	maxGrowth      = 16
	maxGrowthFloor = 64 << 10
)

// Options say what the caller takes upon itself.
type Options struct {
	// Schemes are the link schemes, without colon, that the caller will resolve:
	// with "news", the link [a](news:b) becomes a hole. Case does not matter.
	// Beside these, links may be http and https, which the caller sees too, mailto, tel,
	// relative paths, absolute paths and fragments. Everything else is a BadScheme.
	Schemes []string
	// Reserved are ids that the page around the body uses; no heading gets them.
	Reserved []string
}

// Parser converts Markdown. It may be used by several goroutines at once.
type Parser struct {
	schemes markup.Schemes
	taken   map[string]bool // Options.Reserved
	grammar *grammar.Grammar
	buffers sync.Pool // *[]byte for HTML in the making
}

// New returns a Parser for o. It is meant to be made once: it costs about as
// much as a page of Markdown.
func New(o Options) *Parser {
	p := &Parser{
		schemes: make(markup.Schemes, len(o.Schemes)),
		taken:   make(map[string]bool, len(o.Reserved)),
		buffers: sync.Pool{New: func() any { return new([]byte) }},
	}
	for _, id := range o.Reserved {
		p.taken[id] = true
	}
	for _, s := range o.Schemes {
		s = strings.ToLower(s)
		p.schemes[s] = s
	}
	p.grammar = grammar.New(p.schemes)
	return p
}

// Parse converts src, which it neither changes nor keeps. Doc is never nil. It is empty
// when a limit was passed. Otherwise it is whole, and what was at fault has been left out
// of it or, for a link, stands there as mere text. Faults are in the order in which their
// places appear in the HTML.
func (p *Parser) Parse(src []byte) (doc *Doc, faults []Fault) {
	if len(src) > maxSource {
		line, col := placeOf(src, maxSource)
		return &Doc{}, []Fault{{Kind: TooBig, Line: line, Col: col}}
	}
	src = clean(src)
	tree, stopped := p.grammar.Parse(src)
	if stopped == nil {
		doc, faults, stopped = p.print(tree)
	}
	if stopped != nil {
		line, col := placeOf(src, stopped.At)
		return &Doc{}, []Fault{{Kind: stopKinds[stopped.Limit], Line: line, Col: col}}
	}
	return doc, faults
}

// print prints a tree, unless that stops half-way.
func (p *Parser) print(tree *grammar.Tree) (doc *Doc, faults []Fault, stopped *grammar.Stop) {
	buf := p.buffers.Get().(*[]byte)
	defer p.buffers.Put(buf)
	defer tree.Catch(&stopped)
	w := newWriter(p, tree, (*buf)[:0])
	w.blocks(tree.Root)
	if cap(w.buf) <= maxKept {
		*buf = w.buf
	}
	return w.finish(), w.faults, nil
}

// maxKept is the largest buffer that waits for the next body; most need 10 KB.
const maxKept = 1 << 20

// clean gives every line a plain line feed, and puts the replacement character for
// control characters, which no feed may contain, for noncharacters, which have a meaning
// inside of programs, and for bytes that are no UTF-8.
// A place in the result is the same place in src, except behind several such bytes
// in a row, which become one character. The result has no spare capacity: goldmark appends
// a line end to the last line, in place if it can, and would write into whatever follows
// src in the caller's memory.
func clean(src []byte) []byte {
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	for _, b := range src {
		if b == reservedLead || isForbidden(rune(b)) {
			src = bytes.Map(replaceForbidden, src)
			break
		}
	}
	if !utf8.Valid(src) {
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	return src[:len(src):len(src)]
}

// isForbidden reports whether r is a control character other than tab and line
// feed, or a noncharacter. HTML knows no use for them and XML forbids most of them.
func isForbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= '\uFDD0' && unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// reservedLead is the first byte of the noncharacters that mean something in here.
const reservedLead = 0xEF

func replaceForbidden(r rune) rune {
	if isForbidden(r) {
		return utf8.RuneError
	}
	return r
}
