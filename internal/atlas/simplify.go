package atlas

import (
	"math"
	"slices"

	"blandongan/internal/atlas/geojson"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// Tolerances are areas of triangles in square tenths: a point that makes a
// smaller one with its neighbours goes.
const (
	unseen  = 2.0 // what nobody would see
	finest  = 50.0
	coarser = 1.5
	steps   = 31 // to 1e7, the whole drawing
)

// toleranceOf is that of a step from fine to coarse.
func toleranceOf(step int) float64 { return finest * math.Pow(coarser, float64(step)) }

// leastIsland is how large an island or a hole must be to be drawn, in square
// tenths, unless it is all there is of an area or another area fills it.
const leastIsland = 300

// thin returns a line with fewer points; its ends stay. A line that closes keeps
// four at least.
func thin(points []point, tolerance float64) []point {
	if len(points) <= 2 || tolerance <= 0 {
		return points
	}
	line := make(orb.LineString, len(points))
	for i, p := range points {
		line[i] = orb.Point{float64(p.x), float64(p.y)}
	}
	if by := simplify.VisvalingamThreshold(tolerance); line[0] == line[len(line)-1] {
		line = orb.LineString(by.Ring(orb.Ring(line)))
	} else {
		line = by.LineString(line)
	}
	return pointsOf(line)
}

func pointsOf(line orb.LineString) []point {
	points := make([]point, len(line))
	for i, p := range line {
		points[i] = point{int32(p[0]), int32(p[1])}
	}
	return points
}

// sketch is a topology with simplified arcs.
type sketch struct {
	*topology
	lines     [][]point // by arc
	step      int
	tolerance float64
	whole     bool // coordinates are written in whole units
	sparing   bool // a small ring is left out though it is shared
}

// draw makes a drawing whose paths take at most so many bytes. Where arcs cannot be
// mended in that room, they are mended less, and at last not at all and without the
// slivers between them: that borders cross somewhere is not as bad as areas that
// have lost all theirs.
func (t *topology) draw(bytes int, whole bool) Drawing {
	for _, most := range []int{mendings, mendings / 3, 0} {
		for step := range steps {
			s := t.sketch(step, whole)
			s.sparing = most == 0
			if !s.fits(bytes) {
				continue
			}
			if s.mend(most); s.fits(bytes) && s.visible() {
				return s.drawing()
			}
		}
	}
	return t.apart(bytes, whole).drawing()
}

// visible says whether there is something of every area.
func (s *sketch) visible() bool {
	for area := range s.rings {
		if !slices.ContainsFunc(s.drawn(area), func(line []point) bool { return extent(line) > 0 }) {
			return false
		}
	}
	return true
}

// sketch simplifies all arcs by the tolerance of a step.
func (t *topology) sketch(step int, whole bool) *sketch {
	if step == len(t.lines) { // what the step before took away, this one takes too
		lines := make([][]point, len(t.arcs))
		for i, a := range t.arcs {
			if step > 0 {
				a.points = t.lines[step-1][i]
			}
			lines[i] = thin(a.points, toleranceOf(step))
		}
		t.lines = append(t.lines, lines)
	}
	lines := slices.Clone(t.lines[step])
	return &sketch{topology: t, lines: lines, step: step, tolerance: toleranceOf(step), whole: whole}
}

// mendings is how often arcs that conflict are drawn finer at most; the last time they
// are drawn as they are.
const mendings = 7

// mend draws arcs finer that cross each other or lie on each other: neighbours
// would overlap, an area could vanish. Each is drawn finer so often at most.
func (s *sketch) mend(most int) {
	finer := make([]int, len(s.lines))
	for range 2 * most {
		conflicting := s.conflicts()
		changed := false
		for _, i := range conflicting {
			if finer[i] == most {
				continue
			}
			finer[i]++
			changed = true
			tolerance := s.tolerance / float64(int(1)<<(2*finer[i]))
			if finer[i] == mendings {
				tolerance = 0
			}
			s.lines[i] = thin(s.arcs[i].points, tolerance)
		}
		if !changed {
			break
		}
	}
	for _, i := range s.conflicts() { // as the file has them: more points do not help
		s.lines[i] = s.topology.lines[s.step][i]
	}
}

// drawn returns the rings of an area that are drawn, as points without the
// repeated last.
func (s *sketch) drawn(area int) [][]point {
	_, lines := s.choose(s.rings[area])
	return lines
}

// choose returns the rings of an area that are worth drawing, and their lines.
func (s *sketch) choose(rings []ring) (chosen []ring, drawn [][]point) {
	lines, extents := make([][]point, len(rings)), make([]float64, len(rings))
	largest := 0
	for i, r := range rings {
		lines[i] = s.line(r)
		if extents[i] = extent(lines[i]); extents[i] > extents[largest] {
			largest = i
		}
	}
	least := max(leastIsland, 4*s.tolerance)
	for from := 0; from < len(rings); { // an island and its holes
		to := from + 1
		for to < len(rings) && rings[to].hole {
			to++
		}
		if largest >= from && largest < to || slices.ContainsFunc(rings[from:to], s.kept) || extents[from] >= least {
			for i := from; i < to; i++ {
				if i == from || s.kept(rings[i]) || extents[i] >= least {
					chosen, drawn = append(chosen, rings[i]), append(drawn, lines[i])
				}
			}
		}
		from = to
	}
	return chosen, drawn
}

// prune takes away what no drawing shows, which may be most of a scribble.
func (t *topology) prune() {
	whole := &sketch{topology: t}
	for _, a := range t.arcs {
		whole.lines = append(whole.lines, a.points)
	}
	used := make([]bool, len(t.arcs))
	for area, rings := range t.rings {
		t.rings[area], _ = whole.choose(rings)
		for _, r := range t.rings[area] {
			for _, u := range r.arcs {
				used[u.arc] = true
			}
		}
	}
	for i := range t.arcs {
		if !used[i] {
			t.arcs[i].points = nil
		}
	}
}

// kept says whether a ring is drawn though it is small: left out on one side of a
// border alone, it would be a slit.
func (s *sketch) kept(r ring) bool { return !s.sparing && s.shared(r) }

// line puts the arcs of a ring together.
func (s *sketch) line(r ring) []point {
	var line []point
	for _, u := range r.arcs {
		points := s.lines[u.arc]
		if u.reversed {
			points = slices.Clone(points)
			slices.Reverse(points)
		}
		line = append(line, points[:len(points)-1]...)
	}
	return line
}

// extent is the area within a closed line.
func extent(line []point) float64 {
	var twice int64
	for i, p := range line {
		q := line[(i+1)%len(line)]
		twice += int64(p.x)*int64(q.y) - int64(q.x)*int64(p.y)
	}
	return float64(max(twice, -twice)) / 2
}

// fits says whether all paths take at most so many bytes.
func (s *sketch) fits(bytes int) bool {
	for area := range s.rings {
		if bytes -= len(path(s.drawn(area), s.whole)); bytes < 0 {
			return false
		}
	}
	return true
}

// apart is for borders so tangled that they do not fit into so many bytes: of
// each area the largest ring alone, with as many points as there is room for.
func (t *topology) apart(bytes int, whole bool) *sketch {
	const most = len("-360.0-420.0")
	points := max(geojson.LeastPoints, bytes/len(t.rings)/most)
	s := &sketch{topology: &topology{height: t.height, rings: make([][]ring, len(t.rings))}, whole: whole}
	full := &sketch{topology: t}
	for _, a := range t.arcs {
		full.lines = append(full.lines, a.points)
	}
	for area, rings := range t.rings {
		var largest []point
		for _, r := range rings {
			if line := full.line(r); largest == nil || extent(line) > extent(largest) {
				largest = line
			}
		}
		line := make(orb.LineString, 0, len(largest)+1)
		for _, p := range append(largest, largest[0]) {
			line = append(line, orb.Point{float64(p.x), float64(p.y)})
		}
		line = orb.LineString(simplify.VisvalingamKeep(points).Ring(orb.Ring(line)))
		s.lines = append(s.lines, pointsOf(line))
		s.arcs = append(s.arcs, arc{areas: []int{area}})
		s.rings[area] = []ring{{arcs: []use{{area, false}}}}
	}
	return s
}
