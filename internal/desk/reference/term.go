package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
)

// term finds the name of what the group counts in the sentence of a number: before it, or, where
// the unit itself is the name, right there.
func (t *text) term(g *register.Group, n reading.Number, s reading.Sentence) (at int, term string) {
	for i := n.First - 1; i >= max(s.First, n.First-widest); i-- {
		if strings.Contains(t.Gap(i+1), ";") {
			return 0, ""
		}
		for _, term := range g.Terms[t.stem(i)] {
			if t.readsTerm(i, term) && t.isOfAll(g, i, term) {
				return i, term
			}
		}
	}
	before := reading.Sentence{First: max(s.First, n.First-3), Last: n.First}
	if g.Unit == "jiwa" && (n.Value >= manyPeople || t.Has(before, dwelling)) {
		return n.First, g.Unit
	}
	if i := n.Last; i < s.Last && t.Joined(i) {
		for _, term := range g.Terms[t.Low(i)] {
			if t.readsTerm(i, term) {
				return n.First, term
			}
		}
		if next := i + 1; t.Joined(next) { // 1,4 juta jiwa penduduk; 54 kelurahan
			for _, term := range g.Terms[t.Low(next)] {
				if t.readsTerm(next, term) {
					return n.First, term
				}
			}
		}
	}
	return 0, ""
}

// isOfAll says whether the name of what is counted means all of it: not what is paid out of it, nor
// the area of a park.
func (t *text) isOfAll(g *register.Group, i int, term string) bool {
	switch g.Unit {
	case "rupiah":
		return !paid[t.Low(i-1)]
	case "km²":
		next := i + len(strings.Fields(term))
		m := t.mentionAt(next)
		return next < len(t.Tokens) && (strings.Contains(term, " ") || markers[t.Low(next)] != "" ||
			t.Low(next) == "wilayah" || m != nil && slices.ContainsFunc(m.places, (*place).hasFigures))
	}
	return true
}

// paid are words before what money is taken from, or paid as.
var paid = prose.SetOf(`dari oleh melalui lewat dengan membayar bayar dibayar bersumber pakai memakai tagihan from
by`)

// manyPeople are so many that only a population is.
const manyPeople = 100_000

// dwelling are verbs before how many people live somewhere.
var dwelling = prose.SetOf(`dihuni ditinggali didiami`)

// stem is a word without what makes of a noun that somebody has it: berpenduduk.
func (t *text) stem(i int) string {
	low := strings.TrimSuffix(strings.TrimSuffix(t.Low(i), "nya"), "-nya")
	if rest, is := strings.CutPrefix(low, "ber"); is && len(rest) > 5 {
		return rest
	}
	return low
}

func (t *text) readsTerm(i int, term string) bool {
	for w := range strings.FieldsSeq(term) {
		if t.stem(i) != w && t.Low(i) != w {
			return false
		}
		i++
	}
	return true
}

// isOfWhole says whether a number is said of all that its group counts, not of a part: "300 penduduk
// Hulu divaksin" tells nothing of how many live there. at is where the name of what is counted stands,
// or the number where that is behind it.
func (t *text) isOfWhole(g *register.Group, at int, n reading.Number, s reading.Sentence) bool {
	before := reading.Sentence{First: max(s.First, n.First-3), Last: n.First}
	owned := t.Has(before, owning)
	if g.Unit != "jiwa" {
		named := t.Joined(n.Last) && len(g.Terms[t.Low(n.Last)]) > 0
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
	case len(g.Terms[t.Low(n.Last+1)]) > 0 && t.Joined(n.Last+1): // jiwa penduduk
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
		if w := &t.Tokens[i]; w.Low == "dari" && i == number-1 && t.Bound(reading.Number{First: number}) != 0 {
			continue // lebih dari
		} else if !w.Large && !saying[w.Low] && w.Low[0] > '9' && markers[w.Low] == "" &&
			reading.Months[w.Low] == 0 {
			return false
		}
	}
	return true
}

// saying are words between the people of a place and how many they are.
var saying = prose.SetOf(`mencapai sebanyak berjumlah sejumlah tercatat sebesar adalah ialah kini sekarang saat
sekitar hampir tersebut hanya kurang lebih atas bawah melebihi menembus menurut sensus pada tahun ada menjadi di ini
itu kami kita dalam data jumlahnya akhir per
of in the is was reached about around nearly stands at stood over`)
