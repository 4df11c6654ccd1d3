package atlas

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/atlas/geojson"
)

// outline is an area as rings of points; a speck stands for what is too small to be
// drawn.
type outline struct {
	rings []loop
	speck bool
}

// loop is a closed line without its repeated last point.
type loop struct {
	points []point
	hole   bool
}

// outlinesOf are the features and the areas as rings of points; nil when their borders
// are too long.
func outlinesOf(s *geojson.Survey, areas []Area, p projection) (parts, outlines []outline) {
	shapes := p.shapes(s.Features)
	if parts = snap(shapes, p.height); parts == nil {
		return nil, nil
	}
	outlines = make([]outline, len(areas))
	for i, a := range areas {
		outlines[i] = join(parts, distinct(s, a.Features))
		if len(outlines[i].rings) == 0 {
			outlines[i].rings, outlines[i].speck = []loop{speck(shapes[a.Features[0]])}, true
		}
	}
	return parts, outlines
}

// distinct leaves out features whose shape another of them has.
func distinct(s *geojson.Survey, features []int) []int {
	if len(features) == 1 {
		return features
	}
	seen := map[[2]uint64]bool{}
	return slices.DeleteFunc(slices.Clone(features), func(i int) bool {
		sum := s.Features[i].Fingerprint()
		twice := seen[sum]
		seen[sum] = true
		return twice
	})
}

// speck stands for an area too small to have a shape.
func speck(shape orb.MultiPolygon) loop {
	c := geojson.BoundOf(shape).Center()
	x, y := int32(math.Round(c[0])), int32(math.Round(c[1]))
	const r = fine / 2
	return loop{points: []point{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}}}
}
