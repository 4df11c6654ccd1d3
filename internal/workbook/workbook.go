// Package workbook writes workbooks (Office Open XML, .xlsx): sheets of typed cells in, one
// file out.
//
// A text is a text there, a number a number, a day a day, whatever they look like: no program
// that opens the file guesses. The same sheets make the same bytes.
//
// The few parts that such a file needs are written here. A library (excelize with its stream
// writer) makes the same sheets in three times the time, brings nine modules, and does far
// more than this: it was tried.
package workbook

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Kind is what a column's values are.
type Kind int

// The kinds.
const (
	Text    Kind = iota // string
	Prose               // string, in lines as wide as the column
	Heading             // string, in bold letters
	Number              // float64 or int
	Boolean             // bool
	Date                // string, as 2006-01-02
)

// Book is a workbook.
type Book struct {
	Title, Creator string
	// Day is that of the book's content, as 2006-01-02; "" where it is not known.
	Day    string
	Sheets []Sheet
}

// Sheet is one of its tables.
type Sheet struct {
	// Name has at most 31 letters, and none of []:*?/\.
	Name    string
	Columns []Column
	// Headed says that the columns' names stand in the first row, which stays in sight.
	Headed bool
	// Rows are values by column; nil is an empty cell. A row may be used again for the next.
	Rows iter.Seq[[]any]
	// Packed, if it is not nil, has the sheet since it was written last, or takes it: to pack a sheet takes
	// longer than all else.
	Packed *Packed
}

// Packed is a sheet as it lies in a file. The zero value takes the first that is written with it, and stands for
// that one ever after. It may be used by several at once.
type Packed struct {
	once   sync.Once
	header zip.FileHeader
	data   []byte
	err    error
}

// Column is a column of a sheet.
type Column struct {
	Name string
	Kind Kind
	// Width is in letters.
	Width int
}

// Write writes the file of a book.
func Write(to io.Writer, b Book) error {
	z := newFile(to)
	for p := range b.all() {
		if err := p.pack(z); err != nil {
			return err
		}
	}
	return z.Close()
}

func newFile(to io.Writer) *zip.Writer {
	z := zip.NewWriter(to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		c := &compressor{compressors.Get().(*flate.Writer)}
		c.Reset(w)
		return c, nil
	})
	return z
}

// compressor is one that is used again for the next part: to make one takes longer than to pack most parts.
type compressor struct{ *flate.Writer }

// A quarter larger than the best, in a third of the time.
var compressors = sync.Pool{New: func() any { w, _ := flate.NewWriter(nil, flate.BestSpeed); return w }}

// Close packs what is left.
func (c *compressor) Close() error {
	err := c.Writer.Close()
	compressors.Put(c.Writer)
	return err
}

// pack puts the part into a file.
func (p written) pack(z *zip.Writer) error {
	if p.packed == nil {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: always})
		if err != nil {
			return err
		}
		return p.put(w)
	}
	p.packed.once.Do(func() { p.packed.err = p.packed.take(p) })
	if p.packed.err != nil {
		return p.packed.err
	}
	header := p.packed.header
	header.Name = p.name
	w, err := z.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = w.Write(p.packed.data)
	return err
}

// take packs a part in a file of its own.
func (k *Packed) take(p written) error {
	var file bytes.Buffer
	z := newFile(&file)
	if err := (written{name: p.name, write: p.write}).pack(z); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	packed, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		return err
	}
	raw, err := packed.File[0].OpenRaw()
	if err != nil {
		return err
	}
	k.header = packed.File[0].FileHeader
	k.data, err = io.ReadAll(raw)
	return err
}

// HeldBy says whether a file holds the book, whole and nothing besides. It takes less than to write it.
func (b Book) HeldBy(file []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return false
	}
	n := 0
	for p := range b.all() {
		if n == len(z.File) || z.File[n].Name != p.name {
			return false
		}
		r, err := z.File[n].Open()
		if err != nil {
			return false
		}
		c := &comparison{there: r, buffer: make([]byte, 1<<16)}
		if err := p.put(c); err != nil || !c.ended() {
			return false
		}
		n++
	}
	return n == len(z.File)
}

// comparison is written what should be there, and fails where something else is.
type comparison struct {
	there  io.Reader
	buffer []byte
}

var errOther = errors.New("something else is there")

func (c *comparison) Write(p []byte) (n int, err error) {
	for n < len(p) {
		there := c.buffer[:min(len(c.buffer), len(p)-n)]
		if _, err := io.ReadFull(c.there, there); err != nil {
			return n, err
		}
		if !bytes.Equal(there, p[n:n+len(there)]) {
			return n, errOther
		}
		n += len(there)
	}
	return n, nil
}

// ended says that nothing more is there, and that the sum over all was right.
func (c *comparison) ended() bool {
	n, err := c.there.Read(c.buffer[:1])
	return n == 0 && err == io.EOF
}

// written is a part of the file.
type written struct {
	name   string
	write  func(*bufio.Writer)
	packed *Packed
}

// put writes the part's text. A sheet of ten thousand rows is ten megabytes: it is never held.
func (p written) put(to io.Writer) error {
	text := bufio.NewWriterSize(to, 1<<16)
	text.WriteString(xml.Header)
	p.write(text)
	return text.Flush()
}

// all are the parts of the file in their order.
func (b Book) all() iter.Seq[written] {
	return func(yield func(written) bool) {
		for _, p := range b.parts() {
			if !yield(written{name: p.name, write: func(w *bufio.Writer) { w.WriteString(p.text) }}) {
				return
			}
		}
		for i, s := range b.Sheets {
			if !yield(written{sheetName(i), func(w *bufio.Writer) { s.write(w, i == 0) }, s.Packed}) {
				return
			}
		}
	}
}

// always is when every part was made: two builds are the same.
var always = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func sheetName(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

const (
	namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packaged  = "http://schemas.openxmlformats.org/package/2006/"
	types     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

type part struct{ name, text string }

// parts are those that say what the sheets are.
func (b Book) parts() []part {
	var content, links, sheets strings.Builder
	for i, s := range b.Sheets {
		fmt.Fprintf(&content, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetName(i), types)
		fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`,
			i+1, relations, i+1)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(s.Name), i+1, i+1)
	}
	links.WriteString(`<Relationship Id="rId0" Type="` + relations + `/styles" Target="styles.xml"/>`)
	made := ""
	if b.Day != "" {
		made = `<dcterms:modified xsi:type="dcterms:W3CDTF">` + b.Day + `T00:00:00Z</dcterms:modified>`
	}
	return []part{
		{"[Content_Types].xml", `<Types xmlns="` + packaged + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/docProps/core.xml" ` +
			`ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + types + `styles+xml"/>` +
			content.String() + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packaged + `relationships">` +
			`<Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/>` +
			`<Relationship Id="rId2" Type="` + packaged + `relationships/metadata/core-properties" ` +
			`Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="` + packaged + `metadata/core-properties" ` +
			`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
			`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(b.Title) + `</dc:title>` +
			`<dc:creator>` + escape(b.Creator) + `</dc:creator>` + made + `</cp:coreProperties>`},
		{"xl/workbook.xml", `<workbook xmlns="` + namespace + `" xmlns:r="` + relations + `"><sheets>` +
			sheets.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packaged + `relationships">` + links.String() +
			`</Relationships>`},
		{"xl/styles.xml", styles},
	}
}

// styles has the looks that cells have, by their numbers: see styleOf.
var styles = `<styleSheet xmlns="` + namespace + `">` +
	`<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
	`<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill>` +
	`<fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">` +
	`<alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

var styleOf = [...]string{Text: "1", Heading: "2", Prose: "3", Date: "4", Number: "0", Boolean: "0"}

// write writes the sheet; open says that it is shown first.
func (s *Sheet) write(b *bufio.Writer, open bool) {
	b.WriteString(`<worksheet xmlns="` + namespace + `"><sheetViews><sheetView workbookViewId="0"`)
	if open {
		b.WriteString(` tabSelected="1"`)
	}
	if s.Headed {
		b.WriteString(`><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`)
	} else {
		b.WriteString(`/>`)
	}
	b.WriteString(`</sheetViews><cols>`)
	for i, c := range s.Columns {
		fmt.Fprintf(b, `<col min="%d" max="%[1]d" width="%[2]d" customWidth="1" style="%[3]s"/>`,
			i+1, c.Width, styleOf[c.Kind])
	}
	b.WriteString(`</cols><sheetData>`)
	row := sheetRow{b: b, kinds: make([]Kind, len(s.Columns)), names: make([]string, len(s.Columns))}
	for i := range s.Columns {
		row.names[i] = columnName(i)
	}
	if s.Headed {
		names := make([]any, len(s.Columns))
		for i, c := range s.Columns {
			names[i], row.kinds[i] = c.Name, Heading
		}
		row.write(names)
	}
	for i, c := range s.Columns {
		row.kinds[i] = c.Kind
	}
	for values := range s.Rows {
		row.write(values)
	}
	b.WriteString(`</sheetData></worksheet>`)
}

// sheetRow writes rows, one below the other.
type sheetRow struct {
	b     *bufio.Writer
	kinds []Kind
	names []string // of the columns
	n     int
	text  []byte // of one row: there are ten thousand, of ten cells each
}

func (r *sheetRow) write(values []any) {
	r.n++
	r.text = append(r.text[:0], `<row r="`...)
	r.text = append(strconv.AppendInt(r.text, int64(r.n), 10), `">`...)
	for i, v := range values {
		if v != nil {
			r.cell(i, v)
		}
	}
	r.text = append(r.text, `</row>`...)
	r.b.Write(r.text)
}

func (r *sheetRow) cell(column int, value any) {
	kind := r.kinds[column]
	b := append(r.text, `<c r="`...)
	b = strconv.AppendInt(append(b, r.names[column]...), int64(r.n), 10)
	b = append(append(b, `" s="`...), styleOf[kind]...)
	switch v := value.(type) {
	case bool:
		b = append(b, `" t="b"><v>0</v></c>`...)
		if v {
			b[len(b)-len("0</v></c>")] = '1'
		}
	case int:
		b = strconv.AppendInt(append(b, `"><v>`...), int64(v), 10)
		b = append(b, `</v></c>`...)
	case float64:
		b = strconv.AppendFloat(append(b, `"><v>`...), v, 'g', -1, 64)
		b = append(b, `</v></c>`...)
	case string:
		if n, ok := dayNumber(v, kind); ok {
			b = strconv.AppendInt(append(b, `"><v>`...), int64(n), 10)
			b = append(b, `</v></c>`...)
			break
		}
		b = append(append(b, `" t="inlineStr"><is><t xml:space="preserve">`...), escape(v)...)
		b = append(b, `</t></is></c>`...)
	default:
		panic(fmt.Sprintf("workbook: %T is no cell", value))
	}
	r.text = b
}

// columnName is A, B, … Z, AA, …
func columnName(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnName(i/26-1) + string(rune('A'+i%26))
}

// dayNumber counts the days of a date as workbooks do, which have 29 February 1900: what lies before that
// is no number to them.
func dayNumber(s string, kind Kind) (int, bool) {
	if kind != Date {
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, s)
	n := int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return n, err == nil && n > 60
}

// most is how many letters a cell may hold.
const most = 32767

// escape writes a text for XML. In place of what XML cannot hold stands U+FFFD; what a workbook would
// take for an escape of its own (_x000A_) is escaped.
func escape(s string) string {
	if len(s) > most {
		if r := []rune(s); len(r) > most {
			s = string(r[:most-1]) + "…"
		}
	}
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(ownEscape.ReplaceAllString(s, "_x005F$0"))) // a builder takes all
	return b.String()
}

var ownEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func special(r rune) bool {
	return r < ' ' || r == '&' || r == '<' || r == '>' || r == '"' || r == '_' || r >= 0xFFFD
}
