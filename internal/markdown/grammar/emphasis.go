package grammar

import (
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"blandongan/internal/markdown/markup"
)

// Indonesian joins affixes to a word: **UP2K**nya, di**Serpong**. CommonMark keeps
// the stars there as text as soon as a quote or a full stop stands inside them, so
// stars and tildes are ours: they pair wherever the sign beside them does not say
// otherwise. Underscores are CommonMark's, for file names are full of them.

// stars reads runs of "*". It is what a run knows about where in a word it stands.
type stars struct{ at wordPart }

type wordPart uint8

const (
	atEdge    wordPart = iota
	inWord             // letters or digits on both sides
	endInWord          // the same, with more stars before it in the same word
)

func (stars) Trigger() []byte         { return []byte{'*'} }
func (stars) IsDelimiter(b byte) bool { return b == '*' }
func (stars) OnMatch(n int) ast.Node  { return emphasisNode(n) }

func emphasisNode(consumes int) ast.Node {
	if consumes == 2 {
		return &Span{Tag: "strong", depth: 1}
	}
	return &Span{Tag: "em", depth: 1}
}

// CanOpenCloser lets two runs inside words pair only as **bold** within one word:
// p*l*t is a sum, and S***i a name that is kept secret.
func (s stars) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	from, ok := opener.Processor.(stars)
	to, _ := closer.Processor.(stars)
	if !ok || opener.Char != closer.Char {
		return false
	}
	inside := from.at != atEdge && to.at != atEdge
	return !inside || to.at == endInWord && opener.OriginalLength == 2 && closer.OriginalLength == 2
}

func (s stars) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, seg := block.PeekLine()
	n := markup.RunLength(line)
	after := markup.RuneAt(line, n)
	open, end := flanks(before, after)
	if markup.IsWord(before) && markup.IsWord(after) {
		s.at = inWord
		if n == 2 && sameWord(pc.(*context).Source[:seg.Start]) {
			s.at = endInWord
		}
		open, end = open && !unicode.IsDigit(before), end && !unicode.IsDigit(after)
		if !open && !end {
			return textRun(n, block)
		}
	}
	return push(parser.NewDelimiter(open, end, n, '*', s), block, pc)
}

// sameWord reports whether the word that s ends with has a star in it.
func sameWord(s []byte) bool {
	for i := len(s) - 1; i >= 0 && !markup.IsBlank(s[i]); i-- {
		if s[i] == '*' {
			return true
		}
	}
	return false
}

// underscores reads runs of "_".
type underscores struct{}

func (underscores) Trigger() []byte                           { return []byte{'_'} }
func (underscores) IsDelimiter(b byte) bool                   { return b == '_' }
func (underscores) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }
func (underscores) OnMatch(n int) ast.Node                    { return emphasisNode(n) }

func (u underscores) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	return push(parser.ScanDelimiter(line, block.PrecendingCharacter(), 1, u), block, pc)
}

// tildes reads "~~". Fewer or more mean nothing: 08.00~10.00 is a time.
type tildes struct{}

func (tildes) Trigger() []byte                           { return []byte{'~'} }
func (tildes) IsDelimiter(b byte) bool                   { return b == '~' }
func (tildes) OnMatch(int) ast.Node                      { return &Span{Tag: "del", depth: 1} }
func (tildes) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }

func (t tildes) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	n := markup.RunLength(line)
	after := markup.RuneAt(line, n)
	// A "~" before it was escaped, so this is the rest of a run.
	if n != 2 || before == '~' || unicode.IsDigit(before) && unicode.IsDigit(after) {
		return textRun(n, block)
	}
	open, end := flanks(before, after)
	return push(parser.NewDelimiter(open, end, n, '~', t), block, pc)
}

func push(d *parser.Delimiter, block text.Reader, pc parser.Context) ast.Node {
	_, seg := block.PeekLine()
	d.Segment = seg.WithStop(seg.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// textRun takes a run whole, which goldmark would read again for each of its signs.
func textRun(n int, block text.Reader) ast.Node {
	_, seg := block.PeekLine()
	block.Advance(n)
	return ast.NewTextSegment(seg.WithStop(seg.Start + n))
}

// flanks reports whether a run between two characters may open and end a span.
// Where CommonMark asks for a blank or a sign on the other side of a sign, a sign
// that points the right way will do: **“a”**nya and di**“a”**. The mark of a
// remark, (*) or *), opens and ends no span.
func flanks(before, after rune) (open, end bool) {
	space, spaceAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	sign, signAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	open = !spaceAfter && (!signAfter || space || sign || !markup.IsClosing(after))
	end = !space && (!sign || spaceAfter || signAfter || !markup.IsOpening(before))
	if signAfter && unicode.Is(unicode.Pe, after) {
		open = false
		end = end && !markup.IsOpening(before)
	}
	return open, end
}

func leftOf(d *parser.Delimiter) markup.Signs {
	s, _ := d.Processor.(stars)
	return markup.Signs{
		Char: d.Char, At: d.Segment.Start, Length: d.Length, Typed: d.OriginalLength,
		Open: d.CanOpen, End: d.CanClose, InWord: s.at != atEdge,
	}
}
