package chart

import (
	"strconv"
	"time"
)

const (
	// The first and the last day of the years that are drawn lie here.
	evidenceLeft, evidenceRight = 6, 314
	daysOfYear                  = 365.25
)

// Span is from a day to a day, the same for what is known to the day.
type Span struct{ First, Last time.Time }

// middle is halfway through the span, in years.
func (s Span) middle() float64 { return (years(s.First) + years(s.Last.AddDate(0, 0, 1))) / 2 }

func years(t time.Time) float64 { return float64(t.Year()) + float64(t.YearDay()-1)/daysOfYear }

// Evidence is a row of dots for each thing, a dot for each day on which something is
// known of it, over years that all rows share.
type Evidence struct {
	Years []YearMark    // the years, from left to right
	Rows  []EvidenceRow // the things in their order
}

// YearMark is where a year begins.
type YearMark struct {
	X    string // where it begins
	Next string // where it ends
	Text string // the year; empty where there is no room
}

// EvidenceRow is one thing.
type EvidenceRow struct {
	Dots  []string // where its days are
	From  string   // where the first is
	To    string   // where the last is
	Until string   // where today is; empty for what has come to an end
}

// DrawEvidence draws things by the spans in which they are known, of which one at least
// has any; ended says which have come to an end.
func DrawEvidence(things [][]Span, ended []bool, today time.Time) Evidence {
	first, last := today.Year(), today.Year()
	for _, spans := range things {
		for _, s := range spans {
			first, last = min(first, s.First.Year()), max(last, s.Last.Year())
		}
	}
	x := scale{float64(first), float64(last + 1), evidenceLeft, evidenceRight}
	e := Evidence{Rows: make([]EvidenceRow, len(things))}
	every := (last-first)/6 + 1
	for y := first; y <= last; y++ {
		m := YearMark{X: tenth(x.at(float64(y))), Next: tenth(x.at(float64(y + 1)))}
		if (last-y)%every == 0 {
			m.Text = strconv.Itoa(y)
		}
		e.Years = append(e.Years, m)
	}
	for i, spans := range things {
		row := &e.Rows[i]
		for n, s := range spans {
			at := tenth(x.at(s.middle()))
			if n == 0 || at != row.Dots[len(row.Dots)-1] {
				row.Dots = append(row.Dots, at)
			}
		}
		if len(row.Dots) > 0 {
			row.From, row.To = row.Dots[0], row.Dots[len(row.Dots)-1]
			if !ended[i] {
				row.Until = tenth(x.at(years(today)))
			}
		}
	}
	return e
}
