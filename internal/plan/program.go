package plan

import (
	"cmp"
	"slices"
	"strconv"

	"blandongan/internal/site"
)

// ProgramList is all programs by pillar, and how many there are of each status.
type ProgramList struct {
	Pillars  []PillarGroup
	Statuses []string
	Total    string
}

// PillarGroup is one pillar's programs by status.
type PillarGroup struct {
	ID, Name string
	Programs []ProgramCard
	// Counts are how many there are of each of ProgramList.Statuses, "" for none.
	Counts []string
	// Also are those that stand in full under another pillar, their first.
	Also []Link
}

// ProgramCard is a program in a list of programs.
type ProgramCard struct {
	Card
	// Known says how much of its sheet is known, Adopted who took it, if anybody.
	Known, Adopted string
}

// ProgramView is the replication sheet: what another region must know to copy a
// program. Empty parts are shown as not known.
type ProgramView struct {
	Name, Acronym, Expansion, Kind string
	Summary                        string
	Status                         string
	Verified                       *VerifiedView
	Pillars                        []string
	Owner                          string
	Kecamatan                      []Link
	Started                        string
	Problem                        string
	Steps                          []StepRow
	Core, Adaptable                []string
	Prerequisites, NotFor          []string
	Resources                      ResourcesView
	Results                        []ResultRow
	Evidence                       []Term
	Facts                          []FactRow
	Awards                         []AwardRow
	Lessons, Unknowns              []string
	Replication                    ReplicationView
	Contact                        *ProgramContact
	Adoptions                      []AdoptionRow
	Adopted                        string
	Complete                       Completeness
	Visits                         []Card
	News                           []Card
	NewsTotal                      string
	Note                           string
	Sources                        []SourceEntry
	// Office is the city's, for programs without a contact of their own.
	Office   *OfficeView
	Citation string
}

// VerifiedView says until when the status is known.
type VerifiedView struct {
	At, By  string
	Sources []Citation
}

// StepRow is one step of how it works.
type StepRow struct{ Step, Actor, Output string }

// ResourcesView is what a program takes.
type ResourcesView struct {
	Staff, SetupCost, AnnualCost, PriceYear, Funding string
	Sources                                          []Citation
}

// ResultRow is what changed.
type ResultRow struct {
	// Measured says that the evidence is of the strongest kind.
	Measured                                               bool
	Indicator, Unit, Before, After, Period, Evidence, Note string
	// Method says how it was measured.
	Method  string
	Sources []Citation
}

// AwardRow is a prize.
type AwardRow struct {
	Name, Year, Level, Recipient, Badge, Note string
	Sources                                   []Citation
}

// ReplicationView tells another region how to begin.
type ReplicationView struct{ HowToAsk, Offer, MinimumScale string }

// ProgramContact is whom to ask.
type ProgramContact struct{ Name, Email, Phone, Address, URL, Note string }

func (p *planner) programs() {
	p.page("program/", "program-list", sectionProgram, siteFile, p.worldPieces, p.programList)
	for i := range p.site.Programs {
		x := &p.site.Programs[i]
		p.page("program/"+x.ID+"/", "program", sectionProgram, x.Begin(),
			p.newsPieces(p.site.NewsOf("program", x.ID), newestNews), func() *Page { return p.programPage(x) })
	}
}

// statuses are in the order of use to somebody who looks for a program to copy.
var statuses = []string{"running", "trial", "paused", "idea", "stopped"}

func (p *planner) programList() *Page {
	byStatus := slices.SortedStableFunc(slices.Values(refs(p.site.Programs)), func(a, b *site.Program) int {
		return cmp.Compare(slices.Index(statuses, a.Status), slices.Index(statuses, b.Status))
	})
	v := &ProgramList{Total: p.lang.Count(len(byStatus))}
	var used []string
	for _, id := range statuses {
		if slices.ContainsFunc(byStatus, func(x *site.Program) bool { return x.Status == id }) {
			used = append(used, id)
			v.Statuses = append(v.Statuses, p.lang.Word("status-"+id))
		}
	}
	for _, id := range site.Pillars {
		if g := p.pillarGroup(id, byStatus, used); len(g.Programs)+len(g.Also) > 0 {
			v.Pillars = append(v.Pillars, g)
		}
	}
	return &Page{Title: p.lang.Word("section-program"), Description: p.lang.Word("program-intro", v.Total, p.site.City.Name),
		Crumbs: p.crumbs(""), Content: v}
}

func (p *planner) pillarGroup(pillar string, programs []*site.Program, used []string) PillarGroup {
	g := PillarGroup{ID: pillar, Name: p.lang.Word("pillar-" + pillar), Counts: make([]string, len(used))}
	of := map[string]int{}
	for _, x := range programs {
		at := slices.Index(x.Pillars, pillar)
		if at < 0 {
			continue
		}
		of[x.Status]++
		if at == 0 {
			g.Programs = append(g.Programs, p.listedProgram(x))
		} else {
			g.Also = append(g.Also, p.linkTo("program", x.ID, p.site.Say(x.Name)))
		}
	}
	for i, status := range used {
		if of[status] > 0 {
			g.Counts[i] = p.lang.Count(of[status])
		}
	}
	return g
}

func (p *planner) listedProgram(x *site.Program) ProgramCard {
	return ProgramCard{Card: p.programCard(x), Known: p.known(x), Adopted: p.adopted(p.site.AdoptionsOf(x.ID))}
}

func (p *planner) programPage(x *site.Program) *Page {
	s, c := p.site, p.citer()
	news := s.NewsOf("program", x.ID)
	v := &ProgramView{
		Name: s.Say(x.Name), Acronym: x.Acronym, Expansion: x.Expansion, Kind: s.Say(x.Kind), Summary: s.Say(x.Summary),
		Status: p.lang.Word("status-" + x.Status), Verified: p.verifiedView(x.Verified, c),
		Owner: s.Say(x.Owner), Kecamatan: p.kecamatanLinks(x.Kecamatan), Started: p.day(x.Started), Problem: s.Say(x.Problem),
		Core: p.says(x.Core), Adaptable: p.says(x.Adaptable), Prerequisites: p.says(x.Prerequisites), NotFor: p.says(x.NotFor),
		Resources: p.resourcesView(x.Resources, c), Results: p.resultRows(x.Results, c), Evidence: p.evidence(x.Results), Facts: p.factRows(x.Facts, c), Awards: p.awardRows(x.Awards, c),
		Lessons: p.says(x.Lessons), Unknowns: p.says(x.Unknowns),
		Adoptions: p.adoptionRows(s.AdoptionsOf(x.ID), c), Adopted: p.adopted(s.AdoptionsOf(x.ID)), Complete: p.completeness(x),
		Visits: cardsOf(s.VisitsFor(x.ID), p.visitCard),
		News:   p.cards(news, newestNews), NewsTotal: p.lang.Count(len(news)), Note: s.Say(x.Note),
	}
	for i := range v.Adoptions {
		v.Adoptions[i].Program = Link{} // this page
	}
	for _, id := range x.Pillars {
		v.Pillars = append(v.Pillars, p.lang.Word("pillar-"+id))
	}
	for _, t := range x.HowItWorks {
		v.Steps = append(v.Steps, StepRow{s.Say(t.Step), s.Say(t.Actor), s.Say(t.Output)})
	}
	if r := x.Replication; r != nil {
		v.Replication = ReplicationView{s.Say(r.HowToAsk), s.Say(r.Offer), s.Say(r.MinimumScale)}
	}
	if t := x.Contact; t != nil {
		v.Contact = &ProgramContact{t.Name, string(t.Email), t.Phone, t.Address, string(t.URL), s.Say(t.Note)}
	}
	if !x.Contact.Reachable() {
		v.Office = p.officeView(s.City.Office, c)
	}
	c.cite(x.Sources)
	v.Sources = c.entries
	v.Citation = p.citation(v.Name, "program/"+x.ID+"/")
	return &Page{Title: v.Name, Description: v.Summary, Crumbs: p.crumbs(sectionProgram), Content: v, Data: []any{p.programData(x)}}
}

func (p *planner) verifiedView(x *site.Verified, c *citer) *VerifiedView {
	if x == nil {
		return nil
	}
	return &VerifiedView{p.day(x.At), p.site.Say(x.By), c.cite(x.Source)}
}

func (p *planner) resourcesView(x *site.Resources, c *citer) ResourcesView {
	if x == nil {
		return ResourcesView{}
	}
	v := ResourcesView{Staff: p.site.Say(x.Staff), Funding: p.site.Say(x.Funding), Sources: c.cite(x.Source)}
	if x.SetupCost != nil {
		v.SetupCost = p.lang.Rupiah(*x.SetupCost)
	}
	if x.AnnualCost != nil {
		v.AnnualCost = p.lang.Rupiah(*x.AnnualCost)
	}
	if x.PriceYear != 0 {
		v.PriceYear = strconv.Itoa(x.PriceYear)
	}
	return v
}

func (p *planner) resultRows(list []site.Result, c *citer) []ResultRow {
	var rows []ResultRow
	for _, x := range list {
		i := p.site.Indicators[x.Indicator]
		row := ResultRow{Indicator: p.site.Say(i.Name), Unit: p.site.Say(i.Unit), Period: p.period(x.Period), Note: p.site.Say(x.Note), Method: p.site.Say(x.Method), Sources: c.cite(x.Source)}
		if x.Before != nil {
			row.Before = p.value(*x.Before, i)
		}
		if x.After != nil {
			row.After = p.value(*x.After, i)
		}
		if x.Evidence != "" {
			row.Evidence, row.Measured = p.lang.Word("evidence-"+x.Evidence), x.Evidence == "measured"
		}
		rows = append(rows, row)
	}
	return rows
}

func (p *planner) factRows(list []site.Fact, c *citer) []FactRow {
	var rows []FactRow
	for _, x := range list {
		rows = append(rows, FactRow{p.site.Say(x.Text), p.day(x.AsOf), p.badge(x.Status), x.SaidBy, p.site.Say(x.Note), c.cite(x.Source)})
	}
	return rows
}

func (p *planner) awardRows(list []site.Award, c *citer) []AwardRow {
	var rows []AwardRow
	for _, x := range list {
		rows = append(rows, AwardRow{p.site.Say(x.Name), strconv.Itoa(x.Year), p.site.Say(x.Level), p.site.Say(x.Recipient), p.badge(x.Status), p.site.Say(x.Note), c.cite(x.Source)})
	}
	return rows
}
