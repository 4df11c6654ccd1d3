package site

import (
	"strconv"
	"time"

	"blandongan/internal/diag"
)

const (
	// longestStay is of how many days a visit may be: one of years has a year wrong.
	longestStay = 60
	// firstVisit is when there were a nation's own city offices to visit, and
	// yearsAhead how far plans for visits, and programs, reach.
	firstVisit, yearsAhead = "1945", 5
)

// checkStay looks at the days of a visit: a year mistyped is how most go wrong.
func (a *assembler) checkStay(v *Visit) {
	a.checkNear("start", v.Start, v.At("start"))
	if v.End == "" || v.Start == "" || v.End.Last() < v.Start.First() {
		return // the latter has been told
	}
	from, to := Date(v.Start.Last()).Time(), Date(v.End.First()).Time()
	days := int(to.Sub(from)/(24*time.Hour)) + 1
	if days <= longestStay {
		return
	}
	p := diag.At(v.At("end"), "visit-long", days, string(v.Start), string(v.End)).WithHint("look-at-year")
	meant := Day(v.Start.Year() + string(v.End[len("2006"):]))
	if span := Date(meant.First()).Time().Sub(from); len(v.End) == len(v.Start) && span >= 0 && span < longestStay*24*time.Hour {
		p = p.WithHint("write-it", "end: "+string(meant))
	}
	a.say(p)
}

// checkNear wants a day to lie neither long before the city nor far ahead.
func (a *assembler) checkNear(key string, day Day, at diag.Place) {
	if day != "" && (day.Year() < firstVisit || year(string(day)) > year(a.today())+yearsAhead) {
		a.say(diag.At(at, "date-doubtful", key, string(day), a.today()).WithHint("look-at-year"))
	}
}

// checkYear finds a year to come of what has happened.
func (a *assembler) checkYear(key string, n, ahead int, at diag.Place) {
	if today := a.today(); n > year(today)+ahead && n <= lastYear {
		a.say(diag.At(at, "future-date", key, strconv.Itoa(n), today))
	}
}
