package figures

import (
	"slices"
	"strings"
	"testing"

	"blandongan/internal/atlas"
	"blandongan/internal/site"
)

// The regions around a city stand on their sides of the map, which has a rim for them;
// without regions there is no rim, and what is too long for its side is left out.
func TestAround(t *testing.T) {
	w, d := mapOf(profileOf(t, "id", "", "")), &atlas.Drawing{Width: 360, Height: 200}
	if box := w.viewBox(d); box != "0 0 360 200" || w.around(d) != nil || w.letters() != 14 {
		t.Errorf("%s, %v: nobody knows what is around", box, w.around(d))
	}
	long := strings.Fields(strings.Repeat("Kabupaten ", 9))
	north, west := []string{"Laut", "Kota Utara"}, []string{"Hutan"}
	w.Facts.City.Neighbours = &site.Neighbours{North: north, South: long, West: west}
	want := []MapSide{{"180", "-9", "", "Laut dan Kota Utara"}, {"-9", "100", "-90", "Hutan"}}
	if got := w.around(d); !slices.Equal(got, want) || w.viewBox(d) != "-18 -18 396 236" {
		t.Errorf("%s: %v", w.viewBox(d), got)
	}
}
