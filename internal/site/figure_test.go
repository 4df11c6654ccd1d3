package site

import (
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// A number of decimals is one that a page can print.
func TestDecimals(t *testing.T) {
	for word, code := range map[string]diag.Code{
		"0": "", "2": "", "6": "",
		"-1": "negative-number", "-300": "negative-number", "7": "out-of-range", "400": "out-of-range", "32767": "out-of-range", "65537": "out-of-range", "999999999999": "out-of-range",
	} {
		text := "penduduk:\n  name: A\n  unit: B\n  definition: C\n  decimals: " + word + "\n"
		record, _ := records.Parse("data/indicators.yaml", []byte(text), nil)
		_, problems := Decode(record)
		switch {
		case code == "" && problems != nil:
			t.Errorf("%s: %v", word, problems)
		case code != "" && (len(problems) != 1 || problems[0].Code != code || problems[0].Place != diag.Place{File: "data/indicators.yaml", Line: 5, Col: 13}):
			t.Errorf("%s: %v", word, problems)
		}
	}
}

// The figure beside a claim is of the same place and indicator and the nearest in
// time: an official one, an unverified one where there is no other.
func TestRecorded(t *testing.T) {
	of := func(x float64) *float64 { return &x }
	s := &Facts{City: City{Figures: []Figure{
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
	for wanted, want := range map[value.Period]float64{"2011": 10, "2014": 10, "2016": 20, "2017-11-07": 20, "2030": 20, "": 20, "2015": 20} {
		if f := s.Recorded("", "p", wanted); f == nil || *f.Value != want {
			t.Errorf("for %q: %+v, want %v", wanted, f, want)
		}
	}
	if f := s.Recorded("", "u", "2019"); f == nil || *f.Value != 6 {
		t.Errorf("where nothing is official: %+v", f)
	}
	if f := s.Recorded("", "nothing", "2017"); f != nil {
		t.Errorf("of no indicator: %+v", f)
	}
	if f := s.Recorded("no-kecamatan", "p", "2017"); f != nil {
		t.Errorf("of no kecamatan: %+v", f)
	}
}
