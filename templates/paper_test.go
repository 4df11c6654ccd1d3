package templates_test

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// mostSheets is how many sheets of A4 the largest page of a kind may take: a
// program or profile is to be handed on as a single sheet of two sides; prose is as long as it is, the
// editors' guide above all.
var mostSheets = map[string]int{"program": 2, "profile": 2, "notfound": 1, "topic": 2, "page": 16}

var (
	sheetObject = regexp.MustCompile(`/Type\s*/Page\b`)
	mediaBox    = regexp.MustCompile(`/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]`)
)

// printed says what is wrong with the page of the tab on paper, which does not scroll:
// nothing may be cut off.
func (w tab) printed(page leaf) []string {
	w.t.Helper()
	w.put(sheet)
	faults := get(w, chromedp.Evaluate[[]string](asks+"outside(true)"))
	w.put(looks[3])
	sheets := count(w.t, w.paper())
	if most := cmp.Or(mostSheets[page.kind], 12); sheets == 0 || sheets > most {
		faults = append(faults, fmt.Sprintf("%d sheets, not 1 to %d", sheets, most))
	}
	w.t.Logf("%s: %d sheets", page.kind, sheets)
	return faults
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
