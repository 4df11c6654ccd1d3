package value

import (
	"regexp"
	"strconv"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
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

// Year returns the year, like "2017".
func (d Day) Year() string { return string(d)[:min(len(d), 4)] }

var dayForm = regexp.MustCompile(`^[12]\d{3}(-\d\d(-\d\d)?)?$`)

// ReadLiteral accepts a year, a month or a date.
func (d *Day) ReadLiteral(word string) *diag.Problem {
	if !dayForm.MatchString(word) {
		if whole := yearMeant(word); whole != "" {
			return records.RefuseHint("bad-day", word, "write-it", whole)
		}
		if s, ok := readTypedDate(word); ok {
			return records.RefuseHint("bad-day", word, "write-it", diag.Whole(s.dayText()))
		}
		return records.RefuseHint("bad-day", word, "day-form")
	}
	if _, err := time.Parse("2006-01-02"[:len(word)], word); err != nil {
		return records.Refuse("no-such-day", word)
	}
	*d = Day(word)
	return nil
}

// Example returns a day, exact as wished for.
func (*Day) Example() string { return "2017-11-07" }

// Pattern returns how it looks: see records.Patterned.
func (*Day) Pattern() string { return "^" + dayPattern + "$" }

// unknown is how an editor writes that a source bears no date.
const unknown = "unknown"

// SourceDate is a Day, or Unknown.
type SourceDate struct{ Day Day }

// ReadLiteral accepts a Day or the word unknown.
func (d *SourceDate) ReadLiteral(word string) *diag.Problem {
	if word == unknown {
		return nil
	}
	return d.Day.ReadLiteral(word)
}

// Example returns a source's date.
func (*SourceDate) Example() string { return "2017-11-07" }

// Pattern returns how it looks: see records.Patterned.
func (*SourceDate) Pattern() string { return "^(" + unknown + "|" + dayPattern + ")$" }

// FirstYear and LastYear are the years that can be written.
const FirstYear, LastYear = 1000, 2100

// WholeYear is what a year of two digits most likely means, 0 for any other.
func WholeYear(short int) int {
	switch {
	case short < 0 || short > 99:
		return 0
	case short < 50:
		return 2000 + short
	}
	return 1900 + short
}

// yearMeant is the year that two digits most likely mean, "" for any other word.
func yearMeant(word string) string {
	n, err := strconv.Atoi(word)
	if err != nil || len(word) != 2 {
		return ""
	}
	return strconv.Itoa(WholeYear(n))
}

// YearsApart is by how many years two dates or days differ, whichever is the earlier.
func YearsApart(a, b string) int {
	d := YearOf(a) - YearOf(b)
	return max(d, -d)
}

// YearOf is the year of a date, a day or a period as a number, 0 of none.
func YearOf(date string) int {
	n := 0
	for _, c := range date[:min(4, len(date))] {
		n = n*10 + int(c-'0')
	}
	return n
}
