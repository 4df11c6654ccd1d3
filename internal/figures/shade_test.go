package figures

import (
	"fmt"
	"strings"
	"testing"
)

// legend writes what the shades of the first comparison stand for.
func legend(t *testing.T, language, indicator string, values ...float64) string {
	t.Helper()
	var figures []string
	for _, x := range values {
		figures = append(figures, fmt.Sprintf("%s 2020 %v a", indicator, x))
	}
	f := profileOf(t, language, append(figures, "")...)
	c := f.compared[indicator]
	var texts []string
	for _, row := range mapOf(f).shade(&c, f.c).Legend {
		texts = append(texts, strings.ReplaceAll(row.Text, "\u2212", "-"))
	}
	return strings.Join(texts, " | ")
}

func TestLegend(t *testing.T) {
	for _, test := range []struct {
		language, indicator string
		values              []float64
		want                string
	}{
		{"id", "tamu", []float64{3, 1}, "1 jiwa | 3 jiwa"},
		{"id", "tamu", []float64{1, 2, 3, 4, 5}, "1 jiwa | 2 jiwa | 3 jiwa | 4–5 jiwa"},
		{"id", "tamu", []float64{0, 10, 20, 30, 40}, "0–9 jiwa | 10–19 jiwa | 20–29 jiwa | 30–40 jiwa"},
		{"id", "hasil", []float64{.1, .2, .3, .4, .5}, "0,1 persen | 0,2 persen | 0,3 persen | 0,4–0,5 persen"},
		{"id", "hasil", []float64{1.1, 1.2, 1.3, 1.4, 1.5}, "1,1 persen | 1,2 persen | 1,3 persen | 1,4–1,5 persen"},
		{"en", "hasil", []float64{16.1, 16.2, 16.3, 16.4, 16.5},
			"16.1 persen | 16.2 persen | 16.3 persen | 16.4–16.5 persen"},
		{"id", "hasil", []float64{.11, .12, .13, .14, .15}, "0,1 persen | 0,2 persen"},
		{"id", "hasil", []float64{-100, -50, 0, 50, 100},
			"-100,0 sampai -50,1 persen | -50,0 sampai -0,1 persen | 0,0–49,9 persen | 50,0–100,0 persen"},
		{"en", "hasil", []float64{-100, -50, 0, 50, 100},
			"-100.0 to -50.1 persen | -50.0 to -0.1 persen | 0.0–49.9 persen | 50.0–100.0 persen"},
	} {
		if got := legend(t, test.language, test.indicator, test.values...); got != test.want {
			t.Errorf("%v: %s, not %s", test.values, got, test.want)
		}
	}
}

// A map says what its figures rest on, that they are old, and that a kecamatan has
// none that compares, even where another is known of it.
func TestMapTellsOfItsFigures(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2010 5 a", "jiwa 2010 6 b", "jiwa 2005 7 b", "")
	c := f.compared["jiwa"]
	s := mapOf(f).shade(&c, f.c)
	if want := "Angka Badan, dibaca dari sumber yang berbeda-beda: lihat tabel."; s.Note != want {
		t.Errorf("the note is %q, not %q", s.Note, want)
	}
	if s.Stale == "" {
		t.Error("figures of 2010 do not pass for old")
	}
	f = profileOf(t, "id", "luas 2020 5 a", "luas 2020 6 a", "")
	c = f.compared["luas"]
	if s := mapOf(f).shade(&c, f.c); s.Note != "" || len(s.Sources) != 1 || s.Stale != "" {
		t.Errorf("the note is %q, the sources %v, the age %q", s.Note, s.Sources, s.Stale)
	}
}

// mapOf makes the maps of a city that has no map.
func mapOf(f *Profile) mapper { return mapper{f.w, &Areas{}} }
