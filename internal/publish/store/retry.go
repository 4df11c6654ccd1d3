package store

import (
	"context"
	"math/rand/v2"
	"time"
)

// Attempts is how often something is tried that may pass: with pauses that double
// half a minute in all, in which a host comes back from a restart.
const Attempts = 6

// Retry is how something that fails is tried again.
type Retry struct {
	// Pause is how long to wait the first time; a second when 0.
	Pause time.Duration
	// Sleep waits; when nil, a sleep that ends with the context.
	Sleep func(context.Context, time.Duration) error
}

// Do does something at most so often, as long as trying again is of use, and
// calls onPause before each pause.
func (r Retry) Do(ctx context.Context, times int, onPause func(error, time.Duration), f func() error) error {
	first := r.Pause
	if first == 0 {
		first = time.Second
	}
	for i := 1; ; i++ {
		err := f()
		if err == nil || IsFinal(err) || ctx.Err() != nil || i == times {
			return err
		}
		pause := first << (i - 1)
		pause += time.Duration(rand.Int64N(int64(pause)/4 + 1)) // two that fail together come back apart
		onPause(err, pause)
		if e := r.sleep(ctx, pause); e != nil {
			return err
		}
	}
}

func (r Retry) sleep(ctx context.Context, d time.Duration) error {
	if r.Sleep != nil {
		return r.Sleep(ctx, d)
	}
	return Sleep(ctx, d)
}

// Sleep waits, or ends with the context.
func Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
