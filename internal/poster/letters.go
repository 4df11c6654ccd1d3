package poster

import (
	"bytes"
	"math"
	"slices"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// write draws a line of text from a point on its baseline, in pixels: of pictures as long as that shows what
// outlines do.
func (e *easel) write(f *face, size, left, baseline int, x ink, text string) {
	if !e.setting {
		e.trace(f, size, left, baseline, x, text)
	} else if e.isSet {
		e.isSet = e.set(f, size, left, baseline, x, text)
	}
}

// trace draws a line of text by the outlines of its letters.
func (e *easel) trace(f *face, size, left, baseline int, x ink, text string) {
	e.begin(left-size/4, baseline-size, left+f.width(size, text)+size/4, baseline+size/3)
	f.each(text, func(i sfnt.GlyphIndex, along int) {
		e.outline(f, size, i, point{left*unit + share(along, size, em), baseline * unit})
	})
	e.close()
	e.paint(x)
}

// outline gathers a letter at a point.
func (e *easel) outline(f *face, size int, i sfnt.GlyphIndex, from point) {
	segments, err := f.LoadGlyph(&f.buffer, i, fixed.I(size), nil)
	if err != nil {
		return
	}
	to := func(p fixed.Point26_6) point { return point{from.x + int(p.X), from.y + int(p.Y)} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			e.move(to(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			e.line(to(s.Args[0]))
		case sfnt.SegmentOpQuadTo: // all that curves in a TrueType font
			e.bend(to(s.Args[0]), to(s.Args[1]))
		}
	}
}

// gallery keeps pictures of letters: the same few are on all posters. It has places for so many
// sets of them; a new one takes the place of the oldest of its set. It is safe for concurrent use.
type gallery [1 << placeBits]struct {
	numbers  [4]atomic.Uint32 // of looks: to ask each picture for its own takes longer
	pictures [4]atomic.Pointer[picture]
}

const placeBits = 13

// look is what a picture of a letter shows: the letter, how far right of a pixel's edge it
// begins, in steps, and the last colour of its ink.
type look struct {
	font  *sfnt.Font
	glyph sfnt.GlyphIndex
	size  uint8
	shift uint8
	ink   uint8
}

// maxSize is how large letters are that have pictures.
const maxSize = 124

// number is one that few other looks have, and that of its set.
func (l look) number() (n, set uint32) {
	n = uint32(l.glyph)<<14 ^ uint32(l.size)<<6 ^ uint32(l.shift) ^ uint32(l.ink)<<24
	n *= 0x9e3779b1
	n = (n ^ n>>15) * 0x85ebca6b
	return n, n >> (32 - placeBits)
}

// picture is a letter as it stands on the roof, or some that share a byte.
type picture struct {
	look
	// left and right are where the pixels lie that it covers, counted from where the first letter begins; top is
	// the first of their rows, counted from the letters' size above the baseline, and rows how many there are.
	left, right, top, rows int16
	// strange says that there is no more: it is too wide, or cannot be drawn.
	strange bool
	// data is two casts: of the picture where it begins at a byte, and half a byte further. Before them stands of
	// each row the first pixel that is covered, however little, and the one after the last, counted from left.
	data    []byte
	second  uint32 // where the other cast begins
	weights [2]weight
}

// cast is a picture's cast where it begins at a byte, 0, or half a byte further, 1.
func (p *picture) cast(half int) []byte {
	if half == 1 {
		return p.data[p.second:]
	}
	return p.data[2*p.rows:]
}

// reach is which pixels of a row are covered, and of the one above: from one up to another.
func (p *picture) reach(row int) (from, to int) {
	from, to = math.MaxUint8, 0
	for y := max(row-1, 0); y <= min(row, int(p.rows)-1); y++ {
		from, to = min(from, int(p.data[2*y])), max(to, int(p.data[2*y+1]))
	}
	return from, to
}

// picture returns a letter's, taken from the gallery or hung there.
func (e *easel) picture(f *face, l look, x ink) *picture {
	number, place := l.number()
	set := &e.gallery[place]
	for i := range set.pictures {
		if set.numbers[i].Load() == number {
			if p := set.pictures[i].Load(); p != nil && p.look == l {
				return p
			}
		}
	}
	p := e.portray(f, int(l.size), x, []letterAt{{l.glyph, int(l.shift)}})
	p.look = l
	for i, next := 0, p; i < len(set.pictures) && next != nil; i++ {
		number = set.numbers[i].Swap(number)
		next = set.pictures[i].Swap(next)
	}
	return p
}

// letterAt is a letter, and where it begins, in steps.
type letterAt struct {
	glyph sfnt.GlyphIndex
	x     int
}

// widest is how many pixels pictures have beside each other at most.
const widest = math.MaxUint8 - 1

// portray draws a picture of some letters. The first begins in the first pixel.
func (e *easel) portray(f *face, size int, x ink, some []letterAt) *picture {
	p := &picture{}
	wide := some[len(some)-1].x/unit + 3*size
	e.begin(0, 0, wide, size+size/3)
	for _, l := range some {
		box, _, err := f.GlyphBounds(&f.buffer, l.glyph, fixed.I(size), font.HintingNone)
		if err != nil || box.Min.X < -fixed.I(size-1) || box.Max.X > fixed.I(2*size-1) || l.x < 0 {
			p.strange = true
			break
		}
		e.outline(f, size, l.glyph, point{size*unit + l.x, size * unit})
	}
	e.close()
	e.spans = e.spans[:0]
	left, right := wide, 0
	for y := range e.height {
		e.runs(y, func(from, to int, part int32) {
			left, right = min(left, from), max(right, to)
			e.spans = append(e.spans, span{y, from, to, x.steps(part)})
		})
	}
	if p.strange = p.strange || right-left > widest; p.strange || len(e.spans) == 0 {
		return p
	}
	top, rows := e.spans[0].y, e.spans[len(e.spans)-1].y+1-e.spans[0].y
	p.left, p.right, p.top, p.rows = int16(left-size), int16(right-size), int16(top), int16(rows)
	e.form.out.bytes = slices.Grow(e.form.out.bytes[:0], 2*rows)[:2*rows]
	reach := e.form.out.bytes
	for y := range rows {
		reach[2*y], reach[2*y+1] = math.MaxUint8, 0
	}
	for _, s := range e.spans {
		r := reach[2*(s.y-top):]
		r[0], r[1] = min(r[0], byte(s.from-left)), max(r[1], byte(s.to-left))
	}
	e.form.lay(e.spans, left, right-left, top, rows, x)
	p.weights[0] = e.form.cast(e.ground.language)
	e.form.shift()
	p.second = uint32(len(e.form.out.bytes))
	p.weights[1] = e.form.cast(e.ground.language)
	p.data = bytes.Clone(append(e.form.out.bytes, make([]byte, 8)...)) // so many bytes may be looked at at once
	return p
}

// span is some pixels of a row, and in which step of an ink they are.
type span struct{ y, from, to, step int }

// lay gives pixels of a line that have none a colour, from one up to another.
func lay(line []byte, from, to int, colour uint8) {
	if from%2 == 1 {
		line[from/2] |= colour
		from++
	}
	for ; from+1 < to; from += 2 {
		line[from/2] = colour<<4 | colour
	}
	if from < to {
		line[from/2] |= colour << 4
	}
}
