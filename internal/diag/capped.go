package diag

import "slices"

// MostTold is how many problems of one file are told one by one. Nobody reads more, and a
// hostile file can have one for every other letter.
const MostTold = 100

// Capped returns l, sorted, with at most so many problems of each file, and one
// more that counts the others. Errors come before warnings, and those before notes: what
// stops the build is never behind what does not. A list that was capped before may be among l.
func (l List) Capped(most int) List {
	var capped List
	for len(l) > 0 {
		n := slices.IndexFunc(l, func(p Problem) bool { return p.Place.File != l[0].Place.File })
		if n < 0 {
			n = len(l)
		}
		capped = append(capped, l[:n].cap(most)...)
		l = l[n:]
	}
	return capped
}

// Instead returns p as what is told instead of so many warnings; Count counts those.
func (p Problem) Instead(warnings int) Problem {
	p.warnings = warnings
	return p
}

// cap is Capped for the problems of one file.
func (l List) cap(most int) List {
	if len(l) <= most {
		return l
	}
	room := map[Severity]int{}
	for _, severity := range []Severity{Error, Warning, Note} {
		same := 0
		for _, p := range l {
			if p.Severity() == severity && !p.isOthers() {
				same++
			}
		}
		room[severity] = min(same, most)
		most -= room[severity]
	}
	var shown, others List
	for _, p := range l {
		if room[p.Severity()] > 0 && !p.isOthers() {
			room[p.Severity()]--
			shown = append(shown, p)
		} else {
			others = append(others, p)
		}
	}
	if len(others) == 0 {
		return l
	}
	more := At(Place{File: l[0].Place.File}, othersWarned, Count(0))
	more.errors, more.warnings = others.Count()
	more.notes = others.Notes()
	if more.errors > 0 {
		more.Code = othersWrong
	}
	more.Args = []any{Count(more.errors + more.warnings + more.notes)}
	return append(shown, more)
}

// What Capped says of those that it leaves out, by the worst among them.
const (
	othersWrong  Code = "more-errors"
	othersWarned Code = "more-warnings"
)

func (p Problem) isOthers() bool { return p.Code == othersWrong || p.Code == othersWarned }
