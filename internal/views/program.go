package views

import (
	"cmp"
	"slices"
	"strconv"

	"blandongan/internal/address"
	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/site"
)

// ProgramList is all programs: what is known of each at which time, and by pillar.
type ProgramList struct {
	Evidence *EvidenceView // when each was last seen; nothing when no day is known
	Pillars  []PillarGroup // the pillars with their programs
	Data     string        // the address of the page of open data
}

// EvidenceView is when something is known of each program: a row of dots each.
type EvidenceView struct {
	Title string           // what is to be seen, in a sentence
	Years []chart.YearMark // the years, from left to right
	Rows  []ProgramTrace   // the programs, the one last seen first
}

// ProgramTrace is what is known of a program, over the years.
type ProgramTrace struct {
	chart.EvidenceRow
	Program  ground.Link // the program
	Standing string      // how it stands
	Label    string      // the days in words
}

// PillarGroup is one pillar's programs, those first that are of most use to copy.
type PillarGroup struct {
	ID       string        // the pillar's id, for addresses within the page
	Name     string        // the pillar's name
	Programs []ProgramCard // the programs that stand under it
	Also     []ground.Link // those that stand in full under another pillar
}

// ProgramCard is a program in a list of programs.
type ProgramCard struct {
	Card
	Adopted string // who took it; empty when nobody is known
}

// ProgramView is the replication sheet: what another region must know to copy a
// program. Unknown names the parts of it that are empty.
type ProgramView struct {
	Short         bool               // little is known: a note in one block is enough
	Name          string             // its name
	Acronym       string             // its short name
	Expansion     string             // what the short name stands for
	Kind          string             // what it is
	Summary       string             // what it is, in a sentence or two
	Status        string             // how it stands, and as of when
	Verified      *VerifiedView      // who checked the status; nothing when nobody did
	Pillars       []ground.Named     // the pillars that it belongs to
	Owner         string             // who is in charge
	Kecamatan     []ground.Link      // where it runs
	Started       string             // since when
	Problem       string             // the problem it answers
	Steps         []StepRow          // how it works
	Core          []string           // what must be kept
	Adaptable     []string           // what can be adapted
	Prerequisites []string           // what must be there before
	NotFor        []string           // what it is not suited for
	Resources     ResourcesView      // what it takes
	Results       []ResultRow        // what changed
	Evidence      []Term             // the levels of evidence that results rest on, the strongest first
	Facts         []FactRow          // what is known besides
	Lessons       []string           // what was learnt
	Questions     []string           // what is not known, to be asked on a visit
	Unknown       string             // the other parts of the sheet that are not known, in a sentence; empty for none
	Trail         *Trail             // how it went out; nothing where nothing has a day
	Replication   ReplicationView    // how another region begins
	Contact       *ProgramContact    // whom to ask; nothing when not known
	Adoptions     []AdoptionRow      // who adopted it
	Adopted       string             // how many did, and how far they came; empty for none
	Visits        []Card             // visits to come for it
	News          []Card             // the latest articles about it
	NewsTotal     string             // how many articles there are about it
	Note          string             // what else there is to say
	Sources       *ground.SourceList // the sources that the page cites; nothing when it cites none
	Office        *OfficeView        // the city's office, for a program without a contact of its own; else nothing
	City          ground.Link        // the page that tells more of that office, with its sources
	Citation      string             // how to cite the page
}

// VerifiedView says who knows how a program stands.
type VerifiedView struct {
	By      string            // who checked it
	Sources []ground.Citation // the sources of that
}

// StepRow is one step of how it works.
type StepRow struct {
	Step   string // what is done
	Actor  string // by whom
	Output string // what comes of it
}

// ResourcesView is what a program takes.
type ResourcesView struct {
	Staff      string            // who does the work
	SetupCost  string            // what it costs to set up
	AnnualCost string            // what it costs a year
	PriceYear  string            // the year of these prices
	Funding    string            // where the money is from
	Sources    []ground.Citation // the sources of that
}

// ResultRow is what changed.
type ResultRow struct {
	Measured  bool              // the evidence is of the strongest kind
	Indicator string            // what is counted
	Unit      string            // in what
	Before    string            // the figure before the program
	After     string            // the figure after it
	Period    string            // the time of the figures
	Evidence  string            // the word for the level of evidence
	Note      string            // what else there is to say
	Method    string            // how it was measured
	Sources   []ground.Citation // the sources of that
}

// ReplicationView tells another region how to begin.
type ReplicationView struct {
	HowToAsk     string // how to ask
	Offer        string // what is offered
	MinimumScale string // the least that is worth it
}

// ProgramContact is whom to ask.
type ProgramContact struct {
	Name    string        // a name
	Email   string        // an email address
	Phone   *ground.Phone // a telephone number; nothing when not known
	Address string        // a postal address
	URL     string        // the address of a page
	Note    string        // what else there is to say
}

// ProgramInputs are what the sheet of a program shows.
type ProgramInputs struct {
	Ground ground.Ground
	// Position is that of the program among the facts.
	Position int
	News     Latest
}

// statuses are in the order of use to somebody who looks for a program to copy.
var statuses = []string{"running", "trial", "launched", "paused", "idea", "stopped"}

// AllPrograms are the programs by what is known of them, and by pillar.
func AllPrograms(in ground.Ground, _ Body) *Page {
	s := on(in)
	byStatus := slices.SortedStableFunc(slices.Values(refs(s.Facts.Programs)), func(a, b *site.Program) int {
		return cmp.Compare(slices.Index(statuses, a.Status), slices.Index(statuses, b.Status))
	})
	v := &ProgramList{Evidence: s.evidenceView(byStatus), Data: s.Link(address.DataFolder)}
	for _, id := range site.Pillars {
		if g := s.pillarGroup(id, byStatus); len(g.Programs)+len(g.Also) > 0 {
			v.Pillars = append(v.Pillars, g)
		}
	}
	intro := s.Word("program-intro", s.Count(len(byStatus)), s.Base.City)
	if len(byStatus) == 0 {
		intro = s.Word("program-none", s.Base.City)
	}
	return &Page{Title: s.Word("section-program"), Description: intro, Crumbs: s.crumbs(address.Home), Content: v}
}

func (s scope) pillarGroup(pillar string, programs []*site.Program) PillarGroup {
	g := PillarGroup{ID: pillar, Name: s.Word("pillar-" + pillar)}
	for _, x := range programs {
		switch slices.Index(x.Pillars, pillar) {
		case -1:
		case 0:
			g.Programs = append(g.Programs,
				ProgramCard{Card: s.programCard(x), Adopted: s.adopted(s.Facts.AdoptionsOf(x.ID))})
		default:
			g.Also = append(g.Also, s.LinkTo(site.KindProgram, x.ID, s.Say(x.Name)))
		}
	}
	return g
}

// Program is the sheet of a program.
func Program(in ProgramInputs, _ Body) *Page {
	s, f, x := on(in.Ground), in.Ground.Facts, &in.Ground.Facts.Programs[in.Position]
	c := s.Citer()
	trail := s.trail(x, site.Ref{Kind: site.KindProgram, ID: x.ID}, c)
	v := &ProgramView{
		Trail: trail, Name: s.Say(x.Name), Acronym: x.Acronym, Expansion: s.Say(x.Expansion), Kind: s.Say(x.Kind),
		Summary: s.Say(x.Summary),
		Status:  s.standing(x), Verified: s.verifiedView(x.Verified, c),
		Owner: s.Say(x.Owner), Kecamatan: s.LinksOf(site.KindKecamatan, x.Kecamatan), Started: s.Day(x.Started),
		Problem: s.Say(x.Problem), Core: s.Says(x.Core), Adaptable: s.Says(x.Adaptable),
		Prerequisites: s.Says(x.Prerequisites), NotFor: s.Says(x.NotFor),
		Resources: s.resourcesView(x.Resources, c), Results: s.resultRows(x.Results, c),
		Evidence: s.evidence(x.Results), Facts: s.factRows(x.Facts, c),
		Lessons: s.Says(x.Lessons), Questions: s.Says(x.Unknowns),
		Adoptions: s.adoptionRows(f.AdoptionsOf(x.ID), c), Adopted: s.adopted(f.AdoptionsOf(x.ID)),
		News: cardsOf(in.News.News, s.newsCard), NewsTotal: s.Count(in.News.Total), Note: s.Say(x.Note),
	}
	for i := range v.Adoptions {
		v.Adoptions[i].Program = ground.Link{} // this page
	}
	for _, y := range f.VisitsFor(x.ID) {
		if s.toCome(y) {
			v.Visits = append(v.Visits, s.visitCard(y))
		}
	}
	for _, id := range x.Pillars {
		v.Pillars = append(v.Pillars, ground.Named{ID: id, Name: s.Word("pillar-" + id)})
	}
	for _, t := range x.HowItWorks {
		v.Steps = append(v.Steps, StepRow{s.Say(t.Step), s.Say(t.Actor), s.Say(t.Output)})
	}
	if r := x.Replication; r != nil {
		v.Replication = ReplicationView{s.Say(r.HowToAsk), s.Say(r.Offer), s.Say(r.MinimumScale)}
	}
	if t := x.Contact; t != nil {
		v.Contact = &ProgramContact{
			t.Name, string(t.Email), ground.PhoneOf(t.Phone), t.Address, string(t.URL), s.Say(t.Note),
		}
	}
	if !x.Contact.Reachable() {
		v.Office = s.officeView(s.Facts.City.Office, s.Citer())
		v.City = ground.Link{Text: s.Base.City, URL: s.Link(address.City + "/")}
	}
	v.Unknown = s.unknownParts(v)
	c.Cite(x.Sources)
	v.Sources = c.List()
	v.Citation, v.Short = s.citation(v.Name, address.Of(site.KindProgram, x.ID)), v.known() < fullSheet
	return &Page{
		Title: v.Name, Description: v.Summary, Crumbs: s.crumbs(address.Program), Content: v,
		Data: []any{s.programData(x)},
	}
}

// fullSheet is from how many known parts on a program has a sheet of sections.
const fullSheet = 5

// known counts the parts of the sheet that have something to say.
func (v *ProgramView) known() int {
	r, n := v.Resources, 0
	for _, has := range []bool{
		v.Trail != nil, v.Problem != "", len(v.Steps) > 0, len(v.Core) > 0, len(v.Adaptable) > 0,
		len(v.Prerequisites) > 0, len(v.NotFor) > 0, r.Staff+r.SetupCost+r.AnnualCost+r.Funding != "",
		len(v.Facts) > 0, len(v.Lessons) > 0, len(v.Results) > 0, len(v.Adoptions) > 0,
		v.Replication != ReplicationView{},
	} {
		if has {
			n++
		}
	}
	return n
}

func (s scope) verifiedView(x *site.Verified, c *ground.Citer) *VerifiedView {
	if x == nil {
		return nil
	}
	return &VerifiedView{s.Say(x.By), c.Cite(x.Source)}
}

func (s scope) resourcesView(x *site.Resources, c *ground.Citer) ResourcesView {
	if x == nil {
		return ResourcesView{}
	}
	v := ResourcesView{Staff: s.Say(x.Staff), Funding: s.Say(x.Funding), Sources: c.Cite(x.Source)}
	if x.SetupCost != nil {
		v.SetupCost = s.Lang().Rupiah(*x.SetupCost)
	}
	if x.AnnualCost != nil {
		v.AnnualCost = s.Lang().Rupiah(*x.AnnualCost)
	}
	if x.PriceYear != 0 {
		v.PriceYear = strconv.Itoa(x.PriceYear)
	}
	return v
}

func (s scope) resultRows(list []site.Result, c *ground.Citer) []ResultRow {
	var rows []ResultRow
	for _, x := range list {
		i := s.Facts.Indicators[x.Indicator]
		row := ResultRow{
			Indicator: s.Say(i.Name), Unit: s.Say(i.Unit), Period: s.Period(x.Period), Note: s.Say(x.Note),
			Method: s.Say(x.Method), Sources: c.Cite(x.Source),
		}
		if x.Before != nil {
			row.Before = s.Value(*x.Before, i)
		}
		if x.After != nil {
			row.After = s.Value(*x.After, i)
		}
		if x.Evidence != "" {
			row.Evidence, row.Measured = s.Word("evidence-"+x.Evidence), x.Evidence == "measured"
		}
		rows = append(rows, row)
	}
	return rows
}

func (s scope) factRows(list []site.Fact, c *ground.Citer) []FactRow {
	var rows []FactRow
	for _, x := range list {
		rows = append(rows, FactRow{
			s.Say(x.Text), s.Day(x.AsOf), s.Badge(x.Status), s.Say(x.SaidBy), s.Say(x.Note), c.Cite(x.Source),
		})
	}
	return rows
}
