package check

import (
	"strconv"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// today is the day of the build in the site's zone.
func (c *checker) today() string { return c.now.In(c.site.Zone).Format(time.DateOnly) }

// checkPeriod finds figures of another century, and of a time to come that pass for
// known.
func (c *checker) checkPeriod(f *site.Figure) {
	c.checkCentury(f.Period, f.At("period"))
	if f.Value == nil || !c.isAhead(f.Period) || c.site.Indicators[f.Indicator].Ahead {
		return
	}
	if s := f.Standing(); s == "official" || s == "unverified" {
		c.say(diag.At(f.At("period"), "figure-future", string(f.Period)).WithHint("figure-ahead"))
	}
}

// isAhead says whether a period has not begun, or ends in a year to come. What is
// counted of a year before its end is told while it lasts.
func (c *checker) isAhead(p value.Period) bool {
	first, last := p.Bounds()
	today := c.today()
	return first > today || value.YearOf(last) > value.YearOf(today)
}

// checkPast finds what is said to have happened and cannot have yet. These are
// warnings: the clock of the machine may be the one that is wrong.
func (c *checker) checkPast(dates []records.Ref) {
	if len(dates) == 0 {
		return // as most articles
	}
	today := c.today()
	for _, d := range dates {
		if first, dated := firstDay(d.ID); dated && first > today {
			c.say(diag.At(d.Place, "future-date", d.Kind, d.ID, today))
		}
	}
}

// firstDay returns the first date of a date, month or year, with or without a
// time of day.
func firstDay(word string) (string, bool) {
	day := value.Day(word[:min(len(word), len(time.DateOnly))])
	if new(value.Day).ReadLiteral(string(day)) != nil {
		return "", false
	}
	return day.First(), true
}

// checkTimes wants an article to be of our time, written after what it tells of, and
// before it is changed.
func (c *checker) checkTimes(n *site.Article) {
	if n.Date.IsZero() {
		return
	}
	c.checkDate(n)
	if n.Written == "" && n.Updated.IsZero() && len(n.Corrections) == 0 {
		return
	}
	date, key, word := n.Date.In(c.site.Zone).Format(time.DateOnly), "date", n.Date.String()
	if n.Written != "" {
		if string(n.Written) < date {
			c.say(diag.At(n.At("written"), "end-before-start", "written", string(n.Written), key, word))
			return
		}
		date, key, word = string(n.Written), "written", string(n.Written)
	}
	if !n.Updated.IsZero() && n.Updated.In(c.site.Zone).Format(time.DateOnly) < date {
		c.say(diag.At(n.At("updated"), "end-before-start", "updated", n.Updated.String(), key, word))
	}
	for i := range n.Corrections {
		x := &n.Corrections[i]
		if x.Date != "" && string(x.Date) < date {
			c.say(diag.At(x.At("date"), "end-before-start", "corrections: date", string(x.Date), key, word))
		}
	}
}

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
func (c *checker) checkStay(v *site.Visit) {
	c.checkNear("start", v.Start, v.At("start"))
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
	span := value.Date(meant.First()).Time().Sub(from)
	if len(v.End) == len(v.Start) && span >= 0 && span < longestStay*24*time.Hour {
		p = p.WithHint("write-it", "end: "+string(meant))
	}
	c.say(p)
}

// checkNear wants a day to lie neither long before the city nor far ahead.
func (c *checker) checkNear(key string, day value.Day, at diag.Place) {
	if day != "" && (day.Year() < firstVisit || value.YearOf(string(day)) > value.YearOf(c.today())+yearsAhead) {
		c.doubtDate(key, string(day), at)
	}
}

// checkDate wants an article to be of the time in which there are websites, and not to
// wait for years to appear.
func (c *checker) checkDate(n *site.Article) {
	if n.Date.Year() < firstArticle || n.Date.In(c.site.Zone).After(c.now.AddDate(2, 0, 0)) {
		c.doubtDate("date", n.Date.String(), n.At("date"))
	}
}

// checkCentury wants what is counted to be of a time in which it was.
func (c *checker) checkCentury(p value.Period, at diag.Place) {
	if p != "" && p < firstPeriod {
		c.doubtDate("period", string(p), at)
	}
}

// doubtDate tells of a date whose year must be wrong, and of the right one where two of
// its digits changed places.
func (c *checker) doubtDate(key, word string, at diag.Place) {
	p := diag.At(at, "date-doubtful", key, word, c.today()).WithHint("look-at-year")
	if meant := swapped(word[:4], firstArticle, value.YearOf(c.today())); meant != "" && !strings.Contains(word, "/") {
		p = p.WithHint("write-it", diag.Whole(meant+word[4:]))
	}
	c.say(p)
}

// swapped returns the only year between two that is another with two neighbouring
// digits the other way round; "" when there is none, or more.
func swapped(word string, first, last int) string {
	meant := ""
	for i := 1; i < len(word); i++ {
		s := word[:i-1] + word[i:i+1] + word[i-1:i] + word[i+1:]
		if n := value.YearOf(s); s == meant || n < first || n > last {
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
func (c *checker) checkYear(key string, n, ahead int, at diag.Place) {
	if today := c.today(); n > value.YearOf(today)+ahead && n <= value.LastYear {
		c.say(diag.At(at, "future-date", key, strconv.Itoa(n), today))
	}
}
