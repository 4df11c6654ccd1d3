package plan

import (
	"fmt"
	"slices"
	"strconv"

	"blandongan/internal/atlas"
	"blandongan/internal/chart"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/site"
)

// MapView is a map whose areas lead to the profiles. It uses shapes that stand once
// in a page: see Maps.
type MapView struct {
	// Label says what is to be seen and done.
	Label, ViewBox string
	Areas          []MapArea
	Labels         []chart.MapLabel
	// Key explains the numbers that stand where a name had no room.
	Key []MapKey
}

// MapShape is the shape of an area, to be used by its id.
type MapShape struct{ ID, Path string }

// MapArea is an area as a link.
type MapArea struct {
	Shape, URL string
	// Text is the name, with the value where there is one.
	Text string
	// Shade is the class of its value, "shade-1" to "shade-4", "shade-0" where there
	// is none, "land" when the map shows no figures.
	Shade string
	// X, Y and Hit are a circle that can be touched where the shape is too small;
	// Hit is "" for the others.
	X, Y, Hit string
}

// MapKey is a number on the map.
type MapKey struct {
	Number string
	Link   Link
	Value  string
}

// MapCredit says where the shapes are from, and which kecamatan have none.
type MapCredit struct {
	Schematic             bool
	Source, Licence, Note string
	Missing               []Link
}

// LocatorView shows where a kecamatan lies in its city.
type LocatorView struct {
	ViewBox, Own, Others string
	Title, Description   string
	Credit               MapCredit
}

// letters is the size of the letters on a map, in its units: what is 11 pixels
// on a phone of 320.
const letters = 14

// areasOf finds the kecamatan on the map by their codes.
func areasOf(s *site.Site, m *atlas.Map) map[string]int {
	areas := map[string]int{}
	if m == nil {
		return areas
	}
	codes := map[string]int{}
	for i, a := range m.Areas {
		codes[a.Code] = i
	}
	for i := range s.Kecamatan {
		if at, drawn := codes[string(s.Kecamatan[i].Code)]; drawn && s.Kecamatan[i].Code != "" {
			areas[s.Kecamatan[i].ID] = at
		}
	}
	return areas
}

// checkMap wants every kecamatan to be drawn, and neighbours to touch. That every area is
// a kecamatan is known already: else there is no map.
func (p *planner) checkMap() {
	if p.in.Map == nil {
		return
	}
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		if area, drawn := p.areas[k.ID]; drawn {
			p.checkTouching(k, area)
		} else {
			p.say(diag.At(diag.Place{File: site.MapFile}, "area-missing", k.ID).WithHint("area-code", string(k.Code)))
		}
	}
}

// checkTouching wants the neighbours of a kecamatan to touch its area.
func (p *planner) checkTouching(k *site.Kecamatan, area int) {
	for j, id := range k.Borders {
		other, drawn := p.areas[id]
		if !drawn || other == area || p.in.Map.Touch(area, other) {
			continue
		}
		if told := id < k.ID && slices.Contains(p.site.FindKecamatan(id).Borders, k.ID); !told {
			p.say(diag.At(k.AtEntry("borders", j), "border-apart", k.ID, id))
		}
	}
}

func (p *planner) credit() MapCredit {
	m := p.in.Map
	c := MapCredit{Schematic: m.Schematic, Source: m.Source, Licence: m.Licence, Note: m.Note}
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		if _, drawn := p.areas[k.ID]; !drawn {
			c.Missing = append(c.Missing, p.linkTo("kecamatan", k.ID, k.Name))
		}
	}
	return c
}

func viewBox(d *atlas.Drawing) string { return fmt.Sprintf("0 0 %d %d", d.Width, d.Height) }

// shapeID is short: a map names each of its shapes several times.
func (p *planner) shapeID(k *site.Kecamatan) string { return "w" + strconv.Itoa(p.areas[k.ID]+1) }

// plainMaps are the map with names and nothing else, nil when there is none.
func (p *planner) plainMaps() *Maps {
	if len(p.areas) == 0 {
		return nil
	}
	land := func(int) mapValue { return mapValue{shade: "land"} }
	return &Maps{Plain: p.mapView(p.lang.Word("map-label", p.site.City.Name), p.labels(nil), land), Shapes: p.mapShapes(), Credit: p.credit()}
}

// mapValue is what a map shows of a kecamatan: its shade, the figure that stands on
// it, and the same with its unit.
type mapValue struct{ shade, figure, text string }

// mapView makes a map with labels and the values of the kecamatan by position.
func (p *planner) mapView(label string, labels []atlas.Label, value func(i int) mapValue) *MapView {
	d := &p.in.Map.Large
	v := &MapView{Label: label, ViewBox: viewBox(d)}
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		at, drawn := p.areas[k.ID]
		if !drawn {
			continue
		}
		x := value(i)
		s, l := &d.Shapes[at], &labels[at]
		area := MapArea{Shape: p.shapeID(k), URL: p.to("kecamatan", k.ID), Text: k.Name, Shade: x.shade}
		if x.text != "" {
			area.Text += ": " + x.text
		}
		if s.Hit > 0 {
			area.X, area.Y, area.Hit = lang.Plain(s.X), lang.Plain(s.Y), lang.Plain(s.Hit)
		}
		v.Areas = append(v.Areas, area)
		v.Labels = append(v.Labels, chart.DrawLabel(l, x.figure))
		if l.Number > 0 {
			v.Key = append(v.Key, MapKey{strconv.Itoa(l.Number), p.linkTo("kecamatan", k.ID, k.Name), x.text})
		}
	}
	return v
}

func (p *planner) mapShapes() []MapShape {
	var list []MapShape
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		if at, drawn := p.areas[k.ID]; drawn {
			list = append(list, MapShape{p.shapeID(k), p.in.Map.Large.Shapes[at].Path})
		}
	}
	return list
}

// labels finds places for the names, with room for a value below each.
func (p *planner) labels(below map[string]string) []atlas.Label {
	d := &p.in.Map.Large
	texts := make([]atlas.Text, len(d.Shapes))
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		if at, drawn := p.areas[k.ID]; drawn {
			texts[at] = atlas.Text{Name: k.Name, Below: below[k.ID]}
		}
	}
	return d.Place(texts, letters)
}

// locator is nil when the kecamatan is on no map.
func (p *planner) locator(k *site.Kecamatan) *LocatorView {
	own, drawn := p.areas[k.ID]
	if !drawn {
		return nil
	}
	d := &p.in.Map.Small
	v := &LocatorView{ViewBox: viewBox(d), Credit: p.credit(), Title: p.lang.Word("map-locator", k.Name, p.site.City.Name)}
	for i := range d.Shapes {
		if i == own {
			v.Own = d.Shapes[i].Path
		} else {
			v.Others += d.Shapes[i].Path
		}
	}
	var names []string
	for _, l := range p.kecamatanLinks(k.Borders) {
		names = append(names, l.Text)
	}
	v.Description = p.lang.Word("map-locator-alone")
	if len(names) > 0 {
		v.Description = p.lang.Word("map-locator-borders", p.lang.List(names))
	}
	return v
}
