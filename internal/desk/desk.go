// Package desk is the editors' desk: it tells what a reader would stumble over although the
// site can be built.
//
// It owns which rules there are and when one is silent. The rules stand in the rooms below:
// language, reference with reckoning, and web; external is asked by name. In come the facts
// of a site, what its editors told the desk, and documents. Out come problems at their places,
// each with a code that a comment or data/desk.yaml can silence. Nothing that it finds keeps a
// site from being built, and it
// never reads a file.
package desk

import (
	"slices"
	"time"

	"blandongan/internal/desk/language"
	"blandongan/internal/desk/prose"
	"blandongan/internal/desk/reference"
	"blandongan/internal/desk/register"
	"blandongan/internal/desk/settings"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/site"
)

// Settings are what a site's editors told the desk.
type Settings struct {
	Desk    settings.Desk
	Regions []settings.Region
}

// SettingsOf finds them among the entries of a site.
func SettingsOf(entries []*site.Entry) (s Settings) {
	for _, e := range entries {
		switch v := e.Value.(type) {
		case *settings.Desk:
			if v != nil {
				s.Desk = *v
			}
		case *settings.Region:
			if v != nil {
				s.Regions = append(s.Regions, *v)
			}
		}
	}
	return s
}

// Knows says whether the desk holds texts against what a file of a kind says. What a text says of
// itself it reads there, and what others say only where it lays them side by side.
func Knows(kind string) bool {
	return kind != site.KindNews && kind != site.KindPage && kind != site.KindSite && kind != site.KindWords
}

// founding are the kinds that rules of reference cannot do without.
var founding = []string{site.KindCity, site.KindKecamatan, site.KindIndicator}

// IsBlind says whether nobody knows what is not there, because some files could not be read:
// then nothing is held against the facts of a site.
func IsBlind(s *site.Site) bool { return slices.ContainsFunc(founding, s.IsClosed) }

// IsSettings says whether editors tell the desk something in a file.
func IsSettings(file string) bool { return file == settings.DeskFile || file == settings.RegionsFile }

// Desk is all that is known of a site. It is never changed: documents may be checked at once.
type Desk struct {
	language  *language.Rules
	web       *web.Rules
	reference *reference.Rules
	quiet     []settings.Silence // for the whole site

	facts   memo.Digest
	figures *register.Figures
}

// New returns the desk of a site on a day.
func New(s *site.Site, set Settings, now time.Time) *Desk {
	facts, known := register.FactsOf(s.Facts), s.Facts
	var h memo.Hash
	h.Plain(facts)
	d := &Desk{
		language: language.New(languageOf(facts, set.Desk)), web: web.New(s.Facts, facts.Phones, now),
		quiet: set.Desk.Silence,
	}
	isBlind := IsBlind(s)
	if h.Bool(isBlind); isBlind {
		known = new(site.Facts)
		facts = register.FactsOf(known)
	}
	d.facts, d.figures = h.Sum(), register.FiguresOf(facts, known)
	d.reference = reference.New(facts, d.figures, set.Desk, set.Regions)
	return d
}

// Facts is the digest of all facts of the site that texts of a kind that does not age are held against, but for
// figures, of which see Answers.
func (d *Desk) Facts() memo.Digest { return d.facts }

// Answers is the digest of what the desk answers to what a review asked it of figures.
func (d *Desk) Answers(asked []string) memo.Digest { return d.figures.Answers(asked) }

// Recalled returns a desk that finds nothing by itself, and does without what another did without:
// see Quiet.
func Recalled(quiet []settings.Silence) *Desk { return &Desk{quiet: quiet} }

// Quiet is what the whole site does without.
func (d *Desk) Quiet() []settings.Silence { return d.quiet }

// Ages says whether what the desk says of a file of a kind depends on the day.
func Ages(kind string) bool { return kind == site.KindProgram || kind == site.KindAdoption }

// languageOf is what the rules of language are to know of a site.
func languageOf(f *register.Facts, set settings.Desk) language.Options {
	o := language.Options{Known: set.Words}
	for _, m := range set.Misspellings {
		o.Misspelt = append(o.Misspelt, [2]string{m.Wrong, m.Right})
	}
	for i := range f.Kecamatan {
		o.Places = append(o.Places, f.Kecamatan[i].Name)
		for _, kelurahan := range f.Kecamatan[i].Kelurahan {
			o.Places = append(o.Places, kelurahan.Name)
		}
	}
	return o
}

// Check returns what the rules find in a document by itself, sorted.
func (d *Desk) Check(doc *prose.Document) diag.List {
	found, _ := d.Review(doc)
	return slices.DeleteFunc(found, d.isQuiet)
}

// Review is Check for Findings: of each rule that the whole site does without, which found
// something there, it returns one finding. asked is what it asked of figures.
func (d *Desk) Review(doc *prose.Document) (found diag.List, asked []string) {
	known, asked := d.reference.Check(doc)
	for _, list := range []diag.List{d.language.Check(doc), d.web.Check(doc), known} {
		for _, p := range list {
			found = append(found, doc.Held(p))
		}
	}
	return d.heard(doc.Silenced, found, func(r rule) bool { return !r.across && !r.asked }, true), asked
}

// Across returns what the rules find in documents beside each other, sorted, as Review does.
func (d *Desk) Across(docs []*prose.Front) diag.List {
	return d.told(docs, d.web.Across(docs), func(r rule) bool { return r.across })
}

// isQuiet says whether the whole site does without what found a problem.
func (d *Desk) isQuiet(p diag.Problem) bool {
	return slices.ContainsFunc(d.quiet, func(q settings.Silence) bool { return diag.Code(q.Rule) == p.Code })
}

// told leaves out what comments silence, in whichever document it was found.
func (d *Desk) told(docs []*prose.Front, found diag.List, whose func(rule) bool) diag.List {
	byFile := map[string]diag.List{}
	for _, p := range found {
		byFile[p.Place.File] = append(byFile[p.Place.File], p)
	}
	var all diag.List
	for _, doc := range docs {
		if list := byFile[doc.File]; list != nil || len(doc.Silenced) > 0 {
			all = append(all, d.heard(doc.Silenced, list, whose, false)...)
		}
	}
	return all.Sorted()
}

// heard leaves out of a document's findings those that are silenced, and adds what is wrong
// with the comments that silence. whose are the rules that were asked.
func (d *Desk) heard(comments []prose.Silence, found diag.List, whose func(rule) bool, forms bool) diag.List {
	orders := ordersOf(comments)
	var loud diag.List
	var quiet []diag.Code
	for _, p := range found {
		silent := slices.Contains(quiet, p.Code)
		for i := range orders {
			silent = orders[i].silence(p) || silent
		}
		if !silent && d.isQuiet(p) {
			quiet = append(quiet, p.Code)
		}
		if !silent {
			loud = append(loud, p)
		}
	}
	for i := range orders {
		o := &orders[i]
		if o.fault != nil {
			if forms {
				loud = append(loud, *o.fault)
			}
			continue
		}
		loud = append(loud, o.needless(whose)...)
	}
	return loud.Sorted()
}

// IsSilent says whether a finding of a document is not to be told, by the comments in there.
func (d *Desk) IsSilent(p diag.Problem, comments []prose.Silence) bool {
	orders := ordersOf(comments)
	return d.isQuiet(p) || slices.ContainsFunc(orders, func(o order) bool { return o.silence(p) })
}
