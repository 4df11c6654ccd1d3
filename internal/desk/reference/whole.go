package reference

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// isOfWhole says whether a number is said of all that its group counts, not of a part: "300 penduduk
// Hulu divaksin" tells nothing of how many live there. at is where the name of what is counted stands,
// or the number where that is behind it.
func (t *text) isOfWhole(g *group, at int, n reading.Number, s reading.Sentence) bool {
	before := reading.Sentence{First: max(s.First, n.First-3), Last: n.First}
	owned := t.Has(before, owning)
	if g.unit != "jiwa" {
		named := t.Joined(n.Last) && len(g.terms[t.Low(n.Last)]) > 0
		return at < n.First || !named || owned
	}
	if behind := n.Last + 1; behind < s.Last && t.Joined(behind) {
		if low := t.Low(behind); low == "yang" || low == "who" || strings.HasPrefix(low, "di") && len(low) > 4 &&
			!likened[low] {
			return false
		}
	}
	switch {
	case owned:
		return true
	case at < n.First:
		return t.isSubject(at, n.First)
	case len(g.terms[t.Low(n.Last+1)]) > 0 && t.Joined(n.Last+1): // jiwa penduduk
		return true
	}
	return n.Value >= manyPeople && !t.Has(before, parting)
}

// owning are verbs before how much there is of something in all.
var owning = prose.SetOf(`dihuni ditinggali didiami memiliki mempunyai punya berpenduduk has home`)

// parting are words before how many of all somebody means.
var parting = prose.SetOf(`sebanyak ada melayani menjangkau dari kepada untuk bagi oleh menyasar of for serves`)

// likened are no verbs of what befell the people before them.
var likened = prose.SetOf(`dibanding dibandingkan dikutip dicatat`)

// isSubject says whether a sentence says of the people named by a word how many they are.
func (t *text) isSubject(at, number int) bool {
	switch t.Low(at - 1) {
	case "jumlah", "total", "banyaknya", "angka":
		return true
	case "dari", "of":
		return false
	}
	if t.stem(at) != t.Low(at) { // berpenduduk, penduduknya
		return true
	}
	for i := at + 1; i < number; i++ {
		if w := &t.Tokens[i]; !w.Large && !saying[w.Low] && w.Low[0] > '9' && markers[w.Low] == "" &&
			reading.Months[w.Low] == 0 {
			return false
		}
	}
	return true
}

// saying are words between the people of a place and how many they are.
var saying = prose.SetOf(`mencapai sebanyak berjumlah sejumlah tercatat sebesar adalah ialah kini sekitar hampir
hanya kurang lebih menurut sensus pada tahun ada menjadi di ini itu kami kita dalam data jumlahnya akhir per
of in the is was reached about around nearly stands at stood over`)
