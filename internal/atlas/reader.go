package atlas

import (
	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// reader makes areas of a FeatureCollection. Keys it does not know are none of
// its business: every program that writes GeoJSON adds some.
type reader struct {
	scanner
	problems diag.List
	codes    map[string]diag.Place
	points   int
	ruler    *diag.Ruler
}

// most is how many problems are gathered; a file with more is of another kind.
const most = 200

func (r *reader) say(at int, code diag.Code, args ...any) *diag.Problem {
	if len(r.problems) >= most {
		return &diag.Problem{}
	}
	r.problems = append(r.problems, diag.At(r.ruler.Place(at), code, args...))
	return &r.problems[len(r.problems)-1]
}

func (r *reader) hint(p *diag.Problem, code diag.HintCode, args ...any) {
	*p = p.WithHint(code, args...)
}

// wants says whether the next value is of a kind; else that is a problem of key,
// and the value is skipped.
func (r *reader) wants(key string, kind diag.Word) bool {
	at, got := r.at, r.kind()
	if got == kind {
		return true
	}
	r.skip()
	if r.wrong == "" {
		r.say(at, "wrong-type", key, kind, got)
	}
	return false
}

func (r *reader) read() *Map {
	m := &Map{}
	r.codes = map[string]diag.Place{}
	start, features := 0, false
	if r.peek(); r.wants("GeoJSON", "map") {
		start = r.at
		var kind string
		r.keys(func(key string) { r.top(m, key, &kind, &features) })
		if r.peek() != 0 {
			r.fail(r.at, "json-after")
		}
		if r.wrong == "" && kind == "" {
			r.say(start, "missing-key", "type")
		}
		if r.wrong == "" && !features {
			r.say(start, "missing-key", "features")
		}
	}
	if r.wrong != "" {
		r.say(r.badAt, "json-syntax", r.wrong)
	}
	return m
}

// keys calls entry for each key of an object; entry reads the value. A key that
// stands twice would hide one of two values.
func (r *reader) keys(entry func(key string)) {
	seen := map[string]int{}
	r.object(func(key string, at int) {
		if first, twice := seen[key]; twice {
			r.say(at, "duplicate-key", key, r.ruler.Place(first).Line)
			r.skip()
			return
		}
		seen[key] = at
		entry(key)
	})
}

func (r *reader) top(m *Map, key string, kind *string, features *bool) {
	switch key {
	case "type":
		*kind = r.oneOf(key, "FeatureCollection")
	case "schematic":
		if r.wants(key, "yes-no") {
			m.Schematic = r.literal()
		}
	case "source":
		m.Source = r.word(key)
	case "licence":
		m.Licence = r.word(key)
	case "note":
		m.Note = r.word(key)
	case "features":
		*features = true
		r.features(m)
	default:
		r.skip()
	}
}

func (r *reader) word(key string) string {
	if !r.wants(key, "text") {
		return ""
	}
	return r.text()
}

// oneOf reads a text that must be one of a few; it returns one of them in any
// case, unless the text was none.
func (r *reader) oneOf(key string, known ...string) string {
	at := r.at
	s := r.word(key)
	for _, k := range known {
		if s == k {
			return s
		}
	}
	if s != "" && r.wrong == "" {
		list := known[0]
		for _, k := range known[1:] {
			list += ", " + k
		}
		r.hint(r.say(at, "value-not-allowed", key, s), "allowed", list)
	}
	return known[0]
}

func (r *reader) features(m *Map) {
	at := r.at
	if !r.wants("features", "list") {
		return
	}
	n, before := 0, len(r.problems)
	r.array(func() {
		if n++; n > maxAreas {
			r.skip()
			return
		}
		if a, ok := r.feature(); ok {
			m.Areas = append(m.Areas, a)
		}
	})
	switch {
	case r.wrong != "":
	case n == 0:
		r.say(at, "empty-value", "features")
	case n > maxAreas:
		r.problems = r.problems[:before] // of areas that are none of ours
		r.say(at, "map-limit", diag.Count(n), diag.Word("areas"), diag.Count(maxAreas))
	}
	if r.points > maxPoints && r.wrong == "" {
		r.hint(r.say(at, "map-limit", diag.Count(r.points), diag.Word("points"), diag.Count(maxPoints)), "thin-out")
	}
}

func (r *reader) feature() (a Area, ok bool) {
	start, faults, drawn := r.at, len(r.problems), false
	if !r.wants("features", "map") {
		return a, false
	}
	properties := false
	r.keys(func(key string) {
		switch key {
		case "type":
			r.oneOf(key, "Feature")
		case "properties":
			properties = true
			a.Code, a.Place = r.properties()
		case "geometry":
			drawn = true
			a.shape = r.geometry()
		default:
			r.skip()
		}
	})
	if r.wrong != "" {
		return a, false
	}
	if !properties {
		r.say(start, "missing-key", "properties")
	}
	if !drawn {
		r.say(start, "missing-key", "geometry")
	}
	return a, len(r.problems) == faults
}

func (r *reader) properties() (code string, place diag.Place) {
	start, found := r.at, false
	if !r.wants("properties", "map") {
		return "", place
	}
	r.keys(func(key string) {
		if key != "code" {
			r.skip()
			return
		}
		found = true
		code, place = r.code()
	})
	if !found && r.wrong == "" {
		r.say(start, "missing-key", "code")
	}
	return code, place
}

// code reads a code. One that is written as a number has lost its zeros already,
// but what is there shows what is meant.
func (r *reader) code() (string, diag.Place) {
	at, kind := r.at, r.kind()
	place := r.ruler.Place(at)
	if kind == "number" {
		r.number()
		if r.wrong == "" {
			r.hint(r.say(at, "wrong-type", "code", diag.Word("text"), kind), "quote-text", diag.Quoted(string(r.data[at:r.at])))
		}
		return "", place
	}
	code := r.word("code")
	if kind != "text" || r.wrong != "" {
		return "", place
	}
	if code == "" {
		r.say(at, "empty-value", "code")
	}
	if other, twice := r.codes[code]; twice && code != "" {
		r.say(at, "duplicate-code", code, other.String())
	}
	r.codes[code] = place
	return code, place
}

// geometry reads a Polygon or a MultiPolygon. Its type may stand behind its
// coordinates, so these are read when all is seen.
func (r *reader) geometry() orb.MultiPolygon {
	start, coordinates, kind := r.at, -1, ""
	if !r.wants("geometry", "map") {
		return nil
	}
	known := true
	r.keys(func(key string) {
		switch key {
		case "type":
			before := len(r.problems)
			kind = r.oneOf(key, "Polygon", "MultiPolygon")
			known = len(r.problems) == before
		case "coordinates":
			coordinates = r.at
			r.skip()
		default:
			r.skip()
		}
	})
	switch {
	case r.wrong != "" || !known:
		return nil
	case kind == "":
		r.say(start, "missing-key", "type")
		return nil
	case coordinates < 0:
		r.say(start, "missing-key", "coordinates")
		return nil
	}
	end := r.at
	r.at = coordinates
	shape := r.shape(kind)
	r.at = end
	return shape
}
