package atlas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// tiling is a made-up city: a grid whose lines wiggle, its cells grown together
// into areas, some with holes, some in several parts.
type tiling struct {
	*rand.Rand
	columns, rows int
	bends         int // points of a line between two corners
	noise         float64
	corners       map[[2]int][2]float64
	lines         map[[3]int][][2]float64 // by corner and direction: 0 right, 1 down
	owner         map[[2]int]int
}

func newTiling(seed uint64, areas, bends int, noise float64) *tiling {
	t := &tiling{Rand: rand.New(rand.NewPCG(seed, 7)), bends: bends, noise: noise,
		corners: map[[2]int][2]float64{}, lines: map[[3]int][][2]float64{}, owner: map[[2]int]int{}}
	side := 2 + int(math.Sqrt(float64(areas)*3))
	t.columns, t.rows = side, side
	for x := range t.columns + 1 {
		for y := range t.rows + 1 {
			right, down := (float64(x)+.5*t.Float64())/50, (float64(y)+.5*t.Float64())/50
			t.corners[[2]int{x, y}] = [2]float64{106 + right, -6 - down}
		}
	}
	for x := range t.columns + 1 {
		for y := range t.rows + 1 {
			t.line(x, y, 0, x+1, y)
			t.line(x, y, 1, x, y+1)
		}
	}
	t.grow(areas)
	return t
}

// line is a wiggly one between two corners; it never turns back.
func (t *tiling) line(x, y, direction, toX, toY int) {
	a, b := t.corners[[2]int{x, y}], t.corners[[2]int{toX, toY}]
	list := [][2]float64{a}
	aside := 0.0
	for i := 1; i <= t.bends; i++ {
		f := float64(i) / float64(t.bends+1)
		aside = .9*aside + (t.Float64()-.5)/3
		wiggle := .4 * aside * math.Sin(f*math.Pi) / 3
		dx, dy := b[0]-a[0], b[1]-a[1]
		list = append(list, [2]float64{a[0] + f*dx - wiggle*dy, a[1] + f*dy + wiggle*dx})
	}
	t.lines[[3]int{x, y, direction}] = append(list, b)
}

// grow gives each cell an area: some seeds, and what lies beside them.
func (t *tiling) grow(areas int) {
	for area := range areas {
		for {
			c := [2]int{t.IntN(t.columns), t.IntN(t.rows)}
			if _, taken := t.owner[c]; !taken {
				t.owner[c] = area
				break
			}
		}
	}
	for len(t.owner) < t.columns*t.rows {
		x, y := t.IntN(t.columns), t.IntN(t.rows)
		if _, taken := t.owner[[2]int{x, y}]; taken {
			continue
		}
		d := [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}[t.IntN(4)]
		if area, taken := t.owner[[2]int{x + d[0], y + d[1]}]; taken {
			t.owner[[2]int{x, y}] = area
		}
	}
}

// neighbours are the areas that lie beside each, in order.
func (t *tiling) neighbours(areas int) [][]int {
	list := make([][]int, areas)
	for c, area := range t.owner {
		for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			other, inside := t.owner[[2]int{c[0] + d[0], c[1] + d[1]}]
			if inside && other != area && !slices.Contains(list[area], other) {
				list[area] = append(list[area], other)
			}
		}
	}
	for _, l := range list {
		slices.Sort(l)
	}
	return list
}

// crossed are the cells of a square whose lines swing so far that they cross.
func crossed(areas int) []string {
	columns := int(math.Ceil(math.Sqrt(float64(areas))))
	swing := func(f float64) float64 { return 5 * f * (1 - f) * (.5 - f) }
	corners := [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	var list []string
	for i := range areas {
		var ring []string
		for c := range 4 {
			for bend := range 50 {
				f := float64(bend) / 50
				x, y := corners[c][0]*(1-f)+corners[c+1][0]*f, corners[c][1]*(1-f)+corners[c+1][1]*f
				column, row := float64(i%columns), float64(i/columns)
				ring = append(ring, fmt.Sprintf("[%.6f,%.6f]", column+x+swing(y), row+y+swing(x)))
			}
		}
		list = append(list, feature(fmt.Sprintf("99.71.%03d", i+1), "Polygon", "[["+strings.Join(ring, ",")+"]]"))
	}
	return list
}

// stars are areas each of whose points is as far from the middle as chance has it.
func stars(areas, points int) []string {
	r := rand.New(rand.NewPCG(1, 1))
	var list []string
	for i := range areas {
		var ring []string
		for n := range points {
			turn, far := 2*math.Pi*float64(n)/float64(points), r.Float64()
			x, y := 2.1*float64(i%8)+far*math.Cos(turn), 2.1*float64(i/8)+far*math.Sin(turn)
			ring = append(ring, fmt.Sprintf("[%.5f,%.5f]", x, y))
		}
		list = append(list, feature(fmt.Sprint(i), "Polygon", "[["+strings.Join(ring, ",")+"]]"))
	}
	return list
}

// edge is a line walked with its area on one hand.
type edge struct {
	from, to [2]int
	points   [][2]float64
}

// rings are the closed lines around the cells of an area.
func (t *tiling) rings(area int) [][][2]float64 {
	out := map[[2]int][]edge{}
	walk := func(x, y, direction, toX, toY int, forth bool) {
		points := t.lines[[3]int{x, y, direction}]
		e := edge{[2]int{x, y}, [2]int{toX, toY}, points}
		if !forth {
			e = edge{e.to, e.from, nil}
			for i := range points {
				e.points = append(e.points, points[len(points)-1-i])
			}
		}
		out[e.from] = append(out[e.from], e)
	}
	mine := func(x, y int) bool { owner, ok := t.owner[[2]int{x, y}]; return ok && owner == area }
	for x := range t.columns {
		for y := range t.rows {
			if !mine(x, y) {
				continue
			}
			if !mine(x, y-1) {
				walk(x, y, 0, x+1, y, true)
			}
			if !mine(x+1, y) {
				walk(x+1, y, 1, x+1, y+1, true)
			}
			if !mine(x, y+1) {
				walk(x, y+1, 0, x+1, y+1, false)
			}
			if !mine(x-1, y) {
				walk(x, y, 1, x, y+1, false)
			}
		}
	}
	return t.chain(out)
}

func (t *tiling) chain(out map[[2]int][]edge) [][][2]float64 {
	var rings [][][2]float64
	for x := range t.columns + 1 {
		for y := range t.rows + 1 {
			start := [2]int{x, y}
			for len(out[start]) > 0 {
				var ring [][2]float64
				for at := start; ; {
					e := out[at][0]
					out[at] = out[at][1:]
					ring = append(ring, e.points[:len(e.points)-1]...)
					if at = e.to; at == start {
						break
					}
				}
				rings = append(rings, append(ring, ring[0]))
			}
		}
	}
	return rings
}

// geojson writes the tiling, every ring a polygon or a hole of the one before.
func (t *tiling) geojson(areas int) []byte {
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection","source":"Kami","features":[`)
	for area := range areas {
		if area > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"code":"99.71.%03d"},`+
			`"geometry":{"type":"MultiPolygon","coordinates":[`, area+1)
		for i, ring := range t.rings(area) {
			if hole := signed(ring) > 0; hole && i > 0 {
				b.WriteString(",")
			} else if i > 0 {
				b.WriteString("],[")
			} else {
				b.WriteString("[")
			}
			b.WriteString("[")
			for j, p := range ring {
				if j > 0 {
					b.WriteString(",")
				}
				fmt.Fprintf(&b, "[%.7f,%.7f]", p[0]+t.noise*(t.Float64()-.5), p[1]+t.noise*(t.Float64()-.5))
			}
			b.WriteString("]")
		}
		b.WriteString("]]}}")
	}
	b.WriteString("]}")
	return []byte(b.String())
}

func signed(ring [][2]float64) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
	}
	return sum
}
