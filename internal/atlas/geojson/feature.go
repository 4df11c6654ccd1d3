package geojson

import "blandongan/internal/diag"

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
			r.featureType(key)
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
		r.withoutGeometry(start)
	}
	if f.Place.Line > 0 {
		f.Properties = append(f.Properties, id...)
		f.begin = r.beginning(&f)
		r.survey.Features = append(r.survey.Features, f)
	}
}

func (r *reader) featureType(key string) {
	at := r.at
	if s := r.word(key); s != "" && s != "Feature" && r.wrong == "" {
		r.unknownType(at, s, "Feature")
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
