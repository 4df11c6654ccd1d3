// Package mend makes the repairs that problems propose.
//
// In come the bytes of a file and problems in it. Out come the bytes as they should be, which
// differ from those in the words at fault and nowhere else, and the difference as people
// read it. It decides nothing, and writes no file.
package mend

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"blandongan/internal/diag"
)

// IsCertain says whether there is one way to mend a problem, which nobody has to choose.
func IsCertain(p diag.Problem) bool {
	return len(p.Repairs) == 1 && p.Repairs[0].Safe && p.Words != "" && p.Words != p.Repairs[0].New && p.Place.Line > 0
}

// span is a part of a text, and what takes its place.
type span struct {
	from, to int
	new      string
	problem  diag.Problem
}

// Certain makes the repairs of a file that are certain, and returns the problems that are
// mended. What is not exactly where its problem says, or lies in what another repair
// changes, is left.
func Certain(text []byte, problems diag.List) (mended []byte, made diag.List) {
	at := lines(text)
	var spans []span
	for _, p := range problems {
		if !IsCertain(p) {
			continue
		}
		if s, ok := find(text, at, p); ok {
			spans = append(spans, s)
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	done := 0
	for _, s := range spans {
		if s.from < done {
			continue
		}
		mended = append(append(mended, text[done:s.from]...), s.new...)
		made, done = append(made, s.problem), s.to
	}
	return append(mended, text[done:]...), made
}

// lines are where the lines of a text begin, whichever of the three ends they have.
func lines(text []byte) []int {
	starts := []int{0}
	for i, b := range text {
		if b == '\n' || b == '\r' && !(i+1 < len(text) && text[i+1] == '\n') {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// line returns a line, from 1, without its end.
func line(text []byte, starts []int, n int) (from int, words []byte) {
	from = starts[n-1]
	to := len(text)
	if n < len(starts) {
		to = starts[n]
	}
	return from, bytes.TrimRight(text[from:to], "\r\n")
}

var mark = []byte("\uFEFF") // of UTF-8, before all else

// find finds the words of a problem in the bytes.
func find(text []byte, starts []int, p diag.Problem) (span, bool) {
	if p.Place.Line > len(starts) {
		return span{}, false
	}
	from, words := line(text, starts, p.Place.Line)
	if !utf8.Valid(words) || !allowed(text, starts, p) {
		return span{}, false
	}
	if p.Place.Line == 1 && bytes.HasPrefix(words, mark) {
		from, words = from+len(mark), words[len(mark):]
	}
	for col := 1; col < p.Place.Col; col++ {
		_, n := utf8.DecodeRune(words)
		if n == 0 {
			return span{}, false
		}
		from, words = from+n, words[n:]
	}
	if !bytes.HasPrefix(words, []byte(p.Words)) {
		return span{}, false
	}
	return span{from, from + len(p.Words), p.Repairs[0].New, p}, true
}

// allowed says whether a repair may be made where it stands: in YAML no sign may come that was
// not there, for signs mean something to it.
func allowed(text []byte, starts []int, p diag.Problem) bool {
	change := p.Repairs[0].New
	if strings.ContainsFunc(change, unicode.IsControl) {
		return false
	}
	if path.Ext(p.Place.File) == ".md" && p.Place.Line > frontLines(text, starts) {
		return true
	}
	for _, r := range change {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' && r != '.' &&
			strings.Count(change, string(r)) > strings.Count(p.Words, string(r)) {
			return false
		}
	}
	return true
}

// frontLines is how many lines the front matter of a text takes; all where it does not end.
func frontLines(text []byte, starts []int) int {
	for n := 2; n <= len(starts); n++ {
		if _, words := line(text, starts, n); strings.TrimRight(string(words), " \t") == "---" {
			return n
		}
	}
	return len(starts)
}
