package desk

import (
	"slices"

	"blandongan/internal/diag"
)

// Findings are what the rules found in many files. They are never changed, and to make them
// costs no more than a step for each file: of all that is found in a large site somebody who saves
// a file is told but little.
type Findings struct {
	lists []diag.List
	count int
}

// Findings returns those of lists that are sorted: what Review found in each file, and Across in
// files beside each other. whole says that these are all files there are: then it tells of rules
// that the site does without and that find nothing in it.
func (d *Desk) Findings(lists []diag.List, whole bool) (f Findings) {
	used := map[diag.Code]bool{}
	for _, l := range lists {
		if len(d.quiet) > 0 && slices.ContainsFunc(l, d.isQuiet) {
			var loud diag.List
			for _, p := range l {
				if d.isQuiet(p) {
					used[p.Code] = true
				} else {
					loud = append(loud, p)
				}
			}
			l = loud
		}
		f.add(l)
	}
	for i := range d.quiet {
		q := &d.quiet[i]
		if code := diag.Code(q.Rule); whole && code != "" && !used[code] && !rules[code].asked {
			f.add(diag.List{diag.At(q.At("rule"), "silence-idle", string(code)).About(string(code))})
		}
	}
	return f
}

func (f *Findings) add(l diag.List) {
	if len(l) > 0 {
		f.lists, f.count = append(f.lists, l), f.count+len(l)
	}
}

// Len returns how many there are.
func (f Findings) Len() int { return f.count }

// All returns them in one list, sorted.
func (f Findings) All() diag.List { return slices.Concat(f.lists...).Sorted() }

// Of returns at most so many of one file, and as many of all others, each sorted by file.
func (f Findings) Of(file string, most int) (here, others diag.List) {
	for _, l := range f.lists {
		for _, p := range l {
			switch is := file != "" && p.Place.File == file; {
			case is && len(here) < most:
				here = append(here, p)
			case !is && len(others) < most:
				others = append(others, p)
			}
		}
	}
	return here.Sorted(), others.Sorted()
}

// Equal says whether two builds found the same. Lists of files that did not change are the same
// ones, and need not be compared.
func (f Findings) Equal(g Findings) bool {
	return f.count == g.count && slices.EqualFunc(f.lists, g.lists, func(a, b diag.List) bool {
		return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.EqualFunc(a, b, isSame))
	})
}

func isSame(p, q diag.Problem) bool {
	return p.Code == q.Code && p.Place == q.Place && p.Words == q.Words && p.Text(diag.English) == q.Text(diag.English)
}
