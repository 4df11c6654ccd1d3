package plan

import (
	"slices"
	"strings"
	"unicode"

	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// This file makes what can be downloaded from a kecamatan's page: what the page
// says, and no more, for programs.

// fileOf is where a kecamatan's figures lie in a form: "csv" or "json".
func fileOf(k *site.Kecamatan, form string) string {
	return "kecamatan/" + k.ID + "/" + k.ID + "." + form
}

// kecamatanFiles plans the page's table of figures and its data.
func (p *planner) kecamatanFiles(position int) {
	k := &p.site.Kecamatan[position]
	file := func(form string, view func() any) {
		p.add(Target{Path: fileOf(k, form), From: k.Begin(), Pieces: p.worldPieces, View: func(Body) any { return view() }})
	}
	file("csv", func() any { return CSV{p.figureTable(position)} })
	file("json", func() any { return JSON{p.kecamatanJSON(position)} })
}

func (p *planner) downloads(k *site.Kecamatan) []Link {
	var links []Link
	for _, form := range []string{"csv", "json"} {
		links = append(links, Link{Text: p.lang.Word("download-" + form), URL: p.link(fileOf(k, form))})
	}
	return links
}

// citation says how to cite a page. When it was read is for the reader to fill in:
// the day of the build would make two builds differ.
func (p *planner) citation(title, address string) string {
	c := &p.site.Config
	return p.lang.Word("cite-text", p.site.Say(c.Publisher.Name), title, p.site.Say(c.Title), p.absolute(address))
}

// placed is a figure with the place it is about.
type placed struct {
	code, name string
	figure     *site.Figure
}

// shown are the figures that a profile shows: all of its own, and those of the
// sisters and the city that they are compared with.
func (f *profile) shown() []placed {
	var list []placed
	add := func(code, name string, x *site.Figure) {
		if x != nil && !slices.ContainsFunc(list, func(o placed) bool { return o.figure == x }) {
			list = append(list, placed{code, name, x})
		}
	}
	for i := range f.k.Figures {
		add(string(f.k.Code), f.k.Name, &f.k.Figures[i])
	}
	city := &f.p.site.City
	for n := range f.measures {
		m := &f.measures[n]
		c := f.compared[m.Indicator]
		if c.Known == 0 {
			continue
		}
		for at, x := range c.Figures {
			add(string(f.p.site.Kecamatan[at].Code), f.p.site.Kecamatan[at].Name, x)
		}
		add(string(city.Code), city.Name, c.City)
		add(string(city.Code), city.Name, f.cityFigure(m))
	}
	return list
}

// figureTable is the page's figures, one a row. Values have a point before their
// decimals, and a missing one is empty with the reason in its own column.
func (p *planner) figureTable(position int) [][]string {
	rows := [][]string{{"code", "place", "indicator", "indicator_name", "unit", "period", "value", "status", "missing", "said_by", "sources", "source_titles", "note"}}
	for _, x := range p.profile(position, p.citer()).shown() {
		f := x.figure
		i := p.site.Indicators[f.Indicator]
		value := ""
		if f.Value != nil {
			value = lang.Plain(*f.Value)
		}
		var titles []string
		for _, id := range f.Source {
			titles = append(titles, p.site.Sources[id].Title)
		}
		rows = append(rows, []string{
			x.code, inert(x.name), f.Indicator, inert(p.site.Say(i.Name)), inert(p.site.Say(i.Unit)), string(f.Period), value, status(f),
			inert(p.site.Say(f.Missing)), inert(f.SaidBy), strings.Join(f.Source, "; "), inert(strings.Join(titles, "; ")), inert(p.site.Say(f.Note)),
		})
	}
	return rows
}

// status is the standing of a value; where there is none, nothing stands.
func status(f *site.Figure) string {
	if f.Value == nil {
		return ""
	}
	return f.Standing()
}

// inert keeps a spreadsheet from running a text, or a piece of it, as a formula.
// Which pieces are cells is for the spreadsheet to say: where commas stand in
// numbers, as in Indonesia, it parts cells at semicolons, and others do at tabs.
// So wherever a cell may begin, what begins like a formula gets an apostrophe
// before it; quotation marks and blanks there do not hide it.
func inert(s string) string {
	if !strings.ContainsAny(s, formulas) {
		return s
	}
	var b strings.Builder
	begins := true
	for _, r := range s {
		if begins && strings.ContainsRune(formulas, r) {
			b.WriteByte('\'')
		}
		begins = strings.ContainsRune(",;\t\r\n|", r) || begins && (r == '"' || r == '\'' || unicode.IsSpace(r))
		b.WriteRune(r)
	}
	return b.String()
}

// formulas are what a formula begins with; wide signs count as the plain ones.
const formulas = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"
