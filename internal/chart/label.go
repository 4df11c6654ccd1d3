package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/atlas"
)

// MapLabel is what stands on an area; Rise is how far its first line is below its
// point, in letter sizes.
type MapLabel struct {
	X       string    // the middle of the area
	Y       string    // the same from above
	Rise    string    // how far the first line is below that, in letter sizes
	First   string    // the first line
	Further []MapLine // the others
	Leader  string    // the path of a line from the area to a label that stands apart; else empty
}

// MapLine is a further line of a label, a value the last; Rise is its distance from
// the line before.
type MapLine struct {
	Text string // the line
	Rise string // how far it is below the line before, in letter sizes
}

// DrawLabel draws a label with a value in the line below, if it is a name.
func DrawLabel(l *atlas.Label, value string) MapLabel {
	v := MapLabel{X: plain(l.X), Y: plain(l.Y)}
	lines := l.Lines
	if l.Number > 0 {
		lines, value = []string{strconv.Itoa(l.Number)}, ""
	}
	if value != "" {
		lines = append(slices.Clone(lines), value)
	}
	if len(lines) == 0 {
		return v // it has no name, which has been reported
	}
	// all stand around the middle, the first on its feet
	v.First, v.Rise = lines[0], em(.35-float64(atlas.LineHeight*float64(len(lines)-1))/2)
	for _, text := range lines[1:] {
		v.Further = append(v.Further, MapLine{text, em(atlas.LineHeight)})
	}
	if l.Apart {
		v.Leader = "M" + plain(l.FromX) + " " + plain(l.FromY) + "L" + v.X + " " + v.Y
	}
	return v
}

// em writes letter sizes, without the zero before the point.
func em(x float64) string {
	return strings.Replace(plain(math.Round(100*x)/100), "0.", ".", 1)
}
