package plan

import (
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// Thing is something that has a page of its own: a kecamatan, a program, a visit,
// an article, a page of prose.
type Thing struct {
	site.Ref
	// Path is that of its page's file: "berita/x/index.html".
	Path string
	// Place is where its old addresses stand; when it has none, its slug, else where
	// its file begins.
	Place diag.Place
	// Aliased says that old addresses, or other names, are written there.
	Aliased bool
}

// places tells where the keys of a thing stand.
type places interface {
	At(key string) diag.Place
	Has(key string) bool
}

// Things returns all that have a page of their own.
func (p *Plan) Things() []Thing {
	s := p.planner.site
	list := make([]Thing, 0, len(p.planner.addresses))
	add := func(kind, id string, at places) {
		ref := site.Ref{Kind: kind, ID: id}
		t := Thing{ref, p.planner.addresses[ref] + "index.html", at.At("slug"), at.Has("aliases")}
		if t.Aliased {
			t.Place = at.At("aliases")
		}
		list = append(list, t)
	}
	for i := range s.Kecamatan {
		add("kecamatan", s.Kecamatan[i].ID, &s.Kecamatan[i])
	}
	for i := range s.Programs {
		add("program", s.Programs[i].ID, &s.Programs[i])
	}
	for i := range s.Visits {
		add("visit", s.Visits[i].ID, &s.Visits[i])
	}
	for i := range s.News {
		add("news", s.News[i].ID, &s.News[i])
	}
	for i := range s.Pages {
		add("page", s.Pages[i].ID, &s.Pages[i])
	}
	return list
}

// PlaceOf returns where a thing is written, published or not; false when it is not.
func (p *Plan) PlaceOf(ref site.Ref) (diag.Place, bool) {
	return p.planner.site.PlaceOf(ref.Kind, ref.ID)
}
