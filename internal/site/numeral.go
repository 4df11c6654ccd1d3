package site

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/source"
)

// numeral is a value of an indicator, wherever it stands.
type numeral struct {
	indicator string
	value     *float64
	at        diag.Place
	// figure is nil where the value is part of something else.
	figure *Figure
}

// numerals are all values of an entry.
func (e *Entry) numerals() []numeral {
	var list []numeral
	switch v := e.Value.(type) {
	case *City:
		list = figureNumerals(v.Figures)
	case *Kecamatan:
		list = figureNumerals(v.Figures)
	case *Article:
		for i := range v.Claims {
			c := &v.Claims[i]
			list = append(list, numeral{c.Indicator, c.Value, c.At("value"), nil})
		}
	case *Program:
		for i := range v.Results {
			r := &v.Results[i]
			list = append(list, numeral{r.Indicator, r.Before, r.At("before"), nil}, numeral{r.Indicator, r.After, r.At("after"), nil})
		}
	}
	return list
}

func figureNumerals(figures []Figure) []numeral {
	list := make([]numeral, len(figures))
	for i := range figures {
		f := &figures[i]
		list[i] = numeral{f.Indicator, f.Value, f.At("value"), f}
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
	n, scale := source.ReadNumber(word), source.Scale(unit)
	if scale == 0 {
		return p
	}
	values := n.Values(0)
	if n.Scale == 0 && (len(values) != 1 || !beyond(values[0], unit)) {
		return p
	}
	return p.WithHint("number-unit", n.Values(scale)[0], unit)
}

func (a *assembler) unitOf(indicator string) string {
	return a.site.Say(a.site.Indicators[indicator].Unit)
}

// beyond says whether a number is so large that a unit with "juta" or "miliar" in
// it cannot be meant to multiply it: more rupiah than the nation has, more people.
func beyond(number, unit string) bool {
	x, err := strconv.ParseFloat(number, 64)
	scale := source.Scale(unit)
	if err != nil || scale == 0 || math.Abs(x) < math.Pow10(scale) {
		return false
	}
	most := 1e13
	switch unit := strings.ToLower(unit); {
	case strings.Contains(unit, "rupiah") || strings.Contains(unit, "rp"):
		most = 1e16
	case strings.Contains(unit, "jiwa") || strings.Contains(unit, "orang") || strings.Contains(unit, "people"):
		most = 3e8
	}
	return math.Abs(x)*math.Pow10(scale) >= most
}

// checkUnit finds a value into which the unit of its indicator was multiplied, and
// a share of more than all there is.
func (a *assembler) checkUnit(i *Indicator, value float64, at diag.Place) {
	unit := a.site.Say(i.Unit)
	word := bare(value)
	if beyond(word, unit) {
		x, _ := new(big.Rat).SetString(word)
		a.say(diag.At(at, "figure-unit", i.ID, word, unit).WithHint("write-number", source.Plain(x, -source.Scale(unit))))
	}
	if IsPercent(unit) && i.Max == nil && value > 100 {
		a.say(diag.At(at, "share-over", i.ID, word).WithHint("give-max"))
	}
}

// IsPercent says whether a unit is that of a share of a hundred.
func IsPercent(unit string) bool {
	switch strings.ToLower(unit) {
	case "%", "persen", "prosen", "per cent", "percent":
		return true
	}
	return false
}
