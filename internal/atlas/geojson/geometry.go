package geojson

import (
	"strconv"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// notAreas are the geometries that are no area, with what to do about each.
var notAreas = map[string]diag.HintCode{
	"Point": "geometry-point", "MultiPoint": "geometry-point",
	"LineString": "geometry-line", "MultiLineString": "geometry-line",
	"GeometryCollection": "geometry-collection",
}

// geometry reads a Polygon or a MultiPolygon. Its type may stand behind its
// coordinates, so these are read when all is seen.
func (r *reader) geometry(f *Feature) {
	start := r.at
	if r.kind() == "nothing" {
		if r.literal(); r.wrong == "" {
			r.withoutGeometry(start)
		}
		return
	}
	if !r.wants("geometry", "map") {
		return
	}
	faults := len(r.problems)
	kind, kindAt, coordinates := r.geometryParts()
	if r.wrong != "" || len(r.problems) > faults {
		return
	}
	switch {
	case notAreas[kind] != "":
		if p := r.once(kindAt, "geometry-kind", kind, kind); p != nil {
			r.hint(p, notAreas[kind])
		}
	case kind == "":
		r.say(start, "missing-key", "type")
	case kind != "Polygon" && kind != "MultiPolygon":
		r.unknownType(kindAt, kind, "Polygon", "MultiPolygon")
	case coordinates < 0:
		r.say(start, "missing-key", "coordinates")
	default:
		end := r.at
		r.at = coordinates
		r.commas = commas{}
		r.shape(f, kind)
		r.reportCommas()
		r.at = end
	}
}

// geometryParts reads the type of a geometry and where it stands, and skips the
// coordinates: it returns where they begin, -1 without any.
func (r *reader) geometryParts() (kind string, kindAt, coordinates int) {
	coordinates = -1
	r.keys(func(key string) {
		switch key {
		case "type":
			kindAt = r.at
			kind = r.word(key)
		case "coordinates":
			coordinates = r.at
			r.skip()
		default:
			r.skip()
		}
	})
	return kind, kindAt, coordinates
}

// withoutGeometry tells of a feature without geometry.
func (r *reader) withoutGeometry(at int) {
	if p := r.once(at, "geometry-none", ""); p != nil {
		r.hint(p, "geometry-drop")
	}
}

// levels are how many brackets stand before the first number of each type.
var levels = map[string]int{"Polygon": 3, "MultiPolygon": 4}

// shape reads the coordinates of an area.
func (r *reader) shape(f *Feature, kind string) {
	if !r.level(kind, levels[kind]) {
		return
	}
	polygon := func() {
		if p := r.polygon(f, kind); p != nil {
			f.Polygons = append(f.Polygons, p)
		}
	}
	if kind == "Polygon" {
		polygon()
		return
	}
	r.list("coordinates", polygon)
}

// level says whether the next value has so many brackets around its numbers. If not,
// its brackets are a level off, which is one fault and not one of each point.
func (r *reader) level(kind string, want int) bool {
	got := r.brackets()
	if got < 0 || got == want || got == 0 {
		return true // what is empty or no list has another fault
	}
	at := r.at
	r.skip()
	p := r.once(at, "geometry-level", kind+strconv.Itoa(got-want), kind)
	meant := map[string]string{"Polygon": "MultiPolygon", "MultiPolygon": "Polygon"}[kind]
	switch {
	case p == nil:
	case want == levels[kind] && got == levels[meant]:
		r.hint(p, "geometry-meant", meant)
	case got < want:
		r.hint(p, "geometry-wrap")
	default:
		r.hint(p, "geometry-unwrap")
	}
	return false
}

// brackets counts how many lists the next value opens before its first number, -1 when
// it holds none.
func (r *reader) brackets() int {
	n := 0
	for at := r.at; at < len(r.data); at++ {
		switch c := r.data[at]; {
		case c == '[':
			n++
		case c == '-', c >= '0' && c <= '9', c == '"':
			return n
		case c != ' ' && c != '\t' && c != '\n' && c != '\r':
			return -1
		}
	}
	return -1
}

// list reads a list that must not be empty.
func (r *reader) list(key string, element func()) {
	at, n := r.at, 0
	if !r.wants(key, "list") {
		return
	}
	r.array(func() {
		n++
		element()
	})
	if n == 0 && r.wrong == "" {
		r.say(at, "empty-value", key)
	}
}

func (r *reader) polygon(f *Feature, kind string) orb.Polygon {
	if !r.level(kind, levels["Polygon"]) {
		return nil
	}
	var p orb.Polygon
	r.list("coordinates", func() {
		at := r.at
		if ring := r.ring(kind); ring != nil {
			p = append(p, ring)
			f.rings = append(f.rings, at)
		}
	})
	return p
}

// LeastPoints is how many positions a ring has, the first being repeated as the
// last (RFC 7946, 3.1.6).
const LeastPoints = 4

// ring reads a closed line. One that is not closed is closed here: where it is
// meant to end is plain.
func (r *reader) ring(kind string) orb.Ring {
	at, sound := r.at, true
	if !r.level(kind, 2) || !r.wants("coordinates", "list") {
		return nil
	}
	var ring orb.Ring
	n := 0
	r.array(func() {
		n++
		if p, ok := r.position(sound); !ok {
			sound = false
		} else if r.points <= maxPoints {
			ring = append(ring, p)
		}
	})
	r.points += n
	if r.wrong != "" || !sound {
		return nil
	}
	if n < LeastPoints {
		r.say(at, "ring-short", n, LeastPoints)
		return nil
	}
	if len(ring) > 0 && !ring.Closed() {
		ring = append(ring, ring[0])
	}
	return ring
}
