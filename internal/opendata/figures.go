package opendata

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

type ofIndicator = site.Indicator

var indicators = declare("indicators",
	func(w *writer) iter.Seq[*ofIndicator] { return byID(w.Facts.Indicators) },
	col("id", Text, func(_ *writer, x *ofIndicator) any { return x.ID }).key(),
	col("name", Text, func(w *writer, x *ofIndicator) any { return w.Say(x.Name) }).needed(),
	col("unit", Text, func(w *writer, x *ofIndicator) any { return w.Say(x.Unit) }).needed(),
	col("definition", Text, func(w *writer, x *ofIndicator) any { return w.Say(x.Definition) }).needed(),
	col("topic", Text, func(w *writer, x *ofIndicator) any { return w.Say(x.Topic) }),
	col("decimals", Integer, func(_ *writer, x *ofIndicator) any { return x.Decimals }).needed(),
	col("direction", Text, func(_ *writer, x *ofIndicator) any { return x.Direction }).oneOf("higher|lower|neutral"),
	col("aggregate", Text, func(_ *writer, x *ofIndicator) any { return x.Aggregate }).oneOf("sum|none"),
	col("ahead", Boolean, func(_ *writer, x *ofIndicator) any { return x.Ahead }).needed(),
	col("producer", Text, func(_ *writer, x *ofIndicator) any { return x.Producer }),
	col("max_age_years", Integer, func(_ *writer, x *ofIndicator) any { return count(x.MaxAgeYears) }),
	col("computed", Boolean, func(_ *writer, x *ofIndicator) any { return x.Ratio != nil }).needed(),
	col("ratio_of", Text, func(_ *writer, x *ofIndicator) any { return orNothing(x.Ratio).Of }).to("indicators"),
	col("ratio_per", Text, func(_ *writer, x *ofIndicator) any { return orNothing(x.Ratio).Per }).to("indicators"),
)

// figure is one of the city, whose kecamatan is "", or of a kecamatan.
type figure struct {
	*site.Figure
	id, code, place, kecamatan string
	first, last                string // day of its period
}

var allFigures = declare("figures", figuresOf,
	col("id", Text, func(_ *writer, x *figure) any { return x.id }).key(),
	col("code", Code, func(_ *writer, x *figure) any { return x.code }).needed(),
	col("full_code", Text, func(_ *writer, x *figure) any { return full(x.code) }).needed(),
	col("place", Text, func(_ *writer, x *figure) any { return x.place }).needed(),
	col("kecamatan", Text, func(_ *writer, x *figure) any { return x.kecamatan }).to("kecamatan"),
	col("indicator", Text, func(_ *writer, x *figure) any { return x.Indicator }).needed().to("indicators"),
	col("indicator_name", Text, func(w *writer, x *figure) any { return w.Say(w.indicator(x).Name) }).needed(),
	col("unit", Text, func(w *writer, x *figure) any { return w.Say(w.indicator(x).Unit) }).needed(),
	col("period", Known, func(_ *writer, x *figure) any { return string(x.Period) }).needed(),
	col("period_start", Date, func(_ *writer, x *figure) any { return x.first }).needed(),
	col("period_end", Date, func(_ *writer, x *figure) any { return x.last }).needed(),
	col("value", Number, func(_ *writer, x *figure) any { return x.Value }),
	col("status", Text, func(_ *writer, x *figure) any { return status(x.Figure) }).
		oneOf("official|provisional|estimate|unverified|claim"),
	col("computed", Boolean, func(_ *writer, x *figure) any { return x.Parts != nil }).needed(),
	col("missing", Text, func(w *writer, x *figure) any { return w.Missing(x.Figure) }),
	col("said_by", Text, func(w *writer, x *figure) any { return w.Say(x.SaidBy) }),
	col("sources", List, func(_ *writer, x *figure) any { return x.Source }),
	col("source_titles", List, func(w *writer, x *figure) any { return w.titles(x.Source) }),
	col("note", Text, func(w *writer, x *figure) any { return w.Note(x.Figure) }),
)

// status is the standing of a value; where there is none, nothing stands.
func status(f *site.Figure) string {
	if f.Value == nil {
		return ""
	}
	return f.Standing()
}

func (w *writer) indicator(x *figure) *site.Indicator {
	i := w.Facts.Indicators[x.Indicator]
	return &i
}

// titles are those of sources.
func (w *writer) titles(ids []string) []string {
	var list []string
	for _, id := range ids {
		list = append(list, w.Say(w.Facts.Sources[id].Title))
	}
	return list
}

// figuresOf goes through the city's figures and those of each kecamatan, as editors wrote
// them. Several of one place, indicator and period differ by their sources: these are numbered.
func figuresOf(w *writer) iter.Seq[*figure] {
	return func(yield func(*figure) bool) {
		seen := map[string]int{}
		all := func(list []site.Figure, code, place, kecamatan string) bool {
			for i := range list {
				f := &list[i]
				x := figure{Figure: f, code: code, place: place, kecamatan: kecamatan}
				x.id = strings.Join([]string{code, f.Indicator, string(f.Period)}, ":")
				if seen[x.id]++; seen[x.id] > 1 {
					x.id += ":" + strconv.Itoa(seen[x.id])
				}
				x.first, x.last = f.Period.Bounds()
				if !yield(&x) {
					return false
				}
			}
			return true
		}
		c := &w.Facts.City
		if !all(c.Figures, string(c.Code), c.Name, "") {
			return
		}
		for k := range each(w.Facts.Kecamatan) {
			if !all(k.Figures, string(k.Code), k.Name, k.ID) {
				return
			}
		}
	}
}

type ofSource = site.Source

var sources = declare("sources",
	func(w *writer) iter.Seq[*ofSource] { return byID(w.Facts.Sources) },
	col("id", Text, func(_ *writer, x *ofSource) any { return x.ID }).key(),
	col("title", Text, func(w *writer, x *ofSource) any { return w.Say(x.Title) }).needed(),
	col("publisher", Text, func(_ *writer, x *ofSource) any { return x.Publisher }).needed(),
	col("short", Text, func(_ *writer, x *ofSource) any { return x.Short }),
	col("kind", Text, func(_ *writer, x *ofSource) any { return x.Kind }).needed().
		oneOf("statistics|registry|report|law|news|statement|encyclopedia|web"),
	col("date", Known, func(_ *writer, x *ofSource) any { return string(x.Date.Day) }),
	col("trust", Text, func(_ *writer, x *ofSource) any { return x.Trust }).oneOf("A|B|C|D"),
	col("url", URL, func(_ *writer, x *ofSource) any { return string(x.URL) }),
	col("licence", Text, func(_ *writer, x *ofSource) any { return x.Licence }),
	col("accessed", Date, func(_ *writer, x *ofSource) any { return string(x.Accessed) }),
	col("note", Text, func(w *writer, x *ofSource) any { return w.Say(x.Note) }),
)

// byID goes through things in the order of their ids.
func byID[T any](all map[string]T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, id := range slices.Sorted(maps.Keys(all)) {
			x := all[id]
			if !yield(&x) {
				return
			}
		}
	}
}

// span is the days that a visit may have taken: from the earliest to the latest.
func span(start, end value.Day) (first, last string) {
	return start.First(), cmp.Or(end, start).Last()
}
