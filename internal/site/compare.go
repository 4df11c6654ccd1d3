package site

import "slices"

// Comparison sets the figures of one indicator beside each other, kecamatan by
// kecamatan. They are of one period and share a source: anything else would
// compare ways of counting, not places.
type Comparison struct {
	Indicator string
	Period    Period
	// Source is the id of what the figures share.
	Source string
	// Figures are by position in Site.Kecamatan; nil where there is none.
	Figures []*Figure
	// Known is how many there are: two at least.
	Known int
	// City is the city's figure of the same period, nil when there is none.
	City *Figure
}

// Compare returns the comparison of an indicator, false when fewer than two
// kecamatan have figures that can stand beside each other. The newest period is
// taken that more than half of the kecamatan have figures of, else the one that
// most have; a claim is not compared, and a year is no quantity.
func (s *Site) Compare(indicator string) (Comparison, bool) {
	i, known := s.Indicators[indicator]
	if !known || i.Format == "year" {
		return Comparison{}, false
	}
	var best Comparison
	for _, c := range s.comparisons(indicator) {
		if c.Known >= 2 && (best.Known == 0 || c.better(&best, len(s.Kecamatan))) {
			best = c
		}
	}
	if best.Known == 0 {
		return Comparison{}, false
	}
	best.City = s.cityFigure(indicator, best.Period)
	return best, true
}

// comparisons are those of every period and source, in the order in which the
// kecamatan name them.
func (s *Site) comparisons(indicator string) []Comparison {
	var list []Comparison
	for k := range s.Kecamatan {
		for n := range s.Kecamatan[k].Figures {
			f := &s.Kecamatan[k].Figures[n]
			if f.Indicator != indicator || f.Value == nil || f.Standing() == "claim" {
				continue
			}
			for _, source := range f.Source {
				at := slices.IndexFunc(list, func(c Comparison) bool { return c.Period == f.Period && c.Source == source })
				if at < 0 {
					at = len(list)
					list = append(list, Comparison{Indicator: indicator, Period: f.Period, Source: source, Figures: make([]*Figure, len(s.Kecamatan))})
				}
				if c := &list[at]; c.Figures[k] == nil {
					c.Figures[k] = f
					c.Known++
				}
			}
		}
	}
	return list
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

func (s *Site) cityFigure(indicator string, period Period) *Figure {
	var best *Figure
	for i := range s.City.Figures {
		f := &s.City.Figures[i]
		if f.Indicator == indicator && f.Period == period && f.Value != nil && f.Standing() != "claim" && (best == nil || f.Official() && !best.Official()) {
			best = f
		}
	}
	return best
}

// Rank returns the place of the kecamatan at a position, counted from the
// greatest value, and how many share it; 0 when it has no figure there.
func (c *Comparison) Rank(k int) (place, sharing int) {
	own := c.Figures[k]
	if own == nil {
		return 0, 0
	}
	place = 1
	for _, f := range c.Figures {
		switch {
		case f == nil:
		case *f.Value > *own.Value:
			place++
		case *f.Value == *own.Value:
			sharing++
		}
	}
	return place, sharing
}
