package dev

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"blandongan/internal/lab"
	"blandongan/internal/lab/chrome"
	"blandongan/templates"
)

// window is a tab of the browser.
type window struct {
	b   *bench
	ctx context.Context
}

func (b *bench) window(ctx context.Context, address string) window {
	b.t.Helper()
	w := window{b, ctx}
	w.run(chromedp.Navigate(b.url + address))
	w.until(connected)
	return w
}

// beside opens another tab of the same browser.
func (w window) beside(address string) window {
	w.b.t.Helper()
	ctx, cancel := chromedp.NewContext(w.ctx)
	w.b.t.Cleanup(cancel)
	w.b.must(chromedp.Do(ctx)) // a tab lives as long as the context of its first call
	return w.b.window(ctx, address)
}

func (w window) run(actions ...chromedp.Action[chromedp.Void]) {
	w.b.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, enough)
	defer cancel()
	w.b.must(chromedp.Do(ctx, actions...))
}

// is asks the page; one that is just being loaded answers no.
func (w window) is(expression string) bool {
	ctx, cancel := context.WithTimeout(w.ctx, enough)
	defer cancel()
	yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
	return err == nil && yes
}

// until asks again and again.
func (w window) until(expression string) {
	w.b.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(enough); !w.is(expression); <-tick.C {
		if time.Now().After(end) {
			ctx, cancel := context.WithTimeout(w.ctx, time.Second)
			defer cancel()
			text, _ := chromedp.Run(
				ctx,
				chromedp.Evaluate[string]("location.href + '\\n' + document.documentElement.outerHTML"),
			)
			w.b.t.Fatalf("waited for %s at %s", expression, text)
		}
	}
}

func (w window) must(expressions ...string) {
	w.b.t.Helper()
	for _, e := range expressions {
		if !w.is(e) {
			w.b.t.Errorf("not so: %s", e)
		}
	}
}

// shoot makes a picture, for people to judge.
func (w window) shoot(file string) {
	w.b.t.Helper()
	png, err := chromedp.Run(w.ctx, chromedp.CaptureScreenshot())
	w.b.must(err)
	w.b.must(os.WriteFile(file, png, 0o644))
}

// What tests ask a page.
const (
	ours      = `document.querySelector('blandongan-watch').shadowRoot`
	connected = `document.readyState === 'complete' && document.querySelector('blandongan-watch')`
	covered   = ours + `.querySelector('dialog').open`
	mark      = `window.mark = true`
	marked    = `window.mark`
	unmarked  = `!window.mark && ` + connected
)

func shows(text string) string {
	return `document.body.textContent.includes(` + strconv.Quote(text) + `)`
}

func TestBrowserShowsSaves(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	w := b.window(ctx, articlePage)
	other := w.beside("/program/air-bersih/")
	w.must(mark)
	other.must(mark)
	b.edit(article, "Keran baru", "Keran kelihatan")
	w.until(shows("Keran kelihatan"))
	w.until(unmarked)
	// A change of both comes after this one, and in order.
	other.must(marked, "!"+shows("Keran kelihatan"))
	b.edit("data/programs/air-bersih.yaml", "name: Air Bersih", "name: Air Jernih")
	other.until(shows("Air Jernih"))
}

func TestBrowserSwapsStyleSheets(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t)
	css, err := templates.FS.ReadFile("assets/style.css")
	b.must(err)
	b.write("templates/assets/style.css", string(css))
	b.start()
	w := b.window(ctx, articlePage)
	w.must(mark)
	for _, colour := range []string{"rgb(1, 2, 3)", "rgb(4, 5, 6)"} {
		b.write("templates/assets/style.css", string(css)+"\nh1 { color: "+colour+"; }\n")
		w.until(
			`getComputedStyle(document.querySelector('h1')).color === '` + colour +
				`' && document.querySelectorAll('link[rel=stylesheet]').length === 1`,
		)
		w.must(marked)
	}
	b.edit(article, "Keran baru", "Keran berwarna")
	w.until(shows("Keran berwarna"))
	w.until(unmarked)
	w.must(`getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'`)
}

func TestBrowserKeepsItsPlace(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t)
	b.write(article, b.read(article)+strings.Repeat("\nSebuah paragraf yang panjang sekali.\n", 200))
	b.start()
	for _, anchor := range []string{"", "#isi"} {
		w := b.window(ctx, articlePage+anchor)
		w.must(`(scrollTo(0, 3000), scrollY === 3000)`, mark)
		b.edit(article, "Sebuah paragraf", "Satu paragraf")
		w.until(shows("Satu paragraf") + ` && scrollY === 3000`)
		w.until(unmarked)
		b.edit(article, "Satu paragraf", "Sebuah paragraf")
		w.until(shows("Sebuah paragraf") + ` && scrollY === 3000`)
	}
}

func TestBrowserShowsProblems(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	w := b.window(ctx, articlePage)
	w.must(mark, `(document.querySelector('main a').focus(), document.activeElement.localName === 'a')`)
	good := b.read(article)
	b.write(
		article,
		strings.Replace(
			good,
			"date: 2024-04-01 09:30",
			`date: "<img src=x onerror='window.hit=1'>`+strings.Repeat("panjang", 30)+`"`,
			1,
		),
	)
	b.edit("data/kecamatan/hulu.yaml", "borders: [hilir]", "border: [hilir]")
	w.until(covered + ` && ` + ours + `.querySelectorAll('li').length >= 2`)
	w.must(
		ours+`.querySelector('dialog').getAttribute('role') === 'alertdialog'`,
		ours+`.querySelector('li .place').textContent === 'content/news/keran-baru.md:3:7'`,
		ours+`.querySelector('li pre').textContent.includes("<img src=x")`,
		ours+`.activeElement.localName === 'h2'`,
		`!`+ours+`.querySelector('img') && !window.hit`,
		marked, // shown over the page, without loading it again
		shows("Keran baru"),
	)
	w.run(chromedp.EmulateViewport(320, 600))
	w.must(
		ours+`.querySelector('dialog').getBoundingClientRect().right <= 320`,
		ours+`.querySelector('dialog').scrollWidth <= 320`,
	)
	if shot := os.Getenv("BLANDONGAN_SHOT"); shot != "" {
		w.shoot(shot + "-320.png")
		w.run(chromedp.EmulateViewport(1000, 700))
		w.shoot(shot + ".png")
	}
	w.run(chromedp.KeyEvent("\x1b"))
	w.until(`!` + covered + ` && !` + ours + `.querySelector('.show').hidden`)
	w.must(`document.activeElement.localName === 'a'`) // focus is where it was
	w.must(`(` + ours + `.querySelector('.show').click(), ` + covered + `)`)
	b.write(article, good)
	w.until(`![...` + ours + `.querySelectorAll('.place')].some(p => p.textContent.startsWith('content/'))`)
	w.must(covered)
	b.edit("data/kecamatan/hulu.yaml", "border: [hilir]", "borders: [hilir]")
	w.until(`!` + covered + ` && ` + ours + `.querySelector('.show').hidden`)
	w.must(marked) // the page is what it was before the trouble
}

// What the desk found waits behind a button that keyboards reach, and lies over nothing
// until it is asked for.
func TestBrowserOpensTheDesk(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	const badge, desk = ours + `.querySelector('button.desk')`, ours + `.querySelector('.panel')`
	w := b.window(ctx, articlePage)
	w.must(mark)
	b.edit(article, "Keran ketiga dibuka. Lihat", "Keran ketiga dibuka, [klik di sini](https://lain.example/). Lihat")
	w.until(unmarked + ` && ` + desk + `.textContent.includes('klik di sini')`)
	w.must(`!`+badge+`.hidden`, desk+`.hidden`, badge+`.getAttribute('aria-expanded') === 'false'`,
		badge+`.getAttribute('aria-label').includes('meja redaksi')`, badge+`.getBoundingClientRect().width < 90`)
	w.run(chromedp.KeyEvent("\t")) // whatever has the focus, the button can
	w.must(badge + `.focus() || ` + ours + `.activeElement === ` + badge)
	w.run(chromedp.KeyEvent("\r"))
	w.until(`!` + desk + `.hidden && ` + badge + `.getAttribute('aria-expanded') === 'true'`)
	w.must(ours+`.activeElement === `+desk, desk+`.querySelector('li .place').textContent.startsWith('`+article+`:')`)
	// It stays open while the page is mended, and goes when nothing is left.
	b.edit(article, "klik di sini", "laporan lengkapnya")
	w.until(`!` + desk + `.textContent.includes('klik di sini') && ` + connected)
	w.until(`!` + desk + `.hidden || ` + badge + `.hidden`)
	b.edit(article, "laporan lengkapnya", "di sini")
	w.until(desk + `.textContent.includes('di sini') && !` + desk + `.hidden`)
	w.until(desk + `.focus() || ` + ours + `.activeElement === ` + desk)
	w.run(chromedp.KeyEvent("\u001b"))
	w.until(desk + `.hidden && ` + ours + `.activeElement === ` + badge)
}

func TestBrowserLosesPages(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	w := b.window(ctx, "/tentang/")
	w.must(mark)
	text := b.read("content/pages/tentang.md")
	nav := b.read("data/site.yaml")
	b.edit("data/site.yaml", `  - {label: Tentang, link: "page:tentang"}`, "")
	b.must(os.Remove(b.file("content/pages/tentang.md")))
	w.until(ours + `.querySelector('.note a')?.getAttribute('href') === '/'`)
	w.must(marked, shows("Ini kota contoh"))
	b.write("content/pages/tentang.md", text)
	b.write("data/site.yaml", nav)
	w.until(unmarked + ` && !` + ours + `.querySelector('.note a')`)
}

// A tab outlives the watch it was opened under.
func TestBrowserComesBack(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	w := b.window(ctx, articlePage)
	w.must(mark)
	port := b.port()
	b.stop()
	w.until(`!` + ours + `.querySelector('.lost').hidden`)
	b.edit(article, "Keran baru", "Keran kembali")
	b.config.Addr, b.config.Builder = port, nil
	b.start()
	w.until(shows("Keran kembali"))
	w.until(unmarked)
}

// Many tabs of one browser do not use up its connections.
func TestBrowserWithManyTabs(t *testing.T) {
	lab.Slow(t)
	ctx := chrome.Start(t)
	b := prepare(t).start()
	first := b.window(ctx, articlePage)
	for range 8 {
		first.beside(articlePage)
	}
	b.edit(article, "Keran baru", "Keran banyak")
	last := first.beside("/tentang/")
	last.must(shows("Ini kota contoh"))
	first.must(`dispatchEvent(new Event('focus'))`) // somebody turns to it
	first.until(shows("Keran banyak"))
}
