package figures

import (
	"cmp"
	"strings"

	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// BarsView compares kecamatan by one indicator: bars from zero, the greatest
// first. The table of the page has the same numbers. It has a mark for the city's
// value, but none where a kecamatan's value is part of the city's and cannot lie
// beside it. The text of a bar without a figure says so, or what is known instead.
type BarsView struct {
	chart.BarChart
	ID      string            // a number for ids within the page
	Title   string            // what is drawn
	Desc    string            // the same in more words
	Period  string            // the time of the figures
	Badge   string            // the word for figures that are not official; else empty
	Stale   string            // the word for a time that is too long ago; else empty
	Note    string            // whose figures they are, where they share no source
	Sources []ground.Citation // the source that all figures share; of a ratio all that it rests on
}

// bars draws a comparison.
func (f *Profile) bars(c *compare.Comparison, i *site.Indicator, id string) *BarsView {
	w := f.w
	order := chart.Order(valuesOf(c))
	v := &BarsView{
		BarChart: chart.DrawBars(f.barRows(c, i, order), w.cityMark(c, i)),
		ID:       id, Title: w.Word("bars-title", w.Say(i.Name), w.Period(c.Period)), Desc: f.describe(c, i, order),
		Period: w.Period(c.Period), Badge: w.badges(c.Figures), Stale: w.staleAll(c),
	}
	v.Sources, v.Note = w.basis(c, f.c)
	return v
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

func (f *Profile) barRows(c *compare.Comparison, i *site.Indicator, order []int) []chart.Row {
	var rows []chart.Row
	for _, at := range order {
		row := chart.Row{Name: f.w.Facts.Kecamatan[at].Name, Own: at == f.position, Text: f.unknown(c, at)}
		if x := c.Figures[at]; x != nil {
			row.Text, row.Value = f.w.Value(*x.Value, *i), x.Value
		}
		rows = append(rows, row)
	}
	return rows
}

// cityMark is nil where there is no value of the city, or none to lie beside.
func (w Writer) cityMark(c *compare.Comparison, i *site.Indicator) *chart.Mark {
	if c.City == nil || i.Aggregate == "sum" {
		return nil
	}
	return &chart.Mark{Name: w.Base.City, Text: w.Value(*c.City.Value, *i), Value: *c.City.Value}
}

// unknown says that a kecamatan has no figure in a comparison.
func (f *Profile) unknown(c *compare.Comparison, at int) string {
	return cmp.Or(f.w.instead(c, f.w.Facts.Kecamatan[at].ID), f.w.Word("no-figure"))
}

// describe says in words what the bars show.
func (f *Profile) describe(c *compare.Comparison, i *site.Indicator, order []int) string {
	w, unit := f.w, f.w.Unit(*i)
	say := func(at int) string {
		return f.w.Facts.Kecamatan[at].Name + ": " + strings.TrimSpace(w.Value(*c.Figures[at].Value, *i)+" "+unit)
	}
	own := f.k.Name + ": " + f.unknown(c, f.position)
	if c.Figures[f.position] != nil {
		own = say(f.position) + ", " + f.w.rank(c, f.position, i)
	}
	return w.Word("bars-desc", own, say(order[0]), say(order[c.Known-1]))
}
