package plan

import "blandongan/internal/site"

// AdoptionRow is one region's way with one program.
type AdoptionRow struct {
	// Anchor is its id on the page of the network, Address where that is.
	Anchor, Address      string
	Program              Link
	To, Province         string
	Stage                string
	History              []StageRow
	Visit                Link
	Adapted              []string
	LastChecked, Checked string // written out, and ISO
	Note                 string
}

// StageRow is one step of an adoption.
type StageRow struct {
	Stage, Date, Note string
	Sources           []Citation
}

// NetworkView is who adopted what.
type NetworkView struct {
	Adoptions []AdoptionRow
	// AsOf is the newest day on which an adoption was checked.
	AsOf    string
	Drawing *Drawing
	Sources []SourceEntry
}

func (p *planner) network() {
	p.page("jejaring/", "network", sectionNetwork, siteFile, p.worldPieces, func() *Page {
		c := p.citer()
		v := &NetworkView{Adoptions: p.adoptionRows(refs(p.site.Adoptions), c), AsOf: p.networkDay()}
		if len(v.Adoptions) > 0 {
			v.Drawing = p.drawing(v.AsOf)
		}
		v.Sources = c.entries
		return &Page{Title: p.lang.Word("section-jejaring"), Description: p.lang.Word("network-intro", p.site.City.Name),
			Crumbs: p.crumbs(""), Content: v}
	})
}

// networkDay is the newest day on which an adoption was checked, written out.
func (p *planner) networkDay() string {
	var last site.Date
	for i := range p.site.Adoptions {
		last = max(last, p.site.Adoptions[i].LastChecked)
	}
	return p.day(site.Day(last))
}

// adoptionAddress is where an adoption is told of in full.
func (p *planner) adoptionAddress(x *site.Adoption) string {
	return p.link("jejaring/") + "#" + adoptionAnchor(x)
}

func adoptionAnchor(x *site.Adoption) string { return "adopsi-" + x.ID }

func (p *planner) adoptionRows(list []*site.Adoption, c *citer) []AdoptionRow {
	var rows []AdoptionRow
	for _, x := range list {
		row := AdoptionRow{
			Program: p.programOf(x.Program), Anchor: adoptionAnchor(x), Address: p.adoptionAddress(x),
			To: x.To.Name, Province: x.To.Province, Stage: p.lang.Word("stage-" + x.Stage),
			Adapted: p.says(x.Adapted), LastChecked: p.day(site.Day(x.LastChecked)), Checked: string(x.LastChecked), Note: p.site.Say(x.Note),
		}
		if links := p.visitLinks([]string{x.Visit}); len(links) > 0 {
			row.Visit = links[0]
		}
		for _, h := range x.History {
			row.History = append(row.History, StageRow{p.lang.Word("stage-" + h.Stage), p.day(h.Date), p.site.Say(h.Note), c.cite(h.Source)})
		}
		rows = append(rows, row)
	}
	return rows
}
