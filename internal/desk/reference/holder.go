package reference

import (
	"slices"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
)

// holder is an office of our city, and the only one who is known to hold it.
type holder struct {
	*person
	office []string // in small letters
	whole  bool     // the office names its region
}

// addHolders finds the offices that one person alone is known to hold.
func (r *Rules) addHolders() {
	for i := range r.people.tenures {
		x := &r.people.tenures[i]
		if slices.ContainsFunc(r.people.tenures, func(y tenure) bool {
			return slices.Equal(y.low, x.low) && y.person != x.person
		}) || slices.ContainsFunc(r.people.holders, func(h holder) bool {
			return h.person == x.person && slices.Equal(h.office, x.low)
		}) {
			continue
		}
		r.people.holders = append(r.people.holders, holder{x.person, x.low, true})
		if r.city == nil {
			continue
		}
		for _, region := range []string{r.city.full(), r.city.name, r.facts.City.ShortName} {
			short, of := strings.CutSuffix(strings.Join(x.low, " "), " "+strings.ToLower(region))
			if !of || region == "" || short == "wali" || short == "wakil wali" {
				continue
			}
			r.people.holders = append(r.people.holders, holder{x.person, strings.Fields(short), false})
			if short == "sekretaris daerah" {
				r.people.holders = append(r.people.holders, holder{x.person, []string{"sekda"}, false})
			}
			break
		}
	}
}

// holders finds names within an edit of that of whom the data know in the office before it.
func (t *text) holders() {
	for i := range t.Tokens {
		if t.Tokens[i].Mark&holderMark == 0 {
			continue
		}
		for j := range t.people.holders {
			if h := &t.people.holders[j]; t.Follows(i, h.office...) {
				t.holder(h, i)
			}
		}
	}
}

// holder looks at the name behind an office that begins with a word. A longer name is somebody
// else's; an office without its region may be another region's, where the sentence names one.
func (t *text) holder(h *holder, first int) {
	at := first + len(h.office)
	last := at + len(h.words)
	if last > len(t.Tokens) || last < len(t.Tokens) && t.Joined(last) && t.Tokens[last].Large ||
		notHolding[t.Low(first-1)] || len(strings.Join(h.words, "")) < shortestMisspelt {
		return
	}
	edits := 0
	for j, want := range h.words {
		w := &t.Tokens[at+j]
		if !w.Large || !t.Joined(at+j) || t.doubtful[w.Low] != nil || t.known[w.Low] && w.Low != want {
			return
		}
		edits += distance(w.Low, want)
	}
	if edits != 1 || !h.whole && (t.isAbroad(&mention{first: at}) || len(t.seen) > 0 && !t.seen[len(t.seen)-1].own) {
		return
	}
	place := t.At("", t.Tokens[at].From, t.Tokens[last-1].To).Place
	for _, p := range t.Found {
		if p.Code == "person-misspelt" && p.Place == place {
			return
		}
	}
	reading.Mend(t.Say("person-misspelt", at, last, t.Span(at, last), h.name), h.name)
}

// notHolding are before an office that somebody else held, or holds in its place.
var notHolding = prose.SetOf(`wakil mantan eks bekas calon pj plt plh penjabat pelaksana`)
