package site

import (
	"cmp"

	"blandongan/internal/lang"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Adoption is data/adoptions/ID.yaml: a region that took a program over, or is
// on the way to it.
type Adoption struct {
	records.Places
	ID          string
	Program     string     `key:"program,required" ref:"program" copy:"form"`
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
	return cmp.Or(cmp.Compare(x.Program, y.Program), lang.CompareNames(x.To.Name, y.To.Name), cmp.Compare(x.ID, y.ID))
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

// check wants the steps of an adoption in the order of time, the last of them to
// be where it stands, and nothing after the day it was last looked at.
func (a *Adoption) check(f *faults) {
	for i := range a.History {
		x := &a.History[i]
		if x.Date == "" {
			return // it has been reported
		}
		day := string(x.Date)
		if i > 0 && x.Date.Last() < a.History[i-1].Date.First() {
			f.say(x.At("date"), "end-before-start", "date", day, "history: date", string(a.History[i-1].Date))
		}
		if last := string(a.LastChecked); last != "" && last < x.Date.First() {
			f.say(a.At("last_checked"), "end-before-start", "last_checked", last, "history: date", day)
		}
	}
	if n := len(a.History); n > 0 && a.Stage != "" && a.History[n-1].Stage != "" && a.History[n-1].Stage != a.Stage {
		f.say(a.At("stage"), "stage-behind", a.Stage, a.History[n-1].Stage)
	}
}
