package templates_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"blandongan/templates"
)

const sortedPage = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>
<table data-sortable><thead><tr><th>Nama</th><th class="num">Nilai <small>jiwa</small></th></tr></thead><tbody>
<tr><th>Ciputat 10</th><td data-sort="1000">1.000</td></tr>
<tr><th>Élok</th><td data-sort="">–</td></tr>
<tr><th>Ciputat 9</th><td data-sort="90.5">90,5</td></tr>
<tr><th>Damai</th><td data-sort="90.5">90,5</td></tr>
<tr><th>awal</th><td data-sort="-2">-2</td></tr>
</tbody></table><table><thead><tr><th>Lain</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<script>SCRIPT</script>`

// order writes names, what the heads say of their order, and how many buttons
// there are.
const order = `[...document.querySelector("tbody").rows].map(r => r.cells[0].textContent).join(",") + " | " +
	[...document.querySelector("tr").cells].map(c => c.getAttribute("aria-sort") || "-").join(",") + " " + document.querySelectorAll("button").length`

// TestSorting orders a table in a real browser, by click and by key.
func TestSorting(t *testing.T) {
	patiently(t)
	script, err := fs.ReadFile(templates.FS, "assets/sort.js")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "uji.html")
	if err := os.WriteFile(file, []byte(strings.Replace(sortedPage, "SCRIPT", string(script), 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	w := open(t)
	w.run(chromedp.Navigate("file://" + file))
	const original = "Ciputat 10,Élok,Ciputat 9,Damai,awal"
	steps := []struct {
		name   string
		action chromedp.Action[chromedp.Void]
		want   string
	}{
		{"before", chromedp.Focus("button"), original + " | -,- 2"},
		{"numbers begin with the greatest", chromedp.Click("th:nth-child(2) button"), "Ciputat 10,Ciputat 9,Damai,awal,Élok | -,descending 2"},
		{"the missing stays last", chromedp.Click("th:nth-child(2) button"), "awal,Ciputat 9,Damai,Ciputat 10,Élok | -,ascending 2"},
		{"a third press undoes", chromedp.Click("th:nth-child(2) button"), original + " | -,- 2"},
		{"names by key", chromedp.SendKeys("th:nth-child(1) button", kb.Enter), "awal,Ciputat 9,Ciputat 10,Damai,Élok | ascending,- 2"},
		{"and back", chromedp.SendKeys("th:nth-child(1) button", " "), "Élok,Damai,Ciputat 10,Ciputat 9,awal | descending,- 2"},
		{"another column takes over", chromedp.Click("th:nth-child(2) button"), "Ciputat 10,Ciputat 9,Damai,awal,Élok | -,descending 2"},
	}
	for _, step := range steps {
		w.run(step.action)
		got := get(w, chromedp.Evaluate[string](order))
		if got != step.want {
			t.Errorf("%s: %s, want %s", step.name, got, step.want)
		}
	}
}
