package templates_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// eleven is the second city grown to eleven kecamatan, with borders of its own.
var eleven = sync.OnceValues(func() (*face, error) {
	from, err := secondCity()
	if err != nil {
		return nil, err
	}
	dir := from + "-of-eleven"
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		return nil, err
	}
	names := []string{"Hulu", "Hilir", "Muara Besar", "Tepi Sungai Utara", "Tepi Sungai Selatan", "Bukit", "Pasar Lama", "Pasar Baru", "Rawa", "Kotatengah Barat", "Ujung"}
	var features []string
	for i, name := range names {
		code := fmt.Sprintf("99.71.%02d", i+1)
		if i >= 2 {
			text := fmt.Sprintf("code: %q\nname: %s\nsummary: Satu dari sebelas.\nkelurahan:\n  - {code: \"%s.1001\", name: Satu}\nfigures:\n  - {indicator: penduduk, period: 2020, value: %d, source: sensus}\n", code, name, code, 98000+i*7919)
			if err := os.WriteFile(filepath.Join(dir, "data/kecamatan", strings.ToLower(strings.ReplaceAll(name, " ", "-"))+".yaml"), []byte(text), 0o644); err != nil {
				return nil, err
			}
		}
		features = append(features, fmt.Sprintf(`{"type":"Feature","properties":{"code":%q},"geometry":{"type":"Polygon","coordinates":[[%s]]}}`, code, strings.Join(wavy(float64(i%4), float64(i/4)), ",")))
	}
	text := `{"type":"FeatureCollection","source":"Kami","features":[` + strings.Join(features, ",\n") + `]}`
	if err := os.WriteFile(filepath.Join(dir, "data/boundaries.geojson"), []byte(text), 0o644); err != nil {
		return nil, err
	}
	return raise("eleven", dir, "/", when)
})

// wavy is a cell of a grid whose lines are waves.
func wavy(column, row float64) []string {
	var ring []string
	for side, corner := range [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		for i := range 40 {
			f := float64(i) / 40
			x, y := column+corner[0], row+corner[1]
			switch side {
			case 0:
				x += f
			case 1:
				y += f
			case 2:
				x -= f
			case 3:
				y -= f
			}
			ring = append(ring, fmt.Sprintf("[%.6f,%.6f]", 110+(x+.12*math.Sin(y*2*math.Pi))/40, -7-(y+.12*math.Sin(x*2*math.Pi))/40))
		}
	}
	return append(ring, ring[0])
}

// TestMaps looks at the maps as people do who see, point and press keys, from
// the smallest phone to a desk.
func TestMaps(t *testing.T) {
	for _, f := range []*face{need(home)(t), need(eleven)(t)} {
		for _, width := range []int64{320, 360, 768, 1280} {
			t.Run(fmt.Sprint(f.name, " ", width), func(t *testing.T) {
				w := open(t)
				w.put(look{width, "light"})
				for _, page := range []string{"", "kecamatan/"} {
					w.run(chromedp.Navigate(f.url + page))
					for _, fault := range get(w, chromedp.Evaluate[[]string](mapFaults)) {
						t.Errorf("/%s: %s", page, fault)
					}
				}
				w.chooses()
			})
		}
	}
}

// chooses presses Enter on the link to the last of the maps, which then is the
// only one, and clicks a kecamatan on it.
func (w tab) chooses() {
	w.t.Helper()
	const shown = `[...document.querySelectorAll('.maps > section')].filter(s => s.checkVisibility()).map(s => s.id).join()`
	links := get(w, chromedp.Evaluate[[]string](`[...document.querySelectorAll('.chooser a')].map(a => a.hash.slice(1))`))
	if len(links) == 0 {
		return
	}
	if first := get(w, chromedp.Evaluate[string](shown)); first != links[0] {
		w.t.Errorf("at first %s is shown, not %s", first, links[0])
	}
	last := links[len(links)-1]
	w.run(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.chooser a')].at(-1).focus()`), chromedp.KeyEvent(kb.Enter))
	if now := get(w, chromedp.Evaluate[string](shown)); now != last {
		w.t.Errorf("%s is shown, not %s", now, last)
	}
	spot := get(w, chromedp.Evaluate[struct {
		X, Y float64
		URL  string
	}](`(() => {
		const svg = document.querySelector('.maps > :target .map'), a = svg.querySelector('a:last-of-type')
		svg.scrollIntoView({block: 'center', behavior: 'instant'})
		const r = a.getBoundingClientRect()
		for (let x = r.left; x < r.right; x += 4) for (let y = r.top; y < r.bottom; y += 4)
			if (document.elementFromPoint(x, y)?.closest('a') === a) return {X: x, Y: y, URL: new URL(a.getAttribute('href'), location).href}
	})()`))
	ctx, cancel := context.WithTimeout(w.ctx, enough)
	defer cancel()
	_, err := chromedp.RunResponse(ctx, chromedp.MouseClickXY(spot.X, spot.Y))
	w.must(err)
	if at := get(w, chromedp.Location()); at != spot.URL {
		w.t.Errorf("a click leads to %s, not %s", at, spot.URL)
	}
}

// mapFaults says what is wrong with the maps that are seen: labels that meet,
// leave the picture or are too small or large to read, areas that cannot be
// touched with a finger.
const mapFaults = `(() => {
	const faults = [], maps = [...document.querySelectorAll('svg.map')].filter(m => m.checkVisibility())
	if (!maps.length) faults.push('no map')
	for (const map of maps) {
		map.scrollIntoView({block: 'center', behavior: 'instant'})
		const whole = map.getBoundingClientRect(), scale = whole.width / map.viewBox.baseVal.width
		const texts = [...map.querySelectorAll('text')].map(t => ({t: t.textContent, r: t.getBoundingClientRect(), size: parseFloat(getComputedStyle(t).fontSize) * scale}))
		texts.forEach((a, i) => {
			if (a.size < 11 || a.size > 17) faults.push(a.t + ' has letters of ' + a.size)
			if (a.r.left < whole.left - 1 || a.r.right > whole.right + 1 || a.r.top < whole.top - 1 || a.r.bottom > whole.bottom + 1) faults.push(a.t + ' leaves the picture')
			for (const b of texts.slice(0, i))
				if (a.r.left < b.r.right && b.r.left < a.r.right && a.r.top < b.r.bottom && b.r.top < a.r.bottom) faults.push(a.t + ' meets ' + b.t)
		})
		for (const a of map.querySelectorAll('a')) {
			const r = a.getBoundingClientRect()
			const on = (x, y) => document.elementFromPoint(x, y)?.closest('a') === a
			let room = false
			for (let x = r.left; x < r.right && !room; x += 3) for (let y = r.top; y < r.bottom && !room; y += 3)
				room = on(x, y) && [...Array(12).keys()].every(k => on(x + 11 * Math.cos(k * Math.PI / 6), y + 11 * Math.sin(k * Math.PI / 6)))
			if (!room) faults.push(a.getAttribute('aria-label') + ' cannot be touched')
		}
	}
	return faults
})()`
