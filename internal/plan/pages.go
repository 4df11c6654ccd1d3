package plan

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/files"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/opendata"
	"blandongan/internal/poster"
	"blandongan/internal/site"
	"blandongan/internal/views"
)

// Every page of the site is planned here, each with all that its view may see.

// facts is the ground of a page that shows the facts, on the day of the build.
func (p *planner) facts() ground.Ground {
	return ground.Ground{Base: p.base.Base, Facts: p.site.Facts, Today: p.today}
}

// timeless is the ground of a file that shows the facts and is the same on every day.
func (p *planner) timeless() ground.Ground {
	return ground.Ground{Base: p.base.Base, Facts: p.site.Facts}
}

// pages plans all pages, in the order of the sitemap.
func (p *planner) pages() {
	p.home()
	p.kecamatan()
	p.programs()
	p.visits()
	page(p, p.section(address.Network, "network", len(p.site.Adoptions)), p.facts, views.Network)
	page(p, p.section(address.City, "city", 0), func() views.CityInputs {
		return views.CityInputs{Ground: p.facts(), News: p.claiming()}
	}, views.City)
	page(p, p.section(address.Source, "source-list", len(p.site.Sources)), p.facts, views.Sources)
	page(p, p.section(address.Data, "data", 0), p.catalogueInputs, opendata.Page)
	p.news()
	p.topics()
	p.prose()
}

// section is the location of a section's own page, whose poster tells how many things it has.
func (p *planner) section(section, template string, count int) location {
	return location{section + "/", section, template, siteFile, p.poster(func() poster.Poster {
		return formats.SectionPoster(p.facts(), p.areas, section, count)
	})}
}

func (p *planner) home() {
	all := firsts(len(p.site.News))
	at := location{address.Home, address.Home, "home", siteFile, p.poster(func() poster.Poster {
		return formats.HomePoster(p.facts(), p.areas)
	})}
	page(p, at, func() views.HomeInputs {
		return views.HomeInputs{Ground: p.facts(), Areas: p.areas, News: p.latest(all, views.HomeNews)}
	}, views.Home)
}

func (p *planner) kecamatan() {
	const section = address.Kecamatan
	page(p, p.section(section, "kecamatan-list", len(p.site.Kecamatan)), func() views.KecamatanListInputs {
		return views.KecamatanListInputs{Ground: p.facts(), Areas: p.areas}
	}, views.AllKecamatan)
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		p.checkPhotos(k)
		at := location{address.Of(site.KindKecamatan, k.ID), section, "kecamatan", k.Begin(),
			p.poster(func() poster.Poster { return formats.KecamatanPoster(p.facts(), p.areas, i) })}
		page(p, at, func() views.KecamatanInputs {
			return views.KecamatanInputs{Ground: p.facts(), Areas: p.areas, Position: i, Photos: p.photos(k),
				News: p.latest(p.site.NewsOf(site.KindKecamatan, k.ID), views.NewestNews)}
		}, views.Kecamatan)
		p.kecamatanFiles(i)
	}
}

func (p *planner) programs() {
	page(p, p.section(address.Program, "program-list", len(p.site.Programs)), p.facts, views.AllPrograms)
	for i := range p.site.Programs {
		x := &p.site.Programs[i]
		at := location{address.Of(site.KindProgram, x.ID), address.Program, "program", x.Begin(),
			p.poster(func() poster.Poster { return formats.ProgramPoster(p.facts(), i) })}
		page(p, at, func() views.ProgramInputs {
			return views.ProgramInputs{Ground: p.facts(), Position: i,
				News: p.latest(p.site.NewsOf(site.KindProgram, x.ID), views.NewestNews)}
		}, views.Program)
	}
}

func (p *planner) visits() {
	page(p, p.section(address.Visit, "visit-list", len(p.site.Visits)), p.facts, views.AllVisits)
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		at := location{address.Of(site.KindVisit, v.ID), address.Visit, "visit", v.Begin(),
			p.poster(func() poster.Poster { return formats.VisitPoster(p.facts(), i) })}
		page(p, at, func() views.VisitInputs {
			return views.VisitInputs{
				Ground: p.facts(), Position: i, Articles: p.latest(p.articlesOf(v), views.NewestNews).News,
			}
		}, views.Visit)
	}
}

// articlesOf are those the visit names and those that name the visit, each once, by
// position in News.
func (p *planner) articlesOf(v *site.Visit) []int {
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

func (p *planner) news() {
	p.list(ground.Named{}, firsts(len(p.site.News)))
	for i := range p.site.News {
		n := &p.site.News[i]
		at := location{p.addresses[site.Ref{Kind: site.KindNews, ID: n.ID}], address.News, "article", n.Begin(),
			p.articlePoster(n)}
		page(p, at, func() views.ArticleInputs { return p.articleInputs(i) }, views.Article)
		p.showsText(site.Ref{Kind: site.KindNews, ID: n.ID}, n.File)
	}
}

// articlePoster is the poster of an article. One that has a picture needs none, unless that
// is an SVG, which no service shows; and a draft is shared by nobody.
func (p *planner) articlePoster(n *site.News) views.PhotoView {
	if head := p.heads[n.ID]; n.Draft || head != nil && files.Ending(head.URL) != ".svg" {
		return views.PhotoView{}
	}
	return p.poster(func() poster.Poster { return formats.ArticlePoster(p.facts(), n) })
}

// articleInputs are what the page of the article at a position shows. It is given the
// facts only where it sets claims beside them or cites sources: else a changed figure
// would make every article's page again.
func (p *planner) articleInputs(i int) views.ArticleInputs {
	n := &p.site.News[i]
	in := views.ArticleInputs{
		Ground: p.base, Article: n, Newer: p.article(i - 1), Older: p.article(i + 1), Image: p.heads[n.ID],
		Related:   p.latest(p.in.Related.To(i), relatedMost).News,
		Kecamatan: ground.Names(p.site.Facts, site.KindKecamatan, n.Kecamatan),
		Programs:  ground.Names(p.site.Facts, site.KindProgram, n.Programs),
		Visits:    ground.Names(p.site.Facts, site.KindVisit, n.Visits),
	}
	if len(n.Claims) > 0 || len(n.Sources) > 0 {
		in.Ground.Facts = p.site.Facts
	}
	return in
}

// claiming are the articles in which somebody claims something.
func (p *planner) claiming() []*site.News {
	var list []*site.News
	for i := range p.site.News {
		if n := &p.site.News[i]; len(n.Claims) > 0 {
			list = append(list, n)
		}
	}
	return list
}

// article is the one at a position, nil when there is none.
func (p *planner) article(i int) *site.News {
	if i < 0 || i >= len(p.site.News) {
		return nil
	}
	return &p.site.News[i]
}

// latest are the first articles at some positions, and how many these are.
func (p *planner) latest(positions []int, most int) views.Latest {
	l := views.Latest{Total: len(positions), News: make([]*site.News, min(len(positions), most))}
	for n := range l.News {
		l.News[n] = &p.site.News[positions[n]]
	}
	return l
}

// list plans a list of articles over as many pages as it needs; an empty list has one.
// The topic is empty for the list of all.
func (p *planner) list(topic ground.Named, positions []int) {
	at, section, template := address.News+"/", address.News, "news-list"
	if topic.ID != "" {
		at, section, template = address.OfTopic(topic.ID), address.Topic, "topic"
	}
	shared := p.poster(func() poster.Poster {
		if topic.ID != "" {
			return formats.TopicPoster(p.facts(), topic.Name, len(positions))
		}
		return formats.SectionPoster(p.facts(), p.areas, section, len(positions))
	})
	for n := 1; n <= views.PagesOf(len(positions)); n++ {
		part := positions[(n-1)*views.PerPage : min(n*views.PerPage, len(positions))]
		page(p, location{address.OfPage(at, n), section, template, siteFile, shared}, func() views.NewsListInputs {
			return views.NewsListInputs{Ground: p.base, Topic: topic, Number: n, Items: len(positions),
				News: p.latest(part, views.PerPage).News}
		}, views.News)
	}
}

func (p *planner) topics() {
	for _, t := range p.in.Related.topics {
		p.list(ground.Named{ID: t.slug, Name: t.name}, t.news)
	}
	page(p, p.section(address.Topic, "topic-list", 0), func() views.TopicsInputs {
		in := views.TopicsInputs{Ground: p.base}
		for _, t := range p.in.Related.topics {
			named := ground.Named{ID: t.slug, Name: t.name}
			in.Topics = append(in.Topics, views.TopicCount{
				Named: named, News: len(t.news), Newest: p.article(t.news[0]),
			})
		}
		return in
	}, views.Topics)
}

func (p *planner) prose() {
	for i := range p.site.Pages {
		x := &p.site.Pages[i]
		at := location{p.addresses[site.Ref{Kind: site.KindPage, ID: x.ID}], address.Numbered, "page", x.Begin(),
			p.poster(func() poster.Poster { return formats.ProsePoster(p.facts(), x) })}
		page(p, at, func() views.ProseInputs {
			return views.ProseInputs{Ground: p.base, Title: x.Title, Summary: x.Summary}
		}, views.Prose)
		p.showsText(site.Ref{Kind: site.KindPage, ID: x.ID}, x.File)
	}
	t := Target{Path: "404.html", Template: "notfound", Frame: address.Numbered, From: siteFile}
	plan(p, t, func() views.NotFoundInputs {
		return views.NotFoundInputs{Ground: p.base, Navigation: p.links}
	}, views.NotFound)
}

// showsText says that the page planned last shows the text of a thing, which stands in
// a file.
func (p *planner) showsText(ref site.Ref, file string) {
	p.targets[len(p.targets)-1].Text = len(p.texts)
	p.texts = append(p.texts, Text{ref, file, len(p.targets) - 1})
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

func (p *planner) photos(k *site.Kecamatan) []views.PhotoView {
	var list []views.PhotoView
	for _, x := range k.Photos {
		if f, ok := p.files[files.VerbatimFolder+x.File]; ok {
			v := &views.PhotoView{URL: p.link(x.File), Width: f.Width, Height: f.Height}
			if f.Picture != nil {
				v = p.shown(f)
			}
			v.Alt, v.Credit = p.site.Say(x.Alt), x.Credit
			list = append(list, *v)
		}
	}
	return list
}

// frames makes a frame for every section that has pages.
func (p *planner) frames() map[string]views.Frame {
	frames := map[string]views.Frame{}
	for _, t := range p.targets {
		if _, made := frames[t.Frame]; !made && t.Template != "" && t.Frame != NoFrame {
			frames[t.Frame] = views.FrameOf(p.facts(), t.Frame, p.links)
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
