package figures

import (
	"strings"

	"blandongan/internal/lang"
)

// dots are a shape with a dot where each kelurahan lies, to be drawn by round strokes;
// none where no kelurahan's point is known. One that lies outside its kecamatan on the map
// is left out: the map has coordinates of its own, or either of the two is wrong.
func (w mapper) dots() []MapShape {
	var b strings.Builder
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		at, drawn := w.areas.Of[k.ID]
		if !drawn {
			continue
		}
		for j := range k.Kelurahan {
			lat, lon := k.Kelurahan[j].Lat, k.Kelurahan[j].Lon
			if lat == nil || lon == nil {
				continue
			}
			if x, y, inside := w.areas.Point(at, *lon, *lat); inside {
				b.WriteString("M" + lang.Plain(x) + " " + lang.Plain(y) + "h0")
			}
		}
	}
	if b.Len() == 0 {
		return nil
	}
	return []MapShape{{"w0", b.String()}}
}
