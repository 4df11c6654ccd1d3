package check

import (
	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site"
)

func (c *checker) checkRefs(refs []records.Ref) {
	for _, r := range refs {
		if c.site.Exists(r.Kind, r.ID) || c.site.IsClosed(r.Kind) {
			continue
		}
		p := diag.At(r.Place, "unknown-reference", diag.Word(r.Kind), r.ID).Suggest(r.ID, c.finder(r.Kind))
		c.say(orRecord(p, r.Kind).Typing(r.ID))
	}
}

// orRecord advises to record a source or an indicator that is like none of those
// there: most likely it is a new one.
func orRecord(p diag.Problem, kind string) diag.Problem {
	switch {
	case !site.IsKeyed(kind):
	case p.Hint.Code == "":
		return p.WithHint("record-first", site.PathOfKind(kind))
	case p.Hint.Code == "there-are":
		return p.WithHint("there-are-or-record", p.Hint.Args[0], site.PathOfKind(kind))
	}
	return p
}

// finder answers which thing of a kind is meant by an id that is not there.
func (c *checker) finder(kind string) *diag.Finder {
	if c.finders[kind] == nil {
		c.finders[kind] = diag.NewFinder(c.site.IDs(kind))
	}
	return c.finders[kind]
}

func (c *checker) checkTexts(e *site.Entry) {
	for _, t := range e.Found.Texts {
		for _, p := range c.site.Config.CheckLanguages(t.Languages, e.Kind != site.KindWords) {
			c.say(p)
		}
	}
}

func (c *checker) checkTranslation(e *site.Entry) {
	file := records.Ref{ID: e.Language, Place: diag.Place{File: e.Place.File}}
	for _, p := range c.site.Config.CheckLanguages([]records.Ref{file}, false) {
		c.say(p)
	}
	if !c.site.Exists(e.Kind, e.ID) && !c.site.IsClosed(e.Kind) {
		p := diag.At(diag.Place{File: e.Place.File}, "translation-orphan", e.ID)
		if near := c.finder(e.Kind).Nearest(e.ID); near != "" {
			p = p.WithHint("did-you-mean", near)
		}
		c.say(p)
		return
	}
	c.say(diag.At(diag.Place{File: e.Place.File}, "translation-waits"))
}
