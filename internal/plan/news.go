package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// NewsList is one page of a list of articles.
type NewsList struct {
	// Topics leads to all of them, from the list of all news.
	Topics  string
	Heading string
	Cards   []Card
	Pager   Pager
}

// Pager leads from one page of a list to its neighbours.
type Pager struct {
	Number, Total  int
	Newer, Older   string // addresses, "" at the ends
	NumberS, Count string // written out
}

// ArticleView is an article.
type ArticleView struct {
	Title, Summary   string
	Date, ISO        string
	Updated          string
	Author           string
	Kind, KindID     string
	Label, State     string
	Original         *OriginalView
	Image            *PhotoView
	Body             Body
	Claims           []ClaimRow
	Corrections      []CorrectionRow
	Kecamatan        []Link
	Programs, Visits []Link
	Tags             []Link
	Newer, Older     *Card
	Share            []Link
	Related          []Card
	Sources          []SourceEntry
}

// OriginalView is where a text first appeared.
type OriginalView struct{ Outlet, URL, Date, Note string }

// CorrectionRow is what has been put right.
type CorrectionRow struct{ Date, ISO, Text string }

const perPage = 20 // articles of a list page

func (p *planner) news() {
	all := firsts(len(p.site.News))
	p.listPages("berita/", "news-list", sectionNews, all, p.lang.Word("section-berita"), p.lang.Word("news-intro", p.site.City.Name), p.crumbs(""))
	for i := range p.site.News {
		n := &p.site.News[i]
		p.textPage(site.Ref{Kind: "news", ID: n.ID}, n.File, "article", sectionNews, n.Begin(),
			func() memo.Digest { return p.articlePieces(i) }, func(b Body) *Page { return p.articlePage(i, b) })
	}
}

// listPages plans a list over as many pages as it needs; an empty list has one.
func (p *planner) listPages(address, template, frame string, positions []int, heading, intro string, crumbs []Link) {
	total := max(1, (len(positions)+perPage-1)/perPage)
	for n := 1; n <= total; n++ {
		part := positions[min((n-1)*perPage, len(positions)):min(n*perPage, len(positions))]
		p.page(pageAddress(address, n), template, frame, siteFile, p.listPieces(heading, n, len(positions), part), func() *Page {
			v := &NewsList{Heading: heading, Cards: p.cards(part, perPage), Pager: p.pager(address, n, total, len(positions))}
			if frame == sectionNews {
				v.Topics = p.link(sectionTopic + "/")
			}
			page := &Page{Title: heading, Description: intro, Crumbs: crumbs, Content: v}
			if n > 1 {
				page.Title = p.lang.Word("page-of", heading, n)
				page.Crumbs = append(slices.Clone(crumbs), Link{Text: heading, URL: p.link(address)})
			}
			return page
		})
	}
}

func pageAddress(address string, n int) string {
	if n == 1 {
		return address
	}
	return address + "halaman/" + strconv.Itoa(n) + "/"
}

func (p *planner) pager(address string, n, total, items int) Pager {
	g := Pager{Number: n, Total: total, NumberS: p.lang.Word("pager", p.lang.Count(n), p.lang.Count(total)), Count: p.lang.Count(items)}
	if n > 1 {
		g.Newer = p.link(pageAddress(address, n-1))
	}
	if n < total {
		g.Older = p.link(pageAddress(address, n+1))
	}
	return g
}

func (p *planner) articlePage(i int, text Body) *Page {
	n := &p.site.News[i]
	card, c := p.card(i), p.citer()
	v := &ArticleView{
		Title: n.Title, Summary: n.Summary, Date: card.Date, ISO: card.ISO, Author: n.Author, KindID: n.Kind, Label: card.Label, State: card.State,
		Body: text, Claims: p.claimRows(n, c), Image: p.heads[site.Ref{Kind: "news", ID: n.ID}],
		Kecamatan: p.kecamatanLinks(n.Kecamatan), Programs: p.programLinks(n.Programs), Visits: p.visitLinks(n.Visits),
		Tags: p.tagLinks(n), Corrections: p.correctionRows(n), Related: p.cards(p.in.Kin.relatedTo(i), relatedMost),
	}
	if n.Kind != "" {
		v.Kind = p.lang.Word("kind-" + n.Kind)
	}
	if o := n.Original; o != nil {
		v.Original = &OriginalView{o.Outlet, string(o.URL), p.day(o.Date), o.Note}
	}
	changed := n.Changed(p.site.Zone)
	if changed.After(n.Published) {
		v.Updated = p.lang.Date(lang.DateOf(changed))
	}
	p.neighbours(v, i)
	c.cite(n.Sources)
	v.Sources = c.entries
	page := &Page{Title: n.Title, Description: n.Summary, Type: "article", Crumbs: p.crumbs(sectionNews), Content: v,
		Published: card.ISO, Modified: card.ISO, Hidden: n.Draft}
	if changed.After(n.Published) {
		page.Modified = changed.Format("2006-01-02")
	}
	if v.Image != nil {
		page.Image, page.ImageAlt = p.origin+v.Image.URL, v.Image.Alt
	}
	if !page.Hidden {
		v.Share = p.shareLinks(n.Title, p.origin+card.URL)
	}
	page.Data = []any{p.articleData(n, page)}
	return page
}

func (p *planner) tagLinks(n *site.News) []Link {
	var links []Link
	for _, t := range n.Tags {
		links = append(links, Link{Text: t, URL: p.link("topik/" + p.in.Kin.topics[p.in.Kin.topicOf[t]].slug + "/")})
	}
	return links
}

func (p *planner) correctionRows(n *site.News) []CorrectionRow {
	var rows []CorrectionRow
	for _, x := range n.Corrections {
		rows = append(rows, CorrectionRow{p.lang.Date(lang.DateOf(x.Date.Time())), string(x.Date), x.Text})
	}
	return rows
}

func (p *planner) neighbours(v *ArticleView, i int) {
	if i > 0 {
		c := p.card(i - 1)
		v.Newer = &c
	}
	if i+1 < len(p.site.News) {
		c := p.card(i + 1)
		v.Older = &c
	}
}

// TopicIndex is all topics by name.
type TopicIndex struct{ Topics []TopicEntry }

// TopicEntry is one topic and how many articles bear it.
type TopicEntry struct {
	Name, URL, Count string
}

func (p *planner) topics() {
	for _, t := range p.in.Kin.topics {
		heading := p.lang.Word("topic", t.name)
		p.listPages("topik/"+t.slug+"/", "topic", sectionTopic, t.news, heading, p.lang.Word("topic-intro", t.name, p.site.City.Name), p.crumbs(sectionTopic))
	}
	p.page("topik/", "topic-list", sectionTopic, siteFile, p.topicPieces, func() *Page {
		v := &TopicIndex{}
		for _, t := range p.in.Kin.topics {
			v.Topics = append(v.Topics, TopicEntry{t.name, p.link("topik/" + t.slug + "/"), p.lang.Count(len(t.news))})
		}
		return &Page{Title: p.lang.Word("section-topik"), Description: p.lang.Word("topics-intro", p.site.City.Name), Crumbs: p.crumbs(""), Content: v}
	})
}

// ProseView is a page of prose.
type ProseView struct {
	Title, Summary string
	Body           Body
}

// NotFoundView is the page for an address that leads nowhere.
type NotFoundView struct {
	Home     string
	Sections []Link
}

func (p *planner) prose() {
	for i := range p.site.Pages {
		g := &p.site.Pages[i]
		p.textPage(site.Ref{Kind: "page", ID: g.ID}, g.File, "page", sectionPage, g.Begin(), p.worldPieces, func(text Body) *Page {
			v := &ProseView{g.Title, g.Summary, text}
			description := g.Summary
			if description == "" {
				description = p.site.Say(p.site.Config.Description)
			}
			return &Page{Title: g.Title, Description: description, Crumbs: p.crumbs(""), Content: v}
		})
	}
	p.add(Target{Path: "404.html", Template: "notfound", Frame: sectionPage, From: siteFile, View: func(Body) any {
		v := &NotFoundView{Home: p.link(""), Sections: p.current("")}
		page := p.complete("404.html", &Page{Title: p.lang.Word("not-found"), Description: p.lang.Word("not-found-intro"), Hidden: true, Content: v})
		page.Canonical = ""
		return page
	}})
}

// checkSignposts wants every entry of the navigation to lead somewhere.
func (p *planner) checkSignposts() {
	for i := range p.site.Config.Navigation {
		n := &p.site.Config.Navigation[i]
		rooted, is := p.own(n.Link)
		switch {
		case is == private:
			p.say(p.privately(n.At("link"), n.Link))
			continue
		case is == ours:
			p.wantPath(rooted, n.Link, n.At("link"))
			continue
		case n.Link == "" || p.signpost(n) != "" || p.mayExist("", n.Link):
			continue
		}
		problem := diag.At(n.At("link"), "link-broken", n.Link)
		if kind, id, ok := strings.Cut(n.Link, ":"); ok {
			if near := p.finder(kind).Nearest(id); near != "" {
				problem = problem.WithHint("did-you-mean", fmt.Sprintf("%s:%s", kind, near))
			}
		}
		p.say(problem)
	}
}
