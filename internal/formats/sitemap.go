package formats

import (
	"blandongan/internal/ground"
	"encoding/xml"
	"time"
)

// SitemapURLs is a sitemap (sitemaps.org 0.9).
type SitemapURLs struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr,omitempty"`
	URLs    []SitemapURL `xml:"url"`
}

// SitemapURL is one page.
type SitemapURL struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Links   []SitemapLink `xml:"xhtml:link"`
}

// SitemapLink is the same page in one language, by the extension that search engines
// read (developers.google.com/search/docs/specialty/international/localized-versions).
type SitemapLink struct {
	Rel      string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// SitemapIndex names several sitemaps.
type SitemapIndex struct {
	XMLName  xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []SitemapURL `xml:"sitemap"`
}

// SitemapMost is how many addresses one sitemap may hold, by the protocol.
const SitemapMost = 50000

// Stop is a page in the sitemap: its address, and the day its content last
// changed, in days since 1970, where that is known: of an article, and of what
// lists articles. 0 where it is not.
type Stop struct {
	Address string
	Day     int
	// Versions are the page in each language, the site's own first; nil where it is in one only.
	Versions []Version
}

// Version is where a page lies in a language.
type Version struct{ Language, Address string }

// SitemapInputs are what a sitemap lists.
type SitemapInputs struct {
	Ground ground.Ground
	Stops  []Stop
}

// Sitemap lists pages that may be found.
func Sitemap(in SitemapInputs) any {
	xhtml, list := "", make([]SitemapURL, len(in.Stops))
	for i, s := range in.Stops {
		list[i].Loc = in.Ground.Base.Root.Absolute(s.Address)
		list[i].Links = in.links(s.Versions)
		if s.Versions != nil {
			xhtml = "http://www.w3.org/1999/xhtml"
		}
		if s.Day > 0 {
			list[i].LastMod = time.Unix(int64(s.Day)*secondsADay, 0).UTC().Format(time.DateOnly)
		}
	}
	return XML{SitemapURLs{XHTML: xhtml, URLs: list}}
}

// links are those to a page in each language, and in that for readers of whom nothing is known.
func (in SitemapInputs) links(versions []Version) []SitemapLink {
	var links []SitemapLink
	for _, v := range versions {
		links = append(links, SitemapLink{"alternate", v.Language, in.Ground.Base.Root.Absolute(v.Address)})
	}
	if links != nil {
		links = append(links, SitemapLink{"alternate", "x-default", links[0].Href})
	}
	return links
}

const secondsADay = 24 * 60 * 60

// DayOf is the calendar day of a moment, in its own zone, counted from 1970.
func DayOf(t time.Time) int {
	_, offset := t.Zone()
	return int((t.Unix() + int64(offset)) / secondsADay)
}

// SitemapIndexInputs are the addresses of several sitemaps.
type SitemapIndexInputs struct {
	Ground ground.Ground
	Names  []string
}

// SitemapOfSitemaps names the sitemaps of a site with too many pages for one.
func SitemapOfSitemaps(in SitemapIndexInputs) any {
	var index SitemapIndex
	for _, name := range in.Names {
		index.Sitemaps = append(index.Sitemaps, SitemapURL{Loc: in.Ground.Absolute(name)})
	}
	return XML{index}
}
