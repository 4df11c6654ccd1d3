package figures

import (
	"strings"
	"time"

	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
	"blandongan/internal/site/value"
)

// TrendView is a line through figures of one source. Points without room for their
// text have none: the list of figures has them all.
type TrendView struct {
	chart.Trend
	Title   string            // what is drawn
	Desc    string            // every figure, in words
	Badge   string            // the word for figures that are not official; else empty
	Sources []ground.Citation // the sources of that
}

// trend draws a series, nil when it is too short to tell of a trend.
func (f *Profile) trend(m *compare.Measure, i *site.Indicator) *TrendView {
	if len(m.Series) < chart.FewestPoints {
		return nil
	}
	w, unit := f.w, f.w.Unit(*i)
	var moments []chart.Moment
	var said []string
	for _, x := range m.Series {
		moment := chart.Moment{
			Time: midday(x.Period), Value: *x.Value, Text: w.Value(*x.Value, *i), When: w.Period(x.Period),
		}
		moments = append(moments, moment)
		said = append(said, moment.When+": "+strings.TrimSpace(moment.Text+" "+unit))
	}
	return &TrendView{
		Trend: chart.DrawTrend(moments),
		Title: w.Word("trend-title", w.Say(i.Name)), Desc: strings.Join(said, "; "),
		Badge: w.badges(m.Series), Sources: f.c.Cite(m.Sources),
	}
}

// midday is the middle of a period, in days.
func midday(p value.Period) float64 {
	first, last := p.Bounds()
	return float64(value.Date(first).Time().Unix()+value.Date(last).Time().Unix()) / 2 / (24 * time.Hour).Seconds()
}
