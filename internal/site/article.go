package site

import (
	"cmp"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// Article is content/news/ID.md.
type Article struct {
	records.Places
	ID string
	// File is where the article lies; links in it are relative to its folder.
	File        string
	Title       string       `key:"title,required"`
	Date        value.Moment `key:"date,required"`       // when what it tells of happened
	Written     value.Date   `key:"written" when:"past"` // when it was written here; without it, on Date
	Updated     value.Moment `key:"updated" when:"past"`
	Summary     string       `key:"summary,required"`
	Author      string       `key:"author"`
	Kind        string       `key:"kind" oneof:"news|release|advertorial|opinion|correction" copy:"form"`
	Original    *Original    `key:"original"`
	Image       *Image       `key:"image"`
	Kecamatan   []string     `key:"kecamatan" ref:"kecamatan" copy:"form"`
	Programs    []string     `key:"programs" ref:"program" copy:"form"`
	Visits      []string     `key:"visits" ref:"visit"`
	Tags        []string     `key:"tags" holds:"words" copy:"form"`
	Claims      []Claim      `key:"claims"`
	Corrections []Correction `key:"corrections"`
	Sources     []string     `key:"sources" ref:"source"`
	Draft       bool         `key:"draft"`
	Slug        value.Slug   `key:"slug"`
	Aliases     []string     `key:"aliases" like:"/berita/alamat-lama/"` // old addresses
}

func (a *Article) identify(id, file string) {
	a.ID, a.File = id, file
	a.Tags = value.PlainNames(a.Tags)
}

func (a *Article) thing(*Facts) Thing {
	return Thing{
		Ref: Ref{KindNews, a.ID}, Places: &a.Places, Name: a.Name(), Title: a.Title, File: a.File, Aliases: a.Aliases,
	}
}

// related is the digest of what the article has in common with others.
func (a *Article) related() memo.Digest {
	var h memo.Hash
	h.Text(a.ID)
	h.Texts(a.Kecamatan)
	h.Texts(a.Programs)
	h.Texts(a.Visits)
	h.Texts(a.Tags)
	return h.Sum()
}

// Name returns the last part of the article's address.
func (a *Article) Name() string { return nameOf(a.Slug, a.ID) }

func nameOf(slug value.Slug, id string) string {
	if slug != "" {
		return string(slug)
	}
	return id
}

// News is an article that readers see, or will see in time.
type News struct {
	*Article
	// Happened is the article's date in the site's zone, Published when it appeared
	// here: on the day it was written where that is told, else at its date.
	Happened, Published time.Time
	// Future says that it has not come yet: the article shows because drafts do.
	Future bool
	// Language is that of its words.
	Language value.Language
	// digest is that of all that the article says besides its text, related of what it
	// has in common with others.
	digest, related memo.Digest
}

// newsOf is an article as readers of a zone see it. head is the digest of its front
// matter, h a hash to use.
func newsOf(a *Article, zone *time.Location, head, related memo.Digest, h *memo.Hash) News {
	n := News{Article: a, Happened: a.Date.In(zone), related: related}
	n.Published = n.Happened
	if a.Written != "" {
		n.Published = a.Written.In(zone)
	}
	h.Reset()
	h.Text(a.ID)
	h.Text(a.File)
	h.Digest(head)
	h.Text(zone.String())
	n.digest = h.Sum()
	return n
}

// Digest is that of all that the article says besides its text.
func (n *News) Digest() memo.Digest { return n.digest }

// AddTo adds the digest of all that the article says besides its text: see
// memo.Digested.
func (n *News) AddTo(h *memo.Hash) {
	h.Digest(n.digest)
	h.Bool(n.Future)
}

// Changed returns when a reader would last have seen the article change: its
// newest correction, its update, else its publication, in the site's zone.
func (a *News) Changed(zone *time.Location) time.Time {
	last := a.Published
	if !a.Updated.IsZero() {
		if t := a.Updated.In(zone); t.After(last) {
			last = t
		}
	}
	for _, c := range a.Corrections {
		if t := c.Date.In(zone); t.After(last) {
			last = t
		}
	}
	return last
}

// Original is where the text first appeared.
type Original struct {
	records.Places
	Outlet string    `key:"outlet,required"`
	URL    value.URL `key:"url"`
	Date   value.Day `key:"date"`
	Note   Text      `key:"note"`
}

// Image is the picture at the head of an article, a file beside it.
type Image struct {
	records.Places
	File   string `key:"file,required" like:"foto.jpg"`
	Alt    Text   `key:"alt,required"`
	Credit Text   `key:"credit,required"`
}

// Claim is what somebody said that can be set against a figure. Without a
// kecamatan it is about the city.
type Claim struct {
	records.Places
	Text      Text         `key:"text,required"`
	SaidBy    Text         `key:"said_by,required"`
	Indicator string       `key:"indicator" ref:"indicator"`
	Kecamatan string       `key:"kecamatan" ref:"kecamatan"`
	Value     *float64     `key:"value"`
	Period    value.Period `key:"period"`
	Source    []string     `key:"source" ref:"source"`
	Note      Text         `key:"note"`
}

// Correction is what was wrong and has been put right.
type Correction struct {
	records.Places
	Date value.Date `key:"date,required" when:"past"`
	Text Text       `key:"text,required"`
}

// Page is content/pages/ID.md: prose that is no news.
type Page struct {
	records.Places
	ID      string
	File    string
	Title   string     `key:"title,required"`
	Summary string     `key:"summary"`
	Slug    value.Slug `key:"slug"`
	Aliases []string   `key:"aliases" like:"/alamat-lama/"` // old addresses
	// Unlisted pages are found by links alone: neither this site's search nor others name them.
	Unlisted bool `key:"unlisted" copy:"form"`
	// Language is that of its words, "" for the site's own.
	Language value.Language

	original string // of a translation: what Name is
}

func (p *Page) identify(id, file string) { p.ID, p.File = id, file }

func (p *Page) thing(*Facts) Thing {
	return Thing{
		Ref: Ref{KindPage, p.ID}, Places: &p.Places, Name: p.Name(), Title: p.Title, File: p.File,
		Language: p.Language, Aliases: p.Aliases,
	}
}

// comparePages sorts by title.
func comparePages(_ *Facts, x, y *Page) int {
	return cmp.Or(lang.CompareNames(x.Title, y.Title), cmp.Compare(x.ID, y.ID))
}

// Name returns the page's address within the site, in the site's own language.
func (p *Page) Name() string { return cmp.Or(p.original, p.OwnName()) }

// OwnName returns the page's address within the edition that it is written for.
func (p *Page) OwnName() string { return nameOf(p.Slug, p.ID) }

// maxSummary is how long a summary may be, in characters: it stands whole on
// cards, in lists and in search results.
const maxSummary = 200

func (f *faults) summary(at diag.Place, text string) {
	if n := len([]rune(text)); n > maxSummary {
		f.say(at, "summary-long", n, maxSummary)
	}
}

func (p *Page) check(f *faults) { f.summary(p.At("summary"), p.Summary) }

func (a *Article) check(f *faults) {
	f.summary(a.At("summary"), a.Summary)
	rests := a.Original != nil || a.Has("sources") || a.Misread("sources")
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Value != nil && c.Indicator == "" && !c.Misread("indicator") {
			f.say(c.At("value"), "claim-no-indicator")
		}
		if c.Has("said_by") && !rests && !c.Has("source") && !c.Misread("source") {
			at := c.At("text")
			if c.Has("value") {
				at = c.At("value")
			}
			f.sayHint(diag.At(at, "claim-no-source").WithHint("claim-source"))
		}
	}
	for i, t := range a.Tags {
		switch slug := value.Slugify(t); {
		case t == "": // what stood there could not be read, which has been told
		case slug == value.Nameless:
			f.sayHint(diag.At(a.AtEntry("tags", i), "bad-slug", t).WithHint("slug-form", "smart-city"))
		case value.IsDevice(slug):
			f.say(a.AtEntry("tags", i), "file-name-taken", t)
		}
	}
}
