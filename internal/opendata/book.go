package opendata

import (
	"io"
	"slices"
	"sync"

	"blandongan/internal/address"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
	"blandongan/internal/workbook"
)

// BookInputs are what the workbook shows.
type BookInputs struct {
	Ground ground.Ground
	// Bare are the facts without figures of kecamatan.
	Bare  *site.Facts
	News  *Articles
	Shelf *Shelf
}

// Shelf remembers of each language the sheets as they were packed last, but for that of figures: that of articles
// takes longer than all the rest of a workbook, and most changes of it are changes of figures. What is written
// does not depend on what it remembers. It may be used by several at once.
type Shelf struct {
	mu      sync.Mutex
	sheets  map[[2]string]shelved // by language and name of the table
	forgets bool
}

// NewShelf returns an empty one; that which is used but once need not remember.
func NewShelf(again bool) *Shelf { return &Shelf{sheets: map[[2]string]shelved{}, forgets: !again} }

type shelved struct {
	of memo.Digest
	*workbook.Packed
}

// AddTo adds nothing: no page shows what is remembered. See memo.Digested.
func (s *Shelf) AddTo(*memo.Hash) {}

// sheet is that of a table which shows no figures, in a book.
func (s *Shelf) sheet(t *Table, in *BookInputs) *workbook.Packed {
	if s.forgets || t.Figures {
		return nil
	}
	var h memo.Hash
	in.Ground.Base.AddTo(&h)
	if t.News {
		in.News.AddTo(&h)
	} else {
		in.Bare.AddTo(&h)
	}
	of, at := h.Sum(), [2]string{in.Ground.Base.Language, t.Name}
	s.mu.Lock()
	defer s.mu.Unlock()
	x, known := s.sheets[at]
	if !known || x.of != of {
		x = shelved{of, new(workbook.Packed)}
		s.sheets[at] = x
	}
	return x.Packed
}

// Book is all tables in one workbook, each a sheet, behind one that explains.
type Book struct{ Inputs BookInputs }

// BookOf is the workbook.
func BookOf(in BookInputs) any { return Book{in} }

// BookFile is where the workbook of a site lies: under the name that it keeps where it is
// saved.
func BookFile(f *site.Facts) string { return address.DataTable(value.Slugify(f.City.Name), "xlsx") }

// Write writes the file.
func (k Book) Write(to io.Writer) error { return workbook.Write(to, k.book()) }

// HeldBy says whether a file holds the book already.
func (k Book) HeldBy(file []byte) bool { return k.book().HeldBy(file) }

func (k Book) book() workbook.Book {
	w := on(k.Inputs.Ground)
	w.news = k.Inputs.News.List
	book := workbook.Book{
		Title: w.title(), Creator: w.Base.Publisher.Name, Day: w.asOf(),
		Sheets: []workbook.Sheet{{
			Name: w.words.Word("book-about"),
			Columns: []workbook.Column{
				{Kind: workbook.Heading, Width: 22}, {Width: 22}, {Width: 24}, {Width: 90}, {Width: 90},
			},
			Rows: slices.Values(w.explained()),
		}},
	}
	for i := range Tables {
		sheet := w.sheet(&Tables[i])
		sheet.Packed = k.Inputs.Shelf.sheet(&Tables[i], &k.Inputs)
		book.Sheets = append(book.Sheets, sheet)
	}
	return book
}

// title is what the open data of the site is called.
func (w *writer) title() string { return w.Word("data-title", w.Base.City) }

// explained are the rows of the first sheet.
func (w *writer) explained() [][]any {
	c := &w.Facts.Config
	rows := [][]any{{w.title()}, {}}
	say := func(label, text string) {
		if text != "" {
			rows = append(rows, []any{w.words.Word(label), text})
		}
	}
	say("book-what", w.words.Word("book-what-text"))
	say("book-codes", w.words.Word("book-codes-text"))
	say("book-figures", w.words.Word("book-figures-text"))
	say("book-by", w.Base.Publisher.Name)
	say("book-licence", c.Licence.Name)
	say("book-licence-at", string(c.Licence.URL))
	say("book-as-of", w.asOf())
	say("book-page", w.Absolute(address.DataFolder))
	say("book-sources", w.Absolute(address.Source+"/"))
	other := lang.OpenData.In(map[lang.Language]string{lang.Indonesian: "en", lang.English: "id"}[w.words.Language])
	rows = append(rows, nil, []any{w.words.Word("book-sheet"), w.words.Word("book-field"), w.words.Word("book-type"),
		w.words.Word("book-holds"), other.Word("book-holds")})
	for _, t := range Tables {
		for _, f := range t.Fields {
			rows = append(rows, []any{t.Name, f.Name, w.words.Word("type-" + string(f.Type)),
				about(w.words, t.Name, f.Name), about(other, t.Name, f.Name)})
		}
	}
	return rows
}

// sheet is that of a table.
func (w *writer) sheet(t *Table) workbook.Sheet {
	s := workbook.Sheet{Name: t.Name, Headed: true}
	for _, f := range t.Fields {
		kind, width := workbook.Text, max(14, len(f.Name)+2)
		switch f.Type {
		case Integer, Number:
			kind = workbook.Number
		case Boolean:
			kind = workbook.Boolean
		case Date:
			kind = workbook.Date
		case Text, List:
			width = max(width, 28)
		}
		s.Columns = append(s.Columns, workbook.Column{Name: f.Name, Kind: kind, Width: width})
	}
	s.Rows = func(yield func([]any) bool) {
		for row := range t.rows(w) {
			for i, v := range row {
				if list, is := v.([]string); is {
					row[i] = plain(list)
				}
			}
			if !yield(row) {
				return
			}
		}
	}
	return s
}
