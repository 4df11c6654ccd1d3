package site

import (
	"fmt"
	"strings"
	"testing"
)

func names(figures []*Figure) string {
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
		{"a series of one source", []string{"2020 3 a", "2000 1 a", "2010 2 a"}, "2020=3", "", "2010=2 2000=1", "2000=1 2010=2 2020=3"},
		{"two sources are no series", []string{"2010 1 a", "2020 2 b"}, "2020=2", "", "2010=1", ""},
		{"the source of more periods", []string{"2010 1 a", "2020 2 a,b", "2015 7 b", "2005 8 b"}, "2020=2", "", "2015=7 2010=1 2005=8", "2005=8 2015=7 2020=2"},
		{"of two as long the later", []string{"2000 1 a", "2010 2 a", "2001 1 b", "2020 3 b"}, "2020=3", "", "2010=2 2001=1 2000=1", "2001=1 2020=3"},
		{"two values of one period", []string{"2020 1 a unverified", "2020 2 b", "2010 3 a"}, "2020=2", "2020=1", "2010=3", "2010=3 2020=1"},
		{"two values of one source", []string{"2020 1 a unverified", "2020 2 a", "2010 3 a"}, "2020=2", "2020=1", "2010=3", "2010=3 2020=2"},
		{"a claim is no point", []string{"2010 1 a", "2020 9 a claim", "2015 2 a"}, "2015=2", "", "2020=9 2010=1", "2010=1 2015=2"},
		{"unverified, and newer", []string{"2025 1 a", "2026 9 b unverified"}, "2025=1", "", "2026=9", ""},
		{"unverified, and newer by far", []string{"2026 9 b unverified", "2010 1 a", "2023 5 c unverified"}, "2026=9", "", "2023=5 2010=1", ""},
		{"nor is what is missing", []string{"2020 - a", "2010 1 a"}, "2010=1", "", "2020=-", ""},
		{"spans by their end", []string{"2011/2015 1 a", "2010 2 a", "2014 3 a"}, "2011/2015=1", "", "2014=3 2010=2", "2010=2 2014=3 2011/2015=1"},
	}
	for _, test := range tests {
		list := Measures(figuresOf(t, test.figures...))
		if len(list) != 1 {
			t.Fatalf("%s: %d measures", test.name, len(list))
		}
		m := list[0]
		got := [4]string{names([]*Figure{m.Key}), names(m.Beside), names(m.Others), names(m.Series)}
		if want := [4]string{test.key, test.beside, test.others, test.series}; got != want {
			t.Errorf("%s: %q, want %q", test.name, got, want)
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
			t.Errorf("%s: %v, but latest is %v", m.Indicator, names([]*Figure{m.Key}), latest[i])
		}
	}
}

func TestOutOfDate(t *testing.T) {
	tests := []struct {
		years  int
		period Period
		day    string
		want   bool
	}{
		{10, "2010", "2020-12-31", false},
		{10, "2010", "2021-01-01", true},
		{10, "2010/2012", "2022-12-31", false},
		{1, "2024-12", "2025-12-31", false},
		{1, "2024-12", "2026-01-01", true},
		{1, "2024-02-29", "2025-03-01", false},
		{1, "2024-02-29", "2025-03-02", true},
		{0, "1900", "2026-01-01", false},
		{1 << 62, "1900", "2026-01-01", false},
	}
	for _, test := range tests {
		i := Indicator{MaxAgeYears: test.years}
		if got := i.OutOfDate(test.period, test.day); got != test.want {
			t.Errorf("%s after %d years on %s: %v", test.period, test.years, test.day, got)
		}
	}
}
