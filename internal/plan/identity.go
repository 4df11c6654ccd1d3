package plan

import (
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// ThingPage is the page of a thing that has one of its own.
type ThingPage struct {
	site.Ref
	// Path is that of its page's file: "berita/x/index.html".
	Path string
	// Place is where its old addresses stand; when it has none, its slug, else where
	// its file begins.
	Place diag.Place
	// Aliased says that old addresses, or other names, are written there.
	Aliased bool
	// Title is in the site's language.
	Title string
	// Old are the files of its old addresses, as in Path.
	Old []string
}

// ThingPages returns all that have a page of their own.
func (p *Plan) ThingPages() []ThingPage {
	old := map[site.Ref][]string{}
	for _, a := range p.planner.site.OldAddresses() {
		old[a.Of] = append(old[a.Of], pageAt(a.Path))
	}
	list := make([]ThingPage, 0, len(p.planner.addresses)+len(p.planner.newsAt))
	for t := range p.planner.site.Things() {
		at := "slug"
		if t.Has("aliases") {
			at = "aliases"
		}
		page, _ := p.planner.at(t.Ref)
		list = append(list, ThingPage{t.Ref, page + "index.html", t.At(at), t.Has("aliases"), t.Title, old[t.Ref]})
	}
	return list
}

// PlaceOf returns where a thing is written, published or not; false when it is not.
func (p *Plan) PlaceOf(ref site.Ref) (diag.Place, bool) {
	return p.planner.site.PlaceOf(ref.Kind, ref.ID)
}
