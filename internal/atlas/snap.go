package atlas

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/atlas/vector"
)

// Snapping, in tenths of a unit: points closer than near are one, and one closer
// than beside to a border lies on it. Neighbours that were digitised apart by
// some metres meet again.
const (
	near   = 2.0
	beside = 1.5
)

// grid is the plane in cells so small that two points in one cell are near.
type grid struct {
	cells         []int32 // position in points, plus 1
	columns, rows int
	points        []orb.Point
	walked        float64 // the length of all rings so far
}

const cell float64 = near / math.Sqrt2

func newGrid(height int) *grid {
	c := &grid{columns: int(math.Ceil(width*fine/cell)) + 5, rows: int(float64(height*fine)/cell) + 5}
	c.cells = make([]int32, c.columns*c.rows)
	return c
}

func (c *grid) column(x float64) int { return min(max(int(x/cell)+2, 2), c.columns-3) }
func (c *grid) row(y float64) int    { return min(max(int(y/cell)+2, 2), c.rows-3) }

// nearest returns the position of the point that is nearest to p, -1 when none is
// near.
func (c *grid) nearest(p orb.Point) int {
	best, least := -1, near*near
	column, row := c.column(p[0]), c.row(p[1])
	for y := row - 2; y <= row+2; y++ {
		for _, n := range c.cells[y*c.columns+column-2 : y*c.columns+column+3] {
			if n == 0 {
				continue
			}
			q := c.points[n-1]
			if d := vector.Dot(q[0]-p[0], q[1]-p[1], q[0]-p[0], q[1]-p[1]); d <= least {
				best, least = int(n-1), d
			}
		}
	}
	return best
}

// add adds p unless a point is near.
func (c *grid) add(p orb.Point) {
	if c.nearest(p) < 0 {
		c.points = append(c.points, p)
		c.cells[c.row(p[1])*c.columns+c.column(p[0])] = int32(len(c.points))
	}
}

func (c *grid) addAll(shape orb.MultiPolygon) {
	for _, polygon := range shape {
		for _, ring := range polygon {
			for _, p := range ring {
				c.add(p)
			}
		}
	}
}

// at returns a point in the drawing.
func (c *grid) at(i int) point {
	return point{int32(math.Round(c.points[i][0])), int32(math.Round(c.points[i][1]))}
}

// longest is how long all borders may be together, in tenths of a unit: three hundred
// times around the drawing. A coast with every bay comes to a tenth of that; what is
// longer is scribble, and following it would take minutes. What is finer than a fifth
// of a unit does not count: near points are one.
const longest = 5_000_000

// snap returns features of which points that are near are one, nil when their borders
// are too long.
func snap(shapes []orb.MultiPolygon, height int) []outline {
	c := newGrid(height)
	for _, shape := range shapes {
		c.addAll(shape)
	}
	outlines := make([]outline, len(shapes))
	for i, shape := range shapes {
		for _, polygon := range shape {
			for n, ring := range polygon {
				at := c.walk(ring)
				if c.walked > longest {
					return nil
				}
				for _, points := range c.loops(at) {
					outlines[i].rings = append(outlines[i].rings, loop{points, n > 0})
				}
			}
		}
	}
	return outlines
}

// walk returns a ring as positions of snapped points.
func (c *grid) walk(ring orb.Ring) []int {
	var at []int
	for _, p := range ring {
		n := c.nearest(p)
		if n < 0 || len(at) > 0 && at[len(at)-1] == n {
			continue
		}
		if len(at) > 0 {
			a, b := c.points[at[len(at)-1]], c.points[n]
			c.walked += vector.Length(a[0]-b[0], a[1]-b[1])
		}
		at = append(at, n)
	}
	return at
}

// loops returns a ring of snapped points, with the points of others that lie on
// it; it may come apart.
func (c *grid) loops(at []int) [][]point {
	var points []point
	for i, n := range at {
		points = append(points, c.at(n))
		if i+1 < len(at) {
			for _, between := range c.between(n, at[i+1]) {
				points = append(points, c.at(between))
			}
		}
	}
	return simple(points)
}

// between returns the points that lie on the line from one to another, in its
// order.
func (c *grid) between(from, to int) []int {
	a, b := c.points[from], c.points[to]
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := vector.Length(dx, dy)
	type met struct {
		n     int
		along float64
	}
	var found []met
	for walked := 0.0; walked <= length; walked += cell {
		column := c.column(vector.Partway(a[0], b[0], walked/length))
		row := c.row(vector.Partway(a[1], b[1], walked/length))
		for y := row - 1; y <= row+1; y++ {
			for _, n := range c.cells[y*c.columns+column-1 : y*c.columns+column+2] {
				if n == 0 || int(n-1) == from || int(n-1) == to {
					continue
				}
				p := c.points[n-1]
				along := vector.Dot(p[0]-a[0], p[1]-a[1], dx, dy) / length
				aside := math.Abs(vector.Dot(p[0]-a[0], p[1]-a[1], dy, -dx)) / length
				known := func(m met) bool { return m.n == int(n-1) }
				if aside < beside && along > 0 && along < length && !slices.ContainsFunc(found, known) {
					found = append(found, met{int(n - 1), along})
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b met) int { return cmp.Or(cmp.Compare(a.along, b.along), cmp.Compare(a.n, b.n)) })
	list := make([]int, len(found))
	for i, m := range found {
		list[i] = m.n
	}
	return list
}

// simple takes a closed walk apart where it comes back to a point: into closed
// lines that do not touch themselves. What goes out and comes back the same way
// is none.
func simple(points []point) [][]point {
	var loops [][]point
	var walk []point
	at := map[point]int{} // where in the walk
	for _, p := range append(points, points[:min(1, len(points))]...) {
		if i, again := at[p]; again {
			if len(walk)-i >= 3 {
				loops = append(loops, slices.Clone(walk[i:]))
			}
			for _, q := range walk[i+1:] {
				delete(at, q)
			}
			walk = walk[:i+1]
			continue
		}
		at[p] = len(walk)
		walk = append(walk, p)
	}
	return loops
}
