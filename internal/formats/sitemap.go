package formats

import (
	"blandongan/internal/ground"
	"encoding/xml"
	"time"
)

// SitemapURLs is a sitemap (sitemaps.org 0.9).
type SitemapURLs struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []SitemapURL `xml:"url"`
}

// SitemapURL is one page.
type SitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
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
}

// SitemapInputs are what a sitemap lists.
type SitemapInputs struct {
	Ground ground.Ground
	Stops  []Stop
}

// Sitemap lists pages that may be found.
func Sitemap(in SitemapInputs) any {
	list := make([]SitemapURL, len(in.Stops))
	for i, s := range in.Stops {
		list[i].Loc = in.Ground.Absolute(s.Address)
		if s.Day > 0 {
			list[i].LastMod = time.Unix(int64(s.Day)*secondsADay, 0).UTC().Format(time.DateOnly)
		}
	}
	return XML{SitemapURLs{URLs: list}}
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
