// Package figures shows a city's figures: a figure with its period, source and standing,
// one kecamatan beside its sisters, a number that somebody said beside what is on
// record, trends, and the map.
//
// In come the ground of a page (package ground) and, for maps, the areas that were drawn.
// Out come plain values for templates: texts, shapes, citations. No figure comes without
// its period and source, and what is not official has its badge. It reads nothing, and
// knows no article.
package figures

import (
	"strings"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Writer writes figures on the ground of a page.
type Writer struct{ ground.Ground }

// FigureRow is one figure as a page shows it: never without period, source and
// standing.
type FigureRow struct {
	Indicator  string            // the indicator's name
	Definition string            // what the indicator means
	Value      string            // the number, written out; empty when Missing says why
	Unit       string            // what is counted
	Number     string            // the number for machines
	Missing    string            // why there is no number
	Period     string            // the time it is of
	Standing   string            // official, provisional, estimate, unverified or claim
	Badge      string            // the word for a standing that is not official; else empty
	Stale      string            // the word for a figure that is out of date; else empty
	SaidBy     string            // who said it, if it is a claim
	Note       string            // what else there is to say
	Sources    []ground.Citation // the sources of that
}

// row is a figure as it is on every day.
func (w Writer) row(f *site.Figure, c *ground.Citer) FigureRow {
	i := w.Facts.Indicators[f.Indicator]
	row := FigureRow{
		Indicator: w.Say(i.Name), Definition: w.Say(i.Definition), Unit: w.Unit(i),
		Period: w.Period(f.Period), Standing: f.Standing(), SaidBy: w.Say(f.SaidBy), Note: w.Note(f),
		Missing: w.Missing(f), Sources: c.Cite(f.Source),
	}
	if f.Value != nil {
		row.Value, row.Number = w.Value(*f.Value, i), lang.Plain(*f.Value)
	}
	row.Badge = w.Badge(f.Standing())
	return row
}

// Note is what else there is to say of a figure: of a computed one, from what.
func (w Writer) Note(f *site.Figure) string {
	if f.Parts == nil || f.Value == nil {
		return w.Say(f.Note)
	}
	return w.Word("computed-from", w.exact(f.Parts.Of), w.exact(f.Parts.Per))
}

// exact writes a figure with its unit and every digit that it was written with, so that
// readers can compute with it.
func (w Writer) exact(f *site.Figure) string {
	i := w.Facts.Indicators[f.Indicator]
	_, fraction, _ := strings.Cut(lang.Plain(*f.Value), ".")
	i.Decimals = max(i.Decimals, len(fraction))
	return strings.TrimSpace(w.Value(*f.Value, i) + " " + w.Unit(i))
}

// Missing is why there is no number: of a computed one, what it lacks.
func (w Writer) Missing(f *site.Figure) string {
	if f.Parts == nil || f.Value != nil {
		return w.Say(f.Missing)
	}
	ratio := w.Facts.Indicators[f.Indicator].Ratio
	lacking := ratio.Of
	if f.Parts.Of.Value != nil {
		lacking = ratio.Per
	}
	return w.Word("computed-missing", w.Say(w.Facts.Indicators[lacking].Name))
}

// Unit is what a figure counts; a year stands for itself.
func (w Writer) Unit(i site.Indicator) string {
	if i.Format == "year" {
		return ""
	}
	return w.Say(i.Unit)
}

// Better says which way an indicator's figures are wished to go, "" for one that is
// neither good nor bad.
func (w Writer) Better(i *site.Indicator) string {
	if i.Direction != "higher" && i.Direction != "lower" {
		return ""
	}
	return w.Word("better-" + i.Direction)
}

// Badge is the visible word for what is not official, "" for what is.
func (w Writer) Badge(status string) string {
	if status == "" || status == "official" {
		return ""
	}
	return w.Word("badge-" + status)
}

// Rows are for pages that hold the day: see Dated.
func (w Writer) Rows(figures []site.Figure, c *ground.Citer) []FigureRow {
	rows := make([]FigureRow, len(figures))
	for i := range figures {
		rows[i] = w.Dated(&figures[i], figures, c)
	}
	return rows
}

// SharedIndicators are those that any kecamatan has a figure of, in the order
// of their first appearance.
func (w Writer) SharedIndicators() []string {
	var ids []string
	seen := map[string]bool{}
	for i := range w.Facts.Kecamatan {
		for _, f := range w.Facts.Kecamatan[i].Figures {
			if !seen[f.Indicator] {
				seen[f.Indicator] = true
				ids = append(ids, f.Indicator)
			}
		}
	}
	return ids
}
