package plan

import (
	"slices"
	"strings"

	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// VisitList is the timeline of visits.
type VisitList struct {
	Next  []Card
	Years []YearGroup
}

// YearGroup is one year's visits, latest first.
type YearGroup struct {
	Year   string
	Visits []Card
}

// VisitView is who came, what they saw, what became of it.
type VisitView struct {
	Title, Summary, Kind, Direction string
	Days                            Span
	Reception, ReceptionISO         string
	Weekday                         string
	Origin, Unit, RegionCode        string
	LedBy                           *PersonRow
	Count                           string
	Groups                          []GroupRow
	DelegationNote                  string
	Hosts                           []PersonRow
	Venue, VenueAddress             string
	VenueSources                    []Citation
	Loci                            []LocusRow
	Programs                        []Link
	Expectations                    []string
	Outcomes                        []OutcomeRow
	FollowUps                       []FollowUpRow
	Adoptions                       []AdoptionRow
	Articles                        []Card
	EditorNote                      string
	Sources                         []SourceEntry
}

// Span is from a day to a day, each also for machines: "6", "–", "9 November
// 2017". A single day has no To.
type Span struct{ From, FromISO, Joint, To, ToISO string }

// PersonRow is somebody with a part in the visit.
type PersonRow struct {
	Name, Role, Note string
	Sources          []Citation
}

// GroupRow is a part of the delegation.
type GroupRow struct{ Name, Count string }

// LocusRow is a kecamatan that was seen.
type LocusRow struct {
	Kecamatan        Link
	Place, Host, Saw string
	Sources          []Citation
}

// OutcomeRow is what somebody said would come of it.
type OutcomeRow struct {
	Program           Link
	Statement, SaidBy string
	Sources           []Citation
}

// FollowUpRow is what was to be done.
type FollowUpRow struct {
	Due, Done, Note string
	Sources         []Citation
}

// AdoptionRow is one region's way with one program.
type AdoptionRow struct {
	Program              Link
	To, Province         string
	Stage, StageID       string
	History              []StageRow
	Visit                Link
	Adapted              []string
	LastChecked, Checked string // written out, and ISO
	Note                 string
}

// StageRow is one step of an adoption.
type StageRow struct {
	Stage, Date, Note string
	Sources           []Citation
}

func (p *planner) visits() {
	p.page("kunjungan/", "visit-list", sectionVisit, siteFile, p.worldPieces, p.visitList)
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		p.page("kunjungan/"+v.ID+"/", "visit", sectionVisit, v.Begin(),
			func() memo.Digest { return p.newsPieces(p.visitArticles(v), newestNews)() }, func() *Page { return p.visitPage(v) })
	}
}

func (p *planner) visitList() *Page {
	next, past := p.splitVisits()
	v := &VisitList{Next: cardsOf(next, p.visitCard)}
	for _, x := range past {
		year := x.Day().Year()
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, YearGroup{Year: year})
		}
		g := &v.Years[len(v.Years)-1]
		g.Visits = append(g.Visits, p.visitCard(x))
	}
	intro := "visit-intro"
	if slices.ContainsFunc(p.site.Visits, func(x site.Visit) bool { return x.Direction == "out" }) {
		intro = "visit-intro-both"
	}
	return &Page{Title: p.voice.word("section-kunjungan"), Description: p.voice.word(intro, p.site.City.Name),
		Crumbs: p.crumbs(""), Content: v}
}

func (p *planner) visitPage(x *site.Visit) *Page {
	s, c := p.site, p.citer()
	v := &VisitView{
		Title: s.Say(x.Title), Summary: s.Say(x.Summary), Kind: s.Say(x.Kind), Direction: x.Direction, Days: p.span(x.Start, x.End),
		Reception: p.voice.day(site.Day(x.Reception)), ReceptionISO: string(x.Reception), Weekday: x.WeekdayAsReported.Name,
		Origin: x.Origin.Name, Unit: x.Origin.Unit, RegionCode: string(x.Origin.RegionCode),
		Programs: p.programLinks(x.Programs), Expectations: p.says(x.Expectations), Articles: p.cards(p.visitArticles(x), newestNews), EditorNote: s.Say(x.EditorNote),
	}
	if x.Origin.Province != "" && !strings.Contains(x.Origin.Name, x.Origin.Province) {
		v.Origin += ", " + x.Origin.Province
	}
	v.delegation(p, x.Delegation)
	v.cite(p, x, c)
	description := v.Summary
	if description == "" {
		description = p.voice.word("visit-description", v.Origin, p.voice.days(x.Start, x.End))
	}
	return &Page{Title: v.Title, Description: description, Crumbs: p.crumbs(sectionVisit), Content: v, Data: []any{p.visitData(x)}}
}

func (v *VisitView) delegation(p *planner, d *site.Delegation) {
	if d == nil {
		return
	}
	v.DelegationNote = p.site.Say(d.Note)
	if d.Count > 0 {
		v.Count = p.voice.count(d.Count)
	}
	for _, g := range d.Groups {
		v.Groups = append(v.Groups, GroupRow{p.site.Say(g.Name), p.voice.count(g.Count)})
	}
}

// cite fills in what names sources, in the order of the page: so their numbers
// rise from top to bottom.
func (v *VisitView) cite(p *planner, x *site.Visit, c *citer) {
	if x.LedBy != nil {
		v.LedBy = &p.personRows([]site.Person{*x.LedBy}, c)[0]
	}
	v.Hosts = p.personRows(x.Hosts, c)
	if x.Venue != nil {
		v.Venue, v.VenueAddress, v.VenueSources = x.Venue.Name, x.Venue.Address, c.cite(x.Venue.Source)
	}
	v.Loci, v.Outcomes = p.locusRows(x.Loci, c), p.outcomeRows(x.Outcomes, c)
	for _, f := range x.FollowUps {
		v.FollowUps = append(v.FollowUps, FollowUpRow{p.voice.day(f.Due), p.voice.day(f.Done), p.site.Say(f.Note), c.cite(f.Source)})
	}
	v.Adoptions = p.adoptionRows(p.site.AdoptionsAfter(x.ID), c)
	c.cite(x.Sources)
	v.Sources = c.entries
}

// span writes the days of a visit, which machines are told one by one.
func (p *planner) span(start, end site.Day) Span {
	from, joint, to := p.voice.span(start, end)
	v := Span{From: from, FromISO: string(start)}
	if to != "" {
		v.Joint, v.To, v.ToISO = joint, to, string(end)
	}
	return v
}

func (p *planner) personRows(list []site.Person, c *citer) []PersonRow {
	var rows []PersonRow
	for _, x := range list {
		rows = append(rows, PersonRow{x.Name, x.Role, p.site.Say(x.Note), c.cite(x.Source)})
	}
	return rows
}

func (p *planner) locusRows(list []site.Locus, c *citer) []LocusRow {
	var rows []LocusRow
	for _, x := range list {
		if k := p.site.FindKecamatan(x.Kecamatan); k != nil {
			rows = append(rows, LocusRow{p.linkTo("kecamatan", k.ID, k.Name), p.site.Say(x.Place), x.Host, p.site.Say(x.Saw), c.cite(x.Source)})
		}
	}
	return rows
}

func (p *planner) outcomeRows(list []site.Outcome, c *citer) []OutcomeRow {
	var rows []OutcomeRow
	for _, x := range list {
		row := OutcomeRow{Statement: p.site.Say(x.Statement), SaidBy: x.SaidBy, Sources: c.cite(x.Source)}
		if links := p.programLinks([]string{x.Program}); len(links) > 0 {
			row.Program = links[0]
		}
		rows = append(rows, row)
	}
	return rows
}

// visitArticles are those the visit names and those that name the visit, each
// once, by position in News.
func (p *planner) visitArticles(x *site.Visit) []int {
	var positions []int
	for _, id := range x.Articles {
		if i, ok := p.site.PositionOf(id); ok {
			positions = append(positions, i)
		}
	}
	for _, i := range p.site.NewsOf("visit", x.ID) {
		if !slices.Contains(positions, i) {
			positions = append(positions, i)
		}
	}
	return positions
}

// NetworkView is who adopted what.
type NetworkView struct {
	Adoptions []AdoptionRow
	Sources   []SourceEntry
}

func (p *planner) network() {
	p.page("jejaring/", "network", sectionNetwork, siteFile, p.worldPieces, func() *Page {
		c := p.citer()
		v := &NetworkView{Adoptions: p.adoptionRows(refs(p.site.Adoptions), c)}
		v.Sources = c.entries
		return &Page{Title: p.voice.word("section-jejaring"), Description: p.voice.word("network-intro", p.site.City.Name),
			Crumbs: p.crumbs(""), Content: v}
	})
}

func (p *planner) adoptionRows(list []*site.Adoption, c *citer) []AdoptionRow {
	var rows []AdoptionRow
	for _, x := range list {
		row := AdoptionRow{
			To: x.To.Name, Province: x.To.Province, Stage: p.voice.word("stage-" + x.Stage), StageID: x.Stage,
			Adapted: p.says(x.Adapted), LastChecked: p.voice.day(site.Day(x.LastChecked)), Checked: string(x.LastChecked), Note: p.site.Say(x.Note),
		}
		if links := p.programLinks([]string{x.Program}); len(links) > 0 {
			row.Program = links[0]
		}
		if links := p.visitLinks([]string{x.Visit}); len(links) > 0 {
			row.Visit = links[0]
		}
		for _, h := range x.History {
			row.History = append(row.History, StageRow{p.voice.word("stage-" + h.Stage), p.voice.day(h.Date), p.site.Say(h.Note), c.cite(h.Source)})
		}
		rows = append(rows, row)
	}
	return rows
}
