// Package reference holds prose against what the site knows: its places, its figures, its
// people, and what other regions are called.
//
// It owns the rules that find a wrong fact. In come the facts with the settings of the desk,
// once, and documents; out come problems, each at the words that are at fault. It is silent
// where it is not sure: a name that it does not know is a name, a number that it cannot place
// is right, and what an article quotes as somebody's mistake is that article's subject.
//
// No city is named here: places, people, figures and nicknames are those of the data. What is
// said here of a language are the words for kinds of places, offices, numbers and days.
package reference

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reading"
	"blandongan/internal/desk/reckoning"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
	"blandongan/internal/diag"
)

// Rules are the rules with all that they look things up in. They are made once and never
// change: many documents may be checked at the same time.
type Rules struct {
	facts     *register.Facts
	names     lexicon
	spelt     spelling // names of places one edit away
	regions   []*place
	city      *place
	confused  []confusion
	nicknames map[string][]*nickname // by their first word
	people    *register.People
	doubtful  map[string]*settings.DoubtfulName // by each word of each way to spell it
	known     map[string]bool                   // words of data/desk.yaml
	counted   *register.Figures
	kinds     map[string]string // common nouns that names of places begin with
	entries   map[string]*entry // all of these by one word
	marks     reading.Marks
}

// The marks of words that rules of the room begin with.
const (
	callingMark = reckoning.Own << iota
	beginningMark
	leaderMark
	kindMark
	holderMark
)

// mark marks the words that rules begin with.
func (r *Rules) mark() {
	r.marks = reading.NewMarks()
	reckoning.Mark(r.marks)
	for w := range strongly {
		r.marks.Add(w, callingMark)
	}
	for w := range beginnings {
		r.marks.Add(w, beginningMark)
	}
	for _, office := range leaders {
		r.marks.Add(office[0], leaderMark)
	}
	for first := range r.people.Holders {
		r.marks.Add(first, holderMark)
	}
	for w := range r.kinds {
		r.marks.Add(w, kindMark)
	}
}

// entry is what is known of a word that is written large.
type entry struct {
	names     []*name            // of places, that begin with it
	nicknames []*nickname        // that begin with it
	people    []*register.Person // whose names have it
	doubtful  bool
	known     bool // it is right, whatever it is near to
}

// noEntry is that of a word of which nothing is known.
var noEntry = &entry{}

// index gathers what is known of each word, so that it is looked up once.
func (r *Rules) index() {
	r.entries = map[string]*entry{}
	of := func(word string) *entry {
		if r.entries[word] == nil {
			r.entries[word] = &entry{known: r.known[word] || r.people.Words[word], doubtful: r.doubtful[word] != nil}
		}
		return r.entries[word]
	}
	for word, list := range r.names {
		of(word).names = list
	}
	for word, list := range r.nicknames {
		of(word).nicknames = list
	}
	for word, list := range r.people.ByWord {
		of(word).people = list
	}
	for word := range r.known {
		of(word)
	}
	for word := range r.doubtful {
		of(word)
	}
}

// New returns the rules of a site, with what its editors told the desk.
func New(
	facts *register.Facts, figures *register.Figures, desk settings.Desk, regions []settings.Region,
) *Rules {
	r := &Rules{
		facts: facts, counted: figures, names: lexicon{}, nicknames: map[string][]*nickname{},
		doubtful: map[string]*settings.DoubtfulName{}, known: map[string]bool{}, kinds: map[string]string{},
	}
	for _, name := range desk.Words {
		for word := range strings.FieldsSeq(strings.ToLower(name)) {
			r.known[word] = true
		}
	}
	for i := range desk.DoubtfulNames {
		for _, name := range desk.DoubtfulNames[i].Names {
			for word := range strings.FieldsSeq(strings.ToLower(name)) {
				r.doubtful[word] = &desk.DoubtfulNames[i]
			}
		}
	}
	r.addPlaces(regions)
	bare := ""
	if r.city != nil {
		bare = r.city.name
	}
	r.people = register.PeopleOf(facts, bare)
	r.index()
	r.mark()
	return r
}

// Check returns what is wrong in a document, and what was asked of the figures to find it.
func (r *Rules) Check(d *prose.Document) (diag.List, register.Asked) {
	c := &check{Rules: r, doc: d}
	for i := range d.Blocks {
		c.block(&d.Blocks[i], d.Blocks[i+1:])
	}
	c.tables()
	return c.list, c.asked
}

// check is one document while it is looked at.
type check struct {
	*Rules
	doc  *prose.Document
	list diag.List

	told map[string]bool     // what is said once in a document
	seen []*place            // regions that were named so far, the last one last
	last *register.Kecamatan // which was named last

	lone   *register.Kecamatan // the only one that is named anywhere, once it was sought
	sought bool

	asked register.Asked

	owners map[*nickname]bool // whether one is named anywhere, as far as it was asked

	text text // the block that is looked at, read into the same memory each time
}

// text is a block with the places that it names.
type text struct {
	*check
	reading.Passage
	mentions []mention // in their order
	entries  []*entry  // of each word
}

// lookUp finds what is known of each word.
func (t *text) lookUp() {
	t.entries = t.entries[:0]
	for i := range t.Tokens {
		e := noEntry
		if t.Tokens[i].Large {
			if known := t.Rules.entries[t.Tokens[i].Low]; known != nil {
				e = known
			}
		}
		t.entries = append(t.entries, e)
	}
}

// block looks at one block; next are those behind it.
func (c *check) block(b *prose.Block, next []prose.Block) {
	if len(b.Words()) == 0 {
		return
	}
	t := &c.text
	t.check, t.Marks = c, c.marks
	t.Read(b)
	t.lookUp()
	t.mentions = t.findNames(t.mentions[:0])
	reckoning.Dates(&t.Passage, c.doc.Article)
	t.places()
	t.zones()
	t.nicknamed()
	t.named()
	if !isClaim(b) {
		reckoning.Numbers(&t.Passage, next)
		t.figures()
		t.founded()
		reckoning.Boasts(&t.Passage, c.doc.Article)
	}
	c.remember(t)
	c.list = append(c.list, t.Found...)
}

// tables looks at the tables of the document.
func (c *check) tables() {
	for _, table := range reckoning.TablesIn(c.doc.Blocks) {
		t := &reading.Passage{Marks: c.marks}
		c.list = append(c.list, table.Sums(t)...)
		c.rows(table)
	}
}

// isClaim says whether a text is what somebody said, which the article holds against the facts
// itself.
func isClaim(b *prose.Block) bool {
	const claims = "claims."
	return b.Kind == prose.Field && len(b.Key) > len(claims) && b.Key[:len(claims)] == claims
}

// remember keeps what later blocks may speak of without its name.
func (c *check) remember(t *text) {
	for _, m := range t.mentions {
		for _, p := range m.places {
			switch {
			case p.kecamatan != nil:
				c.last = p.kecamatan
			case p.isRegion():
				c.seen = append(c.seen, p)
			}
		}
	}
}

// once says whether something is told for the first time in the document.
func (c *check) once(what string) bool {
	if c.told[what] {
		return false
	}
	if c.told == nil {
		c.told = map[string]bool{}
	}
	c.told[what] = true
	return true
}
