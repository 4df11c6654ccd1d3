package templates_test

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// bad has one fault of each sort that a judge looks for.
const bad = `<!doctype html><html lang="en"><head><title>Bad</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<style>
  .skip:not(:focus) { position: absolute; left: -9999px }
  .faint { color: #999; background: #fff }
  @media (prefers-color-scheme: dark) { .night { color: #333; background: #000 } }
  @media (min-width: 1000px) { .desk { color: #888; background: #fff } }
  .wide { width: 500px }
  .clipped { overflow: hidden } .clipped p { width: 400px }
  .small { display: inline-block; font-size: 6px; line-height: 7px }
</style></head><body><a class="skip" href="#isi">Skip</a>
<main id="isi" tabindex="-1"><h1>Bad</h1>
<p class="faint">Faint</p><p class="night">Faint at night</p><p class="desk">Faint on a desk</p>
<div class="wide">Wide</div><div class="clipped"><p>Cut off</p></div>
<nav aria-label="Small"><ul><li><a class="small" href="/c">C</a></li>
<li><a class="small" href="/d">D</a></li></ul></nav>
<img src="/missing.png" alt="Missing"><img src="http://elsewhere.example/x.png" alt="Elsewhere">
</main><script>console.log('hello');
document.querySelector('h1').append(' indeed'); throw new Error('ouch')</script></body></html>
`

// lost has one fault of each sort that the keyboard meets; early stands where
// one of another sort can be put.
const lost = `<!doctype html><html lang="en"><head><title>Lost</title><link rel="icon" href="data:,">
<style>.bare:focus { outline: none } .away { position: absolute; left: -9999px }</style></head><body>
<p><a href="/a">Good</a></p><p><a class="bare" href="/b">Bare</a></p>
<p><a class="away" href="/c">Away</a></p><p inert><a href="/d">Dead</a></p>
<p><a href="/e" early>Last</a></p></body></html>
`

// A judge that finds nothing anywhere would let everything pass.
func TestJudgesFindFaults(t *testing.T) {
	patiently(t)
	need(axe)(t)
	f := &face{name: "bad", dir: t.TempDir()}
	for name, text := range map[string]string{"index.html": bad, "lost.html": lost,
		"early.html": strings.Replace(lost, " early", ` tabindex="3"`, 1)} {
		write(t, filepath.Join(f.dir, name), text)
	}
	f.server = httptest.NewServer(f)
	t.Cleanup(f.server.Close)
	f.url = f.server.URL + "/"
	w := open(t)
	expect(t, w.audit(f, f.url, looks), "scripts change what is said", "scrolls sideways at 320 px: 5",
		`beyond the edge at 320 px: div.wide "Wide"`, `beyond the edge at 320 px: p "Cut off"`,
		"360 px, light: axe color-contrast: .faint", "360 px, dark: axe color-contrast: .night",
		"1280 px, light: axe color-contrast: .desk", "axe target-size: a",
		"status 404: "+f.url+"missing.png", "asks another host: http://elsewhere.example/x.png", "did not load",
		`"hello"`, "exception: ")
	w.run(chromedp.Navigate(f.url + "lost.html"))
	expect(t, w.walk(), `nothing shows the focus of a.bare "Bare"`, `out of sight with the focus: a.away "Away"`,
		"Tab leads from stop 2 to 4")
	w.run(chromedp.Navigate(f.url + "early.html"))
	expect(t, w.walk(), "Tab leads from stop -1 to 4")
}

// loose has a heading at the foot of a sheet, for what follows is higher than the rest of it;
// something folded; and something printed over something else.
const loose = `<!doctype html><html lang="en"><head><title>Loose</title><link rel="icon" href="data:,">
<style>@page { size: A4; margin: 1cm } .long { height: 700px } .whole { height: 300px; break-inside: avoid }
.over { margin-top: -2.2em }</style></head><body><main>
<h1>Loose</h1><p>One</p><p>Two</p><p class="over">Over</p><div class="long">Three</div><h2>Left</h2><div class="whole">Gone</div>
<details><summary>More</summary><p>Folded</p></details><h2>Last</h2></main></body></html>
`

// unread has what text browsers make nothing of.
const unread = `<!doctype html><html lang="en"><head><title>Unread</title></head><body><h1>Unread</h1>
<figure><svg role="img"><title>Chart</title><text>North</text><text>12</text></svg> <figcaption>Caption</figcaption></figure>
<table><tr><th scope="row">Area <small>Measured by us</small></th><td>1</td></tr></table></body></html>
`

func TestJudgesOfOtherReadersFindFaults(t *testing.T) {
	patiently(t)
	f := &face{name: "bad", dir: t.TempDir()}
	write(t, filepath.Join(f.dir, "index.html"), loose)
	write(t, filepath.Join(f.dir, "unread.html"), unread)
	f.server = httptest.NewServer(f)
	t.Cleanup(f.server.Close)
	wanted := []string{`alone at the foot of sheet 1, `, `above its edge: h2 "Left"`, `nothing follows h2 "Last"`,
		`folded on paper: p "Folded"`, `on sheet 1 p.over "Over" is printed over p "Two"`}
	write(t, filepath.Join(f.dir, "bad.html"), bad)
	wide := []string{"scrolls sideways at 320 px: 5", `beyond the edge at 320 px: div.wide "Wide"`}
	expect(t, need(webkit)(t).narrow(t, f.server.URL+"/bad.html"), wide...)
	fire := need(firefox)(t).lend(t)
	expect(t, fire.narrow(f.server.URL+"/bad.html"), wide...)
	fire.visit(f.server.URL)
	texts := fire.marks()
	expect(t, read(t, fire.paper(1)).faults(texts), wanted...)
	w := open(t)
	w.run(chromedp.Navigate(f.server.URL))
	texts = get(w, chromedp.Evaluate[[]piece](asks+"marks()"))
	expect(t, read(t, w.paper()).faults(texts), wanted...)

	page := leaf{name: "unread.html"}
	for _, text := range []string{f.lynx(t, page), f.w3m(t, page)} {
		expect(t, runOn(f.parse(t, page), strings.Split(text, "\n")), `no space between "North" and "12"`,
			`a line of a name and its explanation: "Area Measured by us"`)
	}
	text := f.lynx(t, page)
	expect(t, runOn(f.parse(t, page), strings.Split(text, "\n")), `a line of a drawing and its caption "Caption"`)
	expect(t, strings.Split(text, "\n"), "THE_TITLE:Chart")
}

func expect(t *testing.T, found []string, wanted ...string) {
	t.Helper()
	all := strings.Join(found, "\n")
	for _, want := range wanted {
		if !strings.Contains(all, want) {
			t.Errorf("not found: %s; only\n%s", want, all)
		}
	}
}
