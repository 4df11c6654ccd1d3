package site

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// checked is a kind that has rules of its own beyond its declaration.
type checked interface{ check(*faults) }

// faults gathers what the checks of one entry find.
type faults struct{ problems diag.List }

func (f *faults) say(at diag.Place, code diag.Code, args ...any) {
	f.problems = append(f.problems, diag.At(at, code, args...))
}

func (f *faults) sayHint(p diag.Problem) { f.problems = append(f.problems, p) }

func (c *City) check(f *faults) {
	f.figures(c.Figures)
	f.office(c.Office)
	f.bpsLevel(c.BPSCode, c.At("bps_code"), bpsCity, "bps-city-code")
}

func (k *Kecamatan) check(f *faults) {
	f.figures(k.Figures)
	f.office(k.Office)
	f.bpsLevel(k.BPSCode, k.At("bps_code"), bpsKecamatan, "bps-kecamatan-code")
	f.wards(k)
	if o := k.Established; o != nil {
		f.year(&o.Places, "year", o.Year)
	}
}

// year wants four digits, of a time that a city office writes about.
func (f *faults) year(x *records.Places, key string, year int) {
	if !x.Has(key) || x.Misread(key) || year >= value.FirstYear && year <= value.LastYear {
		return
	}
	p := diag.At(x.At(key), "out-of-range", key, year, value.FirstYear, value.LastYear)
	if whole := value.WholeYear(year); whole > 0 {
		p = p.WithHint("write-number", strconv.Itoa(whole))
	}
	f.sayHint(p)
}

// maxDecimals is far more than anything counted here is known to. A number that
// prints hundreds of zeros is a slip of the finger.
const maxDecimals = 6

func (i *Indicator) check(f *faults) {
	if i.Decimals > maxDecimals {
		f.say(i.At("decimals"), "out-of-range", "decimals", i.Decimals, 0, maxDecimals)
		i.Decimals = maxDecimals // so that no figure with a fraction is at fault too, and no page tries to print it
	}
}

// figures checks each figure, and that no two say the same thing.
func (f *faults) figures(list []Figure) {
	type key struct{ indicator, period, sources string }
	seen := map[key]int{}
	for i := range list {
		x := &list[i]
		f.figure(x)
		k := key{x.Indicator, string(x.Period), strings.Join(x.Source, " ")}
		if line, ok := seen[k]; ok && k.period != "" && k.indicator != "" {
			f.say(x.Begin(), "duplicate-figure", x.Indicator, k.period, line)
		}
		seen[k] = x.Begin().Line
	}
}

func (f *faults) figure(x *Figure) {
	switch {
	case x.Has("value") && x.Has("missing"):
		f.say(x.At("missing"), "one-or-other", "value", "missing")
	case x.Misread("value") || x.Misread("missing"):
	case !x.Has("value") && !x.Has("missing"):
		f.say(x.Begin(), "one-of-two-missing", "value", "missing")
	case x.Has("value") && !x.Has("source") && !x.Misread("source"):
		f.sayHint(diag.At(x.Begin(), "figure-no-source").WithHint("why-source"))
	}
	f.claimed(&x.Places, x.Status, x.SaidBy)
}

func (f *faults) claimed(x *records.Places, status, saidBy string) {
	if status == "claim" && saidBy == "" && !x.Misread("said_by") {
		f.say(x.At("status"), "claim-no-speaker")
	}
}

func (f *faults) office(o *Office) {
	if o == nil {
		return
	}
	if o.Lat != nil && (*o.Lat < -90 || *o.Lat > 90) {
		f.say(o.At("lat"), "bad-coordinate", *o.Lat, diag.Word("latitude"))
	}
	if o.Lon != nil && (*o.Lon < -180 || *o.Lon > 180) {
		f.say(o.At("lon"), "bad-coordinate", *o.Lon, diag.Word("longitude"))
	}
	if (o.Lat == nil) != (o.Lon == nil) && !o.Misread("lat") && !o.Misread("lon") {
		have, lack := "lat", "lon"
		if o.Lat == nil {
			have, lack = lack, have
		}
		f.say(o.At(have), "missing-key", lack)
	}
}

func (p *Program) check(f *faults) {
	for i := range p.Facts {
		x := &p.Facts[i]
		f.claimed(&x.Places, x.Status, x.SaidBy)
	}
	for i := range p.Awards {
		x := &p.Awards[i]
		f.year(&x.Places, "year", x.Year)
	}
	f.resources(p.Resources)
	for i := range p.Results {
		f.result(&p.Results[i])
	}
}

// resources wants a cost to say of which year its prices are, and who says so.
func (f *faults) resources(r *Resources) {
	if r != nil {
		f.year(&r.Places, "price_year", r.PriceYear)
	}
	if r == nil || r.SetupCost == nil && r.AnnualCost == nil {
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

// check wants the steps of an adoption in the order of time, the last of them to
// be where it stands, and nothing after the day it was last looked at.
func (a *Adoption) check(f *faults) {
	for i := range a.History {
		x := &a.History[i]
		if x.Date == "" {
			return // it has been reported
		}
		if i > 0 && x.Date.Last() < a.History[i-1].Date.First() {
			f.say(x.At("date"), "end-before-start", "date", string(x.Date), "history: date", string(a.History[i-1].Date))
		}
		if a.LastChecked != "" && string(a.LastChecked) < x.Date.First() {
			f.say(a.At("last_checked"), "end-before-start", "last_checked", string(a.LastChecked), "history: date", string(x.Date))
		}
	}
	if n := len(a.History); n > 0 && a.Stage != "" && a.History[n-1].Stage != "" && a.History[n-1].Stage != a.Stage {
		f.say(a.At("stage"), "stage-behind", a.Stage, a.History[n-1].Stage)
	}
}

func (v *Visit) check(f *faults) {
	end := v.End
	if end == "" {
		end = v.Start
	}
	if v.End != "" && v.Start != "" && v.End.Last() < v.Start.First() {
		f.say(v.At("end"), "end-before-start", "end", string(v.End), "start", string(v.Start))
	} else if r := string(v.Reception); r != "" && v.Start != "" && !v.Misread("end") && (r < v.Start.First() || r > end.Last()) {
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
	f.sayHint(diag.At(v.At("weekday_as_reported"), "weekday-mismatch", want, is).
		WithHint("weekday-choices", is, weekdayWord(date.Weekday()), want, nearestWeekday(date, v.WeekdayAsReported.Day).Format("2006-01-02")))
}

func weekdayWord(d time.Weekday) diag.Word { return diag.Word("weekday-" + string(rune('0'+d))) }

// nearestWeekday returns the nearest date before or after on a weekday.
func nearestWeekday(date time.Time, day time.Weekday) time.Time {
	forward := (int(day) - int(date.Weekday()) + 7) % 7
	if forward > 3 {
		forward -= 7
	}
	return date.AddDate(0, 0, forward)
}

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

// maxSummary is how long a summary may be, in characters: it stands whole on
// cards, in lists and in search results.
const maxSummary = 200

func (f *faults) summary(at diag.Place, text string) {
	if n := len([]rune(text)); n > maxSummary {
		f.say(at, "summary-long", n, maxSummary)
	}
}

func (p *Page) check(f *faults) { f.summary(p.At("summary"), p.Summary) }

func (a *Article) check(f *faults) {
	f.summary(a.At("summary"), a.Summary)
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Value != nil && c.Indicator == "" && !c.Misread("indicator") {
			f.say(c.At("value"), "claim-no-indicator")
		}
		if c.Value != nil && a.Original == nil && !c.Has("source") && !c.Misread("source") && !a.Has("sources") && !a.Misread("sources") {
			f.sayHint(diag.At(c.At("value"), "claim-no-source", bare(*c.Value)).WithHint("claim-source"))
		}
	}
	for i, t := range a.Tags {
		switch slug := value.Slugify(t); {
		case t == "": // what stood there could not be read, which has been told
		case slug == value.Nameless:
			f.sayHint(diag.At(a.AtEntry("tags", i), "bad-slug", t).WithHint("slug-form", "smart-city"))
		case value.IsDevice(slug):
			f.say(a.AtEntry("tags", i), "file-name-taken", t)
		}
	}
}
