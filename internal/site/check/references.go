package check

import (
	"path"
	"slices"
	"strconv"
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
	for _, t := range e.Found.Details().Texts {
		for _, p := range c.site.Config.CheckLanguages(t.Languages, e.Kind != site.KindWords) {
			c.say(p)
		}
	}
}

// checkTranslation wants a text with a language in its name to have an original beside it. One
// whose language the site has not is no translation of anything, and neither is one in the site's
// own language: it is the original, and others that translate it are not told of that.
func (c *checker) checkTranslation(e *site.Entry) {
	whole := diag.Place{File: e.Place.File}
	unknown := c.site.Config.CheckLanguages([]records.Ref{{ID: e.Language, Place: whole}}, false)
	for _, p := range unknown {
		switch meant := value.LanguageMeant(e.Language); {
		case meant != value.Language(e.Language):
			p = p.WithHint("rename", withLanguage(e, meant.String()))
		case new(value.Language).ReadLiteral(e.Language) != nil:
			plain := *e
			plain.ID = value.Slugify(e.ID + "-" + e.Language)
			p = p.WithHint("rename", withLanguage(&plain, ""))
		}
		c.say(p)
	}
	there := c.site.Exists(e.Kind, e.ID)
	switch {
	case value.Language(e.Language) == c.site.Main:
		c.say(c.misnamedOriginal(e, diag.At(whole, "translation-own"), there))
		return
	case there || c.site.IsClosed(e.Kind):
	case unknown == nil && !c.site.IsWritten(e.Kind, e.ID, c.site.Main):
		c.say(c.orphan(e, diag.At(whole, "translation-orphan", e.ID)))
		return
	default:
		return
	}
	if t, ok := e.Value.(*site.Article); ok && e.WellFormed && unknown == nil {
		c.compareArticles(t, e)
	}
}

// misnamedOriginal advises to name an original as one.
func (c *checker) misnamedOriginal(e *site.Entry, p diag.Problem, taken bool) diag.Problem {
	name := withLanguage(e, "")
	if !taken {
		return p.WithHint("rename", name)
	}
	free := *e
	for n := 2; c.site.Exists(e.Kind, free.ID); n++ {
		free.ID = e.ID + "-" + strconv.Itoa(n)
	}
	return p.WithHint("rename-else", name, withLanguage(&free, ""))
}

// orphan advises to name a translation as its original, to lay it beside that, or to write one.
func (c *checker) orphan(e *site.Entry, p diag.Problem) diag.Problem {
	if near := c.finder(e.Kind).Nearest(e.ID); near != "" {
		like := *e
		like.ID = near
		return p.WithHint("rename", withLanguage(&like, e.Language))
	}
	for kind, folder := range site.TextFolders() {
		if kind != e.Kind && c.site.Exists(kind, e.ID) {
			return p.WithHint("move-into", folder)
		}
	}
	return p.WithHint("write-original", withLanguage(e, ""))
}

// withLanguage is the name of an entry's file, or of the folder that holds it, with another language.
func withLanguage(e *site.Entry, language string) string {
	name := strings.TrimSuffix(e.ID+"."+language, ".") + path.Ext(e.Place.File)
	if base := path.Base(e.Place.File); strings.HasPrefix(base, "index.") {
		return strings.Replace(e.ID+"/"+base, "."+e.Language+".", strings.TrimSuffix("."+language, ".")+".", 1)
	}
	return name
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
