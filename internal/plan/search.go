package plan

import (
	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/memo"
	"blandongan/internal/search"
	"blandongan/internal/searchable"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Search is what can be found in an edition besides texts, and where its index lies.
type Search struct {
	Language string
	Place    search.Place
	// Entries makes the entries of all that is no text.
	Entries func() []search.Entry
}

func (p *edition) search() Search {
	b := p.plain.Base
	return Search{b.Language, searchable.PlaceIn(&b.Edition), func() []search.Entry {
		return append(searchable.Things(p.timeless()), searchable.Topics(p.topicInputs())...)
	}}
}

// Found is the entry of a text, by position; it is the same as long as the text and FoundInputs are.
func (p *Plan) Found(i int, text views.Body) search.Entry {
	return searchable.Text(p.textInputs(i), text)
}

// FoundInputs is the digest of all that Found is made from, besides the text.
func (p *Plan) FoundInputs(i int) memo.Digest { return p.planner.digest(p.textInputs(i)) }

func (p *Plan) textInputs(i int) searchable.TextInputs {
	t := p.Texts[i]
	e := p.planner.all[t.Edition]
	in := searchable.TextInputs{Ground: e.plain}
	if t.Ref.Kind == site.KindNews {
		in.Article = &e.bare.News[p.planner.positions[i]]
	} else {
		x := &e.bare.Pages[p.planner.positions[i]]
		in.Name, in.Title, in.Summary, in.Unlisted = x.Name(), x.Title, x.Summary, x.Unlisted
	}
	return in
}

// topicInputs are the topics with a page.
func (p *edition) topicInputs() searchable.TopicInputs {
	in := searchable.TopicInputs{Ground: p.plain}
	for _, t := range p.in.Related.Topics {
		if !p.lacks(address.OfTopic(t.Slug)) {
			named := ground.Named{ID: t.Slug, Name: t.Name}
			in.Topics = append(in.Topics, searchable.Topic{Named: named, News: len(t.News)})
		}
	}
	return in
}

// searchInputs are what the page of the search shows: how much there is to find, and of what.
func (p *edition) searchInputs() searchable.PageInputs {
	g := ground.Ground{Base: p.base.Base, Facts: p.site.Facts}
	return searchable.PageInputs{Ground: g, Topics: p.topicInputs().Topics, News: len(p.articles)}
}
