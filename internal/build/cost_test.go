package build_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// However much is wrong in a file, an editor hears of it within a second.
func TestManyProblemsAreToldAtOnce(t *testing.T) {
	lab.Slow(t)
	// Each takes a third of a second at most; the rest is for a slow machine and
	// the race detector. A cost that grows with the square took 10 to 30 seconds.
	const most = 5 * time.Second
	head := "---\ntitle: Unik\ndate: 2024-01-02\nsummary: S\n---\n"
	lines := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		file, text string
		articles   int
		problems   int // at least so many
	}{
		"links to no path": {"content/news/p.md", head + lines(40000, "[a](x%d)\n\n"), 0, 40000},
		"links to no article": {"content/news/p.md", head + lines(1000, "[a](news:kunjungan-camat-jambo-%d)\n\n"),
			2000, 1000},
		"links to near files": {"content/news/p.md", head + lines(4000, "[a](kunjungan-camat-jambo-%d.md)\n\n"),
			2000, 4000},
		"links into no folders": {"content/news/p.md", head + lines(40000, "[a](x%d/y.md)\n\n"), 2000, 40000},
		"references to nothing": {"data/programs/z.yaml", "kecamatan: [" + lines(10000, "hulo%d, ") + "]\n", 0, 10000},
		"visits without article": {"data/visits/z.yaml",
			"articles: [" + lines(2000, "kunjungan-camat-jambo-%d, ") + "]\n", 2000, 2000},
		"one word in a list": {"data/programs/z.yaml",
			"name: x\nkecamatan: [" + strings.Repeat("ab, ", 20000) + "]\n", 0, 20000},
		"links to no section": {"content/news/p.md", head + "# Ada\n\n" + lines(20000, "[a](#tiada%d)\n\n"), 0,
			20000},
		"sections hard to tell": {"content/news/p.md",
			head + lines(2000, "# Bagian %d\n\n") + lines(2000, "[a](#bagiam-%d)\n\n"), 0, 2000},
		"unknown keys":      {"data/programs/z.yaml", "name: x\n" + lines(1900, "summari%d: x\n"), 0, 1900},
		"unknown languages": {"data/programs/z.yaml", "name: {" + lines(1900, "x%d: a, ") + "}\n", 0, 1900},
		"values not allowed": {"data/programs/z.yaml",
			"name: x\npillars: [" + lines(40000, "enviroment%d, ") + "]\n", 0, 40000},
		"one long line": {"content/news/p.md", head + strings.Repeat("kata <b> ", 20000), 0, 20000},
	} {
		t.Run(name, func(t *testing.T) {
			files := full(t)
			for i := range c.articles {
				files[fmt.Sprintf("content/news/kunjungan-camat-jambi-%d.md",
					i)] = "---\ntitle: T\ndate: 2024-01-02\nsummary: S\n---\nx\n"
			}
			files[c.file] = c.text
			before := lab.ProcessorTime() // what else the machine does costs us nothing
			_, problems := check(t, files)
			took := lab.ProcessorTime() - before
			if errors, warnings := problems.Count(); errors+warnings < c.problems || len(problems) > 500 {
				t.Errorf("%d errors and %d warnings told in %d", errors, warnings, len(problems))
			}
			if took > most {
				t.Errorf("took %v", took)
			}
		})
	}
}
