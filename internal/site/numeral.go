package site

import (
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// numeral is a value of an indicator, wherever it stands.
type numeral struct {
	indicator string
	value     *float64
	at        diag.Place
	// figure is nil where the value is part of something else.
	figure *Figure
	// part says that the figure is of a kecamatan.
	part bool
}

// numerals are all values of an entry.
func (e *Entry) numerals() []numeral {
	var list []numeral
	switch v := e.Value.(type) {
	case *City:
		list = figureNumerals(v.Figures, false)
	case *Kecamatan:
		list = figureNumerals(v.Figures, true)
	case *Article:
		for i := range v.Claims {
			c := &v.Claims[i]
			list = append(list, numeral{indicator: c.Indicator, value: c.Value, at: c.At("value")})
		}
	case *Program:
		for i := range v.Results {
			r := &v.Results[i]
			list = append(list, numeral{indicator: r.Indicator, value: r.Before, at: r.At("before")},
				numeral{indicator: r.Indicator, value: r.After, at: r.At("after")})
		}
	}
	return list
}

func figureNumerals(figures []Figure, part bool) []numeral {
	list := make([]numeral, len(figures))
	for i := range figures {
		f := &figures[i]
		list[i] = numeral{f.Indicator, f.Value, f.At("value"), f, part}
	}
	return list
}

// checkNumbers tells of what is no number, and of numbers that may mean others.
func (a *assembler) checkNumbers(e *Entry) {
	if len(e.Found.Numbers)+len(e.Found.Ambiguous) == 0 {
		return // as most
	}
	list := e.numerals()
	at := func(place diag.Place) *numeral {
		if i := slices.IndexFunc(list, func(n numeral) bool { return n.at == place }); i >= 0 {
			return &list[i]
		}
		return nil
	}
	for _, p := range e.Found.Numbers {
		if n := at(p.Place); n != nil {
			p = a.inUnit(p, n.indicator)
		}
		a.say(p)
	}
	for _, r := range e.Found.Ambiguous {
		if n := at(r.Place); n != nil {
			a.checkThousands(n, r.ID)
		}
	}
}

// inUnit hints at the number in its indicator's unit: of "435 miliar" in billions
// of rupiah it is 435.
func (a *assembler) inUnit(p diag.Problem, indicator string) diag.Problem {
	unit := a.unitOf(indicator)
	word, _ := p.Args[0].(string)
	n, scale := records.ReadNumber(word), records.Scale(unit)
	if scale == 0 {
		return p
	}
	values := n.Values(0)
	if n.Scale == 0 && (len(values) != 1 || !value.Implausible(values[0], unit)) {
		return p
	}
	meant := n.Values(scale)[0]
	if decimals := a.missingDecimals(indicator, meant); decimals > 0 {
		return p.WithHint("write-decimals", meant, decimals, indicator)
	}
	return p.WithHint("number-unit", meant, unit)
}

func (a *assembler) unitOf(indicator string) string {
	return a.site.Say(a.site.Indicators[indicator].Unit)
}
