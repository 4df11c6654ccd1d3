package geojson

import (
	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// Indonesia reaches from about 6°05' north to 11°01' south and from 94°58' to 141°01'
// east, as any atlas shows; a tenth of a degree more on each side is for slips of ours.
const (
	countryWest, countryEast   = 94.87, 141.12
	countrySouth, countryNorth = -11.11, 6.18
)

// country is where a map may lie: the whole of it, or what is south of the equator.
func country(south bool) orb.Bound {
	b := orb.Bound{Min: orb.Point{countryWest, countrySouth}, Max: orb.Point{countryEast, countryNorth}}
	if south {
		b.Max[1] = 0
	}
	return b
}

// CheckCountry warns, once, of a map whose areas lie outside the country: whatever took the
// minus from its latitudes, or moved a decimal point, took it from all. South says that
// the city is surely south of the equator. Where areas are far from each other already,
// all of them must lie outside.
func (s *Survey) CheckCountry(south bool) diag.List {
	if s.Schematic || !s.Whole {
		return nil
	}
	first, count := -1, 0
	for i := range s.Features {
		if !country(south).Contains(s.Features[i].Polygons[0][0][0]) {
			if count++; first < 0 {
				first = i
			}
		}
	}
	if first < 0 || s.Squeezed && count < len(s.Features) {
		return nil
	}
	p := s.Features[first].Polygons[0][0][0]
	where := diag.Word("in-country")
	if country(false).Contains(p) {
		where = "in-south"
	}
	q := diag.At(s.Features[first].begin, "map-elsewhere", where, s.Features[first].Name(), written(p))
	if meant := meantBy(p, country(south)); meant != "" {
		return diag.List{q.WithHint("map-all-points", meant)}
	}
	return diag.List{q.WithHint("map-schematic")}
}
