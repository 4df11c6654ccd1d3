package plan

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/files"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/memo"
	"blandongan/internal/opendata"
	"blandongan/internal/plan/shelf"
	"blandongan/internal/poster"
	"blandongan/internal/related"
	"blandongan/internal/searchable"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Every page of the site is planned here, each with all that its view may see.

// facts is the ground of a page that shows the facts, on the day of the build.
func (p *edition) facts() ground.Ground {
	return ground.Ground{Base: p.base.Base, Facts: p.site.Facts, Today: p.today}
}

// told is the ground of a file that programs read, on the day of the build.
func (p *edition) told() ground.Ground {
	return ground.Ground{Base: p.plain.Base, Facts: p.bare.Facts, Today: p.today}
}

// timeless is the ground of a file that programs read and that is the same on every day.
func (p *edition) timeless() ground.Ground {
	return ground.Ground{Base: p.plain.Base, Facts: p.bare.Facts}
}

// done is facts for a page that shows what was done, and no figure of any kecamatan.
func (p *edition) done() ground.Ground {
	return ground.Ground{Base: p.base.Base, Facts: p.deeds, Today: p.today}
}

// doneTold is told for a file that shows no figure of any kecamatan.
func (p *edition) doneTold() ground.Ground {
	return ground.Ground{Base: p.plain.Base, Facts: p.saidOf, Today: p.today}
}

// pages plans all pages, in the order of the sitemap.
func (p *edition) pages() {
	p.home()
	p.kecamatan()
	p.programs()
	p.visits()
	page(p, p.section(address.Network, "network", len(p.site.Adoptions)), p.done, views.Network)
	page(p, p.section(address.City, "city", 0), func() views.CityInputs {
		return views.CityInputs{Ground: p.facts(), News: p.claims()}
	}, views.City)
	page(p, p.section(address.Source, "source-list", len(p.site.Sources)), p.facts, views.Sources)
	page(p, p.section(address.Data, "data", 0), func() opendata.PackageInputs {
		in := p.catalogueInputs()
		in.Ground.Base, in.Ground.Facts = p.base.Base, p.site.Facts
		return in
	}, opendata.Page)
	p.news()
	p.topics()
	p.prose()
	page(p, p.section(address.Search, "search", 0), p.searchInputs, searchable.Page)
}

// section is the location of a section's own page, whose poster tells how many things it has.
func (p *edition) section(section, template string, count int) location {
	return location{address: section + "/", section: section, template: template, from: siteFile,
		poster: p.poster(func() poster.Poster { return formats.SectionPoster(p.told(), p.areas, section, count) })}
}

func (p *edition) home() {
	all := firsts(len(p.site.News))
	at := location{address: address.Home, section: address.Home, template: "home", from: siteFile,
		poster: p.poster(func() poster.Poster { return formats.HomePoster(p.told(), p.areas) })}
	page(p, at, func() views.HomeInputs {
		return views.HomeInputs{Ground: p.facts(), Areas: p.areas, News: p.latest(all, views.HomeNews),
			Claims: slices.ContainsFunc(p.claims(), figures.Writer{Ground: p.facts()}.ClaimsCity)}
	}, views.Home)
}

func (p *edition) kecamatan() {
	const section = address.Kecamatan
	page(p, p.section(section, "kecamatan-list", len(p.site.Kecamatan)), func() views.KecamatanListInputs {
		return views.KecamatanListInputs{Ground: p.facts(), Areas: p.areas}
	}, views.AllKecamatan)
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		own := address.Of(site.KindKecamatan, k.ID)
		if p.lacks(own) {
			continue
		}
		p.checkPhotos(k)
		at := location{address: own, section: section, template: "kecamatan", from: k.Begin(),
			poster: p.poster(func() poster.Poster { return formats.KecamatanPoster(p.told(), p.areas, i) })}
		page(p, at, func() views.KecamatanInputs {
			return views.KecamatanInputs{Ground: p.facts(), Areas: p.areas, Position: i, Photos: p.photos(k),
				News: p.latest(p.site.NewsOf(site.KindKecamatan, k.ID), views.NewestNews)}
		}, views.Kecamatan)
		p.kecamatanFiles(i)
	}
}

func (p *edition) programs() {
	page(p, p.section(address.Program, "program-list", len(p.site.Programs)), p.done, views.AllPrograms)
	for i := range p.site.Programs {
		x := &p.site.Programs[i]
		own := address.Of(site.KindProgram, x.ID)
		if p.lacks(own) {
			continue
		}
		at := location{address: own, section: address.Program, template: "program", from: x.Begin(),
			poster: p.poster(func() poster.Poster { return formats.ProgramPoster(p.doneTold(), i) })}
		page(p, at, func() views.ProgramInputs {
			return views.ProgramInputs{Ground: p.done(), Position: i,
				News: p.latest(p.site.NewsOf(site.KindProgram, x.ID), views.NewestNews)}
		}, views.Program)
	}
}

func (p *edition) visits() {
	page(p, p.section(address.Visit, "visit-list", len(p.site.Visits)), p.done, views.AllVisits)
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		own := address.Of(site.KindVisit, v.ID)
		if p.lacks(own) {
			continue
		}
		at := location{address: own, section: address.Visit, template: "visit", from: v.Begin(),
			poster: p.poster(func() poster.Poster { return formats.VisitPoster(p.doneTold(), i) })}
		page(p, at, func() views.VisitInputs {
			return views.VisitInputs{
				Ground: p.done(), Position: i, Articles: p.latest(p.articlesOf(v), views.NewestNews).News,
			}
		}, views.Visit)
	}
}

// articlesOf are those the visit names and those that name the visit, each once, by
// position in News.
func (p *edition) articlesOf(v *site.Visit) []int {
	var positions []int
	for _, id := range v.Articles {
		if i, ok := p.site.PositionOf(id); ok {
			positions = append(positions, i)
		}
	}
	for _, i := range p.site.NewsOf(site.KindVisit, v.ID) {
		if !slices.Contains(positions, i) {
			positions = append(positions, i)
		}
	}
	return positions
}

func (p *edition) news() {
	p.list(ground.Named{}, firsts(len(p.site.News)))
	var h memo.Hash // of all that their posters share
	h.Plain(formats.ArticlePoster(p.told(), &site.News{Article: &site.Article{}}))
	p.plain.Base.AddTo(&h)
	p.posters = h.Sum()
	posters := p.in.Shelf.Posters(p.number, p.posters, len(p.site.News))
	for i := range p.site.News {
		n := &p.site.News[i]
		if p.isForeign(n) {
			continue
		}
		at := location{address: p.newsAt[i], section: address.News, template: "article", from: n.Begin(),
			poster: p.articlePoster(i, posters)}
		if p.number > 0 {
			at.own = p.base.AddressOf(n)
		}
		page(p, at, func() views.ArticleInputs { return p.articleInputs(i) }, views.Article)
		p.showsText(Text{Ref: site.Ref{Kind: site.KindNews, ID: n.ID}, File: n.File, Facts: showsFacts(n)}, i)
	}
}

// articlePoster is the poster of an article. One that has a picture needs none, unless that
// is an SVG, which no service shows; and a draft is shared by nobody.
func (p *edition) articlePoster(i int, known *shelf.Posters) *placard {
	n := &p.site.News[i]
	if head := p.heads[i]; n.Draft || head != nil && files.Ending(head.URL) != ".svg" {
		return nil
	}
	make := func() poster.Poster { return formats.ArticlePoster(p.told(), n) }
	return p.posterAt(known.Path(i, n.Digest(), func() string { return pathOf(make()) }), make, true)
}

// articleInputs are what the page of the article at a position shows. It is given the
// facts only where it sets claims beside them or cites sources: else a changed figure
// would make every article's page again.
func (p *edition) articleInputs(i int) views.ArticleInputs {
	n := &p.site.News[i]
	in := views.ArticleInputs{
		Ground: p.base, Article: n, Newer: p.neighbour(i, -1), Older: p.neighbour(i, 1), Image: p.head(i),
		Related:   p.latest(p.in.Related.To(p.site, i), related.Most).News,
		Kecamatan: ground.Names(p.site.Facts, site.KindKecamatan, n.Kecamatan),
		Programs:  ground.Names(p.site.Facts, site.KindProgram, n.Programs),
		Visits:    ground.Names(p.site.Facts, site.KindVisit, n.Visits),
	}
	if showsFacts(n) {
		in.Ground.Facts = p.site.Facts
	}
	return in
}

func showsFacts(n *site.News) bool { return len(n.Claims) > 0 || len(n.Sources) > 0 }

// head is the picture at the head of an article, nil when there is none.
func (p *edition) head(i int) *views.PhotoView {
	if p.heads[i] == nil {
		return nil
	}
	x, n := *p.heads[i], &p.site.News[i]
	x.Alt, x.Credit = p.site.Say(n.Image.Alt), p.site.Say(n.Image.Credit)
	return &x
}

// claiming are the articles in which somebody claims something.
func (p *edition) claiming() []*site.News {
	var list []*site.News
	for i := range p.site.News {
		if n := &p.site.News[i]; len(n.Claims) > 0 {
			list = append(list, n)
		}
	}
	return list
}

// latest are the first articles at some positions, and how many these are.
func (p *edition) latest(positions []int, most int) views.Latest {
	l := views.Latest{Total: len(positions), News: make([]*site.News, min(len(positions), most))}
	for n := range l.News {
		l.News[n] = &p.site.News[positions[n]]
	}
	return l
}

// list plans a list of articles over as many pages as it needs; an empty list has one.
// The topic is empty for the list of all.
func (p *edition) list(topic ground.Named, positions []int) {
	at, section, template := address.News+"/", address.News, "news-list"
	if topic.ID != "" {
		at, section, template = address.OfTopic(topic.ID), address.Topic, "topic"
	}
	make := func() poster.Poster {
		if topic.ID != "" {
			return formats.TopicPoster(p.doneTold(), topic.Name, len(positions))
		}
		return formats.SectionPoster(p.doneTold(), nil, section, len(positions))
	}
	shared := p.posterAt(pathOf(make()), make, true)
	for n := 1; n <= views.PagesOf(len(positions)); n++ {
		part := positions[(n-1)*views.PerPage : min(n*views.PerPage, len(positions))]
		page(p, location{address: address.OfPage(at, n), section: section, template: template, from: siteFile,
			poster: shared, shared: true}, func() views.NewsListInputs {
			return views.NewsListInputs{Ground: p.base, Topic: topic, Number: n, Items: len(positions),
				News: p.latest(part, views.PerPage).News}
		}, views.News)
	}
}

func (p *edition) topics() {
	for _, t := range p.in.Related.Topics {
		if p.lacks(address.OfTopic(t.Slug)) {
			continue
		}
		p.list(ground.Named{ID: t.Slug, Name: t.Name}, t.News)
	}
	page(p, p.section(address.Topic, "topic-list", 0), func() views.TopicsInputs {
		in := views.TopicsInputs{Ground: p.base}
		for _, t := range p.in.Related.Topics {
			if p.lacks(address.OfTopic(t.Slug)) {
				continue
			}
			named := ground.Named{ID: t.Slug, Name: t.Name}
			in.Topics = append(in.Topics, views.TopicCount{
				Named: named, News: len(t.News), Newest: &p.site.News[t.News[0]],
			})
		}
		return in
	}, views.Topics)
}

func (p *edition) prose() {
	for i := range p.site.Pages {
		x := &p.site.Pages[i]
		own := p.addresses[site.Ref{Kind: site.KindPage, ID: x.ID}]
		if p.lacks(own) {
			continue
		}
		at := location{address: own, section: address.Numbered, template: "page", from: x.Begin()}
		if !x.Unlisted { // such a page is shared by nobody
			at.poster = p.poster(func() poster.Poster { return formats.ProsePoster(p.told(), x) })
		}
		page(p, at, func() views.ProseInputs {
			return views.ProseInputs{Ground: p.base, Title: x.Title, Summary: x.Summary, Unlisted: x.Unlisted}
		}, views.Prose)
		p.showsText(Text{Ref: site.Ref{Kind: site.KindPage, ID: x.ID}, File: x.File}, i)
	}
}

// notFound plans the page for addresses that lead nowhere. Whoever meets it may read any
// language of the site.
func (p *edition) notFound(others []*edition) {
	t := Target{Path: "404.html", Template: "notfound", Frame: address.Numbered, From: siteFile}
	plan(p.planner, t, func() views.NotFoundInputs {
		in := views.NotFoundInputs{Ground: p.base, Navigation: p.links}
		for _, e := range others {
			in.Others = append(in.Others, views.NotFoundInputs{Ground: e.base, Navigation: e.links})
		}
		return in
	}, views.NotFound)
}

// showsText says that the page planned last shows a text. position is that of its thing in the list
// of its kind.
func (p *edition) showsText(t Text, position int) {
	t.Target, t.Edition = len(p.targets)-1, p.number
	p.targets[t.Target].Text = len(p.texts)
	p.texts, p.positions = append(p.texts, t), append(p.positions, position)
}

// digestShared returns Plan.Shared. Where the page of a text lies, in which languages, and what is
// on its poster, follows from what is shared.
func (p *planner) digestShared() memo.Digest {
	var h memo.Hash
	h.Digest(p.site.Related)
	for _, e := range p.all {
		e.base.Base.AddTo(&h)
		e.plain.Base.AddTo(&h)
		h.Text(e.name)
		h.Digest(e.posters)
		for t := range e.site.Named() {
			title, _ := e.site.TitleOf(t.Kind, t.ID)
			h.Plain([...]string{t.Kind, t.ID, title})
		}
		for _, s := range []*site.Site{e.site, e.bare} {
			h.Int(len(s.News))
			for i := range s.News {
				s.News[i].AddTo(&h)
			}
			for _, x := range s.Pages {
				h.Plain([]any{x.Name(), x.File, x.Language, x.Title, x.Summary, x.Unlisted})
			}
		}
	}
	for i, x := range p.heads {
		if x != nil {
			h.Int(i)
			h.Plain(x)
		}
	}
	return h.Sum()
}

// checkPhotos wants every picture of a profile among the copied files.
func (p *planner) checkPhotos(k *site.Kecamatan) {
	for i := range k.Photos {
		x := &k.Photos[i]
		if x.File == "" {
			continue // it has been reported
		}
		_, from, problem := p.picture("", "/"+x.File, x.At("file"))
		if problem != nil {
			p.say(*problem)
		}
		p.pictures[from] = from != ""
	}
}

func (p *edition) photos(k *site.Kecamatan) []views.PhotoView {
	var list []views.PhotoView
	for _, x := range k.Photos {
		if f, ok := p.files[files.VerbatimFolder+x.File]; ok {
			v := &views.PhotoView{URL: p.link(x.File), Width: f.Width, Height: f.Height}
			if f.Picture != nil {
				v = p.shown(f)
			}
			v.Alt, v.Credit = p.site.Say(x.Alt), p.site.Say(x.Credit)
			list = append(list, *v)
		}
	}
	return list
}

// frames makes a frame for every section that has pages.
func (p *edition) frames() map[string]views.Frame {
	frames := map[string]views.Frame{}
	last := NoFrame
	for i := range p.targets {
		t := &p.targets[i]
		if t.Template == "" || t.Edition != p.number || t.Frame == NoFrame || t.Frame == last {
			continue
		}
		last = t.Frame
		if _, made := frames[t.Frame]; !made {
			frames[t.Frame] = views.FrameOf(p.facts(), t.Frame, p.links, p.versions(frontOf(t.Frame)))
		}
	}
	return frames
}

// firsts returns 0, 1, … n-1.
func firsts(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
