package build_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// BenchmarkClean builds a generated city into an empty folder, and in the same
// run does what no build can spare: goldmark over the same articles, and writing
// the same files. It reports, for builds of that many articles:
//
//	pages/s    pages per second of wall time
//	cpu-s/op   seconds of processor time of a build
//	floor-s/op the same of the floor
//	x-floor    their ratio, the figure to watch: machines differ, it does not
//	peak-MB    the process's largest resident memory during the build
func BenchmarkClean(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { benchmarkClean(b, n) })
	}
}

func benchmarkClean(b *testing.B, n int) {
	dir := b.TempDir()
	city(b, dir, n)
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	defer debug.SetGCPercent(debug.SetGCPercent(150)) // the command follows what lives: its peak is less
	var cpu, floor, wall time.Duration
	var peak, pages int
	b.ResetTimer()
	for b.Loop() {
		b.StopTimer()
		out := filepath.Join(b.TempDir(), "public")
		runtime.GC()
		resetPeak()
		b.StartTimer()
		began, start := lab.ProcessorTime(), time.Now()
		report, problems, err := build.New(build.Config{Root: root.FS(), Out: out, Templates: builtin}).Build(noon)
		wall += time.Since(start)
		cpu += lab.ProcessorTime() - began
		b.StopTimer()
		if err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
		peak, pages = max(peak, peakMemory()), report.Pages
		floor += theFloor(b, dir, out)
		if err := os.RemoveAll(out); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	runs := float64(b.N)
	b.ReportMetric(float64(pages)*runs/wall.Seconds(), "pages/s")
	b.ReportMetric(cpu.Seconds()/runs, "cpu-s/op")
	b.ReportMetric(floor.Seconds()/runs, "floor-s/op")
	b.ReportMetric(cpu.Seconds()/floor.Seconds(), "x-floor")
	b.ReportMetric(float64(peak), "peak-MB")
}

// BenchmarkUnchanged builds a city again into the folder that holds it already.
func BenchmarkUnchanged(b *testing.B) {
	dir, out := b.TempDir(), b.TempDir()
	city(b, dir, 1000)
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	for b.Loop() {
		if _, problems, err := build.New(build.Config{Root: root.FS(), Out: out,
			Templates: builtin}).Build(noon); err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
	}
}

// settled is a builder that has built a site, and found it as it was once the times of files and
// folders said when they changed.
func settled(b *testing.B, dir, out string) *build.Builder {
	b.Helper()
	root, err := build.OpenDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	builder := build.New(build.Config{Root: root, Out: out, Templates: builtin, Again: true})
	b.Cleanup(func() { builder.Close(); root.Close() })
	for i := range 2 {
		if i > 0 {
			time.Sleep(4 * time.Second) // longer than the slowest clock of a file system ticks
		}
		if _, _, err := builder.Build(noon); err != nil {
			b.Fatal(err)
		}
	}
	return builder
}

// BenchmarkNothing builds again and again with one Builder while nothing changes: what
// every look at a site costs, also in processor time (cpu-ms/op), which a busy machine
// leaves alone.
func BenchmarkNothing(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir, out := b.TempDir(), filepath.Join(b.TempDir(), "public")
			city(b, dir, n)
			builder := settled(b, dir, out)
			began := lab.ProcessorTime()
			for b.Loop() {
				if r, problems, err := builder.Build(noon); err != nil || len(problems) > 0 || r.Made > 0 {
					b.Fatal(err, problems, r.Made)
				}
			}
			b.ReportMetric(float64((lab.ProcessorTime()-began).Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// theFloor is the processor time of reading and converting every article and of
// writing every file of out to another folder.
func theFloor(b *testing.B, dir, out string) time.Duration {
	b.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(out, func(p string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			rel, _ := filepath.Rel(out, p)
			files[rel], err = os.ReadFile(p)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	to := b.TempDir()
	runtime.GC()
	began := lab.ProcessorTime()
	convertAll(b, dir)
	for name, data := range files {
		file := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return lab.ProcessorTime() - began
}

func convertAll(b *testing.B, dir string) {
	b.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	articles, err := filepath.Glob(filepath.Join(dir, "content/news/*.md"))
	if err != nil || len(articles) == 0 {
		b.Fatal(err, len(articles))
	}
	var html bytes.Buffer
	for _, a := range articles {
		text, err := os.ReadFile(a)
		if err != nil {
			b.Fatal(err)
		}
		_, body, _ := bytes.Cut(text[3:], []byte("\n---\n"))
		html.Reset()
		if err := md.Convert(body, &html); err != nil {
			b.Fatal(err)
		}
	}
}

// resetPeak makes Linux forget the largest resident memory so far.
func resetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// peakMemory returns the largest resident memory in MB, 0 where /proc does not say.
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		var kb int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
			return kb / 1000
		}
	}
	return 0
}
