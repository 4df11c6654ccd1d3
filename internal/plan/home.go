package plan

import (
	"cmp"
	"slices"
	"time"

	"blandongan/internal/site"
)

// HomeView is the front page.
type HomeView struct {
	City  string
	Intro string
	// Doors lead to the parts of the site, each with how much is there.
	Doors []Link
	// Leading are a few of the city's figures; Figures are all of them.
	Leading   []FigureRow
	Figures   []FigureRow
	Map       *Maps
	Kecamatan []Card
	Programs  []ProgramCard
	Adoptions []AdoptionRow
	Next      []VisitItem
	Visits    []VisitItem
	News      []Card
	Sources   []SourceEntry
	// All are the addresses of the sections' own pages.
	All struct{ Programs, Network, Visits, News string }
}

// How many of each the front page shows.
const (
	homeFigures   = 6
	fewFigures    = 3
	homePrograms  = 6
	homeAdoptions = 6
	homeVisits    = 3
	homeNews      = 6
)

func (p *planner) home() {
	p.page("", "home", sectionHome, siteFile, p.homePieces, func() *Page {
		s := p.site
		c := p.citer()
		next, past := p.splitVisits()
		ready := p.readyPrograms()
		v := &HomeView{
			City: s.City.Name, Intro: s.Say(s.Config.Description), Doors: p.doors(),
			Leading:   p.figureRows(p.leading(site.Latest(s.City.Figures)), c),
			Figures:   p.figureRows(s.City.Figures, c),
			Map:       p.plainMaps(),
			Kecamatan: cardsOf(refs(s.Kecamatan), p.kecamatanCard),
			Programs:  cardsOf(ready[:min(len(ready), homePrograms)], p.listedProgram),
			Adoptions: p.adoptionRows(p.latestAdoptions(homeAdoptions), c),
			Next:      cardsOf(next, p.visitItem),
			Visits:    cardsOf(past[:min(len(past), homeVisits)], p.visitItem),
			News:      p.cards(firsts(len(s.News)), homeNews),
		}
		v.All.Programs, v.All.Network, v.All.Visits, v.All.News = p.link("program/"), p.link("jejaring/"), p.link("kunjungan/"), p.link("berita/")
		v.Sources = c.entries
		return &Page{Title: s.Say(s.Config.Title), Description: v.Intro, Content: v, Data: []any{p.siteData()}}
	})
}

// doors lead to what there is something of.
func (p *planner) doors() []Link {
	var links []Link
	for _, d := range []struct {
		word, address string
		n             int
	}{
		{"door-kecamatan", "kecamatan/", len(p.site.Kecamatan)},
		{"door-program", "program/", len(p.site.Programs)},
		{"door-kunjungan", "kunjungan/", len(p.site.Visits)},
		{"door-jejaring", "jejaring/", len(p.site.Adoptions)},
		{"door-berita", "berita/", len(p.site.News)},
	} {
		if d.n > 0 {
			links = append(links, Link{Text: p.lang.Word(d.word, p.lang.Count(d.n)), URL: p.link(d.address)})
		}
	}
	return links
}

// leading picks the few figures that stand large, at most one of a unit: two
// counts of people beside each other would only raise the question which is right.
// Of one unit the official figure is taken, then the newest. A year, a claim and
// what tells of times to come do not stand for the city, nor does what is unverified
// where enough else is known.
func (p *planner) leading(figures []site.Figure) []site.Figure {
	var picked []site.Figure
	for _, f := range figures {
		i := p.site.Indicators[f.Indicator]
		if f.Value == nil || f.Standing() == "claim" || i.Format == "year" || i.Ahead || i.OutOfDate(f.Period, p.today()) {
			continue
		}
		unit := p.site.Say(i.Unit)
		at := slices.IndexFunc(picked, func(g site.Figure) bool { return p.site.Say(p.site.Indicators[g.Indicator].Unit) == unit })
		switch {
		case at < 0:
			picked = append(picked, f)
		case leads(&f, &picked[at]):
			picked[at] = f
		}
	}
	slices.SortStableFunc(picked, func(a, b site.Figure) int { return cmp.Compare(weakness(&a), weakness(&b)) })
	official := slices.IndexFunc(picked, func(f site.Figure) bool { return !f.Official() })
	if official >= fewFigures {
		picked = picked[:official]
	}
	return picked[:min(len(picked), homeFigures)]
}

func leads(f, other *site.Figure) bool {
	if weakness(f) != weakness(other) {
		return weakness(f) < weakness(other)
	}
	_, end := f.Period.Bounds()
	_, otherEnd := other.Period.Bounds()
	return end > otherEnd
}

// weakness orders what is official before what is not.
func weakness(f *site.Figure) int {
	return slices.Index([]string{"official", "provisional", "estimate", "unverified"}, f.Standing())
}

// latestAdoptions are those whose last step is the newest.
func (p *planner) latestAdoptions(most int) []*site.Adoption {
	last := func(a *site.Adoption) string {
		day := ""
		for _, h := range a.History {
			day = max(day, h.Date.Last())
		}
		return day
	}
	list := refs(p.site.Adoptions)
	slices.SortStableFunc(list, func(a, b *site.Adoption) int { return cmp.Compare(last(b), last(a)) })
	return list[:min(len(list), most)]
}

// readyYears is for how long a program that was seen running passes for one that
// others can copy.
const readyYears = 5

// readyPart is the part of a sheet, one in so many, that must be known before a
// program is offered: less is no help to who wants to learn from it.
const readyPart = 4

// readyPrograms are those that are known to run, and told enough of: a status that
// nobody has checked for years says only how things were. Those that others took
// or came for stand first, then those whose sheets tell the most.
func (p *planner) readyPrograms() []*site.Program {
	since := p.in.Now.In(p.site.Zone).AddDate(-readyYears, 0, 0).Format(time.DateOnly)
	var ready []*site.Program
	for i := range p.site.Programs {
		if x := &p.site.Programs[i]; x.Status == "running" && x.Verified != nil && x.Verified.At.Last() >= since && p.knownParts(x)*readyPart >= len(sheetParts) {
			ready = append(ready, x)
		}
	}
	slices.SortStableFunc(ready, func(a, b *site.Program) int {
		return cmp.Or(cmp.Compare(len(p.site.AdoptionsOf(b.ID)), len(p.site.AdoptionsOf(a.ID))), cmp.Compare(p.knownParts(b), p.knownParts(a)))
	})
	return ready
}

// splitVisits separates visits to come, soonest first, from those that were,
// latest first. The day of the build in the site's zone is the border.
func (p *planner) splitVisits() (next, past []*site.Visit) {
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		if p.toCome(v) {
			next = append(next, v)
		} else {
			past = append(past, v)
		}
	}
	slices.Reverse(next)
	return next, past
}

// toCome says whether a visit is not over.
func (p *planner) toCome(v *site.Visit) bool { return v.Day().Last() >= p.today() }

// today is the day of the build in the site's zone.
func (p *planner) today() string { return p.in.Now.In(p.site.Zone).Format("2006-01-02") }

func refs[T any](list []T) []*T {
	pointers := make([]*T, len(list))
	for i := range list {
		pointers[i] = &list[i]
	}
	return pointers
}

// firsts returns 0, 1, … n-1.
func firsts(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
