// Package formats makes the files of a site that programs read: feeds, the calendar, the
// sitemap, tables and data of a kecamatan, security.txt.
//
// Like a page, each file is a function of declared inputs, which package plan gathers and
// whose digest tells whether the file would come out the same. What comes out is a value
// that says in which form it is to be written; bytes are made by package render. It reads
// nothing and makes no HTML.
package formats

import (
	"encoding/xml"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// Plain is a file of plain text.
type Plain string

// JSON is a file whose content is a value written as JSON.
type JSON struct{ Value any }

// XML is a file whose content is a value written as XML.
type XML struct{ Value any }

// CSV is a table of comma-separated values (RFC 4180), in UTF-8 with its mark.
type CSV struct{ Rows [][]string }

// Atom is a feed of RFC 4287.
type Atom struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Rights   string      `xml:"rights,omitempty"`
	Author   AtomAuthor  `xml:"author"`
	Links    []AtomLink  `xml:"link"`
	Entries  []AtomEntry `xml:"entry"`
}

// AtomAuthor is who is responsible.
type AtomAuthor struct {
	Name string `xml:"name"`
}

// AtomLink is a link of the feed or an entry.
type AtomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

// AtomEntry is one article.
type AtomEntry struct {
	Title      string         `xml:"title"`
	ID         string         `xml:"id"`
	Link       AtomLink       `xml:"link"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Author     *AtomAuthor    `xml:"author,omitempty"`
	Summary    string         `xml:"summary"`
	Categories []AtomCategory `xml:"category"`
}

// AtomCategory is a topic.
type AtomCategory struct {
	Term string `xml:"term,attr"`
}

// JSONFeed is a feed of jsonfeed.org, version 1.1.
type JSONFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePageURL string       `json:"home_page_url"`
	FeedURL     string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []FeedAuthor `json:"authors"`
	Items       []FeedItem   `json:"items"`
}

// FeedAuthor is who is responsible.
type FeedAuthor struct {
	Name string `json:"name"`
}

// FeedItem is one article.
type FeedItem struct {
	ID            string       `json:"id"`
	URL           string       `json:"url"`
	Title         string       `json:"title"`
	Summary       string       `json:"summary"`
	ContentText   string       `json:"content_text"`
	Image         string       `json:"image,omitempty"`
	DatePublished string       `json:"date_published"`
	DateModified  string       `json:"date_modified"`
	Authors       []FeedAuthor `json:"authors,omitempty"`
	Tags          []string     `json:"tags,omitempty"`
}

// NewestFeed is how many articles a feed holds.
const NewestFeed = 20

// FeedInputs are what a feed shows.
type FeedInputs struct {
	Ground ground.Ground
	News   []FeedArticle
}

// FeedArticle is an article with the href of the picture at its head, "" for none.
type FeedArticle struct {
	Article *site.News
	Image   string
}

// writer writes on the ground of a file.
type writer struct{ ground.Ground }

// changed is when the newest of some articles changed, the Unix epoch when
// there are none: a feed must say a time, and the time of the build would make
// two builds differ.
func (w writer) changed(news []FeedArticle) time.Time {
	last := time.Unix(0, 0).In(w.Facts.Zone)
	for _, x := range news {
		if t := x.Article.Changed(w.Facts.Zone); t.After(last) {
			last = t
		}
	}
	return last
}

func (w writer) newsURL(n *site.News) string { return w.Base.Root.Absolute(w.AddressOf(n)) }

// AtomFeed is the feed of the news as Atom.
func AtomFeed(in FeedInputs) any {
	w, c := writer{in.Ground}, &in.Ground.Facts.Config
	self := w.Absolute(address.Atom)
	f := Atom{
		Lang: string(c.Language), Title: w.Say(c.Title), Subtitle: w.Say(c.Description), ID: w.tag(address.News + "/"),
		Updated: w.changed(in.News).Format(time.RFC3339), Rights: c.Licence.Name,
		Author: AtomAuthor{w.Say(c.Publisher.Name)},
		Links: []AtomLink{{"self", "application/atom+xml", self},
			{"alternate", "text/html", w.Absolute(address.News + "/")}},
	}
	for _, x := range in.News {
		n := x.Article
		e := AtomEntry{
			Title: n.Title, ID: w.newsID(n), Link: AtomLink{"alternate", "text/html", w.newsURL(n)}, Summary: n.Summary,
			Published: n.Published.Format(time.RFC3339), Updated: n.Changed(w.Facts.Zone).Format(time.RFC3339),
		}
		if n.Author != "" {
			e.Author = &AtomAuthor{n.Author}
		}
		for _, t := range n.Tags {
			e.Categories = append(e.Categories, AtomCategory{t})
		}
		f.Entries = append(f.Entries, e)
	}
	return XML{f}
}

// NewsFeed is the feed of the news as JSON.
func NewsFeed(in FeedInputs) any {
	w, c := writer{in.Ground}, &in.Ground.Facts.Config
	f := JSONFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: w.Say(c.Title), HomePageURL: w.Absolute(address.News + "/"),
		FeedURL: w.Absolute(address.JSONFeed), Description: w.Say(c.Description), Language: string(c.Language),
		Authors: []FeedAuthor{{w.Say(c.Publisher.Name)}}, Items: []FeedItem{},
	}
	for _, x := range in.News {
		n := x.Article
		item := FeedItem{
			ID: w.newsID(n), URL: w.newsURL(n), Title: n.Title, Summary: n.Summary, ContentText: n.Summary,
			Tags: n.Tags, DatePublished: n.Published.Format(time.RFC3339),
			DateModified: n.Changed(w.Facts.Zone).Format(time.RFC3339),
		}
		if n.Author != "" {
			item.Authors = []FeedAuthor{{n.Author}}
		}
		if x.Image != "" {
			item.Image = w.Base.Root.Origin + x.Image
		}
		f.Items = append(f.Items, item)
	}
	return JSON{f}
}
