package reading

import (
	"strconv"
	"strings"
	"time"
)

// Months are the names of months in both languages, short ones and usual misspellings too, in small letters.
var Months = func() map[string]time.Month {
	all := map[string]time.Month{}
	for _, names := range []string{
		"januari februari maret april mei juni juli agustus september oktober november desember",
		"january february march april may june july august september october november december",
		"jan feb mar apr - jun jul agu sep okt nov des", "- pebruari - - - - - agt sept oct nopember dec",
	} {
		for i, n := range strings.Fields(names) {
			all[n] = time.Month(i + 1)
		}
	}
	delete(all, "-")
	return all
}()

var monthNames = map[bool][13]string{
	false: {"", "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
		"November", "Desember"},
	true: {"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"},
}

// Date is a date as it stands in a text.
type Date struct {
	First, Last int // words
	Time        time.Time
	form        dateForm
	Year        bool // it is written
}

// dateForm is how a date is written.
type dateForm uint8

const (
	inWords  dateForm = iota // 7 November 2017
	american                 // November 7, 2017
	inDigits                 // 7/11/2017
	iso                      // 2017-11-07
)

// IsJoint says whether a word joins two days.
func IsJoint(w string) bool {
	return w == "dan" || w == "sampai" || w == "hingga" || w == "and" || w == "to" || w == "atau" || w == "s.d"
}

// IsDash says whether a gap is the mark of a span.
func IsDash(gap string) bool { return gap == "–" || gap == "-" || gap == " – " || gap == " - " }

// RangeEnd returns the word of the last day of a span that begins with a day: 6–7 November.
func (t *Passage) RangeEnd(at int) int {
	next := at + 1
	if IsJoint(t.Low(next)) {
		next++
	} else if !IsDash(t.Gap(next)) {
		return 0
	}
	if n := t.Whole(next); n < 1 || n > 31 || Months[t.Low(next+1)] == 0 {
		return 0
	}
	return next
}

// Whole is a word of one or two digits, or of four; 0 for what is none.
func (t *Passage) Whole(i int) int {
	n, err := strconv.Atoi(t.Low(i))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// DateAt reads a date that begins with a word.
func (t *Passage) DateAt(i int) (Date, bool) {
	if i >= len(t.Tokens) {
		return Date{}, false
	}
	low := strings.TrimSuffix(t.Low(i), "th")
	d := Date{First: i, Last: i + 1}
	if m := Months[t.Low(i)]; m != 0 && t.English { // November 7, 2017
		day, year := t.Whole(i+1), t.Whole(i+2)
		if t.Gap(i+1) == " " && t.Gap(i+2) == ", " && year > 1900 {
			d.form, d.Last = american, i+3
			return d.at(year, m, day, true)
		}
		return Date{}, false
	}
	day, err := strconv.Atoi(low)
	switch {
	case strings.Count(low, "-") == 2 && len(low) == 10:
		at, err := time.Parse(time.DateOnly, low)
		d.form, d.Time, d.Year = iso, at, true
		return d, err == nil
	case strings.Count(low, "-") == 2 || strings.Count(low, ".") == 2:
		parts := strings.FieldsFunc(low, func(r rune) bool { return r == '-' || r == '.' })
		return d.digits(parts)
	case err != nil || day < 1 || day > 31:
		return Date{}, false
	case t.Gap(i+1) == "/":
		parts := []string{t.Low(i), t.Low(i + 1)}
		if d.Last = i + 2; t.Gap(i+2) == "/" {
			parts, d.Last = append(parts, t.Low(i+2)), i+3
		}
		if len(parts) == 2 {
			parts = append(parts, "")
		}
		return d.digits(parts)
	}
	return t.dateInWords(d, day)
}

// digits reads a day, a month and a year; without a year it is yet to be told.
func (d Date) digits(parts []string) (Date, bool) {
	if len(parts) != 3 {
		return d, false
	}
	day, err1 := strconv.Atoi(parts[0])
	month, err2 := strconv.Atoi(parts[1])
	d.form = inDigits
	if parts[2] == "" {
		return d.at(0, time.Month(month), day, err1 == nil && err2 == nil && month <= 12)
	}
	year, err3 := strconv.Atoi(parts[2])
	if len(parts[2]) == 2 {
		year += 2000
	}
	return d.at(year, time.Month(month), day, err1 == nil && err2 == nil && err3 == nil && month <= 12 && year > 1900)
}

// at completes a date. One that no calendar has is none.
func (d Date) at(year int, month time.Month, day int, ok bool) (Date, bool) {
	if !ok || month < 1 || day < 1 {
		return d, false
	}
	d.Year = year != 0
	if !d.Year {
		year = 2000 // any that has all days
	}
	d.Time = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return d, d.Time.Day() == day
}

// dateInWords reads 7 November 2017 and 6–7 November 2017. The year of a date without one may be
// that of the end of a span: Senin, 6 November sampai Kamis, 9 November 2017.
func (t *Passage) dateInWords(d Date, day int) (Date, bool) {
	at := d.First + 1
	if end := t.RangeEnd(d.First); end > 0 {
		at = end + 1
	} else if t.Gap(at) != " " {
		return d, false
	}
	m := Months[t.Low(at)]
	if m == 0 {
		return d, false
	}
	year := 0
	if at == d.First+1 {
		d.Last = at + 1
	}
	if y := t.Whole(at + 1); t.Joined(at+1) && y > 1900 && y < 2200 {
		year = y
		if at == d.First+1 {
			d.Last = at + 2
		}
	}
	if year == 0 {
		year = t.yearBehind(at + 1)
		d, ok := d.at(year, m, day, true)
		return d, ok
	}
	return d.at(year, m, day, true)
}

// yearBehind returns the year of a date to which the span goes that a date begins; 0 without one.
func (t *Passage) yearBehind(at int) int {
	if !IsJoint(t.Low(at)) && !IsDash(t.Gap(at)) {
		return 0
	}
	for i := at; i < min(at+6, len(t.Tokens)) && t.Tokens[i].Sentence == t.Tokens[at-1].Sentence; i++ {
		if y := t.Whole(i); Months[t.Low(i-1)] != 0 && y > 1900 && y < 2200 {
			return y
		}
	}
	return 0
}

// IsYear says whether a word is a year of our time.
func (t *Passage) IsYear(i int) bool {
	w := t.Low(i)
	return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && t.Whole(i) > 0
}

// Like writes another date as a date is written.
func (t *Passage) Like(d Date, other time.Time) string {
	year := " " + strconv.Itoa(other.Year())
	if t.Whole(d.Last-1) != d.Time.Year() {
		year = ""
	}
	switch d.form {
	case iso:
		return other.Format(time.DateOnly)
	case american:
		return other.Format("January 2, 2006")
	case inDigits:
		old := t.Span(d.First, d.Last)
		sep := old[strings.IndexAny(old, "/-."):][:1]
		parts := strings.Split(old, sep)
		layout := []string{"2", "1", "2006"}
		for j := range parts[:2] {
			if len(parts[j]) == 2 && parts[j][0] == '0' {
				layout[j] = "0" + layout[j]
			}
		}
		if len(parts) == 3 && len(parts[2]) == 2 {
			layout[2] = "06"
		}
		return other.Format(strings.Join(layout[:len(parts)], sep))
	}
	if d.Last == d.First+1 { // the month stands behind another day
		return strconv.Itoa(other.Day())
	}
	return strconv.Itoa(other.Day()) + " " + monthNames[t.English][other.Month()] + year
}
