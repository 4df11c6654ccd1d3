package areas

import (
	"slices"

	"blandongan/internal/atlas"
	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// checker holds a map against the facts.
type checker struct {
	*atlas.Map
	site     *site.Site
	of       map[string]int // id of a kecamatan → its area
	doubted  map[string]bool
	problems diag.List
}

// Check wants every kecamatan to be drawn on a map, and neighbours to touch. That every area
// is a kecamatan is known already: else there is no map. Whether an area touches another that is
// doubted says nothing.
func Check(s *site.Site, m *atlas.Map, doubted map[string]bool) diag.List {
	if m == nil {
		return nil
	}
	c := checker{Map: m, site: s, of: map[string]int{}, doubted: doubted}
	for area := range m.Areas {
		for i := range s.Kecamatan {
			if k := &s.Kecamatan[i]; k.Code != "" && string(k.Code) == m.Areas[area].Code {
				c.of[k.ID] = area
			}
		}
	}
	for i := range s.Kecamatan {
		k := &s.Kecamatan[i]
		if area, drawn := c.of[k.ID]; drawn {
			c.checkTouching(k, area)
		} else {
			c.say(diag.At(diag.Place{File: site.MapFile}, "area-missing", k.ID).WithHint("area-code", string(k.Code)))
		}
	}
	c.checkInside()
	return c.problems
}

// Doubted returns the codes of the areas of whose shapes, or of whose codes, something was said.
func Doubted(s *geojson.Survey, codes []string, told ...diag.List) map[string]bool {
	doubted := map[string]bool{}
	for _, p := range slices.Concat(told...) {
		if i := s.Around(p.Place); i >= 0 && i < len(codes) {
			doubted[codes[i]] = true
		}
	}
	return doubted
}

func (c *checker) isDoubted(area int) bool { return c.doubted[c.Areas[area].Code] }

func (c *checker) say(p diag.Problem) { c.problems = append(c.problems, p) }

// checkInside wants kelurahan to lie in the areas of their kecamatan, where the map draws
// them. Where none does, or the map is a sketch, it has coordinates of its own.
func (c *checker) checkInside() {
	var outside diag.List
	inside := 0
	for i := range c.site.Kecamatan {
		k := &c.site.Kecamatan[i]
		area, drawn := c.of[k.ID]
		for j := range k.Kelurahan {
			w := &k.Kelurahan[j]
			if !drawn || w.Lat == nil || w.Lon == nil {
				continue
			}
			if _, is := c.Dot(area, *w.Lon, *w.Lat); is {
				inside++
			} else {
				problem := diag.At(w.At("lat"), "kelurahan-outside", w.Name, k.ID)
				outside = append(outside, problem.WithHint("point-or-map"))
			}
		}
	}
	if inside > 0 && !c.Schematic {
		for _, problem := range outside {
			c.say(problem)
		}
	}
}

// checkTouching wants the neighbours of a kecamatan to touch its area.
func (c *checker) checkTouching(k *site.Kecamatan, area int) {
	for j, id := range k.Borders {
		other, drawn := c.of[id]
		if !drawn || other == area || c.Touch(area, other) || c.isDoubted(area) || c.isDoubted(other) {
			continue
		}
		if told := id < k.ID && slices.Contains(c.site.FindKecamatan(id).Borders, k.ID); !told {
			c.say(diag.At(k.AtEntry("borders", j), "border-apart", k.ID, id))
		}
	}
}
