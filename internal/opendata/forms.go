package opendata

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"blandongan/internal/address"
	"blandongan/internal/formats"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
)

// TableInputs are what a table shows: the facts of its ground, or the articles. One of ten
// thousand articles is made again for an article, and not for every figure.
type TableInputs struct {
	Ground  ground.Ground
	Name    string
	Licence ground.Link
	// News are the articles, nil for tables that show facts.
	News *Articles
}

// on returns the table and a writer for it.
func (in TableInputs) on() (*Table, *writer) {
	w := on(in.Ground)
	if in.News != nil {
		w.news = in.News.List
	}
	return Named(in.Name), w
}

// CSV is a table for programs that read tables: see the package.
type CSV struct{ Inputs TableInputs }

// CSVOf is a table as CSV.
func CSVOf(in TableInputs) any { return CSV{in} }

// Rows are the rows, with the names of the fields above them. A row is used again for the next.
func (c CSV) Rows() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		t, w := c.Inputs.on()
		cells := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			cells[i] = f.Name
		}
		if !yield(cells) {
			return
		}
		for row := range t.rows(w) {
			for i, v := range row {
				cells[i] = plain(v)
				if t.Fields[i].Type == Text || t.Fields[i].Type == List {
					cells[i] = formats.Inert(cells[i])
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
}

// plain writes a value for machines: 14.8, true, "a; b"; of nothing, nothing.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case float64:
		return lang.Plain(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// JSON is a table for programs that read JSON. It says itself whose it is, how new it is, and
// what its fields hold; rows are objects, one a line.
type JSON struct{ Inputs TableInputs }

// JSONOf is a table as JSON.
func JSONOf(in TableInputs) any { return JSON{in} }

type tableFile struct {
	Name        string      `json:"name"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Language    string      `json:"language"`
	Publisher   string      `json:"publisher"`
	Licence     licenceFile `json:"licence"`
	AsOf        string      `json:"as_of,omitempty"`
	Page        string      `json:"page"`
	Sources     string      `json:"sources"`
	Fields      []fieldFile `json:"fields"`
}

type licenceFile struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type fieldFile struct {
	Name        string `json:"name"`
	Type        Type   `json:"type"`
	Description string `json:"description"`
}

// Write writes the file.
func (j JSON) Write(to io.Writer) error {
	t, w := j.Inputs.on()
	head := tableFile{
		Name: t.Name, Title: w.words.Word("table-" + t.Name), Description: w.words.Word("about-" + t.Name),
		Language: w.Base.Language, Publisher: w.Base.Publisher.Name,
		Licence: licenceFile{j.Inputs.Licence.Text, j.Inputs.Licence.URL}, AsOf: w.asOf(),
		Page: w.Absolute(address.DataFolder), Sources: w.Absolute(address.Source + "/"),
	}
	for _, f := range t.Fields {
		head.Fields = append(head.Fields, fieldFile{f.Name, f.Type, about(w.words, t.Name, f.Name)})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(head); err != nil {
		return err
	}
	b.Truncate(b.Len() - len("}\n"))
	b.WriteString(`,"rows":[`)
	if _, err := to.Write(b.Bytes()); err != nil {
		return err
	}
	between := "\n"
	var line []byte
	for row := range t.rows(w) {
		line = append(line[:0], between...)
		between = ",\n"
		for i, v := range row {
			line = append(line, "{,"[min(i, 1)])
			line = appendText(line, t.Fields[i].Name)
			line = appendValue(append(line, ':'), v)
		}
		if _, err := to.Write(append(line, '}')); err != nil {
			return err
		}
	}
	_, err := io.WriteString(to, "\n]}\n")
	return err
}

func appendValue(to []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(to, "null"...)
	case string:
		return appendText(to, v)
	case []string:
		for i, s := range v {
			to = appendText(append(to, "[,"[min(i, 1)]), s)
		}
		return append(to, ']')
	}
	return append(to, plain(v)...)
}

// appendText writes a text as JSON; most need no escaping, and then no encoder.
func appendText(to []byte, s string) []byte {
	special := func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' }
	if utf8.ValidString(s) && !strings.ContainsFunc(s, special) {
		to = append(to, '"')
		to = append(to, s...)
		return append(to, '"')
	}
	text, _ := json.Marshal(s) // a text always encodes
	return append(to, text...)
}

// asOf is the last day on which what a file shows was looked at, as far as that is known.
func (w *writer) asOf() string {
	last := lastChange(w.news)
	if w.Facts != nil {
		last = max(last, AsOf(w.Facts))
	}
	return last
}
