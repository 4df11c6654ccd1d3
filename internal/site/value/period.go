package value

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
)

// Period is the time a figure is about: a Day, or two joined by a slash
// (ISO 8601), as written.
type Period string

// Bounds returns the first and the last date of the period, as 2006-01-02.
func (p Period) Bounds() (first, last string) {
	a, b, ok := strings.Cut(string(p), "/")
	if !ok {
		b = a
	}
	return Day(a).First(), Day(b).Last()
}

// Same says whether two periods are one time, however they are written.
func (p Period) Same(other Period) bool {
	from, to := p.Bounds()
	otherFrom, otherTo := other.Bounds()
	return from == otherFrom && to == otherTo && p != ""
}

// Length says how long the period is, in months where it begins and ends with
// one, else in days.
func (p Period) Length() string {
	first, last := p.Bounds()
	from, to := Date(first).Time(), Date(last).Time().AddDate(0, 0, 1)
	if from.Day() == 1 && to.Day() == 1 {
		return fmt.Sprintf("%d months", 12*(to.Year()-from.Year())+int(to.Month()-from.Month()))
	}
	return fmt.Sprintf("%d days", int(to.Sub(from).Hours()/24))
}

// ReadLiteral accepts a Day, or Day/Day in order.
func (p *Period) ReadLiteral(word string) *diag.Problem {
	parts := strings.SplitN(word, "/", 2)
	for _, part := range parts {
		var d Day
		if f := d.ReadLiteral(part); f != nil {
			if f.Code == "no-such-day" {
				return f
			}
			return notPeriod(word)
		}
	}
	if first, last := parts[0], parts[len(parts)-1]; Day(last).Last() < Day(first).First() {
		return records.RefuseHint("bad-period", word, "write-it", diag.Whole(last+"/"+first))
	}
	*p = Period(word)
	return nil
}

// Example returns a period.
func (*Period) Example() string { return "2017" }

// Pattern returns how it looks: see records.Patterned.
func (*Period) Pattern() string { return "^" + dayPattern + "(/" + dayPattern + ")?$" }

func notPeriod(word string) *diag.Problem {
	if meant := typedPeriod(word); meant != "" {
		return records.RefuseHint("bad-period", word, "write-it", diag.Whole(meant))
	}
	return records.RefuseHint("bad-period", word, "period-form")
}

var twoYears = regexp.MustCompile(`^([12]\d)?(\d\d) ?(?:[-–/]|s/d|s\.d\.) ?([12]\d)?(\d\d)$`)

// periodMeant reads years of two digits, and two years with a dash between them.
func periodMeant(word string) string {
	m := twoYears.FindStringSubmatch(word)
	switch {
	case m == nil:
		return yearMeant(word)
	case m[1] == "" && m[3] == "":
		return inOrder(yearMeant(m[2]), yearMeant(m[4]))
	case m[1] != "" && m[3] == "" && (m[4] > "12" || strings.Contains(word, "/") && m[4] > m[2]): // 2017-11 is a month
		return inOrder(m[1]+m[2], m[1]+m[4])
	case m[1] != "" && m[3] == "" && m[2] == "99" && m[4] == "00": // 1999/00
		return inOrder(m[1]+m[2], yearMeant(m[4]))
	case m[1] != "" && m[3] != "":
		return inOrder(m[1]+m[2], m[3]+m[4])
	}
	return ""
}

// inOrder is the period between two days, of which the earlier comes first.
func inOrder(a, b string) string { return min(a, b) + "/" + max(a, b) }

// typedPeriod is how a period is written that people write otherwise: as years with a
// dash between them, as two dates, as a half or a quarter of a year; "" for other words.
func typedPeriod(word string) string {
	if meant := periodMeant(word); meant != "" {
		return meant
	}
	text := strings.ToLower(blanks.ReplaceAllString(strings.TrimSpace(word), " "))
	if m := partOfYear.FindStringSubmatch(text); m != nil {
		length := 6
		if strings.HasPrefix(m[1], "t") || strings.HasPrefix(m[1], "k") || strings.HasPrefix(m[1], "q") {
			length = 3
		}
		n := slices.Index(ordinals, m[2])%4 + 1
		if n*length > 12 || n == 0 {
			return ""
		}
		return fmt.Sprintf("%s-%02d/%s-%02d", m[3], (n-1)*length+1, m[3], n*length)
	}
	for _, between := range []string{" s.d. ", " s/d ", " sampai ", " hingga ", " - ", "–", "—", "-", "/"} {
		if from, to, ok := strings.Cut(text, between); ok {
			a, fine := readTypedDate(from)
			b, also := readTypedDate(to)
			x, y := a.dayText(), b.dayText()
			if fine && also && (x < y || x > y && len(x) == len(y)) {
				return inOrder(x, y)
			}
		}
	}
	if s, ok := readTypedDate(word); ok {
		s.next = false
		return s.dayText()
	}
	return ""
}

var (
	partOfYear = regexp.MustCompile(`^(semester|triwulan|tw|kuartal|smt|q|quarter)\.? ?` +
		`(1|2|3|4|i|ii|iii|iv),? *(?:tahun )?([12]\d{3})$`)
	ordinals = []string{"1", "2", "3", "4", "i", "ii", "iii", "iv"}
)
