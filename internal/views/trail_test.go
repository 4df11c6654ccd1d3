package views

import (
	"testing"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// What is known of a year that is not over is drawn no later than today.
func TestEvidenceEndsToday(t *testing.T) {
	x := &site.Program{Started: value.Day("2020"), Awards: []site.Award{{Year: 2026}}}
	row := factsOn("2026-02-01", &site.Facts{}).evidenceView([]*site.Program{x}).Rows[0]
	if len(row.Dots) != 2 || len(row.To) > len(row.Until) || row.To > row.Until {
		t.Errorf("a dot at %s, today at %s", row.To, row.Until)
	}
}

// The front page tells of the program for which most came, not of one for which some will.
func TestSoughtProgram(t *testing.T) {
	s := factsOn("2026-11-29", &site.Facts{
		Programs: []site.Program{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		Visits: []site.Visit{
			{Start: "2027", Programs: []string{"a"}}, {Start: "2027", Programs: []string{"a"}},
			{Start: "2020", Programs: []string{"b"}}, {Start: "2021", Programs: []string{"c"}},
		},
		Adoptions: []site.Adoption{{Program: "c"}},
	})
	if x := s.soughtProgram(); x == nil || x.ID != "c" {
		t.Errorf("%+v", x)
	}
	s.Facts.Visits, s.Facts.Adoptions = s.Facts.Visits[:2], nil
	if x := s.soughtProgram(); x != nil {
		t.Errorf("%+v", x)
	}
}

// A visit that has begun is not over.
func TestVisitIsOver(t *testing.T) {
	for today, want := range map[string]bool{"2026-11-07": true, "2026-11-09": true, "2026-11-10": false} {
		v := &site.Visit{Start: "2026-11-06", Reception: "2026-11-07", End: "2026-11-09"}
		if got := factsOn(today, &site.Facts{}).toCome(v); got != want {
			t.Errorf("on %s: %t", today, got)
		}
	}
}
