// Package site holds what the city is: its kecamatan, programs, visits,
// adoptions, figures, sources, and the news about them.
//
// It owns the domain model. Each kind is declared once, as a struct whose tags
// say which keys editors may write (see package records for the tags); Decode
// turns a record into an entry of its kind and checks what can be checked within
// one file; New puts all entries together and answers what belongs to what. What
// must hold between entries (references, codes, neighbours, figures) is for package
// check.
//
// What comes in: records with places. What goes out: plain facts, linked by id,
// and problems at their places. It never reads a file, never sees YAML, never
// makes HTML, and never knows an address: where a kecamatan's page lies is said
// by package address.
package site

import (
	"cmp"
	"iter"
	"path"
	"slices"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/records"
	"blandongan/internal/records/omit"
	"blandongan/internal/site/value"
)

// Site is a city's showcase: everything that is published, each list in the
// order in which readers see it.
type Site struct {
	*Facts
	News     []News // newest first
	Withheld Withheld
	// Until is when the site changes by time alone: an article falls due, or the
	// day ends in the site's zone. It is after Options.Now.
	Until time.Time
	// Related is the digest of what related articles are found by: the order of the
	// articles, what they name, their topics.
	Related memo.Digest
	// Hidden is the digest of what exists without being published.
	Hidden memo.Digest

	index index
	made  footing
}

// Withheld says what is written but not published yet.
type Withheld struct {
	Drafts, Future int
	// Next is when the first future article is due; zero when there is none.
	Next time.Time
}

// Options say what counts as published.
type Options struct {
	// Now is the time of the build.
	Now time.Time
	// Drafts publishes drafts and articles of the future too.
	Drafts bool
	// BaseURL replaces the site's own when not empty.
	BaseURL string
	// Last, if not nil, is a site that was assembled before, Again says that this one will be the Last of
	// another: articles are taken from there where they are the same. What comes of it is the same without.
	Last  *Site
	Again bool
}

// index answers by id and backwards.
type index struct {
	articles     map[string]int
	translations map[translation]*Entry
	newsOf       map[string]map[string]*[]int // kind → id of what an article names → positions in News
	withheld     map[Ref]bool
	exists       map[Ref]*Entry
	ids          map[string][]string // kind → ids, in order
	malformed    map[Ref]bool        // there, but not to be judged
	closed       map[string]bool     // kinds of which some could not be read
}

// Ref names a thing: its kind, KindProgram or another, and its id.
type Ref struct{ Kind, ID string }

// New assembles entries into a site. The site is whole as far as the entries
// are well-formed; with a problem of severity error it is good for finding more
// problems and for nothing else. What does not hold between the entries is found by
// package check.
func New(entries []*Entry, o Options) (*Site, diag.List) {
	a := assembler{site: &Site{Facts: newFacts()}, options: o}
	a.site.index = newIndex()
	a.configure(entries)
	a.withhold(entries)
	a.takeNews(entries)
	a.collect(entries)
	a.checkShared(entries) // may close kinds, which the digests know
	a.sort()
	a.site.compute()
	a.site.entitle()
	if !a.newsStands {
		a.site.index.fill(a.site.News)
	}
	a.digest(entries)
	return a.site, a.problems
}

func newIndex() index {
	return index{
		translations: map[translation]*Entry{}, newsOf: map[string]map[string]*[]int{}, withheld: map[Ref]bool{},
		exists:    map[Ref]*Entry{},
		malformed: map[Ref]bool{}, closed: map[string]bool{},
	}
}

func (a *assembler) sort() {
	s := a.site
	for i := range kinds {
		if k := &kinds[i]; k.arrange != nil {
			k.arrange(s.Facts)
		}
	}
	if !a.newsStands {
		s.News = newestFirst(s.News)
	}
}

// newestFirst are articles by time, then by id. There are many, and each is large: their times are sorted.
func newestFirst(news []News) []News {
	type moment struct {
		seconds  int64
		nano, at int32
	}
	times := make([]moment, len(news))
	for i := range news {
		t := news[i].Happened
		times[i] = moment{t.Unix(), int32(t.Nanosecond()), int32(i)}
	}
	slices.SortFunc(times, func(x, y moment) int {
		if x.seconds != y.seconds {
			return cmp.Compare(y.seconds, x.seconds)
		}
		return cmp.Or(cmp.Compare(y.nano, x.nano), cmp.Compare(news[x.at].ID, news[y.at].ID))
	})
	sorted := make([]News, len(news))
	for i, x := range times {
		sorted[i] = news[x.at]
	}
	return sorted
}

// fill indexes articles, which are sorted.
func (x *index) fill(news []News) {
	x.articles = positionsOf(news, func(n *News) string { return n.ID })
	for i := range kinds {
		if k := &kinds[i]; k.named != nil {
			x.newsOf[k.name] = naming(news, k.named)
		}
	}
}

// naming tells of each thing that articles name which do, by position.
func naming(news []News, named func(*Article) []string) map[string]*[]int {
	of := map[string]*[]int{}
	for position := range news {
		for _, id := range named(news[position].Article) {
			list := of[id]
			if list == nil {
				list = new([]int)
				of[id] = list
			}
			*list = append(*list, position)
		}
	}
	return of
}

// findArticle returns the published article with an id, nil when there is none.
func (s *Site) findArticle(id string) *News { return find(s.News, s.index.articles, id) }

// PositionOf returns the position in News of the published article with an id.
func (s *Site) PositionOf(id string) (int, bool) {
	i, ok := s.index.articles[id]
	return i, ok
}

// NewsOf returns the positions in News of the articles that name a thing,
// newest first.
func (s *Site) NewsOf(kind, id string) []int {
	if list := s.index.newsOf[kind][id]; list != nil {
		return *list
	}
	return nil
}

// IsWithheld says whether a thing is written but not published.
func (s *Site) IsWithheld(kind, id string) bool { return s.index.withheld[Ref{kind, id}] }

// IsUnfilled says whether a thing is withheld until it is filled in, or what it cannot be without
// is: who names it has nothing to mend.
func (s *Site) IsUnfilled(kind, id string) bool {
	if !s.IsWithheld(kind, id) {
		return false
	}
	return kind != KindNews || len(s.index.exists[Ref{kind, id}].Found.Details().Unfilled) > 0
}

// isGone says whether nothing can be said of what is named; of articles those show that are there.
func (s *Site) isGone(kind, id string) bool { return kind != KindNews && s.IsWithheld(kind, id) }

// shown returns what readers see of an entry's value: all but what names things that are withheld;
// false when nothing would be left.
func (s *Site) shown(e *Entry) (any, bool) {
	gone := func(r records.Ref) bool { return s.isGone(r.Kind, r.ID) }
	if len(s.index.withheld) == 0 || !slices.ContainsFunc(e.Found.Refs, gone) {
		return e.Value, true
	}
	return s.without(e.Value)
}

func (s *Site) without(value any) (any, bool) {
	v, shows := omit.Without(value, s.isGone)
	if a, ok := v.(*Article); ok && len(a.Sources) == 0 && a.Original == nil { // on which claims rest
		article := *a
		article.Claims = slices.DeleteFunc(slices.Clone(a.Claims), func(c Claim) bool {
			return c.Value != nil && len(c.Source) == 0
		})
		v = &article
	}
	return v, shows
}

// NotYet says that something leads to what is withheld: a fault, unless that waits for its words
// alone. Then it has a code of its own.
func (s *Site) NotYet(link diag.Place, to Ref, waits diag.Code) diag.Problem {
	if !s.IsUnfilled(to.Kind, to.ID) {
		return diag.At(link, "unpublished", diag.Word(to.Kind), to.ID)
	}
	draft, _ := s.PlaceOf(to.Kind, to.ID)
	return diag.At(link, waits, diag.Word(to.Kind), to.ID).WithHint("finish-draft", draft.String())
}

// WithheldText returns the text in Markdown that has the name of a file, or of its folder, and is
// withheld; false when there is none.
func (s *Site) WithheldText(file string) (Ref, bool) {
	id, isText := strings.CutSuffix(path.Base(file), ".md")
	if id == "index" {
		id = path.Base(path.Dir(file))
	}
	for kind := range TextFolders() {
		if isText && s.IsWithheld(kind, id) {
			return Ref{kind, id}, true
		}
	}
	return Ref{}, false
}

// IDs returns those of all things of a kind that are written, published or not, in order.
func (s *Site) IDs(kind string) []string { return s.index.ids[kind] }

// Exists says whether a thing is written, published or not.
func (s *Site) Exists(kind, id string) bool { return s.index.exists[Ref{kind, id}] != nil }

// IsWritten says whether a text has a file for a language of its own.
func (s *Site) IsWritten(kind, id string, language value.Language) bool {
	return s.index.translations[translation{Ref{kind, id}, language}] != nil
}

// PlaceOf returns where a thing begins that is written, published or not; false
// when there is none.
func (s *Site) PlaceOf(kind, id string) (diag.Place, bool) {
	e := s.index.exists[Ref{kind, id}]
	if e == nil {
		return diag.Place{}, false
	}
	return e.Place, true
}

// IsClosed says whether some things of a kind are there that could not be read:
// nobody can tell then which do not exist.
func (s *Site) IsClosed(kind string) bool { return s.index.closed[kind] }

// HasClosed says whether any kind is closed: no page may then be all it should be.
func (s *Site) HasClosed() bool { return len(s.index.closed) > 0 }

// IsWhole says whether all things of a kind are published: else what they add up to, and what
// does not exist, is not known.
func (s *Site) IsWhole(kind string) bool {
	if s.IsClosed(kind) {
		return false
	}
	for ref := range s.index.withheld {
		if ref.Kind == kind {
			return false
		}
	}
	return true
}

// IsWellFormed says whether a thing's file could be read. Of one that could not, only
// its existence is known.
func (s *Site) IsWellFormed(kind, id string) bool { return !s.index.malformed[Ref{kind, id}] }

// WebAddress is a url that editors gave, and where.
type WebAddress struct {
	URL   value.URL
	Place diag.Place
	// Kind is what it belongs to: "source", "news", or "contact" for bodies that answer
	// for the site or a program. Their own websites may share its host.
	Kind string
}

// WebAddresses goes through all that readers are shown, in no order that means anything.
func (s *Site) WebAddresses() iter.Seq[WebAddress] {
	return func(yield func(WebAddress) bool) {
		more := true
		add := func(kind string, url value.URL, at diag.Place) {
			if url != "" {
				more = more && yield(WebAddress{url, at, kind})
			}
		}
		c := &s.Config
		add("contact", c.Publisher.URL, c.Publisher.At("url"))
		add("contact", c.Contact.URL, c.Contact.At("url"))
		add("contact", c.Licence.URL, c.Licence.At("url"))
		for _, x := range s.Sources {
			add("source", x.URL, x.At("url"))
		}
		for i := range s.Programs {
			if t := s.Programs[i].Contact; t != nil {
				add("contact", t.URL, t.At("url"))
			}
		}
		for i := range s.News {
			if o := s.News[i].Original; o != nil {
				add("news", o.URL, o.At("url"))
			}
		}
	}
}
