package atlas

import (
	"strings"

	"blandongan/internal/diag"
)

// reader makes features of a FeatureCollection. Keys it does not know are none of
// its business: every program that writes GeoJSON adds some.
type reader struct {
	scanner
	problems diag.List
	survey   *Survey
	points   int
	ruler    *diag.Ruler
	features int // so far
	commas   commas
	faults   []fault
}

// fault is one that a file has in many features, and is told once.
type fault struct {
	code     diag.Code
	key      string // tells faults of one code apart
	at       int    // in problems
	feature  int    // the last that has it
	features int    // how many have it
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

// once says what whole files have wrong: at the first feature, with the number of the
// others that have it too, which is the last argument. It returns nil at those.
func (r *reader) once(at int, code diag.Code, key string, args ...any) *diag.Problem {
	for i := range r.faults {
		if f := &r.faults[i]; f.code == code && f.key == key {
			if f.feature != r.features {
				f.feature = r.features
				f.features++
			}
			p := &r.problems[f.at]
			p.Args[len(p.Args)-1] = diag.Others(f.features - 1)
			return nil
		}
	}
	if len(r.problems) >= most {
		return nil
	}
	r.faults = append(r.faults, fault{code, key, len(r.problems), r.features, 1})
	return r.say(at, code, append(args, diag.Others(0))...)
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

// top is what stands at the top of a file, besides what goes into the survey.
type top struct {
	kind     string
	kindAt   int
	features bool
	other    diag.Word // the form that a key gives away, "" for GeoJSON
	otherAt  int
	crs      string // a system of coordinates that is not ours
	crsAt    int
}

// read says whether the file is a FeatureCollection, whatever else is wrong in it.
func (r *reader) read() bool {
	r.peek()
	if form := foreign(r.data[r.at:]); form != "" {
		r.hint(r.say(min(r.at, len(r.data)), "map-form", form), howTo[form])
		return false
	}
	start, t, kind := r.at, top{}, r.kind()
	if !r.wants("GeoJSON", "map") {
		if r.wrong != "" {
			return r.tellSyntax()
		}
		how := diag.HintCode("map-none")
		if kind == "list" {
			how = "map-collect"
		}
		r.hint(&r.problems[0], how)
		return true
	}
	r.keys(func(key string) { r.top(&t, key) })
	if r.peek() != 0 {
		r.fail(r.at, "json-after")
	}
	if r.wrong != "" {
		return r.tellSyntax()
	}
	return r.tellTop(start, t)
}

// tellTop says what is wrong at the top, and whether there is anything below. When it is
// the form of the file or its coordinates, nothing else is worth telling.
func (r *reader) tellTop(start int, t top) bool {
	if form := topForms[t.kind]; form != "" && !t.features {
		t.other, t.otherAt = form, t.kindAt
	}
	switch {
	case t.other != "" && t.kind != "FeatureCollection":
		r.problems = nil
		r.hint(r.say(t.otherAt, "map-form", t.other), howTo[t.other])
		return false
	case t.crs != "":
		r.problems = nil
		r.hint(r.say(t.crsAt, "map-crs", t.crs), "map-convert")
		return false
	case t.kindAt == 0:
		r.say(start, "missing-key", "type")
	case t.kind != "" && t.kind != "FeatureCollection":
		r.unknownType(t.kindAt, t.kind, "FeatureCollection")
	}
	if !t.features {
		r.say(start, "missing-key", "features")
	}
	return t.features
}

// unknownType tells of a type that is none of those allowed: of a known one in other
// letters, which it is.
func (r *reader) unknownType(at int, kind string, allowed ...string) {
	p := r.say(at, "value-not-allowed", "type", kind)
	for _, known := range allowed {
		if strings.EqualFold(strings.TrimSpace(kind), known) {
			r.hint(p, "did-you-mean", known)
			return
		}
	}
	r.hint(p, "allowed", strings.Join(allowed, ", "))
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

func (r *reader) top(t *top, key string) {
	s := r.survey
	switch key {
	case "type":
		t.kindAt = r.at
		t.kind = r.word(key)
	case "schematic":
		if r.wants(key, "yes-no") {
			s.Schematic = r.literal()
		}
	case "source":
		s.Source = r.word(key)
	case "licence":
		s.Licence = r.word(key)
	case "note":
		s.Note = r.word(key)
	case "crs":
		t.crsAt = r.at
		t.crs = r.system()
	case "features":
		t.features = true
		r.collection()
	default:
		if form := topKeys[key]; form != "" {
			t.other, t.otherAt = form, r.at
		}
		r.skip()
	}
}

func (r *reader) word(key string) string {
	if !r.wants(key, "text") {
		return ""
	}
	return r.text()
}

func (r *reader) collection() {
	at := r.at
	if !r.wants("features", "list") {
		return
	}
	before := len(r.problems)
	r.array(func() {
		if r.features++; r.features > maxFeatures {
			r.skip()
			return
		}
		r.one()
	})
	switch {
	case r.wrong != "":
	case r.features == 0:
		r.hint(r.say(at, "empty-value", "features"), "map-none")
	case r.features > maxFeatures:
		r.problems, r.survey.Features = r.problems[:before], nil // of areas that are none of ours
		r.hint(r.say(at, "map-limit", diag.Count(r.features), diag.Word("areas"), diag.Count(maxFeatures)), "map-cut")
	}
	if r.points > maxPoints && r.wrong == "" {
		r.hint(r.say(at, "map-limit", diag.Count(r.points), diag.Word("points"), diag.Count(maxPoints)), "thin-out")
	}
}

// one reads a feature.
func (r *reader) one() {
	start := r.at
	if !r.wants("features", "map") {
		return
	}
	f, properties, drawn := Feature{}, false, false
	var id []Property
	r.keys(func(key string) {
		switch key {
		case "type":
			at := r.at
			if s := r.word(key); s != "" && s != "Feature" && r.wrong == "" {
				r.unknownType(at, s, "Feature")
			}
		case "properties":
			properties = true
			r.properties(&f)
		case "geometry":
			drawn = true
			r.geometry(&f)
		case "id":
			id = r.property(nil, key)
		default:
			r.skip()
		}
	})
	if r.wrong != "" {
		return
	}
	if !properties {
		r.once(start, "missing-key", "properties", "properties")
	}
	if !drawn {
		r.shapeless(start)
	}
	if f.Place.Line > 0 {
		f.Properties = append(f.Properties, id...)
		f.begin = r.beginning(&f)
		r.survey.Features = append(r.survey.Features, f)
	}
}

// beginning is the place of the first position of a feature.
func (r *reader) beginning(f *Feature) diag.Place {
	if len(f.rings) == 0 {
		return f.Place
	}
	s := scanner{data: r.data, at: f.rings[0] + 1}
	s.peek()
	return r.ruler.Place(s.at)
}

func (r *reader) properties(f *Feature) {
	at := r.at
	if !r.wants("properties", "map") {
		return
	}
	f.Place = r.ruler.Place(at)
	r.keys(func(key string) { f.Properties = r.property(f.Properties, key) })
}

// maxValue is how much of a property is kept: codes and names are shorter.
const maxValue = 100

// property adds the next value to a list if it is a text or a number.
func (r *reader) property(list []Property, key string) []Property {
	at, value := r.at, ""
	kind := r.kind()
	switch kind {
	case "text":
		value = r.text()
	case "number":
		r.number()
		value = string(r.data[at:r.at])
	default:
		r.skip()
		return list
	}
	return append(list, Property{key, value[:min(len(value), maxValue)], kind == "number", r.ruler.Place(at)})
}
