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
		"-1": "negative-number", "-300": "negative-number", "7": "out-of-range", "400": "out-of-range",
		"32767": "out-of-range", "65537": "out-of-range", "999999999999": "out-of-range",
	} {
		text := "penduduk:\n  name: A\n  unit: B\n  definition: C\n  decimals: " + word + "\n"
		record, _ := records.Parse("data/indicators.yaml", []byte(text), nil)
		_, problems := Decode(record)
		switch {
		case code == "" && problems != nil:
			t.Errorf("%s: %v", word, problems)
		case code != "" && (len(problems) != 1 || problems[0].Code != code ||
			problems[0].Place != diag.Place{File: "data/indicators.yaml", Line: 5, Col: 13}):
			t.Errorf("%s: %v", word, problems)
		}
	}
}

func TestOutOfDate(t *testing.T) {
	tests := []struct {
		years  int
		period value.Period
		day    string
		want   bool
	}{
		{10, "2010", "2020-12-31", false},
		{10, "2010", "2021-01-01", true},
		{10, "2010/2012", "2022-12-31", false},
		{1, "2024-12", "2025-12-31", false},
		{1, "2024-12", "2026-01-01", true},
		{1, "2024-02-29", "2025-03-01", false},
		{1, "2024-02-29", "2025-03-02", true},
		{0, "1900", "2026-01-01", false},
		{1 << 62, "1900", "2026-01-01", false},
	}
	for _, test := range tests {
		i := Indicator{MaxAgeYears: test.years}
		if got := i.OutOfDate(test.period, test.day); got != test.want {
			t.Errorf("%s after %d years on %s: %v", test.period, test.years, test.day, got)
		}
	}
}
