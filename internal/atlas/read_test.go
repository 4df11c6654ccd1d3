package atlas

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

const square = `[[[0,0],[1,0],[1,1],[0,1],[0,0]]]`

func TestFaults(t *testing.T) {
	good := feature("1", "Polygon", square)
	for text, want := range map[string]string{
		``:                      "1:1 map-form",
		`[]`:                    "1:1 wrong-type",
		`{"type":`:              "1:9 json-syntax",
		`{"type" "x"}`:          "1:9 json-syntax",
		`{type: "x"}`:           "1:2 json-syntax",
		"{\"type\": \"x\n\"}":   "1:10 json-syntax",
		"{\n \"a\": [1 2]}":     "2:10 json-syntax",
		"{\n \"a\": [1,\n2":     "2:7 json-syntax",
		`{"a": tru}`:            "1:7 json-syntax",
		`{"a": "\x"}`:           "1:8 json-syntax",
		`{"a": 1-}`:             "1:7 json-syntax",
		collection(good) + " x": "1:166 json-syntax",
		`{"a": ` + strings.Repeat("[", 60) + strings.Repeat("]", 60) + `}`: "1:56 json-syntax",
		`{}`:                           "1:1 missing-key, 1:1 missing-key",
		`{"type":"FeatureCollection"}`: "1:1 missing-key",
		`{"type":"Topology","features":[` + good + `]}`:                                                             "1:9 value-not-allowed",
		`{"type":"FeatureCollection","features":{}}`:                                                                "1:40 wrong-type",
		`{"type":"FeatureCollection","features":[]}`:                                                                "1:40 empty-value",
		`{"type":"FeatureCollection","features":[3]}`:                                                               "1:41 wrong-type",
		`{"type":"FeatureCollection","features":[{}]}`:                                                              "1:41 missing-key, 1:41 geometry-none",
		`{"schematic":"ya",` + collection(good)[1:]:                                                                 "1:14 wrong-type",
		`{"source":["x"],` + collection(good)[1:]:                                                                   "1:11 wrong-type",
		collection(feature("1", "Point", "[1,1]")):                                                                  "1:104 geometry-kind",
		collection(feature("1", "Polygon", "3")):                                                                    "1:128 wrong-type",
		collection(feature("1", "Polygon", "[]")):                                                                   "1:128 empty-value",
		collection(feature("1", "Polygon", "[[]]")):                                                                 "1:129 ring-short",
		collection(feature("1", "Polygon", "[[[0,0],[1,1],[0,0]]]")):                                                "1:129 ring-short",
		collection(feature("1", "Polygon", "[[[0,0],[1],[0,1],[0]]]")):                                              "1:136 bad-position",
		collection(feature("1", "Polygon", `[[[0,0],["1",2],[0,1],[0,0]]]`)):                                        "1:136 bad-position",
		collection(feature("1", "Polygon", "[[[0,0],4,[0,1],[0,0]]]")):                                              "1:136 wrong-type",
		collection(feature("1", "Polygon", "[[[687000,9301000],[1,2],[0,1],[0,0]]]")):                               "1:130 bad-coordinate",
		collection(feature("1", "Polygon", "[[[-180.5,3],[1,2],[0,1],[0,0]]]")):                                     "1:130 bad-coordinate",
		collection(feature("1", "Polygon", "[[[-6.3,106.7],[1,2],[0,1],[0,0]]]")):                                   "1:130 bad-coordinate",
		strings.Replace(collection(good), `"geometry":{`, `"geometry":null,"x":{`, 1):                               "1:96 geometry-none",
		strings.Replace(collection(good), `"coordinates"`, `"koordinat"`, 1):                                        "1:96 missing-key",
		strings.Replace(collection(good), `{"type":"Polygon",`, `{`, 1):                                             "1:96 missing-key",
		strings.Replace(collection(good), `{"code":"1"}`, `null`, 1):                                                "1:72 wrong-type",
		strings.Replace(collection(good), `"type":"FeatureCollection"`, `"type":"FeatureCollection","type":"x"`, 1): "1:29 duplicate-key",
		strings.Replace(collection(good), `{"code":"1"}`, `{"code":"1","code":"2"}`, 1):                             "1:84 duplicate-key",
		`{"a": "\u12"}`:                      "1:8 json-syntax",
		`{"a": "\u+123"}`:                    "1:8 json-syntax",
		`{"a": 01}`:                          "1:7 json-syntax",
		`{"a": -01.5}`:                       "1:7 json-syntax",
		`{"a": .5}`:                          "1:7 json-syntax",
		`{"a": 5.}`:                          "1:7 json-syntax",
		`{"a": [0, +5]}`:                     "1:11 json-syntax",
		`{"a": 1e}`:                          "1:7 json-syntax",
		`{"a": 1e400}`:                       "1:7 json-syntax",
		collection(scribble(3)):              "1:1 map-tangled",
		collection(many(maxAreas + 1)...):    "2:89 area-twin, 1:1 map-limit",
		collection(many(maxFeatures + 1)...): "1:40 map-limit",
	} {
		m, problems := drawn([]byte(text))
		if m != nil {
			t.Errorf("%.80s: read", text)
		}
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Col, p.Code))
			for _, lang := range []diag.Language{diag.Indonesian, diag.English} {
				if s := p.Text(lang) + p.Advice(lang); strings.Contains(s, "%!") {
					t.Errorf("%.80s: %s", text, s)
				}
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%.80s: %s, want %s", text, s, want)
		}
	}
}

// many are so many features.
func many(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = feature(fmt.Sprint(i), "Polygon", square)
	}
	return list
}

func TestTop(t *testing.T) {
	text := `{"crs":null,"schematic":true,"licence":"CC BY 4.0","source":"Kami \u00e9\n\"kami\"","note":"Catatan","bbox":[1,-2.5e+01,0,-0.0,10,{}],"features":[` +
		`{"id":7,"geometry":{"coordinates":[[[0,0,5],[1,0],[1,1],[0,1]]],"type":"Polygon"},"properties":{"nama":null,"code":"2"},"type":"Feature"},` +
		feature("1", "MultiPolygon", "["+square+"]") + "]\n,\"type\":\"FeatureCollection\"}\n"
	m := read(t, []byte(text))
	if !m.Schematic || m.Licence != "CC BY 4.0" || m.Source != "Kami é \"kami\"" || m.Note != "Catatan" {
		t.Errorf("%+v", m)
	}
	if m.Areas[0].Code != "1" || m.Areas[1].Code != "2" {
		t.Errorf("%+v", m.Areas)
	}
}

func TestTooManyPoints(t *testing.T) {
	ring := "[" + strings.Repeat("[0,0],", maxPoints) + "[1,1]]"
	_, problems := drawn([]byte(collection(feature("1", "Polygon", "["+ring+"]"))))
	if len(problems) != 1 || problems[0].Code != "map-limit" || problems[0].Hint.Code != "thin-out" {
		t.Error(problems)
	}
}

// What comes out of any text fits and is whole; nothing makes us fall over.
func FuzzRead(f *testing.F) {
	f.Add(collection(feature("1", "Polygon", square), feature("2", "Polygon", `[[[1,0],[2,0],[2,1],[1,1]]]`)))
	f.Add(string(newTiling(2, 4, 3, 1e-5).geojson(4)))
	f.Add(collection(feature("1", "Polygon", `[[[0,0],[1,1],[0,1],[1,0]],[[0.2,0.2],[0.2,0.2],[0.2,0.2],[9,9]]]`)))
	f.Add(collection(feature("1", "MultiPolygon", `[[[[0,0],[0,0],[0,0],[0,0]]],[[[180,90],[-180,-90],[0,0],[5,5]]]]`)))
	f.Add(collection(feature("1", "Polygon", `[[[0,0],[0,0],[0,0],[0,0]],[[106,-6],[107,-6],[107,-7],[106,-6]]]`)))
	f.Add(`{"schematic":tru`)
	f.Fuzz(func(t *testing.T, text string) {
		m, problems := drawn([]byte(text))
		if (m == nil) != problems.HasErrors() {
			t.Fatalf("map %v, problems %v", m, problems)
		}
		if m == nil {
			return
		}
		if n, k := bytesOf(m.Large), bytesOf(m.Small); n > largeBytes(len(m.Areas)) || k > smallBytes(len(m.Areas)) {
			t.Errorf("%d and %d bytes", n, k)
		}
		m.Large.Place(make([]Text, len(m.Areas)), 14)
		for i, s := range m.Large.Shapes {
			if s.Path == "" || strings.Contains(s.Path, "N") || s.X < 0 || s.X > width || s.Y < 0 || s.Y > float64(m.Large.Height) {
				t.Errorf("area %d: %q at %v %v", i, s.Path, s.X, s.Y)
			}
		}
	})
}

// scribble is an area whose border goes to and fro across the map, some thousand
// times.
func scribble(thousands int) string {
	var points []string
	for i := range 1000 * thousands {
		points = append(points, fmt.Sprintf("[%d,%g],[%d,%g]", 0, float64(i)/1e4, 1, float64(i)/1e4+.00005))
	}
	return feature("9", "Polygon", "[["+strings.Join(points, ",")+",[0,0]]]")
}
