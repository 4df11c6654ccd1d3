package site

import (
	"math/big"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// This file doubts figures that can be read, and yet hardly be true: beside those of
// another source, of the time before, of the whole city. They are warnings with both
// numbers. Who knows better writes a note, which readers see too.

// explained says whether the editor said what is particular about a figure.
func (f *Figure) explained() bool { return f.Has("note") }

// checkDoubts looks at each place's figures by indicator.
func (a *assembler) checkDoubts() {
	a.checkSeries(a.site.City.Figures)
	for i := range a.site.Kecamatan {
		a.checkSeries(a.site.Kecamatan[i].Figures)
	}
	a.checkParts()
}

// checkSeries holds the figures of one place against each other.
func (a *assembler) checkSeries(figures []Figure) {
	jumpy := map[string]bool{}
	for n := range figures {
		f := &figures[n]
		i, known := a.site.Indicators[f.Indicator]
		if !known || i.Format == "year" || !f.countable() || *f.Value <= 0 || a.doubted[f.At("value")] {
			continue
		}
		if (f.explained() || !a.checkTwice(f, figures[:n])) && !jumpy[f.Indicator] {
			jumpy[f.Indicator] = a.checkJump(f, figures)
		}
	}
}

// checkTwice finds two figures of one time that say different things.
func (a *assembler) checkTwice(f *Figure, earlier []Figure) (told bool) {
	for n := range earlier {
		x := &earlier[n]
		if x.Indicator != f.Indicator || !x.countable() || *x.Value <= 0 || x.explained() || !x.Period.Same(f.Period) || slices.Equal(x.Source, f.Source) || a.doubted[x.At("value")] {
			continue
		}
		if high, low := max(*f.Value, *x.Value), min(*f.Value, *x.Value); high > 2*low {
			a.say(diag.At(f.At("value"), "figures-apart", f.Indicator, string(f.Period), bare(*f.Value), strings.Join(f.Source, ", "), bare(*x.Value), strings.Join(x.Source, ", "), x.Begin().Line).
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
func (a *assembler) checkJump(f *Figure, figures []Figure) bool {
	var before *Figure
	for n := range figures {
		x := &figures[n]
		if x.Indicator == f.Indicator && x.countable() && x.Period.Length() == f.Period.Length() && byEnd(x, f) < 0 && (before == nil || byEnd(x, before) > 0) {
			before = x
		}
	}
	if before == nil || *before.Value <= 0 || a.doubted[before.At("value")] || !a.far(before, f) {
		return false
	}
	if f.explained() || before.explained() {
		return true
	}
	a.say(diag.At(f.At("value"), "figure-jump", f.Indicator, string(before.Period), bare(*before.Value), string(f.Period), bare(*f.Value)).WithHint("explain-figure"))
	return true
}

// far says whether one figure is many times the other. What grows fivefold in a year
// surprises, and in seven years elevenfold.
func (a *assembler) far(x, y *Figure) bool {
	high, low := max(*x.Value, *y.Value), min(*x.Value, *y.Value)
	_, from := x.Period.Bounds()
	_, to := y.Period.Bounds()
	if high < float64(jump+max(0, yearsApart(from, to)-1))*low {
		return false
	}
	switch unit := a.unitOf(x.Indicator); {
	case value.IsPercent(unit): // growth of 1 per cent and then of 5 is none
		return high-low >= few
	case fractionDigits(high)+fractionDigits(low) > 0:
		return true
	case records.Scale(unit) > 0: // thousands, billions
		return high-low >= few
	}
	return high-low >= handful
}

// checkParts wants no kecamatan to have more than the whole city, and all of them
// together no more either, whoever counted.
func (a *assembler) checkParts() {
	for n := range a.site.City.Figures {
		whole := &a.site.City.Figures[n]
		if i := a.site.Indicators[whole.Indicator]; i.Aggregate != "sum" || !whole.countable() || *whole.Value < 0 || a.doubted[whole.At("value")] {
			continue
		}
		if a.isGreatest(whole) {
			a.checkPartsOf(whole)
		}
	}
}

// isGreatest says whether no other figure of the city for the same time is greater.
func (a *assembler) isGreatest(whole *Figure) bool {
	for n := range a.site.City.Figures {
		x := &a.site.City.Figures[n]
		if x.Indicator == whole.Indicator && x.countable() && x.Period.Same(whole.Period) && (*x.Value > *whole.Value || *x.Value == *whole.Value && x.Begin().Line < whole.Begin().Line) {
			return false
		}
	}
	return true
}

func (a *assembler) checkPartsOf(whole *Figure) {
	least, known := new(big.Rat), 0
	beyond := false
	for n := range a.site.Kecamatan {
		k := &a.site.Kecamatan[n]
		var part *Figure
		for m := range k.Figures {
			x := &k.Figures[m]
			if x.Indicator != whole.Indicator || !x.countable() || !x.Period.Same(whole.Period) || a.doubted[x.At("value")] {
				continue
			}
			if *x.Value > *whole.Value*(1+apart) {
				beyond = true
				a.say(diag.At(x.At("value"), "part-over", x.Indicator, bare(*x.Value), bare(*whole.Value), string(whole.Period)).WithHint("look-at-both", whole.Begin().String()))
			}
			if part == nil || *x.Value < *part.Value {
				part = x
			}
		}
		if part != nil {
			known++
			x, _ := new(big.Rat).SetString(bare(*part.Value))
			least.Add(least, x)
		}
	}
	sum, _ := least.Float64()
	if !beyond && known > 1 && sum > *whole.Value*(1+apart) && !a.summed[whole.Begin()] {
		a.say(diag.At(whole.At("value"), "parts-over", whole.Indicator, bare(*whole.Value), known, records.Plain(least, 0), string(whole.Period)).WithHint("look-at-parts"))
	}
}
