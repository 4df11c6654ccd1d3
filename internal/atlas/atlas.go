// Package atlas draws areas as maps of a page.
//
// It owns what such a drawing is: paths in whole units or tenths, which area touches which,
// where a finger hits, where labels have room, and where a point in degrees lies. What comes in: a survey of package
// geojson, and the code of the area that each feature belongs to. What goes out: two
// drawings of the areas, one large enough to find one's way by and one small, and warnings
// of areas that lie over each other or have no extent (overlap.go). Features of one code
// are one area: borders between them vanish. Their own borders stay in the survey, so that
// they can be drawn by other codes at any time.
//
// The room knows nothing of what the areas are, reads no file, writes no SVG elements,
// and is a pure function: the same survey gives the same drawings, to the byte.
//
// # How a drawing is made
//
// Degrees become units of the drawing by a projection that is true around the
// middle of the map (projection.go). Points closer than a fifth of a unit become
// one, and a point that lies on a neighbour's border becomes a point of it
// (snap.go). Features of one area are joined (join.go). Borders are then cut where
// three areas or the outside meet: what lies between is an arc, and both neighbours
// use the same one (topology.go). Arcs are simplified once (orb/simplify), so that no
// slit can open between neighbours; one that would cross or swallow another keeps more
// of its points (simplify.go, conflict.go). The more the file holds, the coarser the arcs:
// the paths never take more bytes than a drawing may. Borders of a file that cross each
// other stay so.
//
// # Limits
//
// At most 200 areas, and borders no longer than 300 times around the drawing. An area may
// not cross the line of 180 degrees.
package atlas

import (
	"cmp"
	"slices"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
)

// maxAreas is how many areas a map has at most. The city with most kecamatan has 51.
const maxAreas = 200

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

// Map is what a survey draws.
type Map struct {
	// Schematic says that the shapes are no official borders; their coordinates need not
	// be those of the earth.
	Schematic bool
	// Licence, Source and Note stand at the file's top.
	Licence      string
	Source, Note geojson.Text
	// Areas are in the order of their codes.
	Areas []Area
	// Large is to be found one's way by, Small shows where an area lies. Their
	// shapes are by position in Areas.
	Large, Small Drawing

	projection projection
}

// Area is what features of one name are together.
type Area struct {
	Code string
	// Features are their positions in the survey.
	Features []int
	// Polygons are theirs in degrees: polygons of rings of points, wound as RFC 7946 has it.
	Polygons [][][][2]float64
}

// Draw draws the features by the codes of their areas. The map is nil when that
// cannot be done, or a feature has a fault.
func Draw(s *geojson.Survey, codes []string) (*Map, diag.List) {
	if !s.Whole || len(codes) == 0 {
		return nil, nil
	}
	m := &Map{Schematic: s.Schematic, Source: s.Source, Licence: s.Licence, Note: s.Note, Areas: areasOf(codes)}
	if n := len(m.Areas); n > maxAreas {
		p := diag.At(s.Start, "map-limit", diag.Count(n), diag.Word("areas"), diag.Count(maxAreas))
		return nil, diag.List{p.WithHint("map-cut")}
	}
	for i := range m.Areas {
		m.Areas[i].Polygons = polygonsOf(s, m.Areas[i].Features)
	}
	m.projection = fit(s.Features)
	parts, outlines := outlinesOf(s, m.Areas, m.projection)
	if parts == nil {
		return nil, diag.List{diag.At(s.Start, "map-tangled").WithHint("thin-out")}
	}
	t, n := newTopology(outlines, m.projection.height), len(m.Areas)
	m.Large, m.Small = t.draw(largeBytes(n), false), t.draw(smallBytes(n), true)
	return m, append(specks(s, m.Areas, outlines), overlaps(s, parts)...)
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
