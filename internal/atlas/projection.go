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

// projection takes degrees into a drawing.
type projection struct {
	shrink float64   // what a degree of longitude is of one of latitude, in the middle of the map
	middle orb.Point // the middle of the map, shrunk, y downwards
	scale  float64   // units to a degree of latitude
	height int       // of the drawing, in units
}

// fit is the projection that lets features fill a drawing.
func fit(features []geojson.Feature) projection {
	bound := geojson.BoundOf(features[0].Polygons)
	for _, f := range features[1:] {
		bound = bound.Union(geojson.BoundOf(f.Polygons))
	}
	p := projection{shrink: vector.Cos(bound.Center()[1] * math.Pi / 180)}
	bound = project.Bound(bound, p.local)
	w, h := bound.Max[0]-bound.Min[0], bound.Max[1]-bound.Min[1]
	p.middle, p.scale = bound.Center(), min((width-2*margin)/w, (maxHeight-2*margin)/h)
	if math.IsInf(p.scale, 0) || math.IsNaN(p.scale) {
		p.scale = 0 // one point is all there is
	}
	p.height = min(max(minHeight, int(math.Ceil(h*p.scale))+2*margin), maxHeight)
	return p
}

func (p *projection) local(at orb.Point) orb.Point { return orb.Point{at[0] * p.shrink, -at[1]} }

// point is where a point in degrees lies in the drawing, in tenths of a unit.
func (p *projection) point(at orb.Point) orb.Point {
	q := p.local(at)
	x, y := float64((q[0]-p.middle[0])*p.scale), float64((q[1]-p.middle[1])*p.scale)
	return orb.Point{fine * (x + width/2), fine * (y + float64(p.height)/2)}
}

// shapes are the features in the drawing.
func (p *projection) shapes(features []geojson.Feature) []orb.MultiPolygon {
	shapes := make([]orb.MultiPolygon, len(features))
	for i, f := range features {
		shapes[i] = project.MultiPolygon(f.Polygons.Clone(), p.point)
	}
	return shapes
}

// Dot is a point of a drawing, in units.
type Dot struct{ X, Y float64 }

// Dot is where a point in degrees lies on the large drawing, and whether that is in the
// shape of an area, by position.
func (m *Map) Dot(area int, lon, lat float64) (d Dot, inside bool) {
	at := m.projection.point(orb.Point{lon, lat})
	d = Dot{math.Round(at[0]) / fine, math.Round(at[1]) / fine}
	return d, m.Large.Shapes[area].contains(d.X, d.Y)
}
