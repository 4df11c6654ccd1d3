package geojson

import (
	"github.com/paulmach/orb"

	"blandongan/internal/atlas/vector"
)

// island is a ring with what belongs to it.
type island struct {
	feature, at int
	hole        bool
	points      orb.Ring
	farPoints   []int // positions of points that may be far off
	bound       orb.Bound
}

// doubt warns of what surely is not meant.
func (r *reader) doubt() {
	islands, empty := r.withoutEmpty(r.islands())
	if len(islands) == 0 {
		return
	}
	doubted := r.farPoints(islands) || empty
	if !r.survey.Schematic { // else lengths mean nothing
		doubted = r.far(islands) || doubted || r.huge() || r.wide(islands)
	}
	r.survey.Squeezed = doubted
	r.sameShapes()
	r.crossings(islands)
	if !doubted {
		r.holes(islands)
	}
}

func (r *reader) islands() []island {
	var list []island
	for i := range r.survey.Features {
		f, n := &r.survey.Features[i], 0
		for _, polygon := range f.Polygons {
			for k, ring := range polygon {
				if len(ring) > 0 { // it is empty when there were too many points
					is := island{feature: i, at: f.rings[n], hole: k > 0, points: ring, bound: ring.Bound()}
					list = append(list, is)
				}
				n++
			}
		}
	}
	return list
}

// nameOf is what the feature of an island is called.
func (r *reader) nameOf(is island) string { return r.survey.Features[is.feature].Name() }

func around(islands []island) orb.Bound {
	bound := islands[0].bound
	for i := range islands {
		bound = bound.Union(islands[i].bound)
	}
	return bound
}

// diagonal is the diagonal of a rectangle in degrees.
func diagonal(b orb.Bound) float64 { return vector.Length(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]) }

// grown is a rectangle with so much more on every side.
func grown(b orb.Bound, by float64) orb.Bound {
	return orb.Bound{
		Min: orb.Point{b.Min[0] - by, b.Min[1] - by},
		Max: orb.Point{b.Max[0] + by, b.Max[1] + by},
	}
}

// positionAt is where a point of a ring stands in the file.
func (r *reader) positionAt(ring, n int) int {
	s := scanner{data: r.data, at: ring}
	at := ring
	s.array(func() {
		if n >= 0 {
			at = s.at
		}
		n--
		s.skip()
	})
	return at
}
