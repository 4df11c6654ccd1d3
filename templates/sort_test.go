package templates_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"blandongan/templates"
)

// sortedPage has what the real tables may lack: the missing, the negative, the
// equal, and a table that is not sorted.
const sortedPage = `<!doctype html><html lang="id"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Uji</title><style>button { padding: 9px }</style>
<table data-sortable><thead><tr><th>Nama</th><th class="num">Nilai <small>jiwa</small></th></tr></thead><tbody>
<tr><th>Ciputat 10</th><td data-sort="1000">1.000</td></tr>
<tr><th>Élok</th><td data-sort="">–</td></tr>
<tr><th>Ciputat 9</th><td data-sort="90.5">90,5</td></tr>
<tr><th>Damai</th><td data-sort="90.5">90,5</td></tr>
<tr><th>awal</th><td data-sort="-2">-2</td></tr>
</tbody></table><table><thead><tr><th>Lain</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<script>SCRIPT</script>`

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

// TestTableIsSorted sorts the comparison of kecamatan, and a table of hard cases, by
// every column: with a finger, with Enter and with the space bar.
func TestTableIsSorted(t *testing.T) {
	patiently(t)
	script, err := fs.ReadFile(templates.FS, "assets/sort.js")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "uji.html")
	if err := os.WriteFile(file, []byte(strings.Replace(sortedPage, "SCRIPT", string(script), 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	urls := map[string]string{"hard": "file://" + file}
	for _, f := range faces(t) {
		urls[f.name] = f.url + "kecamatan/#kolom-semua" // else a telephone shows a few columns
	}
	for name, url := range urls {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			w.run(chromedp.Navigate(url), chromedp.EmulateViewport(360, 800))
			columns := get(w, chromedp.Evaluate[int](asks+"column(0).columns"))
			if columns < 2 || columns != get(w,
				chromedp.Evaluate[int]("document.querySelectorAll('th > button').length")) {
				t.Fatalf("%d columns, or another number of buttons", columns)
			}
			for i := range columns {
				w.sortBy(i)
			}
			w.press("buttons()[0]", "")
			w.press("buttons()[1]", "")
			if c := w.column(1); c.Sort == "" || c.Others != 1 {
				t.Errorf("a second column does not take over: %+v", c)
			}
		})
	}
}

// sortBy presses the head of a column three times.
func (w tab) sortBy(i int) {
	w.t.Helper()
	before := w.column(i)
	w.press(fmt.Sprintf("buttons()[%d]", i), "")
	first := w.column(i)
	w.sorted(first, before)
	if (first.Sort == "descending") != first.Number {
		w.t.Errorf("column %d is %s at first", i, first.Sort)
	}
	w.press(fmt.Sprintf("buttons()[%d]", i), kb.Enter)
	second := w.column(i)
	w.sorted(second, before)
	if first.Sort == second.Sort {
		w.t.Errorf("column %d is %s twice", i, first.Sort)
	}
	w.press(fmt.Sprintf("buttons()[%d]", i), " ")
	if third := w.column(i); third.Sort != "" || !slices.Equal(third.Rows, before.Rows) {
		w.t.Errorf("column %d: the third press does not bring back the order there was: %v", i, third)
	}
}

// sorted wants a column to be in the order it says, with what is missing last, what
// is equal as it was, and all the rows that there were.
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
	for i := 1; i < len(c.Rows); i++ {
		if c.Cells[i] == c.Cells[i-1] && slices.Index(before.Rows, c.Rows[i]) < slices.Index(before.Rows, c.Rows[i-1]) {
			w.t.Errorf("equal rows have changed places: %q", c.Rows)
		}
	}
	if have, had := slices.Sorted(slices.Values(c.Rows)),
		slices.Sorted(slices.Values(before.Rows)); !slices.Equal(have, had) {
		w.t.Errorf("the rows were %q and are %q", had, have)
	}
}
