package site

import (
	"cmp"

	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Visit is data/visits/ID.yaml: others who came to learn, or we who went.
type Visit struct {
	records.Places
	ID        string
	Title     Text      `key:"title,required"`
	Summary   Text      `key:"summary"`
	Direction string    `key:"direction" oneof:"in|out"`
	Kind      Text      `key:"kind"`
	Start     value.Day `key:"start,required"`
	End       value.Day `key:"end"`
	// Reception is the day on which the guests were received, within the stay.
	Reception value.Date `key:"reception"`
	// WeekdayAsReported is what a source printed; it is checked against the
	// calendar, because a wrong weekday is how a wrong date is found.
	WeekdayAsReported value.Weekday `key:"weekday_as_reported"`
	Origin            VisitOrigin   `key:"origin,required"`
	LedBy             *Person       `key:"led_by"`
	Delegation        *Delegation   `key:"delegation"`
	Hosts             []Person      `key:"hosts"`
	Venue             *Venue        `key:"venue"`
	Loci              []Locus       `key:"loci"`
	Programs          []string      `key:"programs" ref:"program"`
	Expectations      []Text        `key:"expectations"`
	Outcomes          []Outcome     `key:"outcomes"`
	FollowUps         []FollowUp    `key:"follow_ups"`
	Articles          []string      `key:"articles" ref:"news"`
	Sources           []string      `key:"sources,required" ref:"source"`
	EditorNote        Text          `key:"editor_note"`
	Aliases           []string      `key:"aliases" like:"/kunjungan/alamat-lama/"` // old addresses
}

func (v *Visit) identify(id, _ string) { v.ID = id }

func (v *Visit) thing(f *Facts) Thing {
	return Thing{Ref{KindVisit, v.ID}, &v.Places, v.ID, f.Say(v.Title), "", v.Aliases, false}
}

// compareVisits sorts the newest first.
func compareVisits(_ *Facts, x, y *Visit) int {
	return cmp.Or(cmp.Compare(y.Day().First(), x.Day().First()), cmp.Compare(x.ID, y.ID))
}

// Day returns the day the visit is listed under: the reception, else the start.
func (v *Visit) Day() value.Day {
	if v.Reception != "" {
		return value.Day(v.Reception)
	}
	return v.Start
}

// VisitOrigin is where the guests came from, or where we went.
type VisitOrigin struct {
	records.Places
	RegionCode value.RegionCode `key:"region_code"`
	Name       string           `key:"name,required"`
	Province   string           `key:"province"`
	Unit       string           `key:"unit"`
}

// Person is somebody with a part in a visit, in the role of that day.
type Person struct {
	records.Places
	Name   string   `key:"name,required"`
	Role   string   `key:"role"`
	Source []string `key:"source" ref:"source"`
	Note   Text     `key:"note"`
}

// Delegation is how many came, and who they were.
type Delegation struct {
	records.Places
	Count  int     `key:"count"`
	Groups []Group `key:"groups"`
	Note   Text    `key:"note"`
}

// Group is a part of a delegation.
type Group struct {
	records.Places
	Name  Text `key:"name,required"`
	Count int  `key:"count,required"`
}

// Venue is where guests were received.
type Venue struct {
	records.Places
	Name    string   `key:"name,required"`
	Address string   `key:"address"`
	Source  []string `key:"source" ref:"source"`
}

// Locus is a kecamatan that the guests went to see.
type Locus struct {
	records.Places
	Kecamatan string   `key:"kecamatan,required" ref:"kecamatan"`
	Place     Text     `key:"place"`
	Host      string   `key:"host"`
	Saw       Text     `key:"saw"`
	Source    []string `key:"source" ref:"source"`
}

// Outcome is what somebody said would come of the visit.
type Outcome struct {
	records.Places
	Program   string   `key:"program" ref:"program"`
	Statement Text     `key:"statement,required"`
	SaidBy    string   `key:"said_by"`
	Source    []string `key:"source,required" ref:"source"`
}

// FollowUp is what was to be done after the visit, and whether it was.
type FollowUp struct {
	records.Places
	Due    value.Day `key:"due"`
	Done   value.Day `key:"done" when:"past"`
	Note   Text      `key:"note,required"`
	Source []string  `key:"source" ref:"source"`
}

// Adoption is data/adoptions/ID.yaml: a region that took a program over, or is
// on the way to it.
type Adoption struct {
	records.Places
	ID          string
	Program     string     `key:"program,required" ref:"program"`
	To          Region     `key:"to,required"`
	Stage       string     `key:"stage,required" oneof:"interest|visit|MoU|agreement|trial|in use|modified|stopped"`
	History     []Stage    `key:"history,required"`
	Visit       string     `key:"visit" ref:"visit"`
	Adapted     []Text     `key:"adapted"`
	LastChecked value.Date `key:"last_checked,required" when:"past"`
	Note        Text       `key:"note"`
}

func (a *Adoption) identify(id, _ string) { a.ID = id }

// compareAdoptions sorts by program, then region.
func compareAdoptions(_ *Facts, x, y *Adoption) int {
	return cmp.Or(cmp.Compare(x.Program, y.Program), cmp.Compare(x.To.Name, y.To.Name), cmp.Compare(x.ID, y.ID))
}

// Region is who adopts.
type Region struct {
	records.Places
	RegionCode value.RegionCode `key:"region_code"`
	Name       string           `key:"name,required"`
	Province   string           `key:"province"`
}

// Stage is one step of an adoption.
type Stage struct {
	records.Places
	Stage  string    `key:"stage,required" oneof:"interest|visit|MoU|agreement|trial|in use|modified|stopped"`
	Date   value.Day `key:"date,required" when:"past"`
	Source []string  `key:"source,required" ref:"source"`
	Note   Text      `key:"note"`
}
