package views

import (
	"cmp"
	"slices"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// HomeView is the front page.
type HomeView struct {
	City      string               // the city's name
	Intro     string               // the site's description
	Doors     []ground.Link        // the parts of the site, each with how much is there
	Leading   []figures.FigureRow  // a few of the city's figures, to stand large
	Figures   []figures.FigureRow  // all of the city's figures
	Map       *figures.Maps        // the map, shaded by the first ratio, else plain; nothing when there is none
	Kecamatan []Card               // all kecamatan
	Programs  []ProgramCard        // programs worth learning from
	Adoptions []AdoptionRow        // the latest adoptions
	Next      []VisitItem          // visits to come, the next one first
	Visits    []VisitItem          // the latest visits
	News      []Card               // the latest articles
	About     CityView             // what the city is
	Sources   []ground.SourceEntry // the sources that the page cites
	All       AllPages             // the pages of all programs, adoptions, visits and articles
}

// AllPages are the addresses of the pages of which the front page shows the beginning.
type AllPages struct {
	Programs string // the address of the page of programs
	Network  string // the address of the page of adoptions
	Visits   string // the address of the page of visits
	News     string // the address of the list of articles
}

// How many of each the front page shows.
const (
	// HomeNews is how many articles it lists.
	HomeNews = 6

	homeFigures   = 6
	homePrograms  = 6
	homeAdoptions = 6
	homeVisits    = 3
)

// HomeInputs are what the front page shows.
type HomeInputs struct {
	Ground ground.Ground
	Areas  *figures.Areas
	News   Latest
}

// Latest are the newest of some articles, and how many these are in all.
type Latest struct {
	News  []*site.News
	Total int
}

// Home is the front page.
func Home(in HomeInputs, _ Body) *Page {
	s, f := on(in.Ground), in.Ground.Facts
	c := s.Citer()
	next, past := s.splitVisits()
	ready := s.readyPrograms()
	v := &HomeView{
		City: s.Base.City, Intro: s.Base.Description, Doors: s.doors(in.News.Total),
		Leading:   s.Rows(s.leading(compare.Latest(f.City.Figures)), c),
		Figures:   s.Rows(f.City.Figures, c),
		Map:       s.RatioMap(in.Areas, c),
		Kecamatan: cardsOf(refs(f.Kecamatan), s.kecamatanCard),
		Programs:  cardsOf(ready[:min(len(ready), homePrograms)], s.listedProgram),
		Adoptions: s.adoptionRows(s.latestAdoptions(homeAdoptions), c),
		Next:      cardsOf(next, s.visitItem),
		Visits:    cardsOf(past[:min(len(past), homeVisits)], s.visitItem),
		News:      cardsOf(in.News.News, s.newsCard),
	}
	v.All.Programs, v.All.Network = s.Link(address.Program+"/"), s.Link(address.Network+"/")
	v.All.Visits, v.All.News = s.Link(address.Visit+"/"), s.Link(address.News+"/")
	v.About = s.cityView(&f.City, c)
	v.Sources = c.Entries
	return &Page{Title: s.Say(f.Config.Title), Description: v.Intro, Content: v, Data: []any{s.siteData()}}
}

// doors lead to what there is something of.
func (s scope) doors(news int) []ground.Link {
	var links []ground.Link
	for _, d := range []struct {
		word, section string
		n             int
	}{
		{"door-kecamatan", address.Kecamatan, len(s.Facts.Kecamatan)},
		{"door-program", address.Program, len(s.Facts.Programs)},
		{"door-kunjungan", address.Visit, len(s.Facts.Visits)},
		{"door-jejaring", address.Network, len(s.Facts.Adoptions)},
		{"door-berita", address.News, news},
	} {
		if d.n > 0 {
			links = append(links, ground.Link{Text: s.Word(d.word, s.Count(d.n)), URL: s.Link(d.section + "/")})
		}
	}
	return links
}

// leading picks the few figures that stand large, at most one of a unit: two
// counts of people beside each other would only raise the question which is right.
// Of one unit the official figure is taken, then the newest. A year, a claim, what
// nobody verified and what tells of times to come do not stand for the city.
func (s scope) leading(figures []site.Figure) []site.Figure {
	var picked []site.Figure
	for _, f := range figures {
		i := s.Facts.Indicators[f.Indicator]
		if !f.Official() || i.Format == "year" || i.Ahead ||
			i.OutOfDate(f.Period, s.Today) {
			continue
		}
		unit := s.Say(i.Unit)
		at := slices.IndexFunc(picked, func(g site.Figure) bool {
			return s.Say(s.Facts.Indicators[g.Indicator].Unit) == unit
		})
		switch {
		case at < 0:
			picked = append(picked, f)
		case leads(&f, &picked[at]):
			picked[at] = f
		}
	}
	slices.SortStableFunc(picked, func(a, b site.Figure) int { return cmp.Compare(a.Weakness(), b.Weakness()) })
	return picked[:min(len(picked), homeFigures)]
}

func leads(f, other *site.Figure) bool {
	if f.Weakness() != other.Weakness() {
		return f.Weakness() < other.Weakness()
	}
	_, end := f.Period.Bounds()
	_, otherEnd := other.Period.Bounds()
	return end > otherEnd
}

// latestAdoptions are those whose last step is the newest.
func (s scope) latestAdoptions(most int) []*site.Adoption {
	last := func(a *site.Adoption) string {
		day := ""
		for _, h := range a.History {
			day = max(day, h.Date.Last())
		}
		return day
	}
	list := refs(s.Facts.Adoptions)
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
func (s scope) readyPrograms() []*site.Program {
	day, _ := time.Parse(time.DateOnly, s.Today)
	since := day.AddDate(-readyYears, 0, 0).Format(time.DateOnly)
	var ready []*site.Program
	for i := range s.Facts.Programs {
		x := &s.Facts.Programs[i]
		lately := x.Verified != nil && x.Verified.At.Last() >= since
		if x.Status == "running" && lately && s.knownParts(x)*readyPart >= len(sheetParts) {
			ready = append(ready, x)
		}
	}
	slices.SortStableFunc(ready, func(a, b *site.Program) int {
		return cmp.Or(cmp.Compare(len(s.Facts.AdoptionsOf(b.ID)), len(s.Facts.AdoptionsOf(a.ID))),
			cmp.Compare(s.knownParts(b), s.knownParts(a)))
	})
	return ready
}

// splitVisits separates visits to come, soonest first, from those that were,
// latest first. The day of the build in the site's zone is the border.
func (s scope) splitVisits() (next, past []*site.Visit) {
	for i := range s.Facts.Visits {
		v := &s.Facts.Visits[i]
		if s.toCome(v) {
			next = append(next, v)
		} else {
			past = append(past, v)
		}
	}
	slices.Reverse(next)
	return next, past
}

// toCome says whether a visit is not over.
func (s scope) toCome(v *site.Visit) bool { return v.Day().Last() >= s.Today }
