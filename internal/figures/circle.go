package figures

import (
	"math"
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/chart"
	"blandongan/internal/lang"
	"blandongan/internal/site/compare"
)

// MapCircle is a count on a map: a circle in the middle of its area, as large as the count.
type MapCircle struct {
	X string // its middle
	Y string // the same from above
	R string // its radius
}

// apart leaves some air between circles that would touch.
const apart = .92

// circleMap is the map of a comparison of counts.
func (w mapper) circleMap(x *compare.Comparison, s *ShadedMap, labels []atlas.Label) *MapView {
	v := w.mapView(w.Word("map-label-shaded", w.Base.City, s.Indicator, s.Period), labels, func(i int) mapValue {
		figure := w.figureOn(x, i)
		if x.Figures[i] == nil {
			return mapValue{chart.Shade(0, 0), figure, w.Word("no-match")}
		}
		return mapValue{"land", figure, strings.TrimSpace(figure + " " + s.Unit)}
	})
	v.Circles = w.circles(x)
	return v
}

// circles have areas in proportion to the values; none meets another or leaves the map.
func (w mapper) circles(x *compare.Comparison) []MapCircle {
	type circle struct{ x, y, r float64 }
	var all []circle
	d := &w.areas.Large
	unit := math.Inf(1) // how long a radius of 1 may be drawn
	for i, f := range x.Figures {
		at, drawn := w.areas.Of[w.Facts.Kecamatan[i].ID]
		if !drawn || f == nil || *f.Value <= 0 {
			continue
		}
		s := &d.Shapes[at]
		own := circle{s.X, s.Y, math.Sqrt(*f.Value)}
		unit = min(unit, min(own.x, own.y, float64(d.Width)-own.x, float64(d.Height)-own.y)/own.r)
		for _, other := range all {
			unit = min(unit, math.Hypot(own.x-other.x, own.y-other.y)/(own.r+other.r))
		}
		all = append(all, own)
	}
	var list []MapCircle
	for _, c := range all {
		list = append(list, MapCircle{plain(c.x), plain(c.y), plain(c.r * unit * apart)})
	}
	return list
}

// plain writes a coordinate in tenths: more cannot be seen.
func plain(x float64) string { return lang.Plain(math.Round(10*x) / 10) }
