package atlas

import (
	"cmp"
	"slices"
)

// topology is areas as rings of arcs. An arc is a piece of border between two points
// where borders meet; both neighbours have the same one.
type topology struct {
	height int
	arcs   []arc
	// rings are by area.
	rings [][]ring
	// lines are the arcs simplified, by step and arc, as far as they were asked for.
	lines [][][]point
}

type arc struct {
	points []point
	areas  []int // that it is a border of
}

// ring is a closed line of arcs.
type ring struct {
	arcs []use
	hole bool
}

// use is an arc in a ring, maybe from its end to its beginning.
type use struct {
	arc      int
	reversed bool
}

// newTopology cuts the borders of areas where they meet.
func newTopology(outlines []outline, height int) *topology {
	t := &topology{height: height, rings: make([][]ring, len(outlines))}
	c := cutter{topology: t, ends: map[point]*end{}, known: map[[2]point]int{}}
	for _, o := range outlines {
		for _, l := range o.rings {
			c.meet(l.points)
		}
	}
	for area, o := range outlines {
		for _, l := range o.rings {
			t.rings[area] = append(t.rings[area], ring{c.cut(l.points, area), l.hole})
		}
	}
	for i := range t.arcs {
		t.arcs[i].points = thin(t.arcs[i].points, unseen)
	}
	t.prune()
	return t
}

// end is a point with the first two points that a border goes on to from there;
// with more than two, borders meet in it.
type end struct {
	first, second point
	count         int
}

// cutter cuts borders into arcs.
type cutter struct {
	*topology
	ends  map[point]*end
	known map[[2]point]int // arcs by their first two points in their own direction
}

// meet notes what a loop connects.
func (c *cutter) meet(points []point) {
	for i, p := range points {
		e := c.ends[p]
		if e == nil {
			e = &end{}
			c.ends[p] = e
		}
		e.add(points[(i+len(points)-1)%len(points)])
		e.add(points[(i+1)%len(points)])
	}
}

func (e *end) add(p point) {
	switch {
	case e.count > 0 && e.first == p, e.count > 1 && e.second == p:
	case e.count == 0:
		e.first, e.count = p, 1
	case e.count == 1:
		e.second, e.count = p, 2
	default:
		e.count++
	}
}

func (c *cutter) junction(p point) bool { return c.ends[p].count != 2 }

// cut returns a loop as arcs.
func (c *cutter) cut(points []point, area int) []use {
	start := slices.IndexFunc(points, c.junction)
	if start < 0 { // alone, or all around another: both begin where x is least
		start = 0
		for i, p := range points {
			if comparePoints(p, points[start]) < 0 {
				start = i
			}
		}
	}
	turned := append(slices.Clone(points[start:]), points[:start+1]...)
	var uses []use
	for from, i := 0, 1; i < len(turned); i++ {
		if i == len(turned)-1 || c.junction(turned[i]) {
			uses = append(uses, c.use(turned[from:i+1], area))
			from = i
		}
	}
	return uses
}

func comparePoints(a, b point) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) }

// use returns the arc along some points: one that is known, in this direction or
// the other, or a new one.
func (c *cutter) use(points []point, area int) use {
	n := len(points)
	forth, back := [2]point{points[0], points[1]}, [2]point{points[n-1], points[n-2]}
	i, reversed := c.known[forth], false
	if i == 0 {
		if i = c.known[back]; i != 0 {
			reversed = true
		}
	}
	if i == 0 {
		c.arcs = append(c.arcs, arc{points: slices.Clone(points)})
		i = len(c.arcs)
		c.known[forth] = i
	}
	a := &c.arcs[i-1]
	if !slices.Contains(a.areas, area) {
		a.areas = append(a.areas, area)
	}
	return use{i - 1, reversed}
}

// neighbours returns the areas that an area has a border with.
func (t *topology) neighbours(area int) []int {
	var list []int
	for _, r := range t.rings[area] {
		for _, u := range r.arcs {
			list = append(list, t.arcs[u.arc].areas...)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return slices.DeleteFunc(list, func(other int) bool { return other == area })
}

// shared says whether a ring has a border with another area.
func (t *topology) shared(r ring) bool {
	return slices.ContainsFunc(r.arcs, func(u use) bool { return len(t.arcs[u.arc].areas) > 1 })
}
