package reference

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
	"blandongan/internal/site"
)

// figures holds numbers beside the name of what an indicator counts against the figures on record.
// Only news and pages are looked at: data have their figures by themselves.
func (t *text) figures() {
	if t.doc.Kind != site.KindNews && t.doc.Kind != site.KindPage {
		return
	}
	numbers := t.Numbers()
	for i, n := range numbers {
		for _, g := range t.counted.Groups {
			if g.IsIn(&t.Passage, n) && t.figure(g, n, numbers[:i]) {
				break
			}
		}
		for _, g := range t.counted.Lists {
			if g.IsIn(&t.Passage, n) && t.isWhole(n) {
				t.listed(g, n)
			}
		}
	}
}

// listed holds a number of kecamatan or kelurahan against how many the site lists.
func (t *text) listed(g *register.Group, n reading.Number) {
	s := t.Of(n.First)
	id, ours := t.place(g, n, s)
	if list := g.Of(id, &t.asked); ours && len(list) > 0 && n.Value != list[0].Amount && t.YearIn(s) == 0 &&
		!t.Has(s, register.Past) {
		to := t.withUnit(g, n)
		t.SayAt("list-differs", n.From, to, t.Text[n.From:to], t.said(g, list[0]))
	}
}

// widest is how many words may stand between the name of what is counted and its number.
const widest = 8

// figure looks at one number; it returns whether it is one of the group's.
func (t *text) figure(g *register.Group, n reading.Number, before []reading.Number) bool {
	s := t.Of(n.First)
	at, term := t.term(g, n, s)
	if term == "" {
		return false
	}
	for i := len(before) - 1; i >= 0 && before[i].First > at; i-- { // it is what the name belongs to
		if g.IsIn(&t.Passage, before[i]) {
			return false
		}
	}
	if g.Counts() && !t.isWhole(n) ||
		!g.Counts() && (t.isNarrowed(g, n, s) || !t.isOfWhole(g, at, n, s)) {
		return true
	}
	id, ours := t.place(g, n, s)
	if !ours {
		return true
	}
	if list := g.Of(id, &t.asked); len(list) > 0 && !t.isClaimed(n) {
		t.against(g, list, n, s)
	}
	return true
}

// isNarrowed says whether words around a number make of all only a part. "kurang" does so, but not in
// "kurang dari".
func (t *text) isNarrowed(g *register.Group, n reading.Number, s reading.Sentence) bool {
	for i, end := s.First, t.around(g, n, s).Last; i < end; i++ {
		if register.Narrower[t.Low(i)] && !(t.Low(i) == "kurang" && i == n.First-2 && t.IsRounded(n)) {
			return true
		}
	}
	return false
}

// around are the words of a sentence up to a number and its unit, or the next comma.
func (t *text) around(g *register.Group, n reading.Number, s reading.Sentence) reading.Sentence {
	end := n.Last
	if strings.Contains(g.Unit, "/") { // jiwa per km²
		s.Last = end
		return s
	}
	for end < min(n.Last+3, s.Last) && !strings.HasPrefix(t.Gap(end), ",") {
		end++
	}
	s.Last = end
	return s
}

var behindWhole = prose.SetOf("dan serta dengan menurut pada sejak yaitu yakni atau and with according in")

// isWhole says whether a number of kecamatan or kelurahan is that of all: terdiri atas tujuh
// kecamatan.
func (t *text) isWhole(n reading.Number) bool {
	if t.isAllOfPlace(n) {
		return true
	}
	if next := n.Last + 1; t.Joined(next) && !behindWhole[t.Low(next)] {
		return false // tiga kelurahan percontohan
	}
	if first := n.First - 3; first >= 0 && t.Low(n.First-1) == "dan" && markers[t.Low(n.First-2)] != "" {
		if other, ok := t.NumberAt(first); ok && other.Last == n.First-2 { // tujuh kecamatan dan 54 kelurahan
			return t.isWhole(other)
		}
	}
	for i := n.First - 1; i >= max(0, n.First-3); i-- {
		switch t.Low(i) {
		case "memiliki", "mempunyai", "punya", "terbagi", "has", "comprises":
			return i == n.First-1 || t.Low(n.First-1) == "atas" || t.Low(n.First-1) == "menjadi" ||
				t.Low(n.First-1) == "dalam" || t.Low(n.First-1) == "ke"
		case "terdiri", "consists":
			return true
		}
	}
	return false
}

// isAllOfPlace says whether a number is said to be of all in the place behind it: "seluruh 45 kelurahan di
// Kota Hulu"; "ada 45 kelurahan di Kota Hulu", where the sentence ends.
func (t *text) isAllOfPlace(n reading.Number) bool {
	in, at := n.Last+1, n.Last+2
	if !t.Joined(in) || !t.Joined(at) || t.Low(in) != "di" && t.Low(in) != "in" {
		return false
	}
	m := t.mentionAt(at)
	if m == nil {
		m = t.mentionAt(at + 1)
	}
	if m == nil || m.marked != at || !t.Joined(n.First) {
		return false
	}
	switch t.Low(n.First - 1) {
	case "seluruh", "semua", "all":
		return true
	case "ada", "terdapat":
		return (t.Begins(n.First-1) || t.Low(n.First-2) == "bahwa") && strings.HasPrefix(t.Gap(m.last), ".")
	}
	return false
}
