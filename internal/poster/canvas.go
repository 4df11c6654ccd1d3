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

// ink is what is drawn in: the colours of its steps from the ground on.
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

// canvas is a picture that is drawn on.
type canvas struct {
	raster
	pixels []uint8 // colours by number, row by row
}

// fill lays a ground over some rows.
func (c *canvas) fill(ground uint8, top, bottom int) {
	row := c.pixels[top*Width : bottom*Width]
	row[0] = ground
	for n := 1; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// paint draws in an ink what the raster has gathered. Where there is more of it already,
// that stays.
func (c *canvas) paint(x ink) {
	var there [len(colours)]int
	for colour := range there {
		there[colour] = x.step(uint8(colour))
	}
	c.each(func(row []uint8, part int32) {
		step := (int(part)*len(x) + whole/2) / whole
		for i, colour := range row {
			if step > there[colour%uint8(len(there))] {
				row[i] = x[step-1]
			}
		}
	})
}

// cut takes what the raster has gathered from a map, down to the roof.
func (c *canvas) cut() {
	c.each(func(row []uint8, part int32) {
		for i, colour := range row {
			x := land
			if gold.step(colour) > 0 {
				x = gold
			}
			if step := (x.step(colour)*int(whole-part) + whole/2) / whole; step > 0 {
				row[i] = x[step-1]
			} else {
				row[i] = roof
			}
		}
	})
}

// each goes through the pixels that the raster covers, those beside each other of which it
// covers as much together.
func (c *canvas) each(show func(row []uint8, part int32)) {
	for y := range c.height {
		row := c.pixels[(c.top+y)*Width+c.left:]
		c.runs(y, func(from, to int, part int32) { show(row[from:to], part) })
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
