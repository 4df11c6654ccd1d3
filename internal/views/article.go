package views

import (
	"slices"
	"strings"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// ArticleInputs are what an article's page shows.
type ArticleInputs struct {
	// Ground has the facts where the article has claims or sources.
	Ground  ground.Ground
	Article *site.News
	// Newer and Older are its neighbours in time, nil at the ends.
	Newer, Older *site.News
	Related      []*site.News
	// Image is the picture at its head, nil when it has none.
	Image *PhotoView
	// What it names, as far as it exists.
	Kecamatan, Programs, Visits []ground.Named
}

// ArticleView is an article.
type ArticleView struct {
	Title       string             // its title
	Summary     string             // what it says, in a sentence or two
	Date        string             // the day of what it tells, written out
	ISO         string             // the same for machines
	Written     string             // the day it was written here; empty when that is the same
	Updated     string             // when it was last changed; empty when it was not
	Author      string             // who wrote it
	Kind        string             // the word for its kind
	KindID      string             // its kind: news, release, advertorial, opinion, correction
	Label       string             // the word for its kind when it is no plain news
	State       string             // the word for what is not published yet; else empty
	Original    *OriginalView      // where it was published first; nothing when that is here
	Image       *PhotoView         // the picture at its head; nothing when it has none
	Body        Body               // its text, without the section that says how it was checked
	Checked     Body               // that section, heading and all; empty when it has none
	Claims      []figures.ClaimRow // what somebody claims in it, beside the figures on record
	Corrections []CorrectionRow    // what was put right in it
	Kecamatan   []ground.Link      // the kecamatan it is about
	Programs    []ground.Link      // the programs it is about
	Visits      []ground.Link      // the visits it is about
	Tags        []ground.Link      // its topics
	Newer       *Card              // the next article; nothing after the newest
	Older       *Card              // the article before; nothing before the oldest
	Share       []ground.Link      // links by which readers pass it on; empty for a draft
	Related     []Card             // articles like it
	Sources     *ground.SourceList // the sources that the page cites; nothing when it cites none
}

// PhotoView is a picture.
type PhotoView struct {
	URL    string // its address
	Alt    string // the text in place of it
	Credit string // who made it
	Width  int    // its width in pixels; 0 when not known
	Height int    // its height in pixels; 0 when not known
	WebP   string // copies of it as WebP, each with its width, as srcset wants them; empty for a drawing
	Set    string // the same in the form of old
	Sizes  string // how wide it is shown, as sizes wants it
	Lead   bool   // it is what readers see first
}

// OriginalView is where a text first appeared.
type OriginalView struct {
	Outlet string // who published it
	URL    string // its address there
	Date   string // when
	Note   string // what else there is to say
}

// CorrectionRow is what has been put right.
type CorrectionRow struct {
	Date string // the day
	ISO  string // the same for machines
	Text string // what was put right
}

// Article is an article's page.
func Article(in ArticleInputs, text Body) *Page {
	s, n := on(in.Ground), in.Article
	card, c := s.newsCard(n), s.Citer()
	told, checked := s.parted(text)
	v := &ArticleView{
		Title: n.Title, Summary: n.Summary, Date: card.Date, ISO: card.ISO, Author: n.Author, KindID: n.Kind,
		Label: card.Label, State: card.State, Body: told, Checked: checked, Claims: s.ClaimRows(n, c), Image: in.Image,
		Kecamatan: s.LinksTo(site.KindKecamatan, in.Kecamatan), Programs: s.LinksTo(site.KindProgram, in.Programs),
		Visits: s.LinksTo(site.KindVisit, in.Visits), Tags: s.topicLinks(n.Tags), Corrections: s.correctionRows(n),
		Newer: s.cardOf(in.Newer), Older: s.cardOf(in.Older), Related: cardsOf(in.Related, s.newsCard),
	}
	if n.Kind != "" {
		v.Kind = s.Word("kind-" + n.Kind)
	}
	if o := n.Original; o != nil {
		v.Original = &OriginalView{o.Outlet, string(o.URL), s.Day(o.Date), s.Say(o.Note)}
	}
	c.Cite(n.Sources)
	v.Sources = c.List()
	appeared := published(n)
	page := &Page{Title: n.Title, Description: n.Summary, Type: "article", Crumbs: s.crumbs(address.News), Content: v,
		Published: appeared, Modified: appeared, Hidden: n.Draft}
	if day := s.Lang().Date(lang.DateOf(n.Published)); day != v.Date {
		v.Written = day
	}
	if changed := n.Changed(n.Published.Location()); changed.After(n.Published) {
		v.Updated, page.Modified = s.Lang().Date(lang.DateOf(changed)), changed.Format(time.DateOnly)
	}
	if v.Image != nil {
		page.picture(s.Ground, *v.Image)
	}
	if !page.Hidden {
		v.Share = s.shareLinks(n.Title, s.Base.Root.Origin+card.URL)
	}
	page.Data = []any{s.articleData(n, page)}
	return page
}

// parted is a text without its last section, and that section, if its heading says that
// it tells how the text was checked: readers want the news and the claims first.
func (s scope) parted(text Body) (told, checked Body) {
	if text.Doc == nil || len(text.Doc.Sections) == 0 {
		return text, Body{}
	}
	last := text.Doc.Sections[len(text.Doc.Sections)-1]
	if last.At == 0 || !strings.EqualFold(last.Title, s.Word("how-checked")) {
		return text, Body{}
	}
	before, after := text.Doc.Cut(last.At)
	links := len(before.Links)
	return Body{before, text.Links[:links], text.Digest}, Body{after, text.Links[links:], text.Digest}
}

// cardOf is a neighbour's card.
func (s scope) cardOf(n *site.News) *Card {
	if n == nil {
		return nil
	}
	c := s.newsCard(n)
	return &c
}

func (s scope) topicLinks(tags []string) []ground.Link {
	var links []ground.Link
	for _, tag := range tags {
		links = append(links, ground.Link{Text: s.Tag(tag), URL: s.Link(address.OfTopic(value.Slugify(tag)))})
	}
	return links
}

func (s scope) correctionRows(n *site.News) []CorrectionRow {
	var rows []CorrectionRow
	for _, x := range n.Corrections {
		rows = append(rows, CorrectionRow{s.Lang().Date(lang.DateOf(x.Date.Time())), string(x.Date), s.Say(x.Text)})
	}
	return rows
}

// NewsListInputs are what one page of a list of articles shows.
type NewsListInputs struct {
	Ground ground.Ground
	// Topic is the one that all articles bear; empty for all news.
	Topic ground.Named
	// Number is the page's, from 1, Items how many articles all pages have.
	Number, Items int
	// News are the page's own.
	News []*site.News
}

// NewsList is one page of a list of articles.
type NewsList struct {
	Topics string // the address of the list of topics, on the list of all news; else empty
	Cards  []Card // the articles
	Pager  Pager  // the ways to the other pages of the list
}

// Pager leads from one page of a list to its neighbours.
type Pager struct {
	Number  int    // the number of this page, from 1
	Total   int    // how many pages there are
	Newer   string // the address of the page before; empty on the first
	Older   string // the address of the page after; empty on the last
	NumberS string // both numbers in words
	Count   string // how many articles the list has
}

// PerPage is how many articles a page of a list has.
const PerPage = 20

// PagesOf is over how many pages a list of so many articles goes; an empty one has one.
func PagesOf(items int) int { return max(1, (items+PerPage-1)/PerPage) }

// News is a page of a list of articles.
func News(in NewsListInputs, _ Body) *Page {
	s := on(in.Ground)
	list, crumbs := address.News+"/", s.crumbs(address.Home)
	page := &Page{Title: s.Word("section-berita"), Description: s.Word("news-intro", s.Base.City)}
	v := &NewsList{Topics: s.Link(address.Topic + "/")}
	if t := in.Topic; t.ID != "" {
		list, crumbs, v.Topics = address.OfTopic(t.ID), s.crumbs(address.Topic), ""
		page.Title, page.Description = s.Word("topic", s.Tag(t.Name)), s.Word("topic-intro", s.Tag(t.Name), s.Base.City)
	}
	if in.Items == 0 {
		v.Topics, page.Description = "", s.Word("news-none", s.Base.City)
	}
	v.Cards, v.Pager = cardsOf(in.News, s.newsCard), s.pager(list, in.Number, in.Items)
	if in.Number > 1 {
		crumbs = append(slices.Clip(crumbs), ground.Link{Text: page.Title, URL: s.Link(list)})
		page.Title = s.Word("page-of", page.Title, in.Number)
	}
	page.Crumbs, page.Content = crumbs, v
	return page
}

func (s scope) pager(list string, n, items int) Pager {
	total := PagesOf(items)
	g := Pager{Number: n, Total: total, NumberS: s.Word("pager", s.Count(n), s.Count(total)), Count: s.Count(items)}
	if n > 1 {
		g.Newer = s.Link(address.OfPage(list, n-1))
	}
	if n < total {
		g.Older = s.Link(address.OfPage(list, n+1))
	}
	return g
}

// TopicsInputs are what the list of topics shows.
type TopicsInputs struct {
	Ground ground.Ground
	Topics []TopicCount
}

// TopicCount is a topic, how many articles bear it, and the newest of them.
type TopicCount struct {
	ground.Named
	News   int
	Newest *site.News
}

// TopicIndex is all topics.
type TopicIndex struct {
	Groups []TopicGroup // the pillars of a smart city, then the others
}

// TopicGroup is topics of one kind, by name.
type TopicGroup struct {
	Name   string       // what they have in common
	Topics []TopicEntry // the topics
}

// TopicEntry is one topic and how many articles bear it.
type TopicEntry struct {
	Name   string // the topic
	URL    string // the address of its page
	Count  string // how many articles bear it
	Newest string // the day of what the newest of them tells
	Pillar string // the id of the pillar that it is; else empty
}

// Topics is the list of topics.
func Topics(in TopicsInputs, _ Body) *Page {
	s, v := on(in.Ground), &TopicIndex{}
	var own, others []TopicEntry
	for _, t := range in.Topics {
		entry := TopicEntry{s.Tag(t.Name), s.Link(address.OfTopic(t.ID)), s.Count(t.News),
			s.Lang().Date(lang.DateOf(t.Newest.Happened)), s.Base.Pillars[t.ID]}
		if entry.Pillar != "" {
			own = append(own, entry)
		} else {
			others = append(others, entry)
		}
	}
	for _, g := range []TopicGroup{{s.Word("topics-pillars"), own}, {s.Word("topics-others"), others}} {
		if len(g.Topics) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return &Page{Title: s.Word("section-topik"), Description: s.Word("topics-intro", s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}
