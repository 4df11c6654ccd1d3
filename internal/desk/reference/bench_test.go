package reference

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/desk/prose"
)

// documents are the project's articles, as often as it takes for a megabyte.
func documents(b *testing.B) (docs []*prose.Document, bytes int) {
	b.Helper()
	files := projectFiles()
	var news []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "content/news/") {
			news = append(news, name)
		}
	}
	for i := 0; bytes < 1<<20; i++ {
		name := news[i%len(news)]
		bytes += len(files[name])
		docs = append(docs, reader.Read(name, []byte(files[name]), entriesOf(name, files[name])))
	}
	return docs, bytes
}

// BenchmarkCheck looks at a megabyte of articles.
func BenchmarkCheck(b *testing.B) {
	docs, bytes := documents(b)
	r := project()
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Check(d)
		}
	}
}

// BenchmarkNew makes the rules of the project's site.
func BenchmarkNew(b *testing.B) {
	files := projectFiles()
	for b.Loop() {
		rulesOf(files)
	}
}
