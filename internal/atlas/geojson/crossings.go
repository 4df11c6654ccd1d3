package geojson

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/atlas/vector"
)

// Borders that cross themselves in a bend of some metres are in most official files and
// seen by nobody. A bow tie is seen: both of its loops are a good part of the area.
const (
	coarseness = 400       // how many steps of a coarse border the map is long
	mostCoarse = 2000      // steps of one border; longer ones are scribble
	leastLoop  = 0.05      // of both loops together
	mostPairs  = 5_000_000 // of steps that are compared, in a whole map: a tenth of a second
)

// crossings warns of areas whose border crosses itself.
func (r *reader) crossings(islands []island) {
	step, pairs, reported := diagonal(around(islands))/coarseness, 0, map[int]bool{}
	for _, is := range islands {
		if reported[is.feature] {
			continue
		}
		if at := is.crossing(step, &pairs); at >= 0 {
			reported[is.feature] = true
			p := r.say(r.positionAt(is.at, at), "area-crossed", r.nameOf(is), written(is.points[at]))
			r.hint(p, "area-mend")
		}
	}
}

// crossing returns a point at whose piece the border crosses itself, -1 when it does
// not. The border is looked at in coarse steps first, then as it is.
func (is *island) crossing(step float64, pairs *int) int {
	coarse := is.coarse(step)
	if len(coarse) < 4 || len(coarse) > mostCoarse {
		return -1
	}
	order := make([]int, len(coarse)-1)
	for i := range order {
		order[i] = i
	}
	ends := func(i int) (orb.Point, orb.Point) { return is.points[coarse[i]], is.points[coarse[i+1]] }
	left := func(i int) float64 { a, b := ends(i); return min(a[0], b[0]) }
	right := func(i int) float64 { a, b := ends(i); return max(a[0], b[0]) }
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(left(i), left(j)), cmp.Compare(i, j)) })
	for n, i := range order {
		for _, j := range order[n+1:] {
			if left(j) > right(i) {
				break
			}
			if *pairs++; *pairs > mostPairs {
				return -1
			}
			a, b := ends(i)
			c, d := ends(j)
			if crosses(a, b, c, d) && is.parts(coarse, min(i, j), max(i, j)) {
				if at := is.exact(coarse, min(i, j), max(i, j), pairs); at >= 0 {
					return at
				}
			}
		}
	}
	return -1
}

// coarse are the positions of points at least a step apart, the first and last too.
func (is *island) coarse(step float64) []int {
	list := []int{0}
	for i, p := range is.points {
		last := is.points[list[len(list)-1]]
		if i == len(is.points)-1 || max(p[0]-last[0], last[0]-p[0], p[1]-last[1], last[1]-p[1]) > step {
			list = append(list, i)
		}
	}
	return list
}

// crosses says whether two pieces have a point in common that is an end of neither.
func crosses(a, b, c, d orb.Point) bool {
	turn := func(a, b, p orb.Point) int {
		return cmp.Compare(vector.Dot(b[0]-a[0], a[1]-b[1], p[1]-a[1], p[0]-a[0]), 0)
	}
	return turn(a, b, c)*turn(a, b, d) < 0 && turn(c, d, a)*turn(c, d, b) < 0
}

// parts says whether the two loops that a crossing makes of a border are both large.
func (is *island) parts(coarse []int, i, j int) bool {
	x := meeting(is.points[coarse[i]], is.points[coarse[i+1]], is.points[coarse[j]], is.points[coarse[j+1]])
	within, rest := orb.Ring{x}, orb.Ring{x}
	for n, at := range coarse {
		if n > i && n <= j {
			within = append(within, is.points[at])
		}
	}
	for n := j + 1; n <= j+len(coarse)-(j-i)-1; n++ { // around the end, which is the beginning
		rest = append(rest, is.points[coarse[n%(len(coarse)-1)]])
	}
	a, b := twice(within), twice(rest)
	return min(a, b) > leastLoop*(a+b)
}

// meeting is where two pieces that cross meet.
func meeting(a, b, c, d orb.Point) orb.Point {
	dx, dy := d[0]-c[0], d[1]-c[1]
	part := vector.Dot(c[0]-a[0], a[1]-c[1], dy, dx) / vector.Dot(b[0]-a[0], a[1]-b[1], dy, dx)
	return orb.Point{vector.Partway(a[0], b[0], part), vector.Partway(a[1], b[1], part)}
}

// twice is the area within a closed line, times two.
func twice(points orb.Ring) float64 {
	sum, o := 0.0, points[0]
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += vector.Dot(p[0]-o[0], o[1]-p[1], q[1]-o[1], q[0]-o[0])
	}
	return max(sum, -sum)
}

// exact returns the point before the one in which the borders along two coarse steps
// cross, -1 when they do not.
func (is *island) exact(coarse []int, i, j int, pairs *int) int {
	for m := coarse[i]; m < coarse[i+1]; m++ {
		for n := coarse[j]; n < coarse[j+1] && *pairs <= mostPairs; n++ {
			*pairs++
			if crosses(is.points[m], is.points[m+1], is.points[n], is.points[n+1]) {
				return m
			}
		}
	}
	return -1
}
