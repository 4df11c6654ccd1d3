package geojson

import (
	"fmt"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

const square = `[[[0,0],[1,0],[1,1],[0,1],[0,0]]]`

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",\n") + `]}`
}

func feature(code, kind, coordinates string) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{"code":%q},"geometry":{"type":%q,"coordinates":%s}}`,
		code, kind, coordinates)
}

// many are so many features.
func many(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = feature(fmt.Sprint(i), "Polygon", square)
	}
	return list
}

func TestFaults(t *testing.T) {
	good := collection(feature("1", "Polygon", square))
	polygon := func(coordinates string) string { return collection(feature("1", "Polygon", coordinates)) }
	replaced := func(old, now string) string { return strings.Replace(good, old, now, 1) }
	for text, want := range map[string]string{
		``:                    "1:1 map-form",
		`[]`:                  "1:1 wrong-type",
		`{"type":`:            "1:9 json-syntax",
		`{"type" "x"}`:        "1:9 json-syntax",
		`{type: "x"}`:         "1:2 json-syntax",
		"{\"type\": \"x\n\"}": "1:10 json-syntax",
		"{\n \"a\": [1 2]}":   "2:10 json-syntax",
		"{\n \"a\": [1,\n2":   "2:7 json-syntax",
		`{"a": tru}`:          "1:7 json-syntax",
		`{"a": "\x"}`:         "1:8 json-syntax",
		`{"a": 1-}`:           "1:7 json-syntax",
		good + " x":           "1:166 json-syntax",
		`{"a": ` + strings.Repeat("[", 60) + strings.Repeat("]", 60) + `}`: "1:56 json-syntax",
		`{}`:                           "1:1 missing-key, 1:1 missing-key",
		`{"type":"FeatureCollection"}`: "1:1 missing-key",
		replaced("FeatureCollection", "Topology"):      "1:9 value-not-allowed",
		`{"type":"FeatureCollection","features":{}}`:   "1:40 wrong-type",
		`{"type":"FeatureCollection","features":[]}`:   "1:40 empty-value",
		`{"type":"FeatureCollection","features":[3]}`:  "1:41 wrong-type",
		`{"type":"FeatureCollection","features":[{}]}`: "1:41 missing-key, 1:41 geometry-none",
		`{"schematic":"ya",` + good[1:]:                "1:14 wrong-type",
		`{"source":["x"],` + good[1:]:                  "1:11 wrong-type",
		collection(feature("1", "Point", "[1,1]")):     "1:104 geometry-kind",
		polygon("3"):                                      "1:128 wrong-type",
		polygon("[]"):                                     "1:128 empty-value",
		polygon("[[]]"):                                   "1:129 ring-short",
		polygon("[[[0,0],[1,1],[0,0]]]"):                  "1:129 ring-short",
		polygon("[[[0,0],[1],[0,1],[0]]]"):                "1:136 bad-position",
		polygon(`[[[0,0],["1",2],[0,1],[0,0]]]`):          "1:136 bad-position",
		polygon("[[[0,0],4,[0,1],[0,0]]]"):                "1:136 wrong-type",
		polygon("[[[687000,9301000],[1,2],[0,1],[0,0]]]"): "1:130 bad-coordinate",
		polygon("[[[-180.5,3],[1,2],[0,1],[0,0]]]"):       "1:130 bad-coordinate",
		polygon("[[[-6.3,106.7],[1,2],[0,1],[0,0]]]"):     "1:130 bad-coordinate",
		replaced(`"geometry":{`, `"geometry":null,"x":{`): "1:96 geometry-none",
		replaced(`"coordinates"`, `"koordinat"`):          "1:96 missing-key",
		replaced(`{"type":"Polygon",`, `{`):               "1:96 missing-key",
		replaced(`{"code":"1"}`, `null`):                  "1:72 wrong-type",

		replaced(`"type":"FeatureCollection"`, `"type":"FeatureCollection","type":"x"`): "1:29 duplicate-key",
		replaced(`{"code":"1"}`, `{"code":"1","code":"2"}`):                             "1:84 duplicate-key",
		`{"a": "\u12"}`:                      "1:8 json-syntax",
		`{"a": "\u+123"}`:                    "1:8 json-syntax",
		`{"a": 01}`:                          "1:7 json-syntax",
		`{"a": -01.5}`:                       "1:7 json-syntax",
		`{"a": .5}`:                          "1:7 json-syntax",
		`{"a": 5.}`:                          "1:7 json-syntax",
		`{"a": [0, +5]}`:                     "1:11 json-syntax",
		`{"a": 1e}`:                          "1:7 json-syntax",
		`{"a": 1e400}`:                       "1:7 json-syntax",
		collection(many(maxFeatures + 1)...): "1:40 map-limit",
	} {
		s, problems := Read("f", []byte(text))
		if s != nil && s.Whole {
			t.Errorf("%.80s: read", text)
		}
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Place.Line, p.Place.Col, p.Code))
			checkWords(t, text, p)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%.80s: %s, want %s", text, s, want)
		}
	}
}

// checkWords wants a problem to have all that its sentence tells.
func checkWords(t *testing.T, text string, p diag.Problem) {
	t.Helper()
	for _, lang := range []diag.Language{diag.Indonesian, diag.English} {
		if s := p.Text(lang) + p.Advice(lang); strings.Contains(s, "%!") {
			t.Errorf("%.80s: %s", text, s)
		}
	}
}

func TestTop(t *testing.T) {
	text := `{"crs":null,"schematic":true,"licence":"CC BY 4.0","source":"Kami \u00e9\n\"kami\"",` +
		`"note":"Catatan","bbox":[1,-2.5e+01,0,-0.0,10,{}],"features":[` +
		`{"id":7,"geometry":{"coordinates":[[[0,0,5],[1,0],[1,1],[0,1]]],"type":"Polygon"},` +
		`"properties":{"nama":null,"code":"2"},"type":"Feature"},` +
		feature("1", "MultiPolygon", "["+square+"]") + "]\n,\"type\":\"FeatureCollection\"}\n"
	s, problems := Read("f", []byte(text))
	if s == nil || !s.Whole || len(s.Features) != 2 {
		t.Fatalf("%+v, %v", s, problems)
	}
	if !s.Schematic || s.Licence != "CC BY 4.0" ||
		s.Source[0].Text != "Kami é \"kami\"" || s.Note[0].Text != "Catatan" {
		t.Errorf("%+v", s)
	}
	if s.Features[0].Name() != "2" || s.Features[1].Name() != "1" {
		t.Errorf("%+v", s.Features)
	}
	if id, ok := s.Features[0].Property("id"); !ok || !id.Number || id.Value != "7" {
		t.Errorf("%+v", s.Features[0])
	}
}

// The texts that people read may be written in several languages.
func TestTopInLanguages(t *testing.T) {
	s, problems := Read("f", []byte(`{"type":"FeatureCollection","source":{},"note":{"id":"Peta","en":"A map"},
"features":[`+feature("1", "Polygon", square)+`]}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	said := s.Note.ByLanguage()
	if len(s.Source) != 0 || len(said) != 2 || said["id"] != "Peta" || said["en"] != "A map" {
		t.Errorf("%+v, %+v", s.Source, s.Note)
	}
	for _, bad := range []string{`7`, `{"id":7}`, `["Peta"]`, `{"id":{"en":"A map"}}`} {
		_, problems := Read("f", []byte(`{"type":"FeatureCollection","note":`+bad+`,"features":[`+
			feature("1", "Polygon", square)+`]}`))
		if len(problems) != 1 || problems[0].Code != "wrong-type" {
			t.Errorf("%s: %v", bad, problems)
		}
	}
}

func TestTooManyPoints(t *testing.T) {
	ring := "[" + strings.Repeat("[0,0],", maxPoints) + "[1,1]]"
	_, problems := Read("f", []byte(collection(feature("1", "Polygon", "["+ring+"]"))))
	if len(problems) != 1 || problems[0].Code != "map-limit" || problems[0].Hint.Code != "thin-out" {
		t.Error(problems)
	}
}

// Whatever the text, what comes out can be drawn or has an error; nothing makes us fall over.
func FuzzRead(f *testing.F) {
	f.Add(collection(feature("1", "Polygon", square), feature("2", "Polygon", `[[[1,0],[2,0],[2,1],[1,1]]]`)))
	f.Add(collection(feature("1", "Polygon",
		`[[[0,0],[1,1],[0,1],[1,0]],[[0.2,0.2],[0.2,0.2],[0.2,0.2],[9,9]]]`)))
	f.Add(collection(feature("1", "MultiPolygon",
		`[[[[0,0],[0,0],[0,0],[0,0]]],[[[180,90],[-180,-90],[0,0],[5,5]]]]`)))
	f.Add(collection(feature("1", "Polygon",
		`[[[0,0],[0,0],[0,0],[0,0]],[[106,-6],[107,-6],[107,-7],[106,-6]]]`)))
	f.Add(`{"schematic":tru`)
	f.Fuzz(func(t *testing.T, text string) {
		s, problems := Read("f", []byte(text))
		if (s != nil && s.Whole) == problems.HasErrors() {
			t.Fatalf("survey %v, problems %v", s, problems)
		}
		for _, p := range problems {
			checkWords(t, text, p)
			if p.Place.File != "f" || p.Place.Line < 1 || p.Place.Col < 1 {
				t.Errorf("%s at %v", p.Code, p.Place)
			}
		}
		if s == nil || !s.Whole {
			return
		}
		for _, south := range []bool{false, true} {
			s.CheckCountry(south)
		}
		for i := range s.Features {
			for _, polygon := range s.Features[i].Polygons {
				for _, ring := range polygon {
					if len(ring) < LeastPoints || !ring.Closed() {
						t.Errorf("feature %d has the ring %v", i, ring)
					}
				}
			}
		}
	})
}
