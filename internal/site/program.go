package site

import (
	"cmp"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Program is data/programs/ID.yaml: what the city does that others may copy. Launched is
// one of which nothing but its opening is known: that is no evidence that it runs.
type Program struct {
	records.Places
	ID        string
	Name      Text      `key:"name,required"`
	Acronym   string    `key:"acronym"`
	Expansion Text      `key:"expansion"`
	Kind      Text      `key:"kind" copy:"form"`
	Summary   Text      `key:"summary,required"`
	Status    string    `key:"status,required" oneof:"idea|trial|launched|running|paused|stopped"`
	Verified  *Verified `key:"verified"`

	Pillars []string `key:"pillars,required" oneof:"governance|branding|economy|living|society|environment" copy:"form"`

	Owner         Text         `key:"owner,required" copy:"form"`
	Kecamatan     []string     `key:"kecamatan" ref:"kecamatan" copy:"form"`
	Started       value.Day    `key:"started"`
	Problem       Text         `key:"problem"`
	HowItWorks    []Step       `key:"how_it_works"`
	Core          []Text       `key:"core"`
	Adaptable     []Text       `key:"adaptable"`
	Prerequisites []Text       `key:"prerequisites"`
	NotFor        []Text       `key:"not_for"`
	Resources     *Resources   `key:"resources"`
	Results       []Result     `key:"results"`
	Facts         []Fact       `key:"facts"`
	Awards        []Award      `key:"awards"`
	Lessons       []Text       `key:"lessons"`
	Unknowns      []Text       `key:"unknowns"`
	Replication   *Replication `key:"replication"`
	Contact       *Contact     `key:"contact" copy:"form"`
	Sources       []string     `key:"sources,required" ref:"source"`
	Note          Text         `key:"note"`
	Aliases       []string     `key:"aliases" like:"/program/alamat-lama/"` // old addresses
}

func (p *Program) identify(id, _ string) { p.ID = id }

func (p *Program) thing(f *Facts) Thing {
	return Thing{
		Ref: Ref{KindProgram, p.ID}, Places: &p.Places, Name: p.ID, Title: f.Say(p.Name),
		Texts: []Text{p.Name, p.Summary}, Aliases: p.Aliases,
	}
}

// comparePrograms sorts by name.
func comparePrograms(f *Facts, x, y *Program) int {
	return cmp.Or(lang.CompareNames(f.Say(x.Name), f.Say(y.Name)), cmp.Compare(x.ID, y.ID))
}

// Pillars are the six of Indonesia's smart-city movement (Gerakan Menuju 100
// Smart City, 2017), in its order.
var Pillars = []string{"governance", "branding", "economy", "living", "society", "environment"}

// Verified says until when a program's status is known, and from whom.
type Verified struct {
	records.Places
	At     value.Day `key:"at,required" when:"past"`
	By     Text      `key:"by"`
	Source []string  `key:"source" ref:"source"`
}

// Step is one step of how a program works.
type Step struct {
	records.Places
	Step   Text `key:"step,required"`
	Actor  Text `key:"actor"`
	Output Text `key:"output"`
}

// Resources are what a program takes. Costs are in rupiah at the price level of
// PriceYear.
type Resources struct {
	records.Places
	Staff      Text     `key:"staff"`
	SetupCost  *int     `key:"setup_cost"`
	AnnualCost *int     `key:"annual_cost"`
	PriceYear  int      `key:"price_year" like:"2017"`
	Funding    Text     `key:"funding"`
	Source     []string `key:"source" ref:"source"`
}

// Result is what changed, and how well that is known.
type Result struct {
	records.Places
	Indicator string       `key:"indicator,required" ref:"indicator"`
	Before    *float64     `key:"before"`
	After     *float64     `key:"after"`
	Period    value.Period `key:"period"`
	Source    []string     `key:"source,required" ref:"source"`
	Evidence  string       `key:"evidence" oneof:"measured|reported|claimed"`
	// Method says how it was measured.
	Method Text `key:"method"`
	Note   Text `key:"note"`
}

// Fact is a documented statement about a program.
type Fact struct {
	records.Places
	Text   Text      `key:"text,required"`
	AsOf   value.Day `key:"as_of" when:"past"`
	Source []string  `key:"source,required" ref:"source"`
	Status string    `key:"status" oneof:"official|provisional|estimate|unverified|claim"`
	SaidBy Text      `key:"said_by"`
	Note   Text      `key:"note"`
}

// Award is a prize, with who gave it as far as that is known.
type Award struct {
	records.Places
	Name      Text     `key:"name,required"`
	Year      int      `key:"year,required" like:"2017"`
	Level     Text     `key:"level"`
	Recipient Text     `key:"recipient"`
	Source    []string `key:"source,required" ref:"source"`
	Status    string   `key:"status" oneof:"official|provisional|estimate|unverified|claim"`
	Note      Text     `key:"note"`
}

// Replication tells another region how to begin.
type Replication struct {
	records.Places
	HowToAsk     Text `key:"how_to_ask"`
	Offer        Text `key:"offer"`
	MinimumScale Text `key:"minimum_scale"`
}

// Contact is whom to ask about a program.
type Contact struct {
	records.Places
	Name    string      `key:"name"`
	Email   value.Email `key:"email"`
	Phone   string      `key:"phone" like:"021-5550100"`
	Address string      `key:"address"`
	URL     value.URL   `key:"url"`
	Note    Text        `key:"note"`
}

// Reachable says whether the contact tells whom to ask or where. A number as short as 112 is
// for emergencies.
func (c *Contact) Reachable() bool {
	return c != nil && (c.Name != "" || c.Email != "" || len(c.Phone) > 3 || c.Address != "" || c.URL != "")
}

func (p *Program) check(f *faults) {
	for i := range p.Facts {
		x := &p.Facts[i]
		f.claimed(&x.Places, x.Status)
	}
	for i := range p.Awards {
		x := &p.Awards[i]
		f.year(&x.Places, "year", x.Year)
	}
	f.resources(p.Resources)
	f.launch(p)
	for i := range p.Results {
		f.result(&p.Results[i])
	}
}

// launchDays is for how long what is seen of a program is its launch.
const launchDays = 7

// launch wants what runs to have been seen after its launch.
func (f *faults) launch(p *Program) {
	started, exact := p.Started.Date()
	if p.Status != "running" || p.Verified == nil || p.Verified.At == "" || !exact {
		return
	}
	if seen := value.Date(p.Verified.At.Last()).Time(); !seen.After(started.AddDate(0, 0, launchDays)) {
		at := p.Verified.At
		f.sayHint(diag.At(p.At("status"), "runs-at-launch", string(at)).WithHint("write-it", "status: launched"))
	}
}

// resources wants a cost to say of which year its prices are, and who says so.
func (f *faults) resources(r *Resources) {
	if r != nil {
		f.year(&r.Places, "price_year", r.PriceYear)
	}
	if r == nil || !r.Has("setup_cost") && !r.Has("annual_cost") {
		return
	}
	if !r.Has("price_year") && !r.Misread("price_year") {
		f.say(r.Begin(), "missing-key", "price_year")
	}
	if !r.Has("source") && !r.Misread("source") {
		f.sayHint(diag.At(r.Begin(), "figure-no-source").WithHint("why-source"))
	}
}

// result wants a number to be of a time, and a measurement to have measured what
// was before, in a way that is told.
func (f *faults) result(x *Result) {
	if (x.Before != nil || x.After != nil) && !x.Has("period") && !x.Misread("period") {
		f.say(x.Begin(), "missing-key", "period")
	}
	if x.Evidence == "measured" && (x.Before == nil || x.After == nil) && !x.Misread("before") && !x.Misread("after") {
		f.sayHint(diag.At(x.At("evidence"), "measured-half").WithHint("evidence-less"))
	} else if x.Evidence == "measured" && !x.Has("method") && !x.Misread("method") {
		f.sayHint(diag.At(x.At("evidence"), "measured-how").WithHint("say-method"))
	}
}
