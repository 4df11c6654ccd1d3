package templates_test

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// column is a column of a table, from top to bottom.
type column struct {
	Sort   string   // aria-sort
	Others int      // columns that say they are the order
	Number bool     // its cells are numbers
	Cells  []string // what they are sorted by
	Rows   []string // the first cells of the rows
}

func (w tab) column(i int) column {
	w.t.Helper()
	return get(w, chromedp.Evaluate[column](fmt.Sprintf(asks+"column(%d)", i)))
}

// TestTableIsSorted sorts the comparison of kecamatan by every column: with a
// finger, with Enter and with the space bar.
func TestTableIsSorted(t *testing.T) {
	patiently(t)
	for _, f := range faces(t) {
		t.Run(f.name, func(t *testing.T) {
			w := open(t)
			w.run(chromedp.Navigate(f.url+"kecamatan/"), chromedp.EmulateViewport(360, 800))
			columns := get(w, chromedp.Evaluate[int](asks+"column(0).columns"))
			if columns < 3 {
				t.Fatalf("%d columns", columns)
			}
			for i := range columns {
				before := w.column(i)
				w.press(fmt.Sprintf("buttons()[%d]", i), "")
				first := w.column(i)
				w.sorted(first, before)
				w.press(fmt.Sprintf("buttons()[%d]", i), kb.Enter)
				second := w.column(i)
				w.sorted(second, before)
				if first.Sort == second.Sort {
					t.Errorf("column %d is %s twice", i, first.Sort)
				}
				w.press(fmt.Sprintf("buttons()[%d]", i), " ")
				if third := w.column(i); third.Sort != "" || !slices.Equal(third.Rows, before.Rows) {
					t.Errorf("column %d: the third press does not bring back the order there was: %v", i, third)
				}
			}
		})
	}
}

// sorted wants a column to be in the order it says, with what is missing last,
// and all the rows that there were.
func (w tab) sorted(c, before column) {
	w.t.Helper()
	sign := map[string]int{"ascending": 1, "descending": -1}[c.Sort]
	if sign == 0 || c.Others != 1 {
		w.t.Errorf("aria-sort is %q, and given to %d columns", c.Sort, c.Others)
	}
	cells := slices.DeleteFunc(slices.Clone(c.Cells), func(s string) bool { return s == "" })
	if i := slices.Index(c.Cells, ""); i >= 0 && i != len(cells) {
		w.t.Errorf("what is missing is not last: %q", c.Cells)
	}
	compare := collate.New(language.Indonesian, collate.Numeric).CompareString // as in English
	if c.Number {
		compare = func(a, b string) int {
			x, err := strconv.ParseFloat(a, 64)
			y, err2 := strconv.ParseFloat(b, 64)
			w.must(cmp.Or(err, err2))
			return cmp.Compare(x, y)
		}
	}
	if !slices.IsSortedFunc(cells, func(a, b string) int { return sign * compare(a, b) }) {
		w.t.Errorf("not %s: %q", c.Sort, c.Cells)
	}
	if have, had := slices.Sorted(slices.Values(c.Rows)), slices.Sorted(slices.Values(before.Rows)); !slices.Equal(have, had) {
		w.t.Errorf("the rows were %q and are %q", had, have)
	}
}

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
				if page.kind == "profile" {
					want++
				}
			}
			w.follow(want) // the map that was chosen last
			w.run(chromedp.Navigate(f.url))
			w.follow(want)
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
