package atlas

import (
	"cmp"
	"slices"
)

// join makes one outline of some parts. Of a border between two of them both have the
// same pieces, so a piece that stands an even number of times is inside; what is left
// is all around.
func join(parts []outline, which []int) outline {
	if len(which) == 1 {
		return parts[which[0]]
	}
	j := joiner{at: map[[2]point]int{}, ends: map[point][]int{}}
	for _, n := range which {
		for _, l := range parts[n].rings {
			j.add(l.points)
		}
	}
	return outline{rings: nest(j.loops())}
}

type joiner struct {
	pieces [][2]point
	alive  []bool
	at     map[[2]point]int // positions of pieces, whichever way they are walked
	ends   map[point][]int
}

func (j *joiner) add(points []point) {
	for i, p := range points {
		piece := [2]point{p, points[(i+1)%len(points)]}
		if comparePoints(piece[0], piece[1]) > 0 {
			piece[0], piece[1] = piece[1], piece[0]
		}
		n, known := j.at[piece]
		if !known {
			n = len(j.pieces)
			j.at[piece] = n
			j.pieces, j.alive = append(j.pieces, piece), append(j.alive, false)
		}
		j.alive[n] = !j.alive[n]
	}
}

// loops chains the pieces that are left. Each point is the end of an even number of
// them, so every walk comes back.
func (j *joiner) loops() [][]point {
	for n, piece := range j.pieces {
		if j.alive[n] {
			j.ends[piece[0]], j.ends[piece[1]] = append(j.ends[piece[0]], n), append(j.ends[piece[1]], n)
		}
	}
	var loops [][]point
	for n, piece := range j.pieces {
		if !j.alive[n] {
			continue
		}
		var walk []point
		for p, ok := piece[0], true; ok; p, ok = j.step(p) {
			walk = append(walk, p)
		}
		loops = append(loops, simple(walk[:len(walk)-1])...)
	}
	return loops
}

// step goes on from a point along a piece that nobody went.
func (j *joiner) step(p point) (point, bool) {
	for ends := j.ends[p]; len(ends) > 0; ends = j.ends[p] {
		n := ends[0]
		j.ends[p] = ends[1:]
		if !j.alive[n] {
			continue
		}
		j.alive[n] = false
		if j.pieces[n][0] == p {
			return j.pieces[n][1], true
		}
		return j.pieces[n][0], true
	}
	return p, false
}

// mostLoops is how many rings a joined area may have; the largest stay.
const mostLoops = 2000

// nest puts loops that do not cross in order: each island, then the holes in it. What
// is too small to be drawn goes, for parts that do not quite meet leave many.
func nest(loops [][]point) []loop {
	slices.SortStableFunc(loops, func(a, b []point) int { return cmp.Compare(extent(b), extent(a)) })
	for n, l := range loops {
		if n > 0 && extent(l) < leastIsland || n == mostLoops {
			loops = loops[:n]
			break
		}
	}
	inside := make([][]int, len(loops)) // by loop: those around it, the largest first
	shapes, boxes := make([]Shape, len(loops)), make([]box, len(loops))
	for i, l := range loops {
		shapes[i].rings = [][]point{l}
		boxes[i] = boxOf(shapes[i].Box())
		x, y := float64(l[0].x+l[1].x)/2/fine, float64(l[0].y+l[1].y)/2/fine
		for k := range i {
			if b := boxes[k]; x > b.left && x < b.right && y > b.top && y < b.bottom && shapes[k].contains(x, y) {
				inside[i] = append(inside[i], k)
			}
		}
	}
	var rings []loop
	for i, l := range loops {
		if len(inside[i])%2 > 0 {
			continue
		}
		rings = append(rings, loop{points: l})
		for k := i + 1; k < len(loops); k++ {
			if n := len(inside[k]); n == len(inside[i])+1 && inside[k][n-1] == i {
				rings = append(rings, loop{loops[k], true})
			}
		}
	}
	return rings
}

func boxOf(left, top, right, bottom float64) box { return box{left, top, right, bottom} }
