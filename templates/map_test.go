package templates_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestMaps looks at the maps as people do who see and point, with letters as the
// browser sets them, from the smallest phone to a desk.
func TestMaps(t *testing.T) {
	patiently(t)
	for _, f := range faces(t) {
		for _, width := range []int64{320, 360, 768, 1280} {
			t.Run(fmt.Sprint(f.name, " ", width), func(t *testing.T) {
				t.Parallel()
				w := open(t)
				w.put(look{width, "light"})
				for _, page := range []string{"", "kecamatan/"} {
					w.run(chromedp.Navigate(f.url + page))
					for _, fault := range get(w, chromedp.Evaluate[[]string](mapFaults)) {
						t.Errorf("/%s: %s", page, fault)
					}
				}
			})
		}
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
		const texts = [...map.querySelectorAll('text')].map(t =>
			({t: t.textContent, r: t.getBoundingClientRect(), size: parseFloat(getComputedStyle(t).fontSize) * scale}))
		texts.forEach((a, i) => {
			if (a.size < 11 || a.size > 17) faults.push(a.t + ' has letters of ' + a.size)
			if (a.r.left < whole.left - 1 || a.r.right > whole.right + 1 || a.r.top < whole.top - 1 ||
				a.r.bottom > whole.bottom + 1) faults.push(a.t + ' leaves the picture')
			for (const b of texts.slice(0, i))
				if (a.r.left < b.r.right && b.r.left < a.r.right && a.r.top < b.r.bottom &&
					b.r.top < a.r.bottom) faults.push(a.t + ' meets ' + b.t)
		})
		for (const a of map.querySelectorAll('a')) {
			const r = a.getBoundingClientRect()
			const on = (x, y) => document.elementFromPoint(x, y)?.closest('a') === a
			let room = false
			for (let x = r.left; x < r.right && !room; x += 3) for (let y = r.top; y < r.bottom && !room; y += 3)
				room = on(x, y) &&
					[...Array(12).keys()].every(k =>
						on(x + 11 * Math.cos(k * Math.PI / 6), y + 11 * Math.sin(k * Math.PI / 6)))
			if (!room) faults.push(a.getAttribute('aria-label') + ' cannot be touched')
		}
	}
	return faults
})()`
