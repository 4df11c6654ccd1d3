package templates_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	shots  = flag.String("shots", "", "write pictures of one page of each kind to this `folder`")
	second = flag.Bool("second", false, "make the pictures of the second city")
)

// TestShots makes pictures for people to judge: of the largest page of each kind,
// narrow and wide, light and dark, and as it is printed: a PDF, and a picture of one
// endless sheet.
//
//	go test ./templates -run Shots -shots /tmp/shots
//	go test ./templates -run 'Shots/^profile$' -shots /tmp/shots
//
// A picture taller than screenful is also there in pieces: profile-360-dark-1.png
// and so on. The folder is taken as seen from templates/ when it is not absolute.
func TestShots(t *testing.T) {
	if *shots == "" {
		t.Skip("nobody asked for pictures with -shots DIR")
	}
	dir, err := filepath.Abs(*shots)
	if err != nil {
		t.Fatal(err)
	}
	f := need(home)(t)
	if *second {
		f = need(away)(t)
	}
	for _, page := range f.kinds(t) {
		t.Run(page.kind, func(t *testing.T) {
			w := open(t)
			w.run(chromedp.Navigate(page.url))
			for _, l := range append(looks, sheet) {
				w.put(l)
				w.shoot(dir, fmt.Sprintf("%s-%d-%s", page.kind, l.width, l.scheme))
			}
			if page.kind == "search" {
				w.shootResults(dir, page.url)
			}
			w.put(look{1280, "light"})
			w.save(w.paper(), dir, page.kind+".pdf")
			t.Logf("%s: %s", page.kind, page.name)
		})
	}
}

// shootResults takes pictures of what is found, and of what is not.
func (w tab) shootResults(dir, url string) {
	w.t.Helper()
	for name, query := range map[string]string{"answers": "penduduk ser", "results": "kunjungan", "none": "qqzzxx"} {
		w.run(chromedp.Navigate(url + "?q=" + strings.ReplaceAll(query, " ", "+")))
		w.told(`told()`)
		for _, l := range looks {
			w.put(l)
			w.shoot(dir, fmt.Sprintf("search-%s-%d-%s", name, l.width, l.scheme))
		}
	}
}

// screenful is the most that one look takes in, in pixels.
const screenful = 1600

// shoot takes a picture of the whole page, and its pieces if it is tall.
func (w tab) shoot(dir, name string) {
	w.t.Helper()
	data := get(w, chromedp.FullScreenshot(100))
	w.save(data, dir, name+".png")
	whole, err := png.Decode(bytes.NewReader(data))
	w.must(err)
	area := whole.Bounds()
	if area.Dy() <= screenful {
		return
	}
	for y := 0; y < area.Dy(); y += screenful {
		var b bytes.Buffer
		w.must((&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, whole.(interface {
			SubImage(image.Rectangle) image.Image
		}).SubImage(image.Rect(0, y, area.Dx(), y+screenful))))
		w.save(b.Bytes(), dir, fmt.Sprintf("%s-%d.png", name, 1+y/screenful))
	}
}
