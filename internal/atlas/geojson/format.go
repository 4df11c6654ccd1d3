package geojson

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"blandongan/internal/diag"
)

// howTo is the hint for each form that a file may have in place of a FeatureCollection.
var howTo = map[diag.Word]diag.HintCode{
	"form-empty":      "map-none",
	"form-topojson":   "map-mapshaper",
	"form-esri":       "map-mapshaper",
	"form-overpass":   "map-overpass",
	"form-kml":        "map-export",
	"form-gpx":        "map-export",
	"form-xml":        "map-export",
	"form-wkt":        "map-export",
	"form-zip":        "map-export",
	"form-script":     "map-bare",
	"form-web":        "map-download",
	"form-pointer":    "map-download",
	"form-conflict":   "map-conflict",
	"form-sequence":   "map-collect",
	"form-feature":    "map-collect",
	"form-geometry":   "map-collect",
	"form-geometries": "map-collect",
}

// topForms are those that the type at the top names, topKeys those that another key
// there gives away.
var (
	topForms = map[string]diag.Word{
		"Topology": "form-topojson", "Feature": "form-feature", "GeometryCollection": "form-geometries",
		"Polygon": "form-geometry", "MultiPolygon": "form-geometry",
		"Point": "form-geometry", "MultiPoint": "form-geometry",
		"LineString": "form-geometry", "MultiLineString": "form-geometry",
	}
	topKeys = map[string]diag.Word{
		"geometryType": "form-esri", "spatialReference": "form-esri",
		"elements": "form-overpass", "arcs": "form-topojson",
	}
)

// script is how JavaScript begins that holds a map: "var batas = {", "peta({".
var script = regexp.MustCompile(`^(?:(?:var|let|const|export|window|module|self)\b[^{\["]*|` +
	`[A-Za-z_$][\w$.]*\s*[=(]\s*)[{\[]`)

// wktMarks are how well-known text begins.
var wktMarks = []string{"polygon", "multipolygon", "srid="}

// foreignFormat names the form of a text that is no JSON at all, "" when it may be.
func foreignFormat(text []byte) diag.Word {
	head := text[:min(len(text), 1000)]
	lower := strings.ToLower(string(head))
	has := func(marks ...string) bool {
		return slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(lower, m) })
	}
	switch {
	case len(text) == 0:
		return "form-empty"
	case bytes.HasPrefix(head, []byte("<<<<<<<")):
		return "form-conflict"
	case head[0] == '<' && has("<kml"):
		return "form-kml"
	case head[0] == '<' && has("<gpx"):
		return "form-gpx"
	case head[0] == '<' && has("<html", "<!doctype"):
		return "form-web"
	case head[0] == '<':
		return "form-xml"
	case head[0] == 0x1e, bytes.HasPrefix(head, []byte(`{"type"`)) && sequence(text):
		return "form-sequence"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "form-zip"
	case strings.HasPrefix(lower, "version https://git-lfs"):
		return "form-pointer"
	case slices.ContainsFunc(wktMarks, func(m string) bool { return strings.HasPrefix(lower, m) }):
		return "form-wkt"
	case head[0] != '{' && script.Match(head):
		return "form-script"
	}
	return ""
}

// sequence says whether a text is one value a line: GeoJSON in lines, as databases
// write it.
func sequence(text []byte) bool {
	line, rest, more := bytes.Cut(text, []byte("\n"))
	line, rest = bytes.TrimSpace(line), bytes.TrimSpace(rest)
	if !more || len(rest) == 0 || rest[0] != '{' || line[len(line)-1] != '}' {
		return false
	}
	s := scanner{data: line}
	s.skip()
	return s.wrong == "" && s.at == len(line)
}
