package build

import (
	"bytes"

	"blandongan/internal/build/texts"
	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// followLinks finds where the links of every text lead.
func (w *walk) followLinks() {
	w.texts = w.texts.Follow(texts.Inputs{
		Reader: w.reader, Look: w.look, Plan: w.plan.Plan, Key: w.plan.key,
		AsFilled: w.recalled != nil && w.recalled.Plan == w.plan.key, Each: w.each, Over: w.over,
		Changing: func(file string) { w.changing.Store(&file) }, Noted: w.recalledTexts(),
	})
	w.linked, w.report.linked = w.texts.Linked, w.texts.Linked
	w.addProblems(w.texts.Problems)
}

// checkAttachments warns of files beside articles that no text leads to.
func (w *walk) checkAttachments() { w.addProblems(w.texts.Unlinked(w.look, w.reported)) }

// noteIDs remembers the ids in a page, if links lead to any; else that they are not
// known.
func (w *walk) noteIDs(m *maker, t *plan.Target, html []byte) {
	var ids []string
	if w.texts.Anchors[t.Path] != nil {
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
	for p, wanted := range w.texts.Anchors {
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
		if w.over() != nil || t.Template == "" || tried[t.Template] && w.texts.Anchors[t.Path] == nil {
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
	w.addProblems(render.MissingAnchors(w.texts.Anchors[t.Path], render.IDs(b.Bytes())))
}
