package reckoning

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/desk/reading"
)

// impossible finds days that no month has, and hours that no clock shows.
func (t *text) impossible() {
	for i := range t.Tokens {
		switch mark := t.Tokens[i].Mark; {
		case mark&monthMark != 0:
			t.impossibleDay(i)
		case mark&hourMark != 0:
			t.hour(i + 1)
		}
	}
}

// impossibleDay holds the day before a month against how many that has. Of a number that is no day in any
// month only a year tells that it is meant as one.
func (t *text) impossibleDay(month int) {
	if !t.Tokens[month].Large || !t.Joined(month) || !reading.IsDigits(t.Low(month-1)) || t.Gap(month-1) == "/" {
		return
	}
	day, year, last := t.Whole(month-1), 2000, month+1 // a leap year, where none is named
	dated := t.Joined(last) && t.IsYear(last)
	if dated {
		year, last = t.Whole(last), last+1
	}
	end := time.Date(year, reading.Months[t.Low(month)]+1, 0, 0, 0, 0, 0, time.UTC).Day()
	isTitle := strings.HasSuffix(t.Gap(month-1), "\"") && strings.HasPrefix(t.Gap(last), "\"")
	if len(t.Low(month)) < 4 && !dated { // Mar, a name
		return
	}
	if day <= end || day > 31 && !dated || day > 99 || isTitle {
		return
	}
	written := t.Span(month-1, last)
	right := strconv.Itoa(end) + written[len(t.Tokens[month-1].Text):]
	reading.Mend(t.Say("date-impossible", month-1, last, written, right), right)
}

// Where a day ends, and an hour.
const (
	lastHour   = 24
	lastMinute = 59
)

// hour looks at what stands behind "pukul": Indonesian writes 07.30.
func (t *text) hour(i int) {
	if !t.Joined(i) {
		return
	}
	if last := i + 1; !t.English && t.Gap(last) == ":" && len(t.Low(last)) == 2 {
		right := t.Low(i) + "." + t.Low(last)
		if _, is := timeOfDay(strings.Repeat("0", max(0, 2-len(t.Low(i)))) + right); is && t.Gap(last+1) != ":" {
			reading.Mend(t.Say("number-form", i, last+1, t.Span(i, last+1), right), right)
		}
		return
	}
	hour, minute, is := strings.Cut(t.Low(i), ".")
	if !is || len(hour) > 2 || len(minute) != 2 {
		return
	}
	h, err1 := strconv.Atoi(hour)
	m, err2 := strconv.Atoi(minute)
	if err1 == nil && err2 == nil && (h > lastHour || m > lastMinute) {
		t.Say("hour-impossible", i, i+1, t.Tokens[i].Text)
	}
}
