package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// BenchmarkCheckout changes the bodies of 2,000 of 10,000 articles under watch, as the checkout of another
// branch does: built alone, as a clean build is, and with the desk, which looks at each text. It reports, in seconds
// of processor time:
//
//	checkout-cpu-s/op  until all is built, or built and looked at
//	clean-cpu-s/op     a clean build of all, without the desk
//	x-share            their ratio, for the fifth of a clean build that 2,000 articles are
//	live-MB            what lives in the heap afterwards
func BenchmarkCheckout(b *testing.B) {
	dir, root := openCity(b, 10000)
	open := func(c build.Config) *build.Builder {
		c.Root, c.Out, c.Templates, c.Program = root, filepath.Join(b.TempDir(), "public"), builtin, "bench"
		return build.New(c)
	}
	measure := func(builder *build.Builder) time.Duration {
		began := lab.ProcessorTime()
		if _, problems, err := builder.Build(noon); err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
		return lab.ProcessorTime() - began
	}
	once := open(build.Config{})
	clean := measure(once)
	if err := once.Close(); err != nil {
		b.Fatal(err)
	}
	var names []string
	var texts [][]byte
	for i := range 2000 {
		names = append(names, filepath.Join(dir, fmt.Sprintf("content/news/a%06d.md", i*5)))
		text, err := os.ReadFile(names[i])
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, text)
	}
	for _, desk := range []bool{false, true} {
		name := "built"
		if desk {
			name = "desk"
		}
		b.Run(name, func(b *testing.B) {
			watched := open(build.Config{Again: true, Desk: desk})
			defer watched.Close()
			measure(watched)
			var took time.Duration
			n := 0
			runtime.GC()
			for b.Loop() {
				n++
				for i, name := range names {
					edited := fmt.Appendf(texts[i][:len(texts[i]):len(texts[i])], "\nUbahan %d warga.\n", n)
					if err := os.WriteFile(name, edited, 0o644); err != nil {
						b.Fatal(err)
					}
				}
				took += measure(watched)
			}
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			one := took.Seconds() / float64(n)
			b.ReportMetric(one, "checkout-cpu-s/op")
			b.ReportMetric(clean.Seconds(), "clean-cpu-s/op")
			b.ReportMetric(one/(clean.Seconds()/5), "x-share")
			b.ReportMetric(float64(m.HeapAlloc>>20), "live-MB")
		})
	}
}
