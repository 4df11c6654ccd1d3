package reading

import "blandongan/internal/desk/prose"

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
