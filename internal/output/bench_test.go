package output

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// A large site: articles, each with a page in a folder of its own and a picture in one that they
// share. 24,600 files.
const (
	benchArticles = 12_300
	benchSize     = 12 << 10
)

func benchPaths(i int) []string {
	return []string{
		fmt.Sprintf("berita/warga-setu-menanam-pohon-%d/index.html", i),
		fmt.Sprintf("aset/poster/warga-setu-menanam-pohon-%d.png", i),
	}
}

func benchPage(i, edition int) []byte {
	return bytes.Repeat(fmt.Appendf(nil, "%07d-%d\n", i, edition), benchSize/10)
}

// benchFolders are one on the disk and one in memory; where the second is not to be had only the first.
// Nothing is removed before the end: ext4 takes its time over inodes deleted a moment ago.
func benchFolders(b *testing.B, run func(b *testing.B, dir string)) {
	b.Run("disk", func(b *testing.B) { run(b, b.TempDir()) })
	b.Run("memory", func(b *testing.B) {
		dir := lab.Memory(b)
		if dir == "" {
			b.Skip("no file system in memory")
		}
		run(b, dir)
	})
}

// measured reports the processor time of what it is given, which a busy machine changes less than
// the time on the wall.
func measured(b *testing.B, what func()) {
	began := lab.ProcessorTime()
	what()
	b.ReportMetric(float64((lab.ProcessorTime()-began).Microseconds())/1000/float64(b.N), "cpu-ms/op")
}

// BenchmarkFirst builds a site into an empty folder, and writes the same files with MkdirAll and
// WriteFile, turn about, and reports how many times the one costs the other.
func BenchmarkFirst(b *testing.B) {
	benchFolders(b, func(b *testing.B, dir string) {
		var ours, plainly time.Duration
		for n := 0; b.Loop(); n++ {
			start := lab.ProcessorTime()
			benchBuild(b, filepath.Join(dir, fmt.Sprint("ours", n)), 0, 1)
			ours += lab.ProcessorTime() - start
			start = lab.ProcessorTime()
			benchPlain(b, filepath.Join(dir, fmt.Sprint("plain", n)))
			plainly += lab.ProcessorTime() - start
		}
		b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "cpu-ms/op")
		b.ReportMetric(float64(plainly.Milliseconds())/float64(b.N), "plain-cpu-ms/op")
		b.ReportMetric(ours.Seconds()/plainly.Seconds(), "times")
	})
}

func benchPlain(b *testing.B, dir string) {
	b.Helper()
	for i := range benchArticles {
		page := benchPage(i, 0)
		for _, p := range benchPaths(i) {
			name := filepath.Join(dir, p)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(name, page, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkSame puts what lies there already.
func BenchmarkSame(b *testing.B) {
	benchFolders(b, func(b *testing.B, dir string) {
		benchBuild(b, dir, 0, 1)
		measured(b, func() {
			for b.Loop() {
				benchBuild(b, dir, 0, 1)
			}
		})
	})
}

// BenchmarkTenth changes every tenth file.
func BenchmarkTenth(b *testing.B) {
	benchFolders(b, func(b *testing.B, dir string) {
		benchBuild(b, dir, 0, 1)
		edition := 0
		measured(b, func() {
			for b.Loop() {
				edition++
				benchBuild(b, dir, edition, 10)
			}
		})
	})
}

func benchBuild(b *testing.B, dir string, edition, each int) {
	b.Helper()
	f, err := Open(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Discard()
	for i := range benchArticles {
		is := 0
		if i%each == 0 {
			is = edition
		}
		page := benchPage(i, is)
		for _, p := range benchPaths(i) {
			if err := f.Put(p, page); err != nil {
				b.Fatal(err)
			}
		}
	}
	if _, err := f.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkNothing takes up a folder that is remembered, asks for the stamps of all that lies there
// and finds nothing to do.
func BenchmarkNothing(b *testing.B) {
	benchFolders(b, func(b *testing.B, dir string) {
		benchBuild(b, dir, 0, 1)
		var paths []string
		for i := range benchArticles {
			paths = append(paths, benchPaths(i)...)
		}
		f, err := Open(dir, Options{})
		if err == nil {
			err = errors.Join(f.Remember(saying(make([]byte, 20<<20))), f.Discard())
		}
		if err != nil {
			b.Fatal(err)
		}
		measured(b, func() {
			for b.Loop() {
				benchNothing(b, dir, paths)
			}
		})
	})
}

func benchNothing(b *testing.B, dir string, paths []string) {
	b.Helper()
	f, err := Open(dir, Options{Remember: true})
	if err != nil {
		b.Fatal(err)
	}
	if known := Memory(dir); known.Bytes == nil || !f.Resume(known) {
		b.Fatal("nothing is remembered")
	}
	for _, p := range paths {
		if _, is := f.Stamp(p); !is {
			b.Fatal(p)
		}
	}
	_, err = f.Commit()
	if err := errors.Join(err, f.Discard()); err != nil {
		b.Fatal(err)
	}
}
