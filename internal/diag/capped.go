package diag

import "slices"

// Capped returns l, sorted, with at most so many problems of each file, and one
// more that counts the others. Errors come before warnings, and those before notes: what
// stops the build is never behind what does not.
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
	errors, warnings := l.Count()
	room := map[Severity]int{
		Error: most, Warning: most - min(errors, most), Note: most - min(errors+warnings, most),
	}
	shown := make(List, 0, most+1)
	for _, p := range l {
		if room[p.Severity()] > 0 {
			room[p.Severity()]--
			shown = append(shown, p)
		}
	}
	others := len(l) - most
	code := Code("more-warnings")
	if errors > most {
		code = "more-errors"
	}
	more := At(Place{File: l[0].Place.File}, code, Count(others))
	more.errors = max(errors-most, 0)
	more.warnings = max(errors+warnings-most, 0) - more.errors
	return append(shown, more)
}
