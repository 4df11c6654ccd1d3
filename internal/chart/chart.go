// Package chart turns numbers and short texts into shapes: dots on lines, lines through
// points, networks, shades and labels of maps.
//
// In come values, and texts as they shall stand. Out come positions, lengths and
// paths as they are written in SVG, and texts cut to the room they have. It knows
// nothing of the site, of language or of HTML.
//
// A chart is chartWidth units wide. Lengths are rounded to a tenth, so the same values
// give the same bytes on every machine.
package chart

import (
	"math"
	"strconv"
)

// chartWidth is that of trends; that of a network is its own.
const chartWidth = 320

// textGap is how far texts keep from each other at least.
const textGap = 7

// scale maps values to a stretch of the chart.
type scale struct{ low, high, from, to float64 }

func (s scale) at(x float64) float64 {
	return s.from + (s.to-s.from)*(x-s.low)/(s.high-s.low)
}

// scaleOf holds zero and all values: a bar or a line that does not begin at zero
// makes small differences look great.
func scaleOf(values []float64, from, to float64) scale {
	s := scale{from: from, to: to}
	for _, x := range values {
		s.low, s.high = min(s.low, x), max(s.high, x)
	}
	if s.low == s.high {
		s.high = 1 // all are zero
	}
	return s
}

// tenth writes a length rounded to a tenth.
func tenth(x float64) string {
	return plain(math.Round(x*10)/10 + 0) // + 0 makes -0 0
}

// plain writes a length as it is.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
