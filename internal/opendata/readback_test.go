package opendata_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blandongan/internal/formats"
	"blandongan/internal/opendata"
	"blandongan/internal/site/value"
)

// What is read back from each form is what stands in data/: of this site, and of many whose
// figures come by chance.
func TestFiguresReadBack(t *testing.T) {
	worlds := []world{real(t)}
	for seed := range uint64(12) {
		worlds = append(worlds, kabupaten(t, seed))
	}
	for i, w := range worlds {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			want := expected(w.figures(t), func(s string) string { return s })
			inert := expected(w.figures(t), formats.Inert)
			sameRows(t, "csv", fromCSV(t, w.read(t, "data/figures.csv")), inert)
			sameRows(t, "json", fromJSON(t, w.read(t, "data/figures.json")), want)
			sameRows(t, "workbook", readBook(t, w.book(t)).table(t, "figures"), want)
		})
	}
}

// row is a row by the names of its fields: what is empty is left out.
type row map[string]any

// expected are the rows of figures, as a form writes texts.
func expected(list []written, text func(string) string) []row {
	var rows []row
	for _, f := range list {
		first, last := value.Period(f.Period).Bounds()
		r := row{"code": f.Code, "full_code": "kemendagri:" + f.Code, "place": text(f.Place),
			"indicator": f.Indicator, "period": f.Period, "period_start": first, "period_end": last, "computed": false}
		for name, s := range map[string]string{"kecamatan": f.Kecamatan, "status": f.Status,
			"said_by": text(string(f.SaidBy)), "missing": text(string(f.Missing)), "note": text(string(f.Note)),
			"sources": text(strings.Join(f.Source, "; "))} {
			if s != "" {
				r[name] = s
			}
		}
		if f.Value != nil {
			r["value"] = *f.Value
		}
		rows = append(rows, r)
	}
	return rows
}

// sameRows compares what stands in data/ with the rows that say it; those that were computed
// say from what.
func sameRows(t *testing.T, form string, got, want []row) {
	t.Helper()
	ids := map[any]bool{}
	var plain []row
	for _, r := range got {
		if ids[r["id"]] || r["id"] == nil {
			t.Errorf("%s: the id %v is that of several rows, or none", form, r["id"])
		}
		ids[r["id"]] = true
		if r["computed"] == true {
			if r["value"] != nil && r["note"] == nil || r["value"] == nil && r["missing"] == nil {
				t.Errorf("%s: computed without a word: %v", form, r)
			}
			continue
		}
		for _, name := range []string{"id", "indicator_name", "unit", "source_titles"} {
			delete(r, name)
		}
		plain = append(plain, r)
	}
	for i := range max(len(plain), len(want)) {
		if i >= len(plain) || i >= len(want) || !reflect.DeepEqual(plain[i], want[i]) {
			t.Fatalf("%s: row %d of %d is\n%v\nnot, of %d,\n%v", form, i, len(plain), plain[min(i, len(plain)-1)],
				len(want), want[min(i, len(want)-1)])
		}
	}
}

// typed makes a text of a form without types what a field's type wants.
func typed(t *testing.T, table, field, text string) any {
	t.Helper()
	i := slices.IndexFunc(opendata.Named(table).Fields, func(f opendata.Field) bool { return f.Name == field })
	if i < 0 {
		t.Fatalf("%s has no field %s", table, field)
	}
	switch opendata.Named(table).Fields[i].Type {
	case opendata.Number, opendata.Integer:
		x, err := strconv.ParseFloat(text, 64)
		must(t, err)
		return x
	case opendata.Boolean:
		yes, err := strconv.ParseBool(text)
		must(t, err)
		return yes
	}
	return text
}

func fromCSV(t *testing.T, data []byte) []row {
	t.Helper()
	return rowsOf(t, linesOf(t, data))
}

// linesOf are those of a CSV of ours, which says that it is UTF-8.
func linesOf(t *testing.T, data []byte) [][]string {
	t.Helper()
	data, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked {
		t.Error("no mark of UTF-8")
	}
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	must(t, err)
	return lines
}

// rowsOf are the rows below a head.
func rowsOf(t *testing.T, lines [][]string) []row {
	t.Helper()
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, text := range line {
			if text != "" {
				r[lines[0][i]] = typed(t, "figures", lines[0][i], text)
			}
		}
		rows = append(rows, r)
	}
	return rows
}

func fromJSON(t *testing.T, data []byte) []row {
	t.Helper()
	var file struct {
		Licence struct{ Name string }
		AsOf    string `json:"as_of"`
		Page    string
		Fields  []struct{ Name, Type, Description string }
		Rows    []row
	}
	must(t, json.Unmarshal(data, &file))
	if file.Licence.Name == "" || file.AsOf == "" || file.Page == "" || len(file.Fields) < 10 {
		t.Errorf("the file does not say whose it is: %.300s", data)
	}
	for _, r := range file.Rows {
		for name, v := range r {
			switch v := v.(type) {
			case nil:
				delete(r, name)
			case []any:
				r[name] = strings.Trim(strings.Join(strings.Split(fmt.Sprintf("%q", v), `" "`), "; "), `["]`)
			}
		}
	}
	return file.Rows
}

// book is what a workbook holds, by sheet: text, number, bool, or a day as text.
type book map[string][][]any

// table are the rows of a sheet below its head.
func (b book) table(t *testing.T, name string) []row {
	t.Helper()
	var rows []row
	if len(b[name]) == 0 {
		t.Fatalf("no sheet %s", name)
	}
	head := b[name][0]
	for _, line := range b[name][1:] {
		r := row{}
		for i, v := range line {
			if v != nil {
				r[head[i].(string)] = v
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// readBook reads a workbook as the standard has it (ECMA-376), also one that another program
// wrote.
func readBook(t *testing.T, file string) book {
	t.Helper()
	z, err := zip.OpenReader(file)
	must(t, err)
	defer z.Close()
	parse := func(name string, into any) {
		f, err := z.Open(name)
		must(t, err)
		defer f.Close()
		must(t, xml.NewDecoder(f).Decode(into))
	}
	var workbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	var shared struct {
		Items []rich `xml:"si"`
	}
	parse("xl/workbook.xml", &workbook)
	parse("xl/_rels/workbook.xml.rels", &relations)
	parse("xl/styles.xml", &styles)
	if slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/sharedStrings.xml" }) {
		parse("xl/sharedStrings.xml", &shared)
	}
	isDay := func(style int) bool {
		n := styles.Cells[style].Format
		for _, f := range styles.Formats {
			if f.ID == n {
				return strings.Contains(strings.ToLower(f.Code), "yy")
			}
		}
		return n >= 14 && n <= 17
	}
	b := book{}
	for _, s := range workbook.Sheets {
		for _, r := range relations.List {
			if r.ID != s.ID {
				continue
			}
			var sheet struct {
				Rows []struct {
					Cells []cell `xml:"c"`
				} `xml:"sheetData>row"`
			}
			parse(path.Join("xl", strings.TrimPrefix(r.Target, "/xl/")), &sheet)
			for _, line := range sheet.Rows {
				var values []any
				for _, c := range line.Cells {
					for len(values) <= c.column() {
						values = append(values, nil)
					}
					values[c.column()] = c.value(t, shared.Items, isDay)
				}
				b[s.Name] = append(b[s.Name], values)
			}
		}
	}
	return b
}

// rich is a text, in pieces or whole.
type rich struct {
	Text   string   `xml:"t"`
	Pieces []string `xml:"r>t"`
}

type cell struct {
	At     string `xml:"r,attr"`
	Style  int    `xml:"s,attr"`
	Type   string `xml:"t,attr"`
	Value  string `xml:"v"`
	Inline rich   `xml:"is"`
}

func (c cell) column() int {
	n := 0
	for _, r := range strings.TrimRight(c.At, "0123456789") {
		n = 26*n + int(r-'A') + 1
	}
	return n - 1
}

func (c cell) value(t *testing.T, shared []rich, isDay func(int) bool) any {
	t.Helper()
	switch c.Type {
	case "inlineStr":
		return unescaped(c.Inline)
	case "s":
		i, err := strconv.Atoi(c.Value)
		must(t, err)
		return unescaped(shared[i])
	case "str":
		return c.Value
	case "b":
		return c.Value == "1"
	}
	if c.Value == "" {
		return nil
	}
	x, err := strconv.ParseFloat(c.Value, 64)
	must(t, err)
	if isDay(c.Style) {
		return value.Date("1899-12-30").Time().AddDate(0, 0, int(x)).Format("2006-01-02")
	}
	return x
}

// unescaped is a text without the escapes of workbooks.
func unescaped(r rich) string {
	s := r.Text + strings.Join(r.Pieces, "")
	return strings.ReplaceAll(s, "_x005F_", "_")
}
