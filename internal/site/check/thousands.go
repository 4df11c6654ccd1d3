package check

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records/quantity"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// checkThousands asks whether 1.354 is one and a bit or a thousand and more. Where
// the indicator has three decimals or more, only what else is known of it can say;
// where it has less, it says so unless that confirms the fraction.
func (c *checker) checkThousands(n *numeral, word string) {
	i, known := c.site.Indicators[n.indicator]
	if !known || n.value == nil || i.Misread("decimals") || !c.site.IsWellFormed(site.KindIndicator, n.indicator) {
		return
	}
	joined := strings.Replace(word, ".", "", 1)
	if i.Decimals == 0 {
		c.doubted[n.at] = true
		c.say(diag.At(n.at, "figure-decimals", i.ID, word).WithHint("thousands-perhaps", joined, word, i.ID))
		return
	}
	typical := c.typical(n, i.Decimals < 3)
	written, grouped := off(*n.value, typical), off(*n.value*1000, typical)
	switch {
	case i.Decimals >= 3 && (typical == 0 || written < 2 || grouped > .5 || !c.alike(n)):
		return
	case i.Decimals < 3 && typical != 0 && written <= grouped,
		i.Decimals < 3 && typical == 0 && !c.areRead(site.KindCity, site.KindKecamatan):
		return // what cannot be read may bear out the fraction
	case i.Decimals >= 3:
		c.doubt(n, thousandfold{1000, "smaller", typical, joined})
		return
	}
	c.doubted[n.at] = true
	c.say(diag.At(n.at, "figure-thousands", i.ID, word, joined).WithHint("thousands-perhaps", joined, word, i.ID))
}

// areRead says whether all files of some kinds could be read.
func (c *checker) areRead(kinds ...string) bool {
	return !slices.ContainsFunc(kinds, func(kind string) bool {
		malformed := func(id string) bool { return !c.site.IsWellFormed(kind, id) }
		return c.site.IsClosed(kind) || slices.ContainsFunc(c.site.IDs(kind), malformed)
	})
}

// typical is the middle of the other figures of a numeral's indicator, of any place
// and time; 0 when there is none. Sharp leaves out those that may be thousands
// themselves.
func (c *checker) typical(n *numeral, sharp bool) float64 {
	var values []float64
	for _, f := range c.gauge(n.indicator).figures {
		if f.At("value") != n.at && !(sharp && c.ambiguous[f.At("value")]) {
			values = append(values, math.Abs(*f.Value))
		}
	}
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// alike says whether places and times are so much alike in an indicator that what is
// a thousand times less stands out: all others of the same place are, or all others.
func (c *checker) alike(n *numeral) bool {
	var here, all []float64
	for _, f := range c.gauge(n.indicator).figures {
		at := f.At("value")
		if at == n.at {
			continue
		}
		all = append(all, math.Abs(*f.Value))
		if at.File == n.at.File {
			here = append(here, math.Abs(*f.Value))
		}
	}
	if len(here) > 0 {
		all = here
	}
	return len(all) > 0 && off(slices.Min(all), slices.Max(all)) <= 1
}

// gauge is what is known of one indicator in the city and its kecamatan: all figures
// that are not 0, and how great those are that mean one thing only, in order.
type gauge struct {
	figures   []*site.Figure
	sizes     []float64
	fractions int // how many are no whole numbers
}

// gauge returns the gauge of an indicator. All are made at the first question.
func (c *checker) gauge(indicator string) *gauge {
	if c.gauges == nil {
		c.gauges = map[string]*gauge{}
		c.measure(c.site.City.Figures)
		for i := range c.site.Kecamatan {
			c.measure(c.site.Kecamatan[i].Figures)
		}
		for _, g := range c.gauges {
			slices.Sort(g.sizes)
		}
	}
	if g := c.gauges[indicator]; g != nil {
		return g
	}
	return &gauge{}
}

func (c *checker) measure(figures []site.Figure) {
	for i := range figures {
		f := &figures[i]
		if f.Value == nil || *f.Value == 0 {
			continue
		}
		g := c.gauges[f.Indicator]
		if g == nil {
			g = &gauge{}
			c.gauges[f.Indicator] = g
		}
		g.figures = append(g.figures, f)
		if c.ambiguous[f.At("value")] && c.site.Indicators[f.Indicator].Decimals < 3 {
			continue
		}
		g.sizes = append(g.sizes, math.Abs(*f.Value))
		g.fractions += min(1, fractionDigits(*f.Value))
	}
}

func fractionDigits(x float64) int {
	_, fraction, _ := strings.Cut(value.Number(x), ".")
	return len(fraction)
}

// off is how many powers of ten lie between two numbers.
func off(x, y float64) float64 {
	if x == 0 || y == 0 {
		return math.Inf(1)
	}
	return math.Abs(math.Log10(math.Abs(x) / math.Abs(y)))
}

// thousandfold is a doubt: a value is so many times smaller or greater than what is
// typical, and perhaps another number was meant.
type thousandfold struct {
	times   int
	way     diag.Word
	typical float64
	meant   string
}

func (c *checker) doubt(n *numeral, d thousandfold) {
	if n.figure != nil && isExplained(n.figure) {
		return
	}
	word := value.Number(*n.value)
	p := diag.At(n.at, "figure-thousandfold", n.indicator, word, strconv.Itoa(d.times), d.way, value.Number(d.typical))
	c.say(c.perhaps(p, n.indicator, d.meant, word))
	c.doubted[n.at] = true
}

// checkGreat finds what lost the point before its decimals, or was written in a
// unit of its own: a thousand or a million times what is known of other places and
// times, which are alike.
func (c *checker) checkGreat(n *numeral) {
	i, known := c.site.Indicators[n.indicator]
	if !known || n.figure == nil || n.value == nil || i.Format == "year" || *n.value < 1000 || c.doubted[n.at] {
		return
	}
	g := c.gauge(n.indicator)
	last := len(g.sizes) - 1
	if last < 1 || *n.value < g.sizes[last] || fractionDigits(*n.value) > 0 || off(g.sizes[0], g.sizes[last-1]) > 1 {
		return // places are not alike in this
	}
	typical, near := g.sizes[last/2], .5
	if last == 1 { // one other says little
		typical, near = g.sizes[0], .2
	}
	for _, times := range []int{1000, 1000000} {
		lost := times > 1000 || 2*g.fractions > last
		if lost && off(*n.value/float64(times), typical) <= near {
			x, _ := new(big.Rat).SetString(value.Number(*n.value))
			c.doubt(n, thousandfold{times, "greater", typical, quantity.Plain(x, 1-len(strconv.Itoa(times)))})
		}
	}
}
