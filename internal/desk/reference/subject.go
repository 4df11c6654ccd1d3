package reference

import (
	"slices"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
)

// place returns of which kecamatan a number tells, "" for the city; ours is false when that cannot
// be told, or it is elsewhere.
func (t *text) place(g *register.Group, n reading.Number, s reading.Sentence) (id string, ours bool) {
	var nearest *mention
	for i, list := 0, t.mentionsIn(s); i < len(list); i++ {
		m := &list[i]
		if t.isForeign(m) {
			return "", false
		}
		if (nearest == nil || m.first < n.First) &&
			slices.ContainsFunc(m.places, (*place).hasFigures) {
			nearest = m
			if i > 0 && t.oneKecamatan(m) != nil && t.oneKecamatan(&list[i-1]) != nil &&
				isBetween[t.Text[t.Tokens[list[i-1].last-1].To:t.Tokens[m.marked].From]] {
				return "", false // it is that of several
			}
		}
	}
	if t.namesUnknown(s, -1) {
		return "", false
	}
	if nearest == nil {
		return "", t.isAboutCity(g, s)
	}
	for _, p := range nearest.places {
		if p.kind == kecamatan && (nearest.marker == kecamatan || len(nearest.places) == 1 || nearest.marker == "") {
			return p.kecamatan.ID, true
		}
		if p == t.city {
			return "", true
		}
	}
	return "", false
}

var areas = prose.SetOf("kota kotanya wilayah wilayahnya daerah daerahnya administratif city area it")

// isAboutCity says whether a sentence that names no place tells of the city: it says so, or the last
// region that was named is the city or none.
func (t *text) isAboutCity(g *register.Group, s reading.Sentence) bool {
	if g.Counts() && !t.Has(s, areas) { // a team may be of three kelurahan
		return false
	}
	for i := s.First; i < s.Last; i++ {
		k := markers[t.Tokens[i].Low]
		if next := t.Low(i + 1); k == city && (next == "ini" || next == "kami" || next == "kita") {
			return true
		}
		if _, counted := t.numberBefore(i); k != "" && !(g.Counts() && (g.Unit == t.Tokens[i].Low || counted)) {
			return false
		}
	}
	for i := t.firstMention(s.First) - 1; i >= 0; i-- {
		m := &t.mentions[i]
		switch {
		case t.oneKecamatan(m) != nil && len(g.Known) > 1:
			return false
		case regionOf(m.places) != nil:
			return !t.isForeign(m)
		}
	}
	if n := len(t.seen); n > 0 {
		return t.seen[n-1].own || t.holdsCity(t.seen[n-1])
	}
	return true
}

// numberBefore returns the number that counts what a word names.
func (t *text) numberBefore(i int) (reading.Number, bool) {
	for at := i - 1; at >= max(0, i-3); at-- {
		if n, ok := t.NumberAt(at); ok {
			return n, n.Last == i && t.Joined(i)
		}
	}
	return reading.Number{}, false
}
