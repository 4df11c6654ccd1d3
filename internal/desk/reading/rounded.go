package reading

import (
	"math"

	"blandongan/internal/desk/prose"
)

// IsRounded says whether the words around a number round it, or make a bound of it: hampir 400, lebih dari
// 400, di atas 400, 400 lebih, 400 orang lebih.
func (t *Passage) IsRounded(n Number) bool {
	before, other := t.Low(n.First-1), t.Low(n.First-2)
	switch before {
	case "dari", "than":
		before = other
	case "atas", "bawah":
		return other == "di" || other == "ke"
	}
	return Rounds(before) || t.Low(n.Last) == "lebih" || t.Low(n.Last+1) == "lebih" || t.Low(n.Last) == "an"
}

// Rounds says whether a word before a number rounds it, or makes a bound of it.
func Rounds(word string) bool { return rounding[word] }

var rounding = prose.SetOf(`sekitar kira-kira kurang lebih hampir nyaris kisaran dikisaran sedikitnya setidaknya
melebihi menembus mendekati minimal maksimal about around nearly almost roughly some approximately over under more
less fewer least most`)

// Rounding is by how much a number may be off and be written as it is: what ends with zeros was rounded
// there.
func (n Number) Rounding() float64 {
	half := n.Half
	if n.Scale == "" {
		for at := 10.0; half == 0.5*at/10 && n.Value != 0 && math.Mod(n.Value, at) == 0; at *= 10 {
			half = at / 2
		}
	}
	return half
}

// Bound says whether a number is only a bound of what it tells of: 1 of more, -1 of less, 0 of neither.
func (t *Passage) Bound(n Number) int {
	before, other := t.Low(n.First-1), t.Low(n.First-2)
	switch before {
	case "dari", "than":
		before = other
	case "atas", "bawah":
		if other != "di" {
			return 0
		}
	case "kurang", "lebih", "more", "less", "fewer":
		return 0
	}
	return bounds[before]
}

var bounds = map[string]int{
	"lebih": 1, "atas": 1, "melebihi": 1, "menembus": 1, "sedikitnya": 1, "setidaknya": 1, "minimal": 1, "over": 1,
	"more": 1, "kurang": -1, "bawah": -1, "maksimal": -1, "under": -1, "less": -1, "fewer": -1,
}
