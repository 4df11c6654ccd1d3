package atlas

import (
	"cmp"
	"math"
	"slices"

	"blandongan/internal/atlas/vector"
)

// middle returns the point inside a shape that is farthest from its border, and how
// far, in units: a coarse grid first, then finer ones around the best point. Of
// points that are almost as far, the one nearest to the middle looks best.
func (s *Shape) middle() (x, y, room float64) {
	left, top, right, bottom := s.Box()
	centerX, centerY := (left+right)/2, (top+bottom)/2
	x, y = centerX, centerY
	best := math.Inf(-1)
	w, h := right-left, bottom-top
	const grid = 16
	for range 5 {
		middleX, middleY := x, y
		for i := range grid + 1 {
			for j := range grid + 1 {
				px, py := middleX+float64(w*(float64(i)/grid-.5)), middleY+float64(h*(float64(j)/grid-.5))
				r := s.room(px, py)
				if worth := r - float64(middling*vector.Length(px-centerX, py-centerY)); r > 0 && worth > best {
					x, y, best = px, py, worth
				}
			}
		}
		w, h = w/5, h/5
	}
	x, y = rounded(x), rounded(y)
	return x, y, max(0, rounded(s.room(x, y)))
}

// middling is how much room a step away from the middle must bring.
const middling = .15

// Box is the rectangle around a shape, in units.
func (s *Shape) Box() (left, top, right, bottom float64) {
	left, top, right, bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, ring := range s.rings {
		for _, p := range ring {
			x, y := float64(p.x)/fine, float64(p.y)/fine
			left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
		}
	}
	return left, top, right, bottom
}

// room is the distance from a point to the border, negative outside.
func (s *Shape) room(x, y float64) float64 {
	least := math.Inf(1)
	for _, ring := range s.rings {
		for i, p := range ring {
			q := ring[(i+1)%len(ring)]
			ax, ay, bx, by := float64(p.x)/fine, float64(p.y)/fine, float64(q.x)/fine, float64(q.y)/fine
			dx, dy := bx-ax, by-ay
			t := 0.0
			if l := vector.Dot(dx, dy, dx, dy); l > 0 {
				t = min(1, max(0, vector.Dot(x-ax, y-ay, dx, dy)/l))
			}
			ex, ey := x-vector.Partway(ax, bx, t), y-vector.Partway(ay, by, t)
			least = min(least, vector.Dot(ex, ey, ex, ey))
		}
	}
	if !s.contains(x, y) {
		return -math.Sqrt(least)
	}
	return math.Sqrt(least)
}

// contains says whether a point lies in a shape.
func (s *Shape) contains(x, y float64) bool {
	inside := false
	for _, ring := range s.rings {
		for i, p := range ring {
			q := ring[(i+1)%len(ring)]
			ax, ay, bx, by := float64(p.x)/fine, float64(p.y)/fine, float64(q.x)/fine, float64(q.y)/fine
			if (ay > y) != (by > y) && x < (bx-ax)*(y-ay)/(by-ay)+ax {
				inside = !inside
			}
		}
	}
	return inside
}

// spot is a point inside a shape, and how far the border is from there.
type spot struct{ x, y, room float64 }

// step is how far apart spots are, in units.
const step = 4

// findSpots returns the spots of a shape where a label may be tried, those
// near its middle first.
func (s *Shape) findSpots() []spot {
	left, top, right, bottom := s.Box()
	spots := []spot{{s.X, s.Y, s.Room}}
	for x := left; x <= right; x += step {
		for y := top; y <= bottom; y += step {
			if room := s.room(x, y); room > 0 {
				spots = append(spots, spot{rounded(x), rounded(y), room})
			}
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Compare(vector.Length(a.x-s.X, a.y-s.Y), vector.Length(b.x-s.X, b.y-s.Y))
	})
	return spots
}
