// Package translations says which texts of a site lack one of its languages, and the
// share that has it.
//
// In come a site, the entries and the map that it was made from, and a language. Out come the texts
// without it, at their places, and counts by kind. That a text lacks a language is no
// problem: pages say it in the site's own.
package translations

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"blandongan/internal/atlas/geojson"
	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
)

// Report says how much of a site is told in a language.
type Report struct {
	// Languages are those of the site: "id, en".
	Languages string
	// Absent says that this is none of them; Wanted are they with it, "" where it is no
	// language at all.
	Absent bool
	Wanted string
	// Lacking are the texts without it, file by file.
	Lacking []Text
	// Shares are those of each kind.
	Shares []Share
}

// Text is a text that lacks the language.
type Text struct {
	Place diag.Place // of a word that the site has not replaced, only the file where it could
	// Keys lead to it in its file: office.hours; "" for a whole article or page.
	Keys string
	// File is the one that such an article or page lacks.
	File string
	// Begins are its first words, in the site's own language.
	Begins string
}

// Share counts the texts in the files at a path, and those with the language. An article
// or a page is one text, and so is each text in its front matter once it is translated.
type Share struct {
	Path            string
	Texts, Finished int
}

// All is the share of the whole site.
func (r *Report) All() Share {
	var all Share
	for _, s := range r.Shares {
		all.Texts += s.Texts
		all.Finished += s.Finished
	}
	return all
}

// PerCent is the share in whole per cent: 100 when nothing is left.
func (s Share) PerCent() int {
	if s.Texts == 0 {
		return 100
	}
	return s.Finished * 100 / s.Texts
}

// In reports on a language of a site; the survey of its map is nil where it has none. What is
// not published is not counted.
func In(s *site.Site, entries []*site.Entry, survey *geojson.Survey, tag string) *Report {
	languages := s.Config.Languages
	at := slices.IndexFunc(languages, func(l value.Language) bool { return strings.EqualFold(l.String(), tag) })
	if at < 0 {
		return absent(languages, tag)
	}
	tag = languages[at].String()
	c := counter{site: s, main: s.Config.Language.String(), tag: tag, translated: map[site.Ref]*site.Entry{}}
	for _, e := range entries {
		if e.Language == tag {
			c.translated[site.Ref{Kind: e.Kind, ID: e.ID}] = e
		}
	}
	for _, e := range entries {
		switch {
		case e.Language != "":
		case e.Text != nil:
			c.whole(e)
		case e.Kind != site.KindWords || lang.HasWords(tag):
			c.texts(e, nil)
		}
	}
	if !lang.HasWords(tag) && tag != c.main {
		c.words(entries)
	}
	if survey != nil {
		c.mapText("source", survey.Source)
		c.mapText("note", survey.Note)
	}
	slices.SortStableFunc(c.report.Lacking, func(x, y Text) int {
		return cmp.Or(cmp.Compare(x.Place.File, y.Place.File), cmp.Compare(x.Place.Line, y.Place.Line))
	})
	slices.SortFunc(c.report.Shares, func(x, y Share) int { return cmp.Compare(x.Path, y.Path) })
	return &c.report
}

func absent(languages []value.Language, tag string) *Report {
	r := &Report{Languages: value.ListLanguages(languages), Absent: true}
	var language value.Language
	if language.ReadLiteral(tag) == nil {
		r.Wanted = value.ListLanguages(append(slices.Clone(languages), language))
	}
	return r
}

// counter goes through the texts of a site.
type counter struct {
	site       *site.Site
	main, tag  string
	translated map[site.Ref]*site.Entry // articles and pages that have a file in the language
	report     Report
}

// count counts a text in the files at a path.
func (c *counter) count(files string, has bool, t Text) {
	at := slices.IndexFunc(c.report.Shares, func(s Share) bool { return s.Path == files })
	if at < 0 {
		at = len(c.report.Shares)
		c.report.Shares = append(c.report.Shares, Share{Path: files})
	}
	share := &c.report.Shares[at]
	share.Texts++
	if has {
		share.Finished++
		return
	}
	t.Begins = beginning(t.Begins)
	c.report.Lacking = append(c.report.Lacking, t)
}

// whole counts an article or a page.
func (c *counter) whole(e *site.Entry) {
	thing, published := c.site.Find(e.Kind, e.ID)
	if !published {
		return
	}
	other := c.translated[site.Ref{Kind: e.Kind, ID: e.ID}]
	file := strings.TrimSuffix(path.Base(e.Place.File), ".md") + "." + c.tag + ".md"
	has := other != nil || c.tag == c.main
	c.count(site.PathOfKind(e.Kind), has, Text{Place: diag.Place{File: e.Place.File}, File: file, Begins: thing.Title})
	if has {
		c.texts(e, other)
	}
}

// texts counts those of an entry. What the file of its translation has under the same keys,
// as the first, the second, … there, is in the language.
func (c *counter) texts(e, translated *site.Entry) {
	said := map[string]int{}
	if translated != nil {
		for _, t := range translated.Found.Details().Texts {
			said[t.Keys]++
		}
	}
	for _, t := range e.Found.Details().Texts {
		begins := t.Text.In(c.main, c.main)
		if begins == "" {
			continue // a word that is replaced in another language only
		}
		has := t.Text.Has(c.tag) || c.tag == c.main || said[t.Keys] > 0
		said[t.Keys]--
		keys := t.Keys
		if site.IsKeyed(e.Kind) {
			keys = e.ID + "." + keys
		}
		c.count(site.PathOfKind(e.Kind), has, Text{Place: t.Place, Keys: keys, Begins: begins})
	}
}

// words counts the pages' own, for a language that has none here.
func (c *counter) words(entries []*site.Entry) {
	own, ours := &site.Words{}, lang.Pages.With(c.site.WordsIn(c.main)).In(c.main).Words()
	for _, e := range entries {
		if w, ok := e.Value.(*site.Words); ok {
			own = w
		}
	}
	for _, key := range lang.Pages.Keys() {
		at := diag.Place{File: site.PathOfKind(site.KindWords)}
		if own.Has(key) {
			at = own.At(key)
		}
		text := own.ByKey[key]
		c.count(at.File, text.Has(c.tag), Text{Place: at, Keys: key, Begins: ours[key]})
	}
}

// mapText counts a text of the map's file.
func (c *counter) mapText(key string, t geojson.Text) {
	if len(t) == 0 {
		return
	}
	said := t.ByLanguage()
	_, has := said[c.tag]
	begins := cmp.Or(said[c.main], said[""])
	c.count(t[0].Place.File, has || c.tag == c.main, Text{Place: t[0].Place, Keys: key, Begins: begins})
}

// longest is how many letters of a text tell which it is.
const longest = 60

// beginning returns the first words of a text.
func beginning(text string) string {
	words := strings.Fields(text)
	short, letters := "", -1
	for i, w := range words {
		if letters += 1 + utf8.RuneCountInString(w); letters > longest && i > 0 {
			return short + " …"
		}
		short = strings.TrimSpace(short + " " + w)
	}
	return short
}
