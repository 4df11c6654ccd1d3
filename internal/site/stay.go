package site

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/site/value"
)

const (
	// longestStay is of how many days a visit may be: one of years has a year wrong.
	longestStay = 60
	// firstVisit is when there were a nation's own city offices to visit, and
	// yearsAhead how far plans for visits, and programs, reach.
	firstVisit, yearsAhead = "1945", 5
	// firstArticle is before there were websites of cities, and firstPeriod before any
	// figure of one that is set beside today's.
	firstArticle, firstPeriod = 1990, "1900"
)

// checkStay looks at the days of a visit: a year mistyped is how most go wrong.
func (a *assembler) checkStay(v *Visit) {
	a.checkNear("start", v.Start, v.At("start"))
	if v.End == "" || v.Start == "" || v.End.Last() < v.Start.First() {
		return // the latter has been told
	}
	from, to := value.Date(v.Start.Last()).Time(), value.Date(v.End.First()).Time()
	days := int(to.Sub(from)/(24*time.Hour)) + 1
	if days <= longestStay {
		return
	}
	p := diag.At(v.At("end"), "visit-long", days, string(v.Start), string(v.End)).WithHint("look-at-year")
	meant := value.Day(v.Start.Year() + string(v.End[len("2006"):]))
	if span := value.Date(meant.First()).Time().Sub(from); len(v.End) == len(v.Start) && span >= 0 && span < longestStay*24*time.Hour {
		p = p.WithHint("write-it", "end: "+string(meant))
	}
	a.say(p)
}

// checkNear wants a day to lie neither long before the city nor far ahead.
func (a *assembler) checkNear(key string, day value.Day, at diag.Place) {
	if day != "" && (day.Year() < firstVisit || year(string(day)) > year(a.today())+yearsAhead) {
		a.doubtDate(key, string(day), at)
	}
}

// checkDate wants an article to be of the time in which there are websites, and not to
// wait for years to appear.
func (a *assembler) checkDate(n *Article) {
	if n.Date.Year() < firstArticle || n.Date.In(a.site.Zone).After(a.options.Now.AddDate(2, 0, 0)) {
		a.doubtDate("date", n.Date.String(), n.At("date"))
	}
}

// checkCentury wants what is counted to be of a time in which it was.
func (a *assembler) checkCentury(p value.Period, at diag.Place) {
	if p != "" && p < firstPeriod {
		a.doubtDate("period", string(p), at)
	}
}

// doubtDate tells of a date whose year must be wrong, and of the right one where two of
// its digits changed places.
func (a *assembler) doubtDate(key, word string, at diag.Place) {
	p := diag.At(at, "date-doubtful", key, word, a.today()).WithHint("look-at-year")
	if meant := swapped(word[:4], firstArticle, year(a.today())); meant != "" && !strings.Contains(word, "/") {
		p = p.WithHint("write-it", diag.Whole(meant+word[4:]))
	}
	a.say(p)
}

// swapped returns the only year between two that is another with two neighbouring
// digits the other way round; "" when there is none, or more.
func swapped(word string, first, last int) string {
	meant := ""
	for i := 1; i < len(word); i++ {
		s := word[:i-1] + word[i:i+1] + word[i-1:i] + word[i+1:]
		if n := year(s); s == meant || n < first || n > last {
			continue
		}
		if meant != "" {
			return ""
		}
		meant = s
	}
	return meant
}

// checkYear finds a year to come of what has happened.
func (a *assembler) checkYear(key string, n, ahead int, at diag.Place) {
	if today := a.today(); n > year(today)+ahead && n <= value.LastYear {
		a.say(diag.At(at, "future-date", key, strconv.Itoa(n), today))
	}
}
