package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/formats"
	"blandongan/internal/opendata"
	"blandongan/internal/plan"
	"blandongan/internal/poster"
)

// encode writes a view that has a form of its own.
func (r *Renderer) encode(b *bytes.Buffer, t plan.Target, view any) *diag.Problem {
	var err error
	switch v := view.(type) {
	case formats.Plain:
		b.WriteString(string(v))
	case formats.CSV:
		err = writeRows(b, slices.Values(v.Rows))
	case formats.JSON:
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(v.Value)
	case formats.XML:
		b.WriteString(xml.Header)
		if err = xml.NewEncoder(b).Encode(v.Value); err == nil {
			b.WriteByte('\n')
		}
	case opendata.CSV, opendata.JSON, opendata.Book:
		err = WriteTable(b, view)
	case poster.Poster:
		err = r.painter.Draw(b, &v)
	default:
		panic(fmt.Sprintf("render: %s has a view of no known form", t.Path))
	}
	if err != nil {
		panic(fmt.Sprintf("render: %s: %v", t.Path, err)) // plain values always encode
	}
	return nil
}

// IsTable says that a view is a table, which may be very long.
func IsTable(view any) bool {
	switch view.(type) {
	case opendata.CSV, opendata.JSON, opendata.Book:
		return true
	}
	return false
}

// WriteTable writes a table as Renderer.Page does, row by row. The error is the writer's.
func WriteTable(to io.Writer, view any) error {
	switch v := view.(type) {
	case opendata.CSV:
		return writeRows(to, v.Rows())
	case opendata.JSON:
		return v.Write(to)
	case opendata.Book:
		return v.Write(to)
	}
	panic(fmt.Sprintf("render: a %T is no table", view))
}

// writeRows writes rows by RFC 4180, behind a mark without which spreadsheets take them for an older encoding, and km²
// for kmÂ².
func writeRows(to io.Writer, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(to, "\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(to)
	w.UseCRLF = true
	for row := range rows {
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
