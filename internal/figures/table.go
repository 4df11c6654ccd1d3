package figures

import (
	"slices"
	"strconv"

	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/compare"
)

// Table compares all kecamatan by their latest figures.
type Table struct {
	Columns []Column      // the indicators that are compared
	Groups  []ColumnGroup // the columns, a few at a time; nothing where all fit beside each other
	Rows    []CompareRow  // the kecamatan with their figures
	Listed  bool          // no column counts kelurahan, so that their number may have one
	Gaps    []GapRow      // why cells are empty
}

// GapRow is why cells of a column are empty: said once, with those it holds for,
// "" for all.
type GapRow struct {
	Column    string            // the indicator's name
	Kecamatan string            // those for which the reason holds; empty for all
	Reason    string            // why there is no figure
	Sources   []ground.Citation // the sources of that
}

// Column is one indicator of the comparison. Its head says what is the same for all.
type Column struct {
	Name       string            // the indicator's name
	Unit       string            // what is counted
	Definition string            // what the indicator means
	Better     string            // which way its figures are wished to go, in words; empty for neither
	Group      string            // the number of the group that it is in
	Period     string            // the time of all figures; empty where each has its own
	Badge      string            // the word for figures that are not official, where it is the same for all; else empty
	Stale      string            // the word for figures that are out of date, where it is the same for all; else empty
	Sources    []ground.Citation // the sources that all figures share; else each has its own
}

// ColumnGroup is a few columns that can be chosen.
type ColumnGroup struct {
	Number string // its number
	Names  string // the names of its columns
}

// CompareRow is one kecamatan of the comparison; Cells match the columns.
type CompareRow struct {
	Kecamatan ground.Link   // its name and profile
	Kelurahan string        // how many kelurahan it has; empty when not known
	Wards     string        // the same for sorting
	Cells     []CompareCell // a figure for each column
}

// CompareCell is a figure of the comparison, without what the head of its column says.
type CompareCell struct {
	FigureRow
	Group string // the number of the group that its column is in

	missing []string // the ids of sources of why there is no figure: they are named below the table
}

// Table is that of all kecamatan; nil where none has a figure.
func (w Writer) Table(c *ground.Citer) *Table {
	ids := slices.DeleteFunc(w.SharedIndicators(), func(id string) bool {
		i := w.Facts.Indicators[id]
		return !i.Ranked() // the table can be sorted
	})
	if len(ids) == 0 {
		return nil
	}
	t := &Table{Listed: true}
	w.addColumns(t, ids)
	w.addRows(t, ids, c)
	for j := range t.Columns {
		t.lift(j)
	}
	return t
}

// Explain adds why cells are empty, and then leaves out the columns in which all are. That
// is said below the table, and its sources are named there.
func (w Writer) Explain(t *Table, c *ground.Citer) {
	t.Gaps = w.gaps(t, c)
	t.dropEmpty()
	t.group()
}

func (w Writer) addColumns(t *Table, ids []string) {
	for _, id := range ids {
		i := w.Facts.Indicators[id]
		t.Listed = t.Listed && i.Counts != "kelurahan"
		t.Columns = append(t.Columns,
			Column{Name: w.Say(i.Name), Unit: w.Say(i.Unit), Definition: w.Say(i.Definition), Better: w.Better(&i)})
	}
}

func (w Writer) addRows(t *Table, ids []string, c *ground.Citer) {
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		row := CompareRow{Kecamatan: w.LinkTo(site.KindKecamatan, k.ID, k.Name)}
		if n := len(k.Kelurahan); n > 0 {
			row.Kelurahan, row.Wards = w.Count(n), strconv.Itoa(n)
		}
		latest := compare.Latest(k.Figures)
		for _, id := range ids {
			row.Cells = append(row.Cells, w.cell(latest, k.Figures, id, c))
		}
		t.Rows = append(t.Rows, row)
	}
}

// lift moves what all figures of a column share to its head.
func (t *Table) lift(j int) {
	var first *FigureRow
	column := &t.Columns[j]
	for i := range t.Rows {
		switch x := &t.Rows[i].Cells[j].FigureRow; {
		case x.Value == "":
		case first == nil:
			first = x
			column.Period, column.Badge, column.Stale, column.Sources = x.Period, x.Badge, x.Stale, x.Sources
		default:
			column.Period, column.Badge = same(column.Period, x.Period), same(column.Badge, x.Badge)
			column.Stale = same(column.Stale, x.Stale)
			if !slices.Equal(column.Sources, x.Sources) {
				column.Sources = nil
			}
		}
	}
	for i := range t.Rows {
		x := &t.Rows[i].Cells[j].FigureRow
		x.Period, x.Badge, x.Stale = without(x.Period, column.Period), without(x.Badge, column.Badge),
			without(x.Stale, column.Stale)
		if column.Sources != nil && x.Value != "" {
			x.Sources = nil
		}
	}
}

// same is a text where both are, else "".
func same(a, b string) string {
	if a != b {
		return ""
	}
	return a
}

// without is a text, "" where it is said elsewhere.
func without(text, said string) string {
	if said != "" {
		return ""
	}
	return text
}

const (
	// groupColumns are what fits beside the names on a telephone.
	groupColumns = 3
	// mostGroups is how many the styles can choose among.
	mostGroups = 4
)

// group numbers the columns by groups.
func (t *Table) group() {
	size := max(groupColumns, (len(t.Columns)+mostGroups-1)/mostGroups)
	for j := range t.Columns {
		number := strconv.Itoa(j/size + 1)
		t.Columns[j].Group = number
		for i := range t.Rows {
			t.Rows[i].Cells[j].Group = number
		}
		name := lang.Inside(t.Columns[j].Name)
		if j%size == 0 {
			t.Groups = append(t.Groups, ColumnGroup{number, t.Columns[j].Name})
		} else {
			t.Groups[j/size].Names += ", " + name
		}
	}
	if len(t.Groups) < 2 {
		t.Groups = nil
	}
}

// dropEmpty leaves out the columns in which there is no figure at all; why is among
// the gaps.
func (t *Table) dropEmpty() {
	for j := len(t.Columns) - 1; j >= 0; j-- {
		if slices.ContainsFunc(t.Rows, func(r CompareRow) bool { return r.Cells[j].Value != "" }) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, j, j+1)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, j, j+1)
		}
	}
}

// gaps gathers the reasons of empty cells, column by column.
func (w Writer) gaps(t *Table, c *ground.Citer) []GapRow {
	var gaps []GapRow
	for j, column := range t.Columns {
		var reasons []GapRow
		holders := map[string][]string{}
		for _, row := range t.Rows {
			cell := row.Cells[j]
			if cell.Value != "" || cell.Missing == "" {
				continue
			}
			if holders[cell.Missing] == nil {
				reasons = append(reasons,
					GapRow{Column: column.Name, Reason: cell.Missing, Sources: c.Cite(cell.missing)})
			}
			holders[cell.Missing] = append(holders[cell.Missing], row.Kecamatan.Text)
		}
		for _, g := range reasons {
			if names := holders[g.Reason]; len(names) < len(t.Rows) {
				g.Kecamatan = w.Lang().List(names)
			}
			gaps = append(gaps, g)
		}
	}
	return gaps
}

func (w Writer) cell(latest, all []site.Figure, indicator string, c *ground.Citer) CompareCell {
	for i := range latest {
		switch f := &latest[i]; {
		case f.Indicator != indicator:
		case f.Value == nil:
			return CompareCell{FigureRow: FigureRow{Missing: w.Missing(f)}, missing: f.Source}
		default:
			return CompareCell{FigureRow: w.Dated(f, all, c)}
		}
	}
	return CompareCell{}
}
