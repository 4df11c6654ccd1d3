package poster

import (
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

const placeBits = 12

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
	left, right, top, rows int
	// casts are the picture as it is packed: where it begins at a byte, and half a byte further.
	casts [2]cast
	// strange says that it has no casts: it is too wide, or none can be drawn.
	strange bool
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
const widest = 500

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
	p.left, p.right, p.top = left-size, right-size, e.spans[0].y
	p.rows = e.spans[len(e.spans)-1].y + 1 - p.top
	for half := range p.casts {
		e.form.lay(e.spans, left-half, (right-left+half+1)/2, p.top, p.rows, x)
		p.casts[half] = e.form.cast(e.ground.language)
	}
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
