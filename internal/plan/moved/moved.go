// Package moved finds out what became of pages that were published.
//
// In come a plan and the identities of the pages of an earlier one: what each was the page of.
// Out come problems: of addresses at which readers would find nothing, with the line that would
// lead them on; of sections that would be empty. It reads no file and remembers nothing.
package moved

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/site"
)

// Identities returns what each page of a thing is of, by the path of its file below
// the output folder: "berita/lama/index.html" → "news:lama". Whoever keeps it with
// what was published can later ask Vanished what became of it.
func Identities(p *plan.Plan) map[string]string {
	ids := map[string]string{}
	for _, t := range p.ThingPages() {
		ids[t.Path] = identityOf(t)
	}
	return ids
}

func identityOf(t plan.ThingPage) string { return t.Kind + ":" + t.ID }

// mostVanished is how many addresses Vanished lists one by one. Whoever replaces a whole
// site knows it, and a list of all would bury what else is said.
const mostVanished = 10

// Vanished warns of addresses at which a page of a thing was published and nothing
// lies now, nor leads on: its readers meet an empty place. published are the
// Identities of the last published version, all of them; drafts says whether to tell also of
// what was made a draft, as if it was meant. A warning stands where the
// old address is to be written: at the thing itself when it lies elsewhere; at the
// new thing that it may have become; else at what is left of it, a draft or the name
// of its file, and then all may be as it was meant. Of many, those come first of
// which most is known, and the others are only counted.
func Vanished(p *plan.Plan, published map[string]string, drafts bool) diag.List {
	m := newMover(p, published)
	gone := m.gone(published)
	if !drafts {
		gone = slices.DeleteFunc(gone, m.isDraft)
	}
	slices.SortStableFunc(gone, func(a, b vanished) int { return cmp.Compare(m.rank(a), m.rank(b)) })
	listed := gone[:min(len(gone), mostVanished)]
	var problems diag.List
	for _, v := range listed {
		problems = append(problems, m.warning(v))
	}
	problems = problems.Sorted()
	if others := len(gone) - len(listed); others > 0 {
		more := diag.At(diag.Place{File: site.PathOfKind(site.KindPublish)}, "more-vanished", diag.Count(others))
		problems = append(problems, more.WithHint("vanished-more").Instead(others))
	}
	return problems
}

// vanished is a page that was published, and nothing lies at its path now.
type vanished struct {
	path string
	site.Ref
}

// mover finds out where things are that moved.
type mover struct {
	plan *plan.Plan
	now  map[site.Ref]plan.ThingPage
	// became are the new things that those may have become that are gone.
	became map[vanished]plan.ThingPage
}

func newMover(p *plan.Plan, published map[string]string) *mover {
	things := p.ThingPages()
	m := &mover{plan: p, now: make(map[site.Ref]plan.ThingPage, len(things))}
	before := make(map[string]bool, len(published))
	for _, id := range published {
		before[id] = true
	}
	var fresh []plan.ThingPage
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
		if _, there := m.now[v.Ref]; !there && !m.isDraft(v) {
			lost = append(lost, v)
		}
	}
	m.became = matchNames(lost, fresh)
	return m
}

// gone are the published pages at whose address nothing lies any more, by path.
func (m *mover) gone(published map[string]string) []vanished {
	return slices.DeleteFunc(publishedPages(published), func(v vanished) bool {
		_, lies := m.plan.Target(v.path)
		return lies
	})
}

// publishedPages are the published pages of things, by path, as if all were gone.
func publishedPages(published map[string]string) []vanished {
	var list []vanished
	for _, path := range slices.Sorted(maps.Keys(published)) {
		kind, id, _ := strings.Cut(published[path], ":")
		if site.FileOf(kind, id) != "" {
			list = append(list, vanished{path, site.Ref{Kind: kind, ID: id}})
		}
	}
	return list
}

// isDraft says whether what a page was of is written, and has none now.
func (m *mover) isDraft(v vanished) bool {
	_, there := m.now[v.Ref]
	_, written := m.plan.PlaceOf(v.Ref)
	return written && !there
}

// rank says how much is known of what became of a page; less is more.
func (m *mover) rank(v vanished) int {
	if _, there := m.now[v.Ref]; there {
		return 0
	}
	if _, guessed := m.became[v]; guessed {
		return 1
	}
	return 2
}

// warning is of an address at which nothing lies any more.
func (m *mover) warning(v vanished) diag.Problem {
	address := "/" + strings.TrimSuffix(v.path, "index.html")
	line := "aliases: [" + address + "]"
	at := func(place diag.Place) diag.Problem { return diag.At(place, "address-vanished", address) }
	t, there := m.now[v.Ref]
	one, guessed := m.became[v]
	switch {
	case there && t.Aliased:
		return at(t.Place).WithHint("alias-entry", address)
	case there:
		return at(t.Place).WithHint("alias-line", line)
	case guessed && one.Aliased:
		return at(one.Place).WithHint("alias-perhaps-entry", diag.Word(v.Kind), one.ID, address)
	case guessed:
		return at(one.Place).WithHint("alias-perhaps", diag.Word(v.Kind), one.ID, line)
	}
	if place, written := m.plan.PlaceOf(v.Ref); written {
		return at(place).WithHint("vanished-draft", line)
	}
	return at(diag.Place{File: site.FileOf(v.Kind, v.ID)}).WithHint("vanished-gone", line)
}

// mostAddresses is how many addresses stand for a section that has none of its own.
const mostAddresses = 3

// Lost warns of sections of which pages were published and none would be left, with
// nothing that says that this is meant: perhaps a folder has another name, or was not
// copied along. published are as in Vanished; sent says whether a file is sent, perhaps
// of a site that was built earlier.
func Lost(p *plan.Plan, published map[string]string, sent func(path string) bool) diag.List {
	gone, stays, public := map[string][]vanished{}, map[string]bool{}, map[site.Ref]bool{}
	for _, t := range p.ThingPages() {
		public[t.Ref], stays[t.Kind] = true, true
	}
	for _, v := range publishedPages(published) {
		gone[v.Kind] = append(gone[v.Kind], v)
		_, written := p.PlaceOf(v.Ref)
		stays[v.Kind] = stays[v.Kind] || sent(v.path) || written && !public[v.Ref] // a draft now
	}
	for _, t := range p.ThingPages() {
		_, before := published[t.Path]
		for kind, list := range gone { // a file that went from one folder to another
			same := func(v vanished) bool { return v.ID == t.ID }
			stays[kind] = stays[kind] || !before && slices.ContainsFunc(list, same)
		}
	}
	var problems diag.List
	for kind, list := range gone {
		if !stays[kind] {
			folder := path.Dir(site.FileOf(kind, list[0].ID))
			lost := diag.At(diag.Place{File: folder}, "section-lost", diag.Count(len(list)), addressOf(list))
			problems = append(problems, lost.WithHint("section-lost", folder))
		}
	}
	return problems.Sorted()
}

// addressOf is where the pages of a section lie together, or where some of them do.
func addressOf(list []vanished) string {
	section, rest, _ := strings.Cut(list[0].path, "/")
	shared := !slices.ContainsFunc(list, func(v vanished) bool { return !strings.HasPrefix(v.path, section+"/") })
	if shared && strings.Contains(rest, "/") {
		return "/" + section + "/"
	}
	var some []string
	for _, v := range list[:min(len(list), mostAddresses)] {
		some = append(some, "/"+strings.TrimSuffix(v.path, "index.html"))
	}
	if len(list) > mostAddresses {
		some = append(some, "…")
	}
	return strings.Join(some, ", ")
}
