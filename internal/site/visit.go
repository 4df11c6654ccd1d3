package site

import (
	"cmp"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Visit is data/visits/ID.yaml: others who came to learn, or we who went.
type Visit struct {
	records.Places
	ID        string
	Title     Text      `key:"title,required"`
	Summary   Text      `key:"summary"`
	Direction string    `key:"direction" oneof:"in|out" copy:"form"`
	Kind      Text      `key:"kind" copy:"form"`
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
	Programs          []string      `key:"programs" ref:"program" copy:"form"`
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
	return Thing{
		Ref: Ref{KindVisit, v.ID}, Places: &v.Places, Name: v.ID, Title: f.Say(v.Title),
		Texts: []Text{v.Title, v.Summary}, Aliases: v.Aliases,
	}
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
	Name       Text             `key:"name,required"`
	Province   string           `key:"province"`
	Unit       Text             `key:"unit"`
}

// Person is somebody with a part in a visit, in the role of that day.
type Person struct {
	records.Places
	Name   string   `key:"name,required"`
	Role   Text     `key:"role"`
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
	Name    Text     `key:"name,required"`
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
	SaidBy    Text     `key:"said_by"`
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

func (v *Visit) check(f *faults) {
	end := v.End
	if end == "" {
		end = v.Start
	}
	if v.End != "" && v.Start != "" && v.End.Last() < v.Start.First() {
		f.say(v.At("end"), "end-before-start", "end", string(v.End), "start", string(v.Start))
	} else if r := string(v.Reception); r != "" && v.Start != "" && !v.Misread("end") &&
		(r < v.Start.First() || r > end.Last()) {
		f.say(v.At("reception"), "outside-dates", "reception", r, string(v.Start), string(end))
	}
	v.checkWeekday(f)
	v.checkGroups(f)
	for i := range v.FollowUps {
		x := &v.FollowUps[i]
		if x.Done != "" && v.Start != "" && x.Done.Last() < v.Start.First() {
			f.say(x.At("done"), "end-before-start", "done", string(x.Done), "start", string(v.Start))
		}
	}
}

// checkWeekday holds the reported weekday against the calendar. Both repairs
// are offered, none is chosen: which of the two is wrong only the editor knows.
func (v *Visit) checkWeekday(f *faults) {
	date, exact := v.Day().Date()
	if v.WeekdayAsReported.Name == "" || !exact || v.Misread("reception") || date.Weekday() == v.WeekdayAsReported.Day {
		return
	}
	is := date.Format("2006-01-02")
	want := weekdayWord(v.WeekdayAsReported.Day)
	near := value.NearestWeekday(date, v.WeekdayAsReported.Day).Format("2006-01-02")
	f.sayHint(diag.At(v.At("weekday_as_reported"), "weekday-mismatch", want, is).
		WithHint("weekday-choices", is, weekdayWord(date.Weekday()), want, near))
}

func weekdayWord(d time.Weekday) diag.Word { return diag.Word("weekday-" + string(rune('0'+d))) }

func (v *Visit) checkGroups(f *faults) {
	d := v.Delegation
	if d == nil || len(d.Groups) == 0 || !d.Has("count") || d.Misread("count") || d.Misread("groups") {
		return
	}
	sum := 0
	for _, g := range d.Groups {
		sum += g.Count
	}
	if sum != d.Count {
		f.say(d.At("count"), "sum-mismatch", sum, "count", d.Count)
	}
}
