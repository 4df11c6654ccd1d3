package templates_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestKeys walks through one page of each kind with the Tab key, on a phone's
// width and on a desk's.
func TestKeys(t *testing.T) {
	patiently(t)
	lend := pool(t)
	for _, f := range faces(t) {
		for _, page := range f.kinds(t) {
			t.Run(f.name+"/"+page.kind, func(t *testing.T) {
				t.Parallel()
				w := lend(t)
				for _, l := range []look{looks[0], looks[3]} {
					w.put(l)
					w.run(chromedp.Navigate(page.url))
					for _, fault := range w.walk() {
						t.Errorf("%d px: %s", l.width, fault)
					}
				}
				w.skip(page.url)
			})
		}
	}
}

// walk presses Tab from the start of a page until it is left, and returns what is
// wrong: what is passed over, met twice or out of order, or does not show that it
// has the focus.
func (w tab) walk() []string {
	w.t.Helper()
	stops := get(w, chromedp.Evaluate[int](asks+"marked()"))
	var faults []string
	for next := 0; ; {
		w.run(chromedp.KeyEvent(kb.Tab))
		here := get(w, chromedp.Evaluate[struct {
			At    int    `json:"at"`
			Fault string `json:"fault"`
		}]("here()"))
		if here.Fault != "" {
			faults = append(faults, here.Fault)
		}
		switch {
		case here.At == -2: // a box that scrolls is a stop of the browser's own
			continue
		case here.At < 0 || here.At == 0 && next > 0:
			for ; next < stops; next++ {
				faults = append(faults, "not reached: "+get(w,
					chromedp.Evaluate[string](fmt.Sprintf("stop(%d)", next))))
			}
			return faults
		case here.At != next:
			return append(faults, fmt.Sprintf("Tab leads from stop %d to %d", next-1, here.At))
		}
		next++
	}
}

// skip takes the link that leads past the head of the page: it is seen when it
// has the focus, and Tab goes on inside the main part.
func (w tab) skip(url string) {
	w.t.Helper()
	w.run(chromedp.Navigate(url), chromedp.KeyEvent(kb.Tab))
	if !get(w,
		chromedp.Evaluate[bool](`(e => e.matches('.skip') && e.getBoundingClientRect().top >= 0 &&
			e.getBoundingClientRect().left >= 0)(document.activeElement)`)) {
		w.t.Error("the first stop is not a link past the head, in sight")
	}
	w.run(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if !get(w,
		chromedp.Evaluate[bool](`document.querySelector('main').contains(document.activeElement) ||
			!document.querySelector('main a[href]')`)) {
		w.t.Error("the link past the head does not lead into the main part")
	}
}
