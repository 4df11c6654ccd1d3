package poster

import "strings"

// colours are those of every poster: sixteen, so that a pixel takes half a byte. All others
// are steps from one of them to another, for smooth edges: more steps are not to be seen.
var colours = [16]uint32{
	roof: 0x3a1048, paper: 0xfffdf8,
	2: 0x6b437b, 3: 0xa07db1, 4: 0xd9c5e2, 5: 0xffffff, // from the roof to white
	6: 0x774b4a, 7: 0xb5864c, 8: 0xf2c14e, // from the roof to gold
	9: 0x471a56, 10: 0x552566, // from the roof to the ornament
	11: 0xb7b2b2, 12: 0x645d66, 13: 0x211a26, // from the paper to ink
	14: 0xbdaebd, 15: 0x7c5f83, // from the paper to the roof
}

// palette are the colours as a PNG has them.
func palette() []byte {
	var b []byte
	for _, c := range colours {
		b = append(b, byte(c>>16), byte(c>>8), byte(c))
	}
	return b
}

// The grounds that are drawn on.
const (
	roof  = 0
	paper = 1
)

// ink is what is drawn in: the colours of its steps from the ground on. No two end in the
// same colour.
type ink string

// The inks.
const (
	white   ink = "\x02\x03\x04\x05" // on the roof: titles
	pale    ink = "\x02\x03\x04"     // on the roof: what stands beside them
	land    ink = "\x02\x03"         // on the roof: areas of a map
	gold    ink = "\x06\x07\x08"     // on the roof: numbers, what is pointed at
	weave   ink = "\x09\x0a"         // on the roof: the ornament
	letters ink = "\x0b\x0c\x0d"     // on paper: the site's name
	quiet   ink = "\x0b\x0c"         // on paper: who publishes it
	eaves   ink = "\x0e\x0f\x00"     // on paper: the edge of the roof
)

// step is which of an ink's steps a colour is, counted from 1; 0 for none.
func (x ink) step(colour uint8) int { return strings.IndexByte(string(x), colour) + 1 }

// steps is how many of an ink's steps it takes where a part of a pixel is covered.
func (x ink) steps(part int32) int { return (int(part)*len(x) + whole/2) / whole }

// canvas is a picture that is drawn on, laid out as a PNG packs it: row by row, each behind
// the filter that it was sent through, which is none, 0; two pixels to a byte, the left one in
// its higher half.
type canvas struct {
	raster
	rows []byte
	// drawn says of each part of each row whether something was drawn there, on what it
	// showed when it was laid.
	drawn [Height][parts]bool
}

// stride is how many bytes a row has.
const stride = 1 + Width/2

// Rows have parts that are packed each for itself: texts reach from the left to the edge, which
// lies where an empty part is one byte and the longest runs.
const (
	parts = 2
	edge  = 1 + 2*longest
)

// bounds are where the parts of rows begin and end.
var bounds = [parts + 1]int{0, edge, stride}

func newCanvas() canvas { return canvas{rows: make([]byte, stride*Height+padding)} }

// fill lays a ground over some rows.
func (c *canvas) fill(ground uint8, top, bottom int) {
	row := c.rows[top*stride:][:stride]
	for i := range row[1:] {
		row[1+i] = ground<<4 | ground
	}
	for y := top + 1; y < bottom; y++ {
		copy(c.rows[y*stride:], row)
	}
}

// mark notes that pixels of a row are drawn on, from one up to another.
func (c *canvas) mark(y, from, to int) {
	c.drawn[y][0] = c.drawn[y][0] || 1+from/2 < edge
	c.drawn[y][1] = c.drawn[y][1] || 1+(to-1)/2 >= edge
}

// paint draws in an ink what the raster has gathered. Where there is more of it already,
// that stays.
func (c *canvas) paint(x ink) {
	c.each(func(colour uint8, part int32) uint8 {
		if step := x.steps(part); step > x.step(colour) {
			return x[step-1]
		}
		return colour
	})
}

// cut takes what the raster has gathered from a map, down to the roof.
func (c *canvas) cut() {
	c.each(func(colour uint8, part int32) uint8 {
		x := land
		if gold.step(colour) > 0 {
			x = gold
		}
		if step := (x.step(colour)*int(whole-part) + whole/2) / whole; step > 0 {
			return x[step-1]
		}
		return roof
	})
}

// each goes through the pixels that the raster covers, and gives each the colour that becomes
// of its own where so much is covered.
func (c *canvas) each(become func(colour uint8, part int32) uint8) {
	for y := range c.height {
		row := c.rows[(c.top+y)*stride+1:][:stride-1]
		c.runs(y, func(from, to int, part int32) {
			from, to = c.left+from, c.left+to
			c.mark(c.top+y, from, to)
			was := row[from/2] >> (4 - from%2*4) % 16
			is := become(was, part)
			for x := from; x < to; x++ {
				b, half := &row[x/2], 4-x%2*4
				if colour := *b >> half % 16; colour != was {
					was, is = colour, become(colour, part)
				}
				*b ^= (was ^ is) << half
			}
		})
	}
}

// box gathers a rectangle of pixels.
func (c *canvas) box(left, top, right, bottom int) {
	c.move(at(left, top))
	c.line(at(left, bottom))
	c.line(at(right, bottom))
	c.line(at(right, top))
	c.close()
}
