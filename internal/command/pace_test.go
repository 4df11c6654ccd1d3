package command

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// What is left falls evenly where the work goes evenly, with the noise of a busy machine too, and is right.
func TestPace(t *testing.T) {
	start := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for _, noise := range []float64{0, 0.5} {
		r := rand.New(rand.NewPCG(3, 3))
		var p pace
		last, rises, known := math.MaxInt, 0, 0
		const ticks = 200 // 40 seconds
		for i := range ticks {
			share := (float64(i) + noise*r.Float64()*5) / (ticks + 5)
			left, is := p.left(start.Add(time.Duration(i)*drawEvery), "making", share)
			if !is {
				continue
			}
			known++
			if left > last {
				rises++
			}
			last = left
			if want := float64(ticks-i) * drawEvery.Seconds(); math.Abs(float64(left)-want) > 3+want/3 {
				t.Errorf("noise %v: after %d: %d seconds left, not %.0f", noise, i, left, want)
			}
		}
		if known < ticks-10 || rises > 0 {
			t.Errorf("noise %v: known %d times of %d, it rose %d times", noise, known, ticks, rises)
		}
	}
}

// A step that goes slower from its half on takes longer than was thought: that is told, not each time.
func TestPaceSlower(t *testing.T) {
	start := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	var p pace
	told, rises, last := 0, 0, 0
	for i := range 300 {
		share := min(float64(i)/200, 0.5)
		if i > 100 {
			share += float64(i-100) / 1000
		}
		left, known := p.left(start.Add(time.Duration(i)*drawEvery), "making", share)
		if !known {
			continue
		}
		if told++; last > 0 && left > last {
			rises++
		}
		last = left
	}
	if told == 0 || last < 15 || rises == 0 || rises > 10 {
		t.Errorf("told %d times, at last %d seconds, rose %d times", told, last, rises)
	}
}

// Nothing is said before anything is known, at the end, or of the step before.
func TestPaceUnknown(t *testing.T) {
	start := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	var p pace
	for _, c := range []struct {
		after time.Duration
		step  string
		share float64
		known bool
	}{
		{0, "reading", 0, false},
		{900 * time.Millisecond, "reading", 0.5, false},
		{2 * time.Second, "reading", 0.6, true},
		{3 * time.Second, "reading", 1, false},
		{4 * time.Second, "planning", 0, false},
		{9 * time.Second, "planning", 0, false},
		{10 * time.Second, "making", 0.1, false},
		{12 * time.Second, "making", 0.11, false},
		{13 * time.Second, "making", 0.2, true},
	} {
		if left, known := p.left(start.Add(c.after), c.step, c.share); known != c.known {
			t.Errorf("%+v: %d, %v", c, left, known)
		}
	}
}
