// Package prose finds what readers of a file read, and where it stands in there.
//
// It owns documents: the prose of one file, be it the body of an article, its front matter
// or data, as blocks of plain text whose every letter knows its line and column; words,
// sentences, links, and the comments by which editors silence a rule. In comes the text of a
// file with the entries that were read from it. Out comes a [Document], which is never
// changed: rules may look at it at once.
//
// It finds no fault, and knows no language but for the short forms after which a sentence
// goes on.
package prose

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"blandongan/internal/diag"
	"blandongan/internal/markdown"
	"blandongan/internal/site"
)

// Kind is what a block is to readers.
type Kind = markdown.BlockKind

// What blocks are. A Field is a text of front matter or data.
const (
	Paragraph = markdown.Paragraph
	Heading   = markdown.Heading
	Item      = markdown.Item
	Cell      = markdown.Cell
	Quote     = markdown.Quote
	Alt       = markdown.Alt
	Field     = markdown.Alt + 1
)

// Gap stands in a text for what is no prose: see markdown.Gap.
const Gap = markdown.Gap

// Link is a link in a block, or the picture of an Alt.
type Link = markdown.Span

// Document is the prose of one file.
type Document struct {
	File     string
	Kind, ID string        // of what the file holds: see site; of many, ID is ""
	Language string        // of what names no other
	Value    any           // what the file holds, nil where that are many things, or a draft
	Article  *site.Article // of news, else nil
	Blocks   []Block       // in the order of the file
	Silenced []Silence

	held []held
}

// Block is a run of prose that readers see as one.
type Block struct {
	Kind     Kind
	Level    int    // of a heading from 1, of an item how deep its list lies
	List     int    // items of one list share a number from 1
	Key      string // of a field, with those that lead to it: "title", "claims.text"
	ID       string // of a field, of which thing: what is keyed has many in a file
	Language string
	// Text is as readers see it: see markdown.Block.
	Text  string
	Links []Link

	in    *source
	where markdown.Map
	words []Word
}

// Silence is a comment that asks for some rules to be silent about some lines.
type Silence struct {
	Place diag.Place // where the comment begins
	Words string     // the comment as it was typed, "" if it goes over lines
	Said  string     // what it says behind "periksa:" or "check:", in one line
	// First and Last are the lines that it is about.
	First, Last int
}

// Covers says whether it is about a place of its file.
func (s Silence) Covers(p diag.Place) bool { return s.First <= p.Line && p.Line <= s.Last }

// Reader reads documents of one site. It may be used by several goroutines at once.
type Reader struct {
	Markdown *markdown.Parser
	Language string // the site's
}

// Read returns the prose of a file of which the entries were decoded.
func (r Reader) Read(file string, text []byte, entries []*site.Entry) *Document {
	in := newSource(file, markdown.Clean(text))
	d := &Document{File: file, Language: r.Language}
	if len(entries) > 0 {
		d.of(entries[0])
	}
	if len(entries) > 1 || site.IsKeyed(d.Kind) {
		d.ID, d.Value = "", nil
	}
	for _, e := range entries {
		for _, said := range e.Found.Details().Prose {
			d.field(in, e.ID, said)
		}
	}
	yaml := in.text
	if strings.HasSuffix(file, ".md") {
		at, _, found := bodyAt(in.text)
		if found {
			d.body(in, at, r.Markdown)
		}
		yaml = in.text[:at]
	}
	d.Silenced = append(in.comments(yaml), d.Silenced...)
	return d
}

func (d *Document) of(e *site.Entry) {
	if d.Kind, d.ID = e.Kind, e.ID; !e.Draft { // nobody relies on that yet
		d.Value = e.Value
	}
	if e.Language != "" {
		d.Language = e.Language
	}
	d.Article, _ = e.Value.(*site.Article)
}

func (d *Document) body(in *source, at int, md *markdown.Parser) {
	blocks, notes := md.Prose(in.text[at:])
	for _, b := range blocks {
		for i := range b.Map {
			b.Map[i].From += at // the map is new and still ours alone
		}
		d.add(in, b.Map, Block{
			Kind: b.Kind, Level: b.Level, List: b.List, Language: d.Language, Text: b.Text, Links: b.Links,
		})
	}
	for _, n := range notes {
		comment := in.text[at+n.From : at+n.To]
		inner := strings.TrimSuffix(strings.TrimPrefix(string(comment), "<!--"), "-->")
		said, isDesk := markdown.DeskWords(strings.TrimSpace(inner))
		if !isDesk {
			continue
		}
		s := Silence{Place: in.place(at + n.From), Said: strings.Join(strings.Fields(said), " ")}
		if bytes.IndexByte(comment, '\n') < 0 {
			s.Words = string(comment)
		}
		s.First, s.Last = in.place(at+n.First).Line, in.place(at+max(n.Last-1, n.First)).Line
		d.Silenced = append(d.Silenced, s)
	}
}

func (d *Document) add(in *source, where markdown.Map, b Block) {
	b.in, b.where = in, where
	b.words = wordsOf(b.Text, b.Links)
	d.Blocks = append(d.Blocks, b)
	d.hold(&b)
}

// Place returns where a byte of the text stands in the file.
func (b *Block) Place(at int) diag.Place {
	from, _ := b.where.Source(at)
	return b.in.place(from)
}

// Source returns the words of the file where a part of the text stands, "" when they are not
// the same as in the text, or not in one line.
func (b *Block) Source(from, to int) string {
	if from >= to {
		return ""
	}
	first, ok := b.where.Source(from)
	last, same := b.where.Source(to - 1)
	if !ok || !same || last-first != to-1-from {
		return ""
	}
	words := b.Text[from:to]
	if string(b.in.text[first:last+1]) != words || strings.Contains(words, "\n") {
		return ""
	}
	return words
}

// At makes a problem with a part of the text. Where that stands in the file as it is read, the
// problem tells its words.
func (b *Block) At(code diag.Code, from, to int, args ...any) diag.Problem {
	return diag.At(b.Place(from), code, args...).About(b.Source(from, to))
}

// Words returns the words of the text, without those of addresses, hashtags and names of files.
func (b *Block) Words() []Word { return b.words }

// source is the text of a file.
type source struct {
	file  string
	text  []byte
	lines []int // where each begins
	runes []int // characters before each step of bytes: a line may be as long as a file
	found diag.Place
	at    int // of found, the last place that was looked for
}

const step = 4 << 10 // bytes

func newSource(file string, text []byte) *source {
	s := &source{file: file, text: text, lines: make([]int, 1, bytes.Count(text, []byte{'\n'})+1)}
	n := 0
	for from := 0; from < len(text); from += step {
		s.runes = append(s.runes, n)
		if from+step < len(text) {
			n += begun(text[from : from+step])
		}
	}
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
		s.lines = append(s.lines, at)
	}
}

// begun returns how many characters begin in a part of a text.
func begun(part []byte) (n int) {
	for _, b := range part {
		if b&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// before returns how many characters of the file stand before an offset.
func (s *source) before(at int) int {
	k := at / step
	if k >= len(s.runes) {
		k = len(s.runes) - 1
	}
	if k < 0 {
		return 0
	}
	return s.runes[k] + begun(s.text[k*step:at])
}

func (s *source) place(at int) diag.Place {
	at = max(0, min(at, len(s.text)))
	line := sort.SearchInts(s.lines, at+1) // the number of lines that begin up to here
	begin := s.lines[line-1]
	if at-begin < step {
		return diag.Place{File: s.file, Line: line, Col: begun(s.text[begin:at]) + 1}
	}
	return diag.Place{File: s.file, Line: line, Col: s.before(at) - s.before(begin) + 1}
}

// offset is the reverse of place. It goes on from the last place in the same line, so it is for
// the reading of a document only.
func (s *source) offset(p diag.Place) int {
	if p.Line < 1 || p.Line > len(s.lines) {
		return len(s.text)
	}
	at, col := s.lines[p.Line-1], 1
	if s.found.Line == p.Line && s.found.Col <= p.Col {
		at, col = s.at, s.found.Col
	}
	for ; col < p.Col && at < len(s.text); col++ {
		_, n := utf8.DecodeRune(s.text[at:])
		at += n
	}
	s.found, s.at = p, at
	return at
}

// IsSet says whether a part of the text stands between marks of emphasis of its own: a word of
// another language, or one that is talked of.
func (b *Block) IsSet(from, to int) bool {
	first, ok := b.where.Source(from)
	last, same := b.where.Source(to - 1)
	if !ok || !same || first == 0 || last+1 >= len(b.in.text) || b.Kind == Field {
		return false
	}
	before, after := b.in.text[first-1], b.in.text[last+1]
	isBold := first > 1 && b.in.text[first-2] == before
	return before == after && (before == '*' || before == '_') && !isBold
}
