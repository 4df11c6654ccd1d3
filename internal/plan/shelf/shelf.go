// Package shelf remembers parts of what is made from one plan for the next.
//
// It owns where the posters of articles lie, and with opendata what workbooks hold. Each is known
// by the digest of all that it was made from: what is planned does not depend on what is
// remembered. It belongs to plan, and to build, which remembers it.
package shelf

import (
	"blandongan/internal/memo"
	"blandongan/internal/opendata"
)

// Shelf is what is remembered. It is used by one plan at a time.
type Shelf struct {
	Books   *opendata.Shelf
	posters map[int]*Posters // nil when there is no next plan
}

// New returns an empty one; that which is used but once need not remember.
func New(again bool) *Shelf {
	s := &Shelf{Books: opendata.NewShelf(again)}
	if again {
		s.posters = map[int]*Posters{}
	}
	return s
}

// Posters are where those of the articles of an edition lie, by position. The zero value knows none.
type Posters struct {
	of   memo.Digest
	list []poster
}

type poster struct {
	of   memo.Digest // the article's
	path string
}

// Posters returns those of an edition of n articles; of is the digest of all that they share.
func (s *Shelf) Posters(edition int, of memo.Digest, n int) *Posters {
	x := s.posters[edition]
	if x == nil || x.of != of || len(x.list) < n {
		x = &Posters{of: of}
		if s.posters != nil {
			x.list, s.posters[edition] = make([]poster, n), x
		}
	}
	return x
}

// Path returns where the poster of the article at a position lies; find finds it, where it is not
// known of the article with that digest.
func (x *Posters) Path(i int, of memo.Digest, find func() string) string {
	if i >= len(x.list) {
		return find()
	}
	if x.list[i].of != of {
		x.list[i] = poster{of, find()}
	}
	return x.list[i].path
}
