package geojson

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

func written(p orb.Point) string { return "[" + plain(p[0]) + ", " + plain(p[1]) + "]" }

// shrinking is how much smaller the map must be without a point that is doubted.
const shrinking = 3.0

// farPoints warns of points that lie so far from the others of their ring that the whole
// map is several times smaller without them.
func (r *reader) farPoints(islands []island) bool {
	all := around(islands)
	if diagonal(all) < shrinking*diagonal(middle(islands)) {
		return false
	}
	var rest []island
	for i := range islands {
		islands[i].findFarPoints()
		rest = append(rest, island{bound: islands[i].without(islands[i].farPoints)})
	}
	core := around(rest)
	if diagonal(core) == 0 || diagonal(all) < shrinking*diagonal(core) {
		return false
	}
	for i := range islands {
		is := &islands[i]
		near := func(n int) bool { return grown(core, diagonal(core)).Contains(is.points[n]) }
		is.farPoints = slices.DeleteFunc(is.farPoints, near)
		is.bound = is.without(is.farPoints)
		for n, at := range is.farPoints {
			if n < mostFarPoints {
				r.reportFarPoint(is, at, core)
			}
		}
	}
	return true
}

// mostFarPoints is how many of a ring are reported.
const mostFarPoints = 5

func (r *reader) reportFarPoint(is *island, n int, core orb.Bound) {
	p := is.points[n]
	q := r.say(r.positionAt(is.at, n), "point-far", written(p), r.nameOf(*is))
	r.hintPoint(q, p, core)
}

// hintPoint says what to do about a point that lies far from all others.
func (r *reader) hintPoint(q *diag.Problem, p orb.Point, core orb.Bound) {
	switch meant := meantBy(p, grown(core, diagonal(core)/2)); {
	case p == orb.Point{}:
		r.hint(q, "point-empty", written(p))
	case meant != "":
		r.hint(q, "did-you-mean", meant)
	default:
		r.hint(q, "point-check")
	}
}

// withoutEmpty leaves out the islands of which every point is [0, 0], and tells of them
// where there are others.
func (r *reader) withoutEmpty(islands []island) (others []island, found bool) {
	empty := func(is island) bool { return is.bound == orb.Bound{} }
	others = slices.DeleteFunc(slices.Clone(islands), empty)
	if len(others) == 0 || len(others) == len(islands) {
		return islands, false
	}
	if core := around(others); grown(core, diagonal(core)).Contains(orb.Point{}) {
		return islands, false
	}
	for _, is := range islands {
		if empty(is) {
			r.reportFarPoint(&is, 0, around(others))
		}
	}
	return others, true
}

// meantBy is the point within a rectangle that becomes another by a usual slip: a lost
// sign, two numbers that changed places, a decimal point a digit off.
func meantBy(p orb.Point, within orb.Bound) string {
	x, y := p[0], p[1]
	slips := []orb.Point{
		{x, -y}, {-x, y}, {-x, -y},
		{y, x},
		{x * 10, y}, {x / 10, y}, {x, y * 10}, {x, y / 10}, {x, y / 100}, {x * 10, y / 10},
	}
	for _, q := range slips {
		if within.Contains(q) {
			for i := range q {
				q[i] = math.Round(q[i]*1e8) / 1e8
			}
			return written(q)
		}
	}
	return ""
}

// middle is about where the middle half of all points lies, by some of them.
func middle(islands []island) orb.Bound {
	total := 0
	for i := range islands {
		total += len(islands[i].points)
	}
	var xs, ys []float64
	for i, every := 0, total/1000+1; i < len(islands); i++ {
		for n := 0; n < len(islands[i].points); n += every {
			xs, ys = append(xs, islands[i].points[n][0]), append(ys, islands[i].points[n][1])
		}
	}
	slices.Sort(xs)
	slices.Sort(ys)
	low, high := len(xs)/4, len(xs)-1-len(xs)/4
	return orb.Bound{Min: orb.Point{xs[low], ys[low]}, Max: orb.Point{xs[high], ys[high]}}
}

// findFarPoints finds the points of a ring, at most a quarter, that lie three times as far
// from its middle as all the others.
func (is *island) findFarPoints() {
	n := len(is.points) - 1
	xs, ys := make([]float64, n), make([]float64, n)
	for i, p := range is.points[:n] {
		xs[i], ys[i] = p[0], p[1]
	}
	slices.Sort(xs)
	slices.Sort(ys)
	x, y := xs[(n-1)/2], ys[(n-1)/2]
	off := make([]float64, n)
	for i, p := range is.points[:n] {
		off[i] = max(math.Abs(p[0]-x), math.Abs(p[1]-y))
	}
	sorted := slices.Sorted(slices.Values(off))
	for k := (3*n + 3) / 4; k < n; k++ {
		if k > 0 && sorted[k] > shrinking*sorted[k-1] {
			for i, d := range off {
				if d >= sorted[k] {
					is.farPoints = append(is.farPoints, i)
				}
			}
			return
		}
	}
}

// without is the rectangle around the other points.
func (is *island) without(farPoints []int) orb.Bound {
	if len(farPoints) == 0 {
		return is.bound
	}
	var others orb.MultiPoint
	for i, p := range is.points[:len(is.points)-1] {
		if _, stray := slices.BinarySearch(farPoints, i); !stray { // there may be half a million
			others = append(others, p)
		}
	}
	return others.Bound()
}
