package views

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// HomeView is the front page.
type HomeView struct {
	Question string              // what the page asks its readers; empty where the title stands alone
	Intro    string              // the site's description
	Notice   string              // a line about whose site this is; empty where nothing is said
	Ways     []ground.Link       // the two ways in that stand first: the programs, the kecamatan
	Map      *figures.Maps       // the map with names; nothing when there is none
	Listed   *figures.Listed     // the kecamatan, where no map leads to them; else nothing
	Leading  []figures.FigureRow // a few of the city's figures, to stand large
	Doors    []Door              // for each kind of reader, where to begin
	Trail    *Trail              // how the program that most came for went out; nothing where none did
	Next     []VisitItem         // visits to come, the next one first
	News     []Card              // the latest articles
	Sources  *ground.SourceList  // the sources that the page cites; nothing when it cites none
	All      AllPages            // the pages of all articles and visits
}

// Door leads one kind of reader to where they begin.
type Door struct {
	ground.Link
	Promise string // what is behind it
}

// AllPages are the addresses of the pages of which the front page shows the beginning.
type AllPages struct {
	Visits string // the address of the page of visits
	News   string // the address of the list of articles
}

// HomeNews is how many articles the front page lists.
const HomeNews = 3

// HomeInputs are what the front page shows.
type HomeInputs struct {
	Ground ground.Ground
	Areas  *figures.Areas
	News   Latest
	// Claims says that numbers stand on the page of the city that somebody said of it.
	Claims bool
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
	next, _ := s.splitVisits()
	v := &HomeView{
		Question: s.Say(f.Config.Question), Intro: s.Base.Description, Notice: s.Say(f.Config.Notice),
		Ways: s.ways(), Map: s.RatioMap(in.Areas, c),
		Leading: s.Rows(s.Leading(), c),
		Doors:   s.doors(in),
		Next:    cardsOf(next, s.visitItem), News: cardsOf(in.News.News, s.newsCard),
	}
	if v.Map == nil {
		v.Listed = s.Listed(c)
	}
	if x := s.soughtProgram(); x != nil {
		v.Trail = s.trail(x, site.Ref{}, c)
	}
	v.All = AllPages{Visits: s.Link(address.Visit + "/"), News: s.Link(address.News + "/")}
	v.Sources = c.List()
	return &Page{Title: s.Say(f.Config.Title), Description: v.Intro, Content: v, Data: []any{s.siteData()}}
}

// ways lead to what there is something of.
func (s scope) ways() []ground.Link {
	var links []ground.Link
	if len(s.Facts.Programs) > 0 {
		links = append(links, ground.Link{Text: s.Word("way-program"), URL: s.Link(address.Program + "/")})
	}
	if len(s.Facts.Kecamatan) > 0 {
		links = append(links, ground.Link{Text: s.Word("way-kecamatan"), URL: s.Link(address.Kecamatan + "/")})
	}
	return links
}

// doors are for those who come with a question of their own, to where there is an answer. What
// they promise in full is all there, else they promise less.
func (s scope) doors(in HomeInputs) []Door {
	f := s.Facts
	known := slices.ContainsFunc(f.City.Figures, func(x site.Figure) bool { return x.Value != nil })
	offices := slices.ContainsFunc(f.Kecamatan, func(k site.Kecamatan) bool { return k.Office != nil })
	var doors []Door
	for _, d := range []struct {
		word, section string
		there, full   bool
	}{
		{"official", address.Program, len(f.Programs) > 0, true},
		{"resident", address.Kecamatan, len(f.Kecamatan) > 0, offices},
		{"journalist", address.City, known, in.Claims}, {"data", address.Data, true, in.Areas != nil},
	} {
		if !d.there {
			continue
		}
		promise := "door-" + d.word + "-promise"
		if !d.full {
			promise += "-less"
		}
		link := ground.Link{Text: s.Word("door-" + d.word), URL: s.Link(d.section + "/")}
		doors = append(doors, Door{link, s.Word(promise)})
	}
	return doors
}

// soughtProgram is the program that most regions looked at or came for, nil when none did.
func (s scope) soughtProgram() *site.Program {
	var sought *site.Program
	most := 0
	for i := range s.Facts.Programs {
		x := &s.Facts.Programs[i]
		came := slices.DeleteFunc(s.Facts.VisitsFor(x.ID), s.toCome)
		if n := len(s.Facts.AdoptionsOf(x.ID)) + len(came); n > most {
			sought, most = x, n
		}
	}
	return sought
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
func (s scope) toCome(v *site.Visit) bool { return max(v.Day().Last(), v.End.Last()) >= s.Today }
