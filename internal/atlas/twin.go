package atlas

import (
	"math"
	"slices"
	"strconv"
)

// twins warns of a shape that two features have: every point of the one is a point of
// the other, wherever the line begins.
func (r *reader) twins() {
	first := map[[2]uint64]int{}
	for i := range r.survey.Features {
		sum := r.survey.Features[i].sum()
		k, twice := first[sum]
		if !twice {
			first[sum] = i
			continue
		}
		line := r.survey.Features[k].Place.Line
		r.features = i // as once counts them
		if p := r.once(r.survey.Features[i].rings[0], "area-twin", strconv.Itoa(k), r.survey.label(i), r.survey.label(k), line); p != nil {
			r.hint(p, "area-own")
		}
	}
}

// singles leaves out features whose shape another of them has.
func (s *Survey) singles(features []int) []int {
	if len(features) == 1 {
		return features
	}
	seen := map[[2]uint64]bool{}
	return slices.DeleteFunc(slices.Clone(features), func(i int) bool {
		sum := s.Features[i].sum()
		twice := seen[sum]
		seen[sum] = true
		return twice
	})
}

// sum stands for the points of a feature in any order.
func (f *Feature) sum() [2]uint64 {
	var sum [2]uint64
	for _, polygon := range f.shape {
		for _, ring := range polygon {
			for _, p := range ring[:max(0, len(ring)-1)] {
				a := mixed(math.Float64bits(p[0])) + math.Float64bits(p[1])
				sum[0] += mixed(a)
				sum[1] += mixed(a ^ 0x5bd1e995)
			}
		}
	}
	return sum
}

// mixed spreads the bits of a number (the finalizer of SplitMix64).
func mixed(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
