package register

import (
	"time"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/site"
)

// Time is one of which a text tells.
type Time struct {
	First, Last time.Time // its days
	Said        bool      // the sentence says so itself; else it is the article's
}

// Past are words of what was, or is yet to be.
var Past = prose.SetOf(`dahulu dulu semula sebelum sebelumnya awalnya kelak akan nanti rencana once before
formerly will`)

// IsOfThen says whether words may tell of another time than the day of the article: they say so, or a
// year was named so far.
func IsOfThen(t *reading.Passage, a *site.Article, i int) bool {
	s := t.Of(i)
	if t.Has(s, bygone) || t.Has(s, Past) || t.IsThen(s) || t.Has(s, longAgo) {
		return true
	}
	for at := range s.Last {
		if t.IsYear(at) && (a == nil || t.Whole(at) != a.Date.Year()) {
			return true
		}
	}
	return false
}

// longAgo are more of them.
var longAgo = prose.SetOf("pernah ketika lampau silam bekas almarhum almarhumah mengenang dikenang kenangan terdahulu")

// bygone are words of sentences that tell of another time than their date.
var bygone = prose.SetOf("masa era zaman semasa peninggalan sejak mantan eks kala former since")

// TimeOf returns the time of which a sentence tells: its only date, month or year, or the day of the
// article where it has none.
func TimeOf(t *reading.Passage, a *site.Article, s reading.Sentence) (Time, bool) {
	at := 0
	for i := s.First; i < s.Last; i++ {
		if t.IsYear(i) && at > 0 {
			return Time{}, false
		} else if t.IsYear(i) {
			at = i
		}
	}
	if at == 0 {
		if a == nil || a.Date.IsZero() {
			return Time{}, false
		}
		day := a.Date.In(time.UTC)
		return Time{First: day, Last: day}, true
	}
	if t.Has(s, bygone) {
		return Time{}, false
	}
	for i := max(s.First, at-3); i <= at; i++ {
		if d, ok := t.DateAt(i); ok && d.Year && d.Last > at {
			return Time{First: d.Time, Last: d.Time, Said: true}, true
		}
	}
	first := time.Date(t.Whole(at), time.January, 1, 0, 0, 0, 0, time.UTC)
	if m := reading.Months[t.Low(at-1)]; m != 0 {
		first = first.AddDate(0, int(m)-1, 0)
		return Time{First: first, Last: first.AddDate(0, 1, -1), Said: true}, true
	}
	return Time{First: first, Last: first.AddDate(1, 0, -1), Said: true}, true
}
