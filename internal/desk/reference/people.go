package reference

import (
	"slices"
	"strings"
	"time"

	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// titleWord is what nicknames begin with that speak of a city.
const titleWord = diag.Word("city-kind")

// people are whom the data know, by each word of their names.
type people struct {
	words   map[string]bool
	byWord  map[string][]*person
	tenures []tenure
	holders []holder
}

type person struct {
	words []string // in small letters
	name  string
}

// tenure is an office that somebody is known to hold on a day, or since one.
type tenure struct {
	*person
	role  string // as it is written
	low   []string
	on    string // the day, 2006-01-02
	since bool   // they began then
}

func (r *Rules) addPeople() {
	r.people = people{words: map[string]bool{}, byWord: map[string][]*person{}}
	f := r.facts
	r.addHead(f.City.Head)
	for i := range f.Kecamatan {
		r.addHead(f.Kecamatan[i].Head)
	}
	for i := range f.Visits {
		v := &f.Visits[i]
		day := v.Day().First()
		if p := v.LedBy; p != nil {
			r.addPerson(p.Name)
		}
		for j := range v.Hosts {
			r.addTenure(r.addPerson(v.Hosts[j].Name), v.Hosts[j].Role, day, false)
		}
		for j := range v.Loci {
			r.addPerson(v.Loci[j].Host)
		}
	}
	r.addHolders()
}

func (r *Rules) addHead(h *site.Head) {
	if h == nil {
		return
	}
	p := r.addPerson(h.Name)
	if h.Since != "" {
		r.addTenure(p, h.Role, h.Since.First(), true)
	} else if h.AsOf != "" {
		r.addTenure(p, h.Role, h.AsOf.First(), false)
	}
}

func (r *Rules) addPerson(name string) *person {
	low := strings.Fields(strings.ToLower(name))
	if len(low) == 0 {
		return nil
	}
	for _, p := range r.people.byWord[low[0]] {
		if slices.Equal(p.words, low) {
			return p
		}
	}
	p := &person{low, name}
	for _, w := range low {
		if !slices.Contains(r.people.byWord[w], p) {
			r.people.byWord[w] = append(r.people.byWord[w], p)
		}
		if len(t5(w)) > 0 {
			r.people.words[w] = true
		}
	}
	return p
}

// t5 is a word that is long enough to be known by.
func t5(w string) string {
	if len(w) > 2 {
		return w
	}
	return ""
}

func (r *Rules) addTenure(p *person, role site.Text, day string, since bool) {
	said := role.In("id", r.facts.Main.String())
	if p == nil || said == "" || day == "" {
		return
	}
	r.people.tenures = append(r.people.tenures, tenure{p, said, strings.Fields(strings.ToLower(said)), day, since})
}

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
		if len(p.words) < 2 {
			continue
		}
		for at, w := range p.words {
			if w != t.Tokens[i].Low || len(w) < 3 {
				continue
			}
			first := i - at
			if first < 0 || first+len(p.words) > len(t.Tokens) || slices.Index(p.words, w) != at {
				continue
			}
			if t.isAlmost(p, first, i) {
				last := first + len(p.words)
				reading.Mend(t.Say("person-misspelt", first, last, t.Span(first, last), p.name), p.name)
				return
			}
		}
	}
}

// isAlmost says whether words are the name of somebody but for an edit or two. It is told at the
// first of them that is right.
func (t *text) isAlmost(p *person, first, right int) bool {
	edits, length := 0, 0
	for j, want := range p.words {
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
		edits += distance(w.Low, want)
	}
	return edits == 1 && length >= 9 || edits == 2 && length >= 12
}

// distance counts the letters that two words differ by.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 2 || len(y)-len(x) > 2 {
		return 3
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		corner := row[0]
		row[0] = i + 1
		for j, s := range y {
			cost := corner
			if r != s {
				cost++
			}
			corner = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
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

// Within which an office that somebody holds on one day tells of another day.
const (
	sameTime  = 120 * 24 * time.Hour
	otherTime = 365 * 24 * time.Hour
)

// inOffice finds people in an office that they did not hold on the day of which an article tells.
func (t *text) inOffice() {
	a := t.doc.Article
	if a == nil || a.Date.IsZero() || t.English || len(t.people.tenures) == 0 {
		return
	}
	day := a.Date.In(time.UTC)
	for i := range t.Tokens {
		for j := range t.people.tenures {
			x := &t.people.tenures[j]
			if t.Tokens[i].Low != x.words[0] || !t.Follows(i, x.words...) || !t.Tokens[i].Large {
				continue
			}
			if first := t.officeBefore(i, x); first >= 0 && t.yearIn(t.Of(i)) == 0 || first >= 0 &&
				t.yearIn(t.Of(i)) == day.Year() {
				if other := t.contradiction(x, day); other != nil {
					last := i + len(x.words)
					t.Say("office-dates", first, last, t.Span(first, last), other.role+" "+other.name, other.day())
					return
				}
			}
		}
	}
}

func (x *tenure) day() string {
	if x.since {
		return x.on + " –"
	}
	return x.on
}

// officeBefore returns where the words of an office begin that end before a name, -1 without. An
// office may be written without its region: Wali Kota Airin.
func (t *text) officeBefore(i int, x *tenure) int {
	if n := len(x.low); i >= n && t.Joined(i) && t.Follows(i-n, x.low...) {
		return t.notDeputy(i-n, x)
	}
	for _, office := range [][]string{{"wali", "kota"}, {"camat"}, {"bupati"}} {
		n := len(office)
		if len(x.low) > n && slices.Equal(x.low[:n], office) && i >= n && t.Joined(i) && t.Follows(i-n, office...) {
			return t.notDeputy(i-n, x)
		}
	}
	return -1
}

// notDeputy is where an office begins, -1 when it is that of a deputy or was once held.
func (t *text) notDeputy(first int, x *tenure) int {
	switch t.Low(first - 1) {
	case "wakil", "mantan", "eks", "bekas", "calon", "pj", "plt", "plh":
		return -1
	}
	return first
}

// contradiction returns what the data know that does not go with an office on a day: that it began
// later, that somebody else held it then, or that the same person then held another.
func (t *text) contradiction(x *tenure, day time.Time) *tenure {
	var other *tenure
	for i := range t.people.tenures {
		y := &t.people.tenures[i]
		on := value.Date(y.on).Time()
		same := slices.Equal(y.low, x.low)
		apart := on.Sub(day)
		switch {
		case y.person == x.person && same && y.since:
			if day.Before(on) {
				return y
			}
			return nil
		case y.person == x.person && same && apart < otherTime && apart > -otherTime:
			return nil
		case (y.person == x.person) != same && apart < sameTime && apart > -sameTime:
			other = y
		}
	}
	return other
}
