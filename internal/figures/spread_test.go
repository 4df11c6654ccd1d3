package figures

import (
	"strings"
	"testing"
)

func (v *SpreadView) text() string {
	s := v.Indicator + " " + v.Period + ": " + v.Value + v.Missing + "; " + v.Rank + "; " + v.Least + " – " + v.Most
	if v.City != nil {
		s += "; kota " + strings.TrimSpace(v.City.Value+" "+v.City.Share)
	}
	if v.Mark != "" {
		s += "; mark"
	}
	return s
}

// What opens a profile: the first verified indicator of each topic, a ratio besides.
func TestSpreads(t *testing.T) {
	tests := []struct {
		name    string
		figures []string
		want    []string
	}{
		{"a sum has a share and no mark", []string{"jiwa 2020 25 a", "jiwa 2020 100 a", "", "jiwa 2020 200 a"},
			[]string{"Penduduk 2020: 25; paling sedikit dari 2 kecamatan yang ada angkanya; A 25 – B 100; " +
				"kota 200 12,5 persen dari kota"}},
		{"what does not add up has the city's mark",
			[]string{"hasil 2020 25 a", "hasil 2020 100 a", "", "hasil 2020 50 a"},
			[]string{"PAD murni 2020: 25,0; terendah dari 2 kecamatan yang ada angkanya; A 25,0 – B 100,0; " +
				"kota 50,0; mark"}},
		{"nor has it one of what another counted",
			[]string{"hasil 2020 25 a", "hasil 2020 100 a", "", "hasil 2020 50 b"},
			[]string{"PAD murni 2020: 25,0; terendah dari 2 kecamatan yang ada angkanya; A 25,0 – B 100,0"}},
		{"what nobody verified has no spread",
			[]string{"jiwa 2020 2 a unverified", "jiwa 2020 3 a unverified", "", ""}, nil},
		{"without an own figure", []string{"jiwa 2020 - a; luas 2020 1 a", "jiwa 2020 3 a", "jiwa 2020 4 a", ""},
			[]string{"Penduduk 2020: Belum.; ; B 3 – C 4"}},
		{"of another year", []string{"jiwa 2019 9 a", "jiwa 2020 3 a", "jiwa 2020 4 a", ""},
			[]string{"Penduduk 2020: tahun lain; ; B 3 – C 4"}},
		{"one of a topic, then the rest", []string{"luas 2020 1 a; lahan 2020 2 a; jiwa 2020 5 a",
			"luas 2020 2 a; lahan 2020 3 a; jiwa 2020 6 a", "", ""},
			[]string{"Luas 2020: 1,00; terkecil dari 2 kecamatan yang ada angkanya; A 1,00 – B 2,00",
				"Penduduk 2020: 5; paling sedikit dari 2 kecamatan yang ada angkanya; A 5 – B 6",
				"Lahan 2020: 2,00; terkecil dari 2 kecamatan yang ada angkanya; A 2,00 – B 3,00"}},
		{"of a topic what is not out of date",
			[]string{"lahan 2001 1 a; luas 2020 2 a", "lahan 2001 2 a; luas 2020 3 a", "", ""},
			[]string{"Luas 2020: 2,00; terkecil dari 2 kecamatan yang ada angkanya; A 2,00 – B 3,00",
				"Lahan 2001: 1,00; terkecil dari 2 kecamatan yang ada angkanya; A 1,00 – B 2,00"}},
	}
	for _, test := range tests {
		var got []string
		for _, v := range profileOf(t, "id", test.figures...).Spreads() {
			got = append(got, v.text())
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s:\n%s\nnot\n%s", test.name, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func TestSpreadsSayWhatTheyShow(t *testing.T) {
	spreads := profileOf(t, "id", "hasil 2020 25 a", "hasil 2020 100 a", "hasil 2020 30 a", "hasil 2020 50 a").Spreads()
	const want = "PAD murni, 2020. A: 25,0 persen, terendah dari 3 kecamatan; Kota Contoh: 50,0 persen. " +
		"Nilai terbesar: B: 100,0 persen; terkecil: A: 25,0 persen."
	if spreads[0].Label != want {
		t.Errorf("%q, not %q", spreads[0].Label, want)
	}
}

// An old comparison is out of date, and its figure says so.
func TestSpreadsOfOldFigures(t *testing.T) {
	spreads := profileOf(t, "id", "jiwa 2010 25 a", "jiwa 2010 100 a", "jiwa 2005 9 a", "").Spreads()
	if spreads[0].Stale != "data terakhir 2010" {
		t.Errorf("%q", spreads[0].Stale)
	}
}
