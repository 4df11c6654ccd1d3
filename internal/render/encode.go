package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"

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
		b.WriteString("\ufeff") // without this mark spreadsheets take it for an older encoding, and km² for kmÂ²
		w := csv.NewWriter(b)
		w.UseCRLF = true // RFC 4180
		err = w.WriteAll(v.Rows)
	case formats.JSON:
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(v.Value)
	case formats.XML:
		b.WriteString(xml.Header)
		if err = xml.NewEncoder(b).Encode(v.Value); err == nil {
			b.WriteByte('\n')
		}
	case opendata.CSV:
		return r.encode(b, t, formats.CSV{Rows: v.Rows()})
	case opendata.JSON:
		err = v.Write(b)
	case opendata.Book:
		err = v.Write(b)
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
