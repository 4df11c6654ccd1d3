// Package ground is what the pages of a site stand on: its language, where it lies, who
// publishes it, and, for those that are given them, the facts and the day. On it values
// of the site are written for people: texts, days, periods, links to things, sources.
//
// In come the facts (package site). Out come plain texts and links. Everything here is
// an input that a page declares and that its digest holds: a page sees of the ground
// what was handed to it, and nothing else.
package ground

import (
	"blandongan/internal/address"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site"
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
	Language string // BCP 47
	Root     address.Root
	Zone     string
	// City is the city's name.
	City string
	// Description is that of the site.
	Description string
	Publisher   Publisher
	// Words are the site's own, in place of some of ours, by key.
	Words map[string]string
}

// Publisher is who publishes the site; Desks are its editors' names in articles.
type Publisher struct {
	Name, URL string
	Desks     []string
}

// NewBase returns what any page of a site may show.
func NewBase(f *site.Facts) *Base {
	c := &f.Config
	b := &Base{common: common{
		Language: string(c.Language), Root: address.RootOf(c.BaseURL), Zone: f.Zone.String(), City: f.City.Name,
		Description: f.Say(c.Description),
		Publisher:   Publisher{f.Say(c.Publisher.Name), string(c.Publisher.URL), c.Publisher.Desks},
		Words:       f.WordsIn(string(c.Language)),
	}}
	b.words = lang.Pages.With(b.Words).Edition(b.Language, string(c.Language))
	var h memo.Hash
	h.Plain(b.common)
	b.digest = h.Sum()
	return b
}

// AddTo adds the digest of all values, which was made once: see memo.Digested.
func (b *Base) AddTo(h *memo.Hash) { h.Digest(b.digest) }

// Lang writes in the site's language.
func (g Ground) Lang() *lang.Writer { return g.Base.words }

// Word returns one of the pages' own words or sentences.
func (g Ground) Word(key string, args ...any) string { return g.Base.words.Word(key, args...) }

// Count writes a whole number.
func (g Ground) Count(n int) string { return g.Base.words.Count(n) }

// Say returns a text in the site's language.
func (g Ground) Say(t site.Text) string { return t.In(g.Base.Language, g.Base.Language) }

// Says returns each text in the site's language.
func (g Ground) Says(texts []site.Text) []string {
	var said []string
	for _, t := range texts {
		said = append(said, g.Say(t))
	}
	return said
}
