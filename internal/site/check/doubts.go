package check

import (
	"math/big"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records/quantity"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
	"blandongan/internal/site/value"
)

// This file doubts figures that can be read, and yet hardly be true: beside those of
// another source, of the time before, of the whole city. They are warnings with both
// numbers. Who knows better writes a note, which readers see too.

// isExplained says whether the editor said what is particular about a figure.
func isExplained(f *site.Figure) bool { return f.Has("note") }

// checkDoubts looks at each place's figures by indicator.
func (c *checker) checkDoubts() {
	c.checkSeries(c.site.City.Figures)
	for i := range c.site.Kecamatan {
		c.checkSeries(c.site.Kecamatan[i].Figures)
	}
	c.checkParts()
}

// checkSeries holds the figures of one place against each other, but for those that were
// computed from others of them.
func (c *checker) checkSeries(figures []site.Figure) {
	jumpy := map[string]bool{}
	for n := range figures {
		f := &figures[n]
		i, known := c.site.Indicators[f.Indicator]
		if !known || f.Parts != nil || i.Format == "year" || !f.Countable() || *f.Value <= 0 ||
			c.doubted[f.At("value")] {
			continue
		}
		if (isExplained(f) || !c.checkTwice(f, figures[:n])) && !jumpy[f.Indicator] {
			jumpy[f.Indicator] = c.checkJump(f, figures)
		}
	}
}

// checkTwice finds two figures of one time that say different things.
func (c *checker) checkTwice(f *site.Figure, earlier []site.Figure) (told bool) {
	for n := range earlier {
		x := &earlier[n]
		if x.Indicator != f.Indicator || !x.Countable() || *x.Value <= 0 || isExplained(x) ||
			!x.Period.Same(f.Period) || slices.Equal(x.Source, f.Source) || c.doubted[x.At("value")] {
			continue
		}
		if high, low := max(*f.Value, *x.Value), min(*f.Value, *x.Value); high > 2*low {
			c.say(diag.At(f.At("value"), "figures-apart", f.Indicator, string(f.Period), value.Number(*f.Value),
				strings.Join(f.Source, ", "), value.Number(*x.Value), strings.Join(x.Source, ", "), x.Begin().Line).
				WithHint("explain-figure"))
			told = true
		}
	}
	return told
}

// jump is how many times a figure may be that of the year before. A difference of few
// per cent or thousands is none, nor is one of a handful of what is counted singly: of
// three floods in a year there may be thirty in the next.
const jump, few, handful = 5, 20, 100

// checkJump holds a figure against the newest one of an earlier period of the same
// length: in half a year less is counted than in a year. It says whether the two lie
// far apart, be that explained or not: a series that jumped once, as with an epidemic,
// will jump back, and telling it again would tell nothing.
func (c *checker) checkJump(f *site.Figure, figures []site.Figure) bool {
	var before *site.Figure
	for n := range figures {
		x := &figures[n]
		if x.Indicator == f.Indicator && x.Countable() && x.Period.Length() == f.Period.Length() &&
			compare.ByEnd(x, f) < 0 && (before == nil || compare.ByEnd(x, before) > 0) {
			before = x
		}
	}
	if before == nil || *before.Value <= 0 || c.doubted[before.At("value")] || !c.far(before, f) {
		return false
	}
	if isExplained(f) || isExplained(before) {
		return true
	}
	c.say(diag.At(f.At("value"), "figure-jump", f.Indicator, string(before.Period), value.Number(*before.Value),
		string(f.Period), value.Number(*f.Value)).WithHint("explain-figure"))
	return true
}

// far says whether one figure is many times the other. What grows fivefold in a year
// surprises, and in seven years elevenfold.
func (c *checker) far(x, y *site.Figure) bool {
	high, low := max(*x.Value, *y.Value), min(*x.Value, *y.Value)
	_, from := x.Period.Bounds()
	_, to := y.Period.Bounds()
	if high < float64(jump+max(0, value.YearsApart(from, to)-1))*low {
		return false
	}
	switch unit := c.unitOf(x.Indicator); {
	case value.IsPercent(unit): // growth of 1 per cent and then of 5 is none
		return high-low >= few
	case fractionDigits(high)+fractionDigits(low) > 0:
		return true
	case quantity.Scale(unit) > 0: // thousands, billions
		return high-low >= few
	}
	return high-low >= handful
}

// checkParts wants no kecamatan to have more than the whole city, and all of them
// together no more either, whoever counted.
func (c *checker) checkParts() {
	for n := range c.site.City.Figures {
		whole := &c.site.City.Figures[n]
		if i := c.site.Indicators[whole.Indicator]; i.Aggregate != "sum" || !whole.Countable() || *whole.Value < 0 ||
			c.doubted[whole.At("value")] {
			continue
		}
		if c.isGreatest(whole) {
			c.checkPartsOf(whole)
		}
	}
}

// isGreatest says whether no other figure of the city for the same time is greater.
func (c *checker) isGreatest(whole *site.Figure) bool {
	for n := range c.site.City.Figures {
		x := &c.site.City.Figures[n]
		if x.Indicator == whole.Indicator && x.Countable() && x.Period.Same(whole.Period) &&
			(*x.Value > *whole.Value || *x.Value == *whole.Value && x.Begin().Line < whole.Begin().Line) {
			return false
		}
	}
	return true
}

func (c *checker) checkPartsOf(whole *site.Figure) {
	least, known := new(big.Rat), 0
	beyond := false
	for n := range c.site.Kecamatan {
		k := &c.site.Kecamatan[n]
		var part *site.Figure
		for m := range k.Figures {
			x := &k.Figures[m]
			if x.Indicator != whole.Indicator || !x.Countable() || !x.Period.Same(whole.Period) ||
				c.doubted[x.At("value")] {
				continue
			}
			if *x.Value > *whole.Value*(1+apart) {
				beyond = true
				c.say(diag.At(x.At("value"), "part-over", x.Indicator, value.Number(*x.Value),
					value.Number(*whole.Value), string(whole.Period)).WithHint("look-at-both", whole.Begin().String()))
			}
			if part == nil || *x.Value < *part.Value {
				part = x
			}
		}
		if part != nil {
			known++
			x, _ := new(big.Rat).SetString(value.Number(*part.Value))
			least.Add(least, x)
		}
	}
	sum, _ := least.Float64()
	if !beyond && known > 1 && sum > *whole.Value*(1+apart) && !c.summed[whole.Begin()] {
		c.say(diag.At(whole.At("value"), "parts-over", whole.Indicator, value.Number(*whole.Value), known,
			quantity.Plain(least, 0), string(whole.Period)).WithHint("look-at-parts"))
	}
}
