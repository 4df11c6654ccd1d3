package dev

import "time"

// The bounds of a quiet time.
const (
	loneWait = 5 * time.Millisecond   // after a single bell
	longWait = 200 * time.Millisecond // at most, between bells of one flurry
	patience = 2 * time.Second        // at most, from the first bell on
)

// quiet decides when bells have rung enough. It waits as long again as they
// have been ringing: a lone save waits for next to nothing, and a checkout of
// thousands of files is not taken for finished at its first pause for breath.
type quiet struct{ first, last time.Time }

func (q *quiet) ring(now time.Time) {
	if q.first.IsZero() {
		q.first = now
	}
	q.last = now
}

// due returns when to look, and whether anything rang at all.
func (q *quiet) due() (time.Time, bool) {
	if q.first.IsZero() {
		return time.Time{}, false
	}
	at := q.last.Add(min(max(q.last.Sub(q.first), loneWait), longWait))
	if end := q.first.Add(patience); at.After(end) {
		at = end
	}
	return at, true
}

// over says whether it is time, and if so begins anew.
func (q *quiet) over(now time.Time) bool {
	at, rang := q.due()
	if !rang || now.Before(at) {
		return false
	}
	*q = quiet{}
	return true
}
