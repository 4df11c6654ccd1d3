package build

import (
	"cmp"
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

// Paths are all files of the site as it is written now.
func (r Report) Paths() []string {
	if r.plan == nil {
		return nil
	}
	paths := make([]string, 0, len(r.plan.Targets)+len(r.linked))
	for _, list := range [][]plan.Target{r.plan.Targets, r.linked} {
		for _, t := range list {
			paths = append(paths, t.Path)
		}
	}
	return paths
}

func identityOf(t plan.Thing) string { return t.Kind + ":" + t.ID }

func (r Report) things() []plan.Thing {
	if r.plan == nil {
		return nil
	}
	return r.plan.Things()
}

// mostVanished is how many addresses Moved tells one by one. Who replaces a whole
// site knows it, and a list of all would bury what else is said.
const mostVanished = 10

// Moved warns of addresses at which a page of a thing was published and nothing
// lies now, nor leads on: its readers meet an empty place. published are the
// Identities of the last published version, all of them. A warning stands where the
// old address is to be written: at the thing itself when it lies elsewhere; at the
// new thing that it may have become; else at what is left of it, a draft or the name
// of its file, and then all may be as it was meant. Of many, those come first of
// which most is known, and the others are only counted.
func (r Report) Moved(published map[string]string) diag.List {
	if r.plan == nil {
		return nil
	}
	m := newMover(r.plan, r.things(), published)
	gone := m.gone(published)
	slices.SortStableFunc(gone, func(a, b vanished) int { return cmp.Compare(m.known(a), m.known(b)) })
	told := gone[:min(len(gone), mostVanished)]
	var problems diag.List
	for _, v := range told {
		problems = append(problems, m.tell(v))
	}
	problems = problems.Sorted()
	if others := len(gone) - len(told); others > 0 {
		more := diag.At(diag.Place{File: publishFile}, "more-vanished", diag.Count(others))
		problems = append(problems, more.WithHint("vanished-more").Instead(others))
	}
	return problems.Excerpt(r.text)
}

// vanished is a page that was published, and nothing lies at its path now.
type vanished struct {
	path string
	site.Ref
}

// mover finds out where things are that moved.
type mover struct {
	plan *planned
	now  map[site.Ref]plan.Thing
	// became are the new things that those may have become that are gone.
	became map[vanished]plan.Thing
}

func newMover(p *planned, things []plan.Thing, published map[string]string) *mover {
	m := &mover{plan: p, now: make(map[site.Ref]plan.Thing, len(things))}
	before := make(map[string]bool, len(published))
	for _, id := range published {
		before[id] = true
	}
	var fresh []plan.Thing
	for _, t := range things {
		m.now[t.Ref] = t
		_, taken := published[t.Path]
		for _, old := range t.Old { // it is known what that has become
			_, led := published[old]
			taken = taken || led
		}
		if !taken && !before[identityOf(t)] {
			fresh = append(fresh, t)
		}
	}
	var lost []vanished
	for _, v := range m.gone(published) {
		if _, there := m.now[v.Ref]; there {
			continue
		}
		if _, draft := p.PlaceOf(v.Ref); !draft {
			lost = append(lost, v)
		}
	}
	m.became = matches(lost, fresh)
	return m
}

// gone are the published pages at whose address nothing lies any more, by path.
func (m *mover) gone(published map[string]string) []vanished {
	return slices.DeleteFunc(all(published), func(v vanished) bool {
		_, lies := m.plan.Target(v.path)
		return lies
	})
}

// all are the published pages of things, by path, as if all were gone.
func all(published map[string]string) []vanished {
	var list []vanished
	for _, path := range slices.Sorted(maps.Keys(published)) {
		kind, id, _ := strings.Cut(published[path], ":")
		if site.FileOf(kind, id) != "" {
			list = append(list, vanished{path, site.Ref{Kind: kind, ID: id}})
		}
	}
	return list
}

// known tells how much is known of what became of a page; less is more.
func (m *mover) known(v vanished) int {
	if _, there := m.now[v.Ref]; there {
		return 0
	}
	if _, guessed := m.became[v]; guessed {
		return 1
	}
	return 2
}

// tell tells of an address at which nothing lies any more.
func (m *mover) tell(v vanished) diag.Problem {
	address := "/" + strings.TrimSuffix(v.path, "index.html")
	line := "aliases: [" + address + "]"
	t, there := m.now[v.Ref]
	one, guessed := m.became[v]
	switch {
	case there && t.Aliased:
		return diag.At(t.Place, "address-vanished", address).WithHint("alias-entry", address)
	case there:
		return diag.At(t.Place, "address-vanished", address).WithHint("alias-line", line)
	case guessed && one.Aliased:
		return diag.At(one.Place, "address-vanished", address).WithHint("alias-perhaps-entry", diag.Word(v.Kind), one.ID, address)
	case guessed:
		return diag.At(one.Place, "address-vanished", address).WithHint("alias-perhaps", diag.Word(v.Kind), one.ID, line)
	}
	if at, written := m.plan.PlaceOf(v.Ref); written {
		return diag.At(at, "address-vanished", address).WithHint("vanished-draft", line)
	}
	return diag.At(diag.Place{File: site.FileOf(v.Kind, v.ID)}, "address-vanished", address).WithHint("vanished-gone", line)
}
