package check

import (
	"path"
	"slices"
	"strings"

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
	for _, t := range e.Found.Texts {
		for _, p := range c.site.Config.CheckLanguages(t.Languages, e.Kind != site.KindWords) {
			c.say(p)
		}
	}
}

func (c *checker) checkTranslation(e *site.Entry) {
	file := records.Ref{ID: e.Language, Place: diag.Place{File: e.Place.File}}
	unknown := c.site.Config.CheckLanguages([]records.Ref{file}, false)
	for _, p := range unknown {
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
	if value.Language(e.Language) == c.site.Main {
		c.say(diag.At(diag.Place{File: e.Place.File}, "translation-own").
			WithHint("rename", strings.Replace(path.Base(e.Place.File), "."+e.Language+".", ".", 1)))
		return
	}
	if t, ok := e.Value.(*site.Article); ok && e.WellFormed && unknown == nil {
		c.compareArticles(t, e)
	}
}

// compareArticles wants what a translation says besides its words to be what the original says:
// of that it has no say, and whoever corrects a date in one of two files means both. A list of texts
// is translated entry by entry.
func (c *checker) compareArticles(t *site.Article, e *site.Entry) {
	a := c.site.OriginalOf(e)
	if a == nil {
		return
	}
	zone := c.site.Zone
	for _, x := range []struct {
		key  string
		same bool
	}{
		{"date", t.Date.In(zone).Equal(a.Date.In(zone))}, {"written", t.Written == a.Written},
		{"updated", t.Updated.In(zone).Equal(a.Updated.In(zone))},
		{"author", t.Author == a.Author}, {"kind", t.Kind == a.Kind},
		{"kecamatan", slices.Equal(t.Kecamatan, a.Kecamatan)}, {"programs", slices.Equal(t.Programs, a.Programs)},
		{"visits", slices.Equal(t.Visits, a.Visits)}, {"tags", slices.Equal(t.Tags, a.Tags)},
		{"sources", slices.Equal(t.Sources, a.Sources)},
	} {
		if t.Has(x.key) && !x.same && !t.Misread(x.key) {
			c.say(diag.At(t.At(x.key), "translation-differs", x.key, a.File).WithHint("markup-drop"))
		}
	}
	for _, x := range []struct {
		key           string
		said, written int
	}{{"claims", len(t.Claims), len(a.Claims)}, {"corrections", len(t.Corrections), len(a.Corrections)}} {
		if t.Has(x.key) && x.said != x.written {
			c.say(diag.At(t.At(x.key), "translation-count", x.key, x.said, x.written))
		}
	}
}
