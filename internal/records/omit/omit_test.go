package omit_test

import (
	"reflect"
	"testing"

	"blandongan/internal/records/omit"
)

type place struct {
	Name    string   `key:"name,required"`
	Borders []string `key:"borders" ref:"place"`
	Visit   string   `key:"visit" ref:"visit"`
	Sources []string `key:"sources,required" ref:"source"`
	Head    *person  `key:"head"`
	Figures []figure `key:"figures"`
	hidden  string
}

type person struct {
	Name   string   `key:"name"`
	Source []string `key:"source" ref:"source"`
}

type figure struct {
	Of     string   `key:"of" ref:"indicator"`
	Value  *int     `key:"value"`
	Source []string `key:"source" ref:"source"`
}

// What rests on a thing that is gone goes with it, all else stays, and what was given is as it was.
func TestWithout(t *testing.T) {
	five := 5
	whole := func() *place {
		return &place{"Hulu", []string{"a", "b"}, "v", []string{"s", "u"}, &person{"Ani", []string{"u"}},
			[]figure{{"i", &five, []string{"s"}}, {"j", &five, []string{"s", "u"}}, {Of: "i"}}, "kept"}
	}
	for name, c := range map[string]struct {
		gone []string
		want func(*place)
		lost bool
	}{
		"none":                {nil, func(*place) {}, false},
		"one of a list":       {[]string{"place a"}, func(p *place) { p.Borders = []string{"b"} }, false},
		"all of a list":       {[]string{"place a", "place b"}, func(p *place) { p.Borders = nil }, false},
		"of another kind":     {[]string{"visit a", "place v"}, func(*place) {}, false},
		"an optional one":     {[]string{"visit v"}, func(p *place) { p.Visit = "" }, false},
		"what parts are of":   {[]string{"indicator i"}, func(p *place) { p.Figures = p.Figures[1:2] }, false},
		"what all parts name": {[]string{"indicator i", "indicator j"}, func(p *place) { p.Figures = nil }, false},
		"what parts rest on": {[]string{"source u"}, func(p *place) {
			p.Sources, p.Head, p.Figures[1].Source = []string{"s"}, nil, []string{"s"}
		}, false},
		"what it must name": {[]string{"source s", "source u"}, func(*place) {}, true},
	} {
		given, want := whole(), whole()
		got, ok := omit.Without(given, func(kind, id string) bool {
			for _, gone := range c.gone {
				if gone == kind+" "+id {
					return true
				}
			}
			return false
		})
		c.want(want)
		if !reflect.DeepEqual(got, want) || ok == c.lost {
			t.Errorf("%s: %+v %v, want %+v", name, got, ok, want)
		}
		if !reflect.DeepEqual(given, whole()) {
			t.Errorf("%s: what was given became %+v", name, given)
		}
		if reflect.DeepEqual(want, whole()) && got != any(given) {
			t.Errorf("%s: a copy was made", name)
		}
	}
}
