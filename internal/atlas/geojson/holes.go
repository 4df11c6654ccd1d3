package geojson

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// A hole is doubted when a point of it lies outside its border by a tenth of the hole,
// and that can be seen: by some hundredths of the area; or when it leaves nothing.
const (
	holeOff    = 0.1
	holeSeen   = 0.02
	holeWhole  = 0.995
	holePoints = 40         // of a hole that are looked at
	mostSteps  = 10_000_000 // of borders, in a whole map: some hundredths of a second
)

// holes warns of those that are not inside the border of their area.
func (r *reader) holes(islands []island) {
	var border island
	steps, reported := 0, map[int]bool{}
	for _, is := range islands {
		switch {
		case !is.hole:
			border = is
		case !reported[is.feature] && border.misses(&is, &steps):
			reported[is.feature] = true
			r.hint(r.say(is.at, "hole-outside", r.nameOf(is)), "hole-drop")
		}
	}
}

// misses says whether a hole is not inside this border.
func (is *island) misses(hole *island, steps *int) bool {
	if own := twice(is.points); own > 0 && twice(hole.points) >= holeWhole*own {
		return true
	}
	off := max(holeOff*diagonal(hole.bound), holeSeen*diagonal(is.bound))
	if near := grown(is.bound, off); !near.Contains(hole.bound.Min) || !near.Contains(hole.bound.Max) {
		return true
	}
	for n := 0; n < len(hole.points); n += len(hole.points)/holePoints + 1 {
		if *steps += len(is.points); *steps > mostSteps {
			return false
		}
		if is.away(hole.points[n]) > off {
			return true
		}
	}
	return false
}

// away is how far outside a border a point lies, 0 when it is inside.
func (is *island) away(p orb.Point) float64 {
	if planar.RingContains(is.points, p) {
		return 0
	}
	return planar.DistanceFrom(orb.LineString(is.points), p)
}
