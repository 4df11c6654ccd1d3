package figures

import (
	"cmp"
	"slices"
	"strings"

	"blandongan/internal/chart"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// mostSpreads is how many figures open a profile.
const mostSpreads = 4

// SpreadView is one of the figures that open a profile, among those of all kecamatan: a dot
// for each on a line from the least to the greatest. All were counted in one way.
type SpreadView struct {
	FigureRow
	chart.Spread
	Label string   // what is drawn, in words
	Least string   // the kecamatan with the least value, with that
	Most  string   // the kecamatan with the greatest value, with that
	Rank  string   // its place among the sisters, in words; empty where it has no figure
	City  *CityRow // the city's own figure; nothing when it has none
}

// Spreads are the figures that open the profile. They are of the same indicators for all
// kecamatan, so that one learns the page once; what is not known comes last.
func (f *Profile) Spreads() []SpreadView {
	var known, unknown []SpreadView
	for _, c := range f.opening {
		if v := f.spread(&c); v.Value != "" {
			known = append(known, v)
		} else {
			unknown = append(unknown, v)
		}
	}
	return append(known, unknown...) // nobody opens with what is not known
}

// opening are the comparisons of the indicators that open each profile: of what somebody
// verified the first of each topic that is not out of date, a ratio besides, then others.
func (w Writer) opening() []compare.Comparison {
	var first, rest []compare.Comparison
	var topics []string
	for _, id := range w.SharedIndicators() {
		c, ok := compare.Official(w.Facts, id)
		if !ok {
			continue
		}
		i := w.Facts.Indicators[id]
		topic := w.Say(i.Topic)
		if topic == "" || i.Ratio != nil || i.Counts != "" {
			topic = id
		}
		switch at := slices.Index(topics, topic); {
		case at < 0:
			topics, first = append(topics, topic), append(first, c)
		case w.staleAll(&first[at]) != "" && w.staleAll(&c) == "":
			rest, first[at] = append(rest, first[at]), c
		default:
			rest = append(rest, c)
		}
	}
	all := append(first, rest...)
	return all[:min(len(all), mostSpreads)]
}

func (f *Profile) spread(c *compare.Comparison) SpreadView {
	w, i, own := f.w, f.w.Facts.Indicators[c.Indicator], c.Figures[f.position]
	var mark *float64
	if c.City != nil && i.Aggregate != "sum" { // what is part of a sum cannot lie beside it
		mark = c.City.Value
	}
	v := SpreadView{Spread: chart.DrawSpread(valuesOf(c), f.position, mark)}
	if own != nil {
		v.FigureRow, v.Rank = w.Dated(own, f.k.Figures, f.c), w.rank(c, f.position, &i)
	} else {
		v.FigureRow = f.absent(c, &i)
	}
	least, most := c.Ends()
	say := func(at int) string { return w.Facts.Kecamatan[at].Name + " " + w.figureOn(c, at) }
	v.Least, v.Most = say(least), say(most)
	v.City = f.city(c.City, own, &i)
	v.Label = f.describe(c, &i)
	return v
}

// absent is what is said of a kecamatan without a figure in a comparison.
func (f *Profile) absent(c *compare.Comparison, i *site.Indicator) FigureRow {
	row := FigureRow{
		Indicator: f.w.Say(i.Name), Unit: f.w.Unit(*i), Period: f.w.Period(c.Period), Missing: f.unknown(c, f.position),
	}
	for n := range f.k.Figures {
		x := &f.k.Figures[n]
		if x.Indicator == c.Indicator && x.Value == nil && x.Period == c.Period {
			return f.w.row(x, f.c)
		}
	}
	return row
}

// unknown says that a kecamatan has no figure in a comparison.
func (f *Profile) unknown(c *compare.Comparison, at int) string {
	return cmp.Or(f.w.instead(c, f.w.Facts.Kecamatan[at].ID), f.w.Word("no-figure"))
}

// valuesOf are what a comparison knows, by position.
func valuesOf(c *compare.Comparison) []*float64 {
	values := make([]*float64, len(c.Figures))
	for at, x := range c.Figures {
		if x != nil {
			values[at] = x.Value
		}
	}
	return values
}

// describe says in words what a spread shows.
func (f *Profile) describe(c *compare.Comparison, i *site.Indicator) string {
	w, unit := f.w, f.w.Unit(*i)
	say := func(name string, x *site.Figure) string {
		return name + ": " + strings.TrimSpace(w.Value(*x.Value, *i)+" "+unit)
	}
	of := func(at int) string { return say(w.Facts.Kecamatan[at].Name, c.Figures[at]) }
	own := f.k.Name + ": " + f.unknown(c, f.position)
	if c.Figures[f.position] != nil {
		own = of(f.position) + ", " + w.rank(c, f.position, i)
	}
	if c.City != nil && i.Aggregate != "sum" {
		own += "; " + say(w.Base.City, c.City)
	}
	least, most := c.Ends()
	return w.Word("spread-label", w.Say(i.Name), w.Period(c.Period), own, of(most), of(least))
}
