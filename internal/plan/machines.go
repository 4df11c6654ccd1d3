package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/files"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/host"
	"blandongan/internal/opendata"
	"blandongan/internal/site"
)

// machines plans what programs read in each language: feeds, calendar, open data.
func (p *edition) machines() {
	file(p, address.Atom, siteFile, p.feedInputs, formats.AtomFeed)
	file(p, address.JSONFeed, siteFile, p.feedInputs, formats.NewsFeed)
	file(p, address.Calendar, siteFile, p.doneTold, formats.Calendar)
	p.openData()
	p.add(Target{Path: p.base.Base.Edition.Of(address.SearchIndex), From: siteFile}) // made after all else
}

// shared plans what there is once for all languages: robots.txt, security.txt, the sitemap.
func (p *edition) shared() {
	file(p, address.Robots, siteFile, p.doneTold, formats.Robots)
	file(p, address.Security, siteFile, func() formats.SecurityInputs {
		return formats.SecurityInputs{Ground: p.doneTold(), Expires: formats.Expiry(p.in.Now)}
	}, formats.Security)
	p.sitemap()
}

// openData plans the tables of open data, the workbook, the map, the catalogues, and the data
// of each kecamatan by its code.
func (p *edition) openData() {
	articles := opendata.ArticlesOf(p.articles)
	for i := range opendata.Tables {
		t := &opendata.Tables[i]
		gather := func() opendata.TableInputs {
			l := &p.site.Config.Licence
			in := opendata.TableInputs{Ground: p.timeless(), Name: t.Name,
				Licence: ground.Link{Text: l.Name, URL: string(l.URL)}}
			switch {
			case t.News:
				in.Ground, in.News = p.plain, articles
			case !t.Figures:
				in.Ground.Facts = p.saidOf
			}
			return in
		}
		file(p, address.DataTable(t.Name, "csv"), siteFile, gather, opendata.CSVOf)
		file(p, address.DataTable(t.Name, "json"), siteFile, gather, opendata.JSONOf)
	}
	file(p, opendata.BookFile(p.site.Facts), siteFile, func() opendata.BookInputs {
		return opendata.BookInputs{Ground: p.timeless(), Bare: p.saidOf, News: articles, Shelf: p.in.Shelf.Books}
	}, opendata.BookOf)
	if p.areas != nil {
		file(p, address.DataMap, siteFile, func() opendata.MapInputs {
			return opendata.MapInputs{Ground: p.timeless(), Areas: p.areas}
		}, opendata.Map)
	}
	file(p, address.DataPackage, siteFile, p.catalogueInputs, opendata.Package)
	file(p, address.DataCatalogue, siteFile, p.catalogueInputs, opendata.Catalogue)
	for i := range p.site.Kecamatan {
		if k := &p.site.Kecamatan[i]; k.Code != "" { // else it has been reported
			file(p, address.DataOf(k.Code), k.At("code"), p.kecamatanData(i), formats.KecamatanData)
		}
	}
}

func (p *edition) catalogueInputs() opendata.PackageInputs {
	return opendata.PackageInputs{Ground: p.timeless(), News: p.extent(), Map: p.areas != nil}
}

func (p *edition) feedInputs() formats.FeedInputs {
	in := formats.FeedInputs{Ground: p.doneTold()}
	for _, n := range p.newest() {
		x := formats.FeedArticle{Article: n}
		if i, _ := p.site.PositionOf(n.ID); p.heads[i] != nil {
			x.Image = p.heads[i].URL
		}
		in.News = append(in.News, x)
	}
	return in
}

// newest returns the articles that appeared here last: what is written today of a day
// long ago is news to a subscriber.
func newest(own []site.News, most int) []*site.News {
	all := make([]*site.News, len(own))
	for i := range all {
		all[i] = &own[i]
	}
	slices.SortStableFunc(all, func(x, y *site.News) int { return y.Published.Compare(x.Published) })
	return all[:min(len(all), most)]
}

// kecamatanFiles plans a profile's table of figures and its data.
func (p *edition) kecamatanFiles(position int) {
	k := &p.site.Kecamatan[position]
	gather := p.kecamatanData(position)
	file(p, address.DataFile(k.ID, "csv"), k.Begin(), gather, formats.FigureTable)
	file(p, address.DataFile(k.ID, "json"), k.Begin(), gather, formats.KecamatanData)
}

func (p *edition) kecamatanData(position int) func() formats.KecamatanInputs {
	return func() formats.KecamatanInputs {
		return formats.KecamatanInputs{Ground: p.told(), Position: position}
	}
}

// sitemap plans the list of every page that may be found, in as many files as
// it needs.
func (p *edition) sitemap() {
	stops := p.stops()
	list := func(name string, part []formats.Stop) {
		file(p, name, siteFile, func() formats.SitemapInputs {
			return formats.SitemapInputs{Ground: p.plain, Stops: part}
		}, formats.Sitemap)
	}
	if len(stops) <= formats.SitemapMost {
		list(address.Sitemap, stops)
		return
	}
	var names []string
	for part := range slices.Chunk(stops, formats.SitemapMost) {
		name := "sitemap-" + strconv.Itoa(len(names)+1) + ".xml"
		names = append(names, name)
		list(name, part)
	}
	file(p, address.Sitemap, siteFile, func() formats.SitemapIndexInputs {
		return formats.SitemapIndexInputs{Ground: p.plain, Names: names}
	}, formats.SitemapOfSitemaps)
}

// stops lists the pages planned so far, and the files of open data: search engines for data look
// for these. Drafts shown on request are taken out by their own robots tag, not here.
func (p *edition) stops() []formats.Stop {
	changed := make([]int, len(p.site.News))
	for i := range changed {
		changed[i] = formats.DayOf(p.site.News[i].Changed(p.site.Zone))
	}
	days := p.lastDays(changed)
	translated := p.translated()
	stops := make([]formats.Stop, 0, len(p.targets))
	for i := range p.targets {
		t := &p.targets[i]
		at, isPage := strings.CutSuffix(t.Path, "index.html")
		switch {
		case strings.HasPrefix(t.Path, address.DataFolder) && !isPage:
			stops = append(stops, formats.Stop{Address: t.Path})
		case !isPage || t.Template == "" || t.Text >= 0 && p.site.IsUnlisted(p.texts[t.Text].Ref):
		case t.Text >= 0 && p.texts[t.Text].Ref.Kind == site.KindNews:
			day := changed[p.positions[t.Text]]
			stops = append(stops, formats.Stop{Address: at, Day: day, Versions: translated[at]})
		default:
			stops = append(stops, formats.Stop{Address: at, Day: days[p.canonical(at)], Versions: translated[at]})
		}
	}
	return stops
}

// lastDays tells for each page that shows a list of articles when the newest of
// them changed.
func (p *planner) lastDays(changed []int) map[string]int {
	s := p.site
	days := make(map[string]int, len(p.in.Related.Topics))
	newest := 0
	for _, day := range changed {
		newest = max(newest, day)
	}
	days[address.Home], days[address.News+"/"] = newest, newest
	last := func(at string, news []int) {
		day := 0
		for _, i := range news {
			day = max(day, changed[i])
		}
		days[at] = max(days[at], day)
	}
	for t := range s.Named() {
		at, _ := p.at(t.Ref)
		last(at, s.NewsOf(t.Kind, t.ID))
	}
	for _, t := range p.in.Related.Topics {
		last(address.OfTopic(t.Slug), t.News)
	}
	return days
}

// nextMonth is when security.txt changes.
func nextMonth(now time.Time) time.Time {
	now = now.UTC()
	return time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC)
}

// hosting plans what Netlify and Cloudflare read beside the pages, and others
// hand out to nobody. A site that has files of these names has its reasons: they
// are copied instead. It comes last, when all redirects are known.
func (p *edition) hosting() {
	p.host = host.Site{Prefix: p.base.Base.Root.Prefix, Secure: strings.HasPrefix(p.base.Base.Root.Origin, "https:"),
		Assets: AssetFolder, Open: address.DataFolder, Redirects: p.moves}
	gather := func() host.Site { return p.host }
	if !p.hasOwn(host.HeadersName) {
		file(p, host.HeadersName, siteFile, gather, formats.Headers)
	}
	if p.host.RedirectsFile() != nil && !p.hasOwn(host.RedirectsName) {
		file(p, host.RedirectsName, siteFile, gather, formats.Redirects)
	}
}

// AssetFolder is where the templates' own files lie, and posters, with its slash.
const AssetFolder = site.AssetFolder + "/"

// hasOwn says whether the site brings a file of its own to an address at its root.
func (p *planner) hasOwn(name string) bool {
	_, ok := p.files[files.VerbatimFolder+name]
	return ok
}
