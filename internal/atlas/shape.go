package atlas

import (
	"strconv"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// shape reads the coordinates of an area.
func (r *reader) shape(kind string) orb.MultiPolygon {
	var shape orb.MultiPolygon
	polygon := func() {
		if p := r.polygon(); p != nil {
			shape = append(shape, p)
		}
	}
	if kind == "Polygon" {
		polygon()
		return shape
	}
	r.list("coordinates", polygon)
	return shape
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

func (r *reader) polygon() orb.Polygon {
	var p orb.Polygon
	r.list("coordinates", func() {
		if ring := r.ring(); ring != nil {
			p = append(p, ring)
		}
	})
	return p
}

// leastPoints is how many positions a ring has, the first being repeated as the
// last (RFC 7946, 3.1.6).
const leastPoints = 4

// ring reads a closed line. One that is not closed is closed here: where it is
// meant to end is plain.
func (r *reader) ring() orb.Ring {
	at, faults := r.at, len(r.problems)
	if !r.wants("coordinates", "list") {
		return nil
	}
	var ring orb.Ring
	n := 0
	r.array(func() {
		n++
		if p, ok := r.position(len(r.problems) == faults); ok && r.points <= maxPoints {
			ring = append(ring, p)
		}
	})
	r.points += n
	if r.wrong != "" || len(r.problems) > faults {
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
			r.say(at, "wrong-type", "coordinates", diag.Word("list"), kind)
		}
		return p, false
	}
	n, numbers := 0, true
	r.array(func() {
		if r.kind() != "number" {
			numbers = false
			r.skip()
		} else if x := r.number(); n < 2 {
			p[n] = x
		}
		n++
	})
	if r.wrong != "" || n >= 2 && numbers && inside(p) {
		return p, r.wrong == ""
	}
	if tell {
		r.faulty(at, p, n, numbers)
	}
	return p, false
}

func inside(p orb.Point) bool { return p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90 }

func (r *reader) faulty(at int, p orb.Point, n int, numbers bool) {
	switch {
	case n < 2 || !numbers:
		r.hint(r.say(at, "bad-position"), "position-form")
	case p[1] < -90 || p[1] > 90:
		r.hint(r.say(at, "bad-coordinate", plain(p[1]), diag.Word("latitude")), "degrees")
	default:
		r.hint(r.say(at, "bad-coordinate", plain(p[0]), diag.Word("longitude")), "degrees")
	}
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
