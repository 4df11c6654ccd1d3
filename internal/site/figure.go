package site

import (
	"math"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Indicator is what a figure measures; an entry of data/indicators.yaml. Figures
// are comparable only within one indicator, so counts of a census, an estimate
// and a registry are three.
type Indicator struct {
	records.Places
	ID         string
	Name       Text `key:"name,required"`
	Unit       Text `key:"unit,required" copy:"form"`
	Definition Text `key:"definition,required"`
	Topic      Text `key:"topic" copy:"form"`
	Decimals   int  `key:"decimals" like:"1" copy:"form"`
	// Min and Max are the least and the most that a value can be, as 100 is of a
	// share in per cent. Without Min it is 0: most things are counts.
	Min *float64 `key:"min" copy:"form"`
	Max *float64 `key:"max" copy:"form"`
	// Counts names what the site lists itself, so that the two can be compared.
	Counts string `key:"counts" oneof:"kecamatan|kelurahan" copy:"form"`
	// Ahead indicators tell of times to come: targets, budgets, projections.
	Ahead bool `key:"ahead" copy:"form"`
	// Format "year" prints 2007, not 2.007.
	Format    string `key:"format" oneof:"number|year" copy:"form"`
	Direction string `key:"direction" oneof:"higher|lower|neutral" copy:"form"`
	Aggregate string `key:"aggregate" oneof:"sum|none" copy:"form"`
	// Rank "none" says that the definition forbids to set the figures of places beside
	// each other: each rests on another basis.
	Rank string `key:"rank" oneof:"none" copy:"form"`
	// Most is what the place with the greatest value is called, where that is neither
	// "the largest" nor "the highest": the most crowded.
	Most     Text   `key:"most"`
	Producer string `key:"producer"`
	// Ratio says that the figures are computed, and from what: nobody writes them.
	Ratio *Ratio `key:"ratio"`
	// MaxAgeYears is after how many years a figure counts as out of date.
	MaxAgeYears int `key:"max_age_years" copy:"form"`
}

func (i *Indicator) identify(id, _ string) { i.ID = id }

// Ranked says whether places can be put in order by the indicator: a year is no quantity.
func (i *Indicator) Ranked() bool { return i.Format != "year" && i.Rank != "none" }

// Bounds returns the least and the most that a value can be. Years have four digits.
func (i *Indicator) Bounds() (low, high float64) {
	high = math.Inf(1)
	if i.Format == "year" {
		low, high = value.FirstYear, value.LastYear
	}
	if i.Min != nil {
		low = *i.Min
	}
	if i.Max != nil {
		high = *i.Max
	}
	return low, high
}

// OutOfDate says whether a period is too long ago, on a day (2006-01-02), for a
// figure of the indicator to be taken for today's: it ended more than MaxAgeYears
// years before.
func (i *Indicator) OutOfDate(p value.Period, day string) bool {
	if i.MaxAgeYears <= 0 {
		return false
	}
	_, end := p.Bounds()
	years := min(i.MaxAgeYears, 1000) // a calendar ends somewhere
	return value.Date(end).Time().AddDate(years, 0, 0).Before(value.Date(day).Time())
}

// Source is what a fact rests on; an entry of data/sources.yaml.
type Source struct {
	records.Places
	ID        string
	Title     Text   `key:"title,required"`
	Publisher string `key:"publisher,required" copy:"form"`
	// Short is what stands for the publisher beside a figure: "BPS".
	Short string `key:"short"`

	// A web page is one that is no newspaper's: a blog, a page of history.
	Kind string `key:"kind,required" oneof:"statistics|registry|report|law|news|statement|encyclopedia|web" copy:"form"`

	Date value.SourceDate `key:"date,required" when:"past"`
	// Trust: A the responsible body itself, B an institutional copy or two
	// agreeing newspapers, C one newspaper, D anything less.
	Trust    string     `key:"trust" oneof:"A|B|C|D"`
	URL      value.URL  `key:"url"`
	Licence  string     `key:"licence"`
	Accessed value.Date `key:"accessed" when:"past"`
	Note     Text       `key:"note"`
}

func (s *Source) identify(id, _ string) { s.ID = id }

// Weak says whether a source alone does not make a figure official: by the
// editors' judgement, or, where they gave none, by its kind.
func (s *Source) Weak() bool {
	if s.Trust != "" {
		return s.Trust > "B"
	}
	return slices.Contains([]string{"news", "statement", "encyclopedia", "web"}, s.Kind)
}

// Figure is one number about a place and a period, or the reason why there is
// none. It never stands without a source.
type Figure struct {
	records.Places
	Indicator string       `key:"indicator,required" ref:"indicator"`
	Period    value.Period `key:"period,required"`
	Value     *float64     `key:"value"`
	Missing   Text         `key:"missing"`
	Status    string       `key:"status" oneof:"official|provisional|estimate|unverified|claim"`
	Source    []string     `key:"source" ref:"source"`
	SaidBy    Text         `key:"said_by"`
	Note      Text         `key:"note"`
	// Parts are what a computed figure was computed from, nil for what somebody wrote.
	Parts *Parts
}

// standings go from the strongest to the weakest.
var standings = []string{"official", "provisional", "estimate", "unverified", "claim"}

// Weakness orders figures by their standing: 0 is an official one.
func (f *Figure) Weakness() int { return slices.Index(standings, f.Standing()) }

// Standing returns the figure's status; one that says nothing is official.
func (f *Figure) Standing() string {
	if f.Status == "" {
		return "official"
	}
	return f.Status
}

// Official says whether the figure may stand for the indicator: not a claim and
// not unverified.
func (f *Figure) Official() bool {
	return f.Value != nil && f.Standing() != "claim" && f.Standing() != "unverified"
}

// Countable says whether the figure is a value that may be set against others.
func (f *Figure) Countable() bool { return f.Value != nil && f.Standing() != "claim" }

// Counted returns the figure that was counted: of a computed one, what it is of.
func (f *Figure) Counted() *Figure {
	if f.Parts != nil {
		return f.Parts.Of
	}
	return f
}

// FiguresOf returns the figures of a kecamatan, or of the city when id is "".
func (s *Facts) FiguresOf(id string) []Figure {
	if id == "" {
		return s.City.Figures
	}
	if k := s.FindKecamatan(id); k != nil {
		return k.Figures
	}
	return nil
}

// MaxDecimals is far more than anything counted here is known to. A number that
// prints hundreds of zeros is a slip of the finger.
const MaxDecimals = 6

func (i *Indicator) check(f *faults) {
	if i.Decimals > MaxDecimals {
		f.say(i.At("decimals"), "out-of-range", "decimals", i.Decimals, 0, MaxDecimals)
		i.Decimals = MaxDecimals // so that no figure with a fraction is at fault too, and no page tries to print it
	}
	if i.Ratio != nil && i.Aggregate == "sum" {
		f.sayHint(diag.At(i.At("aggregate"), "ratio-sum", i.ID).WithHint("aggregate-none"))
	}
}

// figures checks each figure, and that no two say the same thing.
func (f *faults) figures(list []Figure) {
	type key struct{ indicator, period, sources string }
	seen := map[key]int{}
	for i := range list {
		x := &list[i]
		f.figure(x)
		k := key{x.Indicator, string(x.Period), strings.Join(x.Source, " ")}
		if line, ok := seen[k]; ok && k.period != "" && k.indicator != "" {
			f.say(x.Begin(), "duplicate-figure", x.Indicator, k.period, line)
		}
		seen[k] = x.Begin().Line
	}
}

func (f *faults) figure(x *Figure) {
	switch {
	case x.Has("value") && x.Has("missing"):
		f.say(x.At("missing"), "one-or-other", "value", "missing")
	case x.Misread("value") || x.Misread("missing"):
	case !x.Has("value") && !x.Has("missing"):
		f.say(x.Begin(), "one-of-two-missing", "value", "missing")
	case x.Has("value") && !x.Has("source") && !x.Misread("source"):
		f.sayHint(diag.At(x.Begin(), "figure-no-source").WithHint("why-source"))
	}
	f.claimed(&x.Places, x.Status)
}

func (f *faults) claimed(x *records.Places, status string) {
	if status == "claim" && !x.Has("said_by") && !x.Misread("said_by") {
		f.say(x.At("status"), "claim-no-speaker")
	}
}
