package build

import (
	"cmp"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/plan/moved"
)

// Identities returns what each page of a thing is of: see moved.Identities.
func (r Report) Identities() map[string]string {
	p := r.planning().plan
	if p == nil {
		return map[string]string{}
	}
	return moved.Identities(p.Plan)
}

// Moved warns of addresses at which a page was published and nothing lies now: see moved.Vanished.
func (r Report) Moved(published map[string]string, drafts bool) diag.List {
	if len(published) == 0 {
		return nil
	}
	p := r.planning().plan
	if p == nil {
		return nil
	}
	return moved.Vanished(p.Plan, published, drafts).Excerpt(r.text)
}

// LostSections warns of sections of which no page would be left: see moved.Lost.
func (r Report) LostSections(published map[string]string, sent func(path string) bool) diag.List {
	p := r.planning().plan
	if p == nil {
		return nil
	}
	return moved.Lost(p.Plan, published, sent)
}

// Paths are all files of the site as it is written now.
func (r Report) Paths() []string {
	p := r.planning()
	if p.plan == nil {
		return nil
	}
	paths := make([]string, 0, len(p.plan.Targets)+len(p.linked)+len(p.index))
	for _, list := range [][]plan.Target{p.plan.Targets, p.linked} {
		for i := range list {
			if !isKept(&list[i]) {
				paths = append(paths, list[i].Path)
			}
		}
	}
	for _, f := range p.index {
		paths = append(paths, f.Name)
	}
	return paths
}

// Things are the pages of things.
func (r Report) Things() []plan.ThingPage {
	p := r.planning().plan
	if p == nil {
		return nil
	}
	return p.ThingPages()
}

// movedTo returns where what lay at the gone paths lies now, by the file it is from: in the
// same edition, else in the site's own language.
func (w *walk) movedTo(gone []string) map[string]string {
	to := map[string]string{}
	if len(gone) == 0 {
		return to
	}
	type thing struct {
		edition int
		file    string
	}
	now, wanted := map[thing]string{}, map[string]bool{"": true}
	for _, p := range gone {
		if old, _ := w.pages.Get(p); old.From != SiteFile {
			wanted[old.From], wanted[w.reader.Renamed[old.From]] = true, true
		}
	}
	for _, t := range w.plan.Targets {
		if len(wanted) > 1 && t.Template != "" && t.Frame != plan.NoFrame && wanted[t.From.File] {
			now[thing{t.Edition, t.From.File}] = t.Path
		}
	}
	for _, p := range gone {
		old, _ := w.pages.Get(p)
		file, renamed := old.From, w.reader.Renamed[old.From]
		to[p] = cmp.Or(now[thing{old.Edition, file}], now[thing{old.Edition, renamed}],
			now[thing{0, file}], now[thing{0, renamed}])
	}
	return to
}
