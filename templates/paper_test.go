package templates_test

import (
	"cmp"
	"regexp"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// mostSheets is how many sheets of A4 the largest page of a kind may take: a
// program is to be handed on as a single sheet of two sides; prose is as long as it is, the
// editors' guide above all.
var mostSheets = map[string]int{"program": 2, "notfound": 1, "topic": 2, "page": 16}

var (
	sheetObject = regexp.MustCompile(`/Type\s*/Page\b`)
	mediaBox    = regexp.MustCompile(`/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]`)
)

// TestPaper prints every page. Nothing may be cut off, for paper does not scroll.
func TestPaper(t *testing.T) {
	patiently(t)
	lend := pool(t)
	for _, f := range faces(t) {
		for _, page := range f.stays(t) {
			t.Run(f.name+"/"+page.name, func(t *testing.T) {
				t.Parallel()
				w := lend(t)
				w.run(chromedp.Navigate(page.url))
				w.put(sheet)
				for _, fault := range get(w, chromedp.Evaluate[[]string](asks+"outside(true)")) {
					t.Error(fault)
				}
				w.put(looks[3])
				sheets := count(t, w.paper())
				if most := cmp.Or(mostSheets[page.kind], 12); sheets == 0 || sheets > most {
					t.Errorf("%d sheets, not 1 to %d", sheets, most)
				}
				t.Logf("%s: %d sheets", page.kind, sheets)
			})
		}
	}
}

// count returns the number of sheets of a PDF, all of which must be A4.
func count(t *testing.T, pdf []byte) int {
	t.Helper()
	boxes := mediaBox.FindAllSubmatch(pdf, -1)
	for _, m := range boxes {
		if wide, high := points(t, m[1]), points(t, m[2]); wide < 594 || wide > 597 || high < 840 || high > 843 {
			t.Errorf("a sheet of %g × %g points is not A4", wide, high)
		}
	}
	sheets := len(sheetObject.FindAll(pdf, -1))
	if len(boxes) != sheets {
		t.Errorf("%d sheets, but the sizes of %d", sheets, len(boxes))
	}
	return sheets
}

func points(t *testing.T, b []byte) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
