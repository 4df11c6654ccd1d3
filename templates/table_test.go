package templates_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tables is a page with tables that surely fit a telephone, the widest of them among these, and some that do not.
const tables = `---
title: Tables
---

| Measured beyond all imagination | Responsibilities | Acknowledgements |
|---|---|---|
| a | b | c |

| Responsibilities | Acknowledgements | Characteristics |
|---|---|---|
| a | b | c |

## Taps & wells

| WWWWWW | WWWWWWW |
|---|--:|
| mmmmmm | wwwwwww |

| nnnnnnnnnnn | nnnnnnnnnnn |
|---|---|
| **I am ggggggggggg** | ~~iiiiiiiiii0000~~ |

| WWW | WWW | WWW | WW |
|---|:-:|---|---|
| mmm | mmm | mmm | mm |

## Pipes

1. In a list.

   | Responsibilities | Acknowledgements | Characteristics |
   |---|---|---|
   | d | e | f |

| Responsibilities | Acknowledgements | Characteristics |
|---|---|---|
| g | h | i |
`

// seeTables are the names of the tables that are a stop of the Tab key, the scrolled of all boxes with a table that
// are none, and how the cells stand.
const seeTables = `({
	Stops: [...document.querySelectorAll(".body .scroll[tabindex='0'][role]")].map(e => e.getAttribute("aria-label")),
	Tables: document.querySelectorAll(".body .scroll > table").length,
	Lost: [...document.querySelectorAll(".body *:not([tabindex])")].filter(e => e.scrollWidth > e.clientWidth &&
		getComputedStyle(e).overflowX === "auto").length,
	Aligned: [...document.querySelectorAll("td[class]")].map(e => getComputedStyle(e).textAlign),
})`

// TestTablesInProse holds that a table of an editor which is too wide for a telephone is a stop of the keyboard with
// a name, and moves by the arrow keys, and that one which surely fits does not stand in the way.
func TestTablesInProse(t *testing.T) {
	patiently(t)
	dir := cityFolder(t)
	write(t, filepath.Join(dir, "content/pages/tables.en.md"), tables)
	write(t, filepath.Join(dir, "content/pages/tables.md"), strings.Replace(tables, "Tables", "Tabel", 1))
	f, err := raise("tables", dir, "/", when)
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(f.dir)
	defer f.server.Close()
	w := open(t)
	for address, names := range map[string][]string{
		"tables/":    {"Tabel", "Tabel (2)", "Tabel: Pipes", "Tabel: Pipes (2)"},
		"en/tables/": {"Table", "Table (2)", "Table: Pipes", "Table: Pipes (2)"},
	} {
		for _, fault := range w.audit(f, f.url+address, looks) {
			t.Errorf("%s: %s", address, fault)
		}
		w.run(chromedp.EmulateViewport(320, 640), chromedp.Navigate(f.url+address))
		type seen struct {
			Stops        []string
			Tables, Lost int
			Aligned      []string
		}
		if got, want := get(w, chromedp.Evaluate[seen](seeTables)),
			(seen{names, 7, 0, []string{"right", "center"}}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, not %+v", address, got, want)
		}
		for _, fault := range w.walk() {
			t.Errorf("%s: %s", address, fault)
		}
		w.run(chromedp.Evaluate[chromedp.Void](`document.querySelector(".scroll[tabindex]").focus()`),
			chromedp.KeyEvent(kb.ArrowRight))
		if !get(w, chromedp.Evaluate[bool](`new Promise(done => {
			const box = document.activeElement, end = performance.now() + 5000;
			const look = () => box.scrollLeft > 0 || performance.now() > end ? done(box.scrollLeft > 0) : requestAnimationFrame(look);
			look();
		})`, chromedp.EvalAwaitPromise)) {
			t.Errorf("%s: the arrow keys do not move the table", address)
		}
	}
}
