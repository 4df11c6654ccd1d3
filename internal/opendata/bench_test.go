package opendata_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"blandongan/internal/ground"
	"blandongan/internal/opendata"
	"blandongan/internal/site"
)

// BenchmarkNews writes ten thousand articles in each form: what a save costs that changes the
// title of one.
func BenchmarkNews(b *testing.B) {
	facts := &site.Facts{Zone: time.UTC}
	news := make([]site.News, 10000)
	for i := range news {
		a := &site.Article{ID: fmt.Sprintf("a%06d", i), Title: fmt.Sprintf("Keran ke-%d dibuka di kelurahan", i),
			Summary: fmt.Sprintf("Ringkasan dari berita ke-%d, sepanjang sebuah kalimat yang biasa di koran.", i),
			Author:  "Redaksi", Kind: "news", Kecamatan: []string{"k1"}, Tags: []string{"air", "lingkungan"}}
		at := time.Unix(int64(i)*86400/3, 0).UTC()
		news[i] = site.News{Article: a, Happened: at, Published: at}
	}
	g := ground.Ground{Base: ground.NewBase(facts), Facts: facts}
	articles := opendata.ArticlesOf(news)
	table := opendata.TableInputs{Ground: g, Name: "news", News: articles}
	in := opendata.BookInputs{Ground: g, Bare: g.Facts, News: articles, Shelf: opendata.NewShelf(false)}
	book := opendata.BookOf(in)
	b.Run("csv", func(b *testing.B) {
		for b.Loop() {
			for range opendata.CSVOf(table).(opendata.CSV).Rows() {
			}
		}
	})
	for name, write := range map[string]func(io.Writer) error{
		"json": opendata.JSONOf(table).(opendata.JSON).Write,
		"book": book.(opendata.Book).Write,
	} {
		b.Run(name, func(b *testing.B) {
			var to bytes.Buffer
			for b.Loop() {
				to.Reset()
				if err := write(&to); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(to.Len()), "bytes")
		})
	}
}
