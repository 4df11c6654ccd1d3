package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// typedMarks makes lists of lines that begin with the marks of word processors and
// chats: "•", "–", "o", "a.", numbers in the midst of a paragraph, and Markdown's own
// marks where they are indented or a no-break space follows, a heading's "#" among them.
// CommonMark knows none of these and runs the lines together.
type typedMarks struct{}

func (typedMarks) Transform(n *ast.Paragraph, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		if m := markOf(bytes.TrimLeft(seg.Value(c.src), " \t")); m.kind != 0 {
			c.typedList(n)
			return
		}
	}
}

// mark is what a line begins with.
type mark struct {
	kind   rune // a bullet; '–', 'o', '-', '*', '+', '#'; 'a', 'A' or '1' of a series
	sign   byte // "." or ")" behind the sign of a series
	number int  // in the series, from 1; the level of a heading
	width  int  // bytes, with the blanks behind it
	glued  bool // no blank follows
	kept   bool // the sign says something and stays: "✅"
}

func (m mark) isBullet() bool { return m.kind >= utf8.RuneSelf && m.kind != '–' && !m.kept }

func (m mark) inSeries() bool { return m.kind == 'a' || m.kind == 'A' || m.kind == '1' }

func (m mark) follows(before mark) bool {
	return m.inSeries() && m.kind == before.kind && m.sign == before.sign && m.number == before.number+1
}

// markOf reads the mark that a line begins with; its kind is 0 if there is none.
// A line of ordinary prose costs a look at one or two bytes.
func markOf(line []byte) mark {
	if len(line) < 2 {
		return mark{}
	}
	b := line[0]
	switch {
	case b == '-' || b == '*' || b == '+' || b == '#' || b == 'o' && !isLetter(line[1]):
		return signMark(line)
	case isDigit(b) || isLetter(b) && (line[1] == '.' || line[1] == ')'):
		return seriesMark(line)
	case b < utf8.RuneSelf || isLetter(b):
		return mark{}
	}
	r, n := utf8.DecodeRune(line)
	m := mark{kind: r, width: n + blanks(line[n:])}
	switch r {
	case '•', '▪', '·', '◦', '●', '○', '■', '▫', '‣', '➢':
	case '\uF0B7', '\uF0A7', '\uF0D8', '\uF076': // Word's, in the font Symbol or Wingdings
	case '–', '—':
		m.kind = '–'
		if n < len(line) && isDigit(line[n]) {
			return mark{} // a minus
		}
	case 'Ø', '§': // Word's, in the font Wingdings
		if m.width == n || !unicode.IsLetter(runeAt(line, m.width)) {
			return mark{} // a diameter, or a paragraph of a law
		}
		m.kind = 'o'
	case '→', '»', '✓', '✔':
		return mark{kind: r, kept: true}
	default:
		if !unicode.Is(unicode.So, r) {
			return mark{}
		}
		return mark{kind: r, kept: true}
	}
	return m
}

// signMark reads "-", "*", "+", "o" and "#".
func signMark(line []byte) mark {
	n := 1
	if line[0] == '#' {
		n = run(line)
	}
	space := blanks(line[n:])
	m := mark{kind: rune(line[0]), number: n, width: n + space, glued: space == 0}
	if n+space >= len(line)-1 || line[0] == '#' && (n > 6 || space == 0) || m.glued && line[0] == 'o' {
		return mark{}
	}
	return m
}

// seriesMark reads "a.", "B)", "12.".
func seriesMark(line []byte) mark {
	m := mark{kind: 'a', number: int(line[0]-'a') + 1, width: 1}
	switch {
	case isDigit(line[0]):
		m.kind, m.number, m.width = '1', 0, 0
		for m.width < len(line) && m.width < 9 && isDigit(line[m.width]) {
			m.number = m.number*10 + int(line[m.width]-'0')
			m.width++
		}
	case line[0] < 'a':
		m.kind, m.number = 'A', int(line[0]-'A')+1
	}
	if m.width >= len(line) || line[m.width] != '.' && line[m.width] != ')' {
		return mark{}
	}
	m.sign = line[m.width]
	m.width++
	space := blanks(line[m.width:])
	m.width += space
	m.glued = space == 0
	return m
}

// blanks returns how many bytes of blanks s begins with, wide ones too.
func blanks(s []byte) int {
	for i, r := range string(s[:min(len(s), 64)]) {
		if !unicode.IsSpace(r) || r == '\n' {
			return i
		}
	}
	return min(len(s), 64)
}
