package templates_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axe is the source of axe-core.
var axe = sync.OnceValues(func() (string, error) {
	dir, err := tools()
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(filepath.Join(dir, "axe-core", "axe.min.js"))
	return string(data), err
})

// asks is what the tests ask inside a page.
//
//go:embed testdata/asks.js
var asks string

// TestEveryPage looks at every page in a browser, at the largest of each kind in every
// look, and prints it. One test does both, for a page that is loaded: to load it without
// scripts and with them is a sixth of what it costs, axe is half, printing a quarter.
func TestEveryPage(t *testing.T) {
	patiently(t)
	need(axe)(t)
	lend := pool(t)
	for _, f := range faces(t) {
		kinds := f.kinds(t)
		for _, page := range f.stays(t) {
			wanted := looks[:1]
			if slices.ContainsFunc(kinds, func(k leaf) bool { return k.name == page.name }) {
				wanted = looks
			}
			t.Run(f.name+"/"+page.name, func(t *testing.T) {
				t.Parallel()
				w := lend(t)
				for _, fault := range append(w.audit(f, page.url, wanted), w.printed(page)...) {
					t.Error(fault)
				}
			})
		}
	}
}

// audit says what is wrong with a page: what it shows without scripts, what it
// fetches and says, what does not fit and what axe finds in the wanted looks.
func (w tab) audit(f *face, url string, wanted []look) []string {
	w.t.Helper()
	w.run(scripts(false), chromedp.Navigate(url))
	still := get(w, chromedp.Evaluate[string](asks+"said()"))
	w.run(scripts(true))
	heard := w.listen(f)
	defer heard()
	w.run(chromedp.Navigate(url))
	var faults []string
	if live := get(w, chromedp.Evaluate[string](asks+"said()")); live != still {
		faults = append(faults, "scripts change what is said: "+firstDifference(still, live))
	}
	w.run(chromedp.EmulateViewport(320, 640))
	faults = append(faults, get(w, chromedp.Evaluate[[]string](asks+"outside(false)"))...)
	w.run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: need(axe)(w.t)})
		return err
	}))
	for _, l := range wanted {
		w.put(l)
		for _, found := range get(w, chromedp.Evaluate[[]string](fmt.Sprintf("%sjudged(%v)", asks,
			l.scheme == "dark"), chromedp.EvalAwaitPromise)) {
			if !slices.ContainsFunc(faults, func(f string) bool { return strings.HasSuffix(f, found) }) {
				faults = append(faults, fmt.Sprintf("%d px, %s: %s", l.width, l.scheme, found))
			}
		}
	}
	return append(faults, heard()...)
}

// scripts lets pages run scripts, or not.
func scripts(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// listen hears what the tab fetches and says, until the first call of what it
// returns: that tells what was wrong.
func (w tab) listen(f *face) func() []string {
	w.t.Helper()
	var mu sync.Mutex
	var faults []string
	note := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		faults = append(faults, fmt.Sprintf(format, args...))
	}
	ctx, cancel := context.WithCancel(w.ctx)
	w.must(chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(ev.Request.URL, f.url) && !strings.HasPrefix(ev.Request.URL, "data:") {
				note("asks another host: %s", ev.Request.URL)
			}
		case *network.EventResponseReceived:
			if ev.Response.Status != 200 {
				note("status %d: %s", ev.Response.Status, ev.Response.URL)
			}
		case *network.EventLoadingFailed:
			note("did not load: %s", ev.ErrorText)
		case *runtime.EventConsoleAPICalled:
			said, _ := json.Marshal(ev.Args)
			note("console: %s", said)
		case *runtime.EventExceptionThrown:
			note("exception: %s", ev.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			note("log: %s %s", ev.Entry.Text, ev.Entry.URL)
		}
	}))
	return func() []string {
		cancel()
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(faults)
	}
}

// firstDifference shows the first line that two texts do not share.
func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			return fmt.Sprintf("%q and %q", x[min(i, len(x)):min(i+1, len(x))], y[min(i, len(y)):min(i+1, len(y))])
		}
	}
	return ""
}
