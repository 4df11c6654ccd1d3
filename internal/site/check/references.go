package check

import (
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/records"
	"blandongan/internal/site"
	"blandongan/internal/site/value"
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
	if !c.knowsLanguages() {
		return
	}
	own := c.site.Config.Language.String()
	for _, t := range e.Found.Texts {
		for _, l := range t.Languages {
			if !slices.Contains(c.site.Config.Languages, value.Language(l.ID)) {
				c.say(c.languageHint(diag.At(l.Place, "language-unknown", l.ID), l.ID))
			}
		}
		isOwn := func(l records.Ref) bool { return l.ID == own }
		if len(t.Languages) > 0 && e.Kind != site.KindWords && !slices.ContainsFunc(t.Languages, isOwn) {
			c.say(diag.At(t.Languages[0].Place, "language-missing", own))
		}
	}
}

// knowsLanguages is false when they are already a problem of site.yaml.
func (c *checker) knowsLanguages() bool {
	config := &c.site.Config
	return config.Language != "" && !config.Misread("languages") && !slices.Contains(config.Languages, "")
}

// languageHint tells how the site gets one language more.
func (c *checker) languageHint(p diag.Problem, tag string) diag.Problem {
	more := append(slices.Clone(c.site.Config.Languages), value.Language(tag))
	return p.WithHint("languages", value.ListLanguages(more))
}

func (c *checker) checkTranslation(e *site.Entry) {
	if c.knowsLanguages() && !slices.Contains(c.site.Config.Languages, value.Language(e.Language)) {
		c.say(c.languageHint(diag.At(diag.Place{File: e.Place.File}, "language-unknown", e.Language), e.Language))
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
