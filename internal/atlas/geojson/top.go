package geojson

import (
	"slices"
	"strings"

	"blandongan/internal/diag"
)

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
	if form := foreignFormat(r.data[r.at:]); form != "" {
		r.hint(r.say(min(r.at, len(r.data)), "map-form", form), howTo[form])
		return false
	}
	start, t, kind := r.at, top{}, r.kind()
	if !r.wants("GeoJSON", "map") {
		if r.wrong != "" {
			return r.reportSyntax()
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
		return r.reportSyntax()
	}
	return r.reportTop(start, t)
}

// reportTop says what is wrong at the top, and whether there is anything below. When it is
// the form of the file or its coordinates, nothing else is worth telling.
func (r *reader) reportTop(start int, t top) bool {
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

// top reads the value of a key at the top.
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
		s.Source = r.said(key)
	case "licence":
		s.Licence = r.word(key)
	case "note":
		s.Note = r.said(key)
	case "crs":
		t.crsAt = r.at
		t.crs = r.crs()
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

// crs reads what a file says of its coordinates and returns it when they are not
// degrees of WGS 84, or of what is the same to a metre. GeoJSON has done without since
// 2016 (RFC 7946, 4), but programs still write it.
func (r *reader) crs() string {
	if r.kind() == "text" {
		return foreignCRS(r.text())
	}
	if r.kind() != "map" {
		r.skip()
		return ""
	}
	name := ""
	r.keys(func(key string) {
		if key != "properties" || r.kind() != "map" {
			r.skip()
			return
		}
		r.keys(func(key string) {
			at, kind := r.at, r.kind()
			if kind == "text" {
				if s := r.text(); key == "name" || key == "href" {
					name = foreignCRS(s)
				}
				return
			}
			if r.skip(); kind == "number" && key == "code" && r.wrong == "" {
				name = foreignCRS("EPSG:" + string(r.data[at:r.at]))
			}
		})
	})
	return name
}

// degreesOfWGS84 are systems as numbers of EPSG and other names: WGS 84 (4326, with
// heights 4979), ETRS89, NAD83, and Indonesia's own DGN95 and SRGI2013.
var degreesOfWGS84 = []string{
	"4326", "4979", "4258", "4269", "4755", "9470", "9469",
	"84", "crs84", "crs84h", "wgs84", "wgs 84", "wgs_1984", "wgs 1984", "gcs_wgs_1984",
}

// foreignCRS returns a name of a system unless it is one of those: "EPSG:4326",
// "urn:ogc:def:crs:EPSG::4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84".
func foreignCRS(name string) string {
	last := strings.ToLower(strings.TrimSpace(name))
	last = last[strings.LastIndexAny(last, ":/#")+1:]
	if last == "" || slices.Contains(degreesOfWGS84, strings.TrimSpace(last)) {
		return ""
	}
	return name
}
