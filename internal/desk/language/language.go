// Package language reads Indonesian as a copy editor does.
//
// It owns the rules of spelling, of marks and of sentences, and the lists of words that they
// want, which are ours: not a dictionary, but what news gets wrong again and again. In comes
// a document, out come the problems in it at their places, with the ways to mend them. It
// says nothing of what the words tell, and nothing where a name, an address, a quoted word
// or the title of a law may be meant: a rule that is wrong once is never read again.
//
// The lists stand in words/*.txt, a word or a few to a line.
package language

import (
	"strings"

	"blandongan/internal/desk/prose"
	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// Options are what a site knows beside what we do.
type Options struct {
	// Known are words and names that are right.
	Known []string
	// Misspelt are words with what to write in their place.
	Misspelt [][2]string
	// Places are the names of places of which a list may consist.
	Places []string
}

// Rules find what is wrong with the language of a document. They may be used by several
// goroutines at once.
type Rules struct {
	words  map[string]*entry // by the first word
	verbs  map[string]bool
	known  map[string]bool
	names  []string // those of known that are more than one word
	places map[string]bool
}

// New returns the rules of a site.
func New(o Options) *Rules {
	r := &Rules{known: map[string]bool{}, places: map[string]bool{}, names: []string{"kerak telor"}}
	r.readLists()
	for _, m := range o.Misspelt {
		r.addMisspelt(m[0], m[1])
	}
	for _, k := range o.Known {
		if k = lowered(strings.TrimSpace(k)); strings.Contains(k, " ") {
			r.names = append(r.names, k)
		} else if k != "" {
			r.known[k] = true
		}
	}
	for _, p := range o.Places {
		r.places[p] = true
	}
	return r
}

// indonesian is the language that the rules are about.
const indonesian = "id"

// Check returns what is wrong in a document, in no order.
func (r *Rules) Check(d *prose.Document) diag.List {
	if d.Kind == site.KindSource { // titles of others stand as they are printed
		return nil
	}
	c := checker{rules: r, doc: d}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == prose.Field {
			c.title(b)
		}
		switch b.Language {
		case indonesian:
			c.check(i)
		case "en":
			c.doubledEnglish(b)
		}
	}
	return c.problems
}

type checker struct {
	rules    *Rules
	doc      *prose.Document
	problems diag.List

	block *prose.Block // that is looked at
	text  string       // its
	words []prose.Word
	small string   // the text in lower case
	lower []string // so the words
	large int      // how many begin with a capital
}

func (c *checker) check(i int) {
	b := &c.doc.Blocks[i]
	c.block, c.text, c.words, c.lower, c.large = b, b.Text, b.Words(), c.lower[:0], 0
	c.small = lowered(b.Text)
	for _, w := range c.words {
		c.lower = append(c.lower, c.small[w.From:w.To])
		if isLarge(w.Text) {
			c.large++
		}
	}
	c.spelling()
	c.doubled()
	c.capitals()
	c.weekdays()
	c.smallNames()
	c.between()
	c.series()
	c.spaces()
	c.stuck()
	c.quotes(i)
	c.brackets()
	c.repeated()
	c.sentences()
}

// say reports a part of the block, with what may stand in its place. safe says that nobody
// has to decide.
func (c *checker) say(p diag.Problem, safe bool, better ...string) {
	switch {
	case p.Words == "": // it stands otherwise in the file: nothing there can be replaced
	case safe && len(better) == 1:
		p = p.SafelyMendedBy(better[0])
	default:
		p = p.MendedBy(better...)
	}
	c.problems = append(c.problems, p)
}

// gap returns what stands between two words, the first of which is word i.
func (c *checker) gap(i int) string { return c.text[c.words[i].To:c.words[i+1].From] }

// adjoins says whether nothing but a blank stands between word i and the next.
func (c *checker) adjoins(i int) bool { return i >= 0 && i+1 < len(c.words) && c.gap(i) == " " }

// begins says whether word i is the first of a sentence, or may be.
func (c *checker) begins(i int) bool {
	return i == 0 || strings.ContainsAny(c.gap(i-1), ".!?:\n\"“”‘’()…–—•")
}

// isTitle says whether the block is written as titles are, in capitals and without a full stop:
// they tell nothing then.
func (c *checker) isTitle() bool {
	return len(c.words) > 0 && 2*c.large > len(c.words) && !strings.HasSuffix(c.text, ".")
}
