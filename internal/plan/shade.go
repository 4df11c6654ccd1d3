package plan

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Maps are what a page shows of the map: in the shades of every indicator whose
// figures can stand beside each other, or plain. Shapes stand once in a page.
type Maps struct {
	Plain  *MapView
	Shaded []ShadedMap
	Shapes []MapShape
	Credit MapCredit
}

// ShadedMap is the map in the shades of one indicator.
type ShadedMap struct {
	// ID is its place in the page: "peta-luas".
	ID, Indicator, Unit, Period string
	Map                         *MapView
	// Legend says what the shades stand for, with the unit.
	Legend []LegendRow
	// Badges are the words for figures that are not official, with those they hold
	// for, if not all.
	Badges []MapBadge
	// Stale says that the period is too long ago; for Sources and Note see basis.
	Stale, Note string
	Sources     []Citation
}

// LegendRow is what a shade stands for.
type LegendRow struct{ Shade, Text string }

// MapBadge is a standing and the kecamatan it holds for, "" for all.
type MapBadge struct{ Badge, Kecamatan string }

// mostShades is how many shades are told apart.
const mostShades = 4

// class is a range of values, both ends in it: see lastDigits.
type class struct{ low, high int64 }

// lastDigits counts a value in steps of the last digit that it is printed with, so
// that classes are cut in whole numbers. It rounds as printing does.
func lastDigits(value float64, decimals int) int64 {
	const most = 1 << 61 // the difference of two is a whole number still
	digits := strings.Replace(lang.Rounded(lang.Exact(value), decimals), ".", "", 1)
	n, _ := strconv.ParseInt(digits, 10, 64) // of one too long, the end of int64
	return min(max(n, -most), most)
}

// classes divides values into four ranges of equal width; or into one for each
// value, when they are no more than four.
func classes(values []int64) []class {
	values = slices.Compact(slices.Sorted(slices.Values(values)))
	var list []class
	if len(values) <= mostShades {
		for _, v := range values {
			list = append(list, class{v, v})
		}
		return list
	}
	least, most := values[0], values[len(values)-1]
	low, width := least, most-least
	for n := int64(1); n < mostShades; n++ {
		next := least + width/mostShades*n + (width%mostShades*n+mostShades-1)/mostShades
		list = append(list, class{low, next - 1})
		low = next
	}
	return append(list, class{low, most})
}

// classOf returns the class of a value, counted from 1.
func classOf(value int64, list []class) int {
	return 1 + slices.IndexFunc(list, func(c class) bool { return value <= c.high })
}

// shadedMaps are the maps of the list of all kecamatan, nil when there is no map;
// plain where no figures compare.
func (p *planner) shadedMaps(c *citer) *Maps {
	var comparisons []site.Comparison
	for _, id := range p.sharedIndicators() {
		if comparison, ok := p.site.Compare(id); ok {
			comparisons = append(comparisons, comparison)
		}
	}
	if len(comparisons) == 0 || len(p.areas) == 0 {
		return p.plainMaps()
	}
	m := &Maps{Shapes: p.mapShapes(), Credit: p.credit()}
	labels := p.labels(p.longestValues(comparisons))
	for i := range comparisons {
		s := p.shade(&comparisons[i], c)
		s.Map = p.valueMap(&comparisons[i], &s, labels)
		m.Shaded = append(m.Shaded, s)
	}
	return m
}

// longestValues are what may stand below the names: places are the same on all
// maps.
func (p *planner) longestValues(comparisons []site.Comparison) map[string]string {
	longest := map[string]string{}
	for _, x := range comparisons {
		for i := range p.site.Kecamatan {
			id := p.site.Kecamatan[i].ID
			if s := p.figureOn(&x, i); len(s) > len(longest[id]) {
				longest[id] = s
			}
		}
	}
	return longest
}

// figureOn is the figure that stands on a kecamatan.
func (p *planner) figureOn(x *site.Comparison, i int) string {
	if f := x.Figures[i]; f != nil {
		return p.value(*f.Value, p.site.Indicators[x.Indicator])
	}
	return "–"
}

// shade makes what stands beside the map of a comparison.
func (p *planner) shade(x *site.Comparison, c *citer) ShadedMap {
	i := p.site.Indicators[x.Indicator]
	s := ShadedMap{ID: "peta-" + x.Indicator, Indicator: p.site.Say(i.Name), Unit: p.unit(i), Period: p.period(x.Period), Stale: p.stale(&i, x.Period)}
	s.Sources, s.Note = p.basis(x, c)
	missing := false
	for k := range p.site.Kecamatan {
		_, drawn := p.areas[p.site.Kecamatan[k].ID]
		missing = missing || drawn && x.Figures[k] == nil
	}
	list := p.classesOf(x)
	for n, r := range list {
		s.Legend = append(s.Legend, LegendRow{shadeName(n+1, len(list)), strings.TrimSpace(p.rangeText(r, i) + " " + s.Unit)})
	}
	if missing {
		s.Legend = append(s.Legend, LegendRow{shadeName(0, 0), p.lang.Word("no-match")})
	}
	s.Badges = p.mapBadges(x)
	return s
}

// rangeText writes a class as its figures are written. A dash before a number below
// zero would be read as another sign.
func (p *planner) rangeText(c class, i site.Indicator) string {
	unit := math.Pow10(i.Decimals)
	low, high := p.value(float64(c.low)/unit, i), p.value(float64(c.high)/unit, i)
	switch {
	case c.low == c.high:
		return low
	case c.low < 0:
		return p.lang.Word("range", low, high)
	}
	return low + "–" + high
}

func (p *planner) classesOf(x *site.Comparison) []class {
	var values []int64
	for _, f := range x.Figures {
		if f != nil {
			values = append(values, lastDigits(*f.Value, p.site.Indicators[x.Indicator].Decimals))
		}
	}
	return classes(values)
}

// shadeName is the class of a shape: the darkest is that of the greatest, however
// many there are; 0 has no figure.
func shadeName(n, of int) string {
	if n > 0 {
		n += mostShades - of
	}
	return "shade-" + strconv.Itoa(n)
}

// mapBadges say which figures are not official.
func (p *planner) mapBadges(x *site.Comparison) []MapBadge {
	var badges []MapBadge
	holders := map[string][]string{}
	for i, f := range x.Figures {
		if f == nil || f.Standing() == "official" {
			continue
		}
		badge := p.badge(f.Standing())
		if holders[badge] == nil {
			badges = append(badges, MapBadge{Badge: badge})
		}
		holders[badge] = append(holders[badge], p.site.Kecamatan[i].Name)
	}
	for i := range badges {
		if names := holders[badges[i].Badge]; len(names) < x.Known {
			badges[i].Kecamatan = p.lang.List(names)
		}
	}
	return badges
}

// valueMap is the map of a comparison.
func (p *planner) valueMap(x *site.Comparison, s *ShadedMap, labels []atlas.Label) *MapView {
	list := p.classesOf(x)
	return p.mapView(p.lang.Word("map-label-shaded", p.site.City.Name, s.Indicator, s.Period), labels, func(i int) mapValue {
		figure := p.figureOn(x, i)
		if f := x.Figures[i]; f != nil {
			shade := shadeName(classOf(lastDigits(*f.Value, p.site.Indicators[x.Indicator].Decimals), list), len(list))
			return mapValue{shade, figure, strings.TrimSpace(figure + " " + s.Unit)}
		}
		return mapValue{shadeName(0, 0), figure, p.lang.Word("no-match")}
	})
}
