package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// BenchmarkCheck looks through a generated city of 10,000 articles of 3 KB with the desk and
// without writing, and builds the same into an empty folder, in turns. It reports the
// seconds of processor time of each, and their ratio:
//
//	check-cpu-s/op, build-cpu-s/op, x-build
func BenchmarkCheck(b *testing.B) {
	_, root := openCity(b, 10000)
	defer debug.SetGCPercent(debug.SetGCPercent(150)) // as in BenchmarkClean
	var check, whole time.Duration
	findings := 0
	measure := func(c build.Config) time.Duration {
		runtime.GC()
		began := lab.ProcessorTime()
		report, problems, err := build.New(c).Build(noon)
		took := lab.ProcessorTime() - began
		if err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
		findings = max(findings, report.Findings.Len())
		return took
	}
	for b.Loop() {
		out := filepath.Join(b.TempDir(), "public")
		whole += measure(build.Config{Root: root, Out: out, Templates: builtin})
		if err := os.RemoveAll(out); err != nil {
			b.Fatal(err)
		}
		check += measure(build.Config{Root: root, Templates: builtin, Desk: true})
	}
	runs := float64(b.N)
	b.ReportMetric(check.Seconds()/runs, "check-cpu-s/op")
	b.ReportMetric(whole.Seconds()/runs, "build-cpu-s/op")
	b.ReportMetric(check.Seconds()/whole.Seconds(), "x-build")
	b.ReportMetric(float64(findings), "findings")
}

// BenchmarkDeskEdit edits one article of 10,000 again and again under watch, with the desk and
// without, in turns: what the desk costs whoever saves is the difference, in processor
// time, for machines are busy.
func BenchmarkDeskEdit(b *testing.B) {
	dir, root := openCity(b, 10000)
	open := func(desk bool) *build.Builder {
		out := filepath.Join(b.TempDir(), "public")
		builder := build.New(build.Config{Root: root, Out: out, Templates: builtin, Again: true, Desk: desk})
		if _, _, err := builder.Build(noon); err != nil {
			b.Fatal(err)
		}
		return builder
	}
	with, without := open(true), open(false)
	defer with.Close()
	defer without.Close()
	file := filepath.Join(dir, "content/news/a000007.md")
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	var desk, plain time.Duration
	n := 0
	for b.Loop() {
		n++
		edited := fmt.Appendf(text[:len(text):len(text)], "\nAnggaran %d milliar.\n", n)
		if err := os.WriteFile(file, edited, 0o644); err != nil {
			b.Fatal(err)
		}
		start := lab.ProcessorTime()
		if _, _, err := without.Build(noon); err != nil {
			b.Fatal(err)
		}
		plain += lab.ProcessorTime() - start
		start = lab.ProcessorTime()
		if r, _, err := with.Build(noon); err != nil || len(r.Edited) != 1 {
			b.Fatal(err, r.Edited)
		}
		desk += lab.ProcessorTime() - start
	}
	per := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(n) }
	b.ReportMetric(per(desk), "desk-cpu-ms/op")
	b.ReportMetric(per(plain), "plain-cpu-ms/op")
	b.ReportMetric(per(desk-plain), "more-cpu-ms/op")
}
