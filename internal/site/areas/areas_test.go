package areas

import (
	"testing"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/site"
)

// Codes of the two offices look alike: 3674020001 is in 3674020, which is 36.74.01, and
// not in 36.74.02.
func TestMeaningOfCodes(t *testing.T) {
	n := namer{known: map[string]match{}}
	n.learn(&site.Kecamatan{Code: "36.74.01", BPSCode: "3674020",
		Kelurahan: []site.Kelurahan{{Code: "36.74.01.1001", BPSCode: "3674020009"}}})
	n.learn(&site.Kecamatan{Code: "36.74.02", BPSCode: "3674070"})
	for value, want := range map[string]match{
		"36.74.01": {code: "36.74.01"}, "367401": {code: "36.74.01"}, "367401.0": {code: "36.74.01"},
		" 36.74.02 ": {code: "36.74.02"}, "36-74-02": {code: "36.74.02"},
		"3674020": {code: "36.74.01"}, "id3674070": {code: "36.74.02"}, "ID_3674070": {code: "36.74.02"},
		"Kode: 36.74.02": {code: "36.74.02"},
		"36.74.02.1004":  {code: "36.74.02", part: true}, "3674022004": {code: "36.74.02", part: true},
		"id3674070004": {code: "36.74.02", part: true},
		"3674020001":   {code: "36.74.01", part: true}, "3674020009": {code: "36.74.01", part: true},
		"36.74.01.1001": {code: "36.74.01", part: true},
		"36.74":         {}, "3674": {}, "36.74.03": {}, "3674030": {}, "36.75.01.1001": {}, "1": {}, "": {},
		"Serpong":    {},
		"2026-01-02": {}, "36.74.01 lama": {}, "36740110010": {}, "15310": {},
		"3674029001": {}, // no kind of kelurahan, and no kecamatan of Statistics Indonesia that we know
	} {
		got := n.meaning(geojson.Property{Value: value})
		if got.code != want.code || got.code != "" && got.part != want.part {
			t.Errorf("%q: %+v, want %+v", value, got, want)
		}
	}
}
