package chart

import (
	"testing"
	"time"
)

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A day stands at its place, a year in its middle; what runs on reaches today, what has
// ended does not; a thing of which nothing is known has no dot.
func TestEvidence(t *testing.T) {
	year := Span{day(t, "2017-01-01"), day(t, "2017-12-31")}
	first := Span{day(t, "2015-01-01"), day(t, "2015-01-01")}
	e := DrawEvidence([][]Span{{first, year, year}, {year}, nil}, []bool{false, true, false}, day(t, "2018-12-31"))
	if n := len(e.Years); n != 4 || e.Years[0].Text != "2015" || e.Years[3].Text != "2018" || e.Years[0].X != "6" {
		t.Errorf("years: %+v", e.Years)
	}
	if r := e.Rows[0]; len(r.Dots) != 2 || r.From != "6.1" || r.To != "198.5" || r.Until == "" {
		t.Errorf("first: %+v", r)
	}
	if r := e.Rows[1]; r.From != r.To || r.Until != "" {
		t.Errorf("second: %+v", r)
	}
	if r := e.Rows[2]; r.Dots != nil || r.From != "" || r.Until != "" {
		t.Errorf("third: %+v", r)
	}
}

// A long stretch of years has a text at every few of them, the last among these.
func TestEvidenceThinsYears(t *testing.T) {
	e := DrawEvidence([][]Span{{{day(t, "1990-05-05"), day(t, "1990-05-05")}}}, []bool{false}, day(t, "2026-01-01"))
	texts := 0
	for _, y := range e.Years {
		if y.Text != "" {
			texts++
		}
	}
	if last := e.Years[len(e.Years)-1]; texts > 7 || last.Text != "2026" {
		t.Errorf("%d texts, the last %q", texts, last.Text)
	}
}
