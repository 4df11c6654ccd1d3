package build

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"blandongan/internal/build/reading"
	"blandongan/internal/diag"
	"blandongan/internal/files"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/site"
	"blandongan/internal/site/strays"
	"blandongan/internal/views"
)

// texts are the texts of a plan with their links followed.
type texts struct {
	plan      memo.Digest      // what the plan was made from
	addresses memo.Digest      // Plan.Addresses
	said      []plan.Text      // Plan.Texts
	resolved  []*plan.Resolved // nil where the build ended before its time
	// dirty are the positions of those that changed since the output folder was last written.
	dirty   map[int]bool
	anchors map[string][]plan.Anchor // by page
	files   map[string]bool
}

// followLinks finds where the links of every text lead. A text that did not change is
// left alone while everything lies where it lay.
func (w *walk) followLinks() {
	old := w.texts
	t := &texts{plan: w.plan.key, addresses: w.plan.Addresses, said: w.plan.Texts,
		resolved: make([]*plan.Resolved, len(w.plan.Texts)), dirty: map[int]bool{}}
	if old != nil && old.plan == t.plan {
		t.dirty = old.dirty
	} else if old != nil && old.addresses != t.addresses {
		old = nil
	}
	fresh := w.freshFiles()
	w.each(len(t.resolved), func(i int) {
		x := w.plan.Texts[i]
		if old != nil && i < len(old.resolved) && sameText(old.said[i], x) && fresh[x.File] == nil {
			t.resolved[i] = old.resolved[i]
		}
	})
	for i := range t.said {
		if old != nil && t.resolved[i] != nil && old.dirty[i] {
			t.dirty[i] = true
		}
	}
	w.resolve(t, fresh)
	if w.texts = t; w.over() == nil {
		w.gather(t)
	}
}

// sameText says whether two plans mean the same text, wherever it stands in their lists.
func sameText(a, b plan.Text) bool {
	return a.Ref == b.Ref && a.File == b.File && a.Edition == b.Edition
}

// freshFiles are the files that changed in this build, by path.
func (w *walk) freshFiles() map[string]*reading.Source {
	fresh := map[string]*reading.Source{}
	for i := range w.reader.Sources {
		if w.look.Fresh[i] {
			fresh[w.reader.Sources[i].Path] = &w.reader.Sources[i]
		}
	}
	return fresh
}

// resolve follows the links of the texts that have not been.
func (w *walk) resolve(t *texts, fresh map[string]*reading.Source) {
	var left []int
	isAsFilled := w.recalled != nil && w.recalled.Plan == t.plan
	for i, r := range t.resolved {
		if r == nil {
			left = append(left, i)
			if !isAsFilled || fresh[t.said[i].File] != nil {
				t.dirty[i] = true
			}
		}
	}
	if len(left) == 0 {
		return
	}
	files := w.sources()
	w.each(len(left), func(n int) {
		x := w.plan.Texts[left[n]]
		s := files[x.File]
		doc, isSame := w.reader.Leads(s)
		if !isSame {
			w.changing.Store(&s.Path)
			return
		}
		t.resolved[left[n]] = &plan.Resolved{}
		if doc != nil {
			r := w.plan.Resolve(x, doc, tailOf(s))
			r.Body = views.Body{Digest: r.Body.Digest} // the rest follows when a page is made: see wholeText
			t.resolved[left[n]] = &r
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
	for i, f := range w.look.Files {
		if w.reader.Sources[i].Role == site.Attached && strays.WantsLink(f) && !w.reported[f.Path] {
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
	w.addProblems(strays.Unlinked(left, w.look.Files, w.look.Head))
}

// named returns, in small letters, the files that all texts lead to: by their path,
// or, where a link begins at the site's root, by their last name alone. unread are the
// texts whose links could not be read.
func (w *walk) named() (named map[string]bool, unread string) {
	named = map[string]bool{}
	for i := range w.reader.Sources {
		s := &w.reader.Sources[i]
		if s.Role != site.Written || path.Ext(s.Path) != ".md" {
			continue
		}
		doc, _ := w.reader.Leads(s)
		if doc == nil {
			unread += strings.ToLower(files.Contents(w.config.Root, s.Path)) + "\n"
			continue
		}
		for _, l := range doc.Links {
			named[strings.ToLower(plan.FileMeant(s.Path, l))] = true
		}
	}
	return named, unread
}

// noteIDs remembers the ids in a page, if links lead to any; else that they are not
// known.
func (w *walk) noteIDs(m *maker, t *plan.Target, html []byte) {
	var ids []string
	if w.texts.anchors[t.Path] != nil {
		ids = render.IDs(html)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if ids != nil {
		w.ids[t.Path] = ids
	} else {
		delete(w.ids, t.Path)
	}
}

// checkAnchors checks the links that lead to an id in a page. A page that was not made
// in this build is made for its ids, once; of one that cannot be made they are not
// known.
func (w *walk) checkAnchors() {
	for p, wanted := range w.texts.anchors {
		if _, known := w.ids[p]; !known {
			w.findIDs(p)
		}
		if ids, known := w.ids[p]; known {
			w.addProblems(render.MissingAnchors(wanted, ids))
		}
	}
}

// findIDs makes a page for nothing but its ids. What is wrong with it is said where it
// is made to be shown.
func (w *walk) findIDs(p string) {
	var b bytes.Buffer
	if t, ok := w.plan.Target(p); ok && w.renderer.Page(&b, t, w.view(&t, w.whole(&t))) == nil && w.over() == nil {
		w.ids[p] = render.IDs(b.Bytes())
	}
}

// tryPages finds, when there are errors already and nothing will be written,
// the problems that only a rendered page shows: links to ids in pages,
// and faults of a template. One page a template is enough.
func (w *walk) tryPages() {
	if w.renderer == nil {
		return
	}
	w.ids = map[string][]string{}
	tried := map[string]bool{}
	for i := range w.plan.Targets {
		t := &w.plan.Targets[i]
		if w.over() != nil || t.Template == "" || tried[t.Template] && w.texts.anchors[t.Path] == nil {
			continue
		}
		tried[t.Template] = true
		w.tryPage(t)
	}
	w.ids = map[string][]string{}
}

// tryPage may meet facts that have been found wrong and were left empty. What
// it cannot render for that is not another problem.
func (w *walk) tryPage(t *plan.Target) {
	defer func() { _ = recover() }()
	var b bytes.Buffer
	if p := w.renderer.Page(&b, *t, w.view(t, w.whole(t))); p != nil {
		w.addProblems(diag.List{*p})
		return
	}
	if w.theme.Broken() || w.over() != nil {
		return
	}
	w.addProblems(render.MissingAnchors(w.texts.anchors[t.Path], render.IDs(b.Bytes())))
}
