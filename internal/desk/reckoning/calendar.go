package reckoning

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/desk/reading"
	"blandongan/internal/diag"
)

// weekdays are the names of days in both languages.
var weekdays = map[string]time.Weekday{
	"minggu": time.Sunday, "ahad": time.Sunday, "senin": time.Monday, "selasa": time.Tuesday, "rabu": time.Wednesday,
	"kamis": time.Thursday, "jumat": time.Friday, "jum'at": time.Friday, "jum’at": time.Friday, "sabtu": time.Saturday,
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

var dayNames = map[bool][7]string{
	false: {"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"},
	true:  {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
}

// dayparts stand between a weekday and its date.
var dayparts = reading.SetOf(`pagi siang sore petang malam dini hari tanggal tgl kliwon legi pahing pon wage agung
the on morning afternoon evening night`)

// weekdays holds weekdays against the dates beside them.
func (t *text) weekdays() {
	for i := range t.Tokens {
		if t.Tokens[i].Mark&dayMark == 0 {
			continue
		}
		day, is := weekdays[t.Tokens[i].Low]
		if !is || t.Low(i-1) == "malam" || (day == time.Sunday && !t.Tokens[i].Large) {
			continue
		}
		if d, ok := t.dateBehind(i); ok {
			t.weekday(i, day, d)
		} else if d, ok := t.dateBefore(i); ok {
			t.weekday(i, day, d)
		}
	}
}

// dateBehind returns the date that follows a weekday. Of two days that are joined, the first has
// the first date and the last the last.
func (t *text) dateBehind(i int) (reading.Date, bool) {
	at, gaps := i+1, 0
	for ; dayparts[t.Low(at)]; at++ {
		if g := t.Gap(at); g != " " && g != ", " {
			return reading.Date{}, false
		}
	}
	if at-i > 4 {
		return reading.Date{}, false
	}
	switch t.Gap(at) {
	case " ", ", ", " (", "(", ", (", ",":
	default:
		return t.pair(i)
	}
	gaps++
	if t.Low(i+1) == "malam" || t.Low(i+1) == "ini" {
		gaps = 0
	}
	if _, again := weekdays[t.Low(i-2)]; again && reading.IsJoint(t.Low(i-1)) {
		return t.lastOf(at)
	}
	d, ok := t.DateAt(at)
	if !ok {
		return reading.Date{}, false
	}
	if _, again := weekdays[t.Low(i-1)]; again && gaps > 0 && reading.IsDash(t.Gap(i)) {
		return t.lastOf(at)
	}
	return d, true
}

// pair returns the first of two dates for the first of two weekdays: Senin dan Selasa, 6–7 November.
func (t *text) pair(i int) (reading.Date, bool) {
	at := i + 1
	if reading.IsJoint(t.Low(at)) {
		at++
	}
	if _, is := weekdays[t.Low(at)]; !is || at == i+1 && !reading.IsDash(t.Gap(at)) {
		return reading.Date{}, false
	}
	if g := t.Gap(at + 1); g != " " && g != ", " {
		return reading.Date{}, false
	}
	if d, ok := t.DateAt(at + 1); ok && t.RangeEnd(at+1) > 0 {
		return d, true
	}
	return reading.Date{}, false
}

// lastOf returns the last date of a span of days.
func (t *text) lastOf(at int) (reading.Date, bool) {
	if end := t.RangeEnd(at); end > 0 {
		return t.DateAt(end)
	}
	return reading.Date{}, false
}

// dateBefore returns the date before a weekday in brackets: 7 November 2017 (Selasa).
func (t *text) dateBefore(i int) (reading.Date, bool) {
	gap := t.Gap(i)
	if gap != " (" && !(t.Low(i-1) == "hari" && t.Gap(i-1) == ", ") {
		return reading.Date{}, false
	}
	last := i
	if gap != " (" {
		last--
	}
	for n := 3; n >= 1; n-- {
		if d, ok := t.DateAt(max(last-n, 0)); ok && d.Year && d.Last == last {
			return d, true
		}
	}
	return reading.Date{}, false
}

// mostApart is how many days an event and the article about it may lie apart for a date without
// a year to be of the article's time.
const mostApart = 45

// weekday reports one that is not that of its date. What is wrong, the day or the date, only the
// editor knows: both repairs are offered.
func (t *text) weekday(i int, day time.Weekday, d reading.Date) {
	if !d.Year && !t.dated(&d) || d.Time.Weekday() == day {
		return
	}
	first, last := min(i, d.First), max(i+1, d.Last)
	is := d.Time.Weekday()
	p := t.Say("weekday-wrong", first, last, t.Span(d.First, d.Last), dayWord(day), dayWord(is))
	if p == nil {
		return
	}
	near := nearest(d.Time, day)
	*p = p.WithHint("weekday-choices", d.Time.Format(time.DateOnly), dayWord(is), dayWord(day),
		near.Format(time.DateOnly))
	if p.Words == "" {
		return
	}
	name := dayNames[t.English][is]
	if !t.Tokens[i].Large {
		name = strings.ToLower(name)
	}
	whole := func(weekday, date string) string {
		if i < d.First {
			return weekday + t.Text[t.Tokens[i].To:t.Tokens[d.First].From] + date
		}
		return date + t.Text[t.Tokens[d.Last-1].To:t.Tokens[i].From] + weekday
	}
	reading.Mend(p, whole(name, t.Span(d.First, d.Last)), whole(t.Tokens[i].Text, t.Like(d, near)))
}

func dayWord(d time.Weekday) diag.Word { return diag.Word("weekday-" + strconv.Itoa(int(d))) }

// dated gives a date without a year that of the article, if it is near to the article's.
func (t *text) dated(d *reading.Date) bool {
	a := t.article
	if a == nil || a.Date.IsZero() || t.namesYear() {
		return false
	}
	at := a.Date.In(time.UTC)
	for _, year := range []int{at.Year(), at.Year() - 1, at.Year() + 1} {
		day := time.Date(year, d.Time.Month(), d.Time.Day(), 0, 0, 0, 0, time.UTC)
		if apart := day.Sub(at).Hours() / 24; apart > -mostApart && apart < mostApart && day.Day() == d.Time.Day() {
			d.Time = day
			return true
		}
	}
	return false
}

// namesYear says whether the block names a year.
func (t *text) namesYear() bool {
	for i := range t.Tokens {
		if t.IsYear(i) {
			return true
		}
	}
	return false
}

// nearest returns the nearest date before or after on a weekday.
func nearest(date time.Time, day time.Weekday) time.Time {
	forward := (int(day) - int(date.Weekday()) + 7) % 7
	if forward > 3 {
		forward -= 7
	}
	return date.AddDate(0, 0, forward)
}
