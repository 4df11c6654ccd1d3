package markup

import (
	"unicode"
	"unicode/utf8"
)

// Mark is what a line begins with.
type Mark struct {
	Kind   rune // a bullet; '–', 'o', '-', '*', '+', '#'; 'a', 'A' or '1' of a series; 0 of no mark
	Sign   byte // "." or ")" behind the sign of a series
	Number int  // in the series, from 1; the level of a heading
	Width  int  // bytes, with the blanks behind it
	Glued  bool // no blank follows
	kept   bool // the sign says something and stays: "✅"
}

// SeriesReach is how many lines after an item the next one is sought: without a bound,
// the square of all lines.
const SeriesReach = 50

// IsBullet reports whether m is a sign that marks items and nothing else.
func (m Mark) IsBullet() bool { return m.Kind >= utf8.RuneSelf && m.Kind != '–' && !m.kept }

// InSeries reports whether m counts.
func (m Mark) InSeries() bool { return m.Kind == 'a' || m.Kind == 'A' || m.Kind == '1' }

// Follows reports whether m is the next in the series after before.
func (m Mark) Follows(before Mark) bool {
	return m.InSeries() && m.Kind == before.Kind && m.Sign == before.Sign && m.Number == before.Number+1
}

// MarkOf reads the mark that a line begins with. Its kind is 0 if it begins otherwise.
// Of a line of ordinary prose it reads one or two bytes.
func MarkOf(line []byte) Mark {
	if len(line) < 2 {
		return Mark{}
	}
	b := line[0]
	switch {
	case b == '-' || b == '*' || b == '+' || b == '#' || b == 'o' && !IsLetter(line[1]):
		return signMark(line)
	case IsDigit(b) || IsLetter(b) && (line[1] == '.' || line[1] == ')'):
		return seriesMark(line)
	case b < utf8.RuneSelf || IsLetter(b):
		return Mark{}
	}
	return bulletMark(line)
}

// bulletMark reads the bullets of word processors and chats.
func bulletMark(line []byte) Mark {
	r, n := utf8.DecodeRune(line)
	m := Mark{Kind: r, Width: n + blanks(line[n:])}
	switch r {
	case '•', '▪', '·', '◦', '●', '○', '■', '▫', '‣', '➢':
	case '\uF0B7', '\uF0A7', '\uF0D8', '\uF076': // Word's, in the font Symbol or Wingdings
	case '–', '—':
		m.Kind = '–'
		if n < len(line) && IsDigit(line[n]) {
			return Mark{} // a minus
		}
	case 'Ø', '§': // Word's, in the font Wingdings
		if m.Width == n || !unicode.IsLetter(RuneAt(line, m.Width)) {
			return Mark{} // a diameter, or a paragraph of a law
		}
		m.Kind = 'o'
	case '→', '»', '✓', '✔':
		return Mark{Kind: r, kept: true}
	default:
		if !unicode.Is(unicode.So, r) {
			return Mark{}
		}
		return Mark{Kind: r, kept: true}
	}
	return m
}

// signMark reads "-", "*", "+", "o" and "#".
func signMark(line []byte) Mark {
	n := 1
	if line[0] == '#' {
		n = RunLength(line)
	}
	space := blanks(line[n:])
	m := Mark{Kind: rune(line[0]), Number: n, Width: n + space, Glued: space == 0}
	if n+space >= len(line)-1 || line[0] == '#' && (n > 6 || space == 0) || m.Glued && line[0] == 'o' {
		return Mark{}
	}
	return m
}

// seriesMark reads "a.", "B)", "12.".
func seriesMark(line []byte) Mark {
	m := Mark{Kind: 'a', Number: int(line[0]-'a') + 1, Width: 1}
	switch {
	case IsDigit(line[0]):
		m.Kind, m.Number, m.Width = '1', 0, 0
		for m.Width < len(line) && m.Width < 9 && IsDigit(line[m.Width]) {
			m.Number = m.Number*10 + int(line[m.Width]-'0')
			m.Width++
		}
	case line[0] < 'a':
		m.Kind, m.Number = 'A', int(line[0]-'A')+1
	}
	if m.Width >= len(line) || line[m.Width] != '.' && line[m.Width] != ')' {
		return Mark{}
	}
	m.Sign = line[m.Width]
	m.Width++
	space := blanks(line[m.Width:])
	m.Width += space
	m.Glued = space == 0
	return m
}
