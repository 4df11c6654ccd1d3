package plan

import (
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// checkMap wants every kecamatan to be drawn, and neighbours to touch. That every area is
// a kecamatan is known already: else there is no map.
func (p *planner) checkMap() {
	if p.in.Map == nil {
		return
	}
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		if area, drawn := p.areas.Of[k.ID]; drawn {
			p.checkTouching(k, area)
		} else {
			p.say(diag.At(diag.Place{File: site.MapFile}, "area-missing", k.ID).WithHint("area-code", string(k.Code)))
		}
	}
	p.checkInside()
}

// checkInside wants kelurahan to lie in the areas of their kecamatan, where the map draws
// them. Where none does, or the map is a sketch, it has coordinates of its own.
func (p *planner) checkInside() {
	var outside diag.List
	inside := 0
	for i := range p.site.Kecamatan {
		k := &p.site.Kecamatan[i]
		area, drawn := p.areas.Of[k.ID]
		for j := range k.Kelurahan {
			w := &k.Kelurahan[j]
			if !drawn || w.Lat == nil || w.Lon == nil {
				continue
			}
			if _, is := p.areas.Dot(area, *w.Lon, *w.Lat); is {
				inside++
			} else {
				problem := diag.At(w.At("lat"), "kelurahan-outside", w.Name, k.ID)
				outside = append(outside, problem.WithHint("point-or-map"))
			}
		}
	}
	if inside > 0 && !p.in.Map.Schematic {
		for _, problem := range outside {
			p.say(problem)
		}
	}
}

// checkTouching wants the neighbours of a kecamatan to touch its area.
func (p *planner) checkTouching(k *site.Kecamatan, area int) {
	for j, id := range k.Borders {
		other, drawn := p.areas.Of[id]
		if !drawn || other == area || p.in.Map.Touch(area, other) {
			continue
		}
		if told := id < k.ID && slices.Contains(p.site.FindKecamatan(id).Borders, k.ID); !told {
			p.say(diag.At(k.AtEntry("borders", j), "border-apart", k.ID, id))
		}
	}
}
