package poster

import "strings"

// outline is an SVG path of lines: closed lines of points, ten steps to a unit of the map.
type outline [][]point

// tenth is how fine the numbers of a path are.
const tenth = 10

// parsePath reads an SVG path of the commands M, L, l and z. What it does not understand ends
// the path: a picture with a piece of a map is better than none.
func parsePath(d string) outline {
	var o outline
	var pen point
	command := byte('M')
	for d != "" {
		switch c := d[0]; c {
		case ' ', ',':
			d = d[1:]
			continue
		case 'M', 'm', 'L', 'l':
			command, d = c, d[1:]
		case 'Z', 'z':
			if n := len(o); n > 0 {
				pen = o[n-1][0]
			}
			d = d[1:]
			continue
		}
		x, rest, ok := number(d)
		y, rest, also := number(rest)
		if !ok || !also {
			return o
		}
		d = rest
		if command == 'm' || command == 'l' {
			x, y = x+pen.x, y+pen.y
		}
		pen = point{x, y}
		switch {
		case command == 'M' || command == 'm':
			o = append(o, []point{pen})
			command = 'L' + command - 'M' // as SVG has it
		case len(o) > 0:
			o[len(o)-1] = append(o[len(o)-1], pen)
		}
	}
	return o
}

// number reads a number in tenths, and what follows it.
func number(d string) (tenths int, rest string, ok bool) {
	d = strings.TrimLeft(d, " ,")
	d, negative := strings.CutPrefix(d, "-")
	end, digits := 0, 0
	for ; end < len(d) && d[end] >= '0' && d[end] <= '9' && digits < 9; end, digits = end+1, digits+1 {
		tenths = tenths*10 + int(d[end]-'0')
	}
	tenths *= tenth
	if end < len(d) && d[end] == '.' {
		for end++; end < len(d) && d[end] >= '0' && d[end] <= '9'; end, digits = end+1, digits+1 {
			if d[end-1] == '.' {
				tenths += int(d[end] - '0')
			}
		}
	}
	if negative {
		tenths = -tenths
	}
	return tenths, d[end:], digits > 0
}

// scale places a map into a rectangle of pixels, in the middle, as large as fits.
type scale struct{ left, top, over, under int }

func newScale(m *Map, left, top, right, bottom int) scale {
	wide, high := max(m.Width, 1)*tenth, max(m.Height, 1)*tenth
	s := scale{over: (right - left) * unit, under: wide}
	if high*(right-left) > wide*(bottom-top) {
		s = scale{over: (bottom - top) * unit, under: high}
	}
	s.left = ((left+right)*unit - share(wide, s.over, s.under)) / 2
	s.top = ((top+bottom)*unit - share(high, s.over, s.under)) / 2
	return s
}

func (s scale) at(p point) point {
	return point{s.left + share(p.x, s.over, s.under), s.top + share(p.y, s.over, s.under)}
}

// bounds is the rectangle of pixels around an outline.
func (s scale) bounds(o outline) (left, top, right, bottom int) {
	left, top = Width, Height
	for _, ring := range o {
		for _, p := range ring {
			p = s.at(p)
			left, top = min(left, p.x/unit), min(top, p.y/unit)
			right, bottom = max(right, p.x/unit+1), max(bottom, p.y/unit+1)
		}
	}
	return left, top, right, bottom
}

// area gathers the inside of an outline, by SVG's rule evenodd.
func (c *canvas) area(s scale, o outline) {
	c.evenOdd = true
	for _, ring := range o {
		c.move(s.at(ring[0]))
		for _, p := range ring[1:] {
			c.line(s.at(p))
		}
	}
	c.close()
}

// border gathers a line of some steps' width along an outline: a thin box for each of
// its pieces, and a disc where two meet.
func (c *canvas) border(s scale, o outline, wide int) {
	for _, ring := range o {
		for i, p := range ring {
			a, b := s.at(p), s.at(ring[(i+1)%len(ring)])
			c.disc(a, wide/2)
			if dx, dy := b.x-a.x, b.y-a.y; dx != 0 || dy != 0 {
				long := root(int64(dx)*int64(dx) + int64(dy)*int64(dy))
				x, y := share(-dy, wide/2, long), share(dx, wide/2, long)
				c.move(point{a.x - x, a.y - y})
				c.line(point{a.x + x, a.y + y})
				c.line(point{b.x + x, b.y + y})
				c.line(point{b.x - x, b.y - y})
				c.close()
			}
		}
	}
}

// disc gathers a disc around a point, its radius in steps, turning as the boxes of a
// border do: so both add up.
func (c *canvas) disc(p point, radius int) {
	r, q := radius, radius*53/128 // of the tangents that meet between eight points
	h := radius * 181 / 256
	c.move(point{p.x, p.y - r})
	for _, x := range [8][4]int{
		{-q, -r, -h, -h}, {-r, -q, -r, 0}, {-r, q, -h, h}, {-q, r, 0, r},
		{q, r, h, h}, {r, q, r, 0}, {r, -q, h, -h}, {q, -r, 0, -r},
	} {
		c.bend(point{p.x + x[0], p.y + x[1]}, point{p.x + x[2], p.y + x[3]})
	}
}

// root is the square root, rounded down.
func root(n int64) int {
	r := n
	for next := (r + 1) / 2; next < r; next = (r + n/r) / 2 {
		r = next
	}
	return int(r)
}
