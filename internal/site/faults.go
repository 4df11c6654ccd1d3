package site

import (
	"strconv"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// checked is a kind that has rules of its own beyond its declaration.
type checked interface{ check(*faults) }

// faults gathers what the checks of one entry find.
type faults struct{ problems diag.List }

func (f *faults) say(at diag.Place, code diag.Code, args ...any) {
	f.problems = append(f.problems, diag.At(at, code, args...))
}

func (f *faults) sayHint(p diag.Problem) { f.problems = append(f.problems, p) }

// year wants four digits, of a time that a city office writes about.
func (f *faults) year(x *records.Places, key string, year int) {
	if !x.Has(key) || x.Misread(key) || year >= value.FirstYear && year <= value.LastYear {
		return
	}
	p := diag.At(x.At(key), "out-of-range", key, year, value.FirstYear, value.LastYear)
	if whole := value.WholeYear(year); whole > 0 {
		p = p.WithHint("write-number", strconv.Itoa(whole))
	}
	f.sayHint(p)
}
