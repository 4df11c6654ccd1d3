// Package settings declares what the editors' desk is told by the site's own files:
// data/desk.yaml, how the desk is to read the site, and data/regions.yaml, what it knows of
// other regions.
//
// It owns the form of both files. In come records that package site reads, out come values
// for the rooms of rules. No page shows any of it: who changes a setting builds nothing anew.
package settings

import (
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Where the settings lie, if a site has any.
const (
	DeskFile    = "data/desk.yaml"
	RegionsFile = "data/regions.yaml"
)

// Desk is data/desk.yaml.
type Desk struct {
	records.Places
	// Silence are the rules that the whole site does without.
	Silence []Silence `key:"silence"`
	// Words are names and words that are right although a rule would doubt them.
	Words []string `key:"words" holds:"words"`
	// Misspellings are added to those that the desk knows.
	Misspellings []Misspelling `key:"misspellings"`
	// DoubtfulNames are names that sources spell in several ways, so that nobody knows the right one.
	DoubtfulNames []DoubtfulName `key:"doubtful_names"`
}

// Check refuses what would be told for ever: words whose repair has to be repaired again, and a
// name in doubt that has one spelling.
func (d *Desk) Check(found diag.List, _ bool) diag.List {
	by := map[string][]int{} // misspellings by what is wrong
	longest := 0             // of it, in words
	for i := range d.Misspellings {
		words := wordsOf(d.Misspellings[i].Wrong)
		by[strings.Join(words, " ")] = append(by[strings.Join(words, " ")], i)
		longest = max(longest, len(words))
	}
	const open, done = 1, 2
	state := make([]byte, len(d.Misspellings))
	var follow func(i int)
	follow = func(i int) {
		state[i] = open
		m := &d.Misspellings[i]
		words := wordsOf(m.Right)
		for from := range words {
			for to := from + 1; to <= min(from+longest, len(words)); to++ {
				for _, next := range by[strings.Join(words[from:to], " ")] {
					switch state[next] {
					case 0:
						follow(next)
					case open:
						found = append(found, diag.At(m.At("right"), "misspelling-circle", m.Wrong, m.Right))
					}
				}
			}
		}
		state[i] = done
	}
	for i := range state {
		if state[i] == 0 {
			follow(i)
		}
	}
	for i := range d.DoubtfulNames {
		n := &d.DoubtfulNames[i]
		if spellings := slices.Compact(slices.Sorted(slices.Values(n.Names))); len(spellings) == 1 {
			found = append(found, diag.At(n.At("names"), "doubtful-alone", spellings[0]))
		}
	}
	return found
}

// wordsOf are the words of a text as rules compare them.
func wordsOf(text string) []string { return strings.Fields(strings.ToLower(text)) }

// Silence takes a rule from the desk, for a reason that whoever comes later can weigh.
type Silence struct {
	records.Places
	Rule    Rule   `key:"rule,required"`
	Because string `key:"because,required"`
}

// Misspelling is a word or a few, and what to write in their place.
type Misspelling struct {
	records.Places
	Wrong string `key:"wrong,required"`
	Right string `key:"right,required"`
}

// DoubtfulName is one name in all the ways that sources spell it.
type DoubtfulName struct {
	records.Places
	Names []string `key:"names,required" holds:"words"`
	Note  string   `key:"note"`
}

// Rule is the code of a rule of the desk.
type Rule diag.Code

// ReadLiteral accepts the code of a rule.
func (r *Rule) ReadLiteral(word string) *diag.Problem {
	if diag.IsRule(diag.Code(word)) {
		*r = Rule(word)
		return nil
	}
	p := records.Refuse("value-not-allowed", "rule", word)
	if near := diag.Nearest(word, rules()); near != "" {
		hinted := p.WithHint("did-you-mean", near)
		p = &hinted
	}
	return p
}

// Example returns a rule.
func (*Rule) Example() string { return "weekday-wrong" }

// Pattern returns how it looks: see records.Patterned.
func (*Rule) Pattern() string { return "^(" + strings.Join(rules(), "|") + ")$" }

// rules are the codes of all rules.
func rules() (names []string) {
	for _, code := range diag.Codes() {
		if diag.IsRule(code) {
			names = append(names, string(code))
		}
	}
	return names
}

// Region is a province, a city or a regency; an entry of data/regions.yaml. What the site
// says of its own city and kecamatan stands elsewhere.
type Region struct {
	records.Places
	Code value.RegionCode `key:"code"`
	Kind string           `key:"kind,required" oneof:"province|city|regency"`
	// Name is without the word for its kind: "Jambi" is a province, and a city.
	Name    string   `key:"name,required"`
	Aliases []string `key:"aliases" holds:"words"`
	Capital string   `key:"capital"`
	// Mottos are what stands on its emblem or what its government calls it, Nicknames what
	// everybody does.
	Mottos    []string `key:"mottos"`
	Nicknames []string `key:"nicknames"`
	// Source is where mottos and nicknames are from: addresses, or titles.
	Source   []string   `key:"source"`
	Accessed value.Date `key:"accessed" when:"past"`
}

// Check wants a source for what a region is called; what was found already is returned with it.
func (r *Region) Check(found diag.List, readable bool) diag.List {
	says := slices.Concat(r.Mottos, r.Nicknames)
	if readable && len(says) > 0 && !r.Has("source") && !r.Misread("source") {
		found = append(found, diag.At(r.Begin(), "missing-key", "source"))
	}
	return found
}
