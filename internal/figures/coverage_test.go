package figures

import "testing"

// Of what there is no figure at all, nothing is counted.
func TestCoverageOfNothing(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 2 a", "")
	if v := f.w.Coverage(); v == nil || v.Title != "Belum ada angka resmi untuk seluruh kota" {
		t.Errorf("with a figure of a kecamatan: %+v", v)
	}
	for i := range f.w.Facts.Kecamatan {
		f.w.Facts.Kecamatan[i].Figures = nil
	}
	if v := f.w.Coverage(); v != nil {
		t.Errorf("without figures: %+v", v)
	}
}

// How many kelurahan a city has is told only where every kecamatan lists its own.
func TestListed(t *testing.T) {
	f := profileOf(t, "id", "", "", "")
	v := f.w.Listed(f.w.Citer())
	if v.Title != "2 kecamatan, 2 kelurahan" || v.Kecamatan[1].Kelurahan != "1 kelurahan" {
		t.Errorf("%+v", v)
	}
	for i, from := range []string{"a", "b"} {
		f.w.Facts.Kecamatan[i].KelurahanSource = []string{from}
	}
	f.w.Facts.Kecamatan[1].Kelurahan = nil
	if v = f.w.Listed(f.w.Citer()); v.Title != "2 kecamatan" || v.Kecamatan[1].Kelurahan != "" || len(v.Sources) != 1 {
		t.Errorf("with a kecamatan that lists none: %+v", v)
	}
	f.w.Facts.Kecamatan = nil
	if v = f.w.Listed(f.w.Citer()); v != nil {
		t.Errorf("without kecamatan: %+v", v)
	}
}

// What others have no figure of is shown of the kecamatan alone, but for what nobody verified.
func TestAlone(t *testing.T) {
	f := profileOf(t, "id", "jiwa 2020 2 a; luas 2020 9 a; hasil 2020 5 a unverified; tamu 2020 4 a claim",
		"jiwa 2020 3 a", "")
	rows := f.Alone()
	if len(rows) != 1 || rows[0].Indicator != "Luas" {
		t.Errorf("%+v", rows)
	}
}
