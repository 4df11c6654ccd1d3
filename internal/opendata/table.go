// Package opendata publishes what the site knows as tables: for each kind one in CSV and
// JSON, all in one workbook, with the map, two catalogues and the page that explains.
//
// A table is declared once (areas.go, figures.go, programs.go, news.go): its fields with
// their types, which field names a row, which name rows of other tables, and what stands in
// them. Everything else follows from that: the files, datapackage.json, the descriptions on
// the page. What a field holds is said in package lang, by its name.
//
// Like a view, each file is a function of declared inputs, which package plan gathers. A
// table is written when it is asked for and not kept; what is declared as a file's view is
// its inputs, so their digest decides and nothing is written for being compared. It reads
// nothing and knows no site's name.
//
// # What programs make of CSV
//
// A CSV file has no types, and programs guess. DuckDB, csvkit and Gnumeric take a code such
// as 11.01.02 for a date, many take 36.74 for a number, and where commas stand in numbers
// LibreOffice takes 16.889 for sixteen thousand. Quotation marks help with none of them. So
// each code stands in a second field too, behind the name of its list (kemendagri:11.01.02),
// which nothing guesses to be something else; the workbook has types; and the page tells each
// program's users how to say what the columns are. Commas and points are as RFC 4180 and
// every program outside of spreadsheets want them: a file with semicolons and decimal commas
// would open by a click in an Indonesian Excel, and be read wrongly by all else.
package opendata

import (
	"iter"
	"slices"
	"strings"
	"time"

	"blandongan/internal/address"
	"blandongan/internal/figures"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Type says what the values of a field are.
type Type string

// The types. All but the last four are texts for programs.
const (
	Text    Type = "text"
	Code    Type = "code"  // of digits and points
	List    Type = "list"  // ids or names: a list in JSON, elsewhere parted by semicolons
	Known   Type = "known" // a date to the year, the month or the day
	URL     Type = "url"
	Email   Type = "email"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	Date    Type = "date" // 2006-01-02
)

// Field is a column of a table.
type Field struct {
	Name string
	Type Type
	// Key says that its value names a row, Needed that no row is without a value.
	Key, Needed bool
	// To is the table that it names rows of, by their keys; "" for none.
	To string
	// OneOf are the values that there can be, nil for any.
	OneOf []string
}

// Table is one kind of thing, a row for each.
type Table struct {
	Name   string
	Fields []Field
	// News says that the table shows articles, which are no facts; Figures that it shows those of kecamatan.
	News, Figures bool
	// rows goes through the rows. Values are nil, string, []string, int, float64 or bool, as the
	// field's type wants them; the row is used again for the next.
	rows func(w *writer) iter.Seq[[]any]
}

// Tables are in the order in which they are shown.
var Tables = []Table{
	city, kecamatan, kelurahan, indicators, withFigures(allFigures), programs, visits, adoptions, sources, news,
}

// Named returns the table of a name; there must be one.
func Named(name string) *Table {
	i := slices.IndexFunc(Tables, func(t Table) bool { return t.Name == name })
	return &Tables[i]
}

// column is a field with what stands in it for a thing.
type column[T any] struct {
	Field
	of func(w *writer, x *T) any
}

func col[T any](name string, t Type, of func(w *writer, x *T) any) column[T] {
	return column[T]{Field{Name: name, Type: t}, of}
}

func (c column[T]) key() column[T]    { c.Key, c.Needed = true, true; return c }
func (c column[T]) needed() column[T] { c.Needed = true; return c }

func (c column[T]) to(table string) column[T] { c.To = table; return c }

func (c column[T]) oneOf(values string) column[T] {
	c.OneOf = strings.Split(values, "|")
	return c
}

// declare makes a table of its columns.
func declare[T any](name string, things func(*writer) iter.Seq[*T], columns ...column[T]) Table {
	t := Table{Name: name}
	for _, c := range columns {
		t.Fields = append(t.Fields, c.Field)
	}
	t.rows = func(w *writer) iter.Seq[[]any] {
		return func(yield func([]any) bool) {
			row := make([]any, len(columns))
			for x := range things(w) {
				for i, c := range columns {
					row[i] = given(c.of(w, x))
				}
				if !yield(row) {
					return
				}
			}
		}
	}
	return t
}

// given makes nil of what says nothing.
func given(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case []string:
		if len(v) == 0 {
			return nil
		}
	case *float64:
		if v == nil {
			return nil
		}
		return *v
	case *int:
		if v == nil {
			return nil
		}
		return *v
	}
	return v
}

// count is a number of which 0 says that it is not known.
func count(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// each goes through a list.
func each[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// key returns the name of the field that names a row.
func (t *Table) key() string {
	return t.Fields[slices.IndexFunc(t.Fields, func(f Field) bool { return f.Key })].Name
}

// Articles are all articles. Their digest is made once, for several files show them.
type Articles struct {
	List   []site.News
	Digest memo.Digest
}

// AddTo adds the digest: see memo.Digested.
func (a *Articles) AddTo(h *memo.Hash) { h.Digest(a.Digest) }

// ArticlesOf are the articles of a site.
func ArticlesOf(list []site.News) *Articles {
	var h memo.Hash
	for i := range list {
		list[i].AddTo(&h)
	}
	return &Articles{list, h.Sum()}
}

// writer writes values on the ground of a file.
type writer struct {
	figures.Writer
	words *lang.Writer // what tables and fields are
	news  []site.News
}

func on(g ground.Ground) *writer {
	return &writer{Writer: figures.Writer{Ground: g}, words: lang.OpenData.For(g.Lang().Language)}
}

// about says what a field of a table holds.
func about(words *lang.Writer, table, field string) string {
	if said := words.Word(table + "." + field); said != "" {
		return said
	}
	return words.Word(field)
}

// page is the full address of the page of a thing.
func (w *writer) page(kind, name string) string { return w.Absolute(address.Of(kind, name)) }

// full is a code behind the name of its list: see the package.
func full[C ~string](code C) string {
	if code == "" {
		return ""
	}
	return "kemendagri:" + string(code)
}

// Extent is what is to be known of the articles without seeing them: how many there are, and
// the day on which the last of them changed, "" for none.
type Extent struct {
	Count   int
	Changed string
}

// ExtentOf is that of some articles.
func ExtentOf(list []site.News) Extent { return Extent{len(list), lastChange(list)} }

// lastChange is the day on which the last of some articles changed, "" for none.
func lastChange(list []site.News) string {
	var last time.Time
	for i := range list {
		if t := changed(&list[i]); t.After(last) {
			last = t
		}
	}
	if last.IsZero() {
		return ""
	}
	return last.Format(day)
}

// changed is when an article changed last, in the site's zone.
func changed(x *site.News) time.Time { return x.Changed(x.Published.Location()) }

const day = "2006-01-02"

// AsOf is the last day on which editors looked at a source, an adoption or a program; "" when
// they never said so.
func AsOf(f *site.Facts) string {
	last := ""
	for _, s := range f.Sources {
		last = max(last, string(s.Accessed))
	}
	for i := range f.Adoptions {
		last = max(last, string(f.Adoptions[i].LastChecked))
	}
	for i := range f.Programs {
		if v := f.Programs[i].Verified; v != nil {
			last = max(last, v.At.First())
		}
	}
	return last
}
