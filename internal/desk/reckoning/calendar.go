package reckoning

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/diag"
	"blandongan/internal/site/value"
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
var dayparts = prose.SetOf(`pagi siang sore petang malam dini hari tanggal tgl kliwon legi pahing pon wage agung
the on morning afternoon evening night`)

// weekdays holds weekdays against the dates beside them.
func (t *text) weekdays() {
	for i := range t.Tokens {
		if t.Tokens[i].Mark&dayMark == 0 {
			continue
		}
		if first, last, is := strings.Cut(t.Tokens[i].Low, "-"); is {
			t.hyphened(i, weekdays[first], weekdays[last])
			continue
		}
		day, is := weekdays[t.Tokens[i].Low]
		if !is || t.Low(i-1) == "malam" || (day == time.Sunday && !t.Tokens[i].Large) || t.isOfName(i) {
			continue
		}
		if d, ok := t.dateBehind(i); ok {
			t.weekday(i, day, d)
		} else if d, ok := t.dateBefore(i); ok {
			t.paired(i, d)
		}
	}
}

// hyphened holds two weekdays in one word against the span of days behind them: Senin-Jumat, 2–6 Juni.
func (t *text) hyphened(i int, first, last time.Weekday) {
	at := i + 1
	if gap := t.Gap(at); gap != " " && gap != ", " && gap != " (" || t.RangeEnd(at) == 0 {
		return
	}
	from, ok1 := t.DateAt(at)
	to, ok2 := t.DateAt(t.RangeEnd(at))
	if !ok1 || !ok2 || !from.Year || !to.Year {
		return
	}
	for _, x := range []struct {
		day  time.Weekday
		date reading.Date
	}{{first, from}, {last, to}} {
		if is := x.date.Time.Weekday(); is != x.day {
			t.Say("weekday-wrong", i, to.Last, t.Like(x.date, x.date.Time), dayWord(x.day), dayWord(is))
			return
		}
	}
}

// named are what is called by a weekday.
var named = prose.SetOf("pasar sekolah koran edisi harian majalah tabloid")

// isOfName says whether a weekday ends a name: Jalan Pasar Minggu, Sekolah Minggu.
func (t *text) isOfName(i int) bool {
	if !t.Joined(i) {
		return false
	}
	before := t.Tokens[i-1]
	_, again := weekdays[before.Low]
	return named[before.Low] || before.Large && named[t.Low(i-2)] ||
		before.Large && !t.Titled && !again && !dayparts[before.Low] && !t.Begins(i-1)
}

// paired holds the weekdays in brackets against the days before them, of which the given date is the
// last: 12, 13 dan 14 Januari 2026 (Senin, Selasa dan Rabu). Where there are more of one than of the
// other, nobody knows which is whose.
func (t *text) paired(i int, last reading.Date) {
	days, words := t.daysUpTo(last), t.weekdaysFrom(i)
	if len(days) != len(words) {
		return
	}
	for n, at := range words {
		t.weekday(at, weekdays[t.Low(at)], days[n])
	}
}

// weekdaysFrom returns the weekdays of a list or span that begins with one.
func (t *text) weekdaysFrom(i int) []int {
	all := []int{i}
	for at := i + 1; at < t.Of(i).Last; at++ {
		_, is := weekdays[t.Low(at)]
		switch gap := t.Gap(at); {
		case gap != " " && gap != ", " && !reading.IsDash(gap):
			return all
		case is:
			all = append(all, at)
		case !dayparts[t.Low(at)] && !reading.IsJoint(t.Low(at)):
			return all
		}
	}
	return all
}

// daysUpTo returns the days of a list or span that ends with a date.
func (t *text) daysUpTo(last reading.Date) []reading.Date {
	all := []reading.Date{last}
	for {
		first := all[0].First
		at, gap := first-1, t.Gap(first)
		if reading.IsJoint(t.Low(at)) {
			gap, at = ", ", at-1
		}
		if gap != ", " && !reading.IsDash(gap) {
			return all
		}
		d, ok := t.dayEnding(at, all[0])
		if !ok {
			return all
		}
		all = append([]reading.Date{d}, all...)
	}
}

// dayEnding returns the day that a word ends: a date, or a day of the month of the next.
func (t *text) dayEnding(at int, next reading.Date) (reading.Date, bool) {
	for n := 2; n > 0; n-- {
		if d, ok := t.DateAt(max(at-n, 0)); ok && d.Last == at+1 {
			return d, true
		}
	}
	day := t.Whole(at)
	if day < 1 || day > 31 {
		return next, false
	}
	next.First, next.Last = at, at+1
	next.Time = time.Date(next.Time.Year(), next.Time.Month(), day, 0, 0, 0, 0, time.UTC)
	return next, next.Time.Day() == day
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
	near := value.NearestWeekday(d.Time, day)
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
