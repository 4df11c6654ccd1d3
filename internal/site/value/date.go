package value

import (
	"regexp"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Date is a calendar date as written: "2017-11-07".
type Date string

// Time returns midnight of the date in UTC.
func (d Date) Time() time.Time {
	t, _ := time.Parse("2006-01-02", string(d))
	return t
}

// In returns midnight of the date in a zone.
func (d Date) In(zone *time.Location) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, zone)
}

var dateForm = regexp.MustCompile(`^[12]\d{3}-\d\d-\d\d$`)

// ReadLiteral accepts a date.
func (d *Date) ReadLiteral(word string) *diag.Problem {
	if !dateForm.MatchString(word) {
		return notTheForm(word, typedDate.dateText)
	}
	if _, err := time.Parse("2006-01-02", word); err != nil {
		return records.Refuse("no-such-day", word)
	}
	*d = Date(word)
	return nil
}

// Example returns a date.
func (*Date) Example() string { return "2017-11-07" }

// Pattern returns how it looks: see records.Patterned.
func (*Date) Pattern() string { return "^" + datePattern + "$" }

// How dates look, as far as that tells which months and days there are.
const (
	monthPattern = `(0[1-9]|1[0-2])`
	yearDay      = `(` + monthPattern + `-(0[1-9]|[12]\d)|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)`
	datePattern  = `[12]\d{3}-` + yearDay
	dayPattern   = `[12]\d{3}(-` + monthPattern + `|-` + yearDay + `)?`
)

// notTheForm is about a date as people write it, which text puts into our form, a month
// without a day, or a word that is no date.
func notTheForm(word string, text func(typedDate) string) *diag.Problem {
	switch s, ok := readTypedDate(word); {
	case ok && s.day > 0:
		return records.RefuseHint("bad-date", word, "write-it", diag.Whole(text(s)))
	case ok && s.month > 0:
		return records.RefuseHint("bad-date", word, "date-whole", s.dayText()+"-07")
	}
	return records.RefuseHint("bad-date", word, "date-form")
}
