package views

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// VisitList is the timeline of visits.
type VisitList struct {
	Next  []VisitItem // visits to come, the next one first
	Years []YearGroup // past visits by year, the latest first
}

// YearGroup is one year's visits, latest first.
type YearGroup struct {
	Year   string      // the year
	Visits []VisitItem // its visits, the latest first
}

// VisitItem is a visit on the timeline.
type VisitItem struct {
	Card
	Out      bool          // our people went; else guests came
	Origin   string        // where the guests came from, or where ours went
	Count    string        // how many came, in words
	Hosts    string        // who received them
	Programs []ground.Link // what they came for
	Uptake   string        // what became of it; empty for a visit to come
}

// AllVisits is the timeline of visits.
func AllVisits(in ground.Ground, _ Body) *Page {
	s := on(in)
	next, past := s.splitVisits()
	v := &VisitList{Next: cardsOf(next, s.visitItem)}
	for _, x := range past {
		year := x.Day().Year()
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, YearGroup{Year: year})
		}
		g := &v.Years[len(v.Years)-1]
		g.Visits = append(g.Visits, s.visitItem(x))
	}
	intro := "visit-intro"
	if slices.ContainsFunc(s.Facts.Visits, func(x site.Visit) bool { return x.Direction == "out" }) {
		intro = "visit-intro-both"
	}
	return &Page{Title: s.Word("section-kunjungan"), Description: s.Word(intro, s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}

func (s scope) visitItem(x *site.Visit) VisitItem {
	v := VisitItem{
		Card: s.visitCard(x), Out: x.Direction == "out", Origin: originOf(x),
		Programs: s.LinksOf(site.KindProgram, x.Programs),
	}
	if !s.toCome(x) {
		v.Uptake = s.Word("uptake-" + s.uptake(x))
	}
	v.Label = "" // the direction stands beside the region
	if x.Delegation != nil && x.Delegation.Count > 0 {
		v.Count = s.Word("people", s.Count(x.Delegation.Count))
	}
	var hosts []string
	for _, h := range x.Hosts {
		hosts = append(hosts, h.Name)
	}
	v.Hosts = s.Lang().List(hosts)
	return v
}

// uptakes are what can have become of a visit, by the stage of an adoption after
// it: the last in the list that holds is said. A stage that only says that they
// came tells nothing more than the visit does.
var uptakes = []struct {
	name   string
	stages []string
}{
	{"stopped", []string{stopped}},
	{"said", []string{"interest"}},
	{"agreed", []string{"MoU", "agreement"}},
	{"trial", []string{"trial"}},
	{"used", []string{"in use", "modified"}},
}

// uptake says what became of a visit. A statement that something will be adopted is
// an intent, however it was reported.
func (s scope) uptake(x *site.Visit) string {
	uptake := "unknown"
	if len(x.Outcomes) > 0 {
		uptake = "said"
	}
	after := s.Facts.AdoptionsAfter(x.ID)
	for _, u := range uptakes {
		if slices.ContainsFunc(after, func(a *site.Adoption) bool { return slices.Contains(u.stages, a.Stage) }) {
			uptake = u.name
		}
	}
	return uptake
}

// ChainStep is one of the steps from a place over a program and a visit to who
// adopted it. Without links a step is not known.
type ChainStep struct {
	Name    string        // what the step is
	Links   []ground.Link // what stands there; empty when not known
	Current bool          // it is this page
}

// chain leads from what was seen to what became of it.
func (s scope) chain(x *site.Visit) []ChainStep {
	var places []ground.Link
	for _, l := range x.Loci {
		if k := s.Facts.FindKecamatan(l.Kecamatan); k != nil {
			if link := s.LinkTo(site.KindKecamatan, k.ID, k.Name); !slices.Contains(places, link) {
				places = append(places, link)
			}
		}
	}
	if x.Direction == "out" {
		places = []ground.Link{{Text: originOf(x)}}
	} else if len(places) == 0 {
		places = []ground.Link{{Text: s.Base.City, URL: s.Link(address.Home)}}
	}
	var takers []ground.Link
	for _, a := range s.Facts.AdoptionsAfter(x.ID) {
		taker := s.Word("taker", a.To.Name, s.Word("stage-"+a.Stage))
		takers = append(takers, ground.Link{Text: taker, URL: s.adoptionAddress(a)})
	}
	return []ChainStep{
		{s.Word("chain-place"), places, false},
		{s.Word("program"), s.LinksOf(site.KindProgram, x.Programs), false},
		{s.Word("chain-visit"), []ground.Link{{Text: s.Days(x.Start, x.End)}}, true},
		{s.Word("chain-taker"), takers, false},
	}
}

// PromiseRow sets what was said to follow a visit beside what became of it. Either
// may be missing: what nobody promised, and what nobody knows more of.
type PromiseRow struct {
	Program   ground.Link       // the program it is about
	Statement string            // what was said; empty for what nobody announced
	SaidBy    string            // by whom
	Sources   []ground.Citation // the sources of that
	Became    []AdoptionRow     // what became of it
}

// promiseRows are the statements in the editors' order, each with the adoptions
// after this visit of the program that it names; then those that no statement
// announced.
func (s scope) promiseRows(x *site.Visit, c *ground.Citer) []PromiseRow {
	after := s.Facts.AdoptionsAfter(x.ID)
	told := map[string]bool{}
	var rows []PromiseRow
	for _, o := range x.Outcomes {
		row := PromiseRow{
			Program: s.programOf(o.Program), Statement: s.Say(o.Statement), SaidBy: o.SaidBy, Sources: c.Cite(o.Source),
		}
		for _, a := range after {
			if a.Program == o.Program {
				row.Became = append(row.Became, s.adoptionRows([]*site.Adoption{a}, c)...)
				told[a.ID] = true
			}
		}
		rows = append(rows, row)
	}
	for _, a := range after {
		if !told[a.ID] {
			became := s.adoptionRows([]*site.Adoption{a}, c)
			rows = append(rows, PromiseRow{Program: s.programOf(a.Program), Became: became})
		}
	}
	return rows
}

// programOf links to a program, without a text when there is none.
func (s scope) programOf(id string) ground.Link {
	if links := s.LinksOf(site.KindProgram, []string{id}); len(links) > 0 {
		return links[0]
	}
	return ground.Link{}
}
