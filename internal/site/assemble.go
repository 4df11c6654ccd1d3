package site

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// assembler puts entries together.
type assembler struct {
	hash     memo.Hash
	site     *Site
	options  Options
	problems diag.List
	// newsStands says that the articles are those of options.Last.
	newsStands bool
	articles   int // among the entries
}

func (a *assembler) say(p diag.Problem) { a.problems = append(a.problems, p) }

// configure takes the site's and the city's own file first: the rest is read in
// their language and zone. What was closed is known from then on.
func (a *assembler) configure(entries []*Entry) {
	s := a.site
	seen := map[string]bool{}
	for _, e := range entries {
		switch v := e.Value.(type) {
		case nil:
			s.index.closed[e.Kind] = s.index.closed[e.Kind] || !e.WellFormed
			continue
		case *Config:
			s.Config = *v
		case *City:
			s.City = *v
		case *Words:
			s.Words = v.ByKey
		}
		seen[e.Kind] = true
	}
	for i := range kinds {
		if k := &kinds[i]; k.must && !seen[k.name] && !s.IsClosed(k.name) {
			hint := diag.HintCode("write-keys")
			if k.path == ConfigFile {
				hint = "write-keys-site"
			}
			a.say(diag.At(diag.Place{File: k.path}, "file-missing").WithHint(hint, k.shape.Example()))
		}
	}
	s.Main = s.Config.Language
	s.Zone = s.Config.TimeZone.Location
	if s.Zone == nil {
		s.Zone = time.UTC
	}
	now := a.options.Now.In(s.Zone)
	s.Until = time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, s.Zone)
	s.Bases = append(s.Bases, s.Config.BaseURL)
	if a.options.BaseURL != "" {
		s.Bases = append(s.Bases, value.BaseURL(a.options.BaseURL))
		s.Config.BaseURL = value.BaseURL(a.options.BaseURL)
	}
	s.Config.Languages = distinct(s.Config.Languages)
	if !slices.Contains(s.Config.Languages, s.Config.Language) {
		s.Config.Languages = append([]value.Language{s.Config.Language}, s.Config.Languages...)
	}
}

// distinct are languages each once: "en" and "EN" are one, and are read as one.
func distinct(languages []value.Language) []value.Language {
	var list []value.Language
	for _, l := range languages {
		if l == "" || !slices.Contains(list, l) { // what is none has been reported
			list = append(list, l)
		}
	}
	return list
}

// collect sorts entries into their lists and finds ids used twice.
func (a *assembler) collect(entries []*Entry) {
	if !a.newsStands {
		a.site.index.exists = make(map[Ref]*Entry, len(entries))
		a.site.News = make([]News, 0, a.articles)
	}
	first, ids := a.site.index.exists, map[string][]string{}
	a.rightlyNamed(entries)
	for _, e := range entries {
		if e.Language != "" {
			a.translate(e)
			continue
		}
		if e.Value == nil || a.newsStands && e.Kind == KindNews {
			continue
		}
		ref := Ref{e.Kind, e.ID}
		other := first[ref]
		if other != nil && other != e && e.Misnamed() {
			continue // its name is the one fault it has
		}
		if other != nil && other != e {
			p := diag.At(e.Place, "duplicate-id", e.ID, other.Place.String()).WithHint("rename-one")
			if a.say(p); e.Kind == KindNews {
				a.site.made.problems = append(a.site.made.problems, p)
			}
			continue
		}
		first[ref] = e
		if e.Name != "" {
			first[Ref{e.Kind, e.Name}] = e
		}
		if !e.WellFormed {
			a.site.index.malformed[ref] = true
		}
		ids[e.Kind] = append(ids[e.Kind], e.ID)
		a.add(e)
	}
	for _, of := range ids {
		slices.Sort(of)
	}
	if a.newsStands {
		ids[KindNews] = a.options.Last.index.ids[KindNews]
	}
	a.site.index.ids = ids
}

// rightlyNamed lets what has a right name keep it when a Misnamed file would have
// to take the same.
func (a *assembler) rightlyNamed(entries []*Entry) {
	if !slices.ContainsFunc(entries, (*Entry).Misnamed) {
		return
	}
	first := a.site.index.exists
	for _, e := range entries {
		if !e.Misnamed() && e.Language == "" && first[Ref{e.Kind, e.ID}] == nil {
			first[Ref{e.Kind, e.ID}] = e
		}
	}
}

// withhold finds what is not published. It is drafts: all, but with Options.Drafts those of which
// more is missing than words. And it is what cannot be without one of them.
func (a *assembler) withhold(entries []*Entry) {
	withheld := a.site.index.withheld
	for _, e := range entries {
		if e.Draft && e.Language == "" && (!a.options.Drafts || e.Found.Details().Lacking) {
			withheld[Ref{e.Kind, e.ID}] = true
		}
	}
	for more := len(withheld) > 0; more; {
		more = false
		for _, e := range entries {
			if ref := (Ref{e.Kind, e.ID}); e.Language == "" && !withheld[ref] {
				if _, shows := a.site.shown(e); !shows {
					withheld[ref], more = true, true
				}
			}
		}
	}
}

func (a *assembler) add(e *Entry) {
	if a.site.index.withheld[Ref{e.Kind, e.ID}] {
		if a.site.Withheld.Drafts++; e.Kind == KindNews {
			a.site.made.hidden++
		}
		return
	}
	shown, _ := a.site.shown(e)
	switch v := shown.(type) {
	case *Article:
		a.addArticle(v, e)
	case *City:
		a.site.City = *v
	default:
		if k := kindNamed(e.Kind); k.add != nil {
			k.add(a.site.Facts, v)
		}
	}
}

// translate notes a translation, unless it is withheld.
func (a *assembler) translate(e *Entry) {
	at := translation{Ref{e.Kind, e.ID}, value.Language(e.Language)}
	switch other := a.site.index.translations[at]; {
	case e.Value == nil:
	case e.Draft && (!a.options.Drafts || e.Found.Details().Lacking):
		a.site.Withheld.Drafts++
	case other == nil:
		a.site.index.translations[at] = e
	case other != e:
		a.say(diag.At(e.Place, "duplicate-id", e.ID, other.Place.String()).WithHint("rename-one"))
	}
}

// addArticle publishes an article, or withholds what is dated after now.
func (a *assembler) addArticle(v *Article, e *Entry) {
	s := a.site
	head, related := e.Head, e.Related
	if v != e.Value { // it says less than it does with the same words when all that it names is published
		a.hash.Reset()
		a.hash.Digest(head)
		for _, r := range e.Found.Refs {
			a.hash.Bool(s.isGone(r.Kind, r.ID))
		}
		head, related = a.hash.Sum(), v.related()
	}
	n := newsOf(v, s.Zone, head, related, &a.hash)
	n.Future, n.Language = n.Happened.After(a.options.Now), s.Main
	if n.Future && n.Happened.Before(s.Until) {
		s.Until, s.made.due = n.Happened, n.Happened
	}
	if a.options.Drafts || !n.Future {
		s.News = append(s.News, n)
		return
	}
	ref := Ref{KindNews, n.ID}
	s.index.withheld[ref] = true
	s.made.future = append(s.made.future, ref)
	s.Withheld.Future++
	if s.Withheld.Next.IsZero() || n.Happened.Before(s.Withheld.Next) {
		s.Withheld.Next = n.Happened
	}
}

func compareRefs(a, b Ref) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) }

// digest fills in the site's digests.
func (a *assembler) digest(entries []*Entry) {
	var h, besides memo.Hash
	h.Text(a.options.BaseURL)
	h.Bool(a.options.Drafts)
	for _, e := range entries {
		if k := kindNamed(e.Kind); !k.noFact && k.name != KindKecamatan {
			h.Text(e.Kind)
			h.Text(e.Place.File)
			h.Text(e.ID)
			h.Digest(e.Head)
		}
	}
	besides.Digest(h.Sum())
	for i := range a.site.Kecamatan {
		k := a.site.Kecamatan[i]
		k.Figures = nil
		besides.Plain(&k)
	}
	a.site.besides = besides.Sum()
	for _, e := range entries {
		if e.Kind == KindKecamatan {
			h.Text(e.Place.File)
			h.Text(e.ID)
			h.Digest(e.Head)
		}
	}
	a.site.digest = h.Sum()
	h.Reset()
	for _, refs := range []map[Ref]bool{a.site.index.withheld, a.site.index.malformed} {
		h.Int(len(refs))
		for _, ref := range slices.SortedFunc(maps.Keys(refs), compareRefs) {
			h.Text(ref.Kind)
			h.Text(ref.ID)
			h.Bool(a.site.IsUnfilled(ref.Kind, ref.ID))
		}
	}
	h.Texts(slices.Sorted(maps.Keys(a.site.index.closed)))
	a.site.Hidden = h.Sum()
	if a.newsStands {
		a.site.Related = a.options.Last.Related
		return
	}
	h.Reset()
	for i := range a.site.News {
		h.Digest(a.site.News[i].related)
	}
	a.site.Related = h.Sum()
}

// checkShared wants the files of many entries that something refers to. Without
// one, that is the fault, not each reference.
func (a *assembler) checkShared(entries []*Entry) {
	for i := range kinds {
		k := &kinds[i]
		if !k.entries || len(a.site.index.ids[k.name]) > 0 || a.site.IsClosed(k.name) || !wanted(entries, k.name) {
			continue
		}
		a.site.index.closed[k.name] = true
		if slices.ContainsFunc(entries, func(e *Entry) bool { return e.Kind == k.name }) {
			a.say(diag.At(diag.Place{File: k.path}, "empty-value", k.path))
			continue
		}
		a.say(diag.At(diag.Place{File: k.path}, "file-missing"))
	}
}

// wanted says whether something refers to a kind.
func wanted(entries []*Entry, kind string) bool {
	return slices.ContainsFunc(entries, func(e *Entry) bool {
		return slices.ContainsFunc(e.Found.Refs, func(r records.Ref) bool { return r.Kind == kind })
	})
}

// footing is what the articles of a site were made from, for the next one.
type footing struct {
	options  Options // but for Last
	articles []*Entry
	drafts   map[Ref]bool // all that is withheld, but for articles of the future
	future   []Ref        // these
	due      time.Time    // when the first of them falls due that does so before Until; zero without one
	hidden   int          // articles that are drafts
	problems diag.List    // that only articles have
}

// takeNews notes what the articles are made from, and takes them from the last site where they were
// made from the same.
func (a *assembler) takeNews(entries []*Entry) {
	s, last := a.site, a.options.Last
	m := footing{options: a.options}
	m.options.Last = nil
	for _, e := range entries {
		if e.Kind == KindNews && e.Language == "" {
			a.articles++
			if a.options.Again {
				m.articles = append(m.articles, e)
			}
		}
	}
	if !a.options.Again {
		return
	}
	m.drafts = maps.Clone(s.index.withheld)
	s.made = m
	if last == nil || s.Zone.String() != last.Zone.String() || s.Main != last.Main ||
		!m.isLike(&last.made, last.Until) {
		return
	}
	m.future, m.due, m.hidden, m.problems = last.made.future, last.made.due, last.made.hidden, last.made.problems
	a.newsStands, s.made = true, m
	a.problems = append(a.problems, m.problems...)
	x := &last.index
	s.News, s.index.articles, s.index.newsOf = last.News, x.articles, x.newsOf
	s.index.exists = maps.Clone(x.exists)
	maps.DeleteFunc(s.index.exists, func(r Ref, _ *Entry) bool { return r.Kind != KindNews })
	for ref := range x.malformed {
		if ref.Kind == KindNews {
			s.index.malformed[ref] = true
		}
	}
	s.Withheld = last.Withheld
	s.Withheld.Drafts = m.hidden
	for _, ref := range m.future {
		s.index.withheld[ref] = true
	}
	if !m.due.IsZero() {
		s.Until = m.due
	}
}

// isLike says whether the same articles follow from another footing, which holds until then.
func (m *footing) isLike(other *footing, until time.Time) bool {
	x, y := m.options, other.options
	isSame := func(e, f *Entry) bool {
		return e == f || e.ID == f.ID && e.Name == f.Name && e.Head == f.Head && e.Place.File == f.Place.File &&
			e.WellFormed == f.WellFormed && e.Draft == f.Draft && (e.Value == nil) == (f.Value == nil)
	}
	return y.Again && x.Drafts == y.Drafts && !x.Now.Before(y.Now) && x.Now.Before(until) &&
		maps.Equal(m.drafts, other.drafts) && slices.EqualFunc(m.articles, other.articles, isSame)
}
