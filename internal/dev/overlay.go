package dev

import (
	"errors"
	"net"
	"strings"
	"syscall"
	"unicode/utf8"

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
	Caret    int    `json:"caret"`           // characters before the fault
	Width    int    `json:"width,omitempty"` // characters at fault
	Advice   string `json:"advice,omitempty"`
}

func newOverlay(b *Built) *overlay {
	say := wordsIn(b.Language)
	t := &overlay{Lead: say.Word("last-good"), Hide: say.Word("hide")}
	t.Problems = problemsOf(b.Problems, b.Language)
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
		Excerpt: line, Caret: col, Width: min(utf8.RuneCountInString(p.Words), utf8.RuneCountInString(line)-col),
		Advice: p.Advice(lang),
	}
}

// desk is what the editors' desk found, of which each page is told its own first. It is
// never changed.
type desk struct {
	report build.Report
	lang   diag.Language
}

// newDesk returns what to tell after a build: the same as before where nothing else is found.
func newDesk(old *desk, b *Built) *desk {
	if old != nil && old.lang == b.Language && old.report.Findings.Equal(b.Report.Findings) {
		return old
	}
	return &desk{b.Report, b.Language}
}

// panel are the findings as one page tells them, to whoever opens it.
type panel struct {
	Count   int       `json:"count"`
	Title   string    `json:"title"`
	Here    []problem `json:"here"`
	Others  []problem `json:"others"`
	OfPage  string    `json:"ofPage"`
	OfOther string    `json:"ofOther"`
	More    string    `json:"more,omitempty"`
}

// mostInPanel is how many findings a page is told of, of its own file and of all others each.
const mostInPanel = 40

// panel tells what a page shows that is made from a file below the output folder.
func (d *desk) panel(page string) panel {
	say := wordsIn(d.lang)
	n := d.report.Findings.Len()
	p := panel{Count: n, OfPage: say.Word("desk-here"), OfOther: say.Word("desk-others"), Title: say.Word("desk", n)}
	if n == 1 {
		p.Title = say.Word("desk-one")
	}
	here, others := d.report.Findings.Of(d.report.FileOf(page), mostInPanel)
	if more := n - len(here) - len(others); more > 0 {
		p.More = say.Word("desk-more", more)
	}
	p.Here, p.Others = problemsOf(d.report.Quote(here), d.lang), problemsOf(d.report.Quote(others), d.lang)
	return p
}

func problemsOf(l diag.List, lang diag.Language) []problem {
	list := make([]problem, len(l))
	for i := range l {
		list[i] = newProblem(l[i], lang)
	}
	return list
}

// Plain says an error of the machine in words that an author can act on; of addresses with
// the system's own after them.
func Plain(err error, l diag.Language) string {
	say := wordsIn(l)
	if process, busy := build.Busy(err); busy {
		return say.Word("busy", process)
	}
	if t, ok := errors.AsType[lang.Translated](err); ok {
		return t.In(l)
	}
	if dir, is := build.Unreadable(err); is {
		return lang.Command.For(l).Word("manifest-broken", dir)
	}
	switch said, known := diag.Machine(err, l); {
	case machine.Is(err, syscall.EADDRINUSE):
		return say.Word("port-taken") + " (" + err.Error() + ")"
	case errors.Is(err, errNetwork):
		return say.Word("need-network") + " (" + strings.TrimSuffix(err.Error(), ": "+errNetwork.Error()) + ")"
	case isNoHost(err), machine.Is(err, syscall.EADDRNOTAVAIL):
		return say.Word("not-ours") + " (" + err.Error() + ")"
	case known:
		return said
	}
	return err.Error()
}

// isNoHost says that nobody knows a machine of the name that was asked for.
func isNoHost(err error) bool {
	_, is := errors.AsType[*net.DNSError](err)
	return is
}

// wordsIn are the sentences over a page, in one language.
func wordsIn(l lang.Language) *lang.Writer { return lang.Overlay.For(l) }
