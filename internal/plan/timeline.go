package plan

import (
	"slices"

	"blandongan/internal/site"
)

// VisitList is the timeline of visits.
type VisitList struct {
	Next  []VisitItem
	Years []YearGroup
}

// YearGroup is one year's visits, latest first.
type YearGroup struct {
	Year   string
	Visits []VisitItem
}

// VisitItem is a visit on the timeline.
type VisitItem struct {
	Card
	// Out says that our people went; Origin is then where to.
	Out           bool
	Origin, Count string
	Hosts         string
	Programs      []Link
	// Fate is what became of it, "" for a visit to come.
	Fate string
}

func (p *planner) visitList() *Page {
	next, past := p.splitVisits()
	v := &VisitList{Next: cardsOf(next, p.visitItem)}
	for _, x := range past {
		year := x.Day().Year()
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, YearGroup{Year: year})
		}
		g := &v.Years[len(v.Years)-1]
		g.Visits = append(g.Visits, p.visitItem(x))
	}
	intro := "visit-intro"
	if slices.ContainsFunc(p.site.Visits, func(x site.Visit) bool { return x.Direction == "out" }) {
		intro = "visit-intro-both"
	}
	return &Page{Title: p.lang.Word("section-kunjungan"), Description: p.lang.Word(intro, p.site.City.Name),
		Crumbs: p.crumbs(""), Content: v}
}

func (p *planner) visitItem(x *site.Visit) VisitItem {
	v := VisitItem{
		Card: p.visitCard(x), Out: x.Direction == "out", Origin: originOf(x), Programs: p.programLinks(x.Programs),
	}
	if !p.toCome(x) {
		v.Fate = p.lang.Word("fate-" + p.fate(x))
	}
	v.Label = "" // the direction stands beside the region
	if x.Delegation != nil && x.Delegation.Count > 0 {
		v.Count = p.lang.Word("people", p.lang.Count(x.Delegation.Count))
	}
	var hosts []string
	for _, h := range x.Hosts {
		hosts = append(hosts, h.Name)
	}
	v.Hosts = p.lang.List(hosts)
	return v
}

// fates are what can have become of a visit, by the stage of an adoption after
// it: the last in the list that holds is said. A stage that only says that they
// came tells nothing more than the visit does.
var fates = []struct {
	name   string
	stages []string
}{
	{"stopped", []string{stopped}},
	{"said", []string{"interest"}},
	{"agreed", []string{"MoU", "agreement"}},
	{"trial", []string{"trial"}},
	{"used", []string{"in use", "modified"}},
}

// fate says what became of a visit. A statement that something will be adopted is
// an intent, however it was reported.
func (p *planner) fate(x *site.Visit) string {
	fate := "unknown"
	if len(x.Outcomes) > 0 {
		fate = "said"
	}
	after := p.site.AdoptionsAfter(x.ID)
	for _, f := range fates {
		if slices.ContainsFunc(after, func(a *site.Adoption) bool { return slices.Contains(f.stages, a.Stage) }) {
			fate = f.name
		}
	}
	return fate
}

// ChainStep is one of the steps from a place over a program and a visit to who
// adopted it. Without links a step is not known.
type ChainStep struct {
	Name    string
	Links   []Link
	Current bool
}

// chain leads from what was seen to what became of it.
func (p *planner) chain(x *site.Visit) []ChainStep {
	var places []Link
	for _, l := range x.Loci {
		if k := p.site.FindKecamatan(l.Kecamatan); k != nil {
			if link := p.linkTo("kecamatan", k.ID, k.Name); !slices.Contains(places, link) {
				places = append(places, link)
			}
		}
	}
	if x.Direction == "out" {
		places = []Link{{Text: originOf(x)}}
	} else if len(places) == 0 {
		places = []Link{{Text: p.site.City.Name, URL: p.link("")}}
	}
	var takers []Link
	for _, a := range p.site.AdoptionsAfter(x.ID) {
		takers = append(takers, Link{Text: p.lang.Word("taker", a.To.Name, p.lang.Word("stage-"+a.Stage)), URL: p.adoptionAddress(a)})
	}
	return []ChainStep{
		{p.lang.Word("chain-place"), places, false},
		{p.lang.Word("program"), p.programLinks(x.Programs), false},
		{p.lang.Word("chain-visit"), []Link{{Text: p.days(x.Start, x.End)}}, true},
		{p.lang.Word("chain-taker"), takers, false},
	}
}

// PromiseRow sets what was said to follow a visit beside what became of it. Either
// may be missing: what nobody promised, and what nobody knows more of.
type PromiseRow struct {
	Program           Link
	Statement, SaidBy string
	Sources           []Citation
	Became            []AdoptionRow
}

// promiseRows are the statements in the editors' order, each with the adoptions
// after this visit of the program that it names; then those that no statement
// announced.
func (p *planner) promiseRows(x *site.Visit, c *citer) []PromiseRow {
	after := p.site.AdoptionsAfter(x.ID)
	told := map[string]bool{}
	var rows []PromiseRow
	for _, o := range x.Outcomes {
		row := PromiseRow{Program: p.programOf(o.Program), Statement: p.site.Say(o.Statement), SaidBy: o.SaidBy, Sources: c.cite(o.Source)}
		for _, a := range after {
			if a.Program == o.Program {
				row.Became = append(row.Became, p.adoptionRows([]*site.Adoption{a}, c)...)
				told[a.ID] = true
			}
		}
		rows = append(rows, row)
	}
	for _, a := range after {
		if !told[a.ID] {
			rows = append(rows, PromiseRow{Program: p.programOf(a.Program), Became: p.adoptionRows([]*site.Adoption{a}, c)})
		}
	}
	return rows
}

// programOf links to a program, without a text when there is none.
func (p *planner) programOf(id string) Link {
	if links := p.programLinks([]string{id}); len(links) > 0 {
		return links[0]
	}
	return Link{}
}
