package atlas

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/atlas/vector"
	"blandongan/internal/diag"
)

// Areas lie over each other when a fifth of one does, and that is more than some cells:
// neighbours that were digitised apart do so along their border.
const (
	cellUnits  = 3
	leastCells = 12
	leastCover = 5 // one part of so many
)

// specks warns of areas without extent.
func specks(s *geojson.Survey, areas []Area, outlines []outline) diag.List {
	var problems diag.List
	for i := range areas {
		if outlines[i].speck && !s.Squeezed {
			first := &s.Features[areas[i].Features[0]]
			problems = append(problems, diag.At(first.Place, "area-dot", areas[i].Code).WithHint("area-check"))
		}
	}
	return problems
}

// overlaps warns of features that lie over another.
func overlaps(s *geojson.Survey, parts []outline) diag.List {
	if s.Squeezed {
		return nil
	}
	owner, cells, shared := map[[2]int]int{}, make([]int, len(parts)), map[[2]int]int{}
	for i := range parts {
		for _, c := range parts[i].cells() {
			cells[i]++
			if other, taken := owner[c]; taken {
				shared[[2]int{other, i}]++
			} else {
				owner[c] = i
			}
		}
	}
	byPlace := func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) }
	var problems diag.List
	for _, pair := range slices.SortedFunc(maps.Keys(shared), byPlace) {
		a, b := &s.Features[pair[0]], &s.Features[pair[1]]
		n, small := shared[pair], min(cells[pair[0]], cells[pair[1]])
		if n < leastCells || n*leastCover < small || a.Fingerprint() == b.Fingerprint() { // of these, geojson warns
			continue
		}
		p := diag.At(b.Place, "areas-over", b.Name(), a.Name(), 100*n/small)
		problems = append(problems, p.WithHint("areas-part"))
	}
	return problems
}

// cells are the cells of a coarse grid whose middle lies in an outline.
func (o *outline) cells() [][2]int {
	rows := map[int][]float64{} // where the middle line of a row meets the border
	middle := func(row int) float64 { return (float64(row) + .5) * cellUnits * fine }
	for _, l := range o.rings {
		for i, p := range l.points {
			q := l.points[(i+1)%len(l.points)]
			if p.y > q.y {
				p, q = q, p
			}
			for row := int(math.Ceil(float64(p.y)/(cellUnits*fine) - .5)); middle(row) < float64(q.y); row++ {
				part := (middle(row) - float64(p.y)) / float64(q.y-p.y)
				rows[row] = append(rows[row], vector.Partway(float64(p.x), float64(q.x), part))
			}
		}
	}
	var list [][2]int
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		at := rows[row]
		slices.Sort(at)
		for i := 0; i+1 < len(at); i += 2 {
			for column := int(math.Ceil(at[i]/(cellUnits*fine) - .5)); middle(column) < at[i+1]; column++ {
				list = append(list, [2]int{column, row})
			}
		}
	}
	return list
}
