package plan

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/memo"
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

// sitemapMost is how many addresses one sitemap may hold, by the protocol.
const sitemapMost = 50000

// stop is a page in the sitemap: its address, and the day its content last
// changed, in days since 1970, where that is known: of an article, and of what
// lists articles. 0 where it is not.
type stop struct {
	address string
	day     int
}

// sitemap plans the list of every page that may be found, in as many files as
// it needs.
func (p *planner) sitemap() {
	stops := p.stops()
	if len(stops) <= sitemapMost {
		p.file("sitemap.xml", p.stopPieces(stops), func() any { return XML{p.urls(stops)} })
		return
	}
	var index SitemapIndex
	for n := 1; len(stops) > 0; n++ {
		part := stops[:min(len(stops), sitemapMost)]
		stops = stops[len(part):]
		name := "sitemap-" + strconv.Itoa(n) + ".xml"
		p.file(name, p.stopPieces(part), func() any { return XML{p.urls(part)} })
		index.Sitemaps = append(index.Sitemaps, SitemapURL{Loc: p.absolute(name)})
	}
	p.file("sitemap.xml", nil, func() any { return XML{index} })
}

func (p *planner) urls(stops []stop) SitemapURLs {
	list := make([]SitemapURL, len(stops))
	for i, s := range stops {
		list[i].Loc = p.absolute(s.address)
		if s.day > 0 {
			list[i].LastMod = time.Unix(int64(s.day)*secondsADay, 0).UTC().Format("2006-01-02")
		}
	}
	return SitemapURLs{URLs: list}
}

const secondsADay = 24 * 60 * 60

func (p *planner) stopPieces(stops []stop) func() memo.Digest {
	return func() memo.Digest {
		return p.digest(func(h *memo.Hash) {
			for _, s := range stops {
				h.Text(s.address)
				h.Int(s.day)
			}
		})
	}
}

// stops lists the pages planned so far. Drafts shown on request are hidden
// pages and taken out by their own robots tag, not here.
func (p *planner) stops() []stop {
	changed := make([]int, len(p.site.News))
	for i := range changed {
		changed[i] = dayOf(p.site.News[i].Changed(p.site.Zone))
	}
	days := p.lastDays(changed)
	stops := make([]stop, 0, len(p.targets))
	for i := range p.targets {
		t := &p.targets[i]
		address, isPage := strings.CutSuffix(t.Path, "index.html")
		switch {
		case !isPage || t.Template == "":
		case t.Text >= 0 && t.Text < len(changed): // the first texts are the news, in its order
			stops = append(stops, stop{address, changed[t.Text]})
		default:
			stops = append(stops, stop{address, days[address]})
		}
	}
	return stops
}

// lastDays tells for each page that shows a list of articles when the newest of
// them changed.
func (p *planner) lastDays(changed []int) map[string]int {
	s := p.site
	days := make(map[string]int, len(p.in.Kin.topics))
	newest := 0
	for _, day := range changed {
		newest = max(newest, day)
	}
	days[""], days[sectionNews+"/"] = newest, newest
	last := func(address string, news []int) {
		for _, i := range news {
			days[address] = max(days[address], changed[i])
		}
	}
	for i := range s.Kecamatan {
		last(sectionKecamatan+"/"+s.Kecamatan[i].ID+"/", s.NewsOf("kecamatan", s.Kecamatan[i].ID))
	}
	for i := range s.Programs {
		last(sectionProgram+"/"+s.Programs[i].ID+"/", s.NewsOf("program", s.Programs[i].ID))
	}
	for i := range s.Visits {
		last(sectionVisit+"/"+s.Visits[i].ID+"/", s.NewsOf("visit", s.Visits[i].ID))
	}
	for _, t := range p.in.Kin.topics {
		last(sectionTopic+"/"+t.slug+"/", t.news)
	}
	return days
}

// dayOf is the calendar day of a moment, in its own zone, counted from 1970.
func dayOf(t time.Time) int {
	_, offset := t.Zone()
	return int((t.Unix() + int64(offset)) / secondsADay)
}
