package build

import (
	"maps"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/site"
)

// Identities tells what each page of a thing is of, by the path of its file below
// the output folder: "berita/lama/index.html" → "news:lama". Whoever keeps it with
// what was published can later ask Moved what became of it.
func (r Report) Identities() map[string]string {
	ids := map[string]string{}
	for _, t := range r.things() {
		ids[t.Path] = identityOf(t)
	}
	return ids
}

// Plans says whether a file of the output folder is one that the site, as it is
// written now, has.
func (r Report) Plans(path string) bool {
	if r.plan == nil {
		return false
	}
	_, yes := r.plan.Target(path)
	return yes
}

func identityOf(t plan.Thing) string { return t.Kind + ":" + t.ID }

func (r Report) things() []plan.Thing {
	if r.plan == nil {
		return nil
	}
	return r.plan.Things()
}

// Moved warns of each address at which a page of a thing was published and nothing
// lies now, nor leads on: its readers meet an empty place. published are the
// Identities of the last published version, all of them. A warning stands where the
// old address is to be written: at the thing itself when it lies elsewhere; at the
// only new thing of its kind, which it may have become; else at what is left of it,
// a draft or the name of its file, and then all may be as it was meant.
func (r Report) Moved(published map[string]string) diag.List {
	if r.plan == nil {
		return nil
	}
	m := mover{plan: r.plan, now: map[site.Ref]plan.Thing{}, fresh: map[string][]plan.Thing{}}
	before := map[string]bool{}
	for _, id := range published {
		before[id] = true
	}
	for _, t := range r.things() {
		m.now[t.Ref] = t
		if !before[identityOf(t)] {
			m.fresh[t.Kind] = append(m.fresh[t.Kind], t)
		}
	}
	var problems diag.List
	for _, path := range slices.Sorted(maps.Keys(published)) {
		kind, id, _ := strings.Cut(published[path], ":")
		if _, lies := r.plan.Target(path); !lies && site.FileOf(kind, id) != "" {
			problems = append(problems, m.vanished(path, site.Ref{Kind: kind, ID: id}))
		}
	}
	return problems.Sorted().Excerpt(r.text)
}

// mover finds out where things are that moved.
type mover struct {
	plan  *planned
	now   map[site.Ref]plan.Thing
	fresh map[string][]plan.Thing // by kind: what was not published before
}

// vanished tells of an address at which nothing lies any more.
func (m *mover) vanished(path string, ref site.Ref) diag.Problem {
	address := "/" + strings.TrimSuffix(path, "index.html")
	line := "aliases: [" + address + "]"
	t, there := m.now[ref]
	one := m.fresh[ref.Kind]
	switch {
	case there && t.Aliased:
		return diag.At(t.Place, "address-vanished", address).WithHint("alias-entry", address)
	case there:
		return diag.At(t.Place, "address-vanished", address).WithHint("alias-line", line)
	case len(one) == 1 && one[0].Aliased:
		return diag.At(one[0].Place, "address-vanished", address).WithHint("alias-perhaps-entry", diag.Word(ref.Kind), one[0].ID, address)
	case len(one) == 1:
		return diag.At(one[0].Place, "address-vanished", address).WithHint("alias-perhaps", diag.Word(ref.Kind), one[0].ID, line)
	}
	if at, written := m.plan.PlaceOf(ref); written {
		return diag.At(at, "address-vanished", address).WithHint("vanished-draft", line)
	}
	return diag.At(diag.Place{File: site.FileOf(ref.Kind, ref.ID)}, "address-vanished", address).WithHint("vanished-gone", line)
}
