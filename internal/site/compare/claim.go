package compare

import (
	"slices"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Against returns the figures that the number of a claim is set against: the one on
// record of the same place and time, or, where that is not known, those of the times
// before and after. Same says that it is the former: only then does the difference
// tell of the claim, and not of what changed meanwhile. Whatever source either of
// them names, what is on record is shown; only the same number that nobody verified and
// that rests on nothing but the claim's own sources says the same once more, and is left
// out. A claim without a period is set beside the time of which its article tells.
func Against(s *site.Facts, x *site.Claim, n *site.News) (figures []*site.Figure, same bool) {
	wanted := x.Period
	if wanted == "" {
		wanted = value.Period(n.Happened.Format("2006"))
	}
	list := onRecord(s, x, sourcesOf(x, n.Article))
	if i := s.Indicators[x.Indicator]; i.Format == "year" {
		return nearest(list, wanted), true // it is a time itself
	}
	var at, before, after *site.Figure
	for _, f := range list {
		switch order := ByEnd(f, &site.Figure{Period: wanted}); {
		case order == 0:
			at = closer(at, f, 0)
		case order < 0:
			before = closer(before, f, 1)
		default:
			after = closer(after, f, -1)
		}
	}
	if at != nil {
		return []*site.Figure{at}, x.Period != ""
	}
	return slices.DeleteFunc([]*site.Figure{before, after}, func(f *site.Figure) bool { return f == nil }), false
}

// closer returns the figure that is rather set beside a claim: an official one, else
// the later, or, where the way is -1, the earlier.
func closer(best, f *site.Figure, way int) *site.Figure {
	switch {
	case best == nil, f.Official() && !best.Official():
		return f
	case f.Official() == best.Official() && way*ByEnd(f, best) > 0:
		return f
	}
	return best
}

// sourcesOf returns what a claim rests on: its own, else those of its article.
func sourcesOf(x *site.Claim, a *site.Article) []string {
	if len(x.Source) > 0 {
		return x.Source
	}
	return a.Sources
}

// onRecord returns what may stand beside a claim.
func onRecord(s *site.Facts, x *site.Claim, own []string) []*site.Figure {
	var list []*site.Figure
	figures := s.FiguresOf(x.Kecamatan)
	for i := range figures {
		f := &figures[i]
		if f.Indicator == x.Indicator && f.Countable() && !echoes(f, x, own) {
			list = append(list, f)
		}
	}
	return list
}

// echoes says whether a figure is the claim itself, recorded: it would seem to confirm it.
func echoes(f *site.Figure, x *site.Claim, own []string) bool {
	foreign := func(id string) bool { return !slices.Contains(own, id) }
	return !f.Official() && *f.Value == *x.Value && !slices.ContainsFunc(f.Counted().Source, foreign)
}

// nearest is the figure nearest to a period, alone, or nothing.
func nearest(list []*site.Figure, wanted value.Period) []*site.Figure {
	var best []*site.Figure
	for _, f := range list {
		if best == nil || f.Official() && !best[0].Official() || f.Official() == best[0].Official() &&
			nearer(f.Period, best[0].Period, wanted) {
			best = []*site.Figure{f}
		}
	}
	return best
}

// Recorded returns the figure that a claim about an indicator is set against: of
// the kecamatan (or of the city when id is ""), of the period nearest to the
// wanted one ("" for the newest). It is official, unverified where nothing
// official is known, never a claim; nil when there is none.
func Recorded(s *site.Facts, id, indicator string, period value.Period) *site.Figure {
	var best *site.Figure
	figures := s.FiguresOf(id)
	for i := range figures {
		f := &figures[i]
		if f.Indicator != indicator || !f.Countable() {
			continue
		}
		if best == nil || f.Official() && !best.Official() || f.Official() == best.Official() &&
			nearer(f.Period, best.Period, period) {
			best = f
		}
	}
	return best
}

// nearer says whether a is nearer to the wanted period than b: by the distance
// of their last years, then the later.
func nearer(a, b, wanted value.Period) bool {
	_, x := a.Bounds()
	_, y := b.Bounds()
	if wanted == "" {
		return x > y
	}
	_, w := wanted.Bounds()
	dx, dy := value.YearsApart(x, w), value.YearsApart(y, w)
	if dx != dy {
		return dx < dy
	}
	return x > y
}
