package plan

import (
	"strings"
	"time"

	"blandongan/internal/chart"
	"blandongan/internal/site"
)

// TrendView is a line through figures of one source. Points without room for their
// text have none: the list of figures has them all.
type TrendView struct {
	chart.Trend
	ID          string
	Title, Desc string
	Badge       string
	Sources     []Citation
}

// trend draws a series, nil when it is too short to tell of a trend.
func (f *profile) trend(m *site.Measure, i *site.Indicator, id string) *TrendView {
	if len(m.Series) < chart.FewestPoints {
		return nil
	}
	p, unit := f.p, f.p.unit(*i)
	var moments []chart.Moment
	var said []string
	for _, x := range m.Series {
		moment := chart.Moment{Time: midday(x.Period), Value: *x.Value, Text: p.value(*x.Value, *i), When: p.period(x.Period)}
		moments = append(moments, moment)
		said = append(said, moment.When+": "+strings.TrimSpace(moment.Text+" "+unit))
	}
	return &TrendView{
		Trend: chart.DrawTrend(moments), ID: id,
		Title: p.lang.Word("trend-title", p.site.Say(i.Name)), Desc: strings.Join(said, "; "),
		Badge: p.badges(m.Series), Sources: f.c.cite([]string{m.Source}),
	}
}

// midday is the middle of a period, in days.
func midday(p site.Period) float64 {
	first, last := p.Bounds()
	return float64(site.Date(first).Time().Unix()+site.Date(last).Time().Unix()) / 2 / (24 * time.Hour).Seconds()
}
