package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/lab"
	"blandongan/internal/markdown"
	"blandongan/internal/plan"
	"blandongan/internal/plan/shelf"
	"blandongan/internal/related"
	"blandongan/internal/search"
	"blandongan/internal/site"
	facts "blandongan/internal/site/check"
	"blandongan/internal/views"
)

// BenchmarkSteps takes each step before pages are made by itself, for a generated city of 10,000
// articles: what a build in a new process cannot spare. It reports the processor time of each
// (cpu-ms/op), and of parsing what an article costs.
func BenchmarkSteps(b *testing.B) {
	s := readSteps(b)
	b.Run("parse", func(b *testing.B) {
		md := markdown.New(markdown.Options{Schemes: site.Schemes(), Reserved: views.Reserved})
		s.step(b, func() { s.parse(b, md) })
	})
	b.Run("facts", func(b *testing.B) { s.step(b, func() { s.assemble() }) })
	built := s.assemble()
	b.Run("check", func(b *testing.B) { s.step(b, func() { facts.Site(built, s.entries, noon) }) })
	b.Run("related", func(b *testing.B) { s.step(b, func() { related.Of(built) }) })
	b.Run("plan", func(b *testing.B) { s.step(b, func() { s.plan(built) }) })
	p := s.plan(built)
	b.Run("inputs", func(b *testing.B) {
		s.step(b, func() {
			for i := range p.Targets {
				if p.Targets[i].IsMade() {
					p.Targets[i].Inputs()
				}
			}
		})
	})
	b.Run("links", func(b *testing.B) { s.step(b, func() { s.resolve(p) }) })
	bodies := s.resolve(p)
	b.Run("views", func(b *testing.B) {
		s.step(b, func() {
			for i := range p.Targets {
				if t := &p.Targets[i]; t.IsMade() && t.Text >= 0 {
					t.View(bodies[t.Text].Body)
				}
			}
		})
	})
	b.Run("found", func(b *testing.B) {
		s.step(b, func() {
			for i := range p.Texts {
				p.FoundInputs(i)
			}
		})
	})
	b.Run("words", func(b *testing.B) { s.step(b, func() { s.words(p, bodies) }) })
	vocabulary, given := s.words(p, bodies)
	b.Run("index", func(b *testing.B) {
		s.step(b, func() { vocabulary.Index(nil, p.Searches[0].Place, given) })
	})
}

// stages are what the steps are given.
type stages struct {
	names   []string
	texts   [][]byte
	files   []plan.File
	entries []*site.Entry
	bodies  map[string]*site.Entry // entries with a text, by file
}

func readSteps(b *testing.B) *stages {
	b.Helper()
	dir, s := b.TempDir(), &stages{bodies: map[string]*site.Entry{}}
	city(b, dir, 10000)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		switch role := site.RoleOf(name); {
		case role == site.Written:
			s.names, s.texts = append(s.names, name), append(s.texts, text)
		case site.IsCopied(role):
			s.files = append(s.files, plan.File{Path: name, Name: name, Image: true, Width: 160, Height: 90})
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	s.parse(b, markdown.New(markdown.Options{Schemes: site.Schemes(), Reserved: views.Reserved}))
	return s
}

// step takes a step again and again.
func (s *stages) step(b *testing.B, do func()) {
	b.ReportAllocs()
	runtime.GC()
	var took time.Duration
	for b.Loop() {
		began := lab.ProcessorTime()
		do()
		took += lab.ProcessorTime() - began
	}
	b.ReportMetric(float64(took.Microseconds())/1000/float64(b.N), "cpu-ms/op")
}

func (s *stages) parse(b *testing.B, md *markdown.Parser) {
	s.entries = s.entries[:0]
	for i, name := range s.names {
		record, found := site.Parse(name, s.texts[i], md)
		entries, faults := site.Decode(record)
		if problems := slices.Concat(found, faults); len(problems) > 0 {
			b.Fatal(problems)
		}
		s.entries = append(s.entries, entries...)
		if path.Ext(name) == ".md" {
			s.bodies[name] = entries[0]
		}
	}
}

func (s *stages) assemble() *site.Site {
	facts, _ := site.New(s.entries, site.Options{Now: noon})
	return facts
}

func (s *stages) plan(facts *site.Site) *plan.Plan {
	in := plan.Inputs{Files: s.files, Related: related.Of(facts), Shelf: shelf.New(false), Now: noon}
	p, _ := plan.Make(facts, in)
	return p
}

func (s *stages) resolve(p *plan.Plan) []plan.Resolved {
	list := make([]plan.Resolved, len(p.Texts))
	for i, t := range p.Texts {
		e := s.bodies[t.File]
		list[i] = p.Resolve(t, e.Text, e.Tail)
	}
	return list
}

func (s *stages) words(p *plan.Plan, bodies []plan.Resolved) (*search.Vocabulary, []*search.Words) {
	vocabulary := search.NewVocabulary(p.Searches[0].Language)
	var given []*search.Words
	for _, e := range p.Searches[0].Entries() {
		given = append(given, vocabulary.Analyse(e))
	}
	for i := range p.Texts {
		given = append(given, vocabulary.Analyse(p.Found(i, bodies[i].Body)))
	}
	return vocabulary, given
}

// BenchmarkTold changes the words of an article, and a figure of one kecamatan, again and again, and tells
// a builder so that follows a city of so many articles (-articles) as events do. It reports the processor
// time until all pages are right (cpu-ms/op). In figure/all the builder looks at all files instead.
func BenchmarkTold(b *testing.B) {
	for size := range strings.SplitSeq(*articles, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) { benchmarkTold(b, n) })
	}
}

func benchmarkTold(b *testing.B, n int) {
	dir, out := b.TempDir(), filepath.Join(b.TempDir(), "public")
	city(b, dir, n)
	builder := settled(b, dir, out)
	body, figure := fmt.Sprintf("content/news/a%06d.md", n/2), "data/kecamatan/k1.yaml"
	for _, save := range []struct {
		name, file, pattern, text string
		told                      []string
	}{
		{"body", body, `(?m)^- .*$`, "- butir %d", []string{body}},
		{"figure", figure, `2020, value: \d+`, "2020, value: %d", []string{figure}},
		{"figure/all", figure, `2020, value: \d+`, "2020, value: %d", nil},
	} {
		b.Run(save.name, func(b *testing.B) {
			name, pattern := filepath.Join(dir, filepath.FromSlash(save.file)), regexp.MustCompile(save.pattern)
			var took time.Duration
			n := 0
			for b.Loop() {
				n++
				text, err := os.ReadFile(name)
				if err != nil {
					b.Fatal(err)
				}
				at := pattern.FindIndex(text)
				now := string(text[:at[0]]) + fmt.Sprintf(save.text, 1000*b.N+n) + string(text[at[1]:])
				if err := os.WriteFile(name, []byte(now), 0o644); err != nil {
					b.Fatal(err)
				}
				builder.Tell(save.told)
				began := lab.ProcessorTime()
				report, problems, err := builder.Build(noon)
				took += lab.ProcessorTime() - began
				if err != nil || problems.HasErrors() || report.Made == 0 || report.Trusting != (save.told != nil) {
					b.Fatal(err, diag.List(problems), report.Made)
				}
			}
			b.ReportMetric(float64(took.Microseconds())/1000/float64(n), "cpu-ms/op")
		})
	}
}
