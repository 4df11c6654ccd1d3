package lang

import (
	"strconv"
	"time"
)

// Date is a date known to the year, the month or the day: what is not known is 0.
type Date struct{ Year, Month, Day int }

// DateOf is the date of a time, where it is.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// Moment writes a time of the clock where it is: 2026-01-12 07:30 WIB.
func Moment(t time.Time) string { return t.Format("2006-01-02 15:04 MST") }

// Date writes as much of a date as is known: 7 November 2017, Juni 2023, 2018.
func (w *Writer) Date(d Date) string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return w.month(d) + " " + strconv.Itoa(d.Year)
	}
	return strconv.Itoa(d.Day) + " " + w.month(d) + " " + strconv.Itoa(d.Year)
}

func (w *Writer) month(d Date) string { return w.Word("month-" + strconv.Itoa(d.Month)) }

// Span writes the two ends of a span, and what joins them: 6–9 November 2017,
// 2011–2015. It is one date where the end is the start, or unknown.
func (w *Writer) Span(start, end Date) (from, joint, to string) {
	switch {
	case end == Date{} || end == start:
		return w.Date(start), "", ""
	case start.Day > 0 && end.Day > 0 && start.Year == end.Year && start.Month == end.Month:
		return strconv.Itoa(start.Day), "–", w.Date(end)
	case start.Month == 0 && end.Month == 0:
		return w.Date(start), "–", w.Date(end)
	}
	return w.Date(start), " – ", w.Date(end)
}
