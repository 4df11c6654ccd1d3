package search

import (
	"bytes"
	"compress/gzip"
	"flag"
	"slices"
	"testing"
)

var (
	articles = flag.Int("articles", 2000, "articles of benchmarks")
	roots    = flag.Int("roots", 30000, "roots of the words in them")
)

func packed(b []byte) int {
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	z.Write(b)
	z.Close()
	return buf.Len()
}

// BenchmarkClean makes an index of all.
func BenchmarkClean(b *testing.B) {
	w := newWriter(3, *roots)
	entries := w.site(*articles, 200)
	size := 0
	for _, e := range entries {
		size += len(e.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		v := NewVocabulary("id")
		v.Index(nil, place, analyse(v, entries))
	}
}

// BenchmarkEdit changes some words in the body of one article.
func BenchmarkEdit(b *testing.B) {
	w := newWriter(3, *roots)
	entries := w.site(*articles, 200)
	v := NewVocabulary("id")
	words := analyse(v, entries)
	x := v.Index(nil, place, words)
	b.ReportAllocs()
	for b.Loop() {
		i := 200 + w.IntN(*articles)
		e := entries[i]
		e.Text += w.sentence()
		words = slices.Clone(words)
		words[i] = v.Analyse(e)
		x = v.Index(x, place, words)
	}
}

// BenchmarkSizes says how large what is, gzipped.
func BenchmarkSizes(b *testing.B) {
	entries := newWriter(3, *roots).site(*articles, 200)
	for b.Loop() {
		v := NewVocabulary("id")
		x := v.Index(nil, place, analyse(v, entries))
		b.ReportMetric(float64(packed(x.files[0].Bytes)), "B/directory")
		report(b, "fresh", x.fresh.terms)
		report(b, "archive", x.archive.terms)
		var texts []part
		for _, box := range slices.Concat(x.fresh.boxes, x.archive.boxes) {
			for _, text := range box.files {
				texts = append(texts, part{bytes: text})
			}
		}
		report(b, "texts", texts)
		report(b, "spelling", x.spelling)
	}
}

func report(b *testing.B, what string, parts []part) {
	all := 0
	for _, p := range parts {
		all += packed(p.bytes)
	}
	b.ReportMetric(float64(all), "B/"+what)
	b.ReportMetric(float64(all)/float64(max(1, len(parts))), "B/part-of-"+what)
}
