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

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
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
	stands   map[string][]int // by stem: entries in which it stands
}

func newAsker(w *writer, entries []Entry) *asker {
	a := &asker{writer: w, language: words.For("id"), entries: entries, stands: map[string][]int{}}
	cutter := a.language.Cutter()
	for i, e := range entries {
		for _, text := range append([]string{e.Title, e.Summary, e.Text}, e.Names...) {
			cutter.Cut(text, func(stem int) {
				list := a.stands[cutter.Stems()[stem]]
				if len(list) == 0 || list[len(list)-1] != i {
					a.stands[cutter.Stems()[stem]] = append(list, i)
				}
			})
		}
	}
	return a
}

// few says that at most three entries have all these words.
func (a *asker) few(list []string) bool {
	all := a.stands[a.language.Stem(list[0])]
	for _, word := range list[1:] {
		stands := a.stands[a.language.Stem(word)]
		all = slices.DeleteFunc(slices.Clone(all), func(i int) bool {
			_, is := slices.BinarySearch(stands, i)
			return !is
		})
	}
	return len(all) <= 3
}

// neighbours are two words that stand beside each other in a text.
func (a *asker) neighbours(text string) (first, second string, is bool) {
	list := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ".", "")))
	for range 100 {
		i := a.IntN(len(list) - 1)
		first, second = list[i], list[i+1]
		if min(len(first), len(second)) >= 5 && a.few([]string{first, second}) {
			return first, second, true
		}
	}
	return "", "", false
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

// question makes the i-th question.
func (a *asker) question(i int) question {
	kind := []string{"title", "text", "beginning", "affixed", "slip"}[i%5]
	for {
		e := a.entries[a.IntN(len(a.entries))]
		text := e.Title
		if kind == "text" || kind == "affixed" {
			text = e.Text
		}
		first, second, is := a.neighbours(text)
		switch {
		case !is:
			continue
		case kind == "beginning":
			second = second[:max(4, len(second)*3/4)]
		case kind == "affixed":
			first = "ke" + a.language.Stem(first) + "an"
		case kind == "slip" && a.IntN(2) == 0:
			first = a.slip(first)
		case kind == "slip":
			second = a.slip(second)
		}
		return question{kind, first + " " + second, e.URL}
	}
}

// Of what people look for, nineteen in twenty are among the first three.
func TestBrowserFinds(t *testing.T) {
	lab.Slow(t)
	w := newWriter(5, *roots)
	entries := w.site(*articles, 150)
	p, h := browse(t, entries)
	const questions = 250
	asker, hits := newAsker(w, entries), 0
	bytes := map[string][]int64{}
	var took []float64
	for i := range questions {
		p.anew() // as the first question of a visitor
		h.bytes.Store(0)
		q := asker.question(i)
		a := p.ask(q.text)
		bytes[q.kind], took = append(bytes[q.kind], h.bytes.Load()), append(took, a.Milliseconds)
		top := a.Results[:min(3, len(a.Results))]
		if slices.ContainsFunc(top, func(r result) bool { return r.URL == q.url }) {
			hits++
		} else {
			t.Logf("%s %q does not find %s; %d others", q.kind, q.text, q.url, a.Total)
		}
	}
	slices.Sort(took)
	t.Logf("%d of %d found; %.0f ms in the middle", hits, questions, took[questions/2])
	for kind, list := range bytes {
		slices.Sort(list)
		t.Logf("%s: %d bytes in the middle, %d at most", kind, list[len(list)/2], list[len(list)-1])
	}
	if hits < questions*95/100 {
		t.Errorf("only %d of %d are found", hits, questions)
	}
}

// BenchmarkQuery says how long a query takes on a processor four times as slow, once all is fetched: the bytes are
// there and nothing is read of them yet.
func BenchmarkQuery(b *testing.B) {
	w := newWriter(5, *roots)
	entries := w.site(*articles, 150)
	p, _ := browse(b, entries)
	asker := newAsker(w, entries)
	run[bool](p, `var kept = new Map(), keep = async url => {
		url = String(url);
		if (!kept.has(url)) kept.set(url, await (await fetch(url)).text());
		return {ok: true, text: async () => kept.get(url)};
	}; true`)
	var took []float64
	for b.Loop() {
		quoted, _ := json.Marshal(asker.question(len(took)).text)
		run[bool](p, `s.query(`+string(quoted)+`).then(() => true)`)
		p.throttle(4)
		took = append(took, run[float64](p, `(async () => {
			const search = () => blandonganSearch({directory: "/cari/indeks.json", fetch: keep}).query(`+string(quoted)+`);
			await search();
			const start = performance.now();
			await search();
			return performance.now() - start;
		})()`))
		p.throttle(1)
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "ms/middle")
	b.ReportMetric(took[len(took)*95/100], "ms/slow")
}

func (p *page) throttle(rate float64) {
	p.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
		return err
	})); err != nil {
		p.Fatal(err)
	}
}
