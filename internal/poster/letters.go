package poster

import (
	"bytes"
	"encoding/binary"
	"math"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// write draws a line of text from a point on its baseline, in pixels.
func (e *easel) write(f *face, size, left, baseline int, x ink, text string) {
	if !e.compose(f, size, left, baseline, x, text) {
		e.trace(f, size, left, baseline, x, text)
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

// picture is a letter as it stands on the roof.
type picture struct {
	look
	// left and right are where the pixels lie that it covers, counted from where it begins; top is the
	// first of their rows, counted from the letter's size above the baseline.
	left, right, top int
	wide             int // of a line, in bytes
	// lines are the rows, each behind three bytes: the first of its pixels and the one after the last, counted
	// from left, and how often it stands below itself. Where letters share no pixel, all that is to be done is
	// to lay them beside each other.
	lines []byte
	// weights are what it adds to a poster's checksum: where it begins at a byte, and half a byte further.
	weights [2]weight
}

// weight is the sum of some bytes, and of those of each times its distance from the first.
type weight struct{ values, places uint64 }

// step is how many bytes of a line are laid at once. The last pixel of a line is empty, for it may be moved by
// half a byte.
const step = 8

// number is one that few other looks have, and that of its set.
func (l look) number() (n, set uint32) {
	n = uint32(l.glyph)<<14 ^ uint32(l.size)<<6 ^ uint32(l.shift) ^ uint32(l.ink)<<24
	n *= 0x9e3779b1
	n = (n ^ n>>15) * 0x85ebca6b
	return n, n >> (32 - placeBits)
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
	p := e.portray(f, l, x)
	for i, next := 0, p; i < len(set.pictures) && next != nil; i++ {
		number = set.numbers[i].Swap(number)
		next = set.pictures[i].Swap(next)
	}
	return p
}

// portray draws a letter's picture: nil lines where it is too wide for one.
func (e *easel) portray(f *face, l look, x ink) *picture {
	p := &picture{look: l}
	size := int(l.size)
	box, _, err := f.GlyphBounds(&f.buffer, l.glyph, fixed.I(size), font.HintingNone)
	if err != nil || box.Min.X < -fixed.I(size-1) || box.Max.X > fixed.I(2*size-1) {
		p.right = Width
		return p
	}
	e.begin(0, 0, 3*size, size+size/3)
	e.outline(f, size, l.glyph, point{size*unit + int(l.shift), size * unit})
	e.close()
	e.spans = e.spans[:0]
	left, right := Width, 0
	for y := range e.height {
		e.runs(y, func(from, to int, part int32) {
			left, right = min(left, from), max(right, to)
			e.spans = append(e.spans, span{y, from, to, x.steps(part)})
		})
	}
	if right-left > math.MaxUint8 {
		p.right = Width
		return p
	}
	if len(e.spans) == 0 {
		return p
	}
	p.left, p.right, p.top = left-size, right-size, e.spans[0].y
	p.wide = (right - left + 2*step) / (2 * step) * step
	line := aside + p.wide
	n := line * (e.spans[len(e.spans)-1].y + 1 - p.top)
	e.lines = append(e.lines[:0], make([]byte, n)...)
	for _, s := range e.spans {
		b := e.lines[(s.y-p.top)*line:][:line]
		if b[2] == 0 {
			b[1] = byte(s.from - left)
		}
		b[2] = byte(s.to - left)
		if s.step > 0 {
			lay(b[aside:], s.from-left, s.to-left, x[s.step-1])
		}
	}
	last := 0 // of the lines that are told apart
	for i := 0; i < n; i += line {
		if !bytes.Equal(e.lines[i+1:i+line], e.lines[last+1:last+line]) {
			last += line
			copy(e.lines[last:], e.lines[i:i+line])
			e.lines[last] = 0
		}
		e.lines[last]++
	}
	p.lines = bytes.Clone(e.lines[:last+line])
	p.weigh()
	return p
}

// weigh finds out what a picture weighs.
func (p *picture) weigh() {
	var highs, lows weight // of the left pixels of bytes, and of the right ones
	y := 0
	for lines := p.lines; len(lines) > 0; lines = lines[aside+p.wide:] {
		var high, low weight // of one line
		for k, b := range lines[aside : aside+p.wide] {
			if b != 0 {
				high.values, high.places = high.values+uint64(b>>4), high.places+uint64(b>>4)*uint64(k)
				low.values, low.places = low.values+uint64(b&15), low.places+uint64(b&15)*uint64(k)
			}
		}
		for range lines[0] {
			down := uint64(y * stride)
			highs.values, highs.places = highs.values+high.values, highs.places+high.places+high.values*down
			lows.values, lows.places = lows.values+low.values, lows.places+low.places+low.values*down
			y++
		}
	}
	p.weights[0] = weight{highs.values<<4 + lows.values, highs.places<<4 + lows.places}
	p.weights[1] = weight{highs.values + lows.values<<4, highs.places + (lows.places+lows.values)<<4}
}

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

// aside is how many bytes stand before a line.
const aside = 3

// span is some pixels of a row, and in which step of an ink they are.
type span struct{ y, from, to, step int }

// placed is a picture on a line of text.
type placed struct {
	*picture
	x int // where the letter begins, in pixels
}

// compose draws a line of text of pictures. It draws nothing and returns false where they would not show
// what outlines do: where letters share pixels, or stand on something else than the roof.
func (e *easel) compose(f *face, size, left, baseline int, x ink, text string) bool {
	top, foot := baseline-size, baseline+size/3
	if e.gallery == nil || size > maxSize || top < 0 || foot > eavesTop-16 {
		return false
	}
	covered := [maxSize + maxSize/3]int{} // of each row, up to which pixel
	for y := top; y < foot; y++ {
		if e.drawn[y][0] {
			covered[y-top] = taken
		}
	}
	e.placed = e.placed[:0]
	l := look{font: f.Font, size: uint8(size), ink: x[len(x)-1]}
	wide := f.each(text, func(i sfnt.GlyphIndex, along int) {
		from := left*unit + share(along, size, em)
		l.glyph, l.shift = i, uint8(from%unit)
		e.placed = append(e.placed, placed{e.picture(f, l, x), from / unit})
	})
	from, to := max(left-size/4, 0), min(left+share(wide, size, em*unit)+1+size/4, 2*(edge-1))
	for _, p := range e.placed {
		if p.x+p.left < from || p.x+p.right > to {
			return false
		}
	}
	for _, p := range e.placed {
		if !e.hang(p, top, covered[:]) {
			e.painted = true
			for y := top; y < foot; y++ { // the roof again
				if covered[y-top] != taken {
					clear(e.rows[y*stride:][:edge])
				}
			}
			return false
		}
	}
	for y := top; y < foot; y++ {
		e.drawn[y][0] = e.drawn[y][0] || covered[y-top] > 0
	}
	return true
}

// taken is what a row is covered to on which something else stands.
const taken = Width

// maxSize is how large letters are that have pictures.
const maxSize = 124

// hang lays a picture on the roof, as far as nothing stands there.
func (e *easel) hang(p placed, top int, covered []int) bool {
	left := p.x + p.left
	shift := uint(left % 2 * 4)
	row := (top+p.top)*stride + 1 + left/2
	w := &p.weights[left%2]
	e.hung.values += w.values
	e.hung.sums += w.values*uint64(stride*Height-row) - w.places
	covered = covered[p.top:]
	for lines := p.lines; len(lines) > 0; lines = lines[aside+p.wide:] {
		from, to := left+int(lines[1]), left+int(lines[2])
		for range lines[0] {
			if to > left {
				if from < covered[0] {
					return false
				}
				covered[0] = to
				under, line, carry := e.rows[row:][:p.wide], lines[aside:][:p.wide], uint64(0)
				for k := 0; k+step <= len(under) && k+step <= len(line); k += step {
					part := binary.BigEndian.Uint64(line[k:])
					binary.BigEndian.PutUint64(under[k:], binary.BigEndian.Uint64(under[k:])|part>>shift|carry)
					carry = part << (8*step - shift)
				}
			}
			row, covered = row+stride, covered[1:]
		}
	}
	return true
}
