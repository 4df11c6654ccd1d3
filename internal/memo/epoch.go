package memo

import "time"

// Epoch is a span of time in which nothing falls due: what was made from the time in there stays.
type Epoch struct {
	From, Until time.Time
	// Number tells it from those before.
	Number int
}

// Holds says whether a time is in it.
func (e *Epoch) Holds(now time.Time) bool { return !now.Before(e.From) && now.Before(e.Until) }

// Enter moves on to another epoch when now is not in this one.
func (e *Epoch) Enter(now time.Time) {
	if !e.Holds(now) {
		*e = Epoch{now, now, e.Number + 1}
	}
}
