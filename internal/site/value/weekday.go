package value

import (
	"maps"
	"slices"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// weekdays are the names of weekdays in both languages of the editors, in small
// letters; Jum'at is the older spelling, with whatever apostrophe.
var weekdays = map[string]time.Weekday{
	"minggu": 0, "ahad": 0, "senin": 1, "selasa": 2, "rabu": 3, "kamis": 4, "jumat": 5, "jum'at": 5, "sabtu": 6,
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// isWeekday says whether a word names a weekday, or is cut after three letters.
func isWeekday(word string) bool {
	_, known := weekdays[word]
	for name := range weekdays {
		known = known || word == name[:3]
	}
	return known
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
		return records.RefuseHint("weekday-unknown", word, "allowed",
			"Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu")
	}
	*w = Weekday{word, day}
	return nil
}

// NearestWeekday returns the nearest date before or after another on a weekday.
func NearestWeekday(date time.Time, day time.Weekday) time.Time {
	forward := (int(day) - int(date.Weekday()) + 7) % 7
	if forward > 3 {
		forward -= 7
	}
	return date.AddDate(0, 0, forward)
}

// Example returns the name of a day.
func (*Weekday) Example() string { return "Selasa" }

// Pattern returns how it looks: see records.Patterned.
func (*Weekday) Pattern() string { return weekdayPattern }

// weekdayPattern is the names of weekdays with small letters or capitals, and any apostrophe.
var weekdayPattern = func() string {
	var forms []string
	for _, name := range slices.Sorted(maps.Keys(weekdays)) {
		var form strings.Builder
		for _, r := range name {
			if r == '\'' {
				form.WriteString("['’‘ʼ`´′]")
				continue
			}
			form.WriteString("[" + strings.ToUpper(string(r)) + string(r) + "]")
		}
		forms = append(forms, form.String())
	}
	return "^(" + strings.Join(forms, "|") + ")$"
}()
