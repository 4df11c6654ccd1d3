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

// checkThousands asks whether 1.354 is one and a bit or a thousand and more. Where
// the indicator has three decimals or more, only what else is known of it can say;
// where it has less, it says so unless that confirms the fraction.
func (a *assembler) checkThousands(n *numeral, word string) {
	i, known := a.site.Indicators[n.indicator]
	if !known || n.value == nil || i.Misread("decimals") || !a.site.IsSound("indicator", n.indicator) {
		return
	}
	joined := strings.Replace(word, ".", "", 1)
	if i.Decimals == 0 {
		a.doubted[n.at] = true
		a.say(diag.At(n.at, "figure-decimals", i.ID, word).WithHint("thousands-perhaps", joined, word, i.ID))
		return
	}
	typical := a.typical(n, i.Decimals < 3)
	written, grouped := off(*n.value, typical), off(*n.value*1000, typical)
	switch {
	case i.Decimals >= 3 && (typical == 0 || written < 2 || grouped > 1):
		return
	case i.Decimals < 3 && typical != 0 && written <= grouped:
		return
	case i.Decimals >= 3:
		a.doubt(n, thousandfold{1000, "smaller", typical, joined})
		return
	}
	a.doubted[n.at] = true
	a.say(diag.At(n.at, "figure-thousands", i.ID, word, joined).WithHint("thousands-perhaps", joined, word, i.ID))
}

// typical is the middle of the other figures of a numeral's indicator, of any place
// and time; 0 when there is none. Sharp leaves out those that may be thousands
// themselves.
func (a *assembler) typical(n *numeral, sharp bool) float64 {
	var values []float64
	for _, f := range a.gauge(n.indicator).figures {
		if f.At("value") != n.at && !(sharp && a.ambiguous[f.At("value")]) {
			values = append(values, math.Abs(*f.Value))
		}
	}
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// gauge is what is known of one indicator in the city and its kecamatan: all figures
// that are not 0, and how great they are, in order.
type gauge struct {
	figures   []*Figure
	sizes     []float64
	fractions int // how many are no whole numbers
}

// gauge returns the gauge of an indicator. All are made at the first question.
func (a *assembler) gauge(indicator string) *gauge {
	if a.gauges == nil {
		a.gauges = map[string]*gauge{}
		a.measure(a.site.City.Figures)
		for i := range a.site.Kecamatan {
			a.measure(a.site.Kecamatan[i].Figures)
		}
		for _, g := range a.gauges {
			slices.Sort(g.sizes)
		}
	}
	if g := a.gauges[indicator]; g != nil {
		return g
	}
	return &gauge{}
}

func (a *assembler) measure(figures []Figure) {
	for i := range figures {
		f := &figures[i]
		if f.Value == nil || *f.Value == 0 {
			continue
		}
		g := a.gauges[f.Indicator]
		if g == nil {
			g = &gauge{}
			a.gauges[f.Indicator] = g
		}
		g.figures, g.sizes = append(g.figures, f), append(g.sizes, math.Abs(*f.Value))
		g.fractions += min(1, fractionDigits(*f.Value))
	}
}

func fractionDigits(x float64) int {
	_, fraction, _ := strings.Cut(bare(x), ".")
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

func (a *assembler) doubt(n *numeral, d thousandfold) {
	if n.figure != nil && n.figure.explained() {
		return
	}
	word := bare(*n.value)
	a.say(diag.At(n.at, "figure-thousandfold", n.indicator, word, strconv.Itoa(d.times), d.way, bare(d.typical)).
		WithHint("perhaps-number", d.meant, word))
	a.doubted[n.at] = true
}

// checkGreat finds what lost the point before its decimals, or was written in a
// unit of its own: a thousand or a million times what is known of other places and
// times, which are alike.
func (a *assembler) checkGreat(n *numeral) {
	i, known := a.site.Indicators[n.indicator]
	if !known || n.figure == nil || n.value == nil || i.Format == "year" || *n.value < 1000 || a.doubted[n.at] {
		return
	}
	g := a.gauge(n.indicator)
	last := len(g.sizes) - 1
	if last < 2 || *n.value < g.sizes[last] || fractionDigits(*n.value) > 0 || off(g.sizes[0], g.sizes[last-1]) > 1 {
		return // places are not alike in this
	}
	typical := g.sizes[last/2]
	for _, times := range []int{1000, 1000000} {
		lost := times > 1000 || 2*g.fractions > last
		if lost && off(*n.value/float64(times), typical) <= .5 {
			x, _ := new(big.Rat).SetString(bare(*n.value))
			a.doubt(n, thousandfold{times, "greater", typical, source.Plain(x, 1-len(strconv.Itoa(times)))})
		}
	}
}
