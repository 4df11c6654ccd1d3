package site

import (
	"iter"

	"blandongan/internal/records"
)

// Thing is something that is published and has a page of its own: a kecamatan, a
// program, a visit, an article, a page of prose.
type Thing struct {
	Ref
	*records.Places
	// Name is the last part of its address: its slug, else its id.
	Name string
	// Title is in the site's language.
	Title string
	// File is where its text stands in Markdown, "" when it has none.
	File string
	// Aliases are as written: with OtherNames, names that are no addresses among them.
	Aliases    []string
	OtherNames bool
}

// Things goes through all that have a page of their own, kind by kind.
func (s *Site) Things() iter.Seq[Thing] {
	return func(yield func(Thing) bool) {
		for i := range kinds {
			for x := range s.thingsOf(&kinds[i]) {
				if !yield(x.thing(s.Facts)) {
					return
				}
			}
		}
	}
}

// thingsOf goes through the published things of a kind.
func (s *Site) thingsOf(k *kind) iter.Seq[paged] {
	switch {
	case k.name == KindNews:
		return func(yield func(paged) bool) {
			for i := range s.News {
				if !yield(s.News[i].Article) {
					return
				}
			}
		}
	case k.things != nil:
		return k.things(s.Facts)
	}
	return func(func(paged) bool) {}
}

// Find returns the published thing of a kind with an id; false when there is none, or none
// with a page.
func (s *Site) Find(kind, id string) (Thing, bool) {
	if kind != KindNews {
		return s.Facts.Find(kind, id)
	}
	if n := s.FindArticle(id); n != nil {
		return n.thing(s.Facts), true
	}
	return Thing{}, false
}
