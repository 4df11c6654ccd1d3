// Package reckoning finds what a text says against itself, whatever the site knows: a weekday
// that is not that of its date, a number before a list of another length, parts that do not add
// up, numbers in another language's form.
//
// It owns these rules. In comes a text as package reading reads it; what is found is reported to
// that text.
package reckoning

import (
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site"
)

// text is a text with what it stands in.
type text struct {
	*reading.Passage
	article *site.Article // nil for what is none
}

// Dates holds weekdays against their dates.
func Dates(t *reading.Passage, a *site.Article) {
	x := &text{t, a}
	x.weekdays()
}

// Numbers holds numbers against each other; next are the blocks behind the text.
func Numbers(t *reading.Passage, next []prose.Block) {
	x := &text{Passage: t}
	x.counts(next)
	x.sums()
	x.forms()
}
