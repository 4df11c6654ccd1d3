package atlas

import (
	"math"

	"github.com/paulmach/orb"
)

// A decimal comma in one of two numbers makes three, which pass for a position with a
// height: [106,66, -6.35], [106.66, -6,35]. When all positions of an area can be read so,
// and lie in the country then, it is what they are: no area has whole longitudes and
// latitudes and a height below the sea, or whole latitudes only and heights of all kinds.
type commas struct {
	at       int        // of the first position with three numbers, 0 for none
	first    [3]float64 // its numbers
	notX     bool       // a longitude is surely not taken apart
	notY     bool       // a latitude is not
	fraction bool       // a third number is not whole
	several  bool       // third numbers are not all the same
}

// add looks at a position of two or three numbers.
func (c *commas) add(at, n int, p [3]float64) {
	wholeX, wholeY := isWhole(p[0]), isWhole(p[1])
	c.notX = c.notX || !wholeX
	c.notY = c.notY || !wholeY
	if n < 3 {
		return
	}
	if c.at == 0 {
		c.at, c.first = at, p
	}
	c.notX = c.notX || !wholeY || p[1] < 0 || !country(false).Contains(orb.Point{p[0], p[2]})
	c.notY = c.notY || !isWhole(p[2]) || p[2] < 0 || !country(false).Contains(orb.Point{p[0], p[1]})
	c.fraction = c.fraction || !isWhole(p[2])
	c.several = c.several || p[2] != c.first[2]
}

func isWhole(x float64) bool { return x == math.Trunc(x) }

// meant is the first position with a decimal point in place of the comma, "" when there
// was none.
func (c *commas) meant() string {
	x, y, z := plain(c.first[0]), plain(c.first[1]), plain(c.first[2])
	switch {
	case c.at == 0:
		return ""
	case !c.notX && c.fraction:
		return "[" + x + "." + y + ", " + z + "]"
	case !c.notY && c.notX && c.several:
		return "[" + x + ", " + y + "." + z + "]"
	}
	return ""
}

// tellCommas tells of an area all of whose positions have a decimal comma.
func (r *reader) tellCommas() {
	if meant := r.commas.meant(); meant != "" && r.wrong == "" {
		r.tellComma(r.commas.at, meant)
	}
}

func (r *reader) tellComma(at int, meant string) {
	if p := r.once(at, "bad-position", "decimal-commas"); p != nil {
		r.hint(p, "decimal-commas", meant)
	}
}
