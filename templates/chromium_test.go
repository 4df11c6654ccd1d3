package templates_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"blandongan/internal/lab/chrome"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// enough is the longest that one step in the browser may take.
const enough = time.Minute

// chromium is the browser's file.
var chromium = sync.OnceValues(func() (string, error) { return program("chromium", "chromium") })

// browser is one Chromium for all tests, without any network of its own; stop
// ends it.
var browser = sync.OnceValues(func() (context.Context, error) {
	file, profile, err := found("chromium", "chromium")
	if err != nil {
		return nil, err
	}
	options := append(chrome.Flags(file, profile, 1280, 800),
		chromedp.Flag("hide-scrollbars", true))
	all, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ := chromedp.NewContext(all)
	stops = append(stops, func() { _ = chromedp.Cancel(ctx); cancel() }) // waits until the browser is gone
	return ctx, chromedp.Do(ctx)
})

// found is a browser's file, and a folder for what it writes.
func found(name, packages string) (file, folder string, err error) {
	if file, err = program(name, packages); err != nil {
		return "", "", err
	}
	dir, err := scratch()
	return file, filepath.Join(dir, name), err
}

// begin starts a program that stop ends.
func begin(cmd *exec.Cmd) error {
	err := cmd.Start()
	if err == nil {
		stops = append(stops, func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	}
	return err
}

// stops end what the tests share.
var stops []func()

func stop() {
	for _, f := range stops {
		f()
	}
}

// tab is a tab of the browser.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// open opens a tab that closes with the test.
func open(t *testing.T) tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(need(browser)(t))
	t.Cleanup(cancel)
	w := tab{t, ctx}
	w.must(chromedp.Do(ctx)) // a tab lives as long as the context of its first call
	return w
}

// pool opens two tabs, for tests that run beside each other, and returns what
// lends one to a test.
func pool(t *testing.T) (lend func(*testing.T) tab) {
	t.Helper()
	tabs := make(chan tab, 2)
	for range cap(tabs) {
		tabs <- open(t)
	}
	return func(t *testing.T) tab {
		w := <-tabs
		t.Cleanup(func() { tabs <- w })
		return tab{t, w.ctx}
	}
}

func (w tab) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// run takes steps, each of which may take its time.
func (w tab) run(steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, enough)
	defer cancel()
	w.must(chromedp.Do(ctx, steps...))
}

// get asks the tab for something.
func get[T any](w tab, ask chromedp.Action[T]) T {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, enough)
	defer cancel()
	got, err := chromedp.Run(ctx, ask)
	w.must(err)
	return got
}

// look is how a page is looked at.
type look struct {
	width  int64
	scheme string // light or dark, or print
}

// looks are those that every page must be good in.
var looks = []look{{360, "light"}, {360, "dark"}, {1280, "light"}, {1280, "dark"}}

// sheet is what paper shows: A4 within the margins of 14 mm that style.css asks
// for, at 96 pixels an inch.
var sheet = look{687, "print"}

// put makes the tab's window and colours those of a look.
func (w tab) put(l look) {
	w.t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme",
		Value: l.scheme}}}
	if l == sheet {
		media = emulation.SetEmulatedMediaParams{Media: l.scheme}
	}
	w.run(chromedp.EmulateViewport(l.width, 800), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, media)
		return err
	}))
}

// paper prints what the tab shows on A4, with the margins of the page's own style.
func (w tab) paper() []byte {
	w.t.Helper()
	return get(w, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
}

func (w tab) save(data []byte, dir, name string) {
	w.t.Helper()
	w.must(os.MkdirAll(dir, 0o755))
	w.must(os.WriteFile(filepath.Join(dir, name), data, 0o644))
}
