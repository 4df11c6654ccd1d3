package site

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"blandongan/internal/lang"
	"blandongan/internal/records"
)

// Ratio says from which two indicators the figures of a third are computed: people of an
// area, per km² of it.
type Ratio struct {
	records.Places
	Of  string `key:"of,required" ref:"indicator"`
	Per string `key:"per,required" ref:"indicator"`
}

// Parts are the two figures that a third was computed from. Where that could not be done,
// the one that is not known is nil or has no value.
type Parts struct{ Of, Per *Figure }

// compute adds the figures of all ratios to those that editors wrote, for the city and each
// kecamatan. What was decoded stays as it is.
func (f *Facts) compute() {
	var ratios []*Indicator
	for id := range f.Indicators {
		i := f.Indicators[id]
		if i.Ratio != nil && f.isCounted(i.Ratio.Of) && f.isCounted(i.Ratio.Per) {
			ratios = append(ratios, &i)
		}
	}
	if len(ratios) == 0 {
		return
	}
	slices.SortFunc(ratios, func(x, y *Indicator) int { return cmp.Compare(x.ID, y.ID) })
	f.City.Figures = withRatios(f.City.Figures, ratios)
	for i := range f.Kecamatan {
		f.Kecamatan[i].Figures = withRatios(f.Kecamatan[i].Figures, ratios)
	}
}

// isCounted says whether an indicator is there, and its figures are not computed in turn.
func (f *Facts) isCounted(id string) bool {
	i, known := f.Indicators[id]
	return known && i.Ratio == nil
}

// withRatios returns the figures of a place with those that are computed from them, which
// stand behind the last figure of what they are of.
func withRatios(figures []Figure, ratios []*Indicator) []Figure {
	var list []Figure
	for n := range figures {
		list = append(list, figures[n])
		for _, i := range ratios {
			rest := figures[n+1:]
			if figures[n].Indicator == i.Ratio.Of &&
				!slices.ContainsFunc(rest, func(x Figure) bool { return x.Indicator == i.Ratio.Of }) {
				list = append(list, i.ratios(figures)...)
			}
		}
	}
	return list
}

// ratios divides every figure by one and the same: the numbers of several years over
// several areas would tell of the areas. Where nothing can be divided, it says so once.
func (i *Indicator) ratios(figures []Figure) []Figure {
	per := basis(figures, i.Ratio.Per)
	var list []Figure
	var unknown *Figure
	for n := range figures {
		of := &figures[n]
		switch {
		case of.Indicator != i.Ratio.Of:
		case of.Value != nil && per != nil:
			list = append(list, i.divide(of, per))
		case unknown == nil || end(of) > end(unknown):
			unknown = of
		}
	}
	if len(list) > 0 || unknown == nil {
		return list
	}
	f := Figure{Places: unknown.Places, Indicator: i.ID, Period: unknown.Period, Parts: &Parts{unknown, per}}
	if unknown.Value == nil {
		f.Source = unknown.Source
	}
	return []Figure{f}
}

// basis returns the figure to divide by, nil when none is known: the latest, an official
// one rather than another.
func basis(figures []Figure, indicator string) *Figure {
	var best *Figure
	for n := range figures {
		x := &figures[n]
		if x.Indicator != indicator || x.Value == nil || *x.Value <= 0 {
			continue
		}
		if best == nil || x.Official() && !best.Official() || x.Official() == best.Official() && end(x) > end(best) {
			best = x
		}
	}
	return best
}

func end(f *Figure) string {
	_, last := f.Period.Bounds()
	return last
}

// divide is as certain as the weaker of the two figures, and rounded as it is printed. Of a
// claim it is one, though nobody said this number.
func (i *Indicator) divide(of, per *Figure) Figure {
	x := new(big.Rat).Quo(lang.Exact(*of.Value), lang.Exact(*per.Value))
	value, _ := strconv.ParseFloat(lang.Rounded(x, min(i.Decimals, MaxDecimals)), 64)
	f := Figure{Places: of.Places, Indicator: i.ID, Period: of.Period, Value: &value, Status: of.Status,
		Source: slices.Clone(of.Source), Parts: &Parts{of, per}}
	if per.Weakness() > of.Weakness() {
		f.Status = per.Status
	}
	for _, id := range per.Source {
		if !slices.Contains(f.Source, id) {
			f.Source = append(f.Source, id)
		}
	}
	return f
}
