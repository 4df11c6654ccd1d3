package figures

import (
	"fmt"
	"math"

	"blandongan/internal/atlas"
	"blandongan/internal/site"
)

// Silhouette is the shape of a kecamatan alone.
type Silhouette struct {
	Box   string // the viewBox that holds the shape
	Shape string // the id of the shape in the page, or its path where it stands alone
}

// LocatorView shows a kecamatan: its own shape, large, and where it lies in its city.
type LocatorView struct {
	Silhouette
	Dots        string    // its kelurahan, to be drawn by round strokes; empty where no places are known
	ViewBox     string    // the viewBox of the small drawing of the city
	Own         string    // the path of the kecamatan in that
	Others      string    // the path of all others
	Title       string    // what is drawn
	Description string    // the same in more words
	Credit      MapCredit // where the shapes are from
}

// air is what is left free around a silhouette, in units.
const air = 3

// boxOf is the viewBox of a shape.
func boxOf(s *atlas.Shape) string {
	left, top, right, bottom := s.Box()
	x, y := math.Floor(left)-air, math.Floor(top)-air
	return fmt.Sprintf("%.0f %.0f %.0f %.0f", x, y, math.Ceil(right)+air-x, math.Ceil(bottom)+air-y)
}

// Silhouettes are the shapes of all kecamatan by position, empty where one is on no map. A
// page that uses them has the shapes of Maps.
func (w Writer) Silhouettes(areas *Areas) []Silhouette {
	list := make([]Silhouette, len(w.Facts.Kecamatan))
	if areas == nil {
		return list
	}
	m := mapper{w, areas}
	for i := range list {
		k := &w.Facts.Kecamatan[i]
		if at, drawn := areas.Of[k.ID]; drawn {
			list[i] = Silhouette{boxOf(&areas.Large.Shapes[at]), m.shapeID(k)}
		}
	}
	return list
}

// Locator shows where a kecamatan lies, nil when it is on no map.
func (w Writer) Locator(areas *Areas, k *site.Kecamatan) *LocatorView {
	if areas == nil {
		return nil
	}
	own, drawn := areas.Of[k.ID]
	if !drawn {
		return nil
	}
	return mapper{w, areas}.locator(k, own)
}

func (w mapper) locator(k *site.Kecamatan, own int) *LocatorView {
	d, large := &w.areas.Small, &w.areas.Large.Shapes[own]
	v := &LocatorView{
		Silhouette: Silhouette{boxOf(large), large.Path}, Dots: dotPath(w.dotsOf(k)),
		ViewBox: viewBox(d), Credit: w.credit(), Title: w.Word("map-locator", k.Name, w.Base.City),
	}
	v.Credit.Dots, v.Credit.Missing = v.Dots != "", nil
	for i := range d.Shapes {
		if i == own {
			v.Own = d.Shapes[i].Path
		} else {
			v.Others += d.Shapes[i].Path
		}
	}
	var names []string
	for _, l := range w.LinksOf(site.KindKecamatan, k.Borders) {
		names = append(names, l.Text)
	}
	v.Description = w.Word("map-locator-alone")
	if len(names) > 0 {
		v.Description = w.Word("map-locator-borders", w.Lang().List(names))
	}
	return v
}
