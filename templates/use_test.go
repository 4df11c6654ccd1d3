package templates_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press clicks what an expression names, or gives it the focus and presses a key.
func (w tab) press(element, key string) {
	w.t.Helper()
	if key != "" {
		w.run(chromedp.Evaluate[chromedp.Void](asks+element+".focus()"), chromedp.KeyEvent(key))
		return
	}
	at := get(w, chromedp.Evaluate[[]float64](fmt.Sprintf("%sspot(%s)", asks, element)))
	if len(at) != 2 {
		w.t.Errorf("%s cannot be hit with a finger", element)
		return
	}
	w.run(chromedp.MouseClickXY(at[0], at[1]))
}

// TestMapIsUsed chooses each figure that the map of kecamatan is shaded by, and
// follows the map into every kecamatan: by finger and by key, on a phone.
func TestMapIsUsed(t *testing.T) {
	patiently(t)
	for _, f := range faces(t) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			w.run(chromedp.EmulateViewport(320, 640), chromedp.Navigate(f.url+"kecamatan/"))
			choices := get(w, chromedp.Evaluate[[]string](asks+"choices()"))
			if len(choices) < 2 {
				t.Fatalf("%d figures to choose", len(choices))
			}
			for _, key := range []string{"", kb.Enter} {
				for i, id := range choices {
					w.press(fmt.Sprintf("chooser()[%d]", i), key)
					for _, fault := range get(w, chromedp.Evaluate[[]string](asks+"clashes()")) {
						t.Errorf("%s: %s", id, fault)
					}
					if seen := get(w, chromedp.Evaluate[[]string](asks+"seen()")); !slices.Equal(seen, []string{id}) {
						t.Errorf("chosen %s, seen %v", id, seen)
					}
				}
			}
			want := 0
			for _, page := range f.pages(t) {
				if page.kind == "profile" && strings.HasPrefix(page.name, "kecamatan/") { // in the language of the map
					want++
				}
			}
			w.follow(want) // the map that was chosen last
			w.run(chromedp.Navigate(f.url))
			w.follow(want)
		})
	}
}

// TestColumnsAreChosen chooses each group of columns of the comparison: a telephone begins
// with the first, a wide screen shows all, and so does the last link.
func TestColumnsAreChosen(t *testing.T) {
	patiently(t)
	const shown = `[...document.querySelectorAll("#angka thead [class*=' g']")].filter(th => th.offsetParent)` +
		`.map(th => th.className.match(/ g(\d)/)[1])`
	for _, f := range faces(t) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			w.run(chromedp.EmulateViewport(1280, 800), chromedp.Navigate(f.url+"kecamatan/"))
			all := get(w, chromedp.Evaluate[[]string](shown))
			w.run(chromedp.EmulateViewport(360, 640))
			first := get(w, chromedp.Evaluate[[]string](shown))
			links := get(w, chromedp.Evaluate[int]("document.querySelectorAll('.columns a').length"))
			if groups := slices.Compact(slices.Clone(all)); len(groups) < 2 || len(groups) != links-1 || !slices.Equal(
				first, slices.DeleteFunc(slices.Clone(all), func(g string) bool { return g != "1" })) {
				t.Fatalf("%d links choose of %v, and a telephone begins with %v", links, all, first)
			}
			for i := range links {
				w.press(fmt.Sprintf("document.querySelectorAll('.columns a')[%d]", i), kb.Enter)
				got := get(w, chromedp.Evaluate[[]string](shown))
				want := slices.DeleteFunc(slices.Clone(all),
					func(g string) bool { return i < links-1 && g != fmt.Sprint(i+1) })
				if !slices.Equal(got, want) {
					t.Errorf("link %d shows %v, not %v", i, got, want)
				}
			}
		})
	}
}

// TestFolds sees what a telephone folds: a touch opens it there, and a wide screen folds nothing.
func TestFolds(t *testing.T) {
	patiently(t)
	const seen = `[...document.querySelectorAll("main .fold")].map(f => [...f.children].map(c => c.checkVisibility()))`
	for _, f := range faces(t) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			w.run(chromedp.EmulateViewport(1280, 800), chromedp.Navigate(f.url+"kota/"))
			all := func(summary, rest bool) bool {
				folds := get(w, chromedp.Evaluate[[][]bool](seen))
				for _, fold := range folds {
					if fold[0] != summary || slices.Contains(fold[1:], !rest) {
						t.Logf("%v", folds)
						return false
					}
				}
				return len(folds) > 2
			}
			if !all(false, true) {
				t.Error("a wide screen folds")
			}
			w.run(chromedp.EmulateViewport(360, 640))
			if !all(true, false) {
				t.Error("a telephone does not fold")
			}
			for i := range len(get(w, chromedp.Evaluate[[][]bool](seen))) {
				w.press(fmt.Sprintf("document.querySelectorAll('main .fold > summary')[%d]", i), kb.Enter)
			}
			if !all(true, true) {
				t.Error("a telephone stays folded")
			}
		})
	}
}

// follow takes every link of the map that is seen, without leaving the page.
func (w tab) follow(want int) {
	w.t.Helper()
	areas := get(w, chromedp.Evaluate[[]string](asks+"stay(), areas().map(a => a.href.baseVal)"))
	if len(slices.Compact(slices.Sorted(slices.Values(areas)))) != want {
		w.t.Errorf("the map leads to %q, not to %d kecamatan", areas, want)
	}
	for i, area := range areas {
		for _, key := range []string{"", kb.Enter} {
			w.press(fmt.Sprintf("areas()[%d]", i), key)
			if at := get(w, chromedp.Evaluate[string](asks+"went")); at != area {
				w.t.Errorf("the map leads to %q, not to %s", at, area)
			}
		}
	}
}
