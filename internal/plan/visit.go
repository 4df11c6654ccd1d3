package plan

import (
	"slices"
	"strings"

	"blandongan/internal/memo"
	"blandongan/internal/site"
)

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
	Chain                           []ChainStep
	Programs                        []Link
	Expectations                    []string
	Promises                        []PromiseRow
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

// FollowUpRow is what was to be done.
type FollowUpRow struct {
	Due, Done, Note string
	Sources         []Citation
}

func (p *planner) visits() {
	p.page("kunjungan/", "visit-list", sectionVisit, siteFile, p.worldPieces, p.visitList)
	for i := range p.site.Visits {
		v := &p.site.Visits[i]
		p.page("kunjungan/"+v.ID+"/", "visit", sectionVisit, v.Begin(),
			func() memo.Digest { return p.newsPieces(p.visitArticles(v), newestNews)() }, func() *Page { return p.visitPage(v) })
	}
}

func (p *planner) visitPage(x *site.Visit) *Page {
	s, c := p.site, p.citer()
	v := &VisitView{
		Title: s.Say(x.Title), Summary: s.Say(x.Summary), Kind: s.Say(x.Kind), Direction: x.Direction, Days: p.span(x.Start, x.End),
		Reception: p.day(site.Day(x.Reception)), ReceptionISO: string(x.Reception), Weekday: x.WeekdayAsReported.Name,
		Origin: originOf(x), Unit: x.Origin.Unit, RegionCode: string(x.Origin.RegionCode),
		Chain: p.chain(x), Programs: p.programLinks(x.Programs), Expectations: p.says(x.Expectations), Articles: p.cards(p.visitArticles(x), newestNews), EditorNote: s.Say(x.EditorNote),
	}
	v.delegation(p, x.Delegation)
	v.cite(p, x, c)
	description := v.Summary
	if description == "" {
		description = p.lang.Word("visit-description", v.Origin, p.days(x.Start, x.End))
	}
	return &Page{Title: v.Title, Description: description, Crumbs: p.crumbs(sectionVisit), Content: v, Data: []any{p.visitData(x)}}
}

// originOf is where the guests came from, or where we went, with the province
// where the name does not say it.
func originOf(x *site.Visit) string {
	if x.Origin.Province != "" && !strings.Contains(x.Origin.Name, x.Origin.Province) {
		return x.Origin.Name + ", " + x.Origin.Province
	}
	return x.Origin.Name
}

func (v *VisitView) delegation(p *planner, d *site.Delegation) {
	if d == nil {
		return
	}
	v.DelegationNote = p.site.Say(d.Note)
	if d.Count > 0 {
		v.Count = p.lang.Count(d.Count)
	}
	for _, g := range d.Groups {
		v.Groups = append(v.Groups, GroupRow{p.site.Say(g.Name), p.lang.Count(g.Count)})
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
	v.Loci, v.Promises = p.locusRows(x.Loci, c), p.promiseRows(x, c)
	for _, f := range x.FollowUps {
		v.FollowUps = append(v.FollowUps, FollowUpRow{p.day(f.Due), p.day(f.Done), p.site.Say(f.Note), c.cite(f.Source)})
	}
	v.Adoptions = p.adoptionRows(p.site.AdoptionsAfter(x.ID), c)
	c.cite(x.Sources)
	v.Sources = c.entries
}

// span writes the days of a visit, which machines are told one by one.
func (p *planner) span(start, end site.Day) Span {
	from, joint, to := p.lang.Span(dateOf(start), dateOf(end))
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
