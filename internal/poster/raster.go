package poster

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
	left, top, width, height int // what may be drawn on, in pixels
	cover                    []int32
	start, pen               point
	// evenOdd says that what lies inside twice is outside.
	evenOdd bool
}

// whole is what a pixel that lies inside adds up to.
const whole = 2 * unit * unit

// begin clears the raster for what lies in a rectangle of pixels. What is to the left of
// it counts, for it covers; what is elsewhere outside is dropped.
func (r *raster) begin(left, top, right, bottom int) {
	r.left, r.top = max(left, 0), max(top, 0)
	r.width, r.height = max(min(right, Width)-r.left, 0), max(min(bottom, Height)-r.top, 0)
	n := (r.width + 2) * r.height
	if cap(r.cover) < n {
		r.cover = make([]int32, n)
	}
	r.cover = r.cover[:n]
	clear(r.cover)
	r.start, r.pen, r.evenOdd = point{}, point{}, false
}

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
	for y := max(a.y, r.top*unit); y < min(b.y, (r.top+r.height)*unit); {
		row := y / unit
		end := min(b.y, (row+1)*unit)
		r.strip(row-r.top, along(a, b, y), along(a, b, end), (end-y)*sign)
		y = end
	}
}

// along is the x of a line at y.
func along(a, b point, y int) int { return a.x + share(b.x-a.x, y-a.y, b.y-a.y) }

// share is n·part/all, where the product may be more than an int holds.
func share(n, part, all int) int { return int(int64(n) * int64(part) / int64(all)) }

// strip adds a piece of a line that lies in one row and falls by some steps.
func (r *raster) strip(row, x0, x1, fall int) {
	x0, x1 = min(x0, x1)-r.left*unit, max(x0, x1)-r.left*unit
	cells := r.cover[row*(r.width+2):][:r.width+2]
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
		if done += part; end >= x1 {
			return
		}
		x = end
	}
}

// row tells how much of each pixel of a row is covered, from 0 to whole. It may be asked
// once, when all lines are closed.
func (r *raster) row(y int) []int32 {
	cells := r.cover[y*(r.width+2):][:r.width]
	sum := int32(0)
	for x, c := range cells {
		sum += c
		n := max(sum, -sum)
		if r.evenOdd && n > whole {
			if n %= 2 * whole; n > whole {
				n = 2*whole - n
			}
		}
		cells[x] = min(n, whole)
	}
	return cells
}

func abs(n int) int { return max(n, -n) }
