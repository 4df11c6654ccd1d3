package atlas

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/atlas/vector"
)

// The drawing's unit is a pixel of a phone of 360. Points are kept in tenths: what
// is drawn is exact, and two points are the same or not.
const (
	width     = 360
	margin    = 4
	minHeight = 120
	maxHeight = 420
	fine      = 10 // points to a unit
)

// point is a point of the drawing, in tenths of a unit, y downwards.
type point struct{ x, y int32 }

// fit projects features into a drawing and returns its height in units. A degree
// of longitude is shortened as in the middle of the map.
func fit(features []geojson.Feature) ([]orb.MultiPolygon, int) {
	bound := geojson.BoundOf(features[0].Polygons)
	for _, f := range features[1:] {
		bound = bound.Union(geojson.BoundOf(f.Polygons))
	}
	shrink := vector.Cos(bound.Center()[1] * math.Pi / 180)
	local := func(p orb.Point) orb.Point { return orb.Point{p[0] * shrink, -p[1]} }
	bound = project.Bound(bound, local)
	w, h := bound.Max[0]-bound.Min[0], bound.Max[1]-bound.Min[1]
	scale := min((width-2*margin)/w, (maxHeight-2*margin)/h)
	if math.IsInf(scale, 0) || math.IsNaN(scale) {
		scale = 0 // one point is all there is
	}
	height := min(max(minHeight, int(math.Ceil(h*scale))+2*margin), maxHeight)
	into := func(p orb.Point) orb.Point {
		q, c := local(p), bound.Center()
		x, y := float64((q[0]-c[0])*scale), float64((q[1]-c[1])*scale)
		return orb.Point{fine * (x + width/2), fine * (y + float64(height)/2)}
	}
	shapes := make([]orb.MultiPolygon, len(features))
	for i, f := range features {
		shapes[i] = project.MultiPolygon(f.Polygons.Clone(), into)
	}
	return shapes, height
}
