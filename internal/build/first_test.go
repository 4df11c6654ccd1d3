package build_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/lab"
)

// looker looks at some pages at random, and now and then has enough of a build.
type looker struct {
	rand       *rand.Rand
	before     map[string][]byte // what lies in the folder
	looks      []string
	early      map[string][]byte // nil when it was told of nothing
	wait       int               // for how many pages, before it has enough
	told, left int
}

func (l *looker) audience() build.Audience {
	return build.Audience{
		First: func() []string { return l.looks },
		Early: func(files map[string][]byte, _ int) { l.early, l.told = files, l.told+1 },
		Enough: func() bool {
			l.wait--
			if l.wait == 0 {
				l.left++
			}
			return l.wait == 0
		},
	}
}

// begin is called before a build. There may be nobody.
func (l *looker) begin(before map[string][]byte) {
	if l == nil {
		return
	}
	l.before, l.early, l.looks, l.wait = before, nil, nil, -1
	names := make([]string, 0, len(before))
	for name := range before {
		names = append(names, name)
	}
	slices.Sort(names)
	for range 5 {
		if len(names) > 0 {
			l.looks = append(l.looks, names[l.rand.IntN(len(names))])
		}
	}
	if l.rand.IntN(4) == 0 {
		l.wait = 1 + l.rand.IntN(40)
	}
}

// account wants all that was told of to lie in the folder as it was told, and the pages that were
// looked at and not told of to lie there as before.
func (l *looker) account(t *testing.T, what string, now map[string][]byte) {
	t.Helper()
	if l == nil || l.early == nil {
		return
	}
	for p, data := range l.early {
		if !bytes.Equal(data, now[p]) {
			t.Errorf("%s: %s was another when it was told of", what, p)
		}
	}
	for _, p := range l.looks {
		data, stays := now[p]
		if stays && strings.HasSuffix(p, ".html") && l.early[p] == nil && !bytes.Equal(data, l.before[p]) {
			t.Errorf("%s: %s is another and was not told of", what, p)
		}
	}
}

// What a given-up build learnt is not taken for what lies in the folder.
func TestGivenUp(t *testing.T) {
	b, dir, out := again(t, base(t))
	enough := false
	var early map[string][]byte
	const page = "berita/keran-baru/index.html"
	b.Show(build.Audience{
		First:  func() []string { return []string{page} },
		Early:  func(files map[string][]byte, _ int) { early = files },
		Enough: func() bool { return enough },
	})
	report(t, b)
	if early != nil {
		t.Error("a first build told of early pages")
	}
	text, err := builtin.ReadFile("base.html")
	if err != nil {
		t.Fatal(err)
	}
	before := lab.Tree(t, out)
	changed := strings.Replace(string(text), "<body>", `<body class="uji">`, 1)
	write(t, dir, map[string]string{"templates/base.html": changed})
	enough = true
	if _, _, err := b.Build(noon); !errors.Is(err, build.ErrGivenUp) {
		t.Fatalf("given up: %v", err)
	}
	if diff := difference(before, lab.Tree(t, out)); diff != "" || !bytes.Contains(early[page], []byte(`class="uji"`)) {
		t.Fatalf("given up: %s; early %d pages", diff, len(early))
	}
	enough, early = false, nil
	if r := report(t, b); r.Made < 10 || !bytes.Contains(early[page], []byte(`class="uji"`)) {
		t.Errorf("the next build made %d files, %d early", r.Made, len(early))
	}
	root, err := build.OpenDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	fresh := filepath.Join(t.TempDir(), "public")
	if _, _, err := build.New(build.Config{Root: root, Out: fresh, Templates: builtin}).Build(noon); err != nil {
		t.Fatal(err)
	}
	want, now := lab.Tree(t, fresh), lab.Tree(t, out)
	delete(want, ".blandongan/lock")
	delete(now, ".blandongan/lock")
	if diff := difference(want, now); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkFirst saves a file of a generated city again and again, of which somebody looks at one
// page, and gives up the rest. It reports, in milliseconds:
//
//	first-cpu-ms  processor time until that page is told of
//	first-ms      the same by the clock
//	rest-cpu-ms   processor time until the next save can be looked at
func BenchmarkFirst(b *testing.B) {
	dir, out := b.TempDir(), filepath.Join(b.TempDir(), "public")
	city(b, dir, 10000)
	style, err := builtin.ReadFile("assets/style.css")
	if err != nil {
		b.Fatal(err)
	}
	base, err := builtin.ReadFile("base.html")
	if err != nil {
		b.Fatal(err)
	}
	article := "content/news/a005000.md"
	write(b, dir, map[string]string{"templates/base.html": string(base), "templates/assets/style.css": string(style)})
	builder := settled(b, dir, out)
	for _, save := range []struct{ name, file, page, pattern, line string }{
		{"body", article, "berita/a005000/", `(?m)^- .*$`, "- butir %d"},
		{"title", article, "berita/a005000/", `(?m)^title: .*$`, "title: Judul %d"},
		{"figure", "data/kecamatan/k1.yaml", "kecamatan/k1/", `value: \d+,`, "value: %d,"},
		{"base", "templates/base.html", "berita/a005000/", `<body[^>]*>`, "<body class=\"c%d\">"},
		{"style", "templates/assets/style.css", "berita/a005000/", `\z`, "\n.uji{order:%d}"},
	} {
		b.Run(save.name, func(b *testing.B) {
			pattern := regexp.MustCompile(save.pattern)
			var cpu, clock, start, total time.Duration
			var began time.Time
			builder.Show(build.Audience{
				First: func() []string { return []string{save.page + "index.html"} },
				Early: func(map[string][]byte, int) {
					cpu, clock = cpu+lab.ProcessorTime()-start, clock+time.Since(began)
				},
				Enough: func() bool { return true },
			})
			round := 1000
			for b.Loop() {
				round++
				text, err := os.ReadFile(filepath.Join(dir, save.file))
				if err != nil {
					b.Fatal(err)
				}
				at := pattern.FindIndex(text)
				line := fmt.Sprintf(save.line, round)
				write(b, dir, map[string]string{save.file: string(text[:at[0]]) + line + string(text[at[1]:])})
				start, began = lab.ProcessorTime(), time.Now()
				if _, _, err := builder.Build(noon); err != nil && err != build.ErrGivenUp {
					b.Fatal(err)
				}
				total += lab.ProcessorTime() - start
			}
			ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(ms(cpu), "first-cpu-ms")
			b.ReportMetric(ms(clock), "first-ms")
			b.ReportMetric(ms(total-cpu), "rest-cpu-ms")
		})
	}
}
