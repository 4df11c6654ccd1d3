package figures

import "testing"

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
		views, _ := profileOf(t, "id", test.figures, sister, "", "").Split()
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
