package opendata

import (
	"blandongan/internal/figures"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// MapInputs are what the map shows.
type MapInputs struct {
	Ground ground.Ground
	Areas  *figures.Areas
}

// The types below are the form of peta.geojson (RFC 7946, which lets a collection say more
// than it must).
type mapFile struct {
	Type      string    `json:"type"`
	Name      string    `json:"name"`
	Licence   string    `json:"licence,omitempty"`
	Source    string    `json:"source,omitempty"`
	Note      string    `json:"note,omitempty"`
	Schematic bool      `json:"schematic"`
	Features  []mapArea `json:"features"`
}

type mapArea struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Properties areaProperties `json:"properties"`
	Geometry   geometry       `json:"geometry"`
}

type areaProperties struct {
	Code     string `json:"code"`
	FullCode string `json:"full_code"`
	BPSCode  string `json:"bps_code,omitempty"`
	ID       string `json:"id"`
	Name     string `json:"name"`
	City     string `json:"city"`
	URL      string `json:"url"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// Map is peta.geojson: the areas of the editors' map as they drew them, each with the codes
// and the name that the site has for it, in the order of the codes.
func Map(in MapInputs) any {
	w, m := on(in.Ground), in.Areas.Map
	f := mapFile{Type: "FeatureCollection", Name: w.title(), Licence: m.Licence, Schematic: m.Schematic,
		Source: w.Say(site.TextOf(m.Source.ByLanguage())), Note: w.Say(site.TextOf(m.Note.ByLanguage())),
		Features: []mapArea{}}
	for k := range each(w.Facts.Kecamatan) {
		at, drawn := in.Areas.Of[k.ID]
		if !drawn {
			continue
		}
		f.Features = append(f.Features, mapArea{"Feature", string(k.Code), areaProperties{
			string(k.Code), full(k.Code), string(k.BPSCode), k.ID, k.Name, w.Base.City,
			w.page(site.KindKecamatan, k.ID),
		}, geometryOf(m.Areas[at].Polygons)})
	}
	return formats.JSON{Value: f}
}

// geometryOf is one polygon or several.
func geometryOf(polygons [][][][2]float64) geometry {
	if len(polygons) == 1 {
		return geometry{"Polygon", polygons[0]}
	}
	return geometry{"MultiPolygon", polygons}
}
