package figures

import (
	"fmt"
	"slices"
	"testing"

	"blandongan/internal/atlas"
	"blandongan/internal/atlas/geojson"
	"blandongan/internal/memo"
)

// Every kelurahan whose point lies in its kecamatan is a dot: one on a neighbour is none,
// nor one that is not on the map.
func TestDots(t *testing.T) {
	f := profileOf(t, "id", "", "", "")
	square := func(west, east float64) string {
		return fmt.Sprintf(`{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":`+
			`[[[%[1]v,-6],[%[2]v,-6],[%[2]v,-6.1],[%[1]v,-6.1],[%[1]v,-6]]]}}`, west, east)
	}
	text := `{"type":"FeatureCollection","features":[` + square(106, 106.1) + "," + square(106.1, 106.2) + "]}"
	s, problems := geojson.Read("data/boundaries.geojson", []byte(text))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	m, _ := atlas.Draw(s, []string{"99.71.01", "99.71.02"})
	w := mapper{f.w, AreasOf(f.w.Facts, m, memo.Digest{})}
	place := func(i int, lat, lon float64) {
		k := &w.Facts.Kecamatan[i].Kelurahan[0]
		k.Lat, k.Lon = &lat, &lon
	}
	if w.dots() != nil || w.credit().Dots || w.plain().Plain.Dots != "" {
		t.Error("kelurahan that lie nowhere have dots")
	}
	place(0, -6.05, 106.05)
	for _, lat := range []float64{-6.05, 6.05} { // on its neighbour, and off the map
		place(1, lat, 106.01)
		if got := w.dots(); !slices.Equal(got, []atlas.Dot{{X: 92, Y: 92.5}}) {
			t.Errorf("%v", got)
		}
	}
	place(1, -6.05, 106.15)
	v := w.plain()
	last := v.Shapes[len(v.Shapes)-1]
	if last.Path != "M92 92.5h0M268 92.5h0" || v.Plain.Dots != last.ID || !v.Credit.Dots {
		t.Errorf("%+v", v)
	}
}
