package formats

import (
	"strings"
	"unicode"

	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// This file makes what can be downloaded from a kecamatan's page: what the page
// says, and no more, for programs.

// KecamatanInputs are what can be downloaded from a profile: the same figures that the
// page shows.
type KecamatanInputs struct {
	Ground ground.Ground
	// Position is that of the kecamatan among the facts.
	Position int
}

// FigureTable is the page's figures, one a row. Values have a point before their
// decimals, and a missing one is empty with the reason in its own column.
func FigureTable(in KecamatanInputs) any {
	w, of := writer{in.Ground}, figures.Writer{Ground: in.Ground}
	rows := [][]string{{
		"code", "place", "indicator", "indicator_name", "unit", "period", "value", "status", "missing", "said_by",
		"sources", "source_titles", "note",
	}}
	for _, x := range w.shown(in.Position) {
		f := x.Figure
		i := w.Facts.Indicators[f.Indicator]
		value := ""
		if f.Value != nil {
			value = lang.Plain(*f.Value)
		}
		var titles []string
		for _, id := range f.Source {
			titles = append(titles, w.Say(w.Facts.Sources[id].Title))
		}
		rows = append(rows, []string{
			x.Code, Inert(x.Name), f.Indicator, Inert(w.Say(i.Name)), Inert(w.Say(i.Unit)), string(f.Period),
			value, status(f), Inert(of.Missing(f)), Inert(w.Say(f.SaidBy)),
			strings.Join(f.Source, "; "), Inert(strings.Join(titles, "; ")), Inert(of.Note(f)),
		})
	}
	return CSV{rows}
}

// shown are the figures that a profile shows.
func (w writer) shown(position int) []figures.Placed {
	return figures.Writer{Ground: w.Ground}.Profile(position, w.Citer()).Shown()
}

// status is the standing of a value; where there is none, nothing stands.
func status(f *site.Figure) string {
	if f.Value == nil {
		return ""
	}
	return f.Standing()
}

// Inert keeps a spreadsheet from running a text, or a piece of it, as a formula.
// Which pieces are cells is for the spreadsheet to say: where commas stand in
// numbers, as in Indonesia, it parts cells at semicolons, and others do at tabs.
// So wherever a cell may begin, what begins like a formula gets an apostrophe
// before it; quotation marks and blanks there do not hide it.
func Inert(s string) string {
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
