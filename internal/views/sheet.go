package views

import (
	"slices"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// sheetPart is a part of the replication sheet that the editors may or may not
// know. Its word is the heading or term it stands under.
type sheetPart struct {
	word  string
	known func(f *site.Facts, x *site.Program) bool
}

// sheetParts are what a region must know before it copies a program, in the order
// of the page. What only others can add (who adopted it, who came) does not count,
// nor does what is nice to know (awards, facts). A result without a figure
// afterwards is no known result.
var sheetParts = []sheetPart{
	{"status", func(_ *site.Facts, x *site.Program) bool { return x.Status != "" && x.Verified != nil }},
	{"problem", func(f *site.Facts, x *site.Program) bool { return f.Say(x.Problem) != "" }},
	{"how-it-works", func(_ *site.Facts, x *site.Program) bool { return len(x.HowItWorks) > 0 }},
	{"core", func(_ *site.Facts, x *site.Program) bool { return len(x.Core) > 0 }},
	{"adaptable", func(_ *site.Facts, x *site.Program) bool { return len(x.Adaptable) > 0 }},
	{"prerequisites", func(_ *site.Facts, x *site.Program) bool { return len(x.Prerequisites) > 0 }},
	{"not-for", func(_ *site.Facts, x *site.Program) bool { return len(x.NotFor) > 0 }},
	{"staff", func(f *site.Facts, x *site.Program) bool {
		return x.Resources != nil && f.Say(x.Resources.Staff) != ""
	}},
	{"setup-cost", func(_ *site.Facts, x *site.Program) bool {
		return x.Resources != nil && x.Resources.SetupCost != nil
	}},
	{"annual-cost", func(_ *site.Facts, x *site.Program) bool {
		return x.Resources != nil && x.Resources.AnnualCost != nil
	}},
	{"funding", func(f *site.Facts, x *site.Program) bool {
		return x.Resources != nil && f.Say(x.Resources.Funding) != ""
	}},
	{"results", func(_ *site.Facts, x *site.Program) bool {
		return slices.ContainsFunc(x.Results, func(r site.Result) bool { return r.After != nil })
	}},
	{"lessons", func(_ *site.Facts, x *site.Program) bool { return len(x.Lessons) > 0 }},
	{"how-to-ask", func(f *site.Facts, x *site.Program) bool {
		return x.Replication != nil && f.Say(x.Replication.HowToAsk) != ""
	}},
	{"contact", func(_ *site.Facts, x *site.Program) bool { return x.Contact.Reachable() }},
}

// fewParts is how many parts make a sheet: of a program of which less is known there is
// a short note.
const fewParts = 5

// missingParts are the names of the parts that are not known.
func (s scope) missingParts(x *site.Program) []string {
	var names []string
	for _, part := range sheetParts {
		if !part.known(s.Facts, x) {
			names = append(names, lang.Inside(s.Word(part.word)))
		}
	}
	return names
}

func (s scope) knownParts(x *site.Program) int {
	n := 0
	for _, part := range sheetParts {
		if part.known(s.Facts, x) {
			n++
		}
	}
	return n
}

// known says how many parts of a program's sheet are known.
func (s scope) known(x *site.Program) string {
	return s.Word("parts-known", s.Count(s.knownParts(x)), s.Count(len(sheetParts)))
}

// stageOrder is how far an adoption can come.
var stageOrder = []string{"interest", "visit", "MoU", "agreement", "trial", "in use", "modified"}

// used is the stage that others lead to, stopped the one that is no step on the way.
const used, stopped = "in use", "stopped"

// adopted says how many regions came furthest with a program, and how far that is; ""
// when none is on record.
func (s scope) adopted(list []*site.Adoption) string {
	ended := 0
	came := make([]map[string]bool, len(stageOrder)) // the regions by the furthest stage of each adoption
	for _, x := range list {
		furthest := slices.Index(stageOrder, x.Stage)
		for _, h := range x.History {
			furthest = max(furthest, slices.Index(stageOrder, h.Stage))
		}
		if furthest = min(furthest, slices.Index(stageOrder, used)); furthest >= 0 { // with changes or without
			if came[furthest] == nil {
				came[furthest] = map[string]bool{}
			}
			came[furthest][x.To.Name+"\n"+x.To.Province] = true
		}
		if x.Stage == stopped {
			ended++
		}
	}
	last := len(came) - 1
	for last >= 0 && came[last] == nil {
		last--
	}
	if last < 0 {
		return ""
	}
	text := s.Word("adopted-"+stageOrder[last], s.Count(len(came[last])))
	if ended > 0 {
		text = s.Word("adopted-stopped", text, s.Count(ended))
	}
	return text
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
