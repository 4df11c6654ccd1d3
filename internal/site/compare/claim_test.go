package compare

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// The figure beside a claim is of the same place and indicator and the nearest in
// time: an official one, an unverified one where there is no other.
func TestRecorded(t *testing.T) {
	of := func(x float64) *float64 { return &x }
	s := &site.Facts{City: site.City{Figures: []site.Figure{
		{Indicator: "p", Period: "2010", Value: of(10)},
		{Indicator: "p", Period: "2015", Value: of(15), Status: "unverified"},
		{Indicator: "p", Period: "2016", Value: of(16), Status: "claim"},
		{Indicator: "p", Period: "2020", Value: of(20), Status: "estimate"},
		{Indicator: "p", Period: "2022"},
		{Indicator: "q", Period: "2017", Value: of(99)},
		{Indicator: "u", Period: "2015", Value: of(5), Status: "unverified"},
		{Indicator: "u", Period: "2020", Value: of(6), Status: "unverified"},
		{Indicator: "u", Period: "2019", Value: of(7), Status: "claim"},
	}}}
	for wanted, want := range map[value.Period]float64{"2011": 10, "2014": 10, "2016": 20, "2017-11-07": 20,
		"2030": 20, "": 20, "2015": 20} {
		if f := Recorded(s, "", "p", wanted); f == nil || *f.Value != want {
			t.Errorf("for %q: %+v, want %v", wanted, f, want)
		}
	}
	if f := Recorded(s, "", "u", "2019"); f == nil || *f.Value != 6 {
		t.Errorf("where nothing is official: %+v", f)
	}
	if f := Recorded(s, "", "nothing", "2017"); f != nil {
		t.Errorf("of no indicator: %+v", f)
	}
	if f := Recorded(s, "no-kecamatan", "p", "2017"); f != nil {
		t.Errorf("of no kecamatan: %+v", f)
	}
}
