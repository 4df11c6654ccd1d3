package poster

import (
	"math"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func parse(data []byte) *sfnt.Font {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic("poster: " + err.Error()) // it is in the program
	}
	return f
}

// face is a font with what was found in it: letters and the room between two of them are
// asked for again and again, and found slowly.
type face struct {
	*sfnt.Font
	buffer  sfnt.Buffer
	letters map[rune]letter
	kerns   map[[2]sfnt.GlyphIndex]int
	// few and between are the same for letters of ASCII, which most are: maps take longer than all else that is done
	// with them.
	few     [ascii]letter
	between [ascii][ascii]int16
}

const (
	ascii   = 128
	unknown = math.MinInt16
)

// letter is a letter's number in the font, 0 for none, its width at the size em, and itself where it is of ASCII,
// else 0.
type letter struct {
	glyph sfnt.GlyphIndex
	ascii uint8
	wide  int
}

// em is a size at which widths are nearly exact.
const em = 1000

func newFace(f *sfnt.Font) *face {
	x := &face{Font: f, letters: map[rune]letter{}, kerns: map[[2]sfnt.GlyphIndex]int{}}
	for i := range x.between {
		for k := range x.between[i] {
			x.between[i][k] = unknown
		}
	}
	return x
}

func (f *face) letter(r rune) letter {
	if r < ascii && f.few[r].ascii != 0 {
		return f.few[r]
	}
	l, known := f.letters[r]
	if known {
		return l
	}
	if i, err := f.GlyphIndex(&f.buffer, r); err == nil && i != 0 {
		wide, err := f.GlyphAdvance(&f.buffer, i, fixed.I(em), font.HintingNone)
		if err == nil {
			l = letter{glyph: i, wide: int(wide)}
		}
	}
	if r < ascii {
		l.ascii = uint8(r)
		f.few[r] = l
	}
	if len(f.letters) > 10_000 {
		clear(f.letters)
	}
	f.letters[r] = l
	return l
}

// kern is how much further a letter stands from the one before than their widths say.
func (f *face) kern(last, next letter) int {
	if last.glyph == 0 {
		return 0
	}
	if last.ascii == 0 || next.ascii == 0 {
		return f.kernOf(last, next)
	}
	k := &f.between[last.ascii][next.ascii]
	if *k == unknown {
		if n := f.kernOf(last, next); n > unknown && n <= math.MaxInt16 {
			*k = int16(n)
		} else {
			return n
		}
	}
	return int(*k)
}

// kernOf is kern of any letters.
func (f *face) kernOf(last, next letter) int {
	pair := [2]sfnt.GlyphIndex{last.glyph, next.glyph}
	k, known := f.kerns[pair]
	if known {
		return k
	}
	if room, err := f.Kern(&f.buffer, last.glyph, next.glyph, fixed.I(em), font.HintingNone); err == nil {
		k = int(room)
	}
	if len(f.kerns) > 10_000 {
		clear(f.kerns)
	}
	f.kerns[pair] = k
	return k
}

// each goes through the letters of a text, each with its distance from the beginning, and
// returns the width of all, in steps at the size em. Letters that the font lacks are left
// out: boxes would tell nobody anything.
func (f *face) each(text string, show func(i sfnt.GlyphIndex, x int)) int {
	x, last := 0, letter{}
	for _, r := range text {
		l := f.letter(r)
		if l.glyph == 0 {
			continue
		}
		x += f.kern(last, l)
		if show != nil {
			show(l.glyph, x)
		}
		x, last = x+l.wide, l
	}
	return x
}

// width is that of a text, in pixels.
func (f *face) width(size int, text string) int { return share(f.each(text, nil), size, em*unit) + 1 }

// phrase is a text whose words were measured, once for all sizes.
type phrase struct {
	face   *face
	words  []string
	widths []int // of the words at the size em
	space  int
}

func (f *face) phrase(text string) phrase {
	p := phrase{face: f, words: strings.Fields(bounded(text)), space: f.each(" ", nil)}
	for _, word := range p.words {
		p.widths = append(p.widths, f.each(word, nil))
	}
	return p
}

// bounded cuts off what no poster has room for: to measure all of it could take long.
func bounded(text string) string {
	const most = 1000
	if len(text) > most {
		return strings.ToValidUTF8(text[:most], "")
	}
	return text
}

// line is how many of the words from the first on fit beside each other, and whether they
// are all.
func (p phrase) line(size, wide int) (n int, all bool) {
	width := -p.space
	for n < len(p.words) {
		if width += p.space + p.widths[n]; width*size > wide*unit*em {
			return n, false
		}
		n++
	}
	return n, true
}

func (p phrase) from(n int) phrase {
	p.words, p.widths = p.words[n:], p.widths[n:]
	return p
}

func (p phrase) first(n int) string { return strings.Join(p.words[:n], " ") }

const ellipsis = "…"

// cut shortens a phrase at a word's end to what is no wider than some pixels; the first
// word, where that alone is wider, at a letter.
func (p phrase) cut(size, wide int) string {
	wide -= p.face.width(size, ellipsis)
	if n, _ := p.line(size, wide); n > 0 {
		return strings.TrimRight(p.first(n), ",;:.–—-(") + ellipsis
	}
	var b strings.Builder
	width := 0
	for _, r := range p.first(min(len(p.words), 1)) {
		if width += p.face.letter(r).wide; width*size > wide*unit*em {
			break
		}
		b.WriteRune(r)
	}
	return b.String() + ellipsis
}

// fit shortens a text to what is no wider than some pixels.
func (f *face) fit(size, wide int, text string) string {
	p := f.phrase(text)
	if n, all := p.line(size, wide); all {
		return p.first(n)
	}
	return p.cut(size, wide)
}

// wrap parts a phrase into lines no wider than some pixels, at most so many; all says
// that nothing was left out.
func (p phrase) wrap(size, wide, most int) (lines []string, all bool) {
	for len(p.words) > 0 {
		n, last := p.line(size, wide)
		if n == 0 || len(lines) == most-1 && !last {
			return append(lines, p.cut(size, wide)), false
		}
		lines, p = append(lines, p.first(n)), p.from(n)
	}
	return lines, true
}
