package plan

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"blandongan/internal/site"
)

// voice writes numbers, dates and the pages' own words in one language.
type voice struct {
	tag     string
	printer *message.Printer
	words   map[string]string
	months  [12]string
}

var (
	monthsID = [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}
	monthsEN = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// voiceOf returns the voice for a BCP 47 tag: Indonesian for id, else English.
func voiceOf(tag string) voice {
	t, err := language.Parse(tag)
	if err != nil {
		t = language.Indonesian
	}
	base, _ := t.Base()
	v := voice{tag: tag, printer: message.NewPrinter(t), months: monthsEN, words: make(map[string]string, len(words))}
	if base.String() == "id" {
		v.months = monthsID
	}
	for key, w := range words {
		v.words[key] = w.en
		if base.String() == "id" {
			v.words[key] = w.id
		}
	}
	return v
}

// word returns one of the pages' own words, "" when there is none: a value that
// is not allowed has been reported and has no word.
func (v voice) word(key string, args ...any) string {
	w := v.words[key]
	if len(args) == 0 {
		return w
	}
	return fmt.Sprintf(w, args...)
}

// number writes x with the language's separators: 1.354.350 and 164,86.
func (v voice) number(x float64, decimals int) string {
	return v.exact(exact(x), decimals)
}

// exact is number for what was computed.
func (v voice) exact(x *big.Rat, decimals int) string {
	shown, _ := strconv.ParseFloat(rounded(x, decimals), 64) // has no more digits than are printed
	return v.printer.Sprint(number.Decimal(shown, number.Scale(decimals)))
}

// count is number for what needs no rounding; most numbers of a page do not.
func (v voice) count(n int) string { return v.printer.Sprint(number.Decimal(n)) }

// value writes a figure as its indicator wants it.
func (v voice) value(x float64, i site.Indicator) string {
	if i.Format == "year" {
		return rounded(exact(x), 0)
	}
	return v.number(x, i.Decimals)
}

// date writes 7 November 2017.
func (v voice) date(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), v.months[t.Month()-1], t.Year())
}

// day writes as much of a date as is known.
func (v voice) day(d site.Day) string {
	if t, err := time.Parse("2006-01", string(d)); err == nil {
		return fmt.Sprintf("%s %d", v.months[t.Month()-1], t.Year())
	}
	if t, ok := d.Date(); ok {
		return v.date(t)
	}
	return string(d)
}

// days writes a span: 6–9 November 2017, 2011–2015.
func (v voice) days(start, end site.Day) string {
	from, joint, to := v.span(start, end)
	return from + joint + to
}

// span writes the two ends of a span, and what joins them.
func (v voice) span(start, end site.Day) (from, joint, to string) {
	if end == "" || end == start {
		return v.day(start), "", ""
	}
	a, okA := start.Date()
	b, okB := end.Date()
	if okA && okB && a.Year() == b.Year() && a.Month() == b.Month() {
		return strconv.Itoa(a.Day()), "–", v.date(b)
	}
	if len(start) == 4 && len(end) == 4 {
		return string(start), "–", string(end)
	}
	return v.day(start), " – ", v.day(end)
}

// period writes the time a figure is about.
func (v voice) period(p site.Period) string {
	start, end, _ := strings.Cut(string(p), "/")
	return v.days(site.Day(start), site.Day(end))
}

// list joins words: a, b, dan c.
func (v voice) list(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return items[0] + " " + v.word("and") + " " + items[1]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + ", " + v.word("and") + " " + items[last]
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
