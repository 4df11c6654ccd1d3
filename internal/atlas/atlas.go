// Package atlas reads areas from GeoJSON and draws them.
//
// What comes in: the text of a GeoJSON file, a FeatureCollection of areas that
// each carry a code. What goes out: the areas with two drawings of them, one
// large enough to find one's way by and one small, and every fault of the file
// at its place. It knows nothing of what the areas are, reads no file, writes no
// SVG elements, and is a pure function: the same text gives the same drawings, to
// the byte.
//
// # How a drawing is made
//
// Degrees become units of the drawing by a projection that is true around the
// middle of the map (orb/project). Points closer than a fifth of a unit become
// one, and a point that lies on a neighbour's border becomes a point of it
// (snap.go). Borders are then cut where three areas or the outside meet: what
// lies between is an arc, and both neighbours use the same one (arcs.go). Arcs
// are simplified once (orb/simplify), so that no slit can open between
// neighbours; one that would cross or swallow another keeps more of its points
// (simplify.go). The more the file holds, the coarser the arcs: the paths never
// take more bytes than a drawing may. Borders of a file that cross each other stay so.
//
// # Limits
//
// At most 50 areas and 2,000,000 points, and borders no longer than 300 times around
// the drawing. The largest file the house reads is a limit of package source. An area
// may not cross the line of 180 degrees.
package atlas

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"

	"blandongan/internal/diag"
)

// Limits of what is read. More areas would leave no bytes for borders, and the
// largest city has 44; a million points is every bend of every brook.
const (
	maxAreas  = 50
	maxPoints = 2_000_000
)

// smallBytes is how many bytes all paths of the small drawing may take together.
const smallBytes = 2000

// largeBytes is the same of the large one. A map is to take 15 kB at most. Besides its
// shape, an area needs a link with its name and figure and a label of three lines,
// which is 330 bytes with a name of seventeen letters. Where areas are many and small,
// a number is the label: then 220 do, and there is room for a shape of some corners.
func largeBytes(areas int) int { return min(7000, max(3400, 14500-330*areas)) }

// Map is what a file draws.
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

// Area is one feature of the file.
type Area struct {
	Code string
	// Place is where the code stands.
	Place diag.Place

	shape orb.MultiPolygon
}

// Read reads a GeoJSON file of a given name. The map is nil when it has a fault.
func Read(file string, data []byte) (*Map, diag.List) {
	r := reader{scanner: scanner{data: data}, ruler: diag.NewRuler(file, data)}
	m := r.read()
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	slices.SortFunc(m.Areas, func(a, b Area) int { return cmp.Compare(a.Code, b.Code) })
	net := weave(m.Areas)
	if net == nil {
		r.hint(r.say(0, "map-tangled"), "thin-out")
		return nil, r.problems
	}
	m.Large, m.Small = net.draw(largeBytes(len(m.Areas)), false), net.draw(smallBytes, true)
	for i := range m.Areas {
		m.Areas[i].shape = nil // a million points, and nobody needs them now
	}
	return m, nil
}

// Touch says whether two areas, by position, have a piece of border in common.
func (m *Map) Touch(a, b int) bool { return slices.Contains(m.Large.Shapes[a].Neighbours, b) }
