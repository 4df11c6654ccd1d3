// Package colours makes the colours of a site's pages from two that its office has chosen.
//
// What comes in: the style sheet that holds the program's own colours, and two colours. What
// goes out: the same sheet with colours made from these, light and dark, of which every text
// stands out from its ground by 4.5 to 1 and every line and shape by 3 to 1 (WCAG 2.2, AA); or
// the nearest colour with which that can be. It knows the names of the sheet's colours and
// nothing of what is drawn with them.
package colours

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Colour is red, green and blue, of each from 0 to 1, as screens have them.
type Colour [3]float64

var (
	white = Colour{1, 1, 1}
	black = Colour{}
)

var form = regexp.MustCompile(`^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// Parse reads a colour as styles write it: #7b2a93 or #72a.
func Parse(word string) (c Colour, ok bool) {
	m := form.FindStringSubmatch(strings.TrimSpace(word))
	if m == nil {
		return c, false
	}
	digits := m[1]
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	for i := range c {
		n, _ := strconv.ParseUint(digits[2*i:2*i+2], 16, 8) // the form is checked
		c[i] = float64(n) / 255
	}
	return c, true
}

// String is the colour as styles write it.
func (c Colour) String() string {
	var n [3]int
	for i := range c {
		n[i] = int(math.Round(c[i] * 255))
	}
	return fmt.Sprintf("#%02x%02x%02x", n[0], n[1], n[2])
}

// seen is the colour that a sheet can hold: what is promised must hold for that one.
func (c Colour) seen() Colour { s, _ := Parse(c.String()); return s }

// light is the relative luminance of WCAG.
func (c Colour) light() float64 {
	var l float64
	for i, weight := range []float64{.2126, .7152, .0722} {
		if v := c[i]; v <= .04045 {
			l += weight * v / 12.92
		} else {
			l += weight * math.Pow((v+.055)/1.055, 2.4)
		}
	}
	return l
}

// Contrast is how much two colours stand out from each other: from 1 to 21.
func Contrast(a, b Colour) float64 {
	x, y := a.light(), b.light()
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// mixed is a colour with a part of another.
func (c Colour) mixed(with Colour, part float64) Colour {
	for i := range c {
		c[i] += (with[i] - c[i]) * part
	}
	return c.seen()
}

// The least contrast of texts and of shapes.
const ofText, ofShape = 4.5, 3.0

// away is the colour, with no more of another than it takes to stand out from some grounds.
func (c Colour) away(toward Colour, least float64, grounds ...Colour) Colour {
	const steps = 200
	for i := range steps + 1 {
		x := c.mixed(toward, float64(i)/steps)
		if stands(x, least, grounds...) {
			return x
		}
	}
	return toward
}

func stands(c Colour, least float64, grounds ...Colour) bool {
	for _, g := range grounds {
		if Contrast(c, g) < least {
			return false
		}
	}
	return true
}

// Poor is the error of a colour with which pages could not be read.
type Poor struct {
	Accent  bool   // it is the second of the two
	Given   Colour // what was chosen
	Nearest Colour // the one most like it with which they can
	Reaches float64
}

func (p *Poor) Error() string {
	return fmt.Sprintf("contrast of %s is %.1f; the nearest that passes is %s", p.Given, p.Reaches, p.Nearest)
}

// palette are the colours of a scheme by their names in the sheet.
type palette map[string]Colour

// Tokens is a style sheet with colours made from two in place of its own. main is that of
// links and of the roof, accent what stands out on the roof.
func Tokens(sheet string, main, accent Colour) (string, error) {
	main, accent = main.seen(), accent.seen()
	day := light(main)
	if x := main.away(black, ofText, day["paper"], day["soft"]); x != main {
		for light(x)["accent"] != x { // its own grounds are made from it
			x = x.mixed(black, .01)
		}
		reaches := min(Contrast(main, day["paper"]), Contrast(main, day["soft"]))
		return "", &Poor{Given: main, Nearest: x, Reaches: reaches}
	}
	night := dark(main)
	grounds := []Colour{day["roof"], day["deep"], day["tile"], night["roof"], night["deep"], night["tile"]}
	if x := accent.away(white, ofShape, grounds...); x != accent {
		reaches := 21.0
		for _, g := range grounds {
			reaches = min(reaches, Contrast(accent, g))
		}
		return "", &Poor{Accent: true, Given: accent, Nearest: x, Reaches: reaches}
	}
	for _, p := range []palette{day, night} {
		p["gold"] = accent
		if p["on-gold"] = main.mixed(black, .7).away(black, ofText, accent); !stands(p["on-gold"], ofText, accent) {
			p["on-gold"] = white // one of the two stands out from any colour
		}
	}
	return filled(sheet, day, night), nil
}

// maps are the colours of areas, between which lines are drawn.
func (p palette) maps() []Colour {
	return []Colour{p["paper"], p["shade-1"], p["shade-2"], p["shade-3"], p["shade-4"]}
}

// light are the colours by day, but those of the accent.
func light(main Colour) palette {
	p := palette{"paper": white, "soft": white.mixed(main, .035), "line": white.mixed(main, .16)}
	p["ink"] = main.mixed(black, .85).away(black, 12, p["soft"])
	p["quiet"] = main.mixed(Colour{.36, .36, .36}, .8).away(black, 6, p["soft"])
	p["edge"] = main.mixed(Colour{.5, .5, .5}, .75).away(black, ofShape, p["paper"], p["soft"])
	p["warn"] = Colour{.54, .25, 0}.away(black, ofText, p["paper"], p["soft"])
	p["roof"] = main.mixed(black, .3).away(black, 7, white)
	p["deep"], p["tile"] = p["roof"].mixed(black, .4), p["roof"].mixed(white, .06)
	p["on-roof"] = white.mixed(main, .04).away(white, ofText, p["roof"], p["tile"])
	p["shade-1"], p["shade-2"] = white.mixed(main, .07), white.mixed(main, .2)
	p["shade-3"], p["shade-4"] = white.mixed(main, .34), white.mixed(main, .5)
	for _, name := range []string{"shade-2", "shade-3", "shade-4"} {
		p[name] = p[name].away(white, 1.4*ofText, p["ink"])
	}
	p["accent"] = main.away(black, ofText, p["paper"], p["soft"])
	p["shade-2"] = p["shade-2"].away(white, ofText, p["accent"])
	p["shape-line"] = main.mixed(black, .5).away(black, ofShape, p.maps()...)
	p["bar"] = main.mixed(white, .5).away(black, ofShape, p["paper"])
	if Contrast(p["bar"], p["paper"]) > 4 { // a dark colour's: what stands out from it needs room
		p["bar"] = p["bar"].away(white, Contrast(p["bar"], white)/4, p["bar"])
	}
	p["own"] = main.mixed(black, .35).away(black, ofShape, p["bar"]).away(black, ofText, p["paper"])
	return p
}

// dark are the colours by night, but those of the accent.
func dark(main Colour) palette {
	night := Colour{.085, .085, .085}
	p := palette{"paper": night.mixed(main, .05), "soft": Colour{.13, .13, .13}.mixed(main, .06)}
	p["line"] = Colour{.22, .22, .22}.mixed(main, .12)
	p["ink"] = Colour{.92, .92, .92}.mixed(main, .04).away(white, 10, p["soft"])
	p["quiet"] = Colour{.7, .7, .7}.mixed(main, .1).away(white, 6, p["soft"])
	p["edge"] = Colour{.54, .54, .54}.mixed(main, .15).away(white, ofShape, p["paper"], p["soft"])
	p["warn"] = Colour{.95, .7, .49}.away(white, ofText, p["paper"], p["soft"])
	p["roof"] = main.mixed(black, .5).away(black, 9, white)
	p["deep"], p["tile"] = p["roof"].mixed(black, .35), p["roof"].mixed(white, .04)
	p["on-roof"] = white.mixed(main, .04).away(white, ofText, p["roof"], p["tile"])
	p["shade-1"], p["shade-2"] = p["paper"].mixed(main, .12), p["paper"].mixed(main, .24)
	p["shade-3"], p["shade-4"] = p["paper"].mixed(main, .38), p["paper"].mixed(main, .52)
	for _, name := range []string{"shade-1", "shade-2", "shade-3", "shade-4"} {
		p[name] = p[name].away(black, 1.2*ofText, p["ink"])
	}
	p["accent"] = main.mixed(white, .3).away(white, ofText, p["paper"], p["soft"], p["shade-2"])
	p["shape-line"] = main.mixed(white, .7).away(white, ofShape, p.maps()...)
	p["bar"] = main.mixed(white, .15).away(white, ofShape, p["paper"])
	if Contrast(p["bar"], p["paper"]) > 4 {
		p["bar"] = p["bar"].away(black, Contrast(p["bar"], p["paper"])/4, p["bar"])
	}
	p["own"] = main.mixed(white, .6).away(white, ofShape, p["bar"]).away(white, ofText, p["paper"])
	return p
}

var (
	comments = regexp.MustCompile(`(?s)\s*/\*.*?\*/`)
	token    = regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]+);`)
	schemes  = regexp.MustCompile(`(?s):root \{.*?\}`)
)

// filled is a sheet with the colours of its first two schemes replaced: day and night. The
// third is paper's.
func filled(sheet string, palettes ...palette) string {
	at := 0
	return schemes.ReplaceAllStringFunc(comments.ReplaceAllString(sheet, ""), func(scheme string) string {
		at++
		if at > len(palettes) {
			return scheme
		}
		return token.ReplaceAllStringFunc(scheme, func(t string) string {
			name := token.FindStringSubmatch(t)[1]
			if c, known := palettes[at-1][name]; known {
				return "--" + name + ": " + c.String() + ";"
			}
			return t
		})
	})
}
