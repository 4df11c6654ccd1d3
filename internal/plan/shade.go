package plan

import (
	"math"
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/chart"
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
		s.Legend = append(s.Legend, LegendRow{chart.Shade(n+1, len(list)), strings.TrimSpace(p.rangeText(r, i) + " " + s.Unit)})
	}
	if missing {
		s.Legend = append(s.Legend, LegendRow{chart.Shade(0, 0), p.lang.Word("no-match")})
	}
	s.Badges = p.mapBadges(x)
	return s
}

// rangeText writes a class as its figures are written. A dash before a number below
// zero would be read as another sign.
func (p *planner) rangeText(c chart.Class, i site.Indicator) string {
	unit := math.Pow10(i.Decimals)
	low, high := p.value(float64(c.Low)/unit, i), p.value(float64(c.High)/unit, i)
	switch {
	case c.Low == c.High:
		return low
	case c.Low < 0:
		return p.lang.Word("range", low, high)
	}
	return low + "–" + high
}

func (p *planner) classesOf(x *site.Comparison) []chart.Class {
	var values []int64
	for _, f := range x.Figures {
		if f != nil {
			values = append(values, lang.LastDigits(*f.Value, p.site.Indicators[x.Indicator].Decimals))
		}
	}
	return chart.Classes(values)
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
			shade := chart.Shade(chart.ClassOf(lang.LastDigits(*f.Value, p.site.Indicators[x.Indicator].Decimals), list), len(list))
			return mapValue{shade, figure, strings.TrimSpace(figure + " " + s.Unit)}
		}
		return mapValue{chart.Shade(0, 0), figure, p.lang.Word("no-match")}
	})
}
