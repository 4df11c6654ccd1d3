package poster

import "math/bits"

// unit is how many steps a pixel has along each axis.
const unit = 64

// point is a place on the picture in steps, y downwards.
type point struct{ x, y int }

// at is the point at a pixel.
func at(x, y int) point { return point{x * unit, y * unit} }

// raster gathers closed lines and tells how much of each pixel lies inside. Every line
// adds to the pixel it crosses what lies to the right of it there, and to the pixel after
// it the rest: the sum of a row from the left is what is covered, in 2·unit² for a whole
// pixel.
type raster struct {
	left, top, width, height int      // what may be drawn on, in pixels
	cover                    []int32  // all 0 again after the rows were asked for
	touched                  []uint64 // a bit for each of them that is not
	start, pen               point
	// evenOdd says that what lies inside twice is outside.
	evenOdd bool
}

// whole is what a pixel that lies inside adds up to.
const whole = 2 * unit * unit

// begin readies the raster for what lies in a rectangle of pixels. What is to the left of
// it counts, for it covers; what is elsewhere outside is dropped.
func (r *raster) begin(left, top, right, bottom int) {
	r.left, r.top = max(left, 0), max(top, 0)
	r.width, r.height = max(min(right, Width)-r.left, 0), max(min(bottom, Height)-r.top, 0)
	if n := (r.width + 2) * r.height; len(r.cover) < n {
		r.cover = make([]int32, n)
	}
	if n := r.words() * r.height; len(r.touched) < n {
		r.touched = make([]uint64, n)
	}
	r.start, r.pen, r.evenOdd = point{}, point{}, false
}

// words is how many words a row has in touched.
func (r *raster) words() int { return (r.width + 2 + 63) / 64 }

// move ends a closed line and begins another.
func (r *raster) move(p point) {
	r.close()
	r.start, r.pen = p, p
}

// close draws back to where the line began.
func (r *raster) close() { r.line(r.start) }

// bend draws a curve to p that leans to the side of c.
func (r *raster) bend(c, p point) {
	a := r.pen
	lean := abs(a.x-2*c.x+p.x) + abs(a.y-2*c.y+p.y)
	n := 1
	for n*n*16 < lean { // so that no straight piece is a tenth of a pixel off
		n++
	}
	for i := 1; i < n; i++ {
		k, l, m := (n-i)*(n-i), 2*i*(n-i), i*i
		r.line(point{(k*a.x + l*c.x + m*p.x) / (n * n), (k*a.y + l*c.y + m*p.y) / (n * n)})
	}
	r.line(p)
}

// line draws a straight line to p.
func (r *raster) line(p point) {
	a, b, sign := r.pen, p, 1
	r.pen = p
	if a.y > b.y {
		a, b, sign = b, a, -1
	}
	y, foot := max(a.y, r.top*unit), min(b.y, (r.top+r.height)*unit)
	for x := along(a, b, y); y < foot; {
		row := y / unit
		end := min(b.y, (row+1)*unit)
		to := along(a, b, end)
		r.strip(row-r.top, x, to, (end-y)*sign)
		x, y = to, end
	}
}

// along is the x of a line at y.
func along(a, b point, y int) int {
	if a.x == b.x || a.y == b.y {
		return a.x
	}
	return a.x + share(b.x-a.x, y-a.y, b.y-a.y)
}

// share is n·part/all, where the product may be more than an int holds.
func share(n, part, all int) int { return int(int64(n) * int64(part) / int64(all)) }

// strip adds a piece of a line that lies in one row and falls by some steps.
func (r *raster) strip(row, x0, x1, fall int) {
	x0, x1 = min(x0, x1)-r.left*unit, max(x0, x1)-r.left*unit
	cells, touched := r.cover[row*(r.width+2):][:r.width+2], r.touched[row*r.words():]
	x0, x1 = min(max(x0, 0), r.width*unit), min(max(x1, 0), r.width*unit)
	done := 0
	for x := x0; ; {
		column := x / unit
		end := min(x1, (column+1)*unit)
		part := fall - done
		if end < x1 {
			part = fall*(end-x0)/(x1-x0) - done
		}
		right := part * (x + end - 2*column*unit)
		cells[column] += int32(2*unit*part - right)
		cells[column+1] += int32(right)
		touched[column/64] |= 1 << (column % 64)
		touched[(column+1)/64] |= 1 << ((column + 1) % 64)
		if done += part; end >= x1 {
			return
		}
		x = end
	}
}

// runs goes through the pixels of a row that are covered: from one up to another, how much of
// each, from 1 to whole. It may be asked once, when all lines are closed, and must be before
// the raster is used again.
func (r *raster) runs(y int, show func(from, to int, part int32)) {
	cells := r.cover[y*(r.width+2):][:r.width+2]
	sum, part, from := int32(0), int32(0), 0
	end := func(to int) {
		if part > 0 && from < to {
			show(from, to, part)
		}
		from = to
	}
	touched := r.touched[y*r.words():][:r.words()]
	for i, word := range touched {
		for ; word != 0; word &= word - 1 {
			x := i*64 + bits.TrailingZeros64(word)
			end(min(x, r.width))
			sum += cells[x]
			part, cells[x] = r.covered(sum), 0
		}
		touched[i] = 0
	}
	end(r.width)
}

// covered is how much of a pixel its sum covers.
func (r *raster) covered(sum int32) int32 {
	n := max(sum, -sum)
	if r.evenOdd && n > whole {
		if n %= 2 * whole; n > whole {
			n = 2*whole - n
		}
	}
	return min(n, whole)
}

func abs(n int) int { return max(n, -n) }
