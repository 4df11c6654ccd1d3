// Package atlas reads areas from GeoJSON and draws them.
//
// What comes in: the text of a GeoJSON file, a FeatureCollection. What goes out, in
// two steps: Read finds the features with their properties, and every fault of the
// file at its place; somebody who knows what the features are names the area of each;
// Draw makes two drawings of the areas, one large enough to find one's way by and one
// small. Features of one name are one area: borders between them vanish. Their own
// borders stay in the survey, so that they can be drawn by other names at any time.
//
// The room knows nothing of what the areas are, reads no file, writes no SVG elements,
// and is a pure function: the same text gives the same drawings, to the byte.
//
// # What is doubted
//
// Points and areas that are where they surely do not belong (stray.go, doubt.go), a
// shape given twice (twin.go), borders that cross themselves (cross.go), areas that lie
// over each other or have no extent (cover.go) are drawn, with a warning: what real
// archipelagos do is never doubted.
//
// # How a drawing is made
//
// Degrees become units of the drawing by a projection that is true around the
// middle of the map (orb/project). Points closer than a fifth of a unit become
// one, and a point that lies on a neighbour's border becomes a point of it
// (snap.go). Features of one area are joined (join.go). Borders are then cut where
// three areas or the outside meet: what lies between is an arc, and both neighbours
// use the same one (arcs.go). Arcs
// are simplified once (orb/simplify), so that no slit can open between
// neighbours; one that would cross or swallow another keeps more of its points
// (simplify.go). The more the file holds, the coarser the arcs: the paths never
// take more bytes than a drawing may. Borders of a file that cross each other stay so.
//
// # Limits
//
// At most 200 areas of 2,000 features and 2,000,000 points, and borders no longer than
// 300 times around the drawing. The largest file the house reads is a limit of package
// source. An area may not cross the line of 180 degrees.
//
// A survey holds its points as long as the program runs: 2,000,000 take 32 MB. To read
// as many takes some three seconds of a processor, of which a tenth goes into doubts.
package atlas

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// Limits of what is read. The city with most kecamatan has 51, with most kelurahan
// 852; a million points is every bend of every brook.
const (
	maxAreas    = 200
	maxFeatures = 2000
	maxPoints   = 2_000_000
)

// manyAreas is how many areas a map of 15 kB can have; more take what they need. The
// largest city of the country has 51.
const manyAreas = 50

// smallBytes is how many bytes all paths of the small drawing may take together.
func smallBytes(areas int) int { return max(2000, 40*areas) }

// largeBytes is the same of the large one. A map is to take 15 kB at most. Besides its
// shape, an area needs a link with its name and figure and a label of three lines,
// which is 330 bytes with a name of seventeen letters. Where areas are many and small,
// a number is the label: then 220 do, and there is room for a shape of some corners.
func largeBytes(areas int) int {
	if areas > manyAreas {
		return 90 * areas // with less, tangled borders lose their neighbours
	}
	return min(7000, max(3400, 14500-330*areas))
}

// Survey is what a file holds.
type Survey struct {
	// Schematic says that the shapes are no true borders.
	Schematic bool
	// Source, Licence and Note are texts of the file's top, "" when not given.
	Source, Licence, Note string
	// Features are those whose properties could be read, in the order of the file.
	Features []Feature

	start    diag.Place
	whole    bool // no feature has a fault
	squeezed bool // something is so far off that all else may be too small to be seen
}

// Feature is one feature of the file.
type Feature struct {
	// Place is where its properties begin.
	Place diag.Place
	// Properties are those with a text or a number, in the order of the file; a text
	// is cut after maxValue bytes. The feature's id, if it has one, is the last.
	Properties []Property

	begin diag.Place // of its first position
	shape orb.MultiPolygon
	rings []int // where each ring of the shape stands in the file
}

// Property is a text or a number of a feature; of a number, Value is what stands there.
type Property struct {
	Key, Value string
	Number     bool
	Place      diag.Place
}

// Property returns the property of a key.
func (f *Feature) Property(key string) (Property, bool) {
	for _, p := range f.Properties {
		if p.Key == key {
			return p, true
		}
	}
	return Property{}, false
}

// label is what a feature is called in a problem: its code, or the first text that
// looks like one, or the first at all.
func (s *Survey) label(feature int) string {
	f := &s.Features[feature]
	if p, ok := f.Property("code"); ok {
		return p.Value
	}
	best, rank := "", 0
	for _, p := range f.Properties {
		key, worth := strings.ToLower(p.Key), 1
		if strings.Contains(key, "kode") || strings.Contains(key, "code") || strings.HasPrefix(key, "kd") {
			worth = 3
		} else if !p.Number {
			worth = 2
		}
		if worth > rank && p.Value != "" {
			best, rank = p.Value, worth
		}
	}
	return best
}

// Map is what a survey draws.
type Map struct {
	// Schematic says that the shapes are no true borders.
	Schematic bool
	// Source, Licence and Note are texts of the file's top, "" when not given.
	Source, Licence, Note string
	// Areas are in the order of their codes.
	Areas []Area
	// Large is to be found one's way by, Small shows where an area lies. Their
	// shapes are by position in Areas.
	Large, Small Drawing
}

// Area is what features of one name are together.
type Area struct {
	Code string
	// Features are their positions in the survey.
	Features []int
}

// Read reads a GeoJSON file of a given name. The survey is nil when the file is of
// another form.
func Read(file string, data []byte) (*Survey, diag.List) {
	r := reader{scanner: scanner{data: data}, ruler: diag.NewRuler(file, data), survey: &Survey{start: diag.Place{File: file, Line: 1, Col: 1}}}
	if !r.read() {
		return nil, r.problems
	}
	r.survey.whole = !r.problems.HasErrors()
	if r.survey.whole {
		r.doubt()
	}
	return r.survey, r.problems
}

// Draw draws the features by the codes of their areas. The map is nil when that
// cannot be done, or a feature has a fault.
func Draw(s *Survey, codes []string) (*Map, diag.List) {
	if !s.whole || len(codes) == 0 {
		return nil, nil
	}
	m := &Map{Schematic: s.Schematic, Source: s.Source, Licence: s.Licence, Note: s.Note, Areas: areasOf(codes)}
	if n := len(m.Areas); n > maxAreas {
		return nil, diag.List{diag.At(s.start, "map-limit", diag.Count(n), diag.Word("areas"), diag.Count(maxAreas)).WithHint("map-cut")}
	}
	parts, outlines, height := s.outlines(m.Areas)
	if parts == nil {
		return nil, diag.List{diag.At(s.start, "map-tangled").WithHint("thin-out")}
	}
	net := weave(outlines, height)
	n := len(m.Areas)
	m.Large, m.Small = net.draw(largeBytes(n), false), net.draw(smallBytes(n), true)
	return m, append(s.dots(m.Areas, outlines), s.covers(parts)...)
}

// areasOf gathers the features of each code.
func areasOf(codes []string) []Area {
	at := map[string]int{}
	var areas []Area
	for i, code := range codes {
		n, known := at[code]
		if !known {
			n = len(areas)
			at[code] = n
			areas = append(areas, Area{Code: code})
		}
		areas[n].Features = append(areas[n].Features, i)
	}
	slices.SortFunc(areas, func(a, b Area) int { return cmp.Compare(a.Code, b.Code) })
	return areas
}

// Touch says whether two areas, by position, have a piece of border in common.
func (m *Map) Touch(a, b int) bool { return slices.Contains(m.Large.Shapes[a].Neighbours, b) }
