package figures

import (
	"fmt"
	"strings"
	"testing"
)

func (v *BarsView) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", v.Height, v.Mark, v.MarkText)
	for _, x := range v.Bars {
		fmt.Fprintf(&b, "; %s %s %v %s: %s+%s %s+%s", x.Name, x.Value, x.Own, x.TextY, x.X, x.Width, x.Y, x.Height)
	}
	return b.String()
}

func TestBars(t *testing.T) {
	tests := []struct {
		name    string
		figures []string
		want    string
	}{
		{"a sum", []string{"jiwa 2020 25 a", "jiwa 2020 100 a", "", "jiwa 2020 200 a"},
			"108  ; B 100 false 13: 0+320 20+7; A 25 true 49: 0+80 54+11; C tidak ada angka false 85: + +"},
		{"ties stay in order", []string{"jiwa 2020 1 a", "jiwa 2020 3 a", "jiwa 2020 1 a", ""},
			"108  ; B 3 false 13: 0+320 20+7; A 1 true 49: 0+106.7 54+11; C 1 false 85: 0+106.7 92+7"},
		{"the city's mark", []string{"hasil 2020 25 a", "hasil 2020 100 a", "", "hasil 2020 50 a"},
			"126 M160 16v18M160 52v18M160 88v18 Kota Contoh: 50,0; B 100,0 false 13: 0+320 20+7; " +
				"A 25,0 true 49: 0+80 54+11; C tidak ada angka false 85: + +"},
		{"no mark of what another counted", []string{"hasil 2020 25 a", "hasil 2020 100 a", "", "hasil 2020 50 b"},
			"108  ; B 100,0 false 13: 0+320 20+7; A 25,0 true 49: 0+80 54+11; C tidak ada angka false 85: + +"},
		{"below zero", []string{"hasil 2020 -20 a", "hasil 2020 60 a", "hasil 2020 0 a", ""},
			"108  ; B 60,0 false 13: 80+240 20+7; C 0,0 false 49: 80+0 56+7; A -20,0 true 85: 0+80 90+11"},
		{"all zero", []string{"jiwa 2020 0 a", "jiwa 2020 0 a", "", ""},
			"108  ; A 0 true 13: 0+0 18+11; B 0 false 49: 0+0 56+7; C tidak ada angka false 85: + +"},
	}
	for _, test := range tests {
		views, _, _ := profileOf(t, "id", test.figures...).Split()
		if got := strings.ReplaceAll(views[0].Bars.text(), "\u2212", "-"); got != test.want {
			t.Errorf("%s:\n%s\nnot\n%s", test.name, got, test.want)
		}
	}
}

func TestBarsSayWhatTheyShow(t *testing.T) {
	views, _, _ := profileOf(t, "id", "jiwa 2020 25 a", "jiwa 2020 100 b estimate", "", "").Split()
	v := views[0].Bars
	const want = "A: 25 jiwa, paling sedikit dari 2 kecamatan yang ada angkanya. " +
		"Nilai terbesar: B: 100 jiwa; terkecil: A: 25 jiwa. Semua angka ada dalam tabel perbandingan."
	if v.Desc != want {
		t.Errorf("%q, not %q", v.Desc, want)
	}
	if v.Title != "Penduduk, 2020: perbandingan kecamatan" || v.Badge != "sebagian perkiraan" ||
		!strings.Contains(v.Note, "Badan") || v.Sources != nil {
		t.Errorf("%q %q %q %v", v.Title, v.Badge, v.Note, v.Sources)
	}
}

// An old comparison is as much out of date as its figures; what is known of
// another time is not said to be unknown.
func TestBarsOfOldFigures(t *testing.T) {
	views, _, _ := profileOf(t, "id", "jiwa 2010 25 a", "jiwa 2010 100 a", "jiwa 2005 9 a", "").Split()
	v := views[0].Bars
	if v.Stale != "data terakhir 2010" || v.Bars[2].Value != "tahun lain" {
		t.Errorf("%q, and of C %q", v.Stale, v.Bars[2].Value)
	}
	views, _, _ = profileOf(t, "id", "jiwa 2005 9 a; jiwa 2020 - a", "jiwa 2020 25 a", "jiwa 2020 100 a", "").Split()
	if v := views[0].Bars; v.Stale != "" || !strings.HasPrefix(v.Desc, "A: tahun lain. ") {
		t.Errorf("%q, %q", v.Stale, v.Desc)
	}
}

func TestTrend(t *testing.T) {
	sister := "jiwa 2020 30 a"
	tests := []struct{ name, figures, want string }{
		{"two points are a change", "jiwa 2010 10 a; jiwa 2020 20 a", ""},
		{"three of two sources are no line", "jiwa 2000 10 b; jiwa 2010 10 a; jiwa 2020 20 a", ""},
		{"true to time, from zero", "jiwa 2000 10 a; jiwa 2015 40 a; jiwa 2020 20 a; jiwa 2010 99 b",
			"122 M6 97.5L237 24L314 73; 2000=10 start; 2015=40 middle; 2020=20 end"},
		{"of two that meet the later stays",
			"jiwa 2020 9 b; jiwa 2015-01-28/2015-02-26 4 a; jiwa 2015-03-28/2015-04-26 4 a; " +
				"jiwa 2015-09-28/2015-10-27 2 a",
			"122 M6 24L80.8 24L314 73; = start; = middle; 28 September 2015 – 27 Oktober 2015=2 end"},
		{"labels that would touch are left out",
			"jiwa 2010 10 a; jiwa 2011 40 a; jiwa 2012 20 a; jiwa 2019 20 a; jiwa 2020 20 a",
			"122 M6 97.5L36.8 24L67.6 73L283.2 73L314 73; 2010=10 start; = middle; 2012=20 middle; = middle; " +
				"2020=20 end"},
		{"one time told twice", "jiwa 2020 1 a; jiwa 2020-01/2020-12 2 a; jiwa 2020-01-01/2020-12-31 3 a", ""},
	}
	for _, test := range tests {
		views, _, _ := profileOf(t, "id", test.figures, sister, "", "").Split()
		got := ""
		if v := views[0].Trend; v != nil {
			got = v.Zero + " " + v.Line
			for _, p := range v.Points {
				got += "; " + p.Period + "=" + p.Value + " " + p.Anchor
			}
		}
		if got != test.want {
			t.Errorf("%s:\n%s\nnot\n%s", test.name, got, test.want)
		}
	}
}
