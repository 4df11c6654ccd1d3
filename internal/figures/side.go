package figures

import (
	"slices"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// SideColumn is one indicator of the side table: all its figures are of one period.
type SideColumn struct {
	Name    string            // the indicator's name
	Unit    string            // what is counted
	Period  string            // the time of the figures
	Badge   string            // the word for figures that are not official, where it is the same for all; else empty
	Stale   string            // the word for a time that is too long ago; else empty
	Sources []ground.Citation // the sources that all figures share; else each cell has its own
}

// SideTable sets the kecamatan beside each other.
type SideTable struct {
	Columns []SideColumn // the indicators
	Rows    []SideRow    // the kecamatan
	City    SideRow      // the city
}

// SideRow is one kecamatan of the table, or the city. Own is the page's. A cell
// without a value says in Missing what is known instead, "" for nothing.
type SideRow struct {
	Name  ground.Link // the kecamatan, or the city
	Own   bool        // it is the page's own
	Cells []FigureRow // a figure for each column; one without a value may say in Missing what is known instead
}

// SideTable has the first of what is compared.
func (f *Profile) SideTable() *SideTable {
	t := &SideTable{City: SideRow{Name: ground.Link{Text: f.w.Base.City}}}
	for i := range f.w.Facts.Kecamatan {
		k := &f.w.Facts.Kecamatan[i]
		t.Rows = append(t.Rows, SideRow{Name: f.w.LinkTo(site.KindKecamatan, k.ID, k.Name), Own: i == f.position})
	}
	for _, m := range f.beside() {
		c := f.compared[m.Indicator]
		i := f.w.Facts.Indicators[c.Indicator]
		column := SideColumn{
			Name: f.w.Say(i.Name), Unit: f.w.Unit(i), Period: f.w.Period(c.Period), Badge: f.w.oneBadge(c.Figures),
			Stale: f.w.staleAll(&c),
		}
		if i.Ratio == nil { // each computed figure has its own
			column.Sources, _ = f.w.basis(&c, f.c)
		}
		t.Columns = append(t.Columns, column)
		for at, x := range c.Figures {
			t.Rows[at].Cells = append(t.Rows[at].Cells,
				f.sideCell(x, &column, f.w.instead(&c, f.w.Facts.Kecamatan[at].ID)))
		}
		t.City.Cells = append(t.City.Cells, f.sideCell(c.City, &SideColumn{}, f.w.instead(&c, "")))
	}
	if len(t.Columns) == 0 {
		return nil
	}
	return t
}

// basis is what all figures of a comparison rest on: the source that they share,
// else a sentence that says whose figures they are copies of; of a ratio all that it was
// computed from.
func (w Writer) basis(c *compare.Comparison, cited *ground.Citer) (sources []ground.Citation, note string) {
	i := w.Facts.Indicators[c.Indicator]
	switch {
	case i.Ratio != nil:
		of, per := w.Facts.Indicators[i.Ratio.Of], w.Facts.Indicators[i.Ratio.Per]
		note = w.Word("computed-from", lang.Inside(w.Say(of.Name)), lang.Inside(w.Say(per.Name)))
		return cited.Cite(sourcesOf(c)), note
	case c.Source != "":
		return cited.Cite([]string{c.Source}), ""
	}
	return nil, w.Word("copies", i.Producer)
}

// sourcesOf are the ids of what the figures of a comparison rest on, each once.
func sourcesOf(c *compare.Comparison) []string {
	var ids []string
	for _, f := range c.Figures {
		if f == nil {
			continue
		}
		for _, id := range f.Source {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// oneBadge is the badge that all figures have.
func (w Writer) oneBadge(figures []*site.Figure) string {
	for _, x := range figures {
		if x != nil && w.Badge(x.Standing()) != w.badges(figures) {
			return ""
		}
	}
	return w.badges(figures)
}

// instead says what is known of a kecamatan (of the city when id is "") that a
// comparison has no figure of: one of another period or another source, for a ratio of
// others of either, "" for nothing.
func (w Writer) instead(c *compare.Comparison, id string) string {
	switch f := compare.Recorded(w.Facts, id, c.Indicator, c.Period); {
	case f == nil:
		return ""
	case f.Period == c.Period && f.Parts != nil:
		return w.Word("other-basis")
	case f.Period == c.Period:
		return w.Word("other-source")
	}
	return w.Word("other-period")
}

// sideCell leaves out what the head of the column says.
func (f *Profile) sideCell(x *site.Figure, column *SideColumn, instead string) FigureRow {
	if x == nil {
		return FigureRow{Missing: instead}
	}
	row := f.w.row(x, f.c)
	cell := FigureRow{Value: row.Value, Standing: row.Standing, Badge: row.Badge, Sources: row.Sources}
	if column.Badge != "" {
		cell.Badge = ""
	}
	if column.Sources != nil {
		cell.Sources = nil
	}
	return cell
}
