package atlas

import (
	"slices"

	"blandongan/internal/atlas/geojson"
)

// polygonsOf are the polygons of an area's features as they stand in the survey, in degrees,
// each ring wound as RFC 7946 has it: the outer ones against the clock, holes with it. Borders
// between its features stay.
func polygonsOf(s *geojson.Survey, features []int) [][][][2]float64 {
	var all [][][][2]float64
	for _, i := range features {
		for _, polygon := range s.Features[i].Polygons {
			rings := make([][][2]float64, len(polygon))
			for n, ring := range polygon {
				for _, p := range ring {
					rings[n] = append(rings[n], [2]float64{p[0], p[1]})
				}
				if hole := n > 0; againstClock(rings[n]) == hole {
					slices.Reverse(rings[n])
				}
			}
			all = append(all, rings)
		}
	}
	return all
}

// againstClock says which way a closed ring goes around its area.
func againstClock(ring [][2]float64) bool {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += (a[0]-ring[0][0])*(b[1]-ring[0][1]) - (b[0]-ring[0][0])*(a[1]-ring[0][1])
	}
	return sum > 0
}
