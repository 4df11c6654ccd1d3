package views

import (
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// VisitView is who came, what they saw, what became of it.
type VisitView struct {
	Title          string             // its title
	Summary        string             // what it was, in a sentence or two
	Kind           string             // what kind of visit
	Direction      string             // in or out
	Days           Span               // when it was
	Reception      string             // the day on which the guests were received
	ReceptionISO   string             // the same for machines
	Weekday        string             // the weekday that a source gives
	Origin         string             // where the guests came from, or where ours went
	Unit           string             // the office that they are of
	RegionCode     string             // the code of their region
	LedBy          *PersonRow         // who led them; nothing when not known
	Count          string             // how many they were, in words; empty when not known
	Groups         []GroupRow         // the parts of the delegation
	DelegationNote string             // what else there is to say of them
	Hosts          []PersonRow        // who received them
	Venue          string             // where
	VenueAddress   string             // the address of that place
	VenueSources   []ground.Citation  // the sources of that
	Loci           []LocusRow         // what they saw
	Trails         []Trail            // how its programs went out, where more than this visit is known
	Programs       []ground.Link      // what they came for
	Expectations   []string           // what they hoped for
	Promises       []PromiseRow       // what was said to follow, beside what became of it
	FollowUps      []FollowUpRow      // what was to be done
	Articles       []Card             // articles about it
	EditorNote     string             // a note of the editors
	Sources        *ground.SourceList // the sources that the page cites; nothing when it cites none
}

// Span is from a day to a day, each also for machines: "6", "–", "9 November
// 2017". A single day has no To.
type Span struct {
	From    string // the first day
	FromISO string // the same for machines
	Joint   string // what stands between the days
	To      string // the last day; empty for a single one
	ToISO   string // the same for machines
}

// PersonRow is somebody with a part in the visit.
type PersonRow struct {
	Name    string            // the person's name
	Role    string            // what the person is
	Note    string            // what else there is to say
	Sources []ground.Citation // the sources of that
}

// GroupRow is a part of the delegation.
type GroupRow struct {
	Name  string // who they are
	Count string // how many
}

// LocusRow is a kecamatan that was seen.
type LocusRow struct {
	Kecamatan ground.Link       // the kecamatan
	Place     string            // the place there
	Host      string            // who showed it
	Saw       string            // what they saw
	Sources   []ground.Citation // the sources of that
}

// FollowUpRow is what was to be done.
type FollowUpRow struct {
	Due     string            // by when
	Done    string            // when it was done; empty when that is not on record
	Note    string            // what was to be done
	Sources []ground.Citation // the sources of that
}

// VisitInputs are what the page of a visit shows.
type VisitInputs struct {
	Ground ground.Ground
	// Position is that of the visit among the facts.
	Position int
	// Articles are those that the visit names, then those that name it.
	Articles []*site.News
}

// Visit is the page of a visit.
func Visit(in VisitInputs, _ Body) *Page {
	s, x := on(in.Ground), &in.Ground.Facts.Visits[in.Position]
	c := s.Citer()
	v := &VisitView{
		Title: s.Say(x.Title), Summary: s.Say(x.Summary), Kind: s.Say(x.Kind), Direction: x.Direction,
		Days: s.span(x.Start, x.End), Reception: s.Day(value.Day(x.Reception)), ReceptionISO: string(x.Reception),
		Weekday: s.weekday(x),
		Origin:  s.originOf(x), Unit: s.Say(x.Origin.Unit), RegionCode: string(x.Origin.RegionCode),
		Programs: s.LinksOf(site.KindProgram, x.Programs), Expectations: s.Says(x.Expectations),
		Articles: cardsOf(in.Articles, s.newsCard), EditorNote: s.Say(x.EditorNote),
	}
	v.delegation(s, x.Delegation)
	v.cite(s, x, c)
	description := v.Summary
	if description == "" {
		description = s.Word("visit-description", v.Origin, s.Days(x.Start, x.End))
	}
	return &Page{
		Title: v.Title, Description: description, Crumbs: s.crumbs(address.Visit), Content: v,
		Data: []any{s.visitData(x)},
	}
}

func (s scope) weekday(x *site.Visit) string {
	if x.WeekdayAsReported.Name == "" {
		return ""
	}
	return s.Word("weekday-" + strconv.Itoa(int(x.WeekdayAsReported.Day)))
}

// OriginOf is where the guests came from, or where we went, with the province
// where the name does not say it.
func OriginOf(name, province string) string {
	if province != "" && !strings.Contains(name, province) {
		return name + ", " + province
	}
	return name
}

func (s scope) originOf(x *site.Visit) string {
	return OriginOf(s.Say(x.Origin.Name), x.Origin.Province)
}

func (v *VisitView) delegation(s scope, d *site.Delegation) {
	if d == nil {
		return
	}
	v.DelegationNote = s.Say(d.Note)
	v.Count = s.people(d)
	for _, g := range d.Groups {
		v.Groups = append(v.Groups, GroupRow{s.Say(g.Name), s.Count(g.Count)})
	}
}

// people is how many a delegation has, in words; "" when not known.
func (s scope) people(d *site.Delegation) string {
	switch {
	case d == nil || d.Count <= 0:
		return ""
	case d.Count == 1:
		return s.Word("people-one", s.Count(1))
	}
	return s.Word("people", s.Count(d.Count))
}

// cite fills in what names sources, in the order of the page: so their numbers
// rise from top to bottom.
func (v *VisitView) cite(s scope, x *site.Visit, c *ground.Citer) {
	if x.LedBy != nil {
		v.LedBy = &s.personRows([]site.Person{*x.LedBy}, c)[0]
	}
	v.Hosts = s.personRows(x.Hosts, c)
	if x.Venue != nil {
		v.Venue, v.VenueAddress, v.VenueSources = s.Say(x.Venue.Name), x.Venue.Address, c.Cite(x.Venue.Source)
	}
	v.Loci, v.Promises = s.locusRows(x.Loci, c), s.promiseRows(x, c)
	for _, f := range x.FollowUps {
		v.FollowUps = append(v.FollowUps, FollowUpRow{s.Day(f.Due), s.Day(f.Done), s.Say(f.Note), c.Cite(f.Source)})
	}
	for _, id := range x.Programs {
		p := s.Facts.FindProgram(id)
		if p == nil {
			continue
		}
		elsewhere := func(step TrailStep) bool { return !step.Current }
		trail := s.trail(p, site.Ref{Kind: site.KindVisit, ID: x.ID}, c)
		if trail != nil && slices.ContainsFunc(trail.Steps, elsewhere) {
			v.Trails = append(v.Trails, *trail)
		}
	}
	c.Cite(x.Sources)
	v.Sources = c.List()
}

// span writes the days of a visit, which machines are told one by one.
func (s scope) span(start, end value.Day) Span {
	from, joint, to := s.Lang().Span(ground.DateOf(start), ground.DateOf(end))
	v := Span{From: from, FromISO: string(start)}
	if to != "" {
		v.Joint, v.To, v.ToISO = joint, to, string(end)
	}
	return v
}

func (s scope) personRows(list []site.Person, c *ground.Citer) []PersonRow {
	var rows []PersonRow
	for _, x := range list {
		rows = append(rows, PersonRow{x.Name, s.Say(x.Role), s.Say(x.Note), c.Cite(x.Source)})
	}
	return rows
}

func (s scope) locusRows(list []site.Locus, c *ground.Citer) []LocusRow {
	var rows []LocusRow
	for _, x := range list {
		if k := s.Facts.FindKecamatan(x.Kecamatan); k != nil {
			at := s.LinkTo(site.KindKecamatan, k.ID, k.Name)
			rows = append(rows, LocusRow{at, s.Say(x.Place), x.Host, s.Say(x.Saw), c.Cite(x.Source)})
		}
	}
	return rows
}
