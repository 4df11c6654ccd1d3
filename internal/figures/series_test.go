package figures

import (
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// cityOf is a city with figures, each "indicator period value [status]", of a count, an
// estimate and what was expected.
func cityOf(t *testing.T, lines ...string) Writer {
	t.Helper()
	f := &site.Facts{Config: site.Config{Language: "id"}, Indicators: map[string]site.Indicator{
		"cacah": named(t, "cacah", "unit: jiwa, topic: penduduk, producer: BPS"),
		"kira":  named(t, "kira", "unit: jiwa, topic: penduduk"),
		"duga":  named(t, "duga", "unit: jiwa, topic: penduduk, ahead: true"),
		"uang":  named(t, "uang", "unit: miliar rupiah"),
		"pajak": named(t, "pajak", "unit: miliar rupiah"),
	}}
	for _, line := range lines {
		words := strings.Fields(line)
		x := site.Figure{Indicator: words[0], Period: value.Period(words[1]), Source: []string{words[0]}}
		if n, err := strconv.ParseFloat(words[2], 64); err == nil {
			x.Value = &n
		}
		if len(words) > 3 {
			x.Status = words[3]
		}
		f.City.Figures = append(f.City.Figures, x)
	}
	return Writer{ground.Ground{Base: ground.NewBase(f), Facts: f, Today: "2026-01-01"}}
}

// What was expected of a time is held against what was counted then; without both the
// title says only what is drawn.
func TestSeries(t *testing.T) {
	counted := []string{
		"cacah 2010 90", "cacah 2020 100 unverified", "kira 2021 101 estimate", "kira 2022 103 estimate",
	}
	for _, c := range []struct {
		title, drawn string
		lines        []string
	}{
		{"Proyeksi 2020 meleset 25 jiwa dari cacah", "cacah 2 true kira 2 true duga 2 true −25",
			[]string{"duga 2015 110 estimate", "duga 2020 125 estimate", "duga 2021 126 claim"}},
		{"Proyeksi 2020 meleset 25 jiwa dari cacah", "cacah 2 true kira 2 true duga 1 false +25",
			[]string{"duga 2020 75"}},
		{"Proyeksi 2020 meleset 25 jiwa dari cacah", "cacah 2 true kira 3 true duga 2 true +25",
			[]string{"duga 2020 75", "duga 2030 999", "kira 2030 111 estimate"}}, // nobody counted in 2030
		{"3 cara menghitung, tidak disambung", "cacah 2 true kira 2 true duga 1 false", []string{"duga 2019 75"}},
		{"3 cara menghitung, tidak disambung", "cacah 2 true kira 2 true duga 1 false", []string{"duga 2020 100"}},
		{"2 cara menghitung, tidak disambung", "cacah 2 true kira 2 true", nil},
	} {
		w := cityOf(t, append(counted, c.lines...)...)
		v := w.Series(w.Citer())
		if v == nil {
			t.Fatalf("%v: nothing is drawn", c.lines)
		}
		var drawn []string
		for _, s := range v.Strips {
			drawn = append(drawn, s.Name, w.Count(len(s.Points)), strconv.FormatBool(s.Line != ""))
			if s.Strip.Gap != nil {
				drawn = append(drawn, s.Strip.Gap.Text)
			}
		}
		if got := strings.Join(drawn, " "); v.Title != c.title || got != c.drawn || !v.HasWeak {
			t.Errorf("%v: %s, %s, not %s, %s", c.lines, v.Title, got, c.title, c.drawn)
		}
	}
	if w := cityOf(t, counted[0], counted[2], counted[3]); w.Series(w.Citer()) != nil {
		t.Error("a single series is drawn")
	}
}

// What stands large for the city is the newest that has come.
func TestLeading(t *testing.T) {
	w := cityOf(t, "cacah 2020 90", "cacah 2025 100", "cacah 2030 111 estimate", "uang 2027 5 estimate",
		"duga 2025 101", "pajak 2026 7 provisional")
	var got []string
	for _, f := range w.Leading() {
		got = append(got, f.Indicator+" "+string(f.Period))
	}
	if s := strings.Join(got, ", "); s != "cacah 2025, pajak 2026" {
		t.Error(s)
	}
}

// Of each indicator the newest of the best figures counts; what nobody published is told.
func TestCoverage(t *testing.T) {
	w := cityOf(t, "cacah 2010 90", "cacah 2020 100 unverified", "kira 2021 101 estimate", "kira 2022 103 estimate",
		"uang 2020 -", "pajak 2020 3 claim")
	v := w.Coverage()
	var got []string
	for _, topic := range v.Topics {
		got = append(got, topic.Name+": "+topic.Title)
		for _, r := range topic.Rows {
			got = append(got, r.Indicator+" "+r.Standing+" "+r.Period)
		}
	}
	const want = "penduduk: 1 dari 3 resmi; cacah official 2010; duga none ; kira estimate 2022; " +
		"Angka lain: belum ada yang resmi; pajak claim 2020; uang none "
	if s := strings.Join(got, "; "); s != want || !strings.HasPrefix(v.Title, "1 dari 5 ") {
		t.Errorf("%s: %s, not %s", v.Title, s, want)
	}
}

// A number that was said of the city stands beside what is on record of its time, and
// beside those that are the same number.
func TestCityClaims(t *testing.T) {
	w := cityOf(t, "uang 2017 1315 provisional", "pajak 2017 300", "pajak 2018 300", "kira 2017 300")
	said, other := 300.0, 5.0
	n := &site.News{Article: &site.Article{ID: "x", Title: "Kabar", Claims: []site.Claim{
		{Indicator: "cacah", Value: &other, Period: "2017"},
		{Indicator: "uang", Value: &said, Period: "2017", Kecamatan: "x"},
		{Indicator: "uang", Value: &said, Period: "2017"},
		{},
	}}}
	list := w.CityClaims([]*site.News{n}, w.Citer())
	if len(list) != 2 || list[0].Value != "300" || list[1].Value != "5" || list[1].Bars != nil {
		t.Fatalf("claims %+v", list)
	}
	c := list[0]
	if c.Title != "Yang dikatakan 300 miliar rupiah, yang tercatat 1.315 miliar rupiah" ||
		len(c.Same) != 1 || c.Same[0].Indicator != "pajak" || len(c.Bars.Bars) != 3 {
		t.Errorf("%s; the same: %+v; %d bars", c.Title, c.Same, len(c.Bars.Bars))
	}
}
