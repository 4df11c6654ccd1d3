package build

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/site"
)

// mostAddresses is how many addresses stand for a section that has none of its own.
const mostAddresses = 3

// LostSections warns of sections of which pages were published and none would be left, with
// nothing that says that this is meant: perhaps a folder has another name, or was not
// copied along. published are as in Moved; sent says whether a file is sent, perhaps
// of a site that was built earlier.
func (r Report) LostSections(published map[string]string, sent func(path string) bool) diag.List {
	if r.plan == nil {
		return nil
	}
	gone, stays, public := map[string][]vanished{}, map[string]bool{}, map[site.Ref]bool{}
	for _, t := range r.things() {
		public[t.Ref], stays[t.Kind] = true, true
	}
	for _, v := range publishedPages(published) {
		gone[v.Kind] = append(gone[v.Kind], v)
		_, written := r.plan.PlaceOf(v.Ref)
		stays[v.Kind] = stays[v.Kind] || sent(v.path) || written && !public[v.Ref] // a draft now
	}
	for _, t := range r.things() {
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
