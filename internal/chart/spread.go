package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	// The least and the greatest value of a spread lie here.
	spreadLeft, spreadRight = 10, 310
	// A dot that would hide another stands on it.
	dotPitch, dotRadius, ownRadius = 10, 4.5, 8
	// What stands above the highest dot, and below the line.
	spreadAir = 10
)

// Spread is a line from the least to the greatest of some values, with a dot for each.
type Spread struct {
	Height string // its height
	Line   string // the line
	Dots   string // the dots of all others, to be drawn by round strokes
	OwnX   string // where the own dot is; empty where there is none
	OwnY   string // the same from above
	Mark   string // the path of a mark across the line; empty when there is none
}

// dot is one value of a spread, at a place of the line and so many dots above it.
type dot struct {
	at    float64
	own   bool
	level int
}

// DrawSpread draws values, nil where one is not known; own is the position of the one that
// the spread is about, mark may be nil.
func DrawSpread(values []*float64, own int, mark *float64) Spread {
	x := spreadScale(values, mark)
	dots := pile(values, own, x)
	top := 0
	for _, d := range dots {
		top = max(top, d.level)
	}
	base := float64(top*dotPitch + spreadAir)
	s := Spread{Height: tenth(base + spreadAir), Line: "M2 " + tenth(base) + "h316"}
	var others strings.Builder
	for _, d := range dots {
		at, y := tenth(d.at), tenth(base-float64(d.level*dotPitch))
		if d.own {
			s.OwnX, s.OwnY = at, y
			continue
		}
		others.WriteString("M" + at + " " + y + "h0")
	}
	s.Dots = others.String()
	if mark != nil {
		s.Mark = "M" + tenth(x.at(*mark)) + " " + tenth(base-spreadAir+1) + "v18"
	}
	return s
}

// spreadScale goes from the least to the greatest: dots have places, not lengths, so zero
// need not be there.
func spreadScale(values []*float64, mark *float64) scale {
	x := scale{math.Inf(1), math.Inf(-1), spreadLeft, spreadRight}
	for _, v := range append(slices.Clone(values), mark) {
		if v != nil {
			x.low, x.high = min(x.low, *v), max(x.high, *v)
		}
	}
	if x.low == x.high { // in the middle
		x.low, x.high = x.low-1, x.high+1
	}
	return x
}

// pile places the dots, the own first, each as low as no other is hidden.
func pile(values []*float64, own int, x scale) []dot {
	var dots []dot
	for i, v := range values {
		if v != nil {
			dots = append(dots, dot{at: x.at(*v), own: i == own})
		}
	}
	slices.SortStableFunc(dots, func(a, b dot) int {
		if a.own != b.own {
			return map[bool]int{true: -1, false: 1}[a.own]
		}
		return cmp.Compare(a.at, b.at)
	})
	for i := range dots {
		for slices.ContainsFunc(dots[:i], dots[i].hides) {
			dots[i].level++
		}
	}
	return dots
}

// hides says whether a dot would cover most of another.
func (d dot) hides(other dot) bool {
	room := dotRadius + dotRadius
	if other.own {
		room = dotRadius + ownRadius/2
	}
	return d.level == other.level && math.Abs(d.at-other.at) < room*.8
}
