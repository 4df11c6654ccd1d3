package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// BenchmarkTakeUp builds a generated city of 10,000 articles of 3 KB, and then again and again in what
// is another process as far as a Builder knows: where nothing changed, the words of one article did,
// or of a hundred; and it looks at the city as check does. It reports the processor time of
// each and how it compares to that of the clean build:
//
//	cpu-ms/op, x-clean
func BenchmarkTakeUp(b *testing.B) {
	const articles = 10000
	dir, out := b.TempDir(), filepath.Join(b.TempDir(), "public")
	city(b, dir, articles)
	root, err := build.OpenDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	defer debug.SetGCPercent(debug.SetGCPercent(150)) // as the command does
	run := func(b *testing.B, c build.Config) (time.Duration, build.Report) {
		b.Helper()
		c.Root, c.Templates, c.Program = root, builtin, "bench"
		began := lab.ProcessorTime()
		builder := build.New(c)
		builder.Age(time.Hour)
		r, problems, err := builder.Build(noon)
		if err != nil || problems.HasErrors() {
			b.Fatal(err, problems)
		}
		if err := builder.Close(); err != nil {
			b.Fatal(err)
		}
		return lab.ProcessorTime() - began, r
	}
	clean, _ := run(b, build.Config{Out: out})
	edits := 0
	for _, x := range []struct {
		name   string
		bodies int
		config build.Config
	}{
		{"nothing", 0, build.Config{Out: out}},
		{"body", 1, build.Config{Out: out}},
		{"hundred", 100, build.Config{Out: out}},
		{"check/nothing", 0, build.Config{Past: out, Desk: true}},
		{"check/body", 1, build.Config{Past: out, Desk: true}},
	} {
		run(b, build.Config{Out: out})
		run(b, x.config)
		b.Run(x.name, func(b *testing.B) {
			var took time.Duration
			for b.Loop() {
				for i := range x.bodies {
					edits++
					name := filepath.Join(dir, fmt.Sprintf("content/news/a%06d.md", i*articles/100))
					file, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
					if err != nil {
						b.Fatal(err)
					}
					fmt.Fprintf(file, "\nLagi %d.\n", edits)
					if err := file.Close(); err != nil {
						b.Fatal(err)
					}
				}
				spent, r := run(b, x.config)
				if took += spent; !r.Recalled {
					b.Fatal("nothing was remembered")
				}
			}
			b.ReportMetric(float64(took.Microseconds())/1000/float64(b.N), "cpu-ms/op")
			b.ReportMetric(took.Seconds()/float64(b.N)/clean.Seconds(), "x-clean")
		})
	}
}
