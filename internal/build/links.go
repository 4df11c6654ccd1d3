package build

import (
	"path"
	"slices"
	"strings"

	"blandongan/internal/files"
	"blandongan/internal/plan"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
)

// texts are the texts of a plan with their links followed.
type texts struct {
	plan     *planned
	resolved []*plan.Resolved // as Plan.Texts
	// dirty are the positions of those that changed since the output folder was last
	// written.
	dirty   map[int]bool
	anchors map[string][]plan.Anchor // by page
	files   map[string]bool
}

// followLinks finds where the links of every text lead. A text that did not change is
// left alone while everything lies where it lay.
func (w *walk) followLinks() {
	old := w.texts
	t := &texts{plan: w.plan, resolved: make([]*plan.Resolved, len(w.plan.Texts)), dirty: map[int]bool{}}
	if old != nil && old.plan == w.plan {
		t.dirty = old.dirty
	} else if old != nil && old.plan.Addresses != w.plan.Addresses {
		old = nil
	}
	fresh := w.freshFiles()
	each(len(t.resolved), func(i int) {
		x := w.plan.Texts[i]
		if old != nil && i < len(old.resolved) && sameText(old.plan.Texts[i], x) && fresh[x.File] == nil {
			t.resolved[i] = old.resolved[i]
		}
	})
	w.resolve(t)
	w.texts = t
	w.gather(t)
}

// sameText says whether two plans mean the same text, wherever it stands in their lists.
func sameText(a, b plan.Text) bool {
	return a.Ref == b.Ref && a.File == b.File && a.Edition == b.Edition
}

// freshFiles are the files that changed in this build, by path.
func (w *walk) freshFiles() map[string]*source {
	fresh := map[string]*source{}
	for i := range w.sources {
		if w.fresh[i] {
			fresh[w.sources[i].path] = &w.sources[i]
		}
	}
	return fresh
}

// resolve follows the links of the texts that have not been.
func (w *walk) resolve(t *texts) {
	var left []int
	for i, r := range t.resolved {
		if r == nil {
			left = append(left, i)
			t.dirty[i] = true
		}
	}
	if len(left) == 0 {
		return
	}
	files := make(map[string]*source, len(w.sources))
	for i := range w.sources {
		files[w.sources[i].path] = &w.sources[i]
	}
	each(len(left), func(n int) {
		x := w.plan.Texts[left[n]]
		t.resolved[left[n]] = &plan.Resolved{}
		for _, e := range files[x.File].entries {
			if e.Text != nil {
				r := w.plan.Resolve(x, e.Text, e.Tail)
				t.resolved[left[n]] = &r
			}
		}
	})
}

// gather puts together what the texts lead to.
func (w *walk) gather(t *texts) {
	t.anchors, t.files = map[string][]plan.Anchor{}, map[string]bool{}
	for _, r := range t.resolved {
		w.addProblems(r.Problems)
		for _, a := range r.Anchors {
			t.anchors[a.Page] = append(t.anchors[a.Page], a)
		}
		for _, f := range r.Files {
			t.files[f] = true
		}
	}
	for _, a := range w.plan.Anchors {
		t.anchors[a.Page] = append(t.anchors[a.Page], a)
	}
	linked, problems := w.plan.Linked(t.files)
	w.linked, w.report.linked = linked, linked
	w.addProblems(problems)
}

// checkAttachments warns of files beside articles that no text leads to, also none that
// waits to be published.
func (w *walk) checkAttachments() {
	var left []files.File
	for i, f := range w.files {
		if w.sources[i].role == site.Attached && strays.WantsLink(f) && !w.reported[f.Path] {
			left = append(left, f)
		}
	}
	if len(left) == 0 {
		return
	}
	copied := map[string]bool{}
	for _, t := range w.linked {
		copied[t.Copy] = true
	}
	left = slices.DeleteFunc(left, func(f files.File) bool { return copied[f.Path] })
	if len(left) == 0 {
		return
	}
	named, unread := w.named()
	left = slices.DeleteFunc(left, func(f files.File) bool {
		name := strings.ToLower(f.Name)
		return named[name] || named[path.Base(name)] || strings.Contains(unread, path.Base(name))
	})
	w.addProblems(strays.Unlinked(left, w.files, w.head))
}

// named returns, in small letters, the files that all texts lead to: by their path,
// or, where a link begins at the site's root, by their last name alone. unread are the
// texts whose links could not be read.
func (w *walk) named() (named map[string]bool, unread string) {
	named = map[string]bool{}
	for i := range w.sources {
		s := &w.sources[i]
		if s.role != site.Written || path.Ext(s.path) != ".md" {
			continue
		}
		for _, e := range s.entries {
			if e.Text == nil {
				unread += strings.ToLower(files.Contents(w.config.Root, s.path)) + "\n"
				continue
			}
			for _, l := range e.Text.Links {
				named[strings.ToLower(plan.FileMeant(s.path, l))] = true
			}
		}
	}
	return named, unread
}
