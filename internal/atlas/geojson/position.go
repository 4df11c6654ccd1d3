package geojson

import (
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// position reads a longitude and a latitude in degrees; a height may follow. It
// says what is wrong with them if told to: of one ring, the first fault is
// enough, for metres are wrong in every position.
func (r *reader) position(tell bool) (p orb.Point, ok bool) {
	at, kind := r.at, r.kind()
	if kind != "list" {
		r.skip()
		if tell && r.wrong == "" {
			r.hint(r.say(at, "wrong-type", "coordinates", diag.Word("list"), kind), "position-form")
		}
		return p, false
	}
	n, numbers, all := 0, true, [3]float64{}
	r.array(func() {
		if r.kind() != "number" {
			numbers = false
			r.skip()
		} else if x := r.number(); n < 3 {
			all[n] = x
		}
		n++
	})
	p = orb.Point{all[0], all[1]}
	if numbers && (n == 2 || n == 3) {
		r.commas.add(at, n, all)
	}
	if r.wrong != "" || n >= 2 && n <= 3 && numbers && inside(p) {
		return p, r.wrong == ""
	}
	if tell {
		r.faulty(at, p, n, numbers)
	}
	return p, false
}

func inside(p orb.Point) bool { return p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90 }

// faulty tells what is wrong with a position.
func (r *reader) faulty(at int, p orb.Point, n int, numbers bool) {
	switch text := string(r.data[at+1 : r.at-1]); {
	case numbers && n == 3 && decimalCommas(text) != "":
		r.reportComma(at, decimalCommas(text))
	case n < 2 || n > 3 || !numbers:
		hint, args := diag.HintCode("position-form"), []any(nil)
		if meant := decimalCommas(text); meant != "" && (n > 3 || !numbers) {
			if hint, args = "decimal-commas", []any{meant}; n <= 3 && !quotedComma(text) {
				hint = "position-bare"
			}
		}
		if p := r.once(at, "bad-position", string(hint)); p != nil {
			r.hint(p, hint, args...)
		}
	case inside(orb.Point{p[1], p[0]}):
		if q := r.once(at, "bad-coordinate", "swapped", plain(p[1]), diag.Word("latitude")); q != nil {
			r.hint(q, "position-swapped", "["+plain(p[1])+", "+plain(p[0])+"]")
		}
	default:
		x, word := p[0], diag.Word("longitude")
		if p[1] < -90 || p[1] > 90 {
			x, word = p[1], "latitude"
		}
		if q := r.once(at, "bad-coordinate", "", plain(x), word); q != nil {
			r.hint(q, "degrees")
		}
	}
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

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

// reportCommas tells of an area all of whose positions have a decimal comma.
func (r *reader) reportCommas() {
	if meant := r.commas.meant(); meant != "" && r.wrong == "" {
		r.reportComma(r.commas.at, meant)
	}
}

func (r *reader) reportComma(at int, meant string) {
	if p := r.once(at, "bad-position", "decimal-commas"); p != nil {
		r.hint(p, "decimal-commas", meant)
	}
}

// decimalCommas returns the position that is meant by numbers with a comma for the
// point, "" when these are none: 106,60,-6,30 or "106,60","-6,30".
func decimalCommas(position string) string {
	var numbers []string
	if strings.Contains(position, `"`) {
		for _, part := range strings.Split(position, `"`) {
			if part = strings.Trim(part, ", \t\r\n"); part != "" {
				numbers = append(numbers, strings.TrimSpace(strings.Replace(part, ",", ".", 1)))
			}
		}
	} else {
		parts := strings.Split(position, ",")
		if len(parts) == 3 {
			return oneComma(strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2]))
		}
		for i := 0; i+1 < len(parts); i += 2 {
			numbers = append(numbers, strings.TrimSpace(parts[i])+"."+strings.TrimSpace(parts[i+1]))
		}
	}
	if len(numbers) < 2 || !isDegrees(numbers[0]) || !isDegrees(numbers[1]) {
		return ""
	}
	return "[" + numbers[0] + ", " + numbers[1] + "]"
}

// quotedComma says whether a comma stands between quotation marks.
func quotedComma(position string) bool {
	for i, part := range strings.Split(position, `"`) {
		if i%2 == 1 && strings.Contains(part, ",") {
			return true
		}
	}
	return false
}

// oneComma is decimalCommas where only one of the two numbers has a comma.
func oneComma(x, y, z string) string {
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	switch whole := !strings.Contains(x, "."); {
	case whole && digits(y) && strings.Contains(z, "."):
		x, y = x+"."+y, z
	case !whole && digits(z) && !strings.Contains(y, "."):
		y += "." + z
	default:
		return ""
	}
	latitude, _, _ := strings.Cut(strings.TrimPrefix(y, "-"), ".")
	if len(latitude) > 2 || !isDegrees(x) || !isDegrees(y) {
		return ""
	}
	return "[" + x + ", " + y + "]"
}

// isDegrees says whether a text is a number with at most three digits before its point.
func isDegrees(text string) bool {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	return len(whole) > 0 && len(whole) <= 3 && digits(whole) && digits(fraction)
}
