package site

import (
	"slices"
	"time"

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

	positions map[string]map[string]int // kind → id → position in the kind's list
	digest    memo.Digest
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

func positionsOf[T any](list []T, id func(*T) string) map[string]int {
	at := make(map[string]int, len(list))
	for i := range list {
		at[id(&list[i])] = i
	}
	return at
}

// Say returns a text in the site's language.
func (f *Facts) Say(t Text) string {
	return t.In(f.Config.Language.String(), f.Config.Language.String())
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
