package build_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/build"
	"blandongan/internal/dev"
)

var articles = flag.String("articles", "1000,10000", "sizes of BenchmarkSave's cities")

// BenchmarkSave watches a generated city and saves a file, as often as
// -benchtime says (20x), five ways: the words of an article, an article's title,
// a kecamatan's figure, the base template, the style sheet. It reports, in
// milliseconds from the save:
//
//	seen-ms   until an open page has been told and was loaded again, the median of all saves
//	worst-ms  the longest
//	done-ms   until all pages are on disk, the median
//
// clean is a build of the same city into an empty folder, for comparison.
func BenchmarkSave(b *testing.B) {
	for size := range strings.SplitSeq(*articles, ",") {
		var n int
		if _, err := fmt.Sscan(size, &n); err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) { benchmarkSaves(b, n) })
	}
}

func benchmarkSaves(b *testing.B, n int) {
	w := watched(b, n)
	article := fmt.Sprintf("content/news/a%06d.md", n/2)
	page := fmt.Sprintf("/berita/a%06d/", n/2)
	for _, save := range []struct{ name, file, page, pattern, line string }{
		{"body", article, page, `(?m)^- .*$`, "- butir %d"},
		{"title", article, page, `(?m)^title: .*$`, "title: Judul %d"},
		{"figure", "data/kecamatan/k1.yaml", "/kecamatan/k1/", `value: \d+,`, "value: %d,"},
		{"base", "templates/base.html", page, `<body[^>]*>`, "<body class=\"c%d\">"},
		{"style", "templates/assets/style.css", page, `\.uji\{.*`, ".uji{order:%d}"},
	} {
		b.Run(save.name, func(b *testing.B) {
			pattern := regexp.MustCompile(save.pattern)
			tab := w.open(b, save.page)
			defer tab.Close()
			var seen, done []time.Duration
			for round := 0; b.Loop(); round++ {
				line := fmt.Sprintf(save.line, 1000+b.N*1000+round)
				text := w.read(b, save.file)
				at := pattern.FindStringIndex(text)
				text = text[:at[0]] + line + text[at[1]:]
				for len(w.reads) > 0 {
					<-w.reads
				}
				start := time.Now()
				write(b, w.dir, map[string]string{save.file: text})
				shows := tab.wait(b)
				seen = append(seen, time.Since(start))
				<-w.reads
				done = append(done, time.Since(start))
				shown := strings.TrimPrefix(strings.TrimPrefix(line, "- "), "title: ")
				if save.name != "figure" && !strings.Contains(shows, shown) {
					b.Fatalf("the page was told of, and does not show %q", shown)
				}
			}
			slices.Sort(seen)
			slices.Sort(done)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(seen[len(seen)/2].Microseconds())/1000, "seen-ms")
			b.ReportMetric(float64(seen[len(seen)-1].Microseconds())/1000, "worst-ms")
			b.ReportMetric(float64(done[len(done)/2].Microseconds())/1000, "done-ms")
		})
	}
	b.Run("clean", func(b *testing.B) {
		for b.Loop() {
			root, err := build.OpenDir(w.dir)
			if err != nil {
				b.Fatal(err)
			}
			out := filepath.Join(b.TempDir(), "public")
			c := build.Config{Root: root, Out: out, Templates: builtin}
			if _, _, err := build.New(c).Build(noon); err != nil {
				b.Fatal(err)
			}
			root.Close()
		}
	})
}

// watch is a city that is watched.
type watch struct {
	dir, out, url string
	reads         chan int // how many files each build read
}

func watched(b *testing.B, n int) *watch {
	b.Helper()
	w := &watch{dir: b.TempDir(), out: filepath.Join(b.TempDir(), "public")}
	city(b, w.dir, n)
	base, err := builtin.ReadFile("base.html")
	if err != nil {
		b.Fatal(err)
	}
	style, err := builtin.ReadFile("assets/style.css")
	if err != nil {
		b.Fatal(err)
	}
	write(b, w.dir, map[string]string{
		"templates/base.html": string(base), "templates/assets/style.css": string(style) + "\n.uji{order:0}\n",
	})
	root, err := build.OpenDir(w.dir)
	if err != nil {
		b.Fatal(err)
	}
	serving := make(chan string, 1)
	w.reads = make(chan int, 1000)
	ended := make(chan error, 1)
	ctx, end := context.WithCancel(context.Background())
	config := dev.Config{
		Root: w.dir, Out: w.out, Addr: "127.0.0.1:0", Now: func() time.Time { return noon },
		Builder: build.New(build.Config{Root: root, Out: w.out, Templates: builtin, Again: true}),
		Print: func(e any) {
			switch e := e.(type) {
			case *dev.Serving:
				serving <- e.URL
			case *dev.Built:
				w.reads <- e.Report.Read
			}
		},
	}
	go func() { ended <- dev.Run(ctx, config) }()
	b.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			b.Error(err)
		}
		root.Close()
	})
	select {
	case w.url = <-serving:
	case err := <-ended:
		b.Fatal(err)
	}
	w.settle(b)
	return w
}

// settle saves until a build reads no more than what was saved: files that were
// made a moment ago are read again and again, but nobody's are all that young.
func (w *watch) settle(b *testing.B) {
	b.Helper()
	for round := 0; ; round++ {
		if read := <-w.reads; round > 0 && read <= 1 {
			return
		}
		write(
			b,
			w.dir,
			map[string]string{"content/pages/lama.md": fmt.Sprintf("---\ntitle: Lama\n---\n\nKe-%d.\n", round)},
		)
	}
}

func (w *watch) read(b *testing.B, file string) string {
	b.Helper()
	text, err := os.ReadFile(filepath.Join(w.dir, file))
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// tab is an open page: what it shows, and the stream that tells it to look again.
type tab struct {
	w      *watch
	page   string
	stream io.ReadCloser
	lines  *bufio.Scanner
}

func (w *watch) open(b *testing.B, page string) *tab {
	b.Helper()
	t := &tab{w: w, page: strings.TrimSuffix(w.prefix(), "/") + page}
	t.connect(b)
	return t
}

// prefix is the path of the site's address.
func (w *watch) prefix() string {
	u, _ := url.Parse(w.url)
	return u.Path
}

var hello = regexp.MustCompile(`data-blandongan="([^"]*)"`)

// connect does what the page's script does.
func (t *tab) connect(b *testing.B) {
	b.Helper()
	origin := strings.TrimSuffix(t.w.url, t.w.prefix())
	m := hello.FindStringSubmatch(t.get(b, t.page))
	if m == nil {
		b.Fatalf("%s: without our element", t.page)
	}
	var said struct{ Token string }
	if err := json.Unmarshal([]byte(html.UnescapeString(m[1])), &said); err != nil {
		b.Fatal(err)
	}
	res, err := http.Get(origin + "/.blandongan/events?" + url.Values{"page": {t.page}, "token": {said.Token}}.Encode())
	if err != nil {
		b.Fatal(err)
	}
	t.stream, t.lines = res.Body, bufio.NewScanner(res.Body)
	for kind := ""; kind != "fine"; { // we are up to date
		kind, _ = t.event(b)
	}
}

func (t *tab) Close() error { return t.stream.Close() }

// event waits for an event.
func (t *tab) event(b *testing.B) (kind, data string) {
	b.Helper()
	for t.lines.Scan() {
		line := t.lines.Text()
		if rest, is := strings.CutPrefix(line, "event: "); is {
			kind = rest
		}
		if rest, is := strings.CutPrefix(line, "data: "); is {
			return kind, rest
		}
	}
	b.Fatalf("the stream ended: %v", t.lines.Err())
	return "", ""
}

// wait waits until the page is told to look again, and looks: at itself, or at its style.
func (t *tab) wait(b *testing.B) string {
	b.Helper()
	for {
		switch kind, data := t.event(b); kind {
		case "reload":
			return t.get(b, t.page)
		case "css":
			var swap struct{ Links []struct{ Href string } }
			if err := json.Unmarshal([]byte(data), &swap); err != nil {
				b.Fatal(err)
			}
			return t.get(b, swap.Links[0].Href)
		}
	}
}

func (t *tab) get(b *testing.B, address string) string {
	b.Helper()
	res, err := http.Get(strings.TrimSuffix(t.w.url, t.w.prefix()) + address)
	if err != nil {
		b.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		b.Fatal(err, res.Status)
	}
	return string(body)
}
