package search

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"html"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"blandongan/internal/lab"
	"blandongan/internal/search/words"

	"github.com/chromedp/chromedp"
)

// host serves an index as hosts do: gzipped, and gone is gone.
type host struct {
	files           atomic.Pointer[map[string][]byte]
	bytes, requests atomic.Int64 // since they were last set to 0
}

func (h *host) put(x *Index, entries []Entry) {
	files := map[string][]byte{}
	for _, f := range x.Files() {
		files["/"+f.Name] = f.Bytes
	}
	for _, e := range entries {
		files[e.URL] = []byte("<!doctype html><title>x</title><nav>" + html.EscapeString(e.Title) +
			"</nav><div class=body><p>" + html.EscapeString(e.Text) + "</p></div>")
	}
	files["/cari/"] = []byte("<!doctype html><title>cari</title><script>" + Script() + "</script>")
	h.files.Store(&files)
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, found := (*h.files.Load())[r.URL.Path]
	if !found {
		http.NotFound(w, r)
		return
	}
	if strings.HasSuffix(r.URL.Path, "/") {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
	}
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(counted{w, &h.bytes})
	_, _ = z.Write(text)
	_ = z.Close()
	h.requests.Add(1)
}

type counted struct {
	http.ResponseWriter
	n *atomic.Int64
}

func (w counted) Write(b []byte) (int, error) {
	w.n.Add(int64(len(b)))
	return w.ResponseWriter.Write(b)
}

// page is one in a browser, with a searcher s.
type page struct {
	testing.TB
	ctx context.Context
}

func (p *page) visit(server string) {
	p.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(server+"/cari/")); err != nil {
		p.Fatal(err)
	}
	p.anew()
}

// anew forgets what the page has fetched.
func (p *page) anew() {
	p.Helper()
	run[bool](p, `var s = blandonganSearch({directory: "/cari/indeks.json"}); true`)
}

func run[T any](p *page, script string) T {
	p.Helper()
	result, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", script, err)
	}
	return result
}

type result struct {
	Kind, URL, Title, Summary, Date, Lang, Figure, Period, Source, Note string

	Marks struct{ Title, Summary [][2]int }
}

type found struct {
	Results, Answers []result
	Total, Bytes     int
	Milliseconds     float64
}

func (p *page) ask(query string) found {
	p.Helper()
	quoted, err := json.Marshal(query)
	if err != nil {
		p.Fatal(err)
	}
	return run[found](p, "(async (q, t) => ({...await s.query(q), milliseconds: performance.now() - t}))("+
		string(quoted)+", performance.now())")
}

// question is what somebody types who looks for a page.
type question struct{ kind, text, url string }

// asker asks for entries as people do: by words that lead to few of them.
type asker struct {
	*writer
	language *words.Language
	entries  []Entry
	stems    []map[string]bool // of each entry
}

func newAsker(w *writer, entries []Entry) *asker {
	a := &asker{writer: w, language: words.For("id"), entries: entries}
	cutter := a.language.Cutter()
	for _, e := range entries {
		own := map[string]bool{}
		for _, text := range append([]string{e.Title, e.Summary, e.Text}, e.Names...) {
			cutter.Cut(text, func(stem int) { own[cutter.Stems()[stem]] = true })
		}
		a.stems = append(a.stems, own)
	}
	return a
}

// few says that at most three entries have all these words.
func (a *asker) few(list []string) bool {
	n := 0
	for _, own := range a.stems {
		all := true
		for _, word := range list {
			all = all && own[a.language.Stem(word)]
		}
		if all {
			n++
		}
	}
	return n <= 3
}

// neighbours are words that stand beside each other in a text.
func (a *asker) neighbours(text string, n int) []string {
	list := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ".", "")))
	for range 100 {
		from := a.IntN(len(list) - n + 1)
		if some := list[from : from+n]; a.few(some) {
			return some
		}
	}
	return list
}

// slip types a word with one letter wrong, but not the first.
func (a *asker) slip(word string) string {
	at := 1 + a.IntN(len(word)-1)
	letter := string(rune('a' + a.IntN(26)))
	switch a.IntN(4) {
	case 0:
		return word[:at] + letter + word[at+1:]
	case 1:
		return word[:at] + letter + word[at:]
	case 2:
		return word[:at] + word[at+1:]
	}
	if at+1 == len(word) {
		return word + letter
	}
	return word[:at] + word[at+1:at+2] + word[at:at+1] + word[at+2:]
}

// ask makes the i-th question.
func (a *asker) question(i int) question {
	e := a.entries[a.IntN(len(a.entries))]
	ask := func(kind string, words ...string) question { return question{kind, strings.Join(words, " "), e.URL} }
	switch i % 5 {
	case 0:
		return ask("title", a.neighbours(e.Title, 2)...)
	case 1:
		return ask("text", a.neighbours(e.Text, 2)...)
	case 2:
		two := a.neighbours(e.Title, 2)
		return ask("beginning", two[0], two[1][:max(3, len(two[1])*3/4)])
	case 3:
		two := a.neighbours(e.Text, 2)
		return ask("affixed", "ke"+a.language.Stem(two[0])+"an", two[1])
	}
	two := a.neighbours(e.Title, 2)
	if len(two[0]) < 5 {
		return ask("slip", two[0], a.slip(two[1]))
	}
	return ask("slip", a.slip(two[0]), two[1])
}

// Of what people look for, nineteen in twenty are among the first three.
func TestBrowserFinds(t *testing.T) {
	lab.Slow(t)
	w := newWriter(5, *roots)
	entries := w.site(*articles, 150)
	p, h := browse(t, entries)
	const questions = 250
	asker, hits := newAsker(w, entries), 0
	var bytes []int64
	var took []float64
	for i := range questions {
		p.anew() // as the first question of a visitor
		h.bytes.Store(0)
		q := asker.question(i)
		a := p.ask(q.text)
		bytes, took = append(bytes, h.bytes.Load()), append(took, a.Milliseconds)
		top := a.Results[:min(3, len(a.Results))]
		if slices.ContainsFunc(top, func(r result) bool { return r.URL == q.url }) {
			hits++
		} else {
			t.Logf("%s %q does not find %s; %d others", q.kind, q.text, q.url, a.Total)
		}
	}
	slices.Sort(bytes)
	slices.Sort(took)
	t.Logf("%d of %d found; %d bytes in the middle, %d at most; %.0f ms in the middle",
		hits, questions, bytes[questions/2], bytes[questions-1], took[questions/2])
	if hits < questions*95/100 {
		t.Errorf("only %d of %d are found", hits, questions)
	}
}
