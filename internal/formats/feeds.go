package plan

import (
	"encoding/xml"
	"strings"
	"time"

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

// newestFeed is how many articles a feed holds.
const newestFeed = 20

// machines plans what programs read: feeds, calendar, sitemap, robots.txt,
// security.txt.
func (p *planner) machines() {
	p.file("berita/atom.xml", nil, func() any { return XML{p.atom()} })
	p.file("berita/feed.json", nil, func() any { return JSON{p.jsonFeed()} })
	p.file("kunjungan/kalender.ics", p.worldPieces, func() any { return Plain(p.calendar()) })
	p.file("robots.txt", nil, func() any {
		return Plain("User-agent: *\nAllow: /\n\nSitemap: " + p.absolute("sitemap.xml") + "\n")
	})
	p.file(".well-known/security.txt", nil, func() any { return Plain(p.security()) })
	p.sitemap()
}

// changed is when the newest of some articles changed, the Unix epoch when
// there are none: a feed must say a time, and the time of the build would make
// two builds differ.
func (p *planner) changed(news []site.News) time.Time {
	last := time.Unix(0, 0).In(p.site.Zone)
	for i := range news {
		if t := news[i].Changed(p.site.Zone); t.After(last) {
			last = t
		}
	}
	return last
}

func (p *planner) newest() []site.News {
	return p.site.News[:min(len(p.site.News), newestFeed)]
}

func (p *planner) atom() Atom {
	c, news := p.site.Config, p.newest()
	self := p.absolute("berita/atom.xml")
	f := Atom{
		Lang: string(c.Language), Title: p.site.Say(c.Title), Subtitle: p.site.Say(c.Description), ID: p.tag("berita/"),
		Updated: p.changed(news).Format(time.RFC3339), Rights: c.Licence.Name, Author: AtomAuthor{p.site.Say(c.Publisher.Name)},
		Links: []AtomLink{{"self", "application/atom+xml", self}, {"alternate", "text/html", p.absolute("berita/")}},
	}
	for i := range news {
		n := &news[i]
		e := AtomEntry{
			Title: n.Title, ID: p.newsID(n), Link: AtomLink{"alternate", "text/html", p.newsURL(n)}, Summary: n.Summary,
			Published: n.Published.Format(time.RFC3339), Updated: n.Changed(p.site.Zone).Format(time.RFC3339),
		}
		if n.Author != "" {
			e.Author = &AtomAuthor{n.Author}
		}
		for _, t := range n.Tags {
			e.Categories = append(e.Categories, AtomCategory{t})
		}
		f.Entries = append(f.Entries, e)
	}
	return f
}

func (p *planner) newsURL(n *site.News) string { return p.origin + p.to("news", n.ID) }

func (p *planner) jsonFeed() JSONFeed {
	c, news := p.site.Config, p.newest()
	f := JSONFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: p.site.Say(c.Title), HomePageURL: p.absolute("berita/"),
		FeedURL: p.absolute("berita/feed.json"), Description: p.site.Say(c.Description), Language: string(c.Language),
		Authors: []FeedAuthor{{p.site.Say(c.Publisher.Name)}}, Items: []FeedItem{},
	}
	for i := range news {
		n := &news[i]
		item := FeedItem{
			ID: p.newsID(n), URL: p.newsURL(n), Title: n.Title, Summary: n.Summary, ContentText: n.Summary, Tags: n.Tags,
			DatePublished: n.Published.Format(time.RFC3339), DateModified: n.Changed(p.site.Zone).Format(time.RFC3339),
		}
		if n.Author != "" {
			item.Authors = []FeedAuthor{{n.Author}}
		}
		if image := p.heads[site.Ref{Kind: "news", ID: n.ID}]; image != nil {
			item.Image = p.origin + image.URL
		}
		f.Items = append(f.Items, item)
	}
	return f
}

// calendar writes visits known to the day as all-day events (RFC 5545). The
// stamp is the event's own day: the time of the build would make builds differ.
func (p *planner) calendar() string {
	var b strings.Builder
	line := func(name, value string) { b.WriteString(foldLine(name + ":" + value)) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Blandongan//"+icsText(p.site.Say(p.site.Config.Title))+"//"+strings.ToUpper(string(p.site.Config.Language)))
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		start, ok := v.Start.Date()
		if !ok {
			continue
		}
		end := start
		if e, exact := v.End.Date(); exact {
			end = e
		}
		line("BEGIN", "VEVENT")
		line("UID", p.visitID(v))
		line("DTSTAMP", start.Format("20060102")+"T000000Z")
		line("DTSTART;VALUE=DATE", start.Format("20060102"))
		line("DTEND;VALUE=DATE", end.AddDate(0, 0, 1).Format("20060102"))
		line("SUMMARY", icsText(p.site.Say(v.Title)))
		if v.Venue != nil {
			line("LOCATION", icsText(v.Venue.Name))
		}
		line("URL", p.origin+p.to("visit", v.ID))
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.String()
}

func icsText(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// foldLine breaks a line after at most 75 bytes, never inside a character.
func foldLine(s string) string {
	var b strings.Builder
	used := 0
	for _, r := range s {
		n := len(string(r))
		if used+n > 75 {
			b.WriteString("\r\n ")
			used = 1
		}
		b.WriteRune(r)
		used += n
	}
	b.WriteString("\r\n")
	return b.String()
}

// security writes security.txt (RFC 9116). It must name a day on which it
// expires, less than a year ahead; the first of a month eleven months on changes
// once a month and not with every build.
func (p *planner) security() string {
	now := p.in.Now.UTC()
	expires := time.Date(now.Year(), now.Month()+11, 1, 0, 0, 0, 0, time.UTC)
	return "Contact: mailto:" + string(p.site.Config.Contact.Email) + "\n" +
		"Expires: " + expires.Format(time.RFC3339) + "\n" +
		"Preferred-Languages: " + string(p.site.Config.Language) + ", en\n" +
		"Canonical: " + p.absolute(".well-known/security.txt") + "\n"
}

// nextMonth is when security changes.
func nextMonth(now time.Time) time.Time {
	now = now.UTC()
	return time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC)
}
