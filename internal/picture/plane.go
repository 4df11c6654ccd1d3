package picture

// plane is rows of samples, of so many values each: light, a colour, or all of a pixel.
type plane struct {
	width, height, values int
	stride                int // values from one row to the next
	samples               []uint8
}

func newPlane(width, height, values int) plane {
	return plane{width, height, values, width * values, make([]uint8, width*height*values)}
}

func (p plane) row(y int) []uint8 { return p.samples[y*p.stride:][:p.width*p.values] }

// turn is how a picture is turned to stand upright: the orientation of Exif, less one.
type turn int

// sideways says that width and height change places.
func (t turn) sideways() bool { return t >= 4 }

// turned returns the plane as it is to be seen.
func (p plane) turned(t turn) plane {
	if t == 0 {
		return p
	}
	q := newPlane(p.width, p.height, p.values)
	if t.sideways() {
		q = newPlane(p.height, p.width, p.values)
	}
	// Where the pixel stands whose place is the first of the upright picture, and the way to the next one on its
	// row and in its column.
	right, down := p.values, p.stride
	lastColumn, lastRow := (p.width-1)*right, (p.height-1)*down
	var first, along, below int
	switch t {
	case 1:
		first, along, below = lastColumn, -right, down
	case 2:
		first, along, below = lastColumn+lastRow, -right, -down
	case 3:
		first, along, below = lastRow, right, -down
	case 4:
		first, along, below = 0, down, right
	case 5:
		first, along, below = lastRow, -down, right
	case 6:
		first, along, below = lastColumn+lastRow, -down, -right
	case 7:
		first, along, below = lastColumn, down, -right
	}
	for y := range q.height {
		row, at := q.row(y), first+y*below
		for x := 0; x < len(row); x += q.values {
			copy(row[x:x+q.values], p.samples[at:])
			at += along
		}
	}
	return q
}
