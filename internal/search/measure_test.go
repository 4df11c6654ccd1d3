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

// BenchmarkRewritten says which share of the index's bytes an edit writes anew, in percent: of a sentence added to a
// body, of a new title, of a new article.
func BenchmarkRewritten(b *testing.B) {
	w := newWriter(3, *roots)
	entries := w.site(*articles, 200)
	v := NewVocabulary("id")
	words := analyse(v, entries)
	x := v.Index(nil, place, words)
	var sentence, title, article float64
	for b.Loop() {
		i := 200 + w.IntN(*articles)
		e := entries[i]
		e.Text += w.sentence()
		sentence += rewritten(x, v.Index(x, place, replaced(words, i, v.Analyse(e))))
		e = entries[i]
		e.Title = w.title()
		title += rewritten(x, v.Index(x, place, replaced(words, i, v.Analyse(e))))
		e = w.article(*articles, *articles+1)
		article += rewritten(x, v.Index(x, place, append(slices.Clone(words), v.Analyse(e))))
	}
	b.ReportMetric(sentence/float64(b.N), "%/sentence")
	b.ReportMetric(title/float64(b.N), "%/title")
	b.ReportMetric(article/float64(b.N), "%/article")
}

func replaced(words []*Words, i int, w *Words) []*Words {
	words = slices.Clone(words)
	words[i] = w
	return words
}

func rewritten(before, after *Index) float64 {
	known := map[string]bool{}
	for _, f := range before.Files()[1:] {
		known[f.Name] = true
	}
	anew, all := 0, 0
	for _, f := range after.Files() {
		all += len(f.Bytes)
		if !known[f.Name] {
			anew += len(f.Bytes)
		}
	}
	return 100 * float64(anew) / float64(all)
}
