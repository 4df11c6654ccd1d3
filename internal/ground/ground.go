// Package ground is what the pages of a site stand on: its language, where it lies, who
// publishes it, and, for those that are given them, the facts and the day. On it values
// of the site are written for people: texts, days, periods, links to things, sources.
//
// In come the facts (package site). Out come plain texts and links. Everything here is
// an input that a page declares and that its digest holds: a page sees of the ground
// what was handed to it, and nothing else.
package ground

import (
	"cmp"

	"blandongan/internal/address"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Ground is what a page stands on. It is an input of every page.
type Ground struct {
	Base *Base
	// Facts are all that is no news; nil for pages that show none of them.
	Facts *site.Facts
	// Today is the day of the build in the site's zone, 2006-01-02; "" for pages that
	// are the same on every day.
	Today string
}

// Base is what any page may show.
type Base struct {
	common
	words  *lang.Writer
	digest memo.Digest
}

// common are the plain values of a Base.
type common struct {
	Language string // that of the edition, BCP 47
	Main     string // that of the site
	Root     address.Root
	Edition  address.Edition
	// Marked says that texts in another language than the edition's are: see lang.Foreign.
	Marked bool
	Zone   string
	// City is the city's name.
	City string
	// Description is that of the site.
	Description string
	Publisher   Publisher
	// Words are the site's own, in place of some of ours, by key.
	Words map[string]string
	// Pillars are site.Pillars by the slug of the topic that each is: articles name their topics
	// in the site's language, whatever the edition's is.
	Pillars map[string]string
}

// Publisher is who publishes the site; Desks are its editors' names in articles.
type Publisher struct {
	Name, URL string
	Desks     []string
}

// NewBase returns what any page may show of a site in its own language.
func NewBase(f *site.Facts) *Base { return NewEdition(f, address.Edition{}) }

// NewEdition returns what any page of an edition may show, and what lies where in it.
func NewEdition(f *site.Facts, lies address.Edition) *Base {
	c := &f.Config
	b := &Base{common: common{
		Language: string(c.Language), Main: string(cmp.Or(f.Main, c.Language)),
		Root: address.RootOf(c.BaseURL), Edition: lies,
		Marked: f.IsMarked(), Zone: f.Zone.String(), City: f.City.Name, Description: f.Say(c.Description),
		Publisher: Publisher{f.Say(c.Publisher.Name), string(c.Publisher.URL), c.Publisher.Desks},
		Words:     f.WordsIn(string(c.Language)), Pillars: map[string]string{},
	}}
	main := lang.Pages.With(f.WordsIn(b.Main)).In(b.Main)
	for _, pillar := range site.Pillars {
		b.Pillars[value.Slugify(main.Word("topic-"+pillar))] = pillar
	}
	words := lang.Pages.With(b.Words)
	if b.Marked && !lang.HasWords(b.Language) {
		words = words.Foreign(b.Main, f.WordsOf(b.Language))
	}
	b.words = words.Edition(b.Language, b.Main)
	var h memo.Hash
	h.Plain(b.common)
	b.digest = h.Sum()
	return b
}

// AddTo adds the digest of all values, which was made once: see memo.Digested.
func (b *Base) AddTo(h *memo.Hash) { h.Digest(b.digest) }

// Lang writes in the language of the edition.
func (g Ground) Lang() *lang.Writer { return g.Base.words }

// Word returns one of the pages' own words or sentences.
func (g Ground) Word(key string, args ...any) string { return g.Base.words.Word(key, args...) }

// Count writes a whole number.
func (g Ground) Count(n int) string { return g.Base.words.Count(n) }

// Say returns a text in the language of the edition, else in the site's.
func (g Ground) Say(t site.Text) string {
	text, in := t.Said(g.Base.Language, g.Base.Main)
	return g.In(text, in)
}

// In returns a text that is in some language, marked where it is foreign on this ground.
func (g Ground) In(text, language string) string {
	if g.Base.Marked && language != g.Base.Language {
		return lang.Foreign(text, language)
	}
	return text
}

// Tag returns the name of a topic, as TagSaid does.
func (g Ground) Tag(tag string) string { return g.In(g.TagSaid(tag)) }

// TagSaid returns the name of a topic, and the language that it is in: articles name it in the
// site's. That of a pillar is known in every language.
func (g Ground) TagSaid(tag string) (text, in string) {
	if g.Base.Language != g.Base.Main {
		if pillar, is := g.Base.Pillars[value.Slugify(tag)]; is {
			return g.Word("topic-" + pillar), g.Base.Language
		}
	}
	return tag, g.Base.Main
}

// Says returns each text as Say does.
func (g Ground) Says(texts []site.Text) []string {
	var said []string
	for _, t := range texts {
		said = append(said, g.Say(t))
	}
	return said
}
