package value

import (
	"regexp"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

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
var momentForm = regexp.MustCompile(`^([12]\d{3}-\d\d-\d\d)` + clockPattern + `$`)

// clockPattern is what may stand behind the date.
const clockPattern = `(?:(?:[Tt]| +)(\d\d)[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?` +
	`(?: *([Zz]|[+-]\d\d(?::?\d\d)?|[Ww][Ii][Bb]|[Ww][Ii][Tt][Aa]?|[Uu][Tt][Cc]|[Gg][Mm][Tt]))?)?`

// ReadLiteral accepts 2017-11-07, 2017-11-07 22:00, 2017-11-07T22:00:00+07:00 and what
// is written in the same order.
func (m *Moment) ReadLiteral(word string) *diag.Problem {
	f := momentForm.FindStringSubmatch(word)
	if f == nil {
		return notTheForm(word, typedDate.momentText)
	}
	day, err := time.Parse("2006-01-02", f[1])
	if err != nil {
		return records.Refuse("no-such-day", f[1])
	}
	*m = Moment{word: word, at: day}
	if f[2] == "" {
		return nil
	}
	var s typedDate
	if !s.readClock([]string{"", f[2], f[3], f[4], "", strings.ToLower(f[5])}) {
		return records.RefuseHint("no-such-time", word[len(f[1])+1:], "time-form")
	}
	if s.next {
		next := day.AddDate(0, 0, 1).Format("2006-01-02") + " 00:00" + s.zone
		return records.RefuseHint("bad-date", word, "write-it", diag.Whole(next))
	}
	layout := "15:04:05"[:len(s.clock)]
	if m.timed, m.zoned = true, s.zone != ""; m.zoned {
		layout += "Z07:00"
	}
	m.at, err = time.Parse("2006-01-02 "+layout, f[1]+" "+s.clock+s.zone)
	if err != nil {
		return records.RefuseHint("no-such-time", word[len(f[1])+1:], "time-form")
	}
	return nil
}

// Example returns the date of an article.
func (*Moment) Example() string { return "2017-11-07" }

// Pattern returns how it looks: see records.Patterned.
func (*Moment) Pattern() string {
	clock := strings.Replace(clockPattern, `(\d\d)[:.](\d\d)(?:[:.](\d\d)`,
		`([01]\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d)`, 1)
	return "^" + datePattern + clock + "$"
}

// In returns the moment, read in zone unless it names its own, told in zone.
func (m Moment) In(zone *time.Location) time.Time {
	if m.IsZero() {
		return time.Time{}
	}
	if m.zoned {
		return m.at.In(zone)
	}
	t := m.at
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
}

// String returns the moment as it was written.
func (m Moment) String() string { return m.word }

// IsZero says whether no moment was written.
func (m Moment) IsZero() bool { return m.word == "" }

// Year returns the year that was written, 1 where nothing was.
func (m Moment) Year() int { return m.at.Year() }

// Timed says whether the moment names a time of day, not only a date.
func (m Moment) Timed() bool { return m.timed }
