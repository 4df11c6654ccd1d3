package check

import (
	"math"

	"blandongan/internal/diag"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
	"blandongan/internal/site/value"
)

// checkFacts holds every value against what its indicator can be, and every
// figure against the calendar, its sources, and what is listed.
func (c *checker) checkFacts(entries []*site.Entry) {
	c.doubted, c.summed, c.ambiguous = map[diag.Place]bool{}, map[diag.Place]bool{}, map[diag.Place]bool{}
	for _, e := range entries {
		for _, r := range e.Found.Details().Ambiguous {
			c.ambiguous[r.Place] = true
		}
	}
	for _, e := range entries {
		c.checkPast(e.Found.Details().Past)
		c.checkNumbers(e)
		switch v := e.Value.(type) {
		case *site.Indicator:
			c.checkRatio(v)
		case *site.City:
			c.checkFigures(v.Figures)
		case *site.Kecamatan:
			c.checkFigures(v.Figures)
			if o := v.Established; o != nil {
				c.checkYear("year", o.Year, 0, o.At("year"))
			}
		case *site.Article:
			c.checkTimes(v)
			for i := range v.Claims {
				c.checkCentury(v.Claims[i].Period, v.Claims[i].At("period"))
			}
		case *site.Visit:
			c.checkStay(v)
		case *site.Program:
			c.checkProgram(v)
		case *site.Adoption:
			c.checkDirection(v)
		}
		for _, n := range numeralsOf(e) {
			c.checkValue(&n)
			c.checkGreat(&n)
		}
	}
	c.checkCounts()
	c.checkSums()
	c.checkDoubts()
}

func (c *checker) checkFigures(figures []site.Figure) {
	for i := range figures {
		f := &figures[i]
		c.checkWritten(f)
		c.checkPeriod(f)
		c.checkSource(f)
	}
}

// checkValue wants whole numbers of what is counted in whole things (1.354 is
// how Indonesians write 1354, and YAML reads it as a little more than one) and
// values within what the indicator says can be.
func (c *checker) checkValue(n *numeral) {
	i, known := c.site.Indicators[n.indicator]
	if !known || n.value == nil || !c.site.IsWellFormed(site.KindIndicator, i.ID) {
		return
	}
	x := *n.value
	if i.Decimals == 0 && !c.doubted[n.at] && !i.Misread("decimals") && x != math.Trunc(x) {
		c.say(diag.At(n.at, "figure-decimals", i.ID, x).WithHint("whole-or-decimals"))
		c.doubted[n.at] = true
	}
	if low, high := i.Bounds(); (x < low || x > high) && !i.Misread("min") && !i.Misread("max") {
		c.say(diag.At(n.at, "figure-impossible", i.ID, value.Number(x)).WithHint("value-range", span(low, high)))
		c.doubted[n.at] = true
		return
	}
	c.checkUnit(n, &i)
}

// span writes what lies between two bounds, of which either may be missing.
func span(low, high float64) string {
	if math.IsInf(high, 1) {
		return "≥ " + value.Number(low)
	}
	return value.Number(low) + " … " + value.Number(high)
}

// checkSource finds a figure that passes for official and rests on one weak
// source alone.
func (c *checker) checkSource(f *site.Figure) {
	if f.Value == nil || f.Standing() != "official" || len(f.Source) != 1 {
		return
	}
	if s, known := c.site.Sources[f.Source[0]]; known && s.Weak() {
		c.say(diag.At(f.At("source"), "official-from-weak", f.Source[0]).WithHint("give-status"))
	}
}

// checkCounts holds what an indicator counts against what is listed. Only the
// newest figure is asked: there were fewer kelurahan once.
func (c *checker) checkCounts() {
	total, whole := 0, c.site.IsWhole(site.KindKecamatan)
	for i := range c.site.Kecamatan {
		k := &c.site.Kecamatan[i]
		if !c.site.IsWellFormed(site.KindKecamatan, k.ID) || k.Misread("kelurahan") || len(k.Kelurahan) == 0 {
			whole = false
			continue
		}
		total += len(k.Kelurahan)
		c.checkCount(k.Figures, "kelurahan", len(k.Kelurahan))
	}
	if !whole {
		return
	}
	c.checkCount(c.site.City.Figures, "kelurahan", total)
	c.checkCount(c.site.City.Figures, "kecamatan", len(c.site.Kecamatan))
}

func (c *checker) checkCount(figures []site.Figure, what string, listed int) {
	latest := compare.Latest(figures)
	for i := range latest {
		f := &latest[i]
		if c.site.Indicators[f.Indicator].Counts == what && f.Official() && *f.Value != float64(listed) && listed > 0 {
			c.say(diag.At(f.At("value"), "count-mismatch", f.Indicator, value.Number(*f.Value), listed,
				diag.Word(what)))
		}
	}
}

// apart is by how much the sum of the kecamatan may differ from the city's figure:
// each is rounded, and some publishers round to hundreds.
const apart = 0.005

// checkSums holds the city's figure against the sum of its kecamatan, where all
// have one that stands beside the others and the indicator may be added up.
func (c *checker) checkSums() {
	if !c.site.IsWhole(site.KindKecamatan) {
		return
	}
	for i := range c.site.City.Figures {
		f := &c.site.City.Figures[i]
		if c.site.Indicators[f.Indicator].Aggregate != "sum" || !f.Official() {
			continue
		}
		side, ok := compare.Of(c.site.Facts, f.Indicator)
		if !ok || side.City != f || side.Known != len(side.Figures) {
			continue
		}
		sum := 0.0
		for _, x := range side.Figures {
			sum += *x.Value
		}
		if math.Abs(sum-*f.Value) > apart*math.Abs(*f.Value) {
			c.summed[f.Begin()] = true
			c.say(diag.At(f.At("value"), "city-sum", f.Indicator, value.Number(*f.Value),
				value.Number(math.Round(sum*1e6)/1e6)))
		}
	}
}

// checkDirection finds an adoption that is said to follow a visit of our own to
// others.
func (c *checker) checkDirection(x *site.Adoption) {
	if v := c.site.FindVisit(x.Visit); v != nil && v.Direction == "out" {
		c.say(diag.At(x.At("visit"), "visit-outgoing", x.Visit))
	}
}

func (c *checker) checkProgram(p *site.Program) {
	c.checkResults(p.Results)
	if p.Started != "" && value.YearOf(string(p.Started)) > value.YearOf(c.today())+yearsAhead {
		c.checkNear("started", p.Started, p.At("started"))
	}
	for i := range p.Awards {
		x := &p.Awards[i]
		c.checkYear("year", x.Year, 0, x.At("year"))
	}
	if r := p.Resources; r != nil {
		c.checkYear("price_year", r.PriceYear, 1, r.At("price_year")) // of next year's budget
	}
}

// checkResults finds what is said to have been reached in a time to come.
func (c *checker) checkResults(results []site.Result) {
	for i := range results {
		r := &results[i]
		c.checkCentury(r.Period, r.At("period"))
		if r.After != nil && r.Period != "" && r.Evidence != "claimed" && c.isAhead(r.Period) &&
			!c.site.Indicators[r.Indicator].Ahead {
			c.say(diag.At(r.At("period"), "figure-future", string(r.Period)).WithHint("result-ahead"))
		}
	}
}
