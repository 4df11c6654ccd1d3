package figures

import (
	"slices"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
	"blandongan/internal/site/value"
)

// mostCells is how many figures of kecamatan a profile sets beside each other in all, but
// of two indicators at least: a page stays light however many there are.
const mostCells = 55

// IndicatorView is one indicator of a kecamatan's profile whose figures can stand
// beside those of its sisters.
type IndicatorView struct {
	Name       string      // the indicator's name
	Definition string      // what it means
	Better     string      // which way its figures are wished to go, in words; empty for neither
	Key        FigureRow   // the figure that stands for the indicator
	Opens      bool        // it is among the figures that open the profile, with rank and city
	Rank       string      // its place among the sisters, in words; empty where it is not compared
	City       *CityRow    // the city's own figure; nothing when it has none
	Change     *ChangeView // from the first to the last figure of one source; nothing when there is one only
	Beside     []FigureRow // other figures of the same time
	Earlier    []FigureRow // figures of other times
	Trend      *TrendView  // its line over time; nothing when there are too few figures
}

// CityRow is the city's figure, with what part of it the kecamatan's is.
type CityRow struct {
	FigureRow
	Share string // what part of it the kecamatan's figure is, in words; empty where that means nothing
}

// ChangeView tells in words how figures of one source changed.
type ChangeView struct {
	Text    string            // from what to what, in words
	Badge   string            // the word for figures that are not official; else empty
	Sources []ground.Citation // the sources of that
}

// Profile makes what a page tells of a kecamatan's figures.
type Profile struct {
	w        Writer
	position int
	k        *site.Kecamatan
	c        *ground.Citer
	measures []compare.Measure
	compared map[string]compare.Comparison
	opening  []compare.Comparison
}

// Profile is that of the kecamatan at a position.
func (w Writer) Profile(position int, c *ground.Citer) *Profile {
	k := &w.Facts.Kecamatan[position]
	f := &Profile{
		w: w, position: position, k: k, c: c, measures: compare.Measures(k.Figures),
		compared: map[string]compare.Comparison{}, opening: w.opening(),
	}
	for _, m := range f.measures {
		if comparison, ok := compare.Of(w.Facts, m.Indicator); ok {
			f.compared[m.Indicator] = comparison
		}
	}
	return f
}

// beside are the indicators of the side table: the first of those that are compared.
func (f *Profile) beside() []*compare.Measure {
	all := f.comparable()
	return all[:min(len(all), max(2, mostCells/len(f.w.Facts.Kecamatan)))]
}

// comparable are the indicators that are compared.
func (f *Profile) comparable() []*compare.Measure {
	var list []*compare.Measure
	for i := range f.measures {
		if m := &f.measures[i]; f.compared[m.Indicator].Known > 0 {
			list = append(list, m)
		}
	}
	return list
}

// Split returns the indicators that are compared, and the figures of all others as the
// editors wrote them.
func (f *Profile) Split() (compared []IndicatorView, rest []FigureRow) {
	for _, m := range f.comparable() {
		compared = append(compared, f.indicator(m))
	}
	for i := range f.k.Figures {
		if x := &f.k.Figures[i]; f.compared[x.Indicator].Known == 0 {
			rest = append(rest, f.w.Dated(x, f.k.Figures, f.c))
		}
	}
	return compared, rest
}

// Alone are the newest of its figures that do not open the profile among those of its
// sisters, as many as there is room for beside these: where other kecamatan have no figures
// yet, its own are seen all the same. What nobody verified stays below.
func (f *Profile) Alone() []FigureRow {
	var rows []FigureRow
	latest := compare.Latest(f.k.Figures)
	for i := range latest {
		x := &latest[i]
		opens := func(c compare.Comparison) bool { return c.Indicator == x.Indicator }
		if len(rows)+len(f.opening) < mostSpreads && x.Official() && !slices.ContainsFunc(f.opening, opens) {
			rows = append(rows, f.w.Dated(x, f.k.Figures, f.c))
		}
	}
	return rows
}

func (f *Profile) indicator(m *compare.Measure) IndicatorView {
	i := f.w.Facts.Indicators[m.Indicator]
	return IndicatorView{
		Name: f.w.Say(i.Name), Definition: f.w.Say(i.Definition), Better: f.w.Better(&i),
		Key: f.w.Dated(m.Key, f.k.Figures, f.c), Rank: f.rank(m, &i),
		Opens: f.opens(m), City: f.city(f.cityFigure(m), m.Key, &i), Change: f.change(m, &i),
		Beside: f.rows(m.Beside), Earlier: f.rows(m.Others), Trend: f.trend(m, &i),
	}
}

// opens says whether the key figure, or that there is none, opens the profile.
func (f *Profile) opens(m *compare.Measure) bool {
	return slices.ContainsFunc(f.opening, func(c compare.Comparison) bool {
		own := c.Figures[f.position]
		return c.Indicator == m.Indicator && (own == m.Key || own == nil && m.Key.Value == nil)
	})
}

func (f *Profile) rows(figures []*site.Figure) []FigureRow {
	var rows []FigureRow
	for _, x := range figures {
		rows = append(rows, f.w.Dated(x, f.k.Figures, f.c))
	}
	return rows
}

// Dated is a figure of a place with the word for one that is out of date. It changes
// with the day, so only views that hold the day may show it.
func (w Writer) Dated(x *site.Figure, ofPlace []site.Figure, c *ground.Citer) FigureRow {
	row := w.row(x, c)
	if x.Value != nil {
		row.Stale = w.stale(x.Indicator, x.Period, ofPlace)
	}
	return row
}

// stale is the word for a period that is too long ago, else "". It is said of the newest
// that is known: what came before is history, and not old.
func (w Writer) stale(indicator string, period value.Period, known []site.Figure) string {
	i := w.Facts.Indicators[indicator]
	_, end := period.Bounds()
	newer := func(x site.Figure) bool {
		_, last := x.Period.Bounds()
		return x.Indicator == indicator && x.Value != nil && last > end
	}
	if !i.OutOfDate(period, w.Today) || slices.ContainsFunc(known, newer) {
		return ""
	}
	return w.Word("out-of-date", w.Period(period))
}

// staleAll is stale of what all kecamatan are compared by.
func (w Writer) staleAll(c *compare.Comparison) string {
	word := ""
	for k := range w.Facts.Kecamatan {
		if word = w.stale(c.Indicator, c.Period, w.Facts.Kecamatan[k].Figures); word == "" {
			break
		}
	}
	return word
}

// rank writes the place of the key figure, "" when it is not the one compared.
func (f *Profile) rank(m *compare.Measure, i *site.Indicator) string {
	c := f.compared[m.Indicator]
	if c.Known == 0 || c.Figures[f.position] != m.Key {
		return ""
	}
	return f.w.rank(&c, f.position, i)
}

// rank writes the place of the kecamatan at a position: "terbesar ke-3 dari 7
// kecamatan". It is counted from the greatest, whatever is better: that is for
// readers to say.
func (w Writer) rank(c *compare.Comparison, position int, i *site.Indicator) string {
	place, sharing := c.Rank(position)
	if place == 0 {
		return ""
	}
	of := w.Word("rank-all", w.Count(c.Known))
	if c.Known < len(c.Figures) {
		of = w.Word("rank-known", w.Count(c.Known))
	}
	if len(sharing) == c.Known-1 {
		return w.Word("rank-same", of)
	}
	end, words := "", []any{of}
	switch {
	case place == 1:
		end = "most"
	case place+len(sharing) == c.Known:
		end = "least"
	default:
		end, words = "mid", []any{w.Count(place), of}
	}
	key := "rank-" + end + "-" + rankOf(i)
	if most := w.Say(i.Most); most != "" && end != "least" {
		key, words = "rank-"+end+"-own", append([]any{most}, words...)
	}
	text := w.Word(key, words...)
	var names []string
	for _, other := range sharing {
		names = append(names, w.Facts.Kecamatan[other].Name)
	}
	if len(names) > 0 {
		text = w.Word("rank-with", text, w.Lang().List(names))
	}
	return text
}

// rankOf is which words tell of a rank: of things counted there are many, of what is
// measured much, and the rest is high.
func rankOf(i *site.Indicator) string {
	switch {
	case i.Aggregate != "sum":
		return "none"
	case i.Decimals > 0:
		return "sum"
	}
	return "count"
}

// city is the city's figure beside one of the kecamatan; there is a share only of what can
// stand beside it and adds up.
func (f *Profile) city(of, own *site.Figure, i *site.Indicator) *CityRow {
	if of == nil {
		return nil
	}
	row := &CityRow{FigureRow: f.w.Dated(of, f.w.Facts.City.Figures, f.c)}
	if i.Aggregate == "sum" && own != nil && compare.Comparable(f.w.Facts, own, of) &&
		*own.Value >= 0 && *own.Value <= *of.Value && *of.Value > 0 {
		row.Share = f.w.Word("share", f.w.Lang().Computed(perCent(lang.Exact(*own.Value), lang.Exact(*of.Value)), 1))
	}
	return row
}

// cityFigure is the city's figure of the key figure's period, else the nearest.
func (f *Profile) cityFigure(m *compare.Measure) *site.Figure {
	if c := f.compared[m.Indicator]; c.City != nil && c.Period == m.Key.Period {
		return c.City
	}
	return compare.Recorded(f.w.Facts, "", m.Indicator, m.Key.Period)
}

// change tells from where to where the figures of one source went; by how many
// per cent only of what adds up, for of a share in per cent that would mislead.
func (f *Profile) change(m *compare.Measure, i *site.Indicator) *ChangeView {
	if len(m.Series) < 2 {
		return nil
	}
	w, first, last := f.w, m.Series[0], m.Series[len(m.Series)-1]
	text := w.Word("change", w.Value(*first.Value, *i), w.Period(first.Period), w.Value(*last.Value, *i),
		w.Period(last.Period))
	if i.Aggregate == "sum" && *first.Value > 0 {
		by := perCent(between(*first.Value, *last.Value), lang.Exact(*first.Value))
		if percent := w.Lang().Computed(by, 1); percent != w.Lang().Number(0, 1) {
			text = w.Word(either(*last.Value > *first.Value, "change-up", "change-down"), percent, text)
		}
	}
	return &ChangeView{text, f.w.badges([]*site.Figure{first, last}), f.c.Cite(m.Sources)}
}

// badges are the words for the standings of figures that are not official, each
// once; where others are official, that it is some of them.
func (w Writer) badges(figures []*site.Figure) string {
	var words []string
	official := false
	for _, x := range figures {
		if x == nil {
			continue
		}
		word := w.Badge(x.Standing())
		official = official || word == ""
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if official && len(words) > 0 {
		return w.Word("badge-some", w.Lang().List(words))
	}
	return w.Lang().List(words)
}

// Placed is a figure with the place it is about.
type Placed struct {
	Code, Name string
	Figure     *site.Figure
}

// Shown are the figures that a profile shows: all of its own, and those of the
// sisters and the city that they are compared with.
func (f *Profile) Shown() []Placed {
	var list []Placed
	add := func(code, name string, x *site.Figure) {
		if x != nil && !slices.ContainsFunc(list, func(o Placed) bool { return o.Figure == x }) {
			list = append(list, Placed{code, name, x})
		}
	}
	for i := range f.k.Figures {
		add(string(f.k.Code), f.k.Name, &f.k.Figures[i])
	}
	city := &f.w.Facts.City
	set := func(c *compare.Comparison) {
		for at, x := range c.Figures {
			add(string(f.w.Facts.Kecamatan[at].Code), f.w.Facts.Kecamatan[at].Name, x)
		}
		add(string(city.Code), city.Name, c.City)
	}
	for n := range f.measures {
		m := &f.measures[n]
		if c := f.compared[m.Indicator]; c.Known > 0 {
			set(&c)
			add(string(city.Code), city.Name, f.cityFigure(m))
		}
	}
	for _, id := range f.w.SharedIndicators() { // its spreads: on any day one of these
		if c, ok := compare.Official(f.w.Facts, id); ok {
			set(&c)
		}
	}
	return list
}
