package plan

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// How the site's values are written for people: here they become the plain values
// that lang knows.

// dateOf is a day by its parts.
func dateOf(d site.Day) lang.Date {
	var parts [3]int
	for i, part := range strings.SplitN(string(d), "-", len(parts)) {
		parts[i], _ = strconv.Atoi(part) // of "" the year is 0: not known
	}
	return lang.Date{Year: parts[0], Month: parts[1], Day: parts[2]}
}

// day writes as much of a date as is known.
func (p *planner) day(d site.Day) string { return p.lang.Date(dateOf(d)) }

// days writes a span: 6–9 November 2017, 2011–2015.
func (p *planner) days(start, end site.Day) string {
	from, joint, to := p.lang.Span(dateOf(start), dateOf(end))
	return from + joint + to
}

// period writes the time a figure is about.
func (p *planner) period(x site.Period) string {
	start, end, _ := strings.Cut(string(x), "/")
	return p.days(site.Day(start), site.Day(end))
}

// value writes a figure as its indicator wants it.
func (p *planner) value(x float64, i site.Indicator) string {
	if i.Format == "year" {
		return lang.Rounded(lang.Exact(x), 0)
	}
	return p.lang.Number(x, i.Decimals)
}

// between is by how much two numbers differ, never less than zero.
func between(a, b float64) *big.Rat {
	d := new(big.Rat).Sub(lang.Exact(a), lang.Exact(b))
	return d.Abs(d)
}

// perCent is how many hundredths of the whole a part is. The whole is not zero.
func perCent(part, whole *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(part, whole)
	return r.Mul(r, big.NewRat(100, 1))
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
