package site

import (
	"testing"

	"blandongan/internal/diag"
	"blandongan/internal/records"
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
