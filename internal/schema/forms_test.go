package schema_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/lab"
	"blandongan/internal/lab/chrome"
	"blandongan/internal/schema"
	"blandongan/templates"
)

// cms is Decap CMS as its package on npm has it, in a browser, over files in the page's memory.
type cms struct {
	t   *testing.T
	ctx context.Context
}

// page is Decap's own page; files are what its backend for trials finds.
const cmsPage = `<!doctype html><meta charset="utf-8"><title>Decap</title>` +
	`<script>window.repoFiles = %s; window.said = []; ` +
	`window.alert = window.confirm = m => window.said.push(m)</script>` +
	`<body><script src="/decap-cms.js"></script>`

func startCMS(t *testing.T, config string, files map[string]any) cms {
	t.Helper()
	modules, err := lab.Packages("../../.ci")
	if err != nil {
		lab.Lack(t, "%v", err)
	}
	config = strings.Replace(config, `name: "github"`, `name: "test-repo"`, 1)
	config = strings.Replace(config, "local_backend: true\n", "", 1)
	text, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	scripts := http.FileServer(http.Dir(filepath.Join(modules, "decap-cms", "dist")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprintf(w, cmsPage, text)
		case "/config.yml":
			fmt.Fprint(w, config)
		default:
			scripts.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	c := cms{t, chrome.Start(t)}
	if err := chromedp.Do(c.ctx, chromedp.Navigate(server.URL+"/")); err != nil {
		t.Fatal(err)
	}
	return c
}

// ask returns what an expression is in the page.
func (c cms) ask(expression string) string {
	ctx, cancel := context.WithTimeout(c.ctx, time.Minute)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		return ""
	}
	return text
}

// until waits for an expression to be something.
func (c cms) until(expression string) string {
	c.t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(20 * time.Second); ; <-tick.C {
		switch answer := c.ask(expression); {
		case answer != "" && answer != "false" && answer != "undefined" && answer != "null":
			return answer
		case time.Now().After(end):
			at := c.ask("[...window.said, document.body.innerText].join('\\n')")
			c.t.Fatalf("waited for %s at: %s", expression, at)
		}
	}
}

// fill types into a field of the form, as React hears it.
func (c cms) fill(key, text string) {
	c.t.Helper()
	c.until(fmt.Sprintf(`(() => {
		const field = document.querySelector('[id^="%s-field-"]')
		if (!field) return false
		const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement
		Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, %q)
		field.dispatchEvent(new Event("input", {bubbles: true}))
		return true
	})()`, key, text))
}

func (c cms) click(label string) {
	c.t.Helper()
	c.until(fmt.Sprintf(`(() => {
		const button = [...document.querySelectorAll("button, [role=button], [role=menuitem]")]
			.find(b => b.innerText.trim() === %q)
		button?.click()
		return !!button
	})()`, label))
}

func cityOf(t *testing.T) (fstest.MapFS, *schema.Maker) {
	t.Helper()
	files := archive(t, "../build/testdata/base.txtar", "")
	m := schema.New(build.New(build.Config{Root: files, Templates: templates.FS}).Examine(now).Site)
	for name, f := range files {
		m.Look(name, f.Data)
	}
	return files, m
}

// loaded is what the page says once it has looked at its configuration.
const loaded = `/Login|Error/.test(document.body.innerText) && document.body.innerText`

// Decap takes our configurations by its own checks: that of the project, and of the city that has every key.
func TestDecapTakesTheConfiguration(t *testing.T) {
	lab.Slow(t)
	all := sites(t)
	for _, s := range []aSite{all[0], all[2]} {
		known := build.New(build.Config{Root: s.files, Templates: templates.FS}).Examine(now)
		m := schema.New(known.Site)
		for name, f := range s.files {
			m.Look(name, f.Data)
		}
		c := startCMS(t, string(m.Decap()), nil)
		if said := c.until(loaded); strings.Contains(said, "Error") {
			t.Errorf("%s: %s", s.name, said)
		}
	}
	_, m := cityOf(t)
	broken := strings.Replace(string(m.Decap()), `widget: "relation"`, `widget: "number"`+"\n        step: \"any\"", 1)
	if said := startCMS(t, broken, nil).until(loaded); !strings.Contains(said, "step' must be number") {
		t.Errorf("a broken configuration passes: %s", said)
	}
}

// An article that is filled in by form is whole: the site with it has no problem.
func TestDecapForms(t *testing.T) {
	lab.Slow(t)
	files, m := cityOf(t)
	c := startCMS(t, string(m.Decap()), map[string]any{})
	c.click("Login")
	c.until(`/Berita/.test(document.body.innerText)`)
	c.ask(`location.hash = "#/collections/news/new"`)
	c.fill("title", "Keran keempat")
	c.fill("date", "2026-11-20")
	c.fill("summary", "Keran keempat dibuka: warga tak lagi antre.")
	c.fill("tags", "air, warga")
	c.until(`document.querySelector("[contenteditable=true]")`)
	err := chromedp.Do(c.ctx,
		chromedp.Click("[contenteditable=true]"), chromedp.KeyEvent("Keran itu di Hulu."))
	if err != nil {
		t.Fatal(err)
	}
	// The form hears of what is typed into its text a moment later.
	article := c.until(`(() => {
		const file = window.repoFiles?.content?.news?.["keran-keempat.md"]
		const named = name => [...document.querySelectorAll("[role=button], [role=menuitem], button")]
			.find(b => b.innerText.trim() === name)
		if (!file) (named("Publish now") ?? named("Publish"))?.click()
		return file?.content
	})()`)
	files["content/news/keran-keempat.md"] = &fstest.MapFile{Data: []byte(article), Mode: 0o644, ModTime: now}
	problems := build.New(build.Config{Root: files, Templates: templates.FS}).Examine(now).Problems
	for _, p := range problems {
		if strings.HasSuffix(p.Place.File, "keran-keempat.md") {
			t.Errorf("%s: %s\n%s", p.Place, p.Text(diag.English), article)
		}
	}
	for _, want := range []string{"title: Keran keempat\n", "date: 2026-11-20\n", "- air\n"} {
		if !strings.Contains(article, want) {
			t.Errorf("the article lacks %q:\n%s", want, article)
		}
	}
}
