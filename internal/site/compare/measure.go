package compare

import (
	"cmp"
	"slices"

	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Measure is all that is known of one indicator at one place.
type Measure struct {
	Indicator string
	// Key is the figure that stands for the indicator: see Latest.
	Key *site.Figure
	// Beside are the others of Key's period, as the editors wrote them.
	Beside []*site.Figure
	// Others are those of other periods, newest first.
	Others []*site.Figure
	// Series are figures of one source that they all share and of periods of one
	// length, one a period, oldest first; nil where no source tells of two such
	// periods. Figures of different sources are no series: what changed may be the way
	// of counting. Nor are those of a year and of half a year: what was counted grows
	// with the time in which it was.
	Series []*site.Figure
	// Sources are the ids of what the series rests on: one, and that of what a ratio is per.
	Sources []string
}

// Measures groups the figures of a place by indicator, in the order in which the
// indicators first appear.
func Measures(figures []site.Figure) []Measure {
	var list []Measure
	of := map[string][]*site.Figure{}
	for i := range figures {
		f := &figures[i]
		if of[f.Indicator] == nil {
			list = append(list, Measure{Indicator: f.Indicator})
		}
		of[f.Indicator] = append(of[f.Indicator], f)
	}
	for i := range list {
		list[i].fill(of[list[i].Indicator])
	}
	return list
}

func (m *Measure) fill(figures []*site.Figure) {
	for _, f := range figures {
		if m.Key == nil || fresher(f, m.Key) {
			m.Key = f
		}
	}
	for _, f := range figures {
		switch {
		case f == m.Key:
		case f.Period == m.Key.Period:
			m.Beside = append(m.Beside, f)
		default:
			m.Others = append(m.Others, f)
		}
	}
	slices.SortStableFunc(m.Others, func(a, b *site.Figure) int { return -ByEnd(a, b) })
	series, source := series(figures)
	if m.Series = series; len(series) > 0 {
		m.Sources = []string{source}
		if p := series[0].Parts; p != nil {
			m.Sources = append(m.Sources, p.Per.Source...)
		}
	}
}

// series returns the longest one, of several the one that ends latest, then the
// one whose source and length are named first.
func series(figures []*site.Figure) (best []*site.Figure, from string) {
	type kind struct{ source, length string }
	asked := map[kind]bool{}
	for _, f := range figures {
		for _, source := range f.Counted().Source {
			k := kind{source, f.Period.Length()}
			if asked[k] {
				continue
			}
			asked[k] = true
			s := seriesOf(figures, k.source, k.length)
			if len(s) >= 2 && (len(s) > len(best) || len(s) == len(best) && ByEnd(s[len(s)-1], best[len(best)-1]) > 0) {
				best, from = s, source
			}
		}
	}
	return best, from
}

// seriesOf takes of each period of a length what the source says of it, the
// official figure where it says two things.
func seriesOf(figures []*site.Figure, source, length string) []*site.Figure {
	var s []*site.Figure
	for _, f := range figures {
		if !f.Countable() || !slices.Contains(f.Counted().Source, source) || f.Period.Length() != length {
			continue
		}
		at := slices.IndexFunc(s, func(x *site.Figure) bool { return ByEnd(x, f) == 0 })
		switch {
		case at < 0:
			s = append(s, f)
		case f.Official() && !s[at].Official():
			s[at] = f
		}
	}
	slices.SortStableFunc(s, ByEnd)
	return s
}

// ByEnd orders figures by the end of their periods, then by the beginning.
func ByEnd(a, b *site.Figure) int {
	from, to := a.Period.Bounds()
	otherFrom, otherTo := b.Period.Bounds()
	return cmp.Or(cmp.Compare(to, otherTo), cmp.Compare(from, otherFrom))
}

// Latest returns the newest figure of every indicator among the given ones, in
// the order in which the indicators first appear. A figure without a value counts
// only where nothing else is known, a claim only where nothing is on record, and
// one that nobody verified where all others have outlived their use.
func Latest(figures []site.Figure) []site.Figure {
	var order []string
	best := map[string]site.Figure{}
	for _, f := range figures {
		old, seen := best[f.Indicator]
		if !seen {
			order = append(order, f.Indicator)
		}
		if !seen || fresher(&f, &old) {
			best[f.Indicator] = f
		}
	}
	latest := make([]site.Figure, len(order))
	for i, id := range order {
		latest[i] = best[id]
	}
	return slices.Clip(latest)
}

func fresher(a, b *site.Figure) bool {
	if (a.Value == nil) != (b.Value == nil) {
		return a.Value != nil
	}
	if claim := a.Standing() == "claim"; claim != (b.Standing() == "claim") {
		return !claim
	}
	_, x := a.Period.Bounds()
	_, y := b.Period.Bounds()
	if a.Value != nil && a.Official() != b.Official() {
		if a.Official() {
			return value.YearOf(y)-value.YearOf(x) < outlived
		}
		return value.YearOf(x)-value.YearOf(y) >= outlived
	}
	return x > y
}

// outlived is by how many years an unverified figure must be newer than another to
// stand before it.
const outlived = 5
