package command

import "time"

// pace tells how long something will still take, from how fast it went so far. What it says falls
// evenly: a moment in which all went slower does not show.
type pace struct {
	step  string
	began time.Time
	from  float64   // the share of the step that was done when we first heard of it
	end   time.Time // as we think now
	shown int
}

// A pace is known when somewhat was done, for somewhat long.
const (
	leastTime  = time.Second
	leastShare = 0.02
)

// easing is the part of a new estimate that counts, of those that come a few times in a second.
const easing = 0.1

// left is how many seconds a step will still take of which a share, from 0 to 1, is done; false while nobody can say.
func (p *pace) left(now time.Time, step string, share float64) (seconds int, known bool) {
	if p.step != step || share < p.from {
		*p = pace{step: step, began: now, from: share}
	}
	took, did := now.Sub(p.began), share-p.from
	if took < leastTime || did < leastShare || share >= 1 {
		return 0, false
	}
	end := now.Add(time.Duration(float64(took) * (1 - share) / did))
	if p.end.IsZero() {
		p.end = end
	}
	p.end = p.end.Add(time.Duration(easing * float64(end.Sub(p.end))))
	seconds = max(1, int((p.end.Sub(now)+time.Second-1)/time.Second))
	if p.shown == 0 || seconds < p.shown || seconds > p.shown+max(2, p.shown/4) {
		p.shown = seconds
	}
	return p.shown, true
}
