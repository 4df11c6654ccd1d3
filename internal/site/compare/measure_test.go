package compare

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"blandongan/internal/site"
)

func names(figures []*site.Figure) string {
	var list []string
	for _, f := range figures {
		v := "-"
		if f.Value != nil {
			v = fmt.Sprint(*f.Value)
		}
		list = append(list, string(f.Period)+"="+v)
	}
	return strings.Join(list, " ")
}

func TestMeasures(t *testing.T) {
	tests := []struct {
		name                        string
		figures                     []string
		key, beside, others, series string
	}{
		{"one", []string{"2020 1 a"}, "2020=1", "", "", ""},
		{"a series of one source", []string{"2020 3 a", "2000 1 a", "2010 2 a"}, "2020=3", "", "2010=2 2000=1",
			"2000=1 2010=2 2020=3"},
		{"two sources are no series", []string{"2010 1 a", "2020 2 b"}, "2020=2", "", "2010=1", ""},
		{"the source of more periods", []string{"2010 1 a", "2020 2 a,b", "2015 7 b", "2005 8 b"}, "2020=2", "",
			"2015=7 2010=1 2005=8", "2005=8 2015=7 2020=2"},
		{"of two as long the later", []string{"2000 1 a", "2010 2 a", "2001 1 b", "2020 3 b"}, "2020=3", "",
			"2010=2 2001=1 2000=1", "2001=1 2020=3"},
		{"two values of one period", []string{"2020 1 a unverified", "2020 2 b", "2010 3 a"}, "2020=2", "2020=1",
			"2010=3", "2010=3 2020=1"},
		{"two values of one source", []string{"2020 1 a unverified", "2020 2 a", "2010 3 a"}, "2020=2", "2020=1",
			"2010=3", "2010=3 2020=2"},
		{"a claim is no point", []string{"2010 1 a", "2020 9 a claim", "2015 2 a"}, "2015=2", "", "2020=9 2010=1",
			"2010=1 2015=2"},
		{"unverified, and newer", []string{"2025 1 a", "2026 9 b unverified"}, "2025=1", "", "2026=9", ""},
		{"unverified, and newer by far", []string{"2026 9 b unverified", "2010 1 a", "2023 5 c unverified"}, "2026=9",
			"", "2023=5 2010=1", ""},
		{"nor is what is missing", []string{"2020 - a", "2010 1 a"}, "2010=1", "", "2020=-", ""},
		{"years and half a year are no series", []string{"2022 8 a", "2023 8 a", "2024-01/2024-06 4 a"},
			"2024-01/2024-06=4", "", "2023=8 2022=8", "2022=8 2023=8"},
		{"nor what stretches over them", []string{"2012 1 a", "2010/2020 9 a", "2016 2 a", "2018 3 a"}, "2010/2020=9",
			"", "2018=3 2016=2 2012=1", "2012=1 2016=2 2018=3"},
		{"a day is no year", []string{"2010 1 a", "2020-04-01 2 a", "2021-04-01 3 a"}, "2021-04-01=3", "",
			"2020-04-01=2 2010=1", "2020-04-01=2 2021-04-01=3"},
		{"spans of one length", []string{"2016/2020 2 a", "2011/2015 1 a", "2018 5 a"}, "2016/2020=2", "",
			"2018=5 2011/2015=1", "2011/2015=1 2016/2020=2"},
		{"months, however long", []string{"2024-02 1 a", "2024-03 2 a", "2024-04-01/2024-04-30 3 a"},
			"2024-04-01/2024-04-30=3", "", "2024-03=2 2024-02=1", "2024-02=1 2024-03=2 2024-04-01/2024-04-30=3"},
		{"one time written in two ways", []string{"2020 1 a unverified", "2020-01/2020-12 2 a", "2019 3 a"},
			"2020-01/2020-12=2", "", "2020=1 2019=3", "2019=3 2020-01/2020-12=2"},
	}
	for _, test := range tests {
		list := Measures(figuresOf(t, test.figures...))
		if len(list) != 1 {
			t.Fatalf("%s: %d measures", test.name, len(list))
		}
		m := list[0]
		got := [4]string{names([]*site.Figure{m.Key}), names(m.Beside), names(m.Others), names(m.Series)}
		if want := [4]string{test.key, test.beside, test.others, test.series}; got != want {
			t.Errorf("%s: %q, want %q", test.name, got, want)
		}
	}
}

// Whatever the periods, those of a series are of one length and follow each other,
// by their beginnings as by their ends, so that a line through them never runs back.
func TestSeriesGoesForward(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	for range 2000 {
		var lines []string
		for range 2 + r.IntN(8) {
			y, m := 2000+r.IntN(20), 1+r.IntN(6)
			lines = append(lines, []string{
				fmt.Sprintf("%d 1 a", y), fmt.Sprintf("%d/%d 1 a", y, y+r.IntN(3)), fmt.Sprintf("%d-%02d 1 a", y, m),
				fmt.Sprintf("%d-%02d/%d-%02d 1 a", y, m, y, m+r.IntN(6)), fmt.Sprintf("%d-%02d-05 1 a", y, m),
				fmt.Sprintf("%d-%02d-05/%d-%02d-19 1 a", y, m, y, m+r.IntN(2)),
			}[r.IntN(6)])
		}
		m := Measures(figuresOf(t, lines...))[0]
		for i := 1; i < len(m.Series); i++ {
			a, b := m.Series[i-1].Period, m.Series[i].Period
			from, to := a.Bounds()
			laterFrom, laterTo := b.Bounds()
			if from >= laterFrom || to >= laterTo || a.Length() != b.Length() {
				t.Fatalf("%v: %s before %s", lines, a, b)
			}
		}
	}
}

// What stands for an indicator is the same, whoever asks.
func TestMeasuresAgreeWithLatest(t *testing.T) {
	figures := figuresOf(t, "2020 1 a unverified", "2020 2 b", "2022 9 c claim", "2024 - a", "2010 3 a")
	figures[4].Indicator = "lain"
	latest := Latest(figures)
	for i, m := range Measures(figures) {
		if m.Key.Period != latest[i].Period || m.Key.Value != latest[i].Value || m.Indicator != latest[i].Indicator {
			t.Errorf("%s: %v, but latest is %v", m.Indicator, names([]*site.Figure{m.Key}), latest[i])
		}
	}
}
