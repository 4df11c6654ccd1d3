package atlas

import (
	"strconv"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// notAreas are the geometries that are no area, with what to do about each.
var notAreas = map[string]diag.HintCode{
	"Point": "geometry-point", "MultiPoint": "geometry-point", "LineString": "geometry-line", "MultiLineString": "geometry-line",
	"GeometryCollection": "geometry-collection",
}

// geometry reads a Polygon or a MultiPolygon. Its type may stand behind its
// coordinates, so these are read when all is seen.
func (r *reader) geometry(f *Feature) {
	start := r.at
	if r.kind() == "nothing" {
		if r.literal(); r.wrong == "" {
			r.shapeless(start)
		}
		return
	}
	if !r.wants("geometry", "map") {
		return
	}
	coordinates, kind, kindAt, faults := -1, "", 0, len(r.problems)
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
		r.tellCommas()
		r.at = end
	}
}

// shapeless tells of a feature without geometry.
func (r *reader) shapeless(at int) {
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
			f.shape = append(f.shape, p)
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

// leastPoints is how many positions a ring has, the first being repeated as the
// last (RFC 7946, 3.1.6).
const leastPoints = 4

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
	if n < leastPoints {
		r.say(at, "ring-short", n, leastPoints)
		return nil
	}
	if len(ring) > 0 && !ring.Closed() {
		ring = append(ring, ring[0])
	}
	return ring
}

// position reads a longitude and a latitude in degrees; a height may follow. It
// says what is wrong with them if told to: of one ring, the first fault is
// enough, for metres are wrong in every position.
func (r *reader) position(tell bool) (p orb.Point, ok bool) {
	at, kind := r.at, r.kind()
	if kind != "list" {
		r.skip()
		if tell && r.wrong == "" {
			r.hint(r.say(at, "wrong-type", "coordinates", diag.Word("list"), kind), "position-form")
		}
		return p, false
	}
	n, numbers, all := 0, true, [3]float64{}
	r.array(func() {
		if r.kind() != "number" {
			numbers = false
			r.skip()
		} else if x := r.number(); n < 3 {
			all[n] = x
		}
		n++
	})
	p = orb.Point{all[0], all[1]}
	if numbers && (n == 2 || n == 3) {
		r.commas.add(at, n, all)
	}
	if r.wrong != "" || n >= 2 && n <= 3 && numbers && inside(p) {
		return p, r.wrong == ""
	}
	if tell {
		r.faulty(at, p, n, numbers)
	}
	return p, false
}

func inside(p orb.Point) bool { return p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90 }

// faulty tells what is wrong with a position.
func (r *reader) faulty(at int, p orb.Point, n int, numbers bool) {
	switch text := string(r.data[at+1 : r.at-1]); {
	case numbers && n == 3 && decimalCommas(text) != "":
		r.tellComma(at, decimalCommas(text))
	case n < 2 || n > 3 || !numbers:
		hint, args := diag.HintCode("position-form"), []any(nil)
		if meant := decimalCommas(text); meant != "" && (n > 3 || !numbers) {
			if hint, args = "decimal-commas", []any{meant}; n <= 3 && !quotedComma(text) {
				hint = "position-bare"
			}
		}
		if p := r.once(at, "bad-position", string(hint)); p != nil {
			r.hint(p, hint, args...)
		}
	case inside(orb.Point{p[1], p[0]}):
		if q := r.once(at, "bad-coordinate", "swapped", plain(p[1]), diag.Word("latitude")); q != nil {
			r.hint(q, "position-swapped", "["+plain(p[1])+", "+plain(p[0])+"]")
		}
	default:
		x, word := p[0], diag.Word("longitude")
		if p[1] < -90 || p[1] > 90 {
			x, word = p[1], "latitude"
		}
		if q := r.once(at, "bad-coordinate", "", plain(x), word); q != nil {
			r.hint(q, "degrees")
		}
	}
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
