package atlas

import (
	"cmp"
	"slices"
)

// segment is a straight piece of an arc.
type segment struct {
	a, b point
	arc  int
}

func (s segment) left() int32  { return min(s.a.x, s.b.x) }
func (s segment) right() int32 { return max(s.a.x, s.b.x) }

// conflicts returns the arcs that cross or cover another or themselves, in order.
func (s *sketch) conflicts() []int {
	var list []segment
	for i, line := range s.lines {
		for j := 1; j < len(line); j++ {
			list = append(list, segment{line[j-1], line[j], i})
		}
	}
	slices.SortFunc(list, func(p, q segment) int {
		return cmp.Or(cmp.Compare(p.left(), q.left()), cmp.Compare(p.arc, q.arc))
	})
	var found []int
	for i, p := range list {
		for _, q := range list[i+1:] {
			if q.left() > p.right() {
				break
			}
			if p.conflicts(q) {
				found = append(found, p.arc, q.arc)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// conflicts says whether two segments have more in common than an end.
func (s segment) conflicts(t segment) bool {
	if max(s.a.y, s.b.y) < min(t.a.y, t.b.y) || max(t.a.y, t.b.y) < min(s.a.y, s.b.y) ||
		s.right() < t.left() || t.right() < s.left() {
		return false
	}
	if s.a == t.b || s.b == t.b {
		t.a, t.b = t.b, t.a
	}
	if s.b == t.a {
		s.a, s.b = s.b, s.a
	}
	if s.a == t.a {
		return s.b == t.b || side(s.a, s.b, t.b) == 0 && along(s.a, s.b, t.b) > 0
	}
	return side(s.a, s.b, t.a)*side(s.a, s.b, t.b) <= 0 && side(t.a, t.b, s.a)*side(t.a, t.b, s.b) <= 0
}

// side is the side of the line from a to b on which p lies: 1, -1, or 0 on it.
func side(a, b, p point) int {
	return cmp.Compare(int64(b.x-a.x)*int64(p.y-a.y), int64(b.y-a.y)*int64(p.x-a.x))
}

// along is positive when p lies in the direction of b, seen from a.
func along(a, b, p point) int64 {
	return int64(b.x-a.x)*int64(p.x-a.x) + int64(b.y-a.y)*int64(p.y-a.y)
}
