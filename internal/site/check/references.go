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

func (c *checker) checkRefs(e *site.Entry) {
	for _, r := range e.Found.Refs {
		if c.site.Exists(r.Kind, r.ID) {
			if !e.Draft && e.Language == "" {
				c.checkPublished(e, r)
			}
			continue
		}
		if c.site.IsClosed(r.Kind) {
			continue
		}
		p := diag.At(r.Place, "unknown-reference", diag.Word(r.Kind), r.ID).Suggest(r.ID, c.finder(r.Kind))
		c.say(orRecord(p, r.Kind).Typing(r.ID))
	}
}

// checkPublished tells of what a thing names that waits for its words: it is shown without, or
// waits too. Of a translation its original tells; of articles those show that are there.
func (c *checker) checkPublished(e *site.Entry, r records.Ref) {
	if r.Kind == site.KindNews || !c.site.IsUnfilled(r.Kind, r.ID) {
		return
	}
	code := diag.Code("draft-named")
	if c.site.IsUnfilled(e.Kind, e.ID) {
		code = "draft-needed"
	}
	c.say(c.site.NotYet(r.Place, site.Ref{Kind: r.Kind, ID: r.ID}, code))
}

// orRecord advises to record a source or an indicator that is like none of those
// there: most likely it is a new one.
func orRecord(p diag.Problem, kind string) diag.Problem {
	switch {
	case !site.IsKeyed(kind):
	case p.Hint.Code == "":
		return p.WithHint("record-first", site.PathOfKind(kind), diag.Word(kind))
	case p.Hint.Code == "there-are":
		return p.WithHint("there-are-or-record", p.Hint.Args[0], site.PathOfKind(kind), diag.Word(kind))
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
	c.sameWord(t, a, "date", t.Date.In(zone).Equal(a.Date.In(zone)))
	c.sameWord(t, a, "written", t.Written == a.Written)
	c.sameWord(t, a, "updated", t.Updated.In(zone).Equal(a.Updated.In(zone)))
	c.sameWord(t, a, "author", t.Author == a.Author)
	c.sameWord(t, a, "kind", t.Kind == a.Kind)
	c.sameWord(t, a, "kecamatan", slices.Equal(t.Kecamatan, a.Kecamatan))
	c.sameWord(t, a, "programs", slices.Equal(t.Programs, a.Programs))
	c.sameWord(t, a, "visits", slices.Equal(t.Visits, a.Visits))
	c.sameWord(t, a, "tags", slices.Equal(t.Tags, a.Tags))
	c.sameWord(t, a, "sources", slices.Equal(t.Sources, a.Sources))
	c.sameWord(t, a, "image", t.Image == nil || a.Image != nil)
	c.sameWord(t, a, "original", t.Original == nil || a.Original != nil)
	c.compareParts(t, a)
	c.sameCount(t, "claims", len(t.Claims), len(a.Claims))
	c.sameCount(t, "corrections", len(t.Corrections), len(a.Corrections))
}

// compareParts wants the same of what stands below keys: the picture, where the text was published
// first, claims, corrections.
func (c *checker) compareParts(t, a *site.Article) {
	if x, y := t.Image, a.Image; x != nil && y != nil {
		c.sameWord(x, a, "file", x.File == y.File)
	}
	if x, y := t.Original, a.Original; x != nil && y != nil {
		c.sameWord(x, a, "outlet", x.Outlet == y.Outlet)
		c.sameWord(x, a, "url", x.URL == y.URL)
		c.sameWord(x, a, "date", x.Date == y.Date)
	}
	for i := range min(len(t.Claims), len(a.Claims)) {
		x, y := &t.Claims[i], &a.Claims[i]
		c.sameWord(x, a, "indicator", x.Indicator == y.Indicator)
		c.sameWord(x, a, "kecamatan", x.Kecamatan == y.Kecamatan)
		c.sameWord(x, a, "period", x.Period == y.Period)
		c.sameWord(x, a, "value", x.Value == nil || y.Value != nil && *x.Value == *y.Value)
		c.sameWord(x, a, "source", slices.Equal(x.Source, y.Source))
	}
	for i := range min(len(t.Corrections), len(a.Corrections)) {
		x := &t.Corrections[i]
		c.sameWord(x, a, "date", x.Date == a.Corrections[i].Date)
	}
}

// sameCount wants a list of a translation, if it is written, to be as long as that of the original.
func (c *checker) sameCount(t *site.Article, key string, said, written int) {
	if t.Has(key) && said != written {
		c.say(diag.At(t.At(key), "translation-count", key, said, written))
	}
}

// sameWord wants the value of a key of a translation, if it is written, to be that of the original.
func (c *checker) sameWord(x interface {
	Has(key string) bool
	Misread(key string) bool
	At(key string) diag.Place
}, original *site.Article, key string, same bool) {
	if x.Has(key) && !same && !x.Misread(key) {
		c.say(diag.At(x.At(key), "translation-differs", key, original.File).WithHint("markup-drop"))
	}
}
