// Package diag holds what we say about faults in what people wrote.
//
// A problem has a code, a place, the values its sentence needs, and a hint
// where we can help. The rooms that find faults make problems and hand them on
// in lists; nobody stops at the first one. The sentences themselves, in
// Indonesian and in English, stand in one catalogue (package sentences), so that the
// finder of a fault never writes prose and a translator never reads code.
//
// What comes in: problems without their source line. What goes out: a sorted
// list, and its printed form. What never happens here: reading files, stopping
// the program, deciding what is a fault. A fault of the machine (a full disk)
// is an ordinary Go error and no business of this room.
package diag

import (
	"cmp"
	"maps"
	"slices"

	"blandongan/internal/diag/sentences"
)

// What the catalogue is made of: see sentences.
type (
	// Code names a kind of problem.
	Code = sentences.Code
	// HintCode names a kind of advice.
	HintCode = sentences.HintCode
	// Word is an argument that the catalogue's vocabulary translates.
	Word = sentences.Word
	// Severity tells whether a problem stops the build.
	Severity = sentences.Severity
)

// The severities.
const (
	Note    = sentences.Note    // advice on how to write
	Warning = sentences.Warning // said, and the build goes on
	Error   = sentences.Error   // keeps the last good site in place
)

// Place is a point in a file. Line and Col count from 1, Col in characters;
// a Line of 0 means the file as a whole.
type Place struct {
	File      string
	Line, Col int
}

// Problem is one fault at one place.
type Problem struct {
	Code  Code
	Place Place
	// Args are the values of the sentence, in the catalogue's order: strings,
	// numbers, and Words and Counts, which the catalogue translates.
	Args []any
	// Hint says what to do about it; the zero Hint says nothing.
	Hint Hint
	// Words are those of the source at Place that are at fault, all in one line, "" where
	// only the place is known.
	Words string
	// Repairs are the ways to mend it, the best first. More than one wants a decision.
	Repairs []Repair
	// Draft says that it is of something that is not published: it keeps nothing from being built.
	Draft bool
	// Excerpt is the source line at Place, filled in by List.Excerpt.
	Excerpt string

	// errors, warnings and notes count what it stands for, if that is not itself.
	errors, warnings, notes int
}

// Hint is one sentence of advice.
type Hint struct {
	Code HintCode
	Args []any
}

// Repair is a way to mend a problem.
type Repair struct {
	// New stands in the source in place of the problem's Words.
	New string
	// Safe says that nobody has to decide: whoever asks for repairs gets this one.
	Safe bool
}

// At makes a problem of the given code at a place.
func At(place Place, code Code, args ...any) Problem {
	return Problem{Code: code, Place: place, Args: args}
}

// WithHint returns p with a hint added.
func (p Problem) WithHint(code HintCode, args ...any) Problem {
	p.Hint = Hint{Code: code, Args: args}
	return p
}

// About returns p with the words of the source that are at fault.
func (p Problem) About(words string) Problem {
	p.Words = words
	return p
}

// MendedBy returns p with words of which any may stand in place of those at fault; which,
// its editor has to say.
func (p Problem) MendedBy(words ...string) Problem {
	p.Repairs = nil
	for _, w := range words {
		p.Repairs = append(p.Repairs, Repair{New: w})
	}
	return p
}

// SafelyMendedBy returns p with the words that stand in place of those at fault.
func (p Problem) SafelyMendedBy(words string) Problem {
	p.Repairs = []Repair{{New: words, Safe: true}}
	return p
}

// Severity returns the catalogue's severity of p's code; of a draft no fault is an error.
func (p Problem) Severity() Severity {
	severity := sentences.Of(p.Code).Severity
	if p.Draft && severity == Error {
		return Warning
	}
	return severity
}

// IsRule says whether a code is that of a rule of the editors' desk, which can be silenced.
func IsRule(code Code) bool {
	_, is := sentences.Rules[code]
	return is
}

// List is a number of problems. The nil list is the good news.
type List []Problem

// HasErrors says whether any problem of l stops the build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity() == Error })
}

// Count returns the number of errors and of warnings in l, with those that
// Capped left out. Notes are neither.
func (l List) Count() (errors, warnings int) {
	for _, p := range l {
		switch {
		case p.errors+p.warnings+p.notes > 0:
			errors, warnings = errors+p.errors, warnings+p.warnings
		case p.Severity() == Error:
			errors++
		case p.Severity() == Warning:
			warnings++
		}
	}
	return errors, warnings
}

// Notes returns the number of notes in l, with those that Capped left out.
func (l List) Notes() (notes int) {
	for _, p := range l {
		if p.notes > 0 {
			notes += p.notes
		} else if p.Severity() == Note {
			notes++
		}
	}
	return notes
}

// Sorted returns the problems of l in the order of their places, each fault once.
// Two runs over the same input print the same bytes.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortStableFunc(s, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Col, b.Place.Col),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Text(English), b.Text(English)),
		)
	})
	return slices.CompactFunc(s, func(a, b Problem) bool {
		return a.Place == b.Place && a.Code == b.Code && a.Text(English) == b.Text(English)
	})
}

// Codes returns every code of the catalogue, sorted.
func Codes() []Code {
	codes := slices.AppendSeq(slices.Collect(maps.Keys(sentences.Catalogue)), maps.Keys(sentences.Rules))
	slices.Sort(codes)
	return codes
}
