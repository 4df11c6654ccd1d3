package atlas

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
)

// read reads a map that has no fault.
func read(t testing.TB, data []byte) *Map {
	t.Helper()
	m, problems := drawn(data)
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// drawn draws each feature as the area that its code says.
func drawn(data []byte) (*Map, diag.List) {
	s, problems := geojson.Read("data/boundaries.geojson", data)
	if s == nil {
		return nil, problems
	}
	codes := make([]string, len(s.Features))
	for i := range s.Features {
		p, _ := s.Features[i].Property("code")
		codes[i] = p.Value
	}
	m, faults := Draw(s, codes)
	return m, append(problems, faults...)
}

func bytesOf(d Drawing) int {
	n := 0
	for _, s := range d.Shapes {
		n += len(s.Path)
	}
	return n
}

// Whatever the borders, neighbours keep them in common.
func TestTilings(t *testing.T) {
	for seed := range uint64(32) {
		if testing.Short() && seed%8 != 7 {
			continue
		}
		areas := 3 + int(seed*7%38)
		if seed >= 30 {
			areas = []int{manyAreas, maxAreas}[seed-30]
		}
		noise := []float64{0, 2e-6, 1e-5}[seed%3]
		tiles := newTiling(seed, areas, 1+int(seed%40), noise)
		t.Run(fmt.Sprintf("%d areas, seed %d", areas, seed), func(t *testing.T) {
			m := read(t, tiles.geojson(areas))
			if n := bytesOf(m.Large); n > largeBytes(len(m.Areas)) {
				t.Errorf("large paths take %d bytes", n)
			}
			if n := bytesOf(m.Small); n > smallBytes(len(m.Areas)) {
				t.Errorf("small paths take %d bytes", n)
			}
			checkBorders(t, tiles, m)
			checkPoints(t, m)
			checkLabels(t, m, areas)
			checkTargets(t, m)
		})
	}
}

// However many areas, and though their borders cross themselves, neighbours have
// a border in common: it is drawn coarser, never parted.
func TestNeighboursAreKept(t *testing.T) {
	seeds := uint64(6)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		tiles := newTiling(seed, maxAreas, 30, 0)
		m := read(t, tiles.geojson(maxAreas))
		for i, want := range tiles.neighbours(maxAreas) {
			got, small := m.Large.Shapes[i].Neighbours, m.Small.Shapes[i].Neighbours
			if !slices.Equal(got, want) || !slices.Equal(small, want) {
				t.Errorf("seed %d: area %d touches %v and %v, not %v", seed, i, got, small, want)
			}
		}
	}
	for _, areas := range []int{11, 31, 44, manyAreas, 85, maxAreas} {
		m := read(t, []byte(collection(crossed(areas)...)))
		for i, s := range m.Large.Shapes {
			if len(s.Neighbours) < 2 {
				t.Errorf("of %d areas, number %d stands alone: %v", areas, i, s.Neighbours)
			}
		}
	}
}

// checkBorders wants every piece of border to be that of two areas, unless it is
// the city's own: there are no slits.
func checkBorders(t *testing.T, tiles *tiling, m *Map) {
	t.Helper()
	count := map[[2]point]int{}
	for _, s := range m.Large.Shapes {
		if s.Path == "" {
			t.Error("an area vanished")
		}
		for _, ring := range s.rings {
			for i, p := range ring {
				q := ring[(i+1)%len(ring)]
				if comparePoints(p, q) > 0 {
					p, q = q, p
				}
				count[[2]point{p, q}]++
			}
		}
	}
	left, top, right, bottom := m.Large.box()
	for ends, n := range count {
		x, y := float64(ends[0].x+ends[1].x)/2/fine, float64(ends[0].y+ends[1].y)/2/fine
		// the edge of the grid wiggles by less than one cell
		edge := (right - left) / float64(tiles.columns)
		inner := x > left+edge && x < right-edge && y > top+edge && y < bottom-edge
		if n > 2 || n == 1 && inner {
			t.Errorf("the border at %.0f %.0f is that of %d areas", x, y, n)
		}
	}
}

func (d *Drawing) box() (left, top, right, bottom float64) {
	all := Shape{}
	for _, s := range d.Shapes {
		all.rings = append(all.rings, s.rings...)
	}
	return all.Box()
}

// checkPoints wants every place in one area.
func checkPoints(t *testing.T, m *Map) {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 3))
	left, top, right, bottom := m.Large.box()
	edge := (right - left) / 5
	for range 400 {
		x, y := left+edge+(right-left-2*edge)*r.Float64(), top+edge+(bottom-top-2*edge)*r.Float64()
		in, close := 0, false
		for i := range m.Large.Shapes {
			room := m.Large.Shapes[i].room(x, y)
			if room > 0 {
				in++
			}
			close = close || room > -.3 && room < .3
		}
		if in != 1 && !close {
			t.Fatalf("%.1f %.1f lies in %d areas", x, y, in)
		}
	}
}

func checkLabels(t *testing.T, m *Map, areas int) {
	t.Helper()
	names := []string{"Setu", "Ciputat Timur", "Pondok Aren", "Kecamatan Sangat Panjang Sekali", "Serpong"}
	texts := make([]Text, areas)
	for i := range texts {
		texts[i] = Text{Name: names[i%len(names)], Below: "123.456"}
	}
	labels := m.Large.Labels(texts, 14, nil)
	for i, a := range labels {
		if a.box.left < 0 || a.box.top < 0 || a.box.right > width || a.box.bottom > float64(m.Large.Height) {
			t.Errorf("label %d leaves the picture: %v", i, a.box)
		}
		if a.Number == 0 && len(a.Lines) == 0 && areas <= manyAreas {
			t.Errorf("area %d has no label", i)
		}
		for j, b := range labels[:i] {
			if a.box.meets(b.box) {
				t.Errorf("labels %d and %d collide", i, j)
			}
		}
	}
}

// checkTargets wants a place on each shape that no other takes away.
func checkTargets(t *testing.T, m *Map) {
	t.Helper()
	for i, a := range m.Large.Shapes {
		if a.Room <= 0 {
			t.Errorf("the middle of area %d is not inside", i)
		}
		for j, b := range m.Large.Shapes {
			if dx, dy := a.X-b.X, a.Y-b.Y; i != j && b.Hit*b.Hit >= dx*dx+dy*dy {
				t.Errorf("area %d cannot be clicked for area %d", i, j)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	data := newTiling(5, 12, 30, 1e-6).geojson(12)
	a, b := read(t, data), read(t, data)
	if fmt.Sprint(a.Large, a.Small) != fmt.Sprint(b.Large, b.Small) {
		t.Error("two readings, two drawings")
	}
}

// soon is how long it may take to draw any map. It takes seconds: this is for a machine on
// which a hundred other things are done. What compares each point of a million with each
// takes hours.
const soon = 5 * time.Minute

// A million points are an hour of somebody's computing, not of ours.
func TestManyPoints(t *testing.T) {
	bends := 12000
	if testing.Short() {
		bends = 1000
	}
	data := newTiling(1, 9, bends, 0).geojson(9)
	start := time.Now()
	m := read(t, data)
	t.Logf("%d MB, %d positions: %v", len(data)>>20, strings.Count(string(data), "],[")+1, time.Since(start))
	if n := bytesOf(m.Large); n > largeBytes(len(m.Areas)) {
		t.Errorf("large paths take %d bytes", n)
	}
	if spent := time.Since(start); spent > soon {
		t.Errorf("it took %v", spent)
	}
}

// Borders that are noise do not keep anybody waiting: what is too much is told, and
// what is just not is drawn.
func TestNoise(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; go test without -short runs it")
	}
	for _, c := range []struct {
		areas, points int
		drawn         bool
	}{{2, 60_000, false}, {manyAreas, 3000, false}, {2, 6000, true}, {maxAreas, 300, true}} {
		data := []byte(collection(stars(c.areas, c.points)...))
		start := time.Now()
		m, problems := drawn(data)
		tangled := problems.HasErrors() && problems[len(problems)-1].Code == "map-tangled"
		if (m != nil) != c.drawn || tangled == c.drawn {
			t.Errorf("%d stars of %d points: %v", c.areas, c.points, problems)
		}
		if spent := time.Since(start); spent > soon {
			t.Errorf("%d stars of %d points took %v", c.areas, c.points, spent)
		}
	}
}

// An island in another's midst, with nothing else in common, keeps its border in
// common with the hole it fills.
func TestEnclave(t *testing.T) {
	m := read(t, []byte(collection(
		feature("1", "Polygon", `[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[3,6],[6,6],[6,3],[3,3]]]`),
		feature("2", "Polygon", `[[[3,3],[6,3],[6,6],[3,6],[3,3]]]`))))
	if !m.Touch(0, 1) || !m.Touch(1, 0) || m.Touch(0, 0) {
		t.Errorf("neighbours: %v, %v", m.Large.Shapes[0].Neighbours, m.Large.Shapes[1].Neighbours)
	}
	if got, want := m.Large.Shapes[1].Path, "M121.3 121.3l117.3 0 0 117.3-117.3 0z"; len(got) != len(want) {
		t.Errorf("the enclave is %s", got)
	}
	if r := m.Large.Shapes[0]; r.room(180, 180) > 0 {
		t.Error("the hole is filled")
	}
}

// A border of one side that has more points than the other is the same border.
func TestMorePointsOnOneSide(t *testing.T) {
	m := read(t, []byte(collection(
		feature("1", "Polygon", `[[[0,0],[4,0],[4,4],[0,4],[0,0]]]`),
		feature("2", "Polygon", `[[[4,0],[8,0],[8,4],[4,4],[4,3],[4.000001,2],[4,0]]]`))))
	if !m.Touch(0, 1) {
		t.Error("they do not touch")
	}
}

func TestSmallIslandsVanish(t *testing.T) {
	m := read(t, []byte(collection(
		feature("1", "MultiPolygon", `[[[[0,0],[4,0],[4,4],[0,4],[0,0]]],[[[5,5],[5.02,5],[5.02,5.02],[5,5]]]]`),
		feature("2", "Polygon", `[[[6,6],[6.001,6],[6.001,6.001],[6,6]]]`))))
	if n := len(m.Large.Shapes[0].rings); n != 1 {
		t.Errorf("the first has %d rings", n)
	}
	if s := m.Large.Shapes[1]; s.Path == "" || s.Hit != finger {
		t.Errorf("the second is drawn as %q, to be hit within %v", s.Path, s.Hit)
	}
}

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",\n") + `]}`
}

func feature(code, kind, coordinates string) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{"code":%q},"geometry":{"type":%q,"coordinates":%s}}`,
		code, kind, coordinates)
}
