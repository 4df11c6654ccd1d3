package plan

import (
	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/searchable"
)

// searchInputs are what the page of the search shows: how much there is to find, and of what.
func (p *edition) searchInputs() searchable.PageInputs {
	in := searchable.PageInputs{Ground: ground.Ground{Base: p.base.Base, Facts: p.site.Facts}}
	for i := range p.site.News {
		if p.site.News[i].Language == p.site.Config.Language {
			in.News++
		}
	}
	for _, t := range p.in.Related.Topics {
		if !p.lacks(address.OfTopic(t.Slug)) {
			named := ground.Named{ID: t.Slug, Name: t.Name}
			in.Topics = append(in.Topics, searchable.Topic{Named: named, News: len(t.News)})
		}
	}
	return in
}
