package build

import (
	"bytes"
	"strings"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// missingAnchors are the problems of the links whose fragment is no id of the page they
// lead to. What to say instead is prepared once for all of them.
func missingAnchors(wanted []plan.Anchor, ids []string) diag.List {
	var problems diag.List
	var near *diag.Finder
	var all string
	for _, a := range wanted {
		if render.HasID(ids, a.Fragment) {
			continue
		}
		if near == nil {
			headings := render.HeadingIDs(ids)
			near, all = diag.NewFinder(headings), strings.Join(headings, ", ")
		}
		p := diag.At(a.Place, "anchor-missing", a.Fragment)
		if n := near.Nearest(a.Fragment); n != "" {
			p = p.WithHint("did-you-mean", n)
		} else {
			p = p.WithHint("known-anchors", all)
		}
		problems = append(problems, p)
	}
	return problems
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
			w.addProblems(missingAnchors(wanted, ids))
		}
	}
}

// findIDs makes a page for nothing but its ids. What is wrong with it is said where it
// is made to be shown.
func (w *walk) findIDs(p string) {
	var b bytes.Buffer
	if t, ok := w.plan.Target(p); ok && w.renderer.Page(&b, t, w.view(&t, w.body(&t))) == nil {
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
		if t.Template == "" || tried[t.Template] && w.texts.anchors[t.Path] == nil {
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
	if p := w.renderer.Page(&b, *t, w.view(t, w.body(t))); p != nil {
		w.addProblems(diag.List{*p})
		return
	}
	if w.theme.Broken() {
		return
	}
	w.addProblems(missingAnchors(w.texts.anchors[t.Path], render.IDs(b.Bytes())))
}
