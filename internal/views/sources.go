package views

import (
	"cmp"
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// SourcesView is all sources of the site, by kind.
type SourcesView struct {
	Count string        // how many there are
	Kinds []SourceGroup // the kinds that there are sources of
}

// SourceGroup are the sources of one kind, by publisher.
type SourceGroup struct {
	ID   string             // the kind's id, for addresses within the page
	Name string             // the word for the kind
	List *ground.SourceList // its sources
}

// sourceKinds are in the order of their weight.
var sourceKinds = []string{"statistics", "registry", "law", "report", "news", "encyclopedia", "web", "statement"}

// Sources is the page of all sources.
func Sources(in ground.Ground, _ Body) *Page {
	s := on(in)
	var all []*site.Source
	for _, x := range s.Facts.Sources {
		all = append(all, &x)
	}
	slices.SortFunc(all, func(a, b *site.Source) int {
		return cmp.Or(cmp.Compare(slices.Index(sourceKinds, a.Kind), slices.Index(sourceKinds, b.Kind)),
			lang.CompareNames(a.Publisher, b.Publisher), cmp.Compare(a.Date.Day, b.Date.Day), cmp.Compare(a.ID, b.ID))
	})
	v := &SourcesView{Count: s.Count(len(all))}
	for first := 0; first < len(all); {
		kind := all[first].Kind
		var entries []ground.SourceEntry
		at := first
		for ; at < len(all) && all[at].Kind == kind; at++ {
			entry := s.Source(at+1, all[at])
			entry.Kind = "" // the heading says it
			entries = append(entries, entry)
		}
		v.Kinds = append(v.Kinds, SourceGroup{kind, s.Word("source-" + kind), s.SourceList(entries)})
		first = at
	}
	return &Page{Title: s.Word("section-sumber"), Description: s.Word("sources-intro", v.Count, s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}
