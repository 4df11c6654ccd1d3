package geojson

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/atlas/vector"
	"blandongan/internal/diag"
)

// What surely is a slip is far out of all that a city does. Indonesia's own archipelagos
// set the measure: of Pangkajene dan Kepulauan some islands lie 280 km from the coast,
// which is five times the extent of the rest; of Ternate, 120 km and eight times.
const (
	// An area is doubted beyond farTimes the extent of the others and farDegrees; where
	// it lies right as soon as a sign is turned, beyond signTimes and signDegrees.
	farTimes, farDegrees   = 10.0, 2.0
	signTimes, signDegrees = 3.0, 1.5
	// hugeTimes and hugeDegrees are the same for the extent of an area.
	hugeTimes, hugeDegrees = 10.0, 3.0
	// wideDegrees is wider than any city with its islands.
	wideDegrees = 10.0

	kilometres = 111 // of a degree
)

// far warns of islands that lie far from all the others.
func (r *reader) far(islands []island) bool {
	list := outer(islands)
	if len(list) == 0 { // holes may be all that is left
		return false
	}
	core, reported := list[0].bound, map[int]bool{}
	for n, is := range list {
		extent, gap := diagonal(core), apart(core, is.bound)
		sign := meantBy(is.bound.Center(), grown(core, extent/2)) != ""
		doubted := gap > max(farTimes*extent, farDegrees) || sign && gap > max(signTimes*extent, signDegrees)
		if doubted && 2*n >= len(list) {
			if !reported[is.feature] {
				r.reportFar(is, core, gap)
			}
			reported[is.feature] = true
			continue
		}
		core = core.Union(is.bound)
	}
	return len(reported) > 0
}

func (r *reader) reportFar(is island, core orb.Bound, gap float64) {
	p := r.say(r.positionAt(is.at, 0), "area-far", r.nameOf(is), diag.Count(gap*kilometres))
	if meant := meantBy(is.points[0], grown(core, diagonal(core))); meant != "" {
		r.hint(p, "did-you-mean", meant)
	} else {
		r.hint(p, "area-check")
	}
}

// outer are the islands that are no holes, by their distance from the middle one.
func outer(islands []island) []island {
	var list []island
	for _, is := range islands {
		if !is.hole {
			list = append(list, is)
		}
	}
	if len(list) == 0 {
		return nil
	}
	median := func(axis int) float64 {
		var at []float64
		for _, is := range list {
			at = append(at, is.bound.Center()[axis])
		}
		slices.Sort(at)
		return at[(len(at)-1)/2]
	}
	x, y := median(0), median(1)
	off := func(is island) float64 {
		c := is.bound.Center()
		return max(math.Abs(c[0]-x), math.Abs(c[1]-y))
	}
	slices.SortStableFunc(list, func(a, b island) int { return cmp.Compare(off(a), off(b)) })
	return list
}

// apart is how far two rectangles are from each other.
func apart(a, b orb.Bound) float64 {
	dx := max(0, a.Min[0]-b.Max[0], b.Min[0]-a.Max[0])
	dy := max(0, a.Min[1]-b.Max[1], b.Min[1]-a.Max[1])
	return vector.Length(dx, dy)
}

// huge warns of an area that is many times larger than all others together.
func (r *reader) huge() bool {
	var bounds []orb.Bound
	for i := range r.survey.Features {
		bounds = append(bounds, BoundOf(r.survey.Features[i].Polygons))
	}
	largest := 0
	for i, b := range bounds {
		if diagonal(b) > diagonal(bounds[largest]) {
			largest = i
		}
	}
	own := diagonal(bounds[largest])
	bounds = slices.Delete(bounds, largest, largest+1)
	if len(bounds) == 0 || own <= hugeDegrees {
		return false
	}
	others := bounds[0]
	for _, b := range bounds {
		others = others.Union(b)
	}
	if own <= hugeTimes*diagonal(others) {
		return false
	}
	at, p := r.outside(largest, grown(others, diagonal(others)))
	r.hintPoint(r.say(at, "area-huge", r.survey.Features[largest].Name(), diag.Count(own*kilometres)), p, others)
	return true
}

// outside is the first point of a feature that is not within a rectangle, and its place.
func (r *reader) outside(feature int, within orb.Bound) (at int, p orb.Point) {
	f, n := &r.survey.Features[feature], 0
	for _, polygon := range f.Polygons {
		for _, ring := range polygon {
			for i, p := range ring {
				if !within.Contains(p) {
					return r.positionAt(f.rings[n], i), p
				}
			}
			n++
		}
	}
	return f.rings[0], f.Polygons[0][0][0]
}

// wide warns of a map that is wider than any city.
func (r *reader) wide(islands []island) bool {
	extent := diagonal(around(islands))
	if extent > wideDegrees {
		r.hint(r.say(islands[0].at, "map-wide", diag.Count(extent*kilometres)), "area-check")
	}
	return extent > wideDegrees
}
