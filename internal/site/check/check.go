// Package check finds what does not hold between the facts of a site: references that lead
// nowhere, codes outside of what they are a part of, figures that can hardly be true beside
// others, dates of another century.
//
// In come a site and the entries that it was made from. Out come problems at their places.
// What shows within one file is found where that is decoded, in package site. It changes
// nothing, and what it finds never changes what is published but by being told.
package check

import (
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// checker holds the facts against each other.
type checker struct {
	site      *site.Site
	now       time.Time
	problems  diag.List
	finders   map[string]*diag.Finder
	doubted   map[diag.Place]bool // values of which something has been said
	ambiguous map[diag.Place]bool // values like 1.354
	gauges    map[string]*gauge
	summed    map[diag.Place]bool // figures of the city that its kecamatan do not add up to
}

func (c *checker) say(p diag.Problem) { c.problems = append(c.problems, p) }

// Site finds what does not hold between the entries of a site. now is the time of the build.
func Site(s *site.Site, entries []*site.Entry, now time.Time) diag.List {
	c := checker{site: s, now: now, finders: map[string]*diag.Finder{}}
	for _, e := range entries {
		c.checkEntry(e)
	}
	c.checkFacts(entries)
	c.checkCodes(entries)
	c.checkPlaceNames()
	c.checkBorders(entries)
	c.checkOffices()
	c.checkTags()
	c.checkNames(entries)
	c.checkAliases(entries)
	c.checkWords(entries)
	c.checkThere()
	return c.problems
}

// Entry finds what does not hold between an entry and a site that was made from others, or
// from the same as it was before: what it names, its languages, and the original that it
// translates. All else Site alone can tell.
func Entry(s *site.Site, e *site.Entry) diag.List {
	c := checker{site: s, finders: map[string]*diag.Finder{}}
	c.checkEntry(e)
	return c.problems
}

func (c *checker) checkEntry(e *site.Entry) {
	c.checkRefs(e)
	c.checkTexts(e)
	if e.Language != "" {
		c.checkTranslation(e)
	}
}
