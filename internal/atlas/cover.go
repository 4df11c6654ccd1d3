package atlas

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"blandongan/internal/diag"
)

// Areas lie over each other when a fifth of one does, and that is more than some cells:
// neighbours that were digitised apart do so along their border.
const (
	cellUnits  = 3
	leastCells = 12
	leastCover = 5 // one part of so many
)

// dots warns of areas without extent.
func (s *Survey) dots(areas []Area, outlines []outline) diag.List {
	var problems diag.List
	for i := range areas {
		if outlines[i].speck && !s.squeezed {
			problems = append(problems, diag.At(s.Features[areas[i].Features[0]].Place, "area-dot", areas[i].Code).WithHint("area-check"))
		}
	}
	return problems
}

// covers warns of features that lie over another.
func (s *Survey) covers(parts []outline) diag.List {
	if s.squeezed {
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
	var problems diag.List
	for _, pair := range slices.SortedFunc(maps.Keys(shared), func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) }) {
		a, b := pair[0], pair[1]
		n, small := shared[pair], min(cells[a], cells[b])
		if n >= leastCells && n*leastCover >= small && s.Features[a].sum() != s.Features[b].sum() { // else it is told already
			p := diag.At(s.Features[b].Place, "areas-over", s.label(b), s.label(a), 100*n/small)
			problems = append(problems, p.WithHint("areas-part"))
		}
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
				rows[row] = append(rows[row], partway(float64(p.x), float64(q.x), (middle(row)-float64(p.y))/float64(q.y-p.y)))
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
