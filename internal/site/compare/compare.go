// Package compare sets figures beside each other: those of all kecamatan, those of one place
// through the years, those on record beside what somebody claimed.
//
// In come the facts of a site. Out come the figures that may be compared, and none that were
// counted in another way, at another time, or rest on the claim itself. It writes no words
// and knows no page.
package compare

import (
	"slices"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Comparison sets the figures of one indicator beside each other, kecamatan by
// kecamatan. They are of one period and were counted in one way: by the
// indicator's producer, whoever copied them, or, where the indicator names none,
// by a source they share. Anything else would compare ways of counting, not places.
type Comparison struct {
	Indicator string
	Period    value.Period
	// Source is the id of what all figures share, "" when only their producer.
	Source string
	// Figures are by position in Site.Kecamatan; nil where there is none.
	Figures []*site.Figure
	// Known is how many there are: two at least.
	Known int
	// City is the city's figure of the same period and counted in the same way, nil
	// when there is none.
	City *site.Figure
}

// Of returns the comparison of an indicator, false when fewer than two
// kecamatan have figures that can stand beside each other. The newest period is
// taken that more than half of the kecamatan have figures of, else the one that
// most have; a claim is not compared, and a year is no quantity.
func Of(s *site.Facts, indicator string) (Comparison, bool) {
	i, known := s.Indicators[indicator]
	if !known || i.Format == "year" {
		return Comparison{}, false
	}
	var best Comparison
	for _, c := range comparisons(s, &i) {
		if c.Known >= 2 && (best.Known == 0 || c.better(&best, len(s.Kecamatan))) {
			best = c
		}
	}
	if best.Known == 0 {
		return Comparison{}, false
	}
	if best.Source == "" {
		best.Source = shared(best.Figures)
	}
	best.City = cityFigure(s, &i, best.Period, best.Source)
	return best, true
}

// comparisons are those of every period and way of counting, in the order in
// which the kecamatan name them.
func comparisons(s *site.Facts, i *site.Indicator) []Comparison {
	var list []Comparison
	for k := range s.Kecamatan {
		for n := range s.Kecamatan[k].Figures {
			f := &s.Kecamatan[k].Figures[n]
			if f.Indicator != i.ID || !f.Countable() {
				continue
			}
			for _, source := range counters(i, f) {
				at := slices.IndexFunc(list, func(c Comparison) bool {
					return c.Period == f.Period &&
						c.Source == source
				})
				if at < 0 {
					at = len(list)
					list = append(list, Comparison{Indicator: i.ID, Period: f.Period, Source: source,
						Figures: make([]*site.Figure, len(s.Kecamatan))})
				}
				list[at].put(k, f)
			}
		}
	}
	return list
}

// counters are the sources that tell ways of counting apart; "" is the producer.
func counters(i *site.Indicator, f *site.Figure) []string {
	if i.Producer != "" {
		return []string{""}
	}
	return f.Source
}

// countedAlike says whether two figures were counted in one way.
func countedAlike(i *site.Indicator, a, b *site.Figure) bool {
	return i.Producer != "" || slices.ContainsFunc(a.Source,
		func(id string) bool { return slices.Contains(b.Source, id) })
}

// Comparable says whether two figures of an indicator can stand beside each other:
// they are of one period, were counted in one way, and neither is a claim.
func Comparable(i *site.Indicator, a, b *site.Figure) bool {
	return a.Countable() && b.Countable() && a.Period == b.Period && countedAlike(i, a, b)
}

// put gives the kecamatan at a position its figure: the first, but an official
// one rather than another.
func (c *Comparison) put(k int, f *site.Figure) {
	switch old := c.Figures[k]; {
	case old == nil:
		c.Known++
	case old.Official() || !f.Official():
		return
	}
	c.Figures[k] = f
}

// shared returns the first source that all figures have, "" when there is none.
func shared(figures []*site.Figure) string {
	var common []string
	first := true
	for _, f := range figures {
		switch {
		case f == nil:
		case first:
			common, first = slices.Clone(f.Source), false
		default:
			common = slices.DeleteFunc(common, func(id string) bool { return !slices.Contains(f.Source, id) })
		}
	}
	if len(common) == 0 {
		return ""
	}
	return common[0]
}

// better says whether c is to be shown rather than other, of so many kecamatan.
func (c *Comparison) better(other *Comparison, all int) bool {
	most, otherMost := 2*c.Known > all, 2*other.Known > all
	_, end := c.Period.Bounds()
	_, otherEnd := other.Period.Bounds()
	switch {
	case most != otherMost:
		return most
	case most && end != otherEnd:
		return end > otherEnd
	case c.Known != other.Known:
		return c.Known > other.Known
	}
	return end > otherEnd
}

// cityFigure returns the city's figure of a period that stands beside those of a
// source.
func cityFigure(s *site.Facts, i *site.Indicator, period value.Period, source string) *site.Figure {
	var best *site.Figure
	sisters := &site.Figure{Source: []string{source}}
	for n := range s.City.Figures {
		f := &s.City.Figures[n]
		if f.Indicator == i.ID && f.Period == period && f.Countable() && countedAlike(i, f, sisters) &&
			(best == nil || f.Official() && !best.Official()) {
			best = f
		}
	}
	return best
}

// Rank returns the place of the kecamatan at a position, counted from the
// greatest value, and the positions of the others that share it; 0 when it has no
// figure there.
func (c *Comparison) Rank(k int) (place int, sharing []int) {
	own := c.Figures[k]
	if own == nil {
		return 0, nil
	}
	place = 1
	for i, f := range c.Figures {
		switch {
		case f == nil || i == k:
		case *f.Value > *own.Value:
			place++
		case *f.Value == *own.Value:
			sharing = append(sharing, i)
		}
	}
	return place, sharing
}
