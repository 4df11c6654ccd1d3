package views

import (
	"cmp"
	"slices"
	"strings"

	"blandongan/internal/chart"
	"blandongan/internal/site"
)

// Drawing is the network of adoptions in three columns: where a program runs, the
// program, who takes it.
type Drawing struct {
	chart.Network
	Title string // what is drawn
	Text  string // the same in more words
}

// lineOf is the kind of line that a stage is drawn with.
func lineOf(stage string) string {
	switch stage {
	case "MoU", "agreement", "trial":
		return "agreed"
	case "in use", "modified":
		return "used"
	case stopped:
		return "ended"
	}
	return "told"
}

// drawing draws all adoptions.
func (s scope) drawing(asOf string) *Drawing {
	var adoptions []*site.Adoption
	var ties []chart.Tie
	var programs []chart.Item
	for i := range s.Facts.Adoptions {
		a := &s.Facts.Adoptions[i]
		x := s.Facts.FindProgram(a.Program)
		if x == nil {
			continue // reported
		}
		adoptions, ties = append(adoptions, a), append(ties, s.tie(a))
		if !slices.ContainsFunc(programs, func(item chart.Item) bool { return item.ID == x.ID }) {
			programs = append(programs, s.drawnProgram(x))
		}
	}
	slices.SortFunc(programs, func(a, b chart.Item) int { return cmp.Compare(a.ID, b.ID) })
	heads := [3]string{s.Word("chain-place"), s.Word("program"), s.Word("region")}
	return &Drawing{
		Network: chart.DrawNetwork(ties, programs, heads),
		Title:   s.Word("drawing", asOf), Text: s.drawingText(adoptions, len(programs)),
	}
}

// tie is an adoption as it is drawn.
func (s scope) tie(a *site.Adoption) chart.Tie {
	return chart.Tie{
		Group: a.To.Province, Taker: a.To.Name, Item: a.Program,
		Kind: lineOf(a.Stage), Text: s.Word("stage-" + a.Stage), Ended: a.Stage == stopped,
	}
}

// drawnProgram is a program with those who run it: the city where no kecamatan is
// named.
func (s scope) drawnProgram(x *site.Program) chart.Item {
	item := chart.Item{ID: x.ID, Name: s.Say(x.Name)}
	for _, l := range s.LinksOf(site.KindKecamatan, x.Kecamatan) {
		item.Hosts = append(item.Hosts, l.Text)
	}
	if len(item.Hosts) == 0 {
		item.Hosts = []string{s.Base.City}
	}
	return item
}

// drawingText says in a sentence what the drawing shows.
func (s scope) drawingText(adoptions []*site.Adoption, programs int) string {
	regions := map[string]bool{}
	stages := map[string]int{}
	for _, a := range adoptions {
		regions[a.To.Province+"\n"+a.To.Name] = true
		stages[a.Stage]++
	}
	var parts []string
	for _, id := range append(slices.Clone(stageOrder), stopped) {
		if n := stages[id]; n > 0 {
			parts = append(parts, s.Word("drawing-stage", s.Word("stage-"+id), s.Count(n)))
		}
	}
	return s.Word("drawing-text", s.Count(len(regions)), s.Count(programs), strings.Join(parts, ", "))
}
