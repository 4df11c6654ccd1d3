package figures

import (
	"fmt"
	"strings"
	"testing"
)

// Three kecamatan whose people come from three sources, all of one producer.
var dense = []string{
	"orang 2020 100 a; lahan 2024 8 a estimate", "orang 2020 300 b; lahan 2024 8 a", "orang 2020 - a; lahan 2024 4 a",
	"orang 2020 500 a; lahan 2024 20 a",
}

func leadOf(f *Profile) string {
	text := ""
	for _, part := range f.Lead() {
		text += part.Text
		for _, c := range part.Sources {
			text += fmt.Sprintf("[%d]", c.Number)
		}
	}
	return text
}

// A ratio is told of beside what it is of, with its own word for the greatest, and said to
// be computed.
func TestLeadOfRatio(t *testing.T) {
	const want = "dengan orang 100 jiwa (2020), paling sedikit dari 2 kecamatan yang ada angkanya[1], serta " +
		"kepadatan 13 jiwa/km² (2020, perkiraan, hitungan kami), terendah dari 2 kecamatan yang ada angkanya[1]"
	if got := leadOf(profileOf(t, "id", dense...)); !strings.HasSuffix(got, want) {
		t.Errorf("%s\nlacks\n%s", got, want)
	}
	turned := []string{dense[1], dense[0], dense[2], dense[3]}
	const most = "kepadatan 38 jiwa/km² (2020, hitungan kami), terpadat dari 2 kecamatan yang ada angkanya[1][2]"
	got := leadOf(profileOf(t, "id", turned...))
	if !strings.Contains(got, "orang 300 jiwa") || !strings.HasSuffix(got, most) {
		t.Errorf("%s\nlacks\n%s", got, most)
	}
	middle := []string{dense[0], dense[1], "orang 2020 10 a; lahan 2024 8 a", dense[3]}
	const second = "terpadat ke-2 dari 3 kecamatan"
	if got := leadOf(profileOf(t, "id", middle...)); !strings.Contains(got, second) {
		t.Errorf("%s\nlacks\n%s", got, second)
	}
}

// A computed figure says from what it was computed, or what it lacks.
func TestRatioInWords(t *testing.T) {
	f := profileOf(t, "id", "orang 2020 404785 a; lahan 2024 37.2 b", dense[1], dense[2], "")
	row := f.w.row(&f.k.Figures[1], f.c)
	if want := "Hitungan kami: 404.785 jiwa dibagi 37,20 km²."; row.Value != "10.881" || row.Note != want ||
		len(row.Sources) != 2 {
		t.Errorf("%+v", row)
	}
	f = profileOf(t, "en", dense[2], dense[0], dense[1], "")
	row = f.w.row(&f.k.Figures[1], f.c)
	if row.Missing != "Orang is not known, so it cannot be computed." || row.Value != "" {
		t.Errorf("%+v", row)
	}
	f = profileOf(t, "id", "orang 2020 7 a", dense[0], dense[1], "")
	if row := f.w.row(&f.k.Figures[1], f.c); row.Missing != "Lahan tidak diketahui, jadi tidak dapat dihitung." {
		t.Errorf("%+v", row)
	}
}

// Maps shade what is no count, the first of them on the front page, and draw counts as
// circles; what nobody verified, and what is not to be ranked, is on none.
func TestMapsByKind(t *testing.T) {
	f := profileOf(t, "id", append([]string{
		dense[0] + "; jiwa 2020 1 a unverified; tamu 2020 1 a; dasar 2020 1 a",
		dense[1] + "; jiwa 2020 2 a; tamu 2020 2 a; dasar 2020 2 a",
	}, dense[2:]...)...)
	var got []string
	for _, x := range f.w.mapped() {
		s := mapOf(f).shade(&x, f.c)
		got = append(got, fmt.Sprint(s.Indicator, " ", s.Counted, " ", len(s.Legend), ": ", s.Most, " ", s.Range))
	}
	const want = "Kepadatan false 2: B terpadat dari 2 kecamatan yang ada angkanya. " +
		"Makin pekat warnanya, makin tinggi kepadatan: A 13 – B 38 jiwa/km².\n" +
		"Tamu false 2: B tertinggi dari 2 kecamatan yang ada angkanya. " +
		"Makin pekat warnanya, makin tinggi tamu: A 1 – B 2 jiwa.\n" +
		"Orang true 0: B terbanyak dari 2 kecamatan yang ada angkanya. " +
		"Luas lingkaran sebanding dengan orang: A 100 – B 300 jiwa.\n" +
		"Lahan true 0: A terbesar dari 3 kecamatan, bersama B. " +
		"Luas lingkaran sebanding dengan lahan: C 4,00 – A 8,00 km²."
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("%s\nnot\n%s", text, want)
	}
	x := f.w.mapped()[0]
	if s := mapOf(f).shade(&x, f.c); s.Origin != "P (statistik)" || s.Note != "Hitungan kami: orang dibagi lahan." ||
		len(s.Sources) != 2 || x.City == nil {
		t.Errorf("%q, %q, %v, %v", s.Origin, s.Note, s.Sources, x.City)
	}
}

// What was divided by another is not beside the others, and why is no other source.
func TestRatioOfAnotherBasis(t *testing.T) {
	f := profileOf(t, "id", "orang 2020 100 a; lahan 2024 8 a", "orang 2020 300 a; lahan 2024 8 a",
		"orang 2020 300 a; lahan 2019 8 a", "")
	side := f.SideTable()
	for i, c := range side.Columns {
		if c.Name != "Kepadatan" {
			continue
		}
		if cell := side.Rows[2].Cells[i]; cell.Value != "" || cell.Missing != "dasar lain" {
			t.Errorf("%+v", cell)
		}
		return
	}
	t.Error("no column of the ratio")
}
