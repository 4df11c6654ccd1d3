package atlas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"blandongan/internal/diag"
)

const square = `[[[0,0],[1,0],[1,1],[0,1],[0,0]]]`

// What cannot be drawn is told of at the beginning of the file.
func TestLimits(t *testing.T) {
	many := make([]string, maxAreas+1)
	for i := range many {
		many[i] = feature(fmt.Sprint(i), "Polygon", square)
	}
	for text, want := range map[string]string{
		collection(scribble(3)): "1:1 map-tangled",
		collection(many...):     "2:89 area-twin, 1:1 map-limit",
	} {
		m, problems := drawn([]byte(text))
		if m != nil {
			t.Errorf("%.80s: drawn", text)
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

// A map has the texts of its file, and its areas by their codes.
func TestTop(t *testing.T) {
	m := read(t, []byte(`{"schematic":true,"licence":"CC BY 4.0","source":"Kami","note":"Catatan",`+
		collection(feature("2", "Polygon", square), feature("1", "MultiPolygon", "["+square+"]"))[1:]))
	if !m.Schematic || m.Licence != "CC BY 4.0" || m.Source[0].Text != "Kami" || m.Note[0].Text != "Catatan" {
		t.Errorf("%+v", m)
	}
	if m.Areas[0].Code != "1" || m.Areas[1].Code != "2" {
		t.Errorf("%+v", m.Areas)
	}
}

// A point in degrees lies where the drawing of its area does; a label makes way for it,
// where it can.
func TestDot(t *testing.T) {
	east := feature("2", "Polygon", `[[[1,0],[2,0],[2,1],[1,1],[1,0]]]`)
	m := read(t, []byte(collection(feature("1", "Polygon", square), east)))
	middle, inside := m.Dot(0, .5, .5)
	if !inside || middle.X != m.Large.Shapes[0].X || middle.Y != m.Large.Shapes[0].Y {
		t.Errorf("%v, %v: the middle is at %v, %v", middle, inside, m.Large.Shapes[0].X, m.Large.Shapes[0].Y)
	}
	if _, inside := m.Dot(1, .5, .5); inside {
		t.Error("a point lies in the neighbour too")
	}
	texts := []Text{{Name: "Satu"}, {Name: "Dua"}}
	plain, moved := m.Large.Labels(texts, 14, nil), m.Large.Labels(texts, 14, []Dot{middle})
	if plain[0].X != middle.X || plain[0].Y != middle.Y || !slices.Equal(moved[0].Lines, plain[0].Lines) {
		t.Errorf("%+v, with a dot %+v", plain[0], moved[0])
	}
	if b := moved[0].box; b.meets(box{middle.X, middle.Y, middle.X, middle.Y}) || moved[1].X != plain[1].X {
		t.Errorf("a dot at %v is behind %+v", middle, b)
	}
	var full []Dot
	for x := range width {
		for y := range m.Large.Height {
			full = append(full, Dot{float64(x), float64(y)})
		}
	}
	if everywhere := m.Large.Labels(texts, 14, full); everywhere[0].X != plain[0].X {
		t.Errorf("dots everywhere: %+v", everywhere[0])
	}
}

// What comes out of any text fits and is whole; nothing makes us fall over.
func FuzzDraw(f *testing.F) {
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
		m.Large.Labels(make([]Text, len(m.Areas)), 14, nil)
		for i, s := range m.Large.Shapes {
			inside := s.X >= 0 && s.X <= width && s.Y >= 0 && s.Y <= float64(m.Large.Height)
			if s.Path == "" || strings.Contains(s.Path, "N") || !inside {
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
