package plan

import (
	"cmp"
	"slices"
	"sync"

	"blandongan/internal/address"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/opendata"
	"blandongan/internal/related"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"blandongan/internal/views"
)

// Edition is what all pages in one language share.
type Edition struct {
	// Language is a BCP 47 tag.
	Language string
	// Words are the pages' own words.
	Words map[string]string
	// Frames are the views of the page frames, by Target.Frame.
	Frames map[string]views.Frame
}

// edition is the site in one language while it is planned: the first is that in the site's own.
// It has a page for every list, and for each thing that has a title or summary in the language;
// what it links to besides leads to the first.
type edition struct {
	*planner
	number   int
	site     *site.Site    // texts in another language are marked
	bare     *site.Site    // the same without marks, for what programs read
	base     ground.Ground // of pages that show no facts
	plain    ground.Ground // of files that programs read and that show none
	articles []site.News   // the articles in its language, newest first
	name     string        // what its language is called in itself
	posters  memo.Digest   // of all that those of articles share
	deeds    *site.Facts   // the facts without figures of kecamatan
	saidOf   *site.Facts   // the same without marks
	links    []ground.Link // the navigation
	extent   func() opendata.Extent
	newest   func() []*site.News // those that appeared here last
	claims   func() []*site.News // those in which somebody claims something
}

// editions are the site in each of its languages.
func (p *planner) editions() []*edition {
	main := &edition{planner: p, site: p.site, bare: p.site, base: p.base, plain: p.base, articles: p.site.News}
	all := []*edition{main}
	for _, language := range p.site.Config.Languages {
		if language == p.site.Main || language == "" {
			continue
		}
		e := &edition{planner: p, number: len(all), site: p.site.Edition(language, true),
			bare: p.site.Edition(language, false)}
		e.articles = e.ownNews()
		lies := e.lies(language)
		e.base = ground.Ground{Base: ground.NewEdition(e.site.Facts, lies)}
		e.plain = ground.Ground{Base: ground.NewEdition(e.bare.Facts, lies)}
		all = append(all, e)
	}
	for _, e := range all {
		e.deeds, e.saidOf = e.site.WithoutFigures(), e.bare.WithoutFigures()
		e.name = e.ownName()
		e.extent = sync.OnceValue(func() opendata.Extent { return opendata.ExtentOf(e.articles) })
		e.newest = sync.OnceValue(func() []*site.News { return newest(e.articles, formats.NewestFeed) })
		e.claims = sync.OnceValue(e.claiming)
	}
	return all
}

// lies tells where everything lies in the edition. Its articles know that themselves: there are many.
func (p *edition) lies(language value.Language) address.Edition {
	words := ground.Ground{Base: ground.NewBase(p.bare.Facts)}
	lies := address.Edition{Folder: string(language) + "/", Words: map[string]string{}, Own: map[string]string{},
		Lacks: map[string]bool{}}
	taken := map[string]bool{}
	for _, section := range append(address.Names(), address.Numbered) {
		word := cmp.Or(words.Word("address-"+section), section)
		if taken[word] {
			word = section // two of one name have been reported
		}
		lies.Words[section], taken[word] = word, true
	}
	for ref, at := range p.addresses {
		switch x, _ := p.site.Find(ref.Kind, ref.ID); {
		case !p.site.Speaks(x):
			lies.Lacks[at] = true
		case ref.Kind == site.KindPage:
			lies.Own[at] = lies.Folder + p.site.FindPage(ref.ID).OwnName() + "/"
		}
	}
	for _, t := range p.in.Related.Topics {
		if !p.tells(t) {
			lies.Lacks[address.OfTopic(t.Slug)] = true
		}
	}
	return lies
}

// tells says whether some article of a topic is in the edition's language.
func (p *edition) tells(t related.Topic) bool {
	return len(p.articles) > 0 && slices.ContainsFunc(t.News, func(i int) bool { return !p.isForeign(&p.site.News[i]) })
}

// isForeign says whether an article is in another language than the edition.
func (p *edition) isForeign(n *site.News) bool { return n.Language != p.site.Config.Language }

// lacks says whether the edition has no page for what lies at an address in the site's own language.
func (p *edition) lacks(at string) bool { return p.base.Base.Edition.Lacks[at] }

// nearest returns where the page lies in the edition that lies at an address in the site's own
// language, or that address where the edition has none.
func (p *edition) nearest(at string) string {
	for _, v := range p.versionsOf[at] {
		if v.edition.number == p.number {
			return v.at
		}
	}
	return at
}

// ownNews are the articles in the edition's language, newest first.
func (p *edition) ownNews() []site.News {
	var own []site.News
	for i := range p.bare.News {
		if n := &p.bare.News[i]; !p.isForeign(n) {
			own = append(own, *n)
		}
	}
	return own
}

// neighbour is the nearest article in the edition's language before or after one, nil when there is none.
func (p *edition) neighbour(i, step int) *site.News {
	for i += step; i >= 0 && i < len(p.site.News); i += step {
		if n := &p.site.News[i]; !p.isForeign(n) {
			return n
		}
	}
	return nil
}

// version is where a page lies in an edition.
type version struct {
	edition *edition
	at      string
}

// noteVersion notes that an edition has a page for what lies at an address in the site's own language, where
// there is one as well.
func (p *planner) noteVersion(at string, v version) {
	if v.edition.number == 0 {
		return
	}
	p.versionsOf[at] = append(p.versionsOf[at], v)
	if v.at != at {
		p.mainOf[v.at] = at
	}
}

// versions are the addresses of a page in each language, nil when there is but one.
func (p *edition) versions(at string) []views.Version {
	list := p.versionsAt(at)
	if len(list) == 0 {
		return nil
	}
	versions := make([]views.Version, len(list))
	for i, v := range list {
		b := v.edition.base.Base
		versions[i] = views.Version{Language: b.Language, Name: v.edition.name,
			URL: b.Root.Link(v.at), Absolute: b.Root.Absolute(v.at), Current: v.edition.number == p.number,
			Main: v.edition.number == 0}
	}
	return versions
}

// versionsAt are those of the page at an address in the site's own language, none when it is in that only.
func (p *planner) versionsAt(at string) []version {
	if others := p.versionsOf[at]; len(others) > 0 {
		return append([]version{{p.all[0], at}}, others...)
	}
	return nil
}

// ownName is what the edition's language is called in itself: by its tag, where nobody has said.
func (p *edition) ownName() string {
	b := p.base.Base
	if _, own := b.Words["language-name"]; !own && p.number > 0 && lang.LeansOn(b.Language, b.Main) {
		return b.Language
	}
	return p.base.Word("language-name")
}

// frontOf is the address, in the site's own language, of the page of a section: that to which pages
// that have no other in another language lead instead.
func frontOf(section string) string {
	if slices.Contains(address.Names(), section) {
		return section + "/"
	}
	return address.Home
}

// translated are the addresses of the pages that have others in another language, with all of them.
func (p *planner) translated() map[string][]formats.Version {
	all := map[string][]formats.Version{}
	for at := range p.versionsOf {
		list := p.versionsAt(at)
		var versions []formats.Version
		for _, v := range list {
			versions = append(versions, formats.Version{Language: v.edition.base.Base.Language, Address: v.at})
		}
		for _, v := range list {
			all[v.at] = versions
		}
	}
	return all
}

// canonical returns the address in the site's own language of a page of a list.
func (p *planner) canonical(at string) string {
	if to, ok := p.mainOf[at]; ok {
		return to
	}
	return at
}
