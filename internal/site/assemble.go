package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/records"
	"blandongan/internal/site/value"
)

// assembler puts entries together and checks what holds between them.
type assembler struct {
	hash      memo.Hash
	site      *Site
	options   Options
	problems  diag.List
	ids       map[string][]string // kind → ids, for suggestions
	finders   map[string]*diag.Finder
	doubted   map[diag.Place]bool // values of which something has been said
	ambiguous map[diag.Place]bool // values like 1.354
	gauges    map[string]*gauge
	summed    map[diag.Place]bool // figures of the city that its kecamatan do not add up to
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
			s.index.closed[e.Kind] = s.index.closed[e.Kind] || !e.Sound
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
			a.say(diag.At(diag.Place{File: k.place}, "file-missing").WithHint("write-keys", k.shape.Example()))
		}
	}
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
	if !slices.Contains(s.Config.Languages, s.Config.Language) {
		s.Config.Languages = append([]value.Language{s.Config.Language}, s.Config.Languages...)
	}
}

// collect sorts entries into their lists and finds ids used twice.
func (a *assembler) collect(entries []*Entry) {
	first := make(map[Ref]*Entry, len(entries))
	a.site.index.exists = first
	a.rightlyNamed(entries)
	a.ids, a.finders = map[string][]string{}, map[string]*diag.Finder{}
	a.site.News = make([]News, 0, countArticles(entries))
	for _, e := range entries {
		if e.Language != "" || e.Value == nil {
			continue
		}
		ref := Ref{e.Kind, e.ID}
		other := first[ref]
		if other != nil && other != e && e.misnamed() {
			continue // its name is the one fault it has
		}
		if other != nil && other != e {
			a.say(diag.At(e.Place, "duplicate-id", e.ID, other.Place.String()).WithHint("rename-one"))
			continue
		}
		first[ref] = e
		if e.Name != "" {
			first[Ref{e.Kind, e.Name}] = e
		}
		if !e.Sound {
			a.site.index.unsound[ref] = true
		}
		a.ids[e.Kind] = append(a.ids[e.Kind], e.ID)
		a.add(e)
	}
	for _, ids := range a.ids {
		slices.Sort(ids)
	}
}

// rightlyNamed lets what has a right name keep it when a misnamed file would have
// to take the same.
func (a *assembler) rightlyNamed(entries []*Entry) {
	if !slices.ContainsFunc(entries, (*Entry).misnamed) {
		return
	}
	first := a.site.index.exists
	for _, e := range entries {
		if !e.misnamed() && e.Language == "" && first[Ref{e.Kind, e.ID}] == nil {
			first[Ref{e.Kind, e.ID}] = e
		}
	}
}

func countArticles(entries []*Entry) int {
	n := 0
	for _, e := range entries {
		if e.Kind == KindNews {
			n++
		}
	}
	return n
}

func (a *assembler) add(e *Entry) {
	if article, ok := e.Value.(*Article); ok {
		a.addArticle(article, e)
	} else if k := kindNamed(e.Kind); k.add != nil {
		k.add(a.site.Facts, e.Value)
	}
}

// addArticle publishes an article, or withholds a draft and what is dated after
// now.
func (a *assembler) addArticle(v *Article, e *Entry) {
	s := a.site
	n := newsOf(v, s.Zone, e.Head, e.Related, &a.hash)
	n.Future = n.Published.After(a.options.Now)
	if n.Future && n.Published.Before(s.Until) {
		s.Until = n.Published
	}
	if a.options.Drafts || !n.Draft && !n.Future {
		s.News = append(s.News, n)
		return
	}
	s.index.withheld[Ref{KindNews, n.ID}] = true
	if n.Draft {
		s.Withheld.Drafts++
		return
	}
	s.Withheld.Future++
	if s.Withheld.Next.IsZero() || n.Published.Before(s.Withheld.Next) {
		s.Withheld.Next = n.Published
	}
}

func compareRefs(a, b Ref) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) }

// digest fills in the site's digests.
func (a *assembler) digest(entries []*Entry) {
	var h memo.Hash
	h.Text(a.options.BaseURL)
	h.Bool(a.options.Drafts)
	for _, e := range entries {
		if !kindNamed(e.Kind).noFact {
			h.Text(e.Kind)
			h.Text(e.Place.File)
			h.Text(e.ID)
			h.Digest(e.Head)
		}
	}
	a.site.digest = h.Sum()
	h.Reset()
	for _, refs := range []map[Ref]bool{a.site.index.withheld, a.site.index.unsound} {
		h.Int(len(refs))
		for _, ref := range slices.SortedFunc(maps.Keys(refs), compareRefs) {
			h.Text(ref.Kind)
			h.Text(ref.ID)
		}
	}
	h.Texts(slices.Sorted(maps.Keys(a.site.index.closed)))
	a.site.Hidden = h.Sum()
	h.Reset()
	for i := range a.site.News {
		h.Digest(a.site.News[i].related)
	}
	a.site.Related = h.Sum()
}

// check finds what does not hold between entries.
func (a *assembler) check(entries []*Entry) {
	for _, e := range entries {
		a.checkRefs(e.Found.Refs)
		a.checkTexts(e.Found.Texts)
		if e.Language != "" {
			a.checkTranslation(e)
		}
	}
	a.checkFacts(entries)
	a.checkCodes()
	a.checkPlaceNames()
	a.checkBorders(entries)
	a.checkOffices()
	a.checkTags()
	a.checkNames(entries)
	a.checkAliases(entries)
	a.checkThere()
}

// checkShared wants the files of many entries that something refers to. Without
// one, that is the fault, not each reference.
func (a *assembler) checkShared(entries []*Entry) {
	for i := range kinds {
		k := &kinds[i]
		if !k.entries || len(a.ids[k.name]) > 0 || a.site.IsClosed(k.name) || !wanted(entries, k.name) {
			continue
		}
		a.site.index.closed[k.name] = true
		if slices.ContainsFunc(entries, func(e *Entry) bool { return e.Kind == k.name }) {
			a.say(diag.At(diag.Place{File: k.place}, "empty-value", k.place))
			continue
		}
		a.say(diag.At(diag.Place{File: k.place}, "file-missing"))
	}
}

// wanted says whether something refers to a kind.
func wanted(entries []*Entry, kind string) bool {
	return slices.ContainsFunc(entries, func(e *Entry) bool {
		return slices.ContainsFunc(e.Found.Refs, func(r records.Ref) bool { return r.Kind == kind })
	})
}

func (a *assembler) checkRefs(refs []records.Ref) {
	for _, r := range refs {
		if a.site.Exists(r.Kind, r.ID) || a.site.IsClosed(r.Kind) {
			continue
		}
		p := diag.At(r.Place, "unknown-reference", diag.Word(r.Kind), r.ID).Suggest(r.ID, a.finder(r.Kind))
		a.say(orRecord(p, kindNamed(r.Kind)).Typing(r.ID))
	}
}

// orRecord advises to record a source or an indicator that is like none of those
// there: most likely it is a new one.
func orRecord(p diag.Problem, k *kind) diag.Problem {
	switch {
	case !k.entries:
	case p.Hint.Code == "":
		return p.WithHint("record-first", k.place)
	case p.Hint.Code == "there-are":
		return p.WithHint("there-are-or-record", p.Hint.Args[0], k.place)
	}
	return p
}

// finder answers which thing of a kind is meant by an id that is not there.
func (a *assembler) finder(kind string) *diag.Finder {
	if a.finders[kind] == nil {
		a.finders[kind] = diag.NewFinder(a.ids[kind])
	}
	return a.finders[kind]
}

// countTexts counts the texts that no page shows, for the site has pages in one
// language only. Editors write them in good faith: a warning for each would be
// noise, silence would let them believe that readers see them.
func (a *assembler) countTexts(entries []*Entry) {
	c, found := &a.site.Config, map[value.Language]bool{}
	for _, e := range entries {
		for _, languages := range e.Found.Texts {
			for _, l := range languages {
				if tag := value.Language(l.ID); tag != c.Language && slices.Contains(c.Languages, tag) {
					a.site.Withheld.Texts++
					found[tag] = true
				}
			}
		}
	}
	a.site.Withheld.Languages = listed(slices.Sorted(maps.Keys(found)))
}

func (a *assembler) checkTexts(texts [][]records.Ref) {
	if !a.knowsLanguages() {
		return
	}
	site := a.site.Config.Language.String()
	for _, languages := range texts {
		own := false
		for _, l := range languages {
			own = own || l.ID == site
			if !slices.Contains(a.site.Config.Languages, value.Language(l.ID)) {
				a.say(a.languageHint(diag.At(l.Place, "language-unknown", l.ID), l.ID))
			}
		}
		if !own && len(languages) > 0 {
			a.say(diag.At(languages[0].Place, "language-missing", site))
		}
	}
}

// knowsLanguages is false when they are already a problem of site.yaml.
func (a *assembler) knowsLanguages() bool {
	return a.site.Config.Language != "" && !a.site.Config.Misread("languages") && !slices.Contains(a.site.Config.Languages, "")
}

// languageHint tells how the site gets one language more.
func (a *assembler) languageHint(p diag.Problem, tag string) diag.Problem {
	return p.WithHint("languages", listed(append(slices.Clone(a.site.Config.Languages), value.Language(tag))))
}

func listed(languages []value.Language) string {
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.String())
	}
	return strings.Join(tags, ", ")
}

func (a *assembler) checkTranslation(e *Entry) {
	if a.knowsLanguages() && !slices.Contains(a.site.Config.Languages, value.Language(e.Language)) {
		a.say(a.languageHint(diag.At(diag.Place{File: e.Place.File}, "language-unknown", e.Language), e.Language))
	}
	if !a.site.Exists(e.Kind, e.ID) && !a.site.IsClosed(e.Kind) {
		p := diag.At(diag.Place{File: e.Place.File}, "translation-orphan", e.ID)
		if near := a.finder(e.Kind).Nearest(e.ID); near != "" {
			p = p.WithHint("did-you-mean", near)
		}
		a.say(p)
		return
	}
	a.say(diag.At(diag.Place{File: e.Place.File}, "translation-waits"))
}

// checkBorders wants neighbours to name each other. A kecamatan names others as
// its neighbours only.
func (a *assembler) checkBorders(entries []*Entry) {
	for _, e := range entries {
		if e.Kind != KindKecamatan {
			continue
		}
		told := map[string]bool{} // written twice is another problem
		for _, r := range e.Found.Refs {
			if r.Kind == KindKecamatan && !told[r.ID] && a.oneSided(e.ID, r.ID) {
				told[r.ID] = true
				a.say(diag.At(r.Place, "border-one-sided", e.ID, r.ID))
			}
		}
	}
}

// oneSided says whether a neighbour does not name a kecamatan in turn. One that
// names somebody unknown may have meant it.
func (a *assembler) oneSided(id, neighbour string) bool {
	n := a.site.FindKecamatan(neighbour)
	if n == nil || slices.Contains(n.Borders, id) || n.Misread("borders") || !a.site.IsSound(KindKecamatan, neighbour) {
		return false
	}
	return !slices.ContainsFunc(n.Borders, func(other string) bool { return a.site.FindKecamatan(other) == nil })
}

// checkOffices wants an office, or a place worth knowing, in a kelurahan that there
// is: the kecamatan's own, or for the city any.
func (a *assembler) checkOffices() {
	var all []string
	whole := !a.site.IsClosed(KindKecamatan)
	for i := range a.site.Kecamatan {
		k := &a.site.Kecamatan[i]
		names := k.wards()
		all = append(all, names...)
		a.checkOffice(k.Office, names)
		for j := range k.Sights {
			x := &k.Sights[j]
			a.checkWard(x.Kelurahan, x.At("kelurahan"), names)
		}
		whole = whole && a.site.IsSound(KindKecamatan, k.ID) && len(names) > 0
	}
	if whole {
		a.checkOffice(a.site.City.Office, all)
	}
}

func (a *assembler) checkOffice(o *Office, names []string) {
	if o != nil {
		a.checkWard(o.Kelurahan, o.At("kelurahan"), names)
	}
}

// checkWard wants a kelurahan to be among the given ones, where any are known.
func (a *assembler) checkWard(name string, at diag.Place, names []string) {
	if name != "" && len(names) > 0 && !slices.Contains(names, name) {
		a.say(diag.At(at, "unknown-reference", diag.Word("kelurahan"), name).Suggest(name, diag.NewFinder(names)))
	}
}

// wards returns the names and other spellings of a kecamatan's kelurahan.
func (k *Kecamatan) wards() []string {
	var names []string
	for _, w := range k.Kelurahan {
		names = append(append(names, w.Name), w.Aliases...)
	}
	return names
}
