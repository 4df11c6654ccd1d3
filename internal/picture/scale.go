package picture

// rows hands out the rows of a picture that is too large to be changed whole: row y, written into the buffer or lying
// ready elsewhere.
type rows struct {
	width, height, values int
	row                   func(y int, buffer []uint8) []uint8
}

func (p plane) rows() rows {
	return rows{p.width, p.height, p.values, func(y int, _ []uint8) []uint8 { return p.row(y) }}
}

// scaled returns the picture at another size, in two steps: averaged over squares to less than twice the size, which
// is quick, then by cubic weights, which keep edges sharp.
func (r rows) scaled(width, height int) plane {
	across, down := max(1, r.width/width), max(1, r.height/height)
	p := r.averaged(across, down)
	return p.cubicAcross(width).cubicDown(height)
}

// averaged makes one sample of so many across and down. What is left over at the right and at the foot is dropped.
func (r rows) averaged(across, down int) plane {
	p := newPlane(r.width/across, r.height/down, r.values)
	buffer := make([]uint8, r.width*r.values)
	sums := make([]uint32, p.width*p.values)
	count := uint32(across * down)
	for y := range p.height {
		if count == 1 {
			copy(p.row(y), r.row(y, buffer))
			continue
		}
		clear(sums)
		for i := range down {
			add(sums, r.row(y*down+i, buffer), across, r.values)
		}
		divide(p.row(y), sums, count)
	}
	return p
}

// add adds a row to sums, so many of its samples to each.
func add(sums []uint32, row []uint8, across, values int) {
	if values == 1 && across == 2 { // a photo of twelve million pixels: most of what there is
		row = row[:2*len(sums)]
		for i := range sums {
			sums[i] += uint32(row[2*i]) + uint32(row[2*i+1])
		}
		return
	}
	for i := 0; i < len(sums); i += values {
		for range across {
			for v := range values {
				sums[i+v] += uint32(row[v])
			}
			row = row[values:]
		}
	}
}

func divide(row []uint8, sums []uint32, by uint32) {
	for i, sum := range sums {
		row[i] = uint8((sum + by/2) / by)
	}
}

// taps are the samples that one sample of the smaller row is made of: the weights of those from first on, which add up
// to one.
type taps struct {
	first   int
	weights []int32
}

// one is the weight of a sample that stands alone.
const one = 1 << 14

// cubic returns the taps for a row of n samples from one of m: the curve of Catmull and Rom, made as wide as a
// sample of the smaller row. All in whole numbers: places are in parts of 1/65536.
func cubic(m, n int) []taps {
	list := make([]taps, n)
	step := max(int64(m)<<16/int64(n), 1<<16) // the width of the curve; never less than a sample
	for i := range list {
		center := (int64(2*i+1)*int64(m)<<15)/int64(n) - 1<<15
		first, last := (center-2*step)>>16+1, (center+2*step)>>16
		t := taps{first: int(max(first, 0))}
		sum := int64(0)
		var raw []int64
		for at := first; at <= last; at++ {
			w := curve((at<<16 - center) << 16 / step)
			sum += w
			inside := min(max(at, 0), int64(m-1)) - int64(t.first) // beyond the edge lies the edge
			for int64(len(raw)) <= inside {
				raw = append(raw, 0)
			}
			raw[inside] += w
		}
		left, largest := int32(one), 0
		for k, w := range raw {
			whole := int32(w * one / sum)
			t.weights = append(t.weights, whole)
			left -= whole
			if whole > t.weights[largest] {
				largest = k
			}
		}
		t.weights[largest] += left // what rounding lost
		list[i] = t
	}
	return list
}

// curve is the weight at a distance, both in parts of 1/65536.
func curve(x int64) int64 {
	const unit = 1 << 16
	x = max(x, -x)
	square := x * x >> 16
	cube := square * x >> 16
	switch {
	case x < unit:
		return (3*cube-5*square)/2 + unit
	case x < 2*unit:
		return (5*square-cube)/2 - 4*x + 2*unit
	}
	return 0
}

// cubicAcross makes rows of another width.
func (p plane) cubicAcross(width int) plane {
	if width == p.width {
		return p
	}
	q := newPlane(width, p.height, p.values)
	list := cubic(p.width, width)
	for y := range q.height {
		from, to := p.row(y), q.row(y)
		if p.values == 1 {
			for x, t := range list {
				sum := int32(one / 2)
				samples := from[t.first:][:len(t.weights)]
				for k, w := range t.weights {
					sum += w * int32(samples[k])
				}
				to[x] = clamp(sum >> 14)
			}
			continue
		}
		for x, t := range list {
			for v := range p.values {
				sum := int32(one / 2)
				samples := from[t.first*p.values+v:]
				for k, w := range t.weights {
					sum += w * int32(samples[k*p.values])
				}
				to[x*p.values+v] = clamp(sum >> 14)
			}
		}
	}
	return q
}

// cubicDown makes columns of another height.
func (p plane) cubicDown(height int) plane {
	if height == p.height {
		return p
	}
	q := newPlane(p.width, height, p.values)
	sums := make([]int32, p.width*p.values)
	for y, t := range cubic(p.height, height) {
		for i := range sums {
			sums[i] = one / 2
		}
		for k, w := range t.weights {
			row := p.row(t.first + k)[:len(sums)]
			for i, s := range row {
				sums[i] += w * int32(s)
			}
		}
		row := q.row(y)
		for i, sum := range sums {
			row[i] = clamp(sum >> 14)
		}
	}
	return q
}

func clamp(x int32) uint8 { return uint8(min(max(x, 0), 255)) }
