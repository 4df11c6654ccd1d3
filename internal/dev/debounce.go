package dev

import "time"

// How long to wait for quiet.
const (
	shortestWait = 5 * time.Millisecond   // after a single event
	longestWait  = 200 * time.Millisecond // at most, after the last event of many
	longestDelay = 2 * time.Second        // at most, after the first
)

// debounce decides when enough events came. It waits as long again as they have been
// coming: after a lone save next to nothing, and a checkout of thousands of files is not
// taken for finished at its first pause.
type debounce struct{ first, last time.Time }

// add takes an event.
func (d *debounce) add(now time.Time) {
	if d.first.IsZero() {
		d.first = now
	}
	d.last = now
}

// due returns when to build, and whether any event came at all.
func (d *debounce) due() (at time.Time, any bool) {
	if d.first.IsZero() {
		return time.Time{}, false
	}
	at = d.last.Add(min(max(d.last.Sub(d.first), shortestWait), longestWait))
	if end := d.first.Add(longestDelay); at.After(end) {
		at = end
	}
	return at, true
}

// over says whether it is time, and if so begins anew.
func (d *debounce) over(now time.Time) bool {
	at, any := d.due()
	if !any || now.Before(at) {
		return false
	}
	*d = debounce{}
	return true
}
