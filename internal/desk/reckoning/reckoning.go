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

// The marks of words that rules of the room begin with.
const (
	dayMark = reading.Own << iota
	collectiveMark
	openingMark
	monthMark
	hourMark
	// Own is the first mark of other rooms.
	Own
)

// Mark marks the words that rules of the room begin with.
func Mark(m reading.Marks) {
	for w := range weekdays {
		m.Add(w, dayMark)
		for other := range weekdays {
			m.Add(w+"-"+other, dayMark)
		}
	}
	for w := range reading.Months {
		m.Add(w, monthMark)
	}
	m.Add("pukul", hourMark)
	for w := range collective {
		m.Add(w, collectiveMark)
	}
	for w := range openers {
		m.Add(w, openingMark)
	}
	for w := range openings {
		m.Add(w, openingMark)
	}
}

// text is a text with what it stands in.
type text struct {
	*reading.Passage
	article *site.Article // nil for what is none
}

// Dates holds weekdays against their dates, and dates and hours against the calendar and the clock.
func Dates(t *reading.Passage, a *site.Article) {
	x := &text{t, a}
	x.weekdays()
	x.impossible()
}

// Numbers holds numbers against each other; next are the blocks behind the text.
func Numbers(t *reading.Passage, next []prose.Block) {
	x := &text{Passage: t}
	numbers := t.Numbers()
	x.counts(next)
	x.sums()
	x.forms()
	x.repeated(numbers)
	for from := 0; from < len(numbers); {
		s := t.Of(numbers[from].First)
		to := from + 1
		for to < len(numbers) && numbers[to].First < s.Last {
			to++
		}
		x.within(s, numbers[from:to])
		from = to
	}
}

// within looks at the numbers of one sentence.
func (t *text) within(s reading.Sentence, numbers []reading.Number) {
	t.shares(s, numbers)
	t.ages(s, numbers)
	t.spans(s, numbers)
	if len(numbers) > 2 {
		t.rests(s, numbers)
		t.given(s, numbers)
		t.changes(s, numbers)
		t.products(s, numbers)
	}
}
