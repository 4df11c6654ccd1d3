package atlas

import (
	"math"
	"strconv"

	"blandongan/internal/atlas/vector"
)

// Drawing is areas as paths in a picture of so many units, x to the right and y
// downwards.
type Drawing struct {
	Width, Height int
	// Shapes are by position in Map.Areas.
	Shapes []Shape
}

// Shape is one area of a drawing.
type Shape struct {
	// Path is what an SVG path's d says; it is to be filled by the rule evenodd.
	Path string
	// X and Y are where there is most room inside, Room how far the border is from
	// there.
	X, Y, Room float64
	// Hit is the radius of a circle there that a finger can hit, 0 when the shape
	// itself is large enough.
	Hit float64
	// Neighbours are the positions of the areas with which it has a border.
	Neighbours []int

	rings [][]point
	spots []spot
}

// finger is the radius of the least target: 24 pixels wide on a phone of 320, where the
// drawing is 262 wide if something stands beside it.
const finger = 16.5

func (s *sketch) drawing() Drawing {
	d := Drawing{Width: width, Height: s.height, Shapes: make([]Shape, len(s.rings))}
	for area := range d.Shapes {
		shape := &d.Shapes[area]
		shape.rings = s.drawn(area)
		shape.Path = path(shape.rings, s.whole)
		shape.Neighbours = s.neighbours(area)
		shape.X, shape.Y, shape.Room = shape.middle()
		shape.spots = shape.findSpots()
	}
	d.addHits()
	return d
}

// addHits gives small shapes their circles. Two of them do not reach over each
// other's middle, nor far into it.
func (d *Drawing) addHits() {
	for i := range d.Shapes {
		s := &d.Shapes[i]
		if s.Room >= finger {
			continue
		}
		s.Hit = finger
		for j, other := range d.Shapes {
			if j != i {
				s.Hit = min(s.Hit, vector.Length(s.X-other.X, s.Y-other.Y)/2)
			}
		}
		s.Hit = math.Floor(s.Hit*fine) / fine
	}
}

// path writes closed lines as an SVG path, each from an absolute point on in
// relative steps, in whole units or tenths.
func path(rings [][]point, whole bool) string {
	var b []byte
	for _, ring := range rings {
		var last point
		dotted, moved := false, false
		for i, p := range ring {
			if whole {
				p = point{(p.x + fine/2) / fine * fine, (p.y + fine/2) / fine * fine}
			}
			switch {
			case i == 0:
				b, dotted = append(b, 'M'), true // as if: the letter separates
			case p == last:
				continue
			case !moved:
				b, dotted, moved = append(b, 'l'), true, true
			}
			b, dotted = appendNumber(b, p.x-last.x, dotted)
			b, dotted = appendNumber(b, p.y-last.y, dotted)
			last = p
		}
		b = append(b, 'z')
	}
	return string(b)
}

// appendNumber writes tenths as a number, with a space before it only where it
// would run into the one before. dotted says of that one, and of this one, that
// it has a point.
func appendNumber(b []byte, tenths int32, dotted bool) ([]byte, bool) {
	s := strconv.FormatFloat(float64(tenths)/fine, 'f', -1, 64)
	switch {
	case len(s) > 1 && s[:2] == "0.":
		s = s[1:]
	case len(s) > 2 && s[:3] == "-0.":
		s = "-" + s[2:]
	}
	begun := len(b) > 0 && b[len(b)-1] >= '0' && b[len(b)-1] <= '9'
	if begun && s[0] != '-' && !(s[0] == '.' && dotted) {
		b = append(b, ' ')
	}
	return append(b, s...), tenths%fine != 0
}
