package site

import (
	"slices"

	"blandongan/internal/site/value"
)

// Against returns the figures that the number of a claim is set against: the one on
// record of the same place and time, or, where that is not known, those of the times
// before and after. Same says that it is the former: only then does the difference
// tell of the claim, and not of what changed meanwhile. A figure that rests on
// nothing but the claim's own sources says the same once more, and is left out. A
// claim without a period is set beside the time in which its article appeared.
func (s *Facts) Against(x *Claim, n *News) (figures []*Figure, same bool) {
	wanted := x.Period
	if wanted == "" {
		wanted = value.Period(n.Published.Format("2006"))
	}
	list := s.onRecord(x, x.sources(n.Article))
	if i := s.Indicators[x.Indicator]; i.Format == "year" {
		return nearest(list, wanted), true // it is a time itself
	}
	var at, before, after *Figure
	for _, f := range list {
		switch order := ByEnd(f, &Figure{Period: wanted}); {
		case order == 0:
			at = closer(at, f, 0)
		case order < 0:
			before = closer(before, f, 1)
		default:
			after = closer(after, f, -1)
		}
	}
	if at != nil {
		return []*Figure{at}, x.Period != ""
	}
	return slices.DeleteFunc([]*Figure{before, after}, func(f *Figure) bool { return f == nil }), false
}

// closer returns the figure that is rather set beside a claim: an official one, else
// the later, or, where the way is -1, the earlier.
func closer(best, f *Figure, way int) *Figure {
	switch {
	case best == nil, f.Official() && !best.Official():
		return f
	case f.Official() == best.Official() && way*ByEnd(f, best) > 0:
		return f
	}
	return best
}

// sources are what a claim rests on: its own, else those of its article.
func (x *Claim) sources(a *Article) []string {
	if len(x.Source) > 0 {
		return x.Source
	}
	return a.Sources
}

// onRecord returns what may stand beside a claim.
func (s *Facts) onRecord(x *Claim, own []string) []*Figure {
	var list []*Figure
	figures := s.FiguresOf(x.Kecamatan)
	for i := range figures {
		f := &figures[i]
		foreign := func(id string) bool { return !slices.Contains(own, id) }
		if f.Indicator == x.Indicator && f.Countable() && slices.ContainsFunc(f.Source, foreign) {
			list = append(list, f)
		}
	}
	return list
}

// nearest is the figure nearest to a period, alone, or nothing.
func nearest(list []*Figure, wanted value.Period) []*Figure {
	var best []*Figure
	for _, f := range list {
		if best == nil || f.Official() && !best[0].Official() || f.Official() == best[0].Official() && nearer(f.Period, best[0].Period, wanted) {
			best = []*Figure{f}
		}
	}
	return best
}
