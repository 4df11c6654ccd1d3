package figures

import (
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/lang"
)

// dots are where the kelurahan lie on the map, as far as that is known. One that lies
// outside its kecamatan there is left out: the map has coordinates of its own, or either
// of the two is wrong.
func (w mapper) dots() []atlas.Dot {
	var list []atlas.Dot
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
			if dot, inside := w.areas.Dot(at, *lon, *lat); inside {
				list = append(list, dot)
			}
		}
	}
	return list
}

// dotsID is the id of the shape of all dots.
const dotsID = "w0"

// dotShape is a path of points, to be drawn by round strokes; none without dots.
func (w mapper) dotShape() []MapShape {
	var b strings.Builder
	for _, d := range w.dots() {
		b.WriteString("M" + lang.Plain(d.X) + " " + lang.Plain(d.Y) + "h0")
	}
	if b.Len() == 0 {
		return nil
	}
	return []MapShape{{dotsID, b.String()}}
}
