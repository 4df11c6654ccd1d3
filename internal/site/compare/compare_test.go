package compare

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// figuresOf reads figures of one indicator, written as "2020 84178 bps,kode" and,
// after that, a status; "-" is a value that is missing.
func figuresOf(t *testing.T, lines ...string) []site.Figure {
	t.Helper()
	var list []site.Figure
	for _, line := range lines {
		words := strings.Fields(line)
		f := site.Figure{Indicator: "jiwa", Period: value.Period(words[0]), Source: strings.Split(words[2], ",")}
		if words[1] != "-" {
			f.Value = new(float64)
			if _, err := fmt.Sscan(words[1], f.Value); err != nil {
				t.Fatal(err)
			}
		}
		if len(words) > 3 {
			f.Status = words[3]
		}
		list = append(list, f)
	}
	return list
}

// row writes a comparison: "2020 bps: 3 - 1".
func (c *Comparison) row() string {
	s := fmt.Sprintf("%s %s:", c.Period, c.Source)
	for _, f := range c.Figures {
		if f == nil {
			s += " -"
		} else {
			s += fmt.Sprintf(" %v", *f.Value)
		}
	}
	if c.City != nil {
		s += fmt.Sprintf(" of %v", *c.City.Value)
	}
	return s
}

func TestCompare(t *testing.T) {
	tests := []struct {
		name      string
		indicator site.Indicator
		kecamatan [][]string
		city      []string
		want      string
	}{
		{"one source", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 a"}, {"2020 2 a"}}, []string{"2020 6 a"},
			"2020 a: 3 1 2 of 6"},
		{"a city counted in another way", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 a"}},
			[]string{"2020 6 b"}, "2020 a: 3 1"},
		{"a city of the producer, copied elsewhere", site.Indicator{Producer: "P"},
			[][]string{{"2020 3 a"}, {"2020 1 a"}}, []string{"2020 6 b"}, "2020 a: 3 1 of 6"},
		{"of the city's figures that of the source", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 a"}},
			[]string{"2020 5 b", "2020 6 a unverified"}, "2020 a: 3 1 of 6"},
		{"a gap", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 - a"}, {"2020 2 a"}}, nil, "2020 a: 3 - 2"},
		{"one alone", site.Indicator{}, [][]string{{"2020 3 a"}, {}, {}}, nil, ""},
		{"none", site.Indicator{}, [][]string{{}, {}}, []string{"2020 6 a"}, ""},
		{"other sources", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 b"}, {"2020 2 c"}}, nil, ""},
		{"other sources of one producer", site.Indicator{Producer: "P"},
			[][]string{{"2020 3 a"}, {"2020 1 b"}, {"2020 2 c"}}, nil, "2020 : 3 1 2"},
		{"a common source of one producer", site.Indicator{Producer: "P"},
			[][]string{{"2020 3 b,a"}, {"2020 1 a"}, {"2020 2 c,a"}}, nil, "2020 a: 3 1 2"},
		{"the source of most", site.Indicator{}, [][]string{{"2020 3 a,b"}, {"2020 1 b"}, {"2020 2 c,b"}}, nil,
			"2020 b: 3 1 2"},
		{"claims", site.Indicator{Producer: "P"}, [][]string{{"2020 3 a claim"}, {"2020 1 a"}, {"2020 2 a"}},
			[]string{"2020 6 a claim"}, "2020 a: - 1 2"},
		{"the newest year that most have", site.Indicator{}, [][]string{{"2010 3 a", "2020 4 a"},
			{"2010 1 a", "2020 2 a"}, {"2010 2 a"}}, nil, "2020 a: 4 2 -"},
		{"an older year where few have the newest", site.Indicator{},
			[][]string{{"2010 3 a", "2020 4 a"}, {"2010 1 a"}, {"2010 2 a"}}, nil, "2010 a: 3 1 2"},
		{"the year of most where none has more than half", site.Indicator{},
			[][]string{{"2010 3 a"}, {"2010 1 a"}, {"2020 2 a"}, {}}, nil, "2010 a: 3 1 - -"},
		{"different periods", site.Indicator{Producer: "P"}, [][]string{{"2010 3 a"}, {"2011 1 a"}, {"2012 2 a"}},
			nil, ""},
		{"years of formation", site.Indicator{Format: "year"}, [][]string{{"2007 2007 a"}, {"2007 2008 a"}}, nil, ""},
		{"two values, one official", site.Indicator{}, [][]string{{"2020 3 a unverified", "2020 4 a"}, {"2020 1 a"}},
			nil, "2020 a: 4 1"},
		{"two values, none official", site.Indicator{}, [][]string{{"2020 3 a unverified", "2020 4 a unverified"},
			{"2020 1 a"}}, nil, "2020 a: 3 1"},
		{"a city of another year", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 a"}}, []string{"2010 6 a"},
			"2020 a: 3 1"},
		{"an official city", site.Indicator{}, [][]string{{"2020 3 a"}, {"2020 1 a"}},
			[]string{"2020 5 b unverified", "2020 6 a"}, "2020 a: 3 1 of 6"},
	}
	for _, test := range tests {
		test.indicator.ID = "jiwa"
		s := &site.Facts{Indicators: map[string]site.Indicator{"jiwa": test.indicator},
			City: site.City{Figures: figuresOf(t, test.city...)}}
		for _, lines := range test.kecamatan {
			s.Kecamatan = append(s.Kecamatan, site.Kecamatan{Figures: figuresOf(t, lines...)})
		}
		got := ""
		if c, ok := Of(s, "jiwa"); ok {
			got = c.row()
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if _, ok := Of(&site.Facts{}, "jiwa"); ok {
		t.Error("an indicator that nobody knows is compared")
	}
}

func TestRank(t *testing.T) {
	s := &site.Facts{Indicators: map[string]site.Indicator{"jiwa": {ID: "jiwa"}}}
	for _, line := range []string{"2020 5 a", "2020 9 a", "2020 5 a", "2020 - a", "2020 1 a"} {
		s.Kecamatan = append(s.Kecamatan, site.Kecamatan{Figures: figuresOf(t, line)})
	}
	c, ok := Of(s, "jiwa")
	if !ok || c.Known != 4 {
		t.Fatalf("%d known, %v", c.Known, ok)
	}
	for k, want := range []struct {
		place   int
		sharing []int
	}{{2, []int{2}}, {1, nil}, {2, []int{0}}, {0, nil}, {4, nil}} {
		if place, sharing := c.Rank(k); place != want.place || !reflect.DeepEqual(sharing, want.sharing) {
			t.Errorf("%d: place %d with %v, want %v", k, place, sharing, want)
		}
	}
}

func TestEnds(t *testing.T) {
	s := &site.Facts{Indicators: map[string]site.Indicator{"jiwa": {ID: "jiwa"}}}
	for _, line := range []string{"2020 - a", "2020 5 a", "2020 9 a", "2020 1 a", "2020 9 a", "2020 1 a", "2020 2 a"} {
		s.Kecamatan = append(s.Kecamatan, site.Kecamatan{Figures: figuresOf(t, line)})
	}
	c, _ := Of(s, "jiwa")
	if least, most := c.Ends(); least != 5 || most != 2 {
		t.Errorf("the least is %d, the greatest %d", least, most)
	}
}
