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
// A figure that was computed counts as what it is of, and all are per the same.
type Comparison struct {
	Indicator string
	Period    value.Period
	// Source is the id of what all figures share, of a ratio what they are of; "" when only
	// their producer.
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
// most have; a claim is not compared, nor what the indicator forbids to rank.
func Of(s *site.Facts, indicator string) (Comparison, bool) {
	return bestOf(s, indicator, (*site.Figure).Countable)
}

// Official is the comparison of the figures that may stand for an indicator: of those that
// somebody verified.
func Official(s *site.Facts, indicator string) (Comparison, bool) {
	return bestOf(s, indicator, (*site.Figure).Official)
}

func bestOf(s *site.Facts, indicator string, accepts func(*site.Figure) bool) (Comparison, bool) {
	i, known := s.Indicators[indicator]
	if !known || !i.Ranked() {
		return Comparison{}, false
	}
	var best Comparison
	for _, c := range comparisons(s, &i, accepts) {
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
	best.City = best.cityFigure(s, accepts)
	return best, true
}

// comparisons are those of every period and way of counting, in the order in
// which the kecamatan name them.
func comparisons(s *site.Facts, i *site.Indicator, accepts func(*site.Figure) bool) []Comparison {
	var list []Comparison
	for k := range s.Kecamatan {
		for n := range s.Kecamatan[k].Figures {
			f := &s.Kecamatan[k].Figures[n]
			if f.Indicator != i.ID || !accepts(f) {
				continue
			}
			for _, source := range counters(s, f) {
				at := slices.IndexFunc(list, func(c Comparison) bool {
					return c.Period == f.Period && c.Source == source && dividedAlike(s, c.first(), f)
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
func counters(s *site.Facts, f *site.Figure) []string {
	of := f.Counted()
	if s.Indicators[of.Indicator].Producer != "" {
		return []string{""}
	}
	return of.Source
}

// countedAlike says whether two figures were counted in one way.
func countedAlike(s *site.Facts, a, b *site.Figure) bool {
	x, y := a.Counted(), b.Counted()
	return dividedAlike(s, a, b) && (s.Indicators[x.Indicator].Producer != "" || slices.ContainsFunc(x.Source,
		func(id string) bool { return slices.Contains(y.Source, id) }))
}

// dividedAlike says whether two figures of an indicator, where they are computed, are per
// the same: of one time, and counted in one way.
func dividedAlike(s *site.Facts, a, b *site.Figure) bool {
	if a.Parts == nil || b.Parts == nil {
		return a.Parts == b.Parts
	}
	return a.Parts.Per.Period == b.Parts.Per.Period && countedAlike(s, a.Parts.Per, b.Parts.Per)
}

// Comparable says whether two figures of an indicator can stand beside each other:
// they are of one period, were counted in one way, and neither is a claim.
func Comparable(s *site.Facts, a, b *site.Figure) bool {
	return a.Countable() && b.Countable() && a.Period == b.Period && countedAlike(s, a, b)
}

// first returns a figure of the comparison, which has one.
func (c *Comparison) first() *site.Figure {
	return c.Figures[slices.IndexFunc(c.Figures, func(f *site.Figure) bool { return f != nil })]
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
			common, first = slices.Clone(f.Counted().Source), false
		default:
			own := f.Counted().Source
			common = slices.DeleteFunc(common, func(id string) bool { return !slices.Contains(own, id) })
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

// cityFigure returns the city's figure of the period that stands beside the others.
func (c *Comparison) cityFigure(s *site.Facts, accepts func(*site.Figure) bool) *site.Figure {
	var best *site.Figure
	producer := s.Indicators[c.first().Counted().Indicator].Producer
	for n := range s.City.Figures {
		f := &s.City.Figures[n]
		if f.Indicator == c.Indicator && f.Period == c.Period && accepts(f) && dividedAlike(s, f, c.first()) &&
			(producer != "" || slices.Contains(f.Counted().Source, c.Source)) &&
			(best == nil || f.Official() && !best.Official()) {
			best = f
		}
	}
	return best
}

// Ends returns the positions of the least and of the greatest figure: of equal ones, of the
// last among the least and the first among the greatest.
func (c *Comparison) Ends() (least, most int) {
	least, most = -1, -1
	for i, f := range c.Figures {
		if f == nil {
			continue
		}
		if least < 0 || *f.Value <= *c.Figures[least].Value {
			least = i
		}
		if most < 0 || *f.Value > *c.Figures[most].Value {
			most = i
		}
	}
	return least, most
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
