package compare

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// The figure beside a claim is of the same place and indicator and the nearest in
// time: an official one, an unverified one where there is no other.
func TestRecorded(t *testing.T) {
	of := func(x float64) *float64 { return &x }
	s := &site.Facts{City: site.City{Figures: []site.Figure{
		{Indicator: "p", Period: "2010", Value: of(10)},
		{Indicator: "p", Period: "2015", Value: of(15), Status: "unverified"},
		{Indicator: "p", Period: "2016", Value: of(16), Status: "claim"},
		{Indicator: "p", Period: "2020", Value: of(20), Status: "estimate"},
		{Indicator: "p", Period: "2022"},
		{Indicator: "q", Period: "2017", Value: of(99)},
		{Indicator: "u", Period: "2015", Value: of(5), Status: "unverified"},
		{Indicator: "u", Period: "2020", Value: of(6), Status: "unverified"},
		{Indicator: "u", Period: "2019", Value: of(7), Status: "claim"},
	}}}
	for wanted, want := range map[value.Period]float64{"2011": 10, "2014": 10, "2016": 20, "2017-11-07": 20,
		"2030": 20, "": 20, "2015": 20} {
		if f := Recorded(s, "", "p", wanted); f == nil || *f.Value != want {
			t.Errorf("for %q: %+v, want %v", wanted, f, want)
		}
	}
	if f := Recorded(s, "", "u", "2019"); f == nil || *f.Value != 6 {
		t.Errorf("where nothing is official: %+v", f)
	}
	if f := Recorded(s, "", "nothing", "2017"); f != nil {
		t.Errorf("of no indicator: %+v", f)
	}
	if f := Recorded(s, "no-kecamatan", "p", "2017"); f != nil {
		t.Errorf("of no kecamatan: %+v", f)
	}
}

// What is on record stands beside a claim even where both rest on one source: an official
// figure always, what nobody verified unless it is the same number, which would confirm itself.
func TestAgainstOwnSource(t *testing.T) {
	of := func(x float64) *float64 { return &x }
	book, echo := site.Figure{Indicator: "p", Period: "2024", Value: of(47152)}, site.Figure{}
	book.Source = []string{"book"}
	echo = book
	echo.Status = "unverified"
	for _, c := range []struct {
		figure      site.Figure
		said        float64
		claim, news []string
		want        int
	}{
		{book, 50000, []string{"book"}, nil, 1}, {book, 50000, nil, []string{"book"}, 1},
		{book, 47152, []string{"book"}, nil, 1}, {book, 50000, []string{"speech"}, nil, 1},
		{echo, 50000, []string{"book"}, nil, 1}, {echo, 47152, []string{"speech"}, nil, 1},
		{echo, 47152, []string{"speech", "book"}, nil, 0}, {echo, 47152, nil, []string{"book"}, 0},
	} {
		s := &site.Facts{City: site.City{Figures: []site.Figure{c.figure}}}
		x := &site.Claim{Indicator: "p", Period: "2024", Value: &c.said, Source: c.claim}
		got, same := Against(s, x, &site.News{Article: &site.Article{Sources: c.news}})
		if len(got) != c.want || same != (c.want > 0) {
			t.Errorf("%v %s against %v of %v, %v: %d figures, same %v", *c.figure.Value, c.figure.Status, c.said,
				c.claim, c.news, len(got), same)
		}
	}
}
