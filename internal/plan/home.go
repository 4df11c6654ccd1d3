package plan

import (
	"slices"
	"time"

	"blandongan/internal/site"
)

// HomeView is the front page.
type HomeView struct {
	City      string
	Intro     string
	Figures   []FigureRow
	Map       *MapView
	Kecamatan []Card
	Programs  []ProgramCard
	Adoptions []AdoptionRow
	Next      []Card
	Visits    []Card
	News      []Card
	Sources   []SourceEntry
}

const (
	homeVisits = 3
	homeNews   = 6
)

func (p *planner) home() {
	p.page("", "home", sectionHome, siteFile, p.homePieces, func() *Page {
		s := p.site
		c := p.citer()
		next, past := p.splitVisits()
		v := &HomeView{
			City: s.City.Name, Intro: s.Say(s.Config.Description),
			Figures:   p.figureRows(site.Latest(s.City.Figures), c),
			Map:       p.plainMap(),
			Kecamatan: cardsOf(s.Kecamatan, func(k site.Kecamatan) Card { return p.kecamatanCard(&k) }),
			Programs:  cardsOf(p.readyPrograms(), p.listedProgram),
			Adoptions: p.adoptionRows(refs(s.Adoptions), c),
			Next:      cardsOf(next, p.visitCard),
			Visits:    cardsOf(past[:min(len(past), homeVisits)], p.visitCard),
			News:      p.cards(firsts(len(s.News)), homeNews),
		}
		v.Sources = c.entries
		return &Page{Title: s.Say(s.Config.Title), Description: v.Intro, Content: v, Data: []any{p.siteData()}}
	})
}

// readyYears is for how long a program that was seen running passes for one that
// others can copy.
const readyYears = 5

// readyPrograms are those that are known to run: a status that nobody has checked
// for years says only how things were.
func (p *planner) readyPrograms() []*site.Program {
	since := p.in.Now.In(p.site.Zone).AddDate(-readyYears, 0, 0).Format(time.DateOnly)
	var ready []*site.Program
	for i := range p.site.Programs {
		if x := &p.site.Programs[i]; x.Status == "running" && x.Verified != nil && x.Verified.At.Last() >= since {
			ready = append(ready, x)
		}
	}
	return ready
}

// splitVisits separates visits to come, soonest first, from those that were,
// latest first. The day of the build in the site's zone is the border.
func (p *planner) splitVisits() (next, past []*site.Visit) {
	today := p.today()
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		if v.Day().Last() >= today {
			next = append(next, v)
		} else {
			past = append(past, v)
		}
	}
	slices.Reverse(next)
	return next, past
}

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
