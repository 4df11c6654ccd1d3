package site

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/records"
)

// computed writes the density of a place after its figures: "2020=12 estimate [a b]".
func computed(t *testing.T, figures string) string {
	t.Helper()
	files := map[string]string{
		"data/indicators.yaml": "jiwa: {name: J, unit: jiwa, definition: D.}\n" +
			"luas: {name: L, unit: km², definition: D., decimals: 2}\n" +
			"padat: {name: P, unit: jiwa/km², definition: D., decimals: 1, ratio: {of: jiwa, per: luas}}\n",
		"data/kecamatan/a.yaml": "name: A\nfigures:\n" + figures,
	}
	var entries []*Entry
	for name, text := range files {
		r, _ := records.Parse(name, []byte(text), nil)
		some, _ := Decode(r)
		entries = append(entries, some...)
	}
	s, _ := New(entries, Options{Now: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
	var list []string
	for _, f := range s.Kecamatan[0].Figures {
		switch {
		case f.Parts == nil:
			list = append(list, f.Indicator)
		case f.Value == nil:
			list = append(list, fmt.Sprintf("%s=? %v", f.Period, f.Source))
		default:
			list = append(list,
				fmt.Sprintf("%s=%v %s %v %d", f.Period, *f.Value, f.Standing(), f.Source, f.Begin().Line))
		}
	}
	for _, e := range entries {
		if k, ok := e.Value.(*Kecamatan); ok && len(k.Figures) != strings.Count(figures, "\n") {
			t.Errorf("%q: what was decoded has changed", figures)
		}
	}
	return strings.Join(list, "; ")
}

func TestRatios(t *testing.T) {
	const (
		jiwa  = "- {indicator: jiwa, period: 2020, value: 100, source: a}\n"
		later = "- {indicator: jiwa, period: 2024, value: 250, source: [b, c], status: provisional}\n"
		none  = "- {indicator: jiwa, period: 2025, missing: M., source: d}\n"
		luas  = "- {indicator: luas, period: 2010, value: 8, source: b}\n"
		guess = "- {indicator: luas, period: 2022, value: 3, source: m, status: estimate}\n"
		rumor = "- {indicator: luas, period: 2023, value: 9, source: m, status: unverified}\n"
		zero  = "- {indicator: luas, period: 2024, value: 0, source: m}\n"
	)
	for _, test := range []struct{ name, figures, want string }{
		{"one", jiwa + luas, "jiwa; 2020=12.5 official [a b] 3; luas"},
		{"behind the last", luas + jiwa + later + none,
			"luas; jiwa; jiwa; jiwa; 2020=12.5 official [a b] 4; 2024=31.3 provisional [b c] 5"},
		{"over the latest, and as weak as that", luas + jiwa + guess,
			"luas; jiwa; 2020=33.3 estimate [a m] 4; luas"},
		{"not over what nobody verified", luas + rumor + zero + jiwa,
			"luas; luas; luas; jiwa; 2020=12.5 official [a b] 6"},
		{"or over that, for lack of another", rumor + jiwa, "luas; jiwa; 2020=11.1 unverified [a m] 4"},
		{"nothing to divide", none + luas, "jiwa; 2025=? [d]; luas"},
		{"nothing to divide by", jiwa + later + zero, "jiwa; jiwa; 2024=? []; luas"},
		{"neither", "", ""},
		{"no such thing here", luas, "luas"},
	} {
		if got := computed(t, test.figures); got != test.want {
			t.Errorf("%s: %s, not %s", test.name, got, test.want)
		}
	}
}
