package output

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A large site: 12,000 pages of 10 KB, each in a folder of its own.
const (
	benchFiles = 12_000
	benchSize  = 10 << 10
)

func benchPath(i int) string { return fmt.Sprintf("berita/%02d/artikel-%d/index.html", i%100, i) }

func benchPage(i, edition int) []byte {
	return bytes.Repeat(fmt.Appendf(nil, "%07d-%d\n", i, edition), benchSize/10)
}

// BenchmarkCleanAgainstPlain builds a site into an empty folder and writes the
// same files with MkdirAll and WriteFile, turn about, and reports both and how
// many times the one costs the other. Nothing is removed before the end: ext4
// takes its time over inodes deleted a moment ago.
func BenchmarkCleanAgainstPlain(b *testing.B) {
	var plainly, ours time.Duration
	for b.Loop() {
		dir := b.TempDir()
		start := time.Now()
		benchBuild(b, filepath.Join(dir, "ours"), 0, 1)
		ours += time.Since(start)
		start = time.Now()
		benchPlain(b, filepath.Join(dir, "plain"))
		plainly += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "clean-s/op")
	b.ReportMetric(plainly.Seconds()/float64(b.N), "plain-s/op")
	b.ReportMetric(ours.Seconds()/plainly.Seconds(), "times")
}

func benchPlain(b *testing.B, dir string) {
	b.Helper()
	for i := range benchFiles {
		name := filepath.Join(dir, benchPath(i))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, benchPage(i, 0), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSame(b *testing.B) {
	dir := b.TempDir()
	benchBuild(b, dir, 0, 1)
	for b.Loop() {
		benchBuild(b, dir, 0, 1)
	}
}

// BenchmarkTenth changes every tenth page.
func BenchmarkTenth(b *testing.B) {
	dir := b.TempDir()
	benchBuild(b, dir, 0, 1)
	edition := 0
	for b.Loop() {
		edition++
		benchBuild(b, dir, edition, 10)
	}
}

func benchBuild(b *testing.B, dir string, edition, each int) {
	b.Helper()
	f, err := Open(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Discard()
	for i := range benchFiles {
		is := 0
		if i%each == 0 {
			is = edition
		}
		if err := f.Put(benchPath(i), benchPage(i, is)); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := f.Commit(); err != nil {
		b.Fatal(err)
	}
}
