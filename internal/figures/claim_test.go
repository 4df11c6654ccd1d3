package figures

import (
	"testing"

	"blandongan/internal/ground"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

func indicator(t *testing.T, text string) site.Indicator {
	t.Helper()
	return named(t, "x", text)
}

func named(t *testing.T, id, text string) site.Indicator {
	t.Helper()
	text = id + ": {name: " + id + ", definition: X, " + text + "}\n"
	record, _ := records.Parse("data/indicators.yaml", []byte(text), nil)
	entries, problems := site.Decode(record)
	if len(problems) > 0 || len(entries) != 1 {
		t.Fatalf("%d indicators, %v", len(entries), problems)
	}
	return *entries[0].Value.(*site.Indicator)
}

func TestDifference(t *testing.T) {
	people, money := "unit: jiwa", "unit: miliar rupiah, decimals: 1"
	for _, c := range []struct {
		indicator   string
		said, known float64
		id, en      string
	}{
		{people, 1400000, 1400000, "sama dengan angka yang tercatat", "the same as the figure on record"},
		{people, 1400000, 1354350, "yang dikatakan lebih tinggi 3,4 persen (45.650 jiwa); " +
			"sama bila dibulatkan seperti ucapannya",
			"the stated figure is higher by 3.4 per cent (45,650 jiwa); the same when rounded as it was stated"},
		{people, 1400000, 1290322, "yang dikatakan lebih tinggi 8,5 persen (109.678 jiwa)",
			"the stated figure is higher by 8.5 per cent (109,678 jiwa)"},
		{people, 1354000, 1354350, "yang dikatakan lebih rendah kurang dari 0,1 persen (350 jiwa); " +
			"sama bila dibulatkan seperti ucapannya",
			"the stated figure is lower by less than 0.1 per cent (350 jiwa); the same when rounded as it was stated"},
		{people, 83000, 84178, "yang dikatakan lebih rendah 1,4 persen (1.178 jiwa)",
			"the stated figure is lower by 1.4 per cent (1,178 jiwa)"},
		{people, 84000, 84178, "yang dikatakan lebih rendah 0,2 persen (178 jiwa); " +
			"sama bila dibulatkan seperti ucapannya",
			"the stated figure is lower by 0.2 per cent (178 jiwa); the same when rounded as it was stated"},
		{people, 99, 101, "yang dikatakan lebih rendah 2,0 persen (2 jiwa)",
			"the stated figure is lower by 2.0 per cent (2 jiwa)"},
		{people, 100, 101, "yang dikatakan lebih rendah 1,0 persen (1 jiwa); sama bila dibulatkan seperti ucapannya",
			"the stated figure is lower by 1.0 per cent (1 jiwa); the same when rounded as it was stated"},
		{money, 12, 12.4, "yang dikatakan lebih rendah 3,2 persen (0,4 miliar rupiah); " +
			"sama bila dibulatkan seperti ucapannya",
			"the stated figure is lower by 3.2 per cent (0.4 miliar rupiah); the same when rounded as it was stated"},
		{people, 0, 20, "yang dikatakan lebih rendah 100,0 persen (20 jiwa)",
			"the stated figure is lower by 100.0 per cent (20 jiwa)"},
		{people, 20, 0, "yang dikatakan lebih tinggi 20 jiwa", "the stated figure is higher by 20 jiwa"},
		{money, 300, 345, "yang dikatakan lebih rendah 13,0 persen (45,0 miliar rupiah)",
			"the stated figure is lower by 13.0 per cent (45.0 miliar rupiah)"},
		{money, 1315.04, 1315, "sama dengan angka yang tercatat", "the same as the figure on record"},
		{"unit: persen, decimals: 1", 98, 96.5, "yang dikatakan lebih tinggi 1,5 poin persen",
			"the stated figure is higher by 1.5 percentage points"},
		{"unit: tahun, format: year", 2005, 2007, "yang dikatakan lebih awal 2 tahun",
			"the stated year is 2 years earlier"},
		{"unit: tahun, format: year", 2008, 2007, "yang dikatakan lebih lambat 1 tahun",
			"the stated year is 1 year later"},
		{"unit: °C, min: -50", -3, -4, "yang dikatakan lebih tinggi 25,0 persen (1 °C)",
			"the stated figure is higher by 25.0 per cent (1 °C)"},
	} {
		i := indicator(t, c.indicator)
		for tag, want := range map[string]string{"id": c.id, "en": c.en} {
			w := Writer{
				ground.Ground{Base: ground.NewBase(&site.Facts{Config: site.Config{Language: value.Language(tag)}})},
			}
			if got := w.difference(c.said, c.known, i); got != want {
				t.Errorf("%s: %v against %v is %q, not %q", tag, c.said, c.known, got, want)
			}
		}
	}
}
