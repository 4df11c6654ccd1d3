package views

import (
	"blandongan/internal/address"
	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"cmp"
	"slices"
	"strings"
)

// AdoptionRow is one region's way with one program.
type AdoptionRow struct {
	Anchor      string      // its id on the page of adoptions
	Address     string      // the address of that place
	Program     ground.Link // the program; without a text on its own page
	To          string      // the region
	Province    string      // the region's province
	Code        string      // the region's code
	Stage       string      // how far it came
	History     []StageRow  // the steps so far
	Visit       ground.Link // the visit that it followed; without a text when there was none
	Adapted     []string    // what was changed
	LastChecked string      // the day on which it was last checked
	Checked     string      // the same for machines
	Note        string      // what else there is to say
}

// StageRow is one step of an adoption.
type StageRow struct {
	Stage   string            // the stage that was reached
	Date    string            // when
	Note    string            // what else there is to say
	Sources []ground.Citation // the sources of that
}

// NetworkView is who adopted what.
type NetworkView struct {
	Adoptions []AdoptionRow      // all adoptions
	AsOf      string             // the newest day on which one was checked
	Drawing   *Drawing           // the network, drawn; nothing when there is none
	Sources   *ground.SourceList // the sources that the page cites; nothing when it cites none
}

// Network is the page of who adopted what.
func Network(in FactsInputs, _ Body) *Page {
	s := on(in.Ground)
	c := s.Citer()
	v := &NetworkView{Adoptions: s.adoptionRows(refs(s.Facts.Adoptions), c), AsOf: s.networkDay()}
	if len(v.Adoptions) > 0 {
		v.Drawing = s.drawing(v.AsOf)
	}
	v.Sources = c.List()
	return &Page{Title: s.Word("section-jejaring"), Description: s.Word("network-intro", s.Base.City),
		Crumbs: s.crumbs(address.Home), Content: v}
}

// networkDay is the newest day on which an adoption was checked, written out.
func (s scope) networkDay() string {
	var last value.Date
	for i := range s.Facts.Adoptions {
		last = max(last, s.Facts.Adoptions[i].LastChecked)
	}
	return s.Day(value.Day(last))
}

// adoptionAddress is where an adoption is told of in full.
func (s scope) adoptionAddress(x *site.Adoption) string {
	return s.Link(address.Network+"/") + "#" + adoptionAnchor(x)
}

func adoptionAnchor(x *site.Adoption) string { return "adopsi-" + x.ID }

func (s scope) adoptionRows(list []*site.Adoption, c *ground.Citer) []AdoptionRow {
	var rows []AdoptionRow
	for _, x := range list {
		row := AdoptionRow{
			Program: s.programOf(x.Program), Anchor: adoptionAnchor(x), Address: s.adoptionAddress(x),
			To: x.To.Name, Province: x.To.Province, Code: string(x.To.RegionCode), Stage: s.Word("stage-" + x.Stage),
			Adapted: s.Says(x.Adapted), LastChecked: s.Day(value.Day(x.LastChecked)), Checked: string(x.LastChecked),
			Note: s.Say(x.Note),
		}
		if links := s.LinksOf(site.KindVisit, []string{x.Visit}); len(links) > 0 {
			row.Visit = links[0]
		}
		for _, h := range x.History {
			row.History = append(row.History,
				StageRow{s.Word("stage-" + h.Stage), s.Day(h.Date), s.Say(h.Note), c.Cite(h.Source)})
		}
		rows = append(rows, row)
	}
	return rows
}

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
