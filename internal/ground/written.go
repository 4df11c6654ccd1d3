package ground

import (
	"strconv"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// How the site's values are written for people: here they become the plain values
// that lang knows.

// DateOf is a day by its parts.
func DateOf(d value.Day) lang.Date {
	var parts [3]int
	for i, part := range strings.SplitN(string(d), "-", len(parts)) {
		parts[i], _ = strconv.Atoi(part) // of "" the year is 0: not known
	}
	return lang.Date{Year: parts[0], Month: parts[1], Day: parts[2]}
}

// Day writes as much of a date as is known.
func (g Ground) Day(d value.Day) string { return g.Base.words.Date(DateOf(d)) }

// Days writes a span: 6–9 November 2017, 2011–2015.
func (g Ground) Days(start, end value.Day) string {
	from, joint, to := g.Base.words.Span(DateOf(start), DateOf(end))
	return from + joint + to
}

// Period writes the time a figure is about.
func (g Ground) Period(x value.Period) string {
	start, end, _ := strings.Cut(string(x), "/")
	return g.Days(value.Day(start), value.Day(end))
}

// Value writes a figure as its indicator wants it.
func (g Ground) Value(x float64, i site.Indicator) string {
	if i.Format == "year" {
		return lang.Rounded(lang.Exact(x), 0)
	}
	return g.Base.words.Number(x, i.Decimals)
}
