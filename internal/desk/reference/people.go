package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
)

// titleWord is what nicknames begin with that speak of a city.
const titleWord = diag.Word("city-kind")

// named looks at the names of people and of offices.
func (t *text) named() {
	for i := range t.Tokens {
		if t.entries[i].doubtful {
			t.doubted(i)
		}
		t.almost(i)
		if t.Tokens[i].Mark&leaderMark != 0 {
			t.title(i)
		}
	}
	t.inOffice()
	t.holders()
}

// doubted reports a name that sources spell in several ways, once in a document, unless it speaks of
// more than one of them.
func (t *text) doubted(i int) {
	d := t.doubtful[t.Tokens[i].Low]
	last, others := t.doubtfulAt(i, d)
	if others == nil || !t.once("doubtful "+d.Names[0]) {
		return
	}
	for _, b := range t.doc.Blocks {
		text := strings.ToLower(b.Text)
		if slices.ContainsFunc(others, func(n string) bool { return strings.Contains(text, strings.ToLower(n)) }) {
			return
		}
	}
	reading.Mend(t.Say("name-doubtful", i, last, t.Span(i, last), strings.Join(d.Names, ", ")), others...)
}

// doubtfulAt returns where the name that begins with a word ends, and the other ways to spell it; none
// when no such name begins there.
func (t *text) doubtfulAt(i int, d *settings.DoubtfulName) (last int, others []string) {
	for at, name := range d.Names {
		last = i
		for word := range strings.FieldsSeq(strings.ToLower(name)) {
			if t.Low(last) != word {
				last = -1
				break
			}
			last++
		}
		if last > i {
			return last, slices.Delete(slices.Clone(d.Names), at, at+1)
		}
	}
	return i, nil
}

// almost finds the name of somebody known with a letter or two wrong, where at least one of its
// words is right.
func (t *text) almost(i int) {
	for _, p := range t.entries[i].people {
		if len(p.Words) < 2 {
			continue
		}
		for at, w := range p.Words {
			if w != t.Tokens[i].Low || len(w) < 3 {
				continue
			}
			first := i - at
			if first < 0 || first+len(p.Words) > len(t.Tokens) || slices.Index(p.Words, w) != at {
				continue
			}
			if t.isAlmost(p, first, i) {
				last := first + len(p.Words)
				reading.Mend(t.Say("person-misspelt", first, last, t.Span(first, last), p.Name), p.Name)
				return
			}
		}
	}
}

// tooMany edits make another name.
const tooMany = 3

// isAlmost says whether words are the name of somebody but for an edit or two. It is told at the
// first of them that is right.
func (t *text) isAlmost(p *register.Person, first, right int) bool {
	edits, length := 0, 0
	for j, want := range p.Words {
		w := &t.Tokens[first+j]
		if !w.Large || j > 0 && !t.Joined(first+j) || t.Tokens[first].Sentence != w.Sentence {
			return false
		}
		length += len(want)
		if w.Low == want {
			if first+j < right && len(want) > 2 {
				return false
			}
			continue
		}
		short := len(want) < 3 || len(want) < 5 && w.Low[0] != want[0]
		if t.doubtful[w.Low] != nil || t.known[w.Low] || short {
			return false
		}
		edits += diag.Edits(w.Low, want, tooMany)
	}
	return edits == 1 && length >= 9 || edits == 2 && length >= 12
}

// leaders are offices that belong to a region, not to its government.
var leaders = [][]string{
	{"sekretaris", "daerah"}, {"sekda"}, {"wali", "kota"}, {"walikota"}, {"bupati"}, {"gubernur"},
}

// governments are how the government of a region is called.
var governments = map[string]string{"pemkot": "Kota", "pemkab": "Kabupaten", "pemprov": "Provinsi"}

// title finds offices of a region that are said to be of its government.
func (t *text) title(i int) {
	for _, office := range leaders {
		if !t.Follows(i, office...) {
			continue
		}
		at := i + len(office)
		if !t.Joined(at) {
			return
		}
		low := t.Tokens[at].Low
		right := ""
		switch {
		case low == "pemerintah" && t.Joined(at+1) && isRegional[markers[t.Low(at+1)]]:
			right = t.officeOf(i, at, t.Tokens[at+1].Text)
			at += 2
		case governments[low] != "" && at+1 < len(t.Tokens) && t.Joined(at+1) && t.Tokens[at+1].Large:
			right = t.officeOf(i, at, governments[low])
			at++
		default:
			return
		}
		reading.Mend(t.Say("office-title", i, at, t.Span(i, at), right), right)
		return
	}
}

// officeOf is an office with the word for the kind of its region, where the office does not tell it.
func (t *text) officeOf(first, last int, kind string) string {
	if office := t.Span(first, last); !strings.HasPrefix(strings.ToLower(office), "sek") {
		return office
	}
	return t.Span(first, last) + " " + kind
}
