package check

import (
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/records/quantity"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// numeral is a value of an indicator, wherever it stands.
type numeral struct {
	indicator string
	value     *float64
	at        diag.Place
	// figure is nil where the value is part of something else.
	figure *site.Figure
	// part says that the figure is of a kecamatan.
	part bool
}

// numeralsOf returns all values of an entry.
func numeralsOf(e *site.Entry) []numeral {
	var list []numeral
	switch v := e.Value.(type) {
	case *site.City:
		list = figureNumerals(v.Figures, false)
	case *site.Kecamatan:
		list = figureNumerals(v.Figures, true)
	case *site.Article:
		for i := range v.Claims {
			c := &v.Claims[i]
			list = append(list, numeral{indicator: c.Indicator, value: c.Value, at: c.At("value")})
		}
	case *site.Program:
		for i := range v.Results {
			r := &v.Results[i]
			list = append(list, numeral{indicator: r.Indicator, value: r.Before, at: r.At("before")},
				numeral{indicator: r.Indicator, value: r.After, at: r.At("after")})
		}
	}
	return list
}

func figureNumerals(figures []site.Figure, part bool) []numeral {
	list := make([]numeral, len(figures))
	for i := range figures {
		f := &figures[i]
		list[i] = numeral{f.Indicator, f.Value, f.At("value"), f, part}
	}
	return list
}

// checkNumbers tells of what is no number, and of numbers that may mean others.
func (c *checker) checkNumbers(e *site.Entry) {
	found := e.Found.Details()
	if len(found.Numbers)+len(found.Ambiguous) == 0 {
		return // as most
	}
	list := numeralsOf(e)
	at := func(place diag.Place) *numeral {
		if i := slices.IndexFunc(list, func(n numeral) bool { return n.at == place }); i >= 0 {
			return &list[i]
		}
		return nil
	}
	for _, p := range found.Numbers {
		if n := at(p.Place); n != nil {
			p = c.inUnit(p, n.indicator)
		}
		c.say(p)
	}
	for _, r := range found.Ambiguous {
		if n := at(r.Place); n != nil {
			c.checkThousands(n, r.ID)
		}
	}
}

// inUnit hints at the number in its indicator's unit: of "435 miliar" in billions
// of rupiah it is 435.
func (c *checker) inUnit(p diag.Problem, indicator string) diag.Problem {
	unit := c.unitOf(indicator)
	word, _ := p.Args[0].(string)
	n, scale := quantity.Read(word), quantity.Scale(unit)
	if scale == 0 {
		return p
	}
	values := n.Values(0)
	if n.Scale == 0 && (len(values) != 1 || !value.Implausible(values[0], unit)) {
		return p
	}
	meant := n.Values(scale)[0]
	if decimals := c.missingDecimals(indicator, meant); decimals > 0 {
		return p.WithHint("write-decimals", meant, decimals, indicator)
	}
	return p.WithHint("number-unit", meant, unit)
}

func (c *checker) unitOf(indicator string) string {
	return c.site.Say(c.site.Indicators[indicator].Unit)
}
