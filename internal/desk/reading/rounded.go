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
