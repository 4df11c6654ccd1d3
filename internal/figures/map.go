package figures

import (
	"fmt"
	"strconv"

	"blandongan/internal/atlas"
	"blandongan/internal/chart"
	"blandongan/internal/ground"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// MapView is a map whose areas lead to the profiles. It uses shapes that stand once
// in a page: see Maps.
type MapView struct {
	Label   string           // what is to be seen and done
	ViewBox string           // the viewBox of the drawing
	Letters string           // the size of its letters, in units of the drawing
	Areas   []MapArea        // the areas, each a link
	Around  []MapSide        // the regions around them
	Dots    string           // the id of a shape, a dot for each kelurahan; empty where no places are known
	Circles []MapCircle      // counts, drawn on the areas; nothing on other maps
	Labels  []chart.MapLabel // what stands on the areas
	Key     []MapKey         // what numbers on the map stand for
}

// MapShape is the shape of an area, to be used by its id.
type MapShape struct {
	ID   string // its id in the page
	Path string // its path
}

// MapArea is an area as a link.
type MapArea struct {
	Shape string // the id of its shape
	URL   string // the address of the profile
	Text  string // the name, with the value where there is one
	Shade string // the shade of its value: shade-1 to shade-4, shade-0 for none; land on a map without shades
	X     string // the middle of a circle that can be touched, where the shape is too small
	Y     string // the same from above
	Hit   string // the radius of that circle; empty where none is needed
}

// MapKey is a number on the map.
type MapKey struct {
	Number string      // the number on the map
	Link   ground.Link // the kecamatan
	Value  string      // its value; empty on a map without figures
}

// MapCredit says where the shapes are from, and which kecamatan have none.
type MapCredit struct {
	Schematic bool          // the map is a sketch
	Dots      bool          // the dots on it are kelurahan
	Source    string        // where the shapes are from
	Licence   string        // under which they may be used
	Note      string        // what else there is to say
	Missing   []ground.Link // the kecamatan that are not drawn
}

// Areas are the city's map, with the kecamatan that are on it. It is an input of pages
// that show maps; a nil one stands for a city without a map.
type Areas struct {
	*atlas.Map
	// Of are the positions of areas in the map, by the kecamatan's id.
	Of map[string]int
	// Drawn is the digest of all that the map was made from.
	Drawn memo.Digest
}

// AddTo adds the digest of the map: see memo.Digested.
func (a *Areas) AddTo(h *memo.Hash) {
	h.Digest(a.Drawn)
	h.Plain(a.Of)
}

// AreasOf finds the kecamatan on a map by their codes, nil when there is no map.
func AreasOf(f *site.Facts, m *atlas.Map, drawn memo.Digest) *Areas {
	if m == nil {
		return nil
	}
	areas := &Areas{m, map[string]int{}, drawn}
	codes := map[string]int{}
	for i, a := range m.Areas {
		codes[a.Code] = i
	}
	for i := range f.Kecamatan {
		k := &f.Kecamatan[i]
		if at, known := codes[string(k.Code)]; known && k.Code != "" {
			areas.Of[k.ID] = at
		}
	}
	return areas
}

// mapper makes the maps of a page.
type mapper struct {
	Writer
	areas *Areas
}

func (w mapper) credit() MapCredit {
	m := w.areas.Map
	c := MapCredit{
		Schematic: m.Schematic, Dots: len(w.dots()) > 0, Licence: m.Licence,
		Source: w.Say(site.TextOf(m.Source.ByLanguage())), Note: w.Say(site.TextOf(m.Note.ByLanguage())),
	}
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		if _, drawn := w.areas.Of[k.ID]; !drawn {
			c.Missing = append(c.Missing, w.LinkTo(site.KindKecamatan, k.ID, k.Name))
		}
	}
	return c
}

func viewBox(d *atlas.Drawing) string { return fmt.Sprintf("0 0 %d %d", d.Width, d.Height) }

// shapeID is short: a map names each of its shapes several times.
func (w mapper) shapeID(k *site.Kecamatan) string { return "w" + strconv.Itoa(w.areas.Of[k.ID]+1) }

// plain are the map with names and nothing else.
func (w mapper) plain() *Maps {
	land := func(int) mapValue { return mapValue{shade: "land"} }
	return &Maps{
		Plain:  w.mapView(w.Word("map-label", w.Base.City), w.labels(nil), land),
		Shapes: w.mapShapes(), Credit: w.credit(),
	}
}

// mapValue is what a map shows of a kecamatan: its shade, the figure that stands on
// it, and the same with its unit.
type mapValue struct{ shade, figure, text string }

// mapView makes a map with labels and the values of the kecamatan by position.
func (w mapper) mapView(label string, labels []atlas.Label, value func(i int) mapValue) *MapView {
	d := &w.areas.Large
	v := &MapView{Label: label, ViewBox: w.viewBox(d), Letters: lang.Plain(w.letters()), Around: w.around(d)}
	if len(w.dots()) > 0 {
		v.Dots = dotsID
	}
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		at, drawn := w.areas.Of[k.ID]
		if !drawn {
			continue
		}
		x := value(i)
		s, l := &d.Shapes[at], &labels[at]
		area := MapArea{Shape: w.shapeID(k), URL: w.To(site.KindKecamatan, k.ID), Text: k.Name, Shade: x.shade}
		if x.text != "" {
			area.Text += ": " + x.text
		}
		if s.Hit > 0 {
			area.X, area.Y, area.Hit = lang.Plain(s.X), lang.Plain(s.Y), lang.Plain(s.Hit)
		}
		v.Areas = append(v.Areas, area)
		v.Labels = append(v.Labels, chart.DrawLabel(l, x.figure))
		if l.Number > 0 {
			v.Key = append(v.Key, MapKey{strconv.Itoa(l.Number), w.LinkTo(site.KindKecamatan, k.ID, k.Name), x.text})
		}
	}
	return v
}

func (w mapper) mapShapes() []MapShape {
	var list []MapShape
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		if at, drawn := w.areas.Of[k.ID]; drawn {
			list = append(list, MapShape{w.shapeID(k), w.areas.Large.Shapes[at].Path})
		}
	}
	return append(list, w.dotShape()...)
}

// labels finds places for the names, with room for a value below each.
func (w mapper) labels(below map[string]string) []atlas.Label {
	d := &w.areas.Large
	texts := make([]atlas.Text, len(d.Shapes))
	for i := range w.Facts.Kecamatan {
		k := &w.Facts.Kecamatan[i]
		if at, drawn := w.areas.Of[k.ID]; drawn {
			texts[at] = atlas.Text{Name: k.Name, Below: below[k.ID]}
		}
	}
	return d.Labels(texts, w.letters(), w.dots())
}
