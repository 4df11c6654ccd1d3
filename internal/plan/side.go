package plan

import "blandongan/internal/site"

// SideColumn is one indicator of the table beside the charts: all its figures
// are of one period.
type SideColumn struct {
	Name, Unit, Period string
	// Badge is that of all its kecamatan, "" where they differ; Stale says that the
	// period is too long ago.
	Badge, Stale string
	// Sources are those that all figures share; where they share none, each cell
	// cites its own.
	Sources []Citation
}

// SideTable sets the kecamatan beside each other by what the charts show.
type SideTable struct {
	Columns []SideColumn
	Rows    []SideRow
	// City is the city's row.
	City SideRow
}

// SideRow is one kecamatan of the table, or the city. Own is the page's. A cell
// without a value says in Missing what is known instead, "" for nothing.
type SideRow struct {
	Name  Link
	Own   bool
	Cells []FigureRow
}

// sideTable holds every number of the bars.
func (f *profile) sideTable() *SideTable {
	t := &SideTable{City: SideRow{Name: Link{Text: f.p.site.City.Name}}}
	for i := range f.p.site.Kecamatan {
		k := &f.p.site.Kecamatan[i]
		t.Rows = append(t.Rows, SideRow{Name: f.p.linkTo("kecamatan", k.ID, k.Name), Own: i == f.position})
	}
	for _, m := range f.charted() {
		c := f.compared[m.Indicator]
		i := f.p.site.Indicators[c.Indicator]
		column := SideColumn{Name: f.p.site.Say(i.Name), Unit: f.p.unit(i), Period: f.p.period(c.Period), Badge: f.p.oneBadge(c.Figures), Stale: f.p.stale(&i, c.Period)}
		column.Sources, _ = f.p.basis(&c, f.c)
		t.Columns = append(t.Columns, column)
		for at, x := range c.Figures {
			t.Rows[at].Cells = append(t.Rows[at].Cells, f.sideCell(x, &column, f.p.instead(&c, f.p.site.Kecamatan[at].ID)))
		}
		t.City.Cells = append(t.City.Cells, f.sideCell(c.City, &SideColumn{}, f.p.instead(&c, "")))
	}
	if len(t.Columns) == 0 {
		return nil
	}
	return t
}

// basis is what all figures of a comparison rest on: the source that they share,
// else a sentence that says whose figures they are copies of.
func (p *planner) basis(c *site.Comparison, cited *citer) (sources []Citation, note string) {
	if c.Source != "" {
		return cited.cite([]string{c.Source}), ""
	}
	return nil, p.lang.Word("copies", p.site.Indicators[c.Indicator].Producer)
}

// oneBadge is the badge that all figures have.
func (p *planner) oneBadge(figures []*site.Figure) string {
	for _, x := range figures {
		if x != nil && p.badge(x.Standing()) != p.badges(figures) {
			return ""
		}
	}
	return p.badges(figures)
}

// instead says what is known of a kecamatan (of the city when id is "") that a
// comparison has no figure of: one of another period or another source, "" for
// nothing.
func (p *planner) instead(c *site.Comparison, id string) string {
	switch f := p.site.Recorded(id, c.Indicator, c.Period); {
	case f == nil:
		return ""
	case f.Period == c.Period:
		return p.lang.Word("other-source")
	}
	return p.lang.Word("other-period")
}

// sideCell leaves out what the head of the column says.
func (f *profile) sideCell(x *site.Figure, column *SideColumn, instead string) FigureRow {
	if x == nil {
		return FigureRow{Missing: instead}
	}
	row := f.p.figureRow(x, f.c)
	cell := FigureRow{Value: row.Value, Standing: row.Standing, Badge: row.Badge, Sources: row.Sources}
	if column.Badge != "" {
		cell.Badge = ""
	}
	if column.Sources != nil {
		cell.Sources = nil
	}
	return cell
}
