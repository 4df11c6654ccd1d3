package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// typedDate is a date as people and other programs write it: 7/11/2017, Selasa, 7 November
// 2017 pukul 10.00 WIB, Nov 2017. It serves hints: what an editor must write is one form.
type typedDate struct {
	year, month, day int    // month and day are 0 when not named
	clock            string // "10:00" or "10:00:30", "" without a time of day
	zone             string // "+07:00", "Z" or ""
	next             bool   // 24:00: the day after begins
}

// months are the names of months in both languages, by their first three letters and
// those that are spelt or cut otherwise.
var months = map[string]int{
	"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
	"agu": 8, "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}

// zones are those of Indonesia by their names, and the world's.
var zones = map[string]string{"wib": "+07:00", "wita": "+08:00", "wit": "+09:00", "utc": "Z", "gmt": "Z", "z": "Z"}

var (
	clockForm = regexp.MustCompile(`(?:^|[\s,t])(?:pukul|jam|pkl?\.?|at)?\s*` +
		`(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([ap]m)?\s*(z|[+-]\d\d(?::?\d\d)?|wib|wita|wit|utc|gmt)?\s*$`)
	dayFirst = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)$`)
	hourForm = regexp.MustCompile(`[\s,t](?:(?:pukul|jam|pkl?\.?|at) *(\d{1,2})(?: *(wib|wita|wit|utc|gmt))?` +
		`|(\d{1,2}) *(wib|wita|wit))$`)
	zoneAlone  = regexp.MustCompile(`(\d) *(?:z|wib|wita|wit|utc|gmt)$`)
	placeFirst = regexp.MustCompile(`^[a-z][a-z .'-]*?(?:,| [-:/|]) *`)
	yearFirst  = regexp.MustCompile(`^([12]\d{3})[-/. ](\d{1,2})[-/. ](\d{1,2})$`)
	yearGlued  = regexp.MustCompile(`^([12]\d{3})(\d\d)(\d\d)$`)
	dayWord    = regexp.MustCompile(`^(\d{1,2})[- .]*([a-z]{3,10})[- .,]*([12]\d{3})$`)
	wordDay    = regexp.MustCompile(`^([a-z]{3,10})[ .]*(\d{1,2}),? +([12]\d{3})$`)
	wordYear   = regexp.MustCompile(`^([a-z]{3,10})[- .,]*([12]\d{3})$`)
	monthYear  = regexp.MustCompile(`^(\d{1,2})[-/.]([12]\d{3})$`)
	yearMonth  = regexp.MustCompile(`^([12]\d{3})[-/.](\d{1,2})$`)
	yearAlone  = regexp.MustCompile(`^(?:tahun |th\.? )?([12]\d{3})$`)
	dayOfWeek  = regexp.MustCompile(`^(?:hari |tanggal |tgl\.? )*([a-z'-]+)?,? *(?:tanggal |tgl\.? )?`)
	dashes     = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-", "‒", "-",
		"(", " ", ")", " ")
	apostrophe = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "´", "'", "′", "'")
	blanks     = regexp.MustCompile(`[\s\p{Zs}]+`)
)

// readTypedDate understands a date, or does not.
func readTypedDate(word string) (typedDate, bool) {
	text := dashes.Replace(apostrophe.Replace(strings.ToLower(word)))
	text = strings.TrimSpace(blanks.ReplaceAllString(text, " "))
	var s typedDate
	text, ok := s.cutClock(text)
	if !ok {
		return typedDate{}, false
	}
	if s.readDate(withoutWeekday(text)) {
		return s, s.exists()
	}
	place := placeFirst.FindString(text) // Serpong, 7 November 2017
	if place == "" || !s.readDate(withoutWeekday(text[len(place):])) || s.day == 0 {
		return typedDate{}, false
	}
	return s, s.exists()
}

// cutClock reads the time of day that a text ends with, and returns what stands before.
func (s *typedDate) cutClock(text string) (rest string, ok bool) {
	before := func(at int) string { return strings.TrimRight(text[:at], " ,|-/") }
	if m := clockForm.FindStringSubmatchIndex(text); m != nil && before(m[0]) != "" { // else 7.11.17 is a clock
		return before(m[0]), s.readClock(clockForm.FindStringSubmatch(text))
	}
	if m := hourForm.FindStringSubmatch(text); m != nil {
		return before(len(text) - len(m[0])), s.readClock([]string{"", m[1] + m[3], "00", "", "", m[2] + m[4]})
	}
	return zoneAlone.ReplaceAllString(text, "$1"), true
}

func withoutWeekday(text string) string {
	if m := dayOfWeek.FindStringSubmatch(text); m != nil && (m[1] == "" || isWeekday(m[1])) {
		return text[len(m[0]):]
	}
	return text
}

func (s *typedDate) readClock(m []string) bool {
	hour, minute, second := number(m[1]), number(m[2]), number(m[3])
	switch {
	case m[4] == "pm" && hour < 12:
		hour += 12
	case m[4] == "am" && hour == 12:
		hour = 0
	}
	if hour == 24 && minute == 0 && second == 0 {
		hour, s.next = 0, true
	}
	s.clock = fmt.Sprintf("%02d:%02d", hour, minute)
	if m[3] != "" {
		s.clock += fmt.Sprintf(":%02d", second)
	}
	if s.zone = zones[m[5]]; s.zone == "" && m[5] != "" {
		digits := strings.ReplaceAll(m[5][1:], ":", "") + "00"
		s.zone = m[5][:1] + digits[:2] + ":" + digits[2:4]
	}
	return hour < 24 && minute < 60 && second < 60
}

func (s *typedDate) readDate(text string) bool {
	switch {
	case s.take(yearFirst, text, 1, 2, 3), s.take(yearGlued, text, 1, 2, 3):
	case s.take(dayFirst, text, 3, 2, 1), s.take(dayWord, text, 3, 2, 1), s.take(wordDay, text, 3, 1, 2):
	case s.take(wordYear, text, 2, 1, 0), s.take(monthYear, text, 2, 1, 0):
	case s.take(yearMonth, text, 1, 2, 0), s.take(yearAlone, text, 1, 0, 0):
	default:
		return false
	}
	if s.year < 100 {
		s.year = WholeYear(s.year)
	}
	if s.month > 12 && s.day <= 12 && s.day > 0 { // 11/25/2017, as Americans write
		s.month, s.day = s.day, s.month
	}
	return true
}

// take reads a date whose year, month and day are groups of a form; 0 is none.
func (s *typedDate) take(form *regexp.Regexp, text string, year, month, day int) bool {
	m := form.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	part := func(group int) int {
		if group == 0 {
			return 0
		}
		if n, err := strconv.Atoi(m[group]); err == nil {
			return n
		}
		return months[m[group][:3]]
	}
	s.year, s.month, s.day = part(year), part(month), part(day)
	return month == 0 || s.month > 0
}

func (s typedDate) exists() bool {
	t := s.date()
	return t.Year() == s.year && s.year >= FirstYear && s.year <= LastYear &&
		(s.month == 0 || int(t.Month()) == s.month) && (s.day == 0 || t.Day() == s.day)
}

func (s typedDate) date() time.Time {
	return time.Date(s.year, time.Month(max(s.month, 1)), max(s.day, 1), 0, 0, 0, 0, time.UTC)
}

// dayText is the form that editors write, as exact as what was said: 2017, 2017-11 or
// 2017-11-07.
func (s typedDate) dayText() string {
	t := s.date()
	if s.next && s.day > 0 {
		t = t.AddDate(0, 0, 1)
	}
	switch {
	case s.month == 0:
		return t.Format("2006")
	case s.day == 0:
		return t.Format("2006-01")
	}
	return t.Format("2006-01-02")
}

// momentText is the form with its time of day; "" when no day is named.
func (s typedDate) momentText() string {
	if s.day == 0 {
		return ""
	}
	if s.clock == "" {
		return s.dayText()
	}
	return s.dayText() + " " + s.clock + s.zone
}

// dateText is the form of a date alone; "" when no day is named.
func (s typedDate) dateText() string {
	if s.day == 0 {
		return ""
	}
	s.next = false
	return s.dayText()
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
