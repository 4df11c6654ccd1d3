package host_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"blandongan/internal/build"
	"blandongan/internal/host"
	"blandongan/internal/lab"
	"blandongan/internal/lab/chrome"
	"blandongan/templates"
)

// patience is the longest that a server may take to come or go, and one step in the browser.
const patience = time.Minute

// real is the repository's own site, built below a path.
var real = sync.OnceValues(func() (built, error) {
	dir, err := os.MkdirTemp("", "blandongan-host-site-")
	if err != nil {
		return built{}, err
	}
	defer os.RemoveAll(dir)
	root, err := build.OpenDir("../..")
	if err != nil {
		return built{}, err
	}
	defer root.Close()
	now := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	report, problems, err := build.New(build.Config{Root: root, Out: dir, Templates: templates.FS,
		BaseURL: "https://kota.example/kota/"}).Build(now)
	if err == nil && problems.HasErrors() {
		err = fmt.Errorf("%v", problems)
	}
	files := map[string]string{}
	if err == nil {
		err = filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			files[filepath.ToSlash(strings.TrimPrefix(name, dir+string(filepath.Separator)))] = string(data)
			return err
		})
	}
	return built{report.Host, files}, err
})

type built struct {
	host  host.Site
	files map[string]string
}

func (b built) pages() []string {
	var all []string
	for name := range b.files {
		if strings.HasSuffix(name, ".html") && name != "404.html" {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// extra is what a page of ours cannot be and an editor's file can.
var extra = map[string]string{
	"buruk/index.html": `<!doctype html><title>x</title><link rel="icon" href="../gambar.svg">` +
		`<style>p{color:red}</style><p style="color:red" onclick="1">x</p><script>window.ran = 1</script>` +
		`<img src="https://lain.example/x.png">`,
	"gambar.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>window.ran = 1</script>` +
		`<rect width="9" height="9" fill="#a00"/></svg>`,
	"surat.pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
		"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n",
}

// tab is a tab of a real browser, which notes what goes wrong in it.
type tab struct {
	t      *testing.T
	ctx    context.Context
	mu     sync.Mutex
	faults []string
}

// chromium is a browser that tells what a policy forbids.
func chromium(t *testing.T) *tab {
	t.Helper()
	ctx := chrome.Start(t)
	w := &tab{t: t, ctx: ctx}
	must(t, chromedp.Listen(ctx, w.hear))
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `addEventListener("securitypolicyviolation", e => console.error("violates " + e.effectiveDirective + ` +
			`" " + e.blockedURI))`,
	})
	must(t, err)
	return w
}

func (w *tab) hear(ev any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventLoadingFailed:
		w.faults = append(w.faults, "did not load: "+ev.ErrorText)
	case *runtime.EventConsoleAPICalled:
		for _, said := range ev.Args {
			w.faults = append(w.faults, string(said.Value))
		}
	case *runtime.EventExceptionThrown:
		w.faults = append(w.faults, ev.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		w.faults = append(w.faults, ev.Entry.Text)
	}
}

// visit goes to an address and returns what went wrong there.
func (w *tab) visit(url string) []string {
	w.t.Helper()
	w.mu.Lock()
	w.faults = nil
	w.mu.Unlock()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		w.t.Fatalf("%s: %v", url, err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.faults)
}

func ask[T any](w *tab, expression string) T {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	must(w.t, err)
	return got
}

// realServed is the real site behind nginx.
func realServed(t *testing.T) (built, *served) {
	t.Helper()
	site, err := real()
	must(t, err)
	fills := func(root string) { fill(t, root, site.files, extra) }
	return site, engines[0].serve(t, site.host, host.Options{Compressed: true}, fills)
}

// TestPolicyHoldsInChromium opens every page of the real site as a reader gets it.
func TestPolicyHoldsInChromium(t *testing.T) {
	lab.Slow(t)
	site, s := realServed(t)
	w := chromium(t)
	faults := strings.Join(w.visit(s.url+s.at("buruk/index.html")), "\n")
	for _, wanted := range []string{
		"violates style-src-elem inline", "violates style-src-attr inline", "violates script-src-elem inline",
		"violates script-src-attr inline", "violates img-src https://lain.example",
	} {
		if !strings.Contains(faults, wanted) {
			t.Errorf("a bad page's faults lack %q: %s", wanted, faults)
		}
	}
	if ask[bool](w, "!!window.ran") {
		t.Error("a script in a page ran")
	}
	sorted := 0
	for _, name := range site.pages() {
		if faults := w.visit(s.url + s.at(name)); len(faults) > 0 {
			t.Errorf("%s: %q", name, faults)
		}
		if !ask[bool](w, `[...document.styleSheets].some(s => s.cssRules.length > 3)`) {
			t.Errorf("%s has no style", name)
		}
		if strings.Contains(site.files[name], "data-sortable") {
			sorted++
			if !ask[bool](w, `!!document.querySelector("th button")`) {
				t.Errorf("%s: no table can be sorted", name)
			}
		}
	}
	if sorted == 0 || len(site.pages()) < 20 {
		t.Errorf("%d pages, %d with tables", len(site.pages()), sorted)
	}
	if !ask[bool](w, `[...document.querySelectorAll('script[type="application/ld+json"]')].every(s => `+
		`JSON.parse(s.textContent))`) {
		t.Error("the data in the page cannot be read")
	}
	w.missing(s)
	w.downloads(s)
}

// missing wants the page for what is not there to look like the others.
func (w *tab) missing(s *served) {
	w.t.Helper()
	_ = w.visit(s.url + s.site.Prefix + "berita/tidak/ada/") // the browser itself tells of status 404
	if !ask[bool](w, `[...document.styleSheets].some(s => s.cssRules.length > 3)`) {
		w.t.Error("the page for what is not there has no style")
	}
}

// downloads wants files that are no pages to open all the same.
func (w *tab) downloads(s *served) {
	w.t.Helper()
	_ = w.visit(s.url + s.at("gambar.svg"))
	if !ask[bool](w, `document.documentElement.tagName === "svg" && `+
		`document.querySelector("rect").getBoundingClientRect().width > 0 && !window.ran`) {
		w.t.Error("a drawing is not shown, or runs")
	}
	stopped := func(f string) bool { return strings.Contains(f, "Policy") || strings.Contains(f, "violates") }
	if faults := w.visit(s.url + s.at("surat.pdf")); slices.ContainsFunc(faults, stopped) {
		w.t.Errorf("a PDF: %q", faults)
	}
	if got := ask[string](w, `document.contentType`); got != "application/pdf" {
		w.t.Errorf("a PDF is shown as %s", got)
	}
}

// TestCacheInChromium comes back to a page: the page is asked for again, what it
// loads is not.
func TestCacheInChromium(t *testing.T) {
	lab.Slow(t)
	site, s := realServed(t)
	w := chromium(t)
	name := site.pages()[len(site.pages())-1]
	sortable := func(name string) bool { return strings.Contains(site.files[name], "data-sortable") }
	i := slices.IndexFunc(site.pages(), sortable)
	if i >= 0 {
		name = site.pages()[i]
	}
	address := s.url + s.at(name)
	first := s.requests(t, func() { w.visit(address) })
	second := s.requests(t, func() { w.visit("about:blank"); w.visit(address) })
	for _, kind := range []string{".css", ".js"} {
		if !slices.ContainsFunc(first, func(r string) bool { return strings.HasSuffix(r, kind+" 200") }) {
			t.Errorf("the first visit loads no %s: %q", kind, first)
		}
	}
	if want := []string{s.at(name) + " 304"}; !slices.Equal(second, want) {
		t.Errorf("the second visit asks %q, not %q", second, want)
	}
}

// requests returns what the server was asked meanwhile, each with its status. It
// logs an answer once it is sent; after a mark of ours all is there.
func (s *served) requests(t *testing.T, f func()) []string {
	t.Helper()
	s.ask(t, "GET", "/mulai")
	f()
	s.ask(t, "GET", "/selesai")
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		data, err := os.ReadFile(s.dir + "/access.log")
		must(t, err)
		text := string(data)
		from, to := strings.LastIndex(text, `/mulai HTTP/1.1" `), strings.LastIndex(text, `/selesai HTTP/1.1" `)
		if from < 0 || to < from {
			continue
		}
		var all []string
		for _, line := range strings.Split(text[from:to], "\n")[1:] {
			_, rest, _ := strings.Cut(line, `"GET `)
			if address, status, ok := strings.Cut(rest, ` HTTP/1.1" `); ok {
				all = append(all, address+" "+status[:3])
			}
		}
		return all
	}
	t.Fatal("the server logs nothing")
	return nil
}
