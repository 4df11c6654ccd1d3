package site

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"blandongan/internal/diag"
)

// Day is a date known to the year, the month or the day, as written: "2017",
// "2017-11", "2017-11-07". Its text sorts in the order of time.
type Day string

// First returns the first date of the day's span, as 2006-01-02; "" for the
// zero Day.
func (d Day) First() string {
	if d == "" {
		return ""
	}
	return string(d) + "-01-01"[len(d)-len("2006"):]
}

// Last returns the last date of the day's span, as 2006-01-02.
func (d Day) Last() string {
	switch len(d) {
	case len("2006"):
		return string(d) + "-12-31"
	case len("2006-01"):
		t, _ := time.Parse("2006-01", string(d))
		return t.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return string(d)
}

// Date returns the day as a date when it is known to the day.
func (d Day) Date() (time.Time, bool) {
	t, err := time.Parse("2006-01-02", string(d))
	return t, err == nil
}

// firstYear and lastYear are the years that can be written.
const firstYear, lastYear = 1000, 2100

// Year returns the year, like "2017".
func (d Day) Year() string { return string(d)[:min(len(d), 4)] }

var dayForm = regexp.MustCompile(`^[12]\d{3}(-\d\d(-\d\d)?)?$`)

// ReadLiteral accepts a year, a month or a date.
func (d *Day) ReadLiteral(word string) *diag.Problem {
	if !dayForm.MatchString(word) {
		if whole := yearMeant(word); whole != "" {
			return faultHint("bad-day", word, "write-it", whole)
		}
		if s, ok := readTypedDate(word); ok {
			return faultHint("bad-day", word, "write-it", diag.Whole(s.dayText()))
		}
		return faultHint("bad-day", word, "day-form")
	}
	if _, err := time.Parse("2006-01-02"[:len(word)], word); err != nil {
		return fault("no-such-day", word)
	}
	*d = Day(word)
	return nil
}

// Date is a calendar date as written: "2017-11-07".
type Date string

// Time returns midnight of the date in UTC.
func (d Date) Time() time.Time {
	t, _ := time.Parse("2006-01-02", string(d))
	return t
}

var dateForm = regexp.MustCompile(`^[12]\d{3}-\d\d-\d\d$`)

// ReadLiteral accepts a date.
func (d *Date) ReadLiteral(word string) *diag.Problem {
	if !dateForm.MatchString(word) {
		return notTheForm(word, typedDate.dateText)
	}
	if _, err := time.Parse("2006-01-02", word); err != nil {
		return fault("no-such-day", word)
	}
	*d = Date(word)
	return nil
}

// notTheForm is about a date as people write it, which text puts into our form, a month
// without a day, or a word that is no date.
func notTheForm(word string, text func(typedDate) string) *diag.Problem {
	switch s, ok := readTypedDate(word); {
	case ok && s.day > 0:
		return faultHint("bad-date", word, "write-it", diag.Whole(text(s)))
	case ok && s.month > 0:
		return faultHint("bad-date", word, "date-whole", s.dayText()+"-07")
	}
	return faultHint("bad-date", word, "date-form")
}

// Unknown is how an editor writes that a source bears no date.
const Unknown = "unknown"

// SourceDate is a Day, or Unknown.
type SourceDate struct{ Day Day }

// ReadLiteral accepts a Day or the word unknown.
func (d *SourceDate) ReadLiteral(word string) *diag.Problem {
	if word == Unknown {
		return nil
	}
	return d.Day.ReadLiteral(word)
}

// Period is the time a figure is about: a Day, or two joined by a slash
// (ISO 8601), as written.
type Period string

// Bounds returns the first and the last date of the period, as 2006-01-02.
func (p Period) Bounds() (first, last string) {
	a, b, ok := strings.Cut(string(p), "/")
	if !ok {
		b = a
	}
	return Day(a).First(), Day(b).Last()
}

// length says how long the period is, in months where it begins and ends with
// one, else in days.
func (p Period) length() string {
	first, last := p.Bounds()
	from, to := Date(first).Time(), Date(last).Time().AddDate(0, 0, 1)
	if from.Day() == 1 && to.Day() == 1 {
		return fmt.Sprintf("%d months", 12*(to.Year()-from.Year())+int(to.Month()-from.Month()))
	}
	return fmt.Sprintf("%d days", int(to.Sub(from).Hours()/24))
}

// ReadLiteral accepts a Day, or Day/Day in order.
func (p *Period) ReadLiteral(word string) *diag.Problem {
	parts := strings.SplitN(word, "/", 2)
	for _, part := range parts {
		var d Day
		if f := d.ReadLiteral(part); f != nil {
			if f.Code == "no-such-day" {
				return f
			}
			return notPeriod(word)
		}
	}
	if first, last := parts[0], parts[len(parts)-1]; Day(last).Last() < Day(first).First() {
		return faultHint("bad-period", word, "write-it", diag.Whole(last+"/"+first))
	}
	*p = Period(word)
	return nil
}

func notPeriod(word string) *diag.Problem {
	if meant := typedPeriod(word); meant != "" {
		return faultHint("bad-period", word, "write-it", diag.Whole(meant))
	}
	return faultHint("bad-period", word, "period-form")
}

// Moment is when an article is published: a date, or a date and a time. Without
// a zone it is in the site's.
type Moment struct {
	word         string
	at           time.Time // in the zone that was written, else in UTC
	timed, zoned bool
}

// momentForm is the order of ISO 8601 as Decap, Jekyll, browsers and people write it:
// T or a blank, a colon or the dot of Indonesian clocks, fractions of a second, zones
// with or without their colon, or by the names they have in Indonesia.
var momentForm = regexp.MustCompile(`^([12]\d{3}-\d\d-\d\d)(?:(?:[Tt]| +)(\d\d)[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?: *([Zz]|[+-]\d\d(?::?\d\d)?|(?i:WIB|WITA|WIT|UTC|GMT)))?)?$`)

// ReadLiteral accepts 2017-11-07, 2017-11-07 22:00, 2017-11-07T22:00:00+07:00 and what
// is written in the same order.
func (m *Moment) ReadLiteral(word string) *diag.Problem {
	f := momentForm.FindStringSubmatch(word)
	if f == nil {
		return notTheForm(word, typedDate.momentText)
	}
	day, err := time.Parse("2006-01-02", f[1])
	if err != nil {
		return fault("no-such-day", f[1])
	}
	*m = Moment{word: word, at: day}
	if f[2] == "" {
		return nil
	}
	var s typedDate
	if !s.readClock([]string{"", f[2], f[3], f[4], "", strings.ToLower(f[5])}) {
		return faultHint("no-such-time", word[len(f[1])+1:], "time-form")
	}
	if s.next {
		return faultHint("bad-date", word, "write-it", diag.Whole(day.AddDate(0, 0, 1).Format("2006-01-02")+" 00:00"+s.zone))
	}
	layout := "15:04:05"[:len(s.clock)]
	if m.timed, m.zoned = true, s.zone != ""; m.zoned {
		layout += "Z07:00"
	}
	m.at, err = time.Parse("2006-01-02 "+layout, f[1]+" "+s.clock+s.zone)
	if err != nil {
		return faultHint("no-such-time", word[len(f[1])+1:], "time-form")
	}
	return nil
}

// In returns the moment, read in zone unless it names its own, told in zone.
func (m Moment) In(zone *time.Location) time.Time {
	if m.word == "" {
		return time.Time{}
	}
	if m.zoned {
		return m.at.In(zone)
	}
	t := m.at
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
}

// Timed says whether the moment names a time of day, not only a date.
func (m Moment) Timed() bool { return m.timed }

// weekdays are the names of weekdays in both languages of the editors, in small
// letters; Jum'at is the older spelling, with whatever apostrophe.
var weekdays = map[string]time.Weekday{
	"minggu": 0, "ahad": 0, "senin": 1, "selasa": 2, "rabu": 3, "kamis": 4, "jumat": 5, "jum'at": 5, "sabtu": 6,
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// Weekday is the name of a weekday as somebody wrote it.
type Weekday struct {
	Name string
	Day  time.Weekday
}

// ReadLiteral accepts the Indonesian or English name of a weekday.
func (w *Weekday) ReadLiteral(word string) *diag.Problem {
	day, ok := weekdays[apostrophe.Replace(strings.ToLower(word))]
	if !ok {
		return faultHint("weekday-unknown", word, "allowed", "Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu")
	}
	*w = Weekday{word, day}
	return nil
}
