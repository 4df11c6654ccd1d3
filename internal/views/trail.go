package views

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// Trail is how a program went out into the world, step by step: what was claimed of it,
// what it won, who came for it, who took it. It is the same wherever it stands.
type Trail struct {
	Program ground.Link // the program
	Steps   []TrailStep // the steps, the oldest first
	After   string      // what is not known of the time since; empty where somebody took the program
}

// TrailStep is one step of a trail.
type TrailStep struct {
	When    string            // its day, year or years
	Text    string            // what happened
	URL     string            // the address of a page that tells more; empty when there is none
	Note    string            // what else there is to say
	Uptake  string            // what became of a visit; else empty
	Badge   string            // the word for what is not official; empty for what is
	Current bool              // it is told on this page
	Sources []ground.Citation // the sources of that
}

// dated is a step with what it is sorted by.
type dated struct {
	TrailStep
	at string
}

// trail is that of a program, nil when nothing of it has a day. Here is the page that it
// stands on.
func (s scope) trail(x *site.Program, here site.Ref, c *ground.Citer) *Trail {
	steps := s.awardSteps(x.Awards, c)
	for _, v := range s.Facts.VisitsFor(x.ID) {
		if s.toCome(v) {
			continue
		}
		ref := site.Ref{Kind: site.KindVisit, ID: v.ID}
		steps = append(steps, dated{TrailStep{
			When: s.Days(v.Start, v.End), Text: s.Say(v.Title), URL: s.To(ref.Kind, ref.ID),
			Uptake: s.Word("uptake-" + s.uptake(v)), Current: ref == here, Sources: c.Cite(v.Sources),
		}, string(v.Start)})
	}
	taken := false
	for _, a := range s.Facts.AdoptionsOf(x.ID) {
		for _, h := range a.History {
			if !slices.Contains(takenStages, h.Stage) {
				continue
			}
			taken = true
			steps = append(steps, dated{TrailStep{
				When: s.Day(h.Date), Text: s.Word("taker", a.To.Name, s.Word("stage-"+h.Stage)),
				URL: s.adoptionAddress(a), Sources: c.Cite(h.Source),
			}, h.Date.First()})
		}
	}
	if len(steps) == 0 {
		return nil
	}
	slices.SortStableFunc(steps, func(a, b dated) int { return cmp.Compare(a.at, b.at) })
	t := &Trail{Program: s.LinkTo(site.KindProgram, x.ID, cmp.Or(x.Acronym, s.Say(x.Name)))}
	for _, step := range steps {
		t.Steps = append(t.Steps, step.TrailStep)
	}
	if takers := s.takersOf(x); !taken && len(takers) > 0 {
		t.After = s.Word("trail-after", t.Program.Text, s.Lang().Either(takers))
	}
	return t
}

// takenStages are those at which a program came to more than interest.
var takenStages = []string{"MoU", "agreement", "trial", "in use", "modified", stopped}

// awardSteps are a program's prizes, those of one name in one step.
func (s scope) awardSteps(awards []site.Award, c *ground.Citer) []dated {
	var steps []dated
	for len(awards) > 0 {
		name, status := s.Say(awards[0].Name), awards[0].Status
		other := func(a site.Award) bool { return s.Say(a.Name) != name || a.Status != status }
		steps = append(steps, s.awardStep(slices.DeleteFunc(slices.Clone(awards), other), c))
		awards = slices.DeleteFunc(slices.Clone(awards), func(a site.Award) bool { return !other(a) })
	}
	return steps
}

// awardStep is one step of prizes that have the same name and standing.
func (s scope) awardStep(awards []site.Award, c *ground.Citer) dated {
	var years []int
	var won, notes, sources []string
	for i := range awards {
		years, sources = append(years, awards[i].Year), append(sources, awards[i].Source...)
		notes = append(notes, s.Say(awards[i].Note))
	}
	first, last := slices.Min(years), slices.Max(years)
	step := dated{TrailStep{
		When: strconv.Itoa(first), Text: s.Say(awards[0].Name), Badge: s.Badge(awards[0].Status),
		Note: strings.TrimSpace(strings.Join(unique(notes), " ")), Sources: c.Cite(sources),
	}, strconv.Itoa(first)}
	if last != first {
		step.When += "–" + strconv.Itoa(last)
	}
	for i := range awards {
		if said := s.winner(&awards[i], last != first); said != "" {
			won = append(won, said)
		}
	}
	if len(won) > 0 {
		step.Text = s.Word("trail-award", step.Text, strings.Join(won, "; "))
	}
	return step
}

// winner is who got a prize, and of which level it is; with the year, where the step is of
// several.
func (s scope) winner(a *site.Award, ofYears bool) string {
	var more []string
	if ofYears {
		more = append(more, strconv.Itoa(a.Year))
	}
	if level := s.Say(a.Level); level != "" {
		more = append(more, lang.Inside(level))
	}
	said, rest := s.Say(a.Recipient), strings.Join(more, ", ")
	if said == "" || rest == "" {
		return said + rest
	}
	return said + " (" + rest + ")"
}

// unique leaves out what stands before.
func unique(texts []string) []string {
	var list []string
	for _, text := range texts {
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// takersOf are the regions that looked at a program.
func (s scope) takersOf(x *site.Program) []string {
	var names []string
	for _, a := range s.Facts.AdoptionsOf(x.ID) {
		if !slices.Contains(names, a.To.Name) {
			names = append(names, a.To.Name)
		}
	}
	return names
}
