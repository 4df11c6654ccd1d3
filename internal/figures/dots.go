package figures

import (
	"strings"

	"blandongan/internal/atlas"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// dots are where the kelurahan lie on the map, as far as that is known.
func (w mapper) dots() []atlas.Dot {
	var list []atlas.Dot
	for i := range w.Facts.Kecamatan {
		list = append(list, w.dotsOf(&w.Facts.Kecamatan[i])...)
	}
	return list
}

// dotsOf are the dots of one kecamatan. One that lies outside of it is left out: the map has
// coordinates of its own, or either of the two is wrong.
func (w mapper) dotsOf(k *site.Kecamatan) []atlas.Dot {
	at, drawn := w.areas.Of[k.ID]
	if !drawn {
		return nil
	}
	var list []atlas.Dot
	for j := range k.Kelurahan {
		lat, lon := k.Kelurahan[j].Lat, k.Kelurahan[j].Lon
		if lat == nil || lon == nil {
			continue
		}
		if dot, inside := w.areas.Dot(at, *lon, *lat); inside {
			list = append(list, dot)
		}
	}
	return list
}

// dotsID is the id of the shape of all dots.
const dotsID = "w0"

// dotShape is the shape of all dots; none without dots.
func (w mapper) dotShape() []MapShape {
	if path := dotPath(w.dots()); path != "" {
		return []MapShape{{dotsID, path}}
	}
	return nil
}

// dotPath is a path of points, to be drawn by round strokes.
func dotPath(dots []atlas.Dot) string {
	var b strings.Builder
	for _, d := range dots {
		b.WriteString("M" + lang.Plain(d.X) + " " + lang.Plain(d.Y) + "h0")
	}
	return b.String()
}
