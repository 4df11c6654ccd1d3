package views

import (
	"cmp"
	"slices"
	"time"

	"blandongan/internal/chart"
	"blandongan/internal/figures"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// freshYears is for how long a program that was seen running passes for one that runs.
const freshYears = 2

// Standing is how a program stands: see scope.standing.
func Standing(w figures.Writer, x *site.Program) string { return scope{w}.standing(x) }

// standing is how a program stands, with the day until which that is known: a status
// without a date would claim to be today's. That it was seen running years ago does not
// say that it runs.
func (s scope) standing(x *site.Program) string {
	status := s.Word("status-" + x.Status)
	switch {
	case x.Verified == nil:
		return s.Word("status-unchecked", status)
	case x.Status != running:
		return s.Word("status-as-of", status, s.Day(x.Verified.At))
	case s.fresh(x):
		return s.Word("status-seen", s.Day(x.Verified.At))
	}
	return s.Word("status-last-seen", s.Day(x.Verified.At))
}

const running = "running"

// fresh says whether a program was seen running lately.
func (s scope) fresh(x *site.Program) bool {
	if x.Status != running || x.Verified == nil {
		return false
	}
	day, _ := time.Parse(time.DateOnly, s.Today)
	return x.Verified.At.Last() >= day.AddDate(-freshYears, 0, 0).Format(time.DateOnly)
}

// evidenceView draws when something is known of each program; nil where no day is.
func (s scope) evidenceView(programs []*site.Program) *EvidenceView {
	type trace struct {
		*site.Program
		days []value.Day
	}
	var traces []trace
	seen := 0
	for _, x := range programs {
		if s.fresh(x) {
			seen++
		}
		if days := s.daysOf(x); len(days) > 0 {
			traces = append(traces, trace{x, days})
		}
	}
	if len(traces) == 0 {
		return nil
	}
	slices.SortStableFunc(traces, func(a, b trace) int {
		return cmp.Compare(b.days[len(b.days)-1].Last(), a.days[len(a.days)-1].Last())
	})
	spans, ended := make([][]chart.Span, len(traces)), make([]bool, len(traces))
	for i, t := range traces {
		ended[i] = t.Status == stopped
		for _, d := range t.days {
			first, last := value.Date(d.First()), value.Date(min(d.Last(), s.Today)) // a year may not be over
			spans[i] = append(spans[i], chart.Span{First: first.Time(), Last: last.Time()})
		}
	}
	drawn := chart.DrawEvidence(spans, ended, value.Date(s.Today).Time())
	v := &EvidenceView{Years: drawn.Years, Title: s.Word("evidence-title", s.Count(seen), s.Count(len(programs)))}
	for i, t := range traces {
		var days []string
		for _, d := range t.days {
			if said := s.Day(d); !slices.Contains(days, said) {
				days = append(days, said)
			}
		}
		v.Rows = append(v.Rows, ProgramTrace{
			EvidenceRow: drawn.Rows[i], Standing: s.standing(t.Program),
			Label:   s.Word("evidence-days", s.Lang().List(days)),
			Program: s.LinkTo(site.KindProgram, t.ID, s.Say(t.Name)),
		})
	}
	return v
}

// daysOf are the days of which something is known of a program, in their order, none
// later than today.
func (s scope) daysOf(x *site.Program) []value.Day {
	days := []value.Day{x.Started}
	if x.Verified != nil {
		days = append(days, x.Verified.At)
	}
	for _, f := range x.Facts {
		days = append(days, f.AsOf)
	}
	for _, a := range x.Awards {
		days = append(days, value.Day(lang.Plain(float64(a.Year))))
	}
	for _, v := range s.Facts.VisitsFor(x.ID) {
		days = append(days, v.Start)
	}
	days = slices.DeleteFunc(days, func(d value.Day) bool { return d == "" || d.First() > s.Today })
	slices.SortFunc(days, func(a, b value.Day) int { return cmp.Compare(a.Last(), b.Last()) })
	return slices.Compact(days)
}

// unknownParts says what the sheet does not tell, besides the questions.
func (s scope) unknownParts(v *ProgramView) string {
	names, word := s.missingParts(v), "questions-also"
	if len(v.Questions) == 0 {
		word = "questions-all"
	}
	if len(names) == 0 {
		return ""
	}
	return s.Word(word, s.Lang().List(names))
}

// missingParts are the names of what a region must know before it copies a program and
// the sheet does not tell, in its order. What only others can add (who adopted it, who
// came) does not count, nor does what is nice to know (awards, facts). A result without a
// figure afterwards is no known result.
func (s scope) missingParts(v *ProgramView) []string {
	r := v.Resources
	var names []string
	for _, part := range []struct {
		word  string // the heading or term that it stands under
		known bool
	}{
		{"status-checked", v.Verified != nil}, {"problem", v.Problem != ""}, {"how-it-works", len(v.Steps) > 0},
		{"core", len(v.Core) > 0}, {"adaptable", len(v.Adaptable) > 0},
		{"prerequisites", len(v.Prerequisites) > 0}, {"not-for", len(v.NotFor) > 0}, {"staff", r.Staff != ""},
		{"setup-cost", r.SetupCost != ""}, {"annual-cost", r.AnnualCost != ""}, {"funding", r.Funding != ""},
		{"results", slices.ContainsFunc(v.Results, func(r ResultRow) bool { return r.After != "" })},
		{"lessons", len(v.Lessons) > 0}, {"how-to-ask", v.Replication.HowToAsk != ""}, {"contact", v.Office == nil},
	} {
		if !part.known {
			names = append(names, lang.Inside(s.Word(part.word)))
		}
	}
	return names
}

// evidenceOrder are the levels of evidence, the strongest first.
var evidenceOrder = []string{"measured", "reported", "claimed"}

// Term is a word and what it means.
type Term struct {
	Name    string // the word
	Meaning string // what it means
}

// evidence returns the levels that some results rest on, the strongest first.
func (s scope) evidence(results []site.Result) []Term {
	var terms []Term
	for _, level := range evidenceOrder {
		if slices.ContainsFunc(results, func(r site.Result) bool { return r.Evidence == level }) {
			terms = append(terms, Term{s.Word("evidence-" + level), s.Word("evidence-" + level + "-means")})
		}
	}
	return terms
}
