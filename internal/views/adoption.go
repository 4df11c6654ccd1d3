package views

import (
	"slices"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
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
	Sources   *ground.SourceList // the sources that the page cites; nothing when it cites none
}

// Network is the page of who adopted what.
func Network(in ground.Ground, _ Body) *Page {
	s := on(in)
	c := s.Citer()
	v := &NetworkView{Adoptions: s.adoptionRows(refs(s.Facts.Adoptions), c), AsOf: s.networkDay()}
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

// stageOrder is how far an adoption can come.
var stageOrder = []string{"interest", "visit", "MoU", "agreement", "trial", "in use", "modified"}

// used is the stage that others lead to, stopped the one that is no step on the way.
const used, stopped = "in use", "stopped"

// adopted says how many regions came furthest with a program, and how far that is, and how
// many stopped: none of these is said to use it. It is "" when none is on record.
func (s scope) adopted(list []*site.Adoption) string {
	ended := 0
	came := make([]map[string]bool, len(stageOrder)) // the regions by the furthest stage of each adoption
	last := -1
	for _, x := range list {
		if x.Stage == stopped {
			ended++
			continue
		}
		furthest := slices.Index(stageOrder, x.Stage)
		for _, h := range x.History {
			furthest = max(furthest, slices.Index(stageOrder, h.Stage))
		}
		if furthest = min(furthest, slices.Index(stageOrder, used)); furthest >= 0 { // with changes or without
			if came[furthest] == nil {
				came[furthest] = map[string]bool{}
			}
			came[furthest][x.To.Name+"\n"+x.To.Province] = true
			last = max(last, furthest)
		}
	}
	if last < 0 {
		if ended == 0 {
			return ""
		}
		return s.Word("adopted-ended", s.Count(ended))
	}
	text := s.Word("adopted-"+stageOrder[last], s.Count(len(came[last])))
	if ended > 0 {
		text = s.Word("adopted-stopped", text, s.Count(ended))
	}
	return text
}
