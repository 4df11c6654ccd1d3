package figures

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// SeriesView is the city's figures of several indicators that count the same in different
// ways: each is a line of its own.
type SeriesView struct {
	Title   string      // what is to be seen, in a sentence
	Missed  []FigureRow // the two figures of one time that the title tells of, what was expected first; else empty
	Strips  []StripView // the indicators
	Unit    string      // what all count
	HasWeak bool        // there are points that nobody verified
}

// StripView is the figures of one indicator, drawn.
type StripView struct {
	chart.Strip
	Name     string            // the indicator's name
	Producer string            // whose figures they are; empty when not known
	Label    string            // every figure, in words
	Badge    string            // the word for figures that are not official; else empty
	Gap      string            // what the ring stands for; empty where there is none
	Sources  []ground.Citation // the sources of that
}

// line is what a strip is drawn from.
type line struct {
	site.Indicator
	figures []*site.Figure
}

// Series draws the first indicators of one topic and unit of which the city has at least
// two series; nil when there are none.
func (w Writer) Series(c *ground.Citer) *SeriesView {
	for _, lines := range w.kindred() {
		long := 0
		for _, l := range lines {
			if len(l.figures) > 1 {
				long++
			}
		}
		if long > 1 {
			return w.series(lines, c)
		}
	}
	return nil
}

// kindred are the city's figures by indicator, those of one topic and unit together. What
// is computed of others is no series of its own.
func (w Writer) kindred() [][]*line {
	var all [][]*line
	for n := range w.Facts.City.Figures {
		f := &w.Facts.City.Figures[n]
		i, known := w.Facts.Indicators[f.Indicator]
		if !known || !f.Countable() || f.Parts != nil || w.Say(i.Topic) == "" || i.Format == "year" {
			continue
		}
		at := slices.IndexFunc(all, func(lines []*line) bool {
			return w.Say(lines[0].Topic) == w.Say(i.Topic) && w.Unit(lines[0].Indicator) == w.Unit(i)
		})
		if at < 0 {
			at, all = len(all), append(all, nil)
		}
		own := slices.IndexFunc(all[at], func(l *line) bool { return l.ID == i.ID })
		if own < 0 {
			own, all[at] = len(all[at]), append(all[at], &line{Indicator: i})
		}
		all[at][own].figures = append(all[at][own].figures, f)
	}
	for _, lines := range all {
		for _, l := range lines {
			slices.SortStableFunc(l.figures, compare.ByEnd)
		}
	}
	return all
}

func (w Writer) series(lines []*line, c *ground.Citer) *SeriesView {
	m := w.missed(lines)
	v := &SeriesView{Title: w.Word("series-title", w.Count(len(lines))), Unit: w.Unit(lines[0].Indicator)}
	moments, joined := make([][]chart.Moment, len(lines)), make([]bool, len(lines))
	held := make([]*chart.Held, len(lines))
	for n, l := range lines {
		moments[n], joined[n] = w.moments(l), l.countedAlike()
		v.HasWeak = v.HasWeak || slices.ContainsFunc(moments[n], func(x chart.Moment) bool { return x.Weak })
		if m != nil && l == m.ahead {
			held[n] = &chart.Held{Point: m.at, Value: *m.counted.Value, Text: w.signed(m)}
		}
	}
	for n, strip := range chart.DrawSeries(moments, joined, held) {
		v.Strips = append(v.Strips, w.strip(lines[n], moments[n], strip, c))
	}
	if m != nil {
		counted := w.row(m.counted, c)
		v.Title = w.Word("series-missed", counted.Period, strings.TrimSpace(w.apart(m)+" "+v.Unit),
			lang.Inside(counted.Indicator))
		v.Missed = []FigureRow{w.row(m.ahead.figures[m.at], c), counted}
		at := slices.Index(lines, m.ahead)
		v.Strips[at].Gap = w.Word("series-ring", lang.Inside(counted.Indicator), counted.Period, counted.Value)
	}
	return v
}

func (w Writer) moments(l *line) []chart.Moment {
	moments := make([]chart.Moment, len(l.figures))
	for i, f := range l.figures {
		moments[i] = chart.Moment{Time: midday(f.Period), Value: *f.Value, Text: w.Value(*f.Value, l.Indicator),
			When: w.Period(f.Period), Weak: !f.Official()}
	}
	return moments
}

func (w Writer) strip(l *line, moments []chart.Moment, drawn chart.Strip, c *ground.Citer) StripView {
	v := StripView{Strip: drawn, Name: w.Say(l.Name), Producer: l.Producer, Badge: w.badges(l.figures)}
	said, sources := make([]string, len(moments)), []string{}
	for i, m := range moments {
		said[i] = m.When + ": " + m.Text
		sources = append(sources, l.figures[i].Source...)
	}
	slices.Sort(sources)
	v.Label = v.Name + ". " + strings.Join(said, "; ")
	v.Sources = c.Cite(sources)
	return v
}

// countedAlike says whether the figures of a line may be joined: they have one producer, or
// share a source.
func (l *line) countedAlike() bool {
	return l.Producer != "" || !slices.ContainsFunc(l.figures, func(f *site.Figure) bool {
		return !slices.ContainsFunc(f.Source, func(id string) bool { return slices.Contains(l.figures[0].Source, id) })
	})
}

// miss is what was expected of a time and what was counted of the same.
type miss struct {
	ahead   *line
	at      int // the figure among its line's
	counted *site.Figure
}

func (m *miss) expected() float64 { return *m.ahead.figures[m.at].Value }

// missed is the greatest distance between what was expected of a time that is over and what
// was counted then, nil where nothing can be held against another.
func (w Writer) missed(lines []*line) *miss {
	var found []miss
	for _, l := range lines {
		for at, f := range l.figures {
			if _, end := f.Period.Bounds(); end > w.Today {
				continue
			}
			for _, other := range lines {
				for _, g := range other.figures {
					if l.Ahead && !other.Ahead && f.Period == g.Period && *f.Value != *g.Value {
						found = append(found, miss{l, at, g})
					}
				}
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return new(slices.MaxFunc(found, func(a, b miss) int {
		return cmp.Compare(a.distance(), b.distance())
	}))
}

func (m *miss) distance() float64 {
	return max(m.expected()-*m.counted.Value, *m.counted.Value-m.expected())
}

func (m *miss) exact() *big.Rat { return between(m.expected(), *m.counted.Value) }

// apart is how far the two are from each other, written out.
func (w Writer) apart(m *miss) string { return w.Lang().Computed(m.exact(), m.ahead.Decimals) }

// signed is the same as seen from what was expected.
func (w Writer) signed(m *miss) string {
	return either(m.expected() > *m.counted.Value, "−", "+") + w.apart(m)
}
