package templates_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	picture      = "testdata/site.png" // what the README shows, seen from here
	pictureBytes = 200_000             // the most it may have
)

// screens shows the home page on a wide screen, and its map on a telephone that
// covers only the margin of the wide page.
const screens = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #ded3e5 }
iframe { position: absolute; border: 1px solid #867890; background: #fff }
iframe:first-of-type { left: 32px; top: 32px; border-radius: 10px }
iframe:last-of-type { left: 1240px; top: 112px; border-radius: 24px; outline: 8px solid #211a26 }
</style>
<iframe width="1280" height="920" src="%[1]s"></iframe>
<iframe width="360" height="800" src="%[1]s#kecamatan"></iframe>`

// TestPicture holds that the README shows the site. Fonts differ from machine to
// machine, so no picture is compared: whoever changes the look makes it again, and
// looks at it. Roboto is what most visitors see; Debian has it in fonts-roboto.
//
//	go test ./templates -run Picture -update
func TestPicture(t *testing.T) {
	if *update {
		makePicture(t)
	}
	data, err := os.ReadFile(picture)
	if err != nil || len(data) > pictureBytes {
		t.Errorf("%s: %d bytes of at most %d, error %v", picture, len(data), pictureBytes, err)
	}
	if _, err := png.DecodeConfig(bytes.NewReader(data)); err != nil {
		t.Errorf("%s: %v", picture, err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil || !strings.Contains(string(readme), "](templates/"+picture+")") {
		t.Errorf("README.md does not show templates/%s; error %v", picture, err)
	}
}

func makePicture(t *testing.T) {
	t.Helper()
	f, w := need(home)(t), open(t)
	w.put(look{1642, "light"})
	desk := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, screens, f.url)
	}))
	defer desk.Close()
	w.run(chromedp.EmulateViewport(1642, 984), chromedp.Navigate(desk.URL))
	whole, err := png.Decode(bytes.NewReader(get(w, chromedp.CaptureScreenshot())))
	w.must(err)
	var b bytes.Buffer
	w.must((&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, fewColours(whole)))
	w.save(b.Bytes(), "testdata", "site.png")
}

// fewColours returns a picture in its 256 most frequent colours, in less than half of
// the bytes. Pages have few colours; most of the others are edges of letters.
func fewColours(whole image.Image) image.Image {
	area := whole.Bounds()
	count := map[color.Color]int{}
	var colours color.Palette
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			c := whole.At(x, y)
			if count[c]++; count[c] == 1 {
				colours = append(colours, c)
			}
		}
	}
	slices.SortStableFunc(colours, func(a, b color.Color) int { return count[b] - count[a] })
	few := image.NewPaletted(area, colours[:min(256, len(colours))])
	draw.Draw(few, area, whole, area.Min, draw.Src)
	return few
}
