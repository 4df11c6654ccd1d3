package views

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// VisitList is the timeline of visits.
type VisitList struct {
	Drawing *VisitDrawing // the visits so far, drawn; nothing where there was none
	Network string        // the address of the page of adoptions
	Next    []VisitItem   // visits to come, the next one first
	Years   []YearGroup   // past visits by year, the latest first
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
	Saw      []ground.Link // the kecamatan that they saw
	Programs []ground.Link // what they came for
	Uptake   string        // what became of it; empty for a visit to come
}

// AllVisits is the timeline of visits.
func AllVisits(in ground.Ground, _ Body) *Page {
	s := on(in)
	next, past := s.splitVisits()
	v := &VisitList{
		Next: cardsOf(next, s.visitItem), Network: s.Link(address.Network + "/"), Drawing: s.visitDrawing(past),
	}
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
	} else if len(s.Facts.Visits) == 0 {
		intro = "visit-none"
	}
	return &Page{Title: s.Word("section-kunjungan"), Description: s.Word(intro, s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}

func (s scope) visitItem(x *site.Visit) VisitItem {
	v := VisitItem{
		Card: s.visitCard(x), Out: x.Direction == "out", Origin: s.originOf(x),
		Programs: s.LinksOf(site.KindProgram, x.Programs),
	}
	if !s.toCome(x) {
		v.Uptake = s.Word("uptake-" + s.uptake(x))
	}
	v.Label = "" // the direction stands beside the region
	v.Count = s.people(x.Delegation)
	var hosts []string
	for _, h := range x.Hosts {
		hosts = append(hosts, h.Name)
	}
	v.Hosts = s.Lang().List(hosts)
	v.Saw = s.seen(x)
	return v
}

// seen are the kecamatan that were seen on a visit, each once.
func (s scope) seen(x *site.Visit) []ground.Link {
	var places []ground.Link
	for _, l := range x.Loci {
		if k := s.Facts.FindKecamatan(l.Kecamatan); k != nil {
			if link := s.LinkTo(site.KindKecamatan, k.ID, k.Name); !slices.Contains(places, link) {
				places = append(places, link)
			}
		}
	}
	return places
}

// VisitDrawing is the visits so far as arcs: guests came in, our own people went out.
type VisitDrawing struct {
	chart.Arcs
	Title  string   // what is drawn
	Text   string   // the same in more words
	Legend []KeyRow // the kinds of lines that occur, and what they mean
}

// KeyRow is a kind of line.
type KeyRow struct {
	Kind string // told, agreed, used or ended
	Text string // what it means
}

// lines are the kinds of lines, by what became of a visit.
var lines = []struct {
	kind    string
	uptakes []string
}{
	{"told", []string{"unknown", "said"}}, {"agreed", []string{"agreed", "trial"}},
	{"used", []string{"used"}}, {"ended", []string{stopped}},
}

// visitDrawing draws past visits, the latest first; nil where there was none.
func (s scope) visitDrawing(past []*site.Visit) *VisitDrawing {
	if len(past) == 0 {
		return nil
	}
	var journeys []chart.Journey
	in, out := 0, 0
	for _, x := range past {
		j := chart.Journey{
			Name: s.Say(x.Origin.Name), Note: s.people(x.Delegation), Year: x.Day().Year(), Out: x.Direction == "out",
		}
		for _, l := range lines {
			if slices.Contains(l.uptakes, s.uptake(x)) {
				j.Kind = l.kind
			}
		}
		if j.Out {
			out++
		} else {
			in++
		}
		journeys = append(journeys, j)
	}
	v := &VisitDrawing{Arcs: chart.DrawArcs(journeys), Title: s.Word("arcs-title", s.Base.City),
		Text: s.Word("arcs-text", s.Count(in), s.Count(out))}
	for _, l := range lines {
		if slices.ContainsFunc(journeys, func(j chart.Journey) bool { return j.Kind == l.kind }) {
			v.Legend = append(v.Legend, KeyRow{l.kind, s.Word("line-" + l.kind)})
		}
	}
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
			Program: s.programOf(o.Program), Statement: s.Say(o.Statement), SaidBy: s.Say(o.SaidBy),
			Sources: c.Cite(o.Source),
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
