package templates_test

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// opened is the page of the search as it is used.
type opened struct {
	Typed, Address, Told string
	Lists                bool     // the lists below are seen
	Titles, Heads, Marks []string // of what was found
	Focus                int      // -1 nowhere, 0 in the field, n at the n-th of what was found
}

// told waits until something holds in the page.
func (w tab) told(condition string) {
	w.t.Helper()
	w.run(chromedp.Evaluate[chromedp.Void](asks))
	if !get(w, chromedp.Evaluate[bool](fmt.Sprintf("within(%v, () => %s)", enough.Milliseconds()/6, condition),
		chromedp.EvalAwaitPromise)) {
		w.t.Fatalf("never: %s: %+v", condition, w.opened())
	}
}

func (w tab) opened() opened {
	w.t.Helper()
	return get(w, chromedp.Evaluate[opened]("opened()"))
}

// ask types a question in place of another, and waits for what is told of it.
func (w tab) ask(question string) opened {
	w.t.Helper()
	w.run(chromedp.Evaluate[chromedp.Void](asks+"document.getElementById('tanya').select()"),
		chromedp.KeyEvent(question))
	w.told(fmt.Sprintf("told().includes(%q)", question))
	return w.opened()
}

// want holds what is seen against what should be.
func (w tab) want(what string, holds bool) {
	w.t.Helper()
	if !holds {
		w.t.Errorf("%s: %+v", what, w.opened())
	}
}

// TestSearchIsUsed types, walks, follows, comes back and clears, in both languages of each site.
func TestSearchIsUsed(t *testing.T) {
	patiently(t)
	for _, f := range faces(t) {
		for _, page := range f.pages(t) {
			if page.kind != "search" || f.name+"/"+page.name == "away/id/cari/index.html" {
				continue // that edition has no page of a kecamatan, so none is found in it
			}
			t.Run(f.name+"/"+page.name, func(t *testing.T) {
				t.Parallel()
				w := open(t)
				w.put(looks[0])
				heard := w.listen(f)
				w.run(chromedp.Navigate(page.url))
				place := get(w, chromedp.Evaluate[string]("document.querySelector('#kecamatan a').textContent"))
				w.finds(place)
				w.walksResults(place)
				w.comesBack(place)
				w.clears()
				w.says()
				w.bears(page.url)
				for _, fault := range heard() {
					t.Error(fault)
				}
				w.judgesResults(place)
				w.isLost(page.url)
			})
		}
	}
}

// finds types the first three letters of a kecamatan's name.
func (w tab) finds(place string) {
	w.t.Helper()
	o := w.ask(place[:3])
	if !slices.Contains(o.Titles[:min(3, len(o.Titles))], place) {
		w.t.Errorf("%s is not among the first three: %q", place, o.Titles)
	}
	w.want("the page as it should be", !o.Lists && len(o.Heads) > 0 && o.Address == "?q="+place[:3] && o.Focus == 0)
	w.want("what was typed is marked", len(o.Marks) > 0 && !slices.ContainsFunc(o.Marks[:1], func(m string) bool {
		return !strings.HasPrefix(strings.ToLower(m), strings.ToLower(place[:3]))
	}))
}

// walksResults goes down and up again with the arrows, and opens what it stands at.
func (w tab) walksResults(place string) {
	w.t.Helper()
	w.ask(place)
	for i, key := range []string{kb.ArrowDown, kb.ArrowDown, kb.ArrowUp, kb.ArrowUp, kb.ArrowDown, kb.Escape} {
		w.run(chromedp.KeyEvent(key))
		w.want(fmt.Sprintf("where key %d leads", i), w.opened().Focus == []int{1, 2, 1, 0, 1, 0}[i])
	}
	w.run(chromedp.KeyEvent(kb.Enter))
	w.told("opened().focus === 1")
	w.run(chromedp.Evaluate[chromedp.Void]("stay()"), chromedp.KeyEvent(kb.Enter))
	w.want("Enter opens it", get(w, chromedp.Evaluate[bool]("went === found()[0].getAttribute('href')")))
	at := get(w, chromedp.Evaluate[string]("location.href"))
	w.run(chromedp.Navigate("about:blank"), chromedp.Navigate(at))
	w.told("found().length && told()")
	w.want("the address leads to what was found", w.opened().Typed == place && w.opened().Address == "?q="+place)
}

// comesBack asks two questions after each other, of which the first was sent.
func (w tab) comesBack(place string) {
	w.t.Helper()
	w.ask(place)
	w.run(chromedp.KeyEvent(kb.Enter))
	w.told("opened().focus === 1")
	w.ask("kelurahan")
	w.run(chromedp.Evaluate[chromedp.Void]("history.back()"))
	w.told(fmt.Sprintf("told().includes(%q)", place))
	w.want("back leads to the question before", w.opened().Typed == place)
}

// clears presses Escape until nothing is left, and comes in again with a slash.
func (w tab) clears() {
	w.t.Helper()
	w.run(chromedp.Evaluate[chromedp.Void]("document.getElementById('tanya').focus()"), chromedp.KeyEvent(kb.Escape))
	w.told("!told()")
	o := w.opened()
	w.want("Escape clears", o.Typed == "" && o.Address == "" && o.Lists && len(o.Titles) == 0 && o.Focus == 0)
	w.run(chromedp.KeyEvent(kb.Escape))
	w.want("Escape leaves", w.opened().Focus == -1)
	// As a key a slash would come twice here: chromedp sends the letter too, whatever became of the key.
	w.want("a slash comes in, and is not typed", !get(w, chromedp.Evaluate[bool](
		"document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true, cancelable: true}))")) &&
		w.opened().Focus == 0)
}

// says that there is nothing, and how much there is; the button shows more of it.
func (w tab) says() {
	w.t.Helper()
	o := w.ask("qqzzxx")
	w.want("nothing is found", len(o.Titles) == 0 && o.Lists && strings.Contains(o.Told, "“qqzzxx”"))
	o = w.ask("kecamatan")
	if !get(w, chromedp.Evaluate[bool]("!!document.querySelector('#hasil .more')")) {
		w.t.Fatalf("no more to show: %+v", o)
	}
	n := len(o.Titles)
	w.press("document.querySelector('#hasil .more')", kb.Enter)
	w.told(fmt.Sprintf("found().length > %d && opened().focus === %d", n, n+1))
}

// bears what no visitor asks: a book as a question, markup, half a letter.
func (w tab) bears(at string) {
	w.t.Helper()
	book := "<img src=x onerror=alert(1)>" + strings.Repeat(" <b>kecamatan", 8000)
	w.run(chromedp.Navigate(at + "?q=" + url.QueryEscape(book)))
	w.told("told()")
	o := w.opened()
	w.want("a book is cut", len(o.Typed) < 300 && len(o.Told) < 600 && strings.HasPrefix(book, o.Typed))
	w.want("what was asked is text", get(w, chromedp.Evaluate[bool](
		"!document.querySelector('#hasil img, #hasil b, #kabar *')")))
	w.run(chromedp.Evaluate[chromedp.Void]("const f = document.getElementById('tanya'); " +
		"f.value = 'kecamatan \\ud83d'; f.dispatchEvent(new Event('input'))"))
	w.told("found().length && location.search.includes('kecamatan')")
}

// judgesResults holds results and answers against what every page must hold.
func (w tab) judgesResults(place string) {
	w.t.Helper()
	w.run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: need(axe)(w.t)})
		return err
	}))
	for _, question := range []string{place, "qqzzxx"} {
		w.ask(question)
		for _, l := range append(looks, look{320, "light"}) {
			w.put(l)
			found := get(w, chromedp.Evaluate[[]string](fmt.Sprintf("judged(%v)", l.scheme == "dark"),
				chromedp.EvalAwaitPromise))
			for _, fault := range append(found, get(w, chromedp.Evaluate[[]string]("outside(false)"))...) {
				w.t.Errorf("%q at %d px, %s: %s", question, l.width, l.scheme, fault)
			}
		}
	}
}

// isLost looks for something while the index cannot be fetched, and again when it can.
func (w tab) isLost(url string) {
	w.t.Helper()
	w.run(chromedp.Navigate(url), chromedp.Evaluate[chromedp.Void](
		"globalThis.kept = fetch, globalThis.fetch = () => Promise.reject(Error('offline'))"))
	w.run(chromedp.Evaluate[chromedp.Void]("document.getElementById('tanya').focus()"), chromedp.KeyEvent("kelurahan"))
	w.told("told()")
	lost := get(w, chromedp.Evaluate[string]("document.querySelector('[data-lost]').dataset.lost"))
	w.want("what cannot be fetched is told", w.opened().Told == lost && w.opened().Lists)
	w.run(chromedp.Evaluate[chromedp.Void]("globalThis.fetch = kept"))
	w.want("it is found afterwards", len(w.ask("kecamatan").Titles) > 0)
}
