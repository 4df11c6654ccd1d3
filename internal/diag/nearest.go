package diag

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that most resembles word, for "did you mean":
// a difference in case or hyphens only, few edits for its length, or a whole
// part of just one candidate. It returns "" when nothing is near. Ties go to the
// first. For many words see Finder.
func Nearest(word string, candidates []string) string {
	return NewFinder(candidates).near(word)
}

// edits is how many edits make of a word of so many characters one that may have
// been meant: one in three, and no more than five. Beyond that it is another
// word, and words beyond a hundred characters are none.
func edits(length int) int {
	if length > 100 {
		return -1
	}
	return min(length/3, 5)
}

var joined = strings.NewReplacer("-", "", "_", "", " ", "")

func fold(s string) string { return joined.Replace(strings.ToLower(s)) }

// measure counts edits; it keeps its rows from one pair of words to the next.
type measure struct{ before, last, row []int }

// distance counts insertions, deletions, substitutions and swaps of neighbours
// between a and b, or returns limit when there are at least that many.
func (m *measure) distance(a, b []rune, limit int) int {
	a, b = differing(a, b)
	if abs(len(a)-len(b)) >= limit {
		return limit
	}
	m.start(len(b))
	previous := 0
	for i := 1; i <= len(a); i++ {
		least := m.step(a[:i], b, limit)
		if least >= limit && previous >= limit-1 { // a swap looks back two rows
			return limit
		}
		previous = least
	}
	return min(m.last[len(b)], limit)
}

// step fills the row of a's last character and returns the least number in it.
// Only cells near the diagonal can be below the limit; those beside them are set
// to it.
func (m *measure) step(a, b []rune, limit int) int {
	i := len(a)
	from, to := max(1, i-limit), min(len(b), i+limit)
	m.row[from-1] = limit
	if from == 1 {
		m.row[0] = i
	}
	least := m.row[from-1]
	for j := from; j <= to; j++ {
		cost := 1
		if a[i-1] == b[j-1] {
			cost = 0
		}
		d := min(m.last[j]+1, m.row[j-1]+1, m.last[j-1]+cost)
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
			d = min(d, m.before[j-2]+1)
		}
		m.row[j] = d
		least = min(least, d)
	}
	if to < len(b) {
		m.row[to+1] = limit
	}
	m.before, m.last, m.row = m.last, m.row, m.before
	return least
}

func (m *measure) start(n int) {
	for _, row := range []*[]int{&m.before, &m.last, &m.row} {
		*row = slices.Grow((*row)[:0], n+1)[:n+1]
	}
	for j := range m.last {
		m.last[j] = j
	}
}

// differing leaves out what two words begin and end with alike.
func differing(a, b []rune) ([]rune, []rune) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

func abs(n int) int { return max(n, -n) }

// Edits returns by how many insertions, deletions, substitutions and swaps of neighbours
// two words differ, or most where it is as many or more.
func Edits(a, b string, most int) int {
	var m measure
	return m.distance([]rune(a), []rune(b), most)
}
