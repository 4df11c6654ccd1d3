package dev

import (
	"bufio"
	"context"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/templates"
)

// noon is the time of every test's builds.
var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// enough is how long a test waits for what must happen: what takes less than a second
// happens in it on the busiest machine. Nothing waits for it to be over.
const enough = 2 * time.Minute

// bench is a running watch over the second city.
type bench struct {
	t      *testing.T
	dir    string // the site
	out    string
	url    string // without a slash at its end
	config Config
	told   chan any
	builds []*Built
	end    context.CancelFunc
	ended  chan error

	running            atomic.Int32 // builds that go on
	written, toldWrote atomic.Int32 // builds that changed the output folder, and those of them that were told of
}

// prepare lays the city without watching it yet.
func prepare(t *testing.T) *bench {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t, dir: filepath.Join(dir, "site"), told: make(chan any, 10000), ended: make(chan error, 1)}
	archive, err := txtar.ParseFile("../build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		b.write(f.Name, string(f.Data))
	}
	b.out = filepath.Join(b.dir, "public")
	b.config = Config{
		Root: b.dir, Out: b.out, Addr: "127.0.0.1:0",
		Now:   func() time.Time { return noon },
		Print: func(e any) { b.told <- e },
	}
	return b
}

// start watches, and returns when the first build is told of.
func (b *bench) start() *bench {
	b.t.Helper()
	if b.config.Builder == nil {
		b.config.Builder = b.builder(b.out)
	}
	b.config.Builder = follow{b.config.Builder, b}
	print := b.config.Print
	b.config.Print = func(e any) {
		print(e)
		if built, is := e.(*Built); is && wrote(built.Report, built.Problems, built.Err) {
			b.toldWrote.Add(1)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	b.end = cancel
	go func() { b.ended <- Run(ctx, b.config) }()
	b.t.Cleanup(b.stop)
	b.url = strings.TrimSuffix(b.address(), "/")
	return b
}

// follow tells a bench of builds.
type follow struct {
	Builder
	b *bench
}

func (f follow) Build(now time.Time) (build.Report, diag.List, error) {
	f.b.running.Add(1)
	defer f.b.running.Add(-1)
	report, problems, err := f.Builder.Build(now)
	if wrote(report, problems, err) {
		f.b.written.Add(1)
	}
	return report, problems, err
}

func wrote(report build.Report, problems diag.List, err error) bool {
	return err == nil && !problems.HasErrors() && report.Written+report.Removed > 0
}

// settle waits until what was built lies in the output folder: pages are shown before.
func (b *bench) settle() {
	b.t.Helper()
	b.eventually("the end of a build", func() bool {
		return b.end == nil || b.running.Load() == 0 && b.written.Load() == b.toldWrote.Load()
	})
}

// eventually asks again and again.
func (b *bench) eventually(what string, ok func() bool) {
	b.t.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(enough); !ok(); <-tick.C {
		if time.Now().After(end) {
			b.t.Fatalf("waited for %s", what)
		}
	}
}

// address waits for the address to be told.
func (b *bench) address() string {
	b.t.Helper()
	var url string
	b.until("the address", func(e any) bool {
		s, ok := e.(*Serving)
		if ok {
			url = s.URL
		}
		return ok
	})
	return url
}

func (b *bench) stop() {
	if b.end == nil {
		return
	}
	b.end()
	b.end = nil
	select {
	case err := <-b.ended:
		if err != nil {
			b.t.Errorf("Run: %v", err)
		}
	case <-time.After(enough):
		b.t.Error("Run does not end")
	}
}

func (b *bench) builder(out string) *build.Builder { return b.make(out, true) }

func (b *bench) make(out string, again bool) *build.Builder {
	b.t.Helper()
	root, err := build.OpenDir(b.dir)
	b.must(err)
	b.t.Cleanup(func() { root.Close() })
	return build.New(build.Config{Root: root, Out: out, Templates: templates.FS, Again: again, Desk: true})
}

// until takes what is told until one is what is wanted.
func (b *bench) until(what string, ok func(any) bool) {
	b.t.Helper()
	deadline := time.After(enough)
	for {
		select {
		case e := <-b.told:
			if built, is := e.(*Built); is {
				b.builds = append(b.builds, built)
			}
			if ok(e) {
				return
			}
		case err := <-b.ended:
			b.ended <- err
			b.t.Fatalf("waiting for %s: Run ended: %v", what, err)
		case <-deadline:
			b.t.Fatalf("waited for %s", what)
		}
	}
}

// built returns all builds that were told of, once Run has ended.
func (b *bench) built() []*Built {
	close(b.told)
	for e := range b.told {
		if built, ok := e.(*Built); ok {
			b.builds = append(b.builds, built)
		}
	}
	return b.builds
}

func (b *bench) file(name string) string { return filepath.Join(b.dir, filepath.FromSlash(name)) }

func (b *bench) write(name, text string) {
	b.t.Helper()
	b.must(os.MkdirAll(filepath.Dir(b.file(name)), 0o755))
	b.must(os.WriteFile(b.file(name), []byte(text), 0o644))
}

func (b *bench) read(name string) string {
	b.t.Helper()
	data, err := os.ReadFile(b.file(name))
	b.must(err)
	return string(data)
}

// edit replaces a text in a file.
func (b *bench) edit(name, old, new string) {
	b.t.Helper()
	text := b.read(name)
	if !strings.Contains(text, old) {
		b.t.Fatalf("%s has no %q", name, old)
	}
	b.write(name, strings.ReplaceAll(text, old, new))
}

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// clean wants the output folder to be what a clean build makes.
func (b *bench) clean() {
	b.t.Helper()
	b.settle()
	fresh := b.t.TempDir()
	builder := b.make(fresh, false)
	_, problems, err := builder.Build(noon)
	b.must(err)
	b.must(builder.Close())
	if problems.HasErrors() {
		b.t.Fatalf("the site has problems: %v", problems)
	}
	is, want := tree(b.t, b.out), tree(b.t, fresh)
	for name, data := range want {
		if is[name] != data {
			b.t.Errorf("%s is not what a clean build makes", name)
		}
	}
	for name := range is {
		if _, ok := want[name]; !ok {
			b.t.Errorf("%s is too many", name)
		}
	}
}

// tree returns the files below a folder, but for the builder's own.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && d.Name() == ".blandongan" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		files[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tab does what the script does in a browser's tab.
type tab struct {
	b       *bench
	address string
	page    string
	status  int
	token   string
	note    *note // over the page
	overlay *overlay
	desk    panel
	fine    bool // it was said that nothing is wrong
	loads   int
	swaps   []swap
	events  chan event
	leave   context.CancelFunc
}

type event struct{ name, data string }

// open loads a page and its stream.
func (b *bench) open(address string) *tab {
	b.t.Helper()
	t := &tab{b: b, address: address}
	t.load()
	b.t.Cleanup(func() { t.leave() })
	return t
}

var helloText = regexp.MustCompile(`data-blandongan="([^"]*)"`)

func (t *tab) load() {
	t.b.t.Helper()
	if t.leave != nil {
		t.leave()
	}
	t.loads++
	res, err := http.Get(t.b.url + t.address)
	t.b.must(err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	t.b.must(err)
	t.page, t.status, t.address = string(data), res.StatusCode, res.Request.URL.Path
	m := helloText.FindStringSubmatch(t.page)
	if m == nil {
		t.b.t.Fatalf("%s has no script: %s", t.address, t.page)
	}
	var h hello
	t.b.must(json.Unmarshal([]byte(html.UnescapeString(m[1])), &h))
	t.token, t.note = h.Token, h.Note
	t.connect()
}

func (t *tab) connect() {
	t.b.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.leave = cancel
	query := "?page=" + strings.ReplaceAll(t.address, "%", "%25") + "&token=" + t.token
	req, err := http.NewRequestWithContext(ctx, "GET", t.b.url+streamPath+query, nil)
	t.b.must(err)
	res, err := http.DefaultClient.Do(req)
	t.b.must(err)
	if res.StatusCode != 200 {
		t.b.t.Fatalf("the stream answers %s", res.Status)
	}
	events := make(chan event, 100)
	t.events = events
	go func() {
		defer res.Body.Close()
		defer close(events)
		var e event
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			switch line := lines.Text(); {
			case strings.HasPrefix(line, "event: "):
				e.name = line[len("event: "):]
			case strings.HasPrefix(line, "data: "):
				e.data = line[len("data: "):]
			case line == "" && e.name != "":
				events <- e
				e = event{}
			}
		}
	}()
}

// take does what an event says.
func (t *tab) take(e event) {
	t.b.t.Helper()
	decode := func(v any) { t.b.t.Helper(); t.b.must(json.Unmarshal([]byte(e.data), v)) }
	switch e.name {
	case "reload":
		t.load()
	case "css":
		var s swap
		decode(&s)
		t.swaps, t.token = append(t.swaps, s), s.Token
	case "problems":
		t.overlay, t.fine = &overlay{}, false
		decode(t.overlay)
	case "fine":
		t.overlay, t.fine = nil, true
	case "desk":
		t.desk = panel{}
		decode(&t.desk)
	case "gone":
		var f goodbye
		decode(&f)
		if t.note = &f.note; f.To != "" {
			note := f.note
			t.address = f.To
			t.load()
			t.note = &note
		}
	case "rest": // while a fifth loads, whose old stream is not gone yet; somebody looks at this one
		t.leave()
		t.connect()
	default:
		t.b.t.Fatalf("unknown event %q", e.name)
	}
}

// until follows the stream until the tab is as wanted.
func (t *tab) until(what string, ok func() bool) {
	t.b.t.Helper()
	deadline := time.After(enough)
	for !ok() {
		select {
		case e, open := <-t.events:
			if !open {
				t.b.t.Fatalf("waiting for %s: the stream ended", what)
			}
			t.take(e)
		case <-deadline:
			t.b.t.Fatalf("waited for %s at %s; trouble: %+v; page:\n%s", what, t.address, t.overlay, t.page)
		}
	}
}

// shows waits until the page shows a text, nothing is wrong, and the build is at its end.
func (t *tab) shows(text string) {
	t.b.t.Helper()
	t.sees(text)
	t.b.settle()
}

// sees waits until the page shows a text and nothing is wrong.
func (t *tab) sees(text string) {
	t.b.t.Helper()
	t.until(text, func() bool { return strings.Contains(t.page, text) && t.fine })
}

// breaks waits for a problem in a file to be shown.
func (t *tab) breaks(file string) {
	t.b.t.Helper()
	t.until("a problem in "+file, func() bool {
		if t.overlay == nil {
			return false
		}
		for _, p := range t.overlay.Problems {
			if p.File == file {
				return true
			}
		}
		return false
	})
}
