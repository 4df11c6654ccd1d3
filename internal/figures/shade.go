package figures

import (
	"math"
	"slices"
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// Maps are what a page shows of the map: by every indicator whose figures can stand
// beside each other, or plain. Shapes stand once in a page. Counts are circles: where
// many live, an area can be large and empty, and a shade would lie. What nobody verified is
// on no map.
type Maps struct {
	Plain  *MapView    // the map with names alone; nothing when there are shaded ones
	Shaded []ShadedMap // a map for each indicator that compares: ratios and the like first, then counts
	Shapes []MapShape  // the shapes that all maps use, once in a page
	Credit MapCredit   // where the shapes are from
}

// ShadedMap is the map in the shades, or with the circles, of one indicator.
type ShadedMap struct {
	ID        string            // its id in the page
	Indicator string            // the indicator's name
	Unit      string            // what is counted
	Period    string            // the time of the figures
	Counted   bool              // its values are counts, and drawn as circles
	Map       *MapView          // the map
	Most      string            // which kecamatan has the greatest value, in a sentence; empty where all have the same
	Range     string            // how to read it, with the least and the greatest value
	Legend    []LegendRow       // what the shades stand for
	Badges    []MapBadge        // the words for figures that are not official
	Stale     string            // the word for a time that is too long ago; else empty
	Note      string            // whose figures they are, where they share no source
	Origin    string            // who published the figures, and what kind of source that is
	Sources   []ground.Citation // the source that all figures share; of a ratio all that it rests on
}

// LegendRow is what a shade stands for.
type LegendRow struct {
	Shade string // the shade: shade-0 to shade-4
	Text  string // what it stands for
}

// MapBadge is a standing and the kecamatan it holds for, "" for all.
type MapBadge struct {
	Badge     string // the word for figures that are not official
	Kecamatan string // those it holds for; empty for all
}

// ShadedMaps are the maps of all indicators that compare, nil when there is no map;
// plain where none does.
func (w Writer) ShadedMaps(areas *Areas, c *ground.Citer) *Maps {
	if areas == nil || len(areas.Of) == 0 {
		return nil
	}
	return mapper{w, areas}.shaded(w.mapped(), c)
}

// RatioMap is the map in the shades of the first ratio that compares, plain where none
// does, nil when there is no map.
func (w Writer) RatioMap(areas *Areas, c *ground.Citer) *Maps {
	if areas == nil || len(areas.Of) == 0 {
		return nil
	}
	all := w.mapped()
	isRatio := func(x compare.Comparison) bool { return w.Facts.Indicators[x.Indicator].Ratio != nil }
	first := slices.IndexFunc(all, isRatio)
	if first < 0 {
		return mapper{w, areas}.plain()
	}
	return mapper{w, areas}.shaded(all[first:first+1], c)
}

// mapped are the comparisons that maps show, counts last.
func (w Writer) mapped() []compare.Comparison {
	var shades, circles []compare.Comparison
	for _, id := range w.SharedIndicators() {
		x, ok := compare.Official(w.Facts, id)
		switch {
		case !ok:
		case w.Facts.Indicators[id].Aggregate == "sum":
			circles = append(circles, x)
		default:
			shades = append(shades, x)
		}
	}
	return append(shades, circles...)
}

func (w mapper) shaded(comparisons []compare.Comparison, c *ground.Citer) *Maps {
	if len(comparisons) == 0 {
		return w.plain()
	}
	m := &Maps{Shapes: w.mapShapes(), Credit: w.credit()}
	labels := w.labels(w.longestValues(comparisons))
	for i := range comparisons {
		s := w.shade(&comparisons[i], c)
		s.Map = w.valueMap(&comparisons[i], &s, labels)
		m.Shaded = append(m.Shaded, s)
	}
	return m
}

// longestValues are what may stand below the names: places are the same on all
// maps.
func (w Writer) longestValues(comparisons []compare.Comparison) map[string]string {
	longest := map[string]string{}
	for _, x := range comparisons {
		for i := range w.Facts.Kecamatan {
			id := w.Facts.Kecamatan[i].ID
			if s := w.figureOn(&x, i); len(s) > len(longest[id]) {
				longest[id] = s
			}
		}
	}
	return longest
}

// figureOn is the figure that stands on a kecamatan.
func (w Writer) figureOn(x *compare.Comparison, i int) string {
	if f := x.Figures[i]; f != nil {
		return w.Value(*f.Value, w.Facts.Indicators[x.Indicator])
	}
	return "–"
}

// shade makes what stands beside the map of a comparison.
func (w mapper) shade(x *compare.Comparison, c *ground.Citer) ShadedMap {
	i := w.Facts.Indicators[x.Indicator]
	s := ShadedMap{
		ID: "peta-" + x.Indicator, Indicator: w.Say(i.Name), Unit: w.Unit(i), Period: w.Period(x.Period),
		Counted: i.Aggregate == "sum", Most: w.mostOf(x, &i), Range: w.rangeOf(x, &i), Stale: w.staleAll(x),
		Origin: w.origin(x),
	}
	s.Sources, s.Note = w.basis(x, c)
	missing := false
	for k := range w.Facts.Kecamatan {
		_, drawn := w.areas.Of[w.Facts.Kecamatan[k].ID]
		missing = missing || drawn && x.Figures[k] == nil
	}
	var list []chart.Class
	if !s.Counted {
		list = w.classesOf(x)
	}
	for n, r := range list {
		text := strings.TrimSpace(w.rangeText(r, i) + " " + s.Unit)
		s.Legend = append(s.Legend, LegendRow{chart.Shade(n+1, len(list)), text})
	}
	if missing {
		s.Legend = append(s.Legend, LegendRow{chart.Shade(0, 0), w.Word("no-match")})
	}
	s.Badges = w.mapBadges(x)
	return s
}

// mostOf says which kecamatan has the greatest value.
func (w Writer) mostOf(x *compare.Comparison, i *site.Indicator) string {
	_, most := x.Ends()
	if _, sharing := x.Rank(most); len(sharing) == x.Known-1 {
		return ""
	}
	return w.Word("map-most", w.Facts.Kecamatan[most].Name, w.rank(x, most, i))
}

// rangeOf says what darker or larger means, with the kecamatan at both ends.
func (w Writer) rangeOf(x *compare.Comparison, i *site.Indicator) string {
	least, most := x.Ends()
	say := func(at int) string { return w.Facts.Kecamatan[at].Name + " " + w.figureOn(x, at) }
	return w.Word(either(i.Aggregate == "sum", "map-circles", "map-shades"), lang.Inside(w.Say(i.Name)),
		say(least), strings.TrimSpace(say(most)+" "+w.Unit(*i)))
}

// origin names who published what a map shows, each with the kind of that source: a
// newspaper is a newspaper, whoever counted.
func (w Writer) origin(x *compare.Comparison) string {
	ids := []string{x.Source}
	if x.Source == "" || w.Facts.Indicators[x.Indicator].Ratio != nil {
		ids = sourcesOf(x)
	}
	var list []string
	for _, id := range ids {
		s := w.Facts.Sources[id]
		if text := w.Word("publisher-kind", s.Publisher, w.Word("source-"+s.Kind)); !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return strings.Join(list, "; ")
}

// rangeText writes a class as its figures are written. A dash before a number below
// zero would be read as another sign.
func (w Writer) rangeText(c chart.Class, i site.Indicator) string {
	unit := math.Pow10(i.Decimals)
	low, high := w.Value(float64(c.Low)/unit, i), w.Value(float64(c.High)/unit, i)
	switch {
	case c.Low == c.High:
		return low
	case c.Low < 0:
		return w.Word("range", low, high)
	}
	return low + "–" + high
}

func (w Writer) classesOf(x *compare.Comparison) []chart.Class {
	var values []int64
	for _, f := range x.Figures {
		if f != nil {
			values = append(values, lang.LastDigits(*f.Value, w.Facts.Indicators[x.Indicator].Decimals))
		}
	}
	return chart.Classes(values)
}

// mapBadges say which figures are not official.
func (w Writer) mapBadges(x *compare.Comparison) []MapBadge {
	var badges []MapBadge
	holders := map[string][]string{}
	for i, f := range x.Figures {
		if f == nil || f.Standing() == "official" {
			continue
		}
		badge := w.Badge(f.Standing())
		if holders[badge] == nil {
			badges = append(badges, MapBadge{Badge: badge})
		}
		holders[badge] = append(holders[badge], w.Facts.Kecamatan[i].Name)
	}
	for i := range badges {
		if names := holders[badges[i].Badge]; len(names) < x.Known {
			badges[i].Kecamatan = w.Lang().List(names)
		}
	}
	return badges
}

// valueMap is the map of a comparison.
func (w mapper) valueMap(x *compare.Comparison, s *ShadedMap, labels []atlas.Label) *MapView {
	if s.Counted {
		return w.circleMap(x, s, labels)
	}
	list := w.classesOf(x)
	return w.mapView(w.Word("map-label-shaded", w.Base.City, s.Indicator, s.Period), labels, func(i int) mapValue {
		figure := w.figureOn(x, i)
		if f := x.Figures[i]; f != nil {
			written := lang.LastDigits(*f.Value, w.Facts.Indicators[x.Indicator].Decimals)
			shade := chart.Shade(chart.ClassOf(written, list), len(list))
			return mapValue{shade, figure, strings.TrimSpace(figure + " " + s.Unit)}
		}
		return mapValue{chart.Shade(0, 0), figure, w.Word("no-match")}
	})
}
