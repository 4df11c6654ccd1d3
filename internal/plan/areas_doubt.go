package plan

import (
	"slices"

	"blandongan/internal/site"
)

// southern are the codes of provinces that lie south of the equator with all their
// islands: the south of Sumatra, Java, Bali, and Nusa Tenggara.
var southern = []string{"16", "17", "18", "31", "32", "33", "34", "35", "36", "51", "52", "53"}

// isSouthern says whether the city is surely south of the equator.
func isSouthern(s *site.Site) bool { return slices.Contains(southern, string(s.City.Province.Code)) }
