package site

import (
	"math"
	"strconv"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// checkFacts holds every value against what its indicator can be, and every
// figure against the calendar, its sources, and what is listed.
func (a *assembler) checkFacts(entries []*Entry) {
	a.doubted, a.summed, a.ambiguous = map[diag.Place]bool{}, map[diag.Place]bool{}, map[diag.Place]bool{}
	for _, e := range entries {
		for _, r := range e.Found.Ambiguous {
			a.ambiguous[r.Place] = true
		}
	}
	for _, e := range entries {
		a.checkPast(e.Found.Past)
		a.checkNumbers(e)
		switch v := e.Value.(type) {
		case *City:
			a.checkFigures(v.Figures)
		case *Kecamatan:
			a.checkFigures(v.Figures)
			if o := v.Established; o != nil {
				a.checkYear("year", o.Year, 0, o.At("year"))
			}
		case *Article:
			a.checkTimes(v)
			for i := range v.Claims {
				a.checkCentury(v.Claims[i].Period, v.Claims[i].At("period"))
			}
		case *Visit:
			a.checkStay(v)
		case *Program:
			a.checkProgram(v)
		case *Adoption:
			a.checkDirection(v)
		}
		for _, n := range e.numerals() {
			a.checkValue(&n)
			a.checkGreat(&n)
		}
	}
	a.checkCounts()
	a.checkSums()
	a.checkDoubts()
}

// checkDirection finds an adoption that is said to follow a visit of our own to
// others.
func (a *assembler) checkDirection(x *Adoption) {
	if v := a.site.FindVisit(x.Visit); v != nil && v.Direction == "out" {
		a.say(diag.At(x.At("visit"), "visit-outgoing", x.Visit))
	}
}

func (a *assembler) checkFigures(figures []Figure) {
	for i := range figures {
		f := &figures[i]
		a.checkPeriod(f)
		a.checkSource(f)
	}
}

// checkValue wants whole numbers of what is counted in whole things (1.354 is
// how Indonesians write 1354, and YAML reads it as a little more than one) and
// values within what the indicator says can be.
func (a *assembler) checkValue(n *numeral) {
	i, known := a.site.Indicators[n.indicator]
	if !known || n.value == nil || !a.site.IsSound(KindIndicator, i.ID) {
		return
	}
	value := *n.value
	if i.Decimals == 0 && !a.doubted[n.at] && !i.Misread("decimals") && value != math.Trunc(value) {
		a.say(diag.At(n.at, "figure-decimals", i.ID, value).WithHint("whole-or-decimals"))
		a.doubted[n.at] = true
	}
	if low, high := i.bounds(); (value < low || value > high) && !i.Misread("min") && !i.Misread("max") {
		a.say(diag.At(n.at, "figure-impossible", i.ID, bare(value)).WithHint("value-range", span(low, high)))
		a.doubted[n.at] = true
		return
	}
	a.checkUnit(n, &i)
}

// span writes what lies between two bounds, of which either may be missing.
func span(low, high float64) string {
	if math.IsInf(high, 1) {
		return "≥ " + bare(low)
	}
	return bare(low) + " … " + bare(high)
}

// bare writes a number as it stands in data: never 1e+06.
func bare(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// today is the day of the build in the site's zone.
func (a *assembler) today() string { return a.options.Now.In(a.site.Zone).Format(time.DateOnly) }

// checkPeriod finds figures of another century, and of a time to come that pass for
// known.
func (a *assembler) checkPeriod(f *Figure) {
	a.checkCentury(f.Period, f.At("period"))
	if f.Value == nil || !a.isAhead(f.Period) || a.site.Indicators[f.Indicator].Ahead {
		return
	}
	if s := f.Standing(); s == "official" || s == "unverified" {
		a.say(diag.At(f.At("period"), "figure-future", string(f.Period)).WithHint("figure-ahead"))
	}
}

// isAhead says whether a period has not begun, or ends in a year to come. What is
// counted of a year before its end is told while it lasts.
func (a *assembler) isAhead(p value.Period) bool {
	first, last := p.Bounds()
	today := a.today()
	return first > today || year(last) > year(today)
}

func (a *assembler) checkProgram(p *Program) {
	a.checkResults(p.Results)
	if p.Started != "" && year(string(p.Started)) > year(a.today())+yearsAhead {
		a.checkNear("started", p.Started, p.At("started"))
	}
	for i := range p.Awards {
		x := &p.Awards[i]
		a.checkYear("year", x.Year, 0, x.At("year"))
	}
	if r := p.Resources; r != nil {
		a.checkYear("price_year", r.PriceYear, 1, r.At("price_year")) // of next year's budget
	}
}

// checkResults finds what is said to have been reached in a time to come.
func (a *assembler) checkResults(results []Result) {
	for i := range results {
		r := &results[i]
		a.checkCentury(r.Period, r.At("period"))
		if r.After != nil && r.Period != "" && r.Evidence != "claimed" && a.isAhead(r.Period) && !a.site.Indicators[r.Indicator].Ahead {
			a.say(diag.At(r.At("period"), "figure-future", string(r.Period)).WithHint("result-ahead"))
		}
	}
}

// checkPast finds what is said to have happened and cannot have yet. These are
// warnings: the clock of the machine may be the one that is wrong.
func (a *assembler) checkPast(dates []records.Ref) {
	if len(dates) == 0 {
		return // as most articles
	}
	today := a.today()
	for _, d := range dates {
		if first, dated := firstDay(d.ID); dated && first > today {
			a.say(diag.At(d.Place, "future-date", d.Kind, d.ID, today))
		}
	}
}

// firstDay returns the first date of a date, month or year, with or without a
// time of day.
func firstDay(word string) (string, bool) {
	day := value.Day(word[:min(len(word), len(time.DateOnly))])
	if new(value.Day).ReadLiteral(string(day)) != nil {
		return "", false
	}
	return day.First(), true
}

// checkTimes wants an article to be of our time, and written before it is changed.
func (a *assembler) checkTimes(n *Article) {
	if n.Date.IsZero() {
		return
	}
	a.checkDate(n)
	if n.Updated.IsZero() && len(n.Corrections) == 0 {
		return
	}
	date := n.Date.In(a.site.Zone)
	if !n.Updated.IsZero() && n.Updated.In(a.site.Zone).Format(time.DateOnly) < date.Format(time.DateOnly) {
		a.say(diag.At(n.At("updated"), "end-before-start", "updated", n.Updated.String(), "date", n.Date.String()))
	}
	for i := range n.Corrections {
		c := &n.Corrections[i]
		if c.Date != "" && string(c.Date) < date.Format(time.DateOnly) {
			a.say(diag.At(c.At("date"), "end-before-start", "corrections: date", string(c.Date), "date", n.Date.String()))
		}
	}
}

// checkSource finds a figure that passes for official and rests on one weak
// source alone.
func (a *assembler) checkSource(f *Figure) {
	if f.Value == nil || f.Standing() != "official" || len(f.Source) != 1 {
		return
	}
	if s, known := a.site.Sources[f.Source[0]]; known && s.Weak() {
		a.say(diag.At(f.At("source"), "official-from-weak", f.Source[0]).WithHint("give-status"))
	}
}

// checkCounts holds what an indicator counts against what is listed. Only the
// newest figure is asked: there were fewer kelurahan once.
func (a *assembler) checkCounts() {
	total, whole := 0, !a.site.IsClosed(KindKecamatan)
	for i := range a.site.Kecamatan {
		k := &a.site.Kecamatan[i]
		if !a.site.IsSound(KindKecamatan, k.ID) || k.Misread("kelurahan") || len(k.Kelurahan) == 0 {
			whole = false
			continue
		}
		total += len(k.Kelurahan)
		a.checkCount(k.Figures, "kelurahan", len(k.Kelurahan))
	}
	if !whole {
		return
	}
	a.checkCount(a.site.City.Figures, "kelurahan", total)
	a.checkCount(a.site.City.Figures, "kecamatan", len(a.site.Kecamatan))
}

func (a *assembler) checkCount(figures []Figure, what string, listed int) {
	latest := Latest(figures)
	for i := range latest {
		f := &latest[i]
		if a.site.Indicators[f.Indicator].Counts == what && f.Official() && *f.Value != float64(listed) && listed > 0 {
			a.say(diag.At(f.At("value"), "count-mismatch", f.Indicator, bare(*f.Value), listed, diag.Word(what)))
		}
	}
}

// apart is by how much the sum of the kecamatan may differ from the city's figure:
// each is rounded, and some publishers round to hundreds.
const apart = 0.005

// checkSums holds the city's figure against the sum of its kecamatan, where all
// have one that stands beside the others and the indicator may be added up.
func (a *assembler) checkSums() {
	if a.site.IsClosed(KindKecamatan) {
		return
	}
	for i := range a.site.City.Figures {
		f := &a.site.City.Figures[i]
		if a.site.Indicators[f.Indicator].Aggregate != "sum" || !f.Official() {
			continue
		}
		c, ok := a.site.Compare(f.Indicator)
		if !ok || c.City != f || c.Known != len(c.Figures) {
			continue
		}
		sum := 0.0
		for _, x := range c.Figures {
			sum += *x.Value
		}
		if math.Abs(sum-*f.Value) > apart*math.Abs(*f.Value) {
			a.summed[f.Begin()] = true
			a.say(diag.At(f.At("value"), "city-sum", f.Indicator, bare(*f.Value), bare(math.Round(sum*1e6)/1e6)))
		}
	}
}
