package plan

import (
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// This file tells what views are made from: see Target.Pieces. Whoever lets a
// view show more must add it here; the random editor of package build finds who
// forgets.

// digestCommon is that of what any page may show: the language, where the site
// lies, who publishes it, which city it is.
func (p *planner) digestCommon() memo.Digest {
	var h memo.Hash
	c := &p.site.Config
	h.Text(string(c.Language))
	h.Text(p.origin)
	h.Text(p.prefix)
	h.Text(p.site.Zone.String())
	h.Text(p.site.City.Name)
	h.Text(p.site.Say(c.Description))
	h.Text(p.site.Say(c.Publisher.Name))
	h.Text(string(c.Publisher.URL))
	h.Texts(c.Publisher.Desks)
	return h.Sum()
}

// digest returns the digest of what add adds, and of what every page may show.
func (p *planner) digest(add func(h *memo.Hash)) memo.Digest {
	h := p.hashes.Get().(*memo.Hash)
	defer p.hashes.Put(h)
	h.Reset()
	h.Digest(p.common)
	add(h)
	return h.Sum()
}

// world adds all facts that are no news, and the day.
func (p *planner) world(h *memo.Hash) {
	p.site.Facts.AddTo(h)
	h.Text(p.today())
}

// drawn adds the world and the map.
func (p *planner) drawn(h *memo.Hash) {
	p.world(h)
	h.Digest(p.in.Drawn)
}

func (p *planner) worldPieces() memo.Digest { return p.digest(p.world) }

// newsPieces are the world and the first of some articles, with their number.
func (p *planner) newsPieces(positions []int, most int) func() memo.Digest {
	return func() memo.Digest {
		return p.digest(func(h *memo.Hash) {
			p.world(h)
			p.addCards(h, positions, most)
		})
	}
}

func (p *planner) listOfKecamatanPieces() memo.Digest { return p.digest(p.drawn) }

// homePieces are the world, the map, and the first of all articles.
func (p *planner) homePieces() memo.Digest {
	return p.digest(func(h *memo.Hash) {
		p.drawn(h)
		p.addCards(h, firsts(len(p.site.News)), homeNews)
	})
}

func (p *planner) kecamatanPieces(k *site.Kecamatan) memo.Digest {
	return p.digest(func(h *memo.Hash) {
		p.drawn(h)
		p.addCards(h, p.site.NewsOf("kecamatan", k.ID), newestNews)
		h.Plain(p.photos(k)) // their sizes are no facts of the site
	})
}

// listPieces are those of one page of a list of articles.
func (p *planner) listPieces(heading string, n, items int, part []int) func() memo.Digest {
	return func() memo.Digest {
		return p.digest(func(h *memo.Hash) {
			h.Text(heading)
			h.Int(n)
			h.Int(items)
			p.addCards(h, part, perPage)
		})
	}
}

func (p *planner) topicPieces() memo.Digest {
	return p.digest(func(h *memo.Hash) {
		for _, t := range p.in.Kin.topics {
			h.Text(t.name)
			h.Text(t.slug)
			h.Int(len(t.news))
		}
	})
}

func (p *planner) addCards(h *memo.Hash, positions []int, most int) {
	h.Int(len(positions))
	for _, i := range positions[:min(len(positions), most)] {
		p.addCard(h, i)
	}
}

// addCard adds what the card of the article at a position is made from; there
// may be none.
func (p *planner) addCard(h *memo.Hash, i int) {
	if i < 0 || i >= len(p.cardDigests) {
		h.Digest(memo.Digest{})
		return
	}
	h.Digest(p.cardDigests[i])
}

func digestCards(news []site.News) []memo.Digest {
	digests := make([]memo.Digest, len(news))
	var h memo.Hash
	for i := range news {
		n := &news[i]
		h.Reset()
		h.Text(n.ID)
		h.Digest(n.Head)
		h.Bool(n.Future)
		digests[i] = h.Sum()
	}
	return digests
}

// articlePieces are those of an article's page, besides its text.
func (p *planner) articlePieces(i int) memo.Digest {
	return p.digest(func(h *memo.Hash) {
		n := &p.site.News[i]
		p.addCard(h, i)
		p.addCard(h, i-1)
		p.addCard(h, i+1)
		p.addCards(h, p.in.Kin.relatedTo(i), relatedMost)
		p.addNames(h, n)
		if len(n.Claims) > 0 || len(n.Sources) > 0 {
			p.site.Facts.AddTo(h) // figures, indicators, sources
		}
		if n.Image != nil {
			h.Plain(p.heads[site.Ref{Kind: "news", ID: n.ID}])
		}
	})
}

// addNames adds the names of what an article refers to; what its topics are
// called is in its own head.
func (p *planner) addNames(h *memo.Hash, n *site.News) {
	for _, id := range n.Kecamatan {
		if k := p.site.FindKecamatan(id); k != nil {
			h.Text(k.Name)
		}
	}
	for _, id := range n.Programs {
		if x := p.site.FindProgram(id); x != nil {
			h.Text(p.site.Say(x.Name))
		}
	}
	for _, id := range n.Visits {
		if v := p.site.FindVisit(id); v != nil {
			h.Text(p.site.Say(v.Title))
		}
	}
}

// digestAddresses is that of where everything lies that a text can lead to.
func (p *planner) digestAddresses() memo.Digest {
	return p.digest(func(h *memo.Hash) {
		h.Int(len(p.bases))
		for _, b := range p.bases {
			h.Text(b.host)
			h.Text(b.prefix)
		}
		h.Int(len(p.targets))
		for i := range p.targets {
			h.Text(p.targets[i].Path)
			h.Text(p.targets[i].From.File)
		}
		for _, m := range p.moves {
			h.Text(m.From)
			h.Text(m.To)
		}
		for _, f := range p.in.Files {
			h.Text(f.Name)
			h.Bool(f.Broken)
			h.Int(f.Width)
			h.Int(f.Height)
		}
		for i := range p.site.Kecamatan { // whose names stand in the links that a hint writes out
			h.Text(p.site.Kecamatan[i].Name)
		}
		for i := range p.site.Programs {
			h.Text(p.site.Say(p.site.Programs[i].Name))
		}
		h.Digest(p.site.Hidden)
	})
}
