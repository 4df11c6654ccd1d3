package dev

import (
	"errors"
	"syscall"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/machine"
)

// overlay is what keeps the last build from showing, in the words of a page.
type overlay struct {
	Title    string    `json:"title"`
	Lead     string    `json:"lead"`
	Hide     string    `json:"hide"`
	Show     string    `json:"show"`
	Problems []problem `json:"problems"`
}

type problem struct {
	Place    string `json:"place"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Col      int    `json:"col"`
	Severity string `json:"severity"` // error, warning or note
	Word     string `json:"word"`     // the same in the reader's language
	Text     string `json:"text"`
	Excerpt  string `json:"excerpt,omitempty"`
	Caret    int    `json:"caret"` // characters before the fault
	Advice   string `json:"advice,omitempty"`
}

func newOverlay(b *Built) *overlay {
	say := wordsIn(b.Language)
	t := &overlay{Lead: say.Word("last-good"), Hide: say.Word("hide")}
	for _, p := range b.Problems {
		t.Problems = append(t.Problems, newProblem(p, b.Language))
	}
	n, _ := b.Problems.Count()
	if t.Title = say.Word("errors", n); n == 1 {
		t.Title = say.Word("one-error")
	}
	if b.Err != nil {
		t.Title = say.Word("machine")
		word := diag.Word("error").In(b.Language)
		first := problem{Severity: "error", Word: word, Text: Plain(b.Err, b.Language)}
		t.Problems = append([]problem{first}, t.Problems...)
	}
	t.Show = t.Title
	return t
}

func newProblem(p diag.Problem, lang diag.Language) problem {
	severity := p.SeverityName()
	line, col := p.Quote()
	return problem{
		Place: p.Place.String(), File: p.Place.File, Line: p.Place.Line, Col: p.Place.Col,
		Severity: severity, Word: diag.Word(severity).In(lang), Text: p.Text(lang),
		Excerpt: line, Caret: col, Advice: p.Advice(lang),
	}
}

// Plain says an error of the machine in words that an author can act on, with
// the system's own after them.
func Plain(err error, l diag.Language) string {
	say := wordsIn(l)
	if process, busy := build.Busy(err); busy {
		return say.Word("busy", process)
	}
	if t, ok := errors.AsType[lang.Translated](err); ok {
		return t.In(l)
	}
	switch why, known := diag.Reason(err).(diag.Word); {
	case machine.Is(err, syscall.EADDRINUSE):
		return say.Word("port-taken") + " (" + err.Error() + ")"
	case errors.Is(err, errNetwork):
		return say.Word("need-network") + " (" + err.Error() + ")"
	case known:
		return why.In(l) + " (" + err.Error() + ")"
	}
	return err.Error()
}

// wordsIn are the sentences over a page, in one language.
func wordsIn(l lang.Language) *lang.Writer { return lang.Overlay.For(l) }
