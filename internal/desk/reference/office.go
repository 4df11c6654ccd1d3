package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
	"blandongan/internal/diag"
)

// inOffice finds people in an office that they did not hold at the time of which a sentence tells.
func (t *text) inOffice() {
	for i := range t.Tokens {
		if len(t.entries[i].people) == 0 {
			continue
		}
		for _, x := range t.people.Tenures[t.Tokens[i].Low] {
			if !t.Follows(i, x.Words...) {
				continue
			}
			if t.elsewhereInOffice(i, x.Person) {
				return
			}
			first := t.officeBefore(i, x)
			if first < 0 {
				continue
			}
			when, ok := register.TimeOf(&t.Passage, t.doc.Article, t.Of(i))
			if !ok {
				continue
			}
			other := t.people.Contradiction(x, when)
			if other == nil && !when.Said && !register.IsOfThen(&t.Passage, t.doc.Article, i) {
				other = t.people.Succession(x, when)
			}
			if other != nil {
				last := i + len(x.Words)
				t.Say("office-dates", first, last, t.Span(first, last), other.Role+" "+other.Name, other.Day())
				return
			}
		}
	}
}

// elsewhereInOffice reports whom the data know in an office of ours, said to lead another region.
func (t *text) elsewhereInOffice(i int, who *register.Person) bool {
	m := t.mentionAt(i - 1)
	if m == nil || m.last != i || !t.Joined(i) || len(who.Words) < 2 || !t.isForeign(m) ||
		register.IsOfThen(&t.Passage, t.doc.Article, i) ||
		slices.ContainsFunc(t.confused, func(c confusion) bool { return slices.Contains(m.places, c.other) }) {
		return false
	}
	first := m.marked - 1
	switch t.Low(first) {
	case "wali":
		if m.marker != city {
			return false
		}
	case "bupati", "gubernur":
	default:
		return false
	}
	if t.Low(first-1) == "wakil" {
		first--
	}
	last, known := i+len(who.Words), t.people.Leading(who)
	if t.notDeputy(first) < 0 || known == nil || last < len(t.Tokens) && t.Joined(last) && t.IsLarge(last) {
		return false
	}
	t.Say("office-dates", first, last, t.Span(first, last), known.Role+" "+known.Name, known.Day())
	return true
}

// officeBefore returns where the words of an office begin that end before a name, -1 without. An
// office may be written without its region: Wali Kota Airin.
func (t *text) officeBefore(i int, x *register.Tenure) int {
	if !t.Joined(i) {
		return -1
	}
	all := [][]string{x.Office, x.Short, nil}
	if t.English {
		all = [][]string{x.English}
	} else if x.Office[0] == "camat" {
		all[2] = x.Office[:1]
	}
	for _, office := range all {
		if n := len(office); n > 0 && i >= n && t.Follows(i-n, office...) {
			return t.notDeputy(i - n)
		}
	}
	return -1
}

// notDeputy is where an office begins, -1 when it is that of a deputy or was once held.
func (t *text) notDeputy(first int) int {
	if before := t.Low(first - 1); notHolding[before] || strings.HasPrefix(before, "deput") || before == "acting" {
		return -1
	}
	return first
}

// holders finds names within an edit of that of whom the data know in the office before it.
func (t *text) holders() {
	for i := range t.Tokens {
		if t.Tokens[i].Mark&holderMark == 0 {
			continue
		}
		for _, h := range t.people.Holders[t.Tokens[i].Low] {
			if t.Follows(i, h.Office...) {
				t.holder(h, i)
			}
		}
	}
}

// holder looks at the name behind an office that begins with a word. A longer name is somebody
// else's; an office without its region may be another region's, where the sentence names one.
func (t *text) holder(h *register.Holder, first int) {
	at := first + len(h.Office)
	last := at + len(h.Words)
	if last > len(t.Tokens) || last < len(t.Tokens) && t.Joined(last) && t.Tokens[last].Large ||
		notHolding[t.Low(first-1)] || len(strings.Join(h.Words, "")) < shortestMisspelt {
		return
	}
	edits := 0
	for j, want := range h.Words {
		w := &t.Tokens[at+j]
		if !w.Large || !t.Joined(at+j) && !(j == 0 && t.isAside(at, last)) ||
			t.doubtful[w.Low] != nil || t.known[w.Low] && w.Low != want {
			return
		}
		edits += diag.Edits(w.Low, want, tooMany)
	}
	if edits != 1 || !h.Whole && (t.isAbroad(&mention{first: at}) || len(t.seen) > 0 && !t.seen[len(t.seen)-1].own) {
		return
	}
	place := t.At("", t.Tokens[at].From, t.Tokens[last-1].To).Place
	for _, p := range t.Found {
		if p.Code == "person-misspelt" && p.Place == place {
			return
		}
	}
	reading.Mend(t.Say("person-misspelt", at, last, t.Span(at, last), h.Name), h.Name)
}

// isAside says whether commas part a name from the office before it.
func (t *text) isAside(at, last int) bool {
	return t.Gap(at) == ", " && strings.HasPrefix(t.Gap(last), ",")
}

// notHolding are before an office that somebody else held, or holds in its place.
var notHolding = prose.SetOf(`wakil mantan eks bekas calon pj plt plh penjabat pelaksana`)
