package plan

import (
	"slices"
	"strconv"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// mostBars is how many bars a profile draws in all, but of two indicators at least:
// each costs a reader on a slow line more than its number in a table.
const mostBars = 55

// IndicatorView is one indicator of a kecamatan's profile whose figures can stand
// beside those of its sisters. Bars and Trend are nil where it has no charts.
type IndicatorView struct {
	Name, Definition string
	// Key is the figure that stands for the indicator, Rank its place among the
	// sisters in words, "" where it is not the one they are compared by.
	Key  FigureRow
	Rank string
	// City is the city's own figure, nil when it has none.
	City *CityRow
	// Change is from the first to the last figure of one source.
	Change *ChangeView
	// Beside are other figures of Key's period, Earlier those of other periods.
	Beside, Earlier []FigureRow
	Bars            *BarsView
	Trend           *TrendView
}

// CityRow is the city's figure, with what part of it the kecamatan's is.
type CityRow struct {
	FigureRow
	Share string
}

// ChangeView tells in words how figures of one source changed.
type ChangeView struct {
	Text, Badge string
	Sources     []Citation
}

// profile makes what a page tells of a kecamatan's figures.
type profile struct {
	p        *planner
	position int
	k        *site.Kecamatan
	c        *citer
	measures []site.Measure
	compared map[string]site.Comparison
}

func (p *planner) profile(position int, c *citer) *profile {
	k := &p.site.Kecamatan[position]
	f := &profile{p: p, position: position, k: k, c: c, measures: site.Measures(k.Figures), compared: map[string]site.Comparison{}}
	for _, m := range f.measures {
		if comparison, ok := p.site.Compare(m.Indicator); ok {
			f.compared[m.Indicator] = comparison
		}
	}
	return f
}

// charted are the indicators that are drawn: the first of those that are compared.
func (f *profile) charted() []*site.Measure {
	all := f.comparable()
	return all[:min(len(all), max(2, mostBars/len(f.p.site.Kecamatan)))]
}

// comparable are the indicators that are compared.
func (f *profile) comparable() []*site.Measure {
	var list []*site.Measure
	for i := range f.measures {
		if m := &f.measures[i]; f.compared[m.Indicator].Known > 0 {
			list = append(list, m)
		}
	}
	return list
}

// split returns the indicators that are drawn, the others that are compared, and
// the figures of all others as the editors wrote them.
func (f *profile) split() (drawn, more []IndicatorView, rest []FigureRow) {
	all, most := f.comparable(), len(f.charted())
	for n, m := range all[:most] {
		drawn = append(drawn, f.drawn(m, strconv.Itoa(n+1)))
	}
	for _, m := range all[most:] {
		more = append(more, f.indicator(m))
	}
	for i := range f.k.Figures {
		if x := &f.k.Figures[i]; f.compared[x.Indicator].Known == 0 {
			rest = append(rest, f.p.dated(x, f.c))
		}
	}
	return drawn, more, rest
}

// drawn is an indicator with its charts.
func (f *profile) drawn(m *site.Measure, id string) IndicatorView {
	i, c := f.p.site.Indicators[m.Indicator], f.compared[m.Indicator]
	v := f.indicator(m)
	v.Bars = f.bars(&c, &i, id)
	v.Trend = f.trend(m, &i, id)
	return v
}

func (f *profile) indicator(m *site.Measure) IndicatorView {
	i := f.p.site.Indicators[m.Indicator]
	return IndicatorView{
		Name: f.p.site.Say(i.Name), Definition: f.p.site.Say(i.Definition),
		Key: f.p.dated(m.Key, f.c), Rank: f.rank(m, &i),
		City: f.city(m, &i), Change: f.change(m, &i),
		Beside: f.rows(m.Beside), Earlier: f.rows(m.Others),
	}
}

func (f *profile) rows(figures []*site.Figure) []FigureRow {
	var rows []FigureRow
	for _, x := range figures {
		rows = append(rows, f.p.dated(x, f.c))
	}
	return rows
}

// dated is a figure with the word for one that is out of date. It changes with
// the day, so only views that hold the day may show it: see pieces.go.
func (p *planner) dated(x *site.Figure, c *citer) FigureRow {
	row := p.figureRow(x, c)
	if i := p.site.Indicators[x.Indicator]; x.Value != nil {
		row.Stale = p.stale(&i, x.Period)
	}
	return row
}

// stale is the word for a period that is too long ago, else "".
func (p *planner) stale(i *site.Indicator, period site.Period) string {
	if !i.OutOfDate(period, p.today()) {
		return ""
	}
	return p.lang.Word("out-of-date", p.lang.Count(i.MaxAgeYears))
}

// rank writes the place of the key figure, "" when it is not the one compared.
func (f *profile) rank(m *site.Measure, i *site.Indicator) string {
	c := f.compared[m.Indicator]
	if c.Known == 0 || c.Figures[f.position] != m.Key {
		return ""
	}
	return f.p.rank(&c, f.position, i)
}

// rank writes the place of the kecamatan at a position: "terbesar ke-3 dari 7
// kecamatan". It is counted from the greatest, whatever is better: that is for
// readers to say.
func (p *planner) rank(c *site.Comparison, position int, i *site.Indicator) string {
	place, sharing := c.Rank(position)
	if place == 0 {
		return ""
	}
	of := p.lang.Word("rank-all", p.lang.Count(c.Known))
	if c.Known < len(c.Figures) {
		of = p.lang.Word("rank-known", p.lang.Count(c.Known))
	}
	if len(sharing) == c.Known-1 {
		return p.lang.Word("rank-same", of)
	}
	end, words := "", []any{of}
	switch {
	case place == 1:
		end = "most"
	case place+len(sharing) == c.Known:
		end = "least"
	default:
		end, words = "mid", []any{p.lang.Count(place), of}
	}
	key := "rank-" + end + "-none"
	if i.Aggregate == "sum" {
		key = "rank-" + end + "-sum"
	}
	text := p.lang.Word(key, words...)
	var names []string
	for _, other := range sharing {
		names = append(names, p.site.Kecamatan[other].Name)
	}
	if len(names) > 0 {
		text = p.lang.Word("rank-with", text, p.lang.List(names))
	}
	return text
}

// city returns the city's figure of the key figure's period, else the nearest;
// there is a share only of what can stand beside it and adds up.
func (f *profile) city(m *site.Measure, i *site.Indicator) *CityRow {
	of := f.cityFigure(m)
	if of == nil {
		return nil
	}
	row := &CityRow{FigureRow: f.p.dated(of, f.c)}
	if own := m.Key.Value; i.Aggregate == "sum" && i.Comparable(m.Key, of) && *own >= 0 && *own <= *of.Value && *of.Value > 0 {
		row.Share = f.p.lang.Word("share", f.p.lang.Computed(perCent(lang.Exact(*own), lang.Exact(*of.Value)), 1))
	}
	return row
}

func (f *profile) cityFigure(m *site.Measure) *site.Figure {
	if c := f.compared[m.Indicator]; c.City != nil && c.Period == m.Key.Period {
		return c.City
	}
	return f.p.site.Recorded("", m.Indicator, m.Key.Period)
}

// change tells from where to where the figures of one source went; by how many
// per cent only of what adds up, for of a share in per cent that would mislead.
func (f *profile) change(m *site.Measure, i *site.Indicator) *ChangeView {
	if len(m.Series) < 2 {
		return nil
	}
	p, first, last := f.p, m.Series[0], m.Series[len(m.Series)-1]
	text := p.lang.Word("change", p.value(*first.Value, *i), p.period(first.Period), p.value(*last.Value, *i), p.period(last.Period))
	if i.Aggregate == "sum" && *first.Value > 0 {
		by := perCent(between(*first.Value, *last.Value), lang.Exact(*first.Value))
		if percent := p.lang.Computed(by, 1); percent != p.lang.Number(0, 1) {
			text = p.lang.Word(either(*last.Value > *first.Value, "change-up", "change-down"), percent, text)
		}
	}
	return &ChangeView{text, f.p.badges([]*site.Figure{first, last}), f.c.cite([]string{m.Source})}
}

// badges are the words for the standings of figures that are not official, each
// once; where others are official, that it is some of them.
func (p *planner) badges(figures []*site.Figure) string {
	var words []string
	official := false
	for _, x := range figures {
		if x == nil {
			continue
		}
		word := p.badge(x.Standing())
		official = official || word == ""
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if official && len(words) > 0 {
		return p.lang.Word("badge-some", p.lang.List(words))
	}
	return p.lang.List(words)
}
