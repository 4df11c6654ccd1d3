// Package geojson reads areas from a GeoJSON file and doubts what is surely not meant.
//
// It owns the form of such files: JSON, features and their geometries, and every mistake
// that people and programs make in them. What comes in: the text of a file, a
// FeatureCollection. What goes out: a Survey, the features with their properties and
// polygons, and each fault of the file at its place.
//
// It reads no file, draws nothing, and knows nothing of what the areas are: whoever knows
// says which properties count. The same text gives the same survey.
//
// # What is doubted
//
// Points and areas that are where they surely do not belong (far_points.go, far_areas.go),
// a shape given twice (same_shapes.go), borders that cross themselves (crossings.go), holes
// outside their area (holes.go), and a map outside the country (country.go) are warned of:
// what real archipelagos do is never doubted.
//
// # Limits
//
// At most 2,000 features and 2,000,000 points. The largest file the house reads is a limit
// of package files.
//
// A survey holds its points as long as the program runs: 2,000,000 take 32 MB. To read
// as many takes some three seconds of a processor, of which a tenth goes into doubts.
package geojson

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// Limits of what is read. The city with most kelurahan has 852; a million points is every
// bend of every brook.
const (
	maxFeatures = 2000
	maxPoints   = 2_000_000
)

// Survey is what a file holds.
type Survey struct {
	// Schematic says that the shapes are no official borders; their coordinates need not
	// be those of the earth.
	Schematic bool
	// Licence, Source and Note stand at the file's top.
	Licence      string
	Source, Note Text
	// Features are those whose properties could be read, in the order of the file.
	Features []Feature

	// Start is the place where the file begins.
	Start diag.Place
	// Whole says that no feature has a fault: all of them can be drawn.
	Whole bool
	// Squeezed says that something is so far off that all else may be too small to be seen.
	Squeezed bool
}

// Text is what people read: once, or in each of some languages.
type Text []Said

// Said is a text in one language, "" where the file names none.
type Said struct {
	Language, Text string
	Place          diag.Place
}

// ByLanguage is the text by its languages.
func (t Text) ByLanguage() map[string]string {
	said := make(map[string]string, len(t))
	for _, one := range t {
		said[one.Language] = one.Text
	}
	return said
}

// Feature is one feature of the file.
type Feature struct {
	// Place is where its properties begin.
	Place diag.Place
	// Properties are those with a text or a number, in the order of the file; a text
	// is cut after maxValue bytes. The feature's id, if it has one, is the last.
	Properties []Property
	// Polygons are its area, in degrees; every ring of them is closed.
	Polygons orb.MultiPolygon

	begin diag.Place // of its first position
	rings []int      // where each ring of the polygons stands in the file
}

// Around returns the position of the feature in which a place lies, -1 when it lies before them.
func (s *Survey) Around(at diag.Place) int {
	before := func(a, b diag.Place) bool { return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col }
	in := -1
	for i := range s.Features {
		start := s.Features[i].Place
		if first := s.Features[i].begin; first.Line > 0 && before(first, start) {
			start = first
		}
		if before(at, start) {
			break
		}
		in = i
	}
	return in
}

// Property is a text or a number of a feature; of a number, Value is what stands there.
type Property struct {
	Key, Value string
	Number     bool
	Place      diag.Place
}

// Read reads a GeoJSON file of a given name. The survey is nil when the file is of
// another form.
func Read(file string, data []byte) (*Survey, diag.List) {
	r := reader{
		scanner: scanner{data: data},
		ruler:   diag.NewRuler(file, data),
		survey:  &Survey{Start: diag.Place{File: file, Line: 1, Col: 1}},
	}
	if !r.read() {
		return nil, r.problems
	}
	r.survey.Whole = !r.problems.HasErrors()
	if r.survey.Whole {
		r.doubt()
	}
	return r.survey, r.problems
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

// Name is what a feature is called in a problem: its code, or the first text that
// looks like one, or the first at all.
func (f *Feature) Name() string {
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

// Fingerprint stands for the points of a feature, in any order: two features with the
// same one have the same shape.
func (f *Feature) Fingerprint() [2]uint64 {
	var sum [2]uint64
	for _, polygon := range f.Polygons {
		for _, ring := range polygon {
			for _, p := range ring[:max(0, len(ring)-1)] {
				a := mixed(math.Float64bits(p[0])) + math.Float64bits(p[1])
				sum[0] += mixed(a)
				sum[1] += mixed(a ^ 0x5bd1e995)
			}
		}
	}
	return sum
}

// mixed spreads the bits of a number (the finalizer of SplitMix64).
func mixed(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// BoundOf is the rectangle around all rings: a hole may reach out of its polygon.
func BoundOf(polygons orb.MultiPolygon) orb.Bound {
	bound := polygons.Bound()
	for _, polygon := range polygons {
		for _, ring := range polygon {
			bound = bound.Union(ring.Bound())
		}
	}
	return bound
}
