package reference

import (
	"slices"
	"strings"

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
		if k := t.pointed(g, n, s); k != nil {
			return k.ID, true
		}
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

// pointed returns the kecamatan that a sentence tells of without its name: "kecamatan itu" is the only one
// that the document names, and so are those of "penduduknya" where it was named last.
func (t *text) pointed(g *register.Group, n reading.Number, s reading.Sentence) *register.Kecamatan {
	for i := s.First; i < n.First; i++ {
		low, before := t.Low(i), t.Low(i-1)
		itself := markers[low] == kecamatan && these[t.Low(i+1)] &&
			(i == s.First || before == "di" || before == "wilayah" || len(g.Terms[t.stem(i-1)]) > 0)
		their := strings.HasSuffix(low, "nya") && len(g.Terms[t.stem(i)]) > 0
		if !itself && !their {
			continue
		}
		m, at := t.lastKecamatan(s), t.firstMention(s.First)
		if m == nil || their && (at == 0 || m != &t.mentions[at-1]) || t.only() != t.oneKecamatan(m) {
			return nil
		}
		return t.oneKecamatan(m)
	}
	return nil
}

// only returns the kecamatan that the document names, nil where these are several, or one of another region.
func (c *check) only() *register.Kecamatan {
	if c.sought {
		return c.lone
	}
	c.sought = true
	var named []*register.Kecamatan
	t := text{check: c}
	for i := range c.doc.Blocks {
		t.Read(&c.doc.Blocks[i])
		t.lookUp()
		t.mentions = t.findNames(t.mentions[:0])
		for j := range t.mentions {
			if k := t.oneKecamatan(&t.mentions[j]); k != nil && !slices.Contains(named, k) {
				named = append(named, k)
			}
		}
		for j := range t.Tokens {
			low := t.Low(j)
			if (markers[low] == kecamatan || offices[low] == kecamatan) && t.Joined(j+1) && t.IsLarge(j+1) &&
				t.mentionAt(j+1) == nil {
				return nil
			}
		}
	}
	if len(named) == 1 {
		c.lone = named[0]
	}
	return c.lone
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
		case t.oneKecamatan(m) != nil && g.IsOfMany(&t.asked):
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
