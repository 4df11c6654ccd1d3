package site

import (
	"slices"
	"time"

	"blandongan/internal/lang"
	"blandongan/internal/memo"
	"blandongan/internal/site/value"
)

// Facts are all that a site holds besides its news, each list in the order in which
// readers see it. Whoever is given them can show no article. They never change once
// New returned.
type Facts struct {
	Config Config
	// Bases are the base URLs under which editors know the site: the one that
	// site.yaml says, and Options.BaseURL.
	Bases      []value.BaseURL
	City       City
	Words      map[string]Text // in place of the pages' own, by key
	Indicators map[string]Indicator
	Sources    map[string]Source
	Kecamatan  []Kecamatan // by code
	Programs   []Program   // by name
	Visits     []Visit     // newest first
	Adoptions  []Adoption  // by program, then region
	Pages      []Page      // by title
	Zone       *time.Location
	// Main is the language that every text is written in, Config.Language that of the
	// edition: see Site.Edition.
	Main value.Language

	marked    bool                         // texts of another language than the edition's are
	positions map[string]map[string]int    // kind → id → position in the kind's list
	titles    map[string]map[string]string // kind → id → title, of what articles may name
	digest    memo.Digest
	// besides is the digest of all but the figures of kecamatan.
	besides memo.Digest
}

func newFacts() *Facts {
	return &Facts{
		Indicators: map[string]Indicator{}, Sources: map[string]Source{}, positions: map[string]map[string]int{},
	}
}

// AddTo adds the digest of all that the facts were made from, which was made once.
// A struct that is to be digested holds the facts in a field with a name: memo
// refuses one that embeds them.
func (f *Facts) AddTo(h *memo.Hash) { h.Digest(f.digest) }

// WithoutFigures returns the facts for what shows no figure of any kecamatan, which is the same whatever
// these are: they have none.
func (f *Facts) WithoutFigures() *Facts {
	x := *f
	x.digest, x.Kecamatan = f.besides, slices.Clone(f.Kecamatan)
	for i := range x.Kecamatan {
		x.Kecamatan[i].Figures = nil
	}
	return &x
}

// Find returns the thing of a kind with an id; false when there is none, or none with a page.
// Articles are no facts: see Site.Find.
func (f *Facts) Find(kind, id string) (Thing, bool) {
	for i := range kinds {
		if k := &kinds[i]; k.name == kind && k.find != nil {
			if x := k.find(f, id); x != nil {
				return x.thing(f), true
			}
		}
	}
	return Thing{}, false
}

// entitle notes the titles of all that articles may name: each page asks for some.
func (f *Facts) entitle() {
	f.titles = map[string]map[string]string{}
	for i := range kinds {
		k := &kinds[i]
		if k.named == nil {
			continue
		}
		titles := make(map[string]string, len(f.positions[k.name]))
		for x := range k.things(f) {
			t := x.thing(f)
			titles[t.ID] = t.Title
		}
		f.titles[k.name] = titles
	}
}

// TitleOf returns the title of a thing that articles may name; false when there is none.
func (f *Facts) TitleOf(kind, id string) (string, bool) {
	title, ok := f.titles[kind][id]
	return title, ok
}

func positionsOf[T any](list []T, id func(*T) string) map[string]int {
	at := make(map[string]int, len(list))
	for i := range list {
		at[id(&list[i])] = i
	}
	return at
}

// IsMarked says whether Say marks texts of another language than the edition's.
func (f *Facts) IsMarked() bool { return f.marked }

// Say returns a text in the language of the edition, else in the site's own.
func (f *Facts) Say(t Text) string {
	text, in := t.Said(f.Config.Language.String(), f.Main.String())
	if f.marked && in != f.Config.Language.String() {
		return lang.Foreign(text, in)
	}
	return text
}

// FindKecamatan returns the kecamatan with an id, nil when there is none.
func (f *Facts) FindKecamatan(id string) *Kecamatan {
	return find(f.Kecamatan, f.positions[KindKecamatan], id)
}

// FindProgram returns the program with an id, nil when there is none.
func (f *Facts) FindProgram(id string) *Program {
	return find(f.Programs, f.positions[KindProgram], id)
}

// FindVisit returns the visit with an id, nil when there is none.
func (f *Facts) FindVisit(id string) *Visit { return find(f.Visits, f.positions[KindVisit], id) }

// IsUnlisted says whether a thing is a page that no search names.
func (f *Facts) IsUnlisted(r Ref) bool { return r.Kind == KindPage && f.FindPage(r.ID).Unlisted }

// FindPage returns the page of prose with an id, nil when there is none.
func (f *Facts) FindPage(id string) *Page { return find(f.Pages, f.positions[KindPage], id) }

func find[T any](list []T, positions map[string]int, id string) *T {
	if i, ok := positions[id]; ok {
		return &list[i]
	}
	return nil
}

// ProgramsOf returns the programs of a kecamatan.
func (f *Facts) ProgramsOf(kecamatan string) []*Program {
	return pick(f.Programs, func(p *Program) bool { return slices.Contains(p.Kecamatan, kecamatan) })
}

// VisitsTo returns the visits that went to a kecamatan, newest first.
func (f *Facts) VisitsTo(kecamatan string) []*Visit {
	return pick(f.Visits, func(v *Visit) bool {
		return slices.ContainsFunc(v.Loci, func(l Locus) bool { return l.Kecamatan == kecamatan })
	})
}

// VisitsFor returns the visits that came for a program, newest first.
func (f *Facts) VisitsFor(program string) []*Visit {
	return pick(f.Visits, func(v *Visit) bool { return slices.Contains(v.Programs, program) })
}

// AdoptionsOf returns who adopted a program.
func (f *Facts) AdoptionsOf(program string) []*Adoption {
	return pick(f.Adoptions, func(a *Adoption) bool { return a.Program == program })
}

// AdoptionsAfter returns the adoptions that followed a visit.
func (f *Facts) AdoptionsAfter(visit string) []*Adoption {
	return pick(f.Adoptions, func(a *Adoption) bool { return a.Visit == visit })
}

func pick[T any](list []T, want func(*T) bool) []*T {
	var found []*T
	for i := range list {
		if want(&list[i]) {
			found = append(found, &list[i])
		}
	}
	return found
}

// translation is an article or a page in another language than the site's.
type translation struct {
	Ref
	language value.Language
}

// Edition returns the site in another of its languages: texts, articles and pages that are
// written in it say what they say in it, all others what they say in the site's own; then Facts.Say
// marks them as foreign, if asked to: see lang.Foreign. Everything keeps its position.
func (s *Site) Edition(language value.Language, marked bool) *Site {
	facts := *s.Facts
	facts.Config.Language, facts.marked = language, marked
	e := *s
	e.Facts = &facts
	e.News = s.newsIn(language)
	facts.Pages = slices.Clone(s.Pages)
	for i := range facts.Pages {
		if t := s.index.translations[translation{Ref{KindPage, facts.Pages[i].ID}, language}]; t != nil {
			x := *t.Value.(*Page)
			x.Language, x.original = language, facts.Pages[i].Name()
			x.Unlisted = x.Unlisted || facts.Pages[i].Unlisted
			facts.Pages[i] = x
		}
	}
	facts.entitle()
	return &e
}

// newsIn are all articles, those that are translated in a language.
func (s *Site) newsIn(language value.Language) []News {
	news, cloned := s.News, false
	for at, t := range s.index.translations {
		i, published := s.index.articles[at.ID]
		if at.Kind != KindNews || at.language != language || !published {
			continue
		}
		if !cloned {
			news, cloned = slices.Clone(news), true
		}
		news[i].translate(s, t, language)
	}
	return news
}

// translate puts the words of a translation into an article. What is counted, dated or named is
// that of the original, as it was written: then what is withheld is left out.
func (n *News) translate(s *Site, e *Entry, language value.Language) {
	a, t := *s.index.exists[Ref{e.Kind, e.ID}].Value.(*Article), e.Value.(*Article)
	a.Places, a.File, a.Title, a.Summary, a.Slug, a.Aliases = t.Places, t.File, t.Title, t.Summary, t.Slug, t.Aliases
	if a.Image != nil && t.Image != nil {
		image := *a.Image
		put(&image.Alt, t.Image.Alt, language)
		put(&image.Credit, t.Image.Credit, language)
		a.Image = &image
	}
	if a.Original != nil && t.Original != nil {
		original := *a.Original
		put(&original.Note, t.Original.Note, language)
		a.Original = &original
	}
	a.Claims = slices.Clone(a.Claims)
	for i := range min(len(a.Claims), len(t.Claims)) {
		c, said := &a.Claims[i], &t.Claims[i]
		put(&c.Text, said.Text, language)
		put(&c.SaidBy, said.SaidBy, language)
		put(&c.Note, said.Note, language)
	}
	a.Corrections = slices.Clone(a.Corrections)
	for i := range min(len(a.Corrections), len(t.Corrections)) {
		put(&a.Corrections[i].Text, t.Corrections[i].Text, language)
	}
	var h memo.Hash
	h.Digest(n.digest)
	h.Digest(e.Head)
	h.Text(string(language))
	shown, _ := s.without(&a)
	n.Article, n.Language, n.digest = shown.(*Article), language, h.Sum()
}

// put puts a text of a translation in the place of that of the original, if there is one.
func put(text *Text, said Text, language value.Language) {
	if said = said.As(string(language)); said.Has(string(language)) {
		*text = said
	}
}

// OriginalOf returns the article that an entry translates, nil when it has been reported.
func (s *Site) OriginalOf(e *Entry) *Article {
	if original := s.index.exists[Ref{e.Kind, e.ID}]; original != nil && original.WellFormed {
		if a, ok := original.Value.(*Article); ok {
			return a
		}
	}
	return nil
}

// Speaks says of a published thing whether it has words in the language of the edition: its text,
// its title or its summary.
func (s *Site) Speaks(t Thing) bool {
	language := s.Config.Language
	return language == s.Main || t.Language == language ||
		slices.ContainsFunc(t.Texts, func(x Text) bool { return x.Has(string(language)) })
}
