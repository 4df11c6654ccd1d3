package searchable

import (
	"cmp"
	"slices"
	"strings"

	"blandongan/internal/figures"
	"blandongan/internal/search"
	"blandongan/internal/site"
)

// asked is a figure that answers a question, and how many of its indicator come before it.
type asked struct {
	*site.Figure
	older int
}

// answers are the figures of a place, which is known by some names: "penduduk setu" asks for
// them. The newest of each indicator come first, what is official before what is not. What
// somebody claims answers nothing.
func (w writer) answers(place string, names []string, list []site.Figure, at, id string) []search.Entry {
	var found []asked
	for i := range list {
		if list[i].Countable() {
			found = append(found, asked{Figure: &list[i]})
		}
	}
	slices.SortStableFunc(found, before)
	met := map[string]int{}
	for i := range found {
		found[i].older = met[found[i].Indicator]
		met[found[i].Indicator]++
	}
	slices.SortStableFunc(found, func(a, b asked) int { return cmp.Compare(a.older, b.older) })
	entries := make([]search.Entry, len(found))
	for rank, x := range found {
		entries[rank] = w.answer(place, names, x, at, id, rank)
	}
	return entries
}

// before puts official figures first, then the newest, then those that were counted before
// those that are computed.
func before(a, b asked) int {
	_, x := a.Period.Bounds()
	_, y := b.Period.Bounds()
	return cmp.Or(cmp.Compare(weakness(a), weakness(b)), strings.Compare(y, x), cmp.Compare(computed(a), computed(b)))
}

func weakness(x asked) int {
	if x.Official() {
		return 0
	}
	return 1
}

func computed(x asked) int {
	if x.Parts != nil {
		return 1
	}
	return 0
}

func (w writer) answer(place string, names []string, x asked, at, id string, rank int) search.Entry {
	i := w.Facts.Indicators[x.Indicator]
	f := figures.Writer{Ground: w.Ground}
	key := strings.Join([]string{id, x.Indicator, string(x.Period), strings.Join(x.Source, "+")}, "/")
	name, language := i.Name.Said(w.Base.Language, w.Base.Main)
	e := w.titled(w.entry(site.KindIndicator, key, at, name+", "+place), language)
	e.Rank, e.Names = rank, append(slices.Clone(names), string(x.Period))
	if id != "" {
		e.Names = append(e.Names, w.Word("kecamatan-title", place))
	}
	var by []string
	for _, c := range w.Citer().Cite(x.Source) {
		by = append(by, c.By)
	}
	note := []string{f.Badge(x.Standing())}
	if x.Parts != nil {
		note = append(note, w.Word("computed"))
	}
	note = slices.DeleteFunc(note, func(text string) bool { return text == "" })
	e.Answer = &search.Answer{
		Figure: strings.TrimSpace(w.Value(*x.Value, i) + " " + f.Unit(i)), Period: w.Period(x.Period),
		Source: strings.Join(by, "; "), Note: strings.Join(note, ", "),
	}
	return e
}
