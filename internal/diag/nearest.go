package diag

import (
	"slices"
	"strings"
)

// Suggest returns p with a hint to the candidate that word most likely means, to
// those that contain it, or to all when they are few.
func (p Problem) Suggest(word string, candidates []string) Problem {
	const few = 12
	if near := Nearest(word, candidates); near != "" {
		return p.WithHint("did-you-mean", near)
	}
	var alike []string
	for _, c := range candidates {
		if strings.Contains(fold(c), fold(word)) && word != "" {
			alike = append(alike, c)
		}
	}
	switch {
	case len(alike) > 0 && len(alike) <= few:
		return p.WithHint("one-of", whole(strings.Join(alike, ", ")))
	case len(candidates) > 0 && len(candidates) <= few:
		return p.WithHint("there-are", whole(strings.Join(candidates, ", ")))
	}
	return p
}

// whole is a value that a sentence does not shorten.
type whole string

// Nearest returns the candidate that most resembles word, for "did you mean":
// a difference in case or hyphens only, at most one edit in three characters, or
// a whole part of just one candidate. It returns "" when nothing is near. Ties go to the first.
func Nearest(word string, candidates []string) string {
	if near := nearest(word, candidates); near != "" {
		return near
	}
	if i := strings.LastIndexByte(word, '.'); i > 0 { // a file's name instead of an id
		return nearest(word[:i], candidates)
	}
	return ""
}

func nearest(word string, candidates []string) string {
	best, least := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if fold(c) == fold(word) {
			return c
		}
		if d := distance(strings.ToLower(word), strings.ToLower(c), least); d < least {
			best, least = c, d
		}
	}
	if best != "" {
		return best
	}
	return only(word, candidates)
}

// only returns the one candidate of which word is a whole part: up2k of up2k-pkk.
func only(word string, candidates []string) string {
	found := ""
	for _, c := range candidates {
		if slices.Contains(strings.Split(c, "-"), strings.ToLower(word)) {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

func fold(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
}

// distance counts insertions, deletions, substitutions and swaps of neighbours
// between a and b, or returns limit when there are at least that many.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if abs(len(x)-len(y)) >= limit || len(x) > 100 {
		return limit
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit)
}

func abs(n int) int { return max(n, -n) }
