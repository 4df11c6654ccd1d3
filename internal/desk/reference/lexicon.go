package reference

import (
	"slices"
	"sort"
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/register"
	"blandongan/internal/search/words"
)

// kind is what a place is.
type kind string

// The kinds of places. Those of regions are as data/regions.yaml writes them.
const (
	province  kind = "province"
	city      kind = "city"
	regency   kind = "regency"
	kecamatan kind = "kecamatan"
	kelurahan kind = "kelurahan"
	sight     kind = "sight"
)

// place is one of the places that the data know.
type place struct {
	kind kind
	name string // without the word for its kind
	code string
	own  bool // it is the city, or in it

	kecamatan *register.Kecamatan // itself, or of a kelurahan the one that it is in
	inside    *register.Kecamatan // of a kelurahan
}

func (p *place) isRegion() bool { return isRegional[p.kind] }

var isRegional = map[kind]bool{province: true, city: true, regency: true}

func (p *place) isTown() bool { return p.kind == city || p.kind == regency }

// hasFigures says whether figures of a place are on record.
func (p *place) hasFigures() bool { return p.own && (p.isRegion() || p.kind == kecamatan) }

// full is the name with the word for its kind.
func (p *place) full() string {
	if word := titles[p.kind]; word != "" && !strings.HasPrefix(p.name, "Daerah ") {
		return word + " " + p.name
	}
	return p.name
}

// titles are the words for kinds before names.
var titles = map[kind]string{
	province: "Provinsi", city: "Kota", regency: "Kabupaten", kecamatan: "Kecamatan", kelurahan: "Kelurahan",
}

// markers are the words before names that tell what a place is.
var markers = map[string]kind{
	"provinsi": province, "propinsi": province, "prov": province, "kota": city, "kotamadya": city,
	"kabupaten": regency, "kab": regency, "kecamatan": kecamatan, "kec": kecamatan, "kelurahan": kelurahan,
	"kel": kelurahan,
}

// offices are those that tell what a place is whose name follows.
var offices = map[string]kind{
	"gubernur": province, "pemprov": province, "pemkot": city, "bupati": regency, "pemkab": regency,
	"camat": kecamatan, "lurah": kelurahan,
}

// lexicon are all names of places, by their first word in small letters.
type lexicon map[string][]*name

// name is a name of one or many places.
type name struct {
	words  []string // in small letters
	text   string
	places []*place
}

// mention is where a text names a place.
type mention struct {
	first, last int // words, without the one for the kind
	name        *name
	places      []*place // which may be meant: where a word tells the kind, those of it, unless there is none
	marker      kind     // what the word before it tells, "" without
	marked      int      // the word before, or first
}

// add adds a name of a place.
func (l lexicon) add(text string, p *place) *name {
	low := strings.Fields(strings.ToLower(text))
	if len(low) == 0 {
		return nil
	}
	for _, n := range l[low[0]] {
		if slices.Equal(n.words, low) {
			if !slices.Contains(n.places, p) {
				n.places = append(n.places, p)
			}
			return n
		}
	}
	n := &name{words: low, text: text, places: []*place{p}}
	l[low[0]] = append(l[low[0]], n)
	slices.SortStableFunc(l[low[0]], func(a, b *name) int { return len(b.words) - len(a.words) })
	return n
}

// get returns the name that some words are, nil when they are none.
func (l lexicon) get(low []string) *name {
	if len(low) == 0 {
		return nil
	}
	for _, n := range l[low[0]] {
		if slices.Equal(n.words, low) {
			return n
		}
	}
	return nil
}

// findNames returns the names in a text, the longest at each place.
func (t *text) findNames(found []mention) []mention {
	for i := 0; i < len(t.Tokens); {
		n := t.nameAt(i)
		if n == nil {
			i++
			continue
		}
		if next := i + len(n.words); t.isOther(n, i, next) {
			i = next
			continue
		}
		m := mention{first: i, last: i + len(n.words), name: n, places: n.places, marked: i}
		if k, at := t.marker(i); k != "" {
			m.marker, m.marked = k, at
			var fit []*place
			for _, p := range n.places {
				if p.kind == k {
					fit = append(fit, p)
				}
			}
			if len(fit) > 0 {
				m.places = fit
			}
		}
		found = append(found, m)
		i = m.last
	}
	return found
}

// sides are parts of regions.
var sides = prose.SetOf(`pusat utara timur selatan barat tengah raya`)

// mentionsIn returns the names in a sentence.
func (t *text) mentionsIn(s reading.Sentence) []mention {
	from := t.firstMention(s.First)
	return t.mentions[from:max(from, t.firstMention(s.Last))]
}

// firstMention returns which name is the first that stands at a word or behind it.
func (t *text) firstMention(word int) int {
	return sort.Search(len(t.mentions), func(i int) bool { return t.mentions[i].first >= word })
}

// isOther says whether the name of a region is only a part of another name: a newspaper, a hotel.
func (t *text) isOther(n *name, i, next int) bool {
	if isOurs(n) || !t.Joined(next) || !t.Tokens[next].Large {
		return false
	}
	before, behind := t.Low(i-1), t.Low(next)
	return !sides[behind] && t.nameAt(next) == nil && markers[before] == "" && offices[before] == "" &&
		markers[behind] == ""
}

func isOurs(n *name) bool { return slices.ContainsFunc(n.places, func(p *place) bool { return p.own }) }

// nameAt returns the longest name that begins with a word.
func (t *text) nameAt(i int) *name {
next:
	for _, n := range t.entries[i].names {
		if i+len(n.words) > len(t.Tokens) {
			continue
		}
		for j := 1; j < len(n.words); j++ {
			if w := t.Tokens[i+j]; w.Low != n.words[j] || !w.Large || !t.Joined(i+j) {
				continue next
			}
		}
		return n
	}
	return nil
}

// marker returns the kind that the word before a name tells, and where it stands.
func (t *text) marker(i int) (kind, int) {
	if i == 0 {
		return "", i
	}
	low := t.Tokens[i-1].Low
	if gap := t.Gap(i); gap != " " && (gap != ". " || len(low) > 4) {
		return "", i
	}
	if k := markers[low]; k != "" {
		return k, i - 1
	}
	return "", i
}

// spelling finds names that are one edit away: an edit leaves either the first two letters or
// the last two as they are.
type spelling struct{ begin, end map[[2]byte][]*spelt }

type spelt struct {
	low string
	*name
}

func (s *spelling) add(n *name) {
	if n == nil {
		return
	}
	x := &spelt{strings.Join(n.words, " "), n}
	if len(x.low) < shortestMisspelt {
		return
	}
	if s.begin == nil {
		s.begin, s.end = map[[2]byte][]*spelt{}, map[[2]byte][]*spelt{}
	}
	begin, end := ends(x.low, x.low)
	if !slices.ContainsFunc(s.begin[begin], func(y *spelt) bool { return y.name == n }) {
		s.begin[begin] = append(s.begin[begin], x)
		s.end[end] = append(s.end[end], x)
	}
}

// shortestMisspelt is below how many letters nothing is near: too many words are.
const shortestMisspelt = 5

// ends are the first two letters of a word and the last two of another.
func ends(first, last string) (begin, end [2]byte) {
	copy(begin[:], first)
	copy(end[:], last[max(0, len(last)-2):])
	return begin, end
}

// may says whether a name is near that begins with one word and ends with another.
func (s *spelling) may(first, last string) bool {
	begin, end := ends(first, last)
	return len(s.begin[begin])+len(s.end[end]) > 0
}

// near returns the name that is one edit away from a text in small letters, nil when there is
// none or more than one.
func (s *spelling) near(low string) (found *name) {
	if len(low) < shortestMisspelt-1 {
		return nil
	}
	begin, end := ends(low, low)
	for _, list := range [][]*spelt{s.begin[begin], s.end[end]} {
		for _, n := range list {
			if d := len(n.low) - len(low); n.name == found || d > 1 || d < -1 || !words.Near(n.low, low) {
				continue
			}
			if found != nil && !slices.Equal(found.places, n.places) {
				return nil
			}
			found = n.name
		}
	}
	return found
}
