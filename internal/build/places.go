package build

import (
	"bytes"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// notePlaces remembers the places inside a page, if links lead to any; else that
// they are not known.
func (w *walk) notePlaces(s *staging, t *plan.Target, html []byte) {
	var places []string
	if w.texts.anchors[t.Path] != nil {
		places = render.Places(html)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if places != nil {
		w.places[t.Path] = places
	} else {
		delete(w.places, t.Path)
	}
}

// checkAnchors checks the links that lead to a place inside a page. A page that
// was not made in this build is made for its places, once; of one that cannot be made
// they are not known.
func (w *walk) checkAnchors() {
	for p, wanted := range w.texts.anchors {
		if _, known := w.places[p]; !known {
			w.findPlaces(p)
		}
		if places, known := w.places[p]; known {
			w.say(missingAnchors(wanted, places))
		}
	}
}

// findPlaces makes a page for nothing but the places inside it. What is wrong
// with it is told where it is made to be shown.
func (w *walk) findPlaces(p string) {
	var b bytes.Buffer
	if t, ok := w.plan.Target(p); ok && w.renderer.Page(&b, t, w.view(&t, w.body(&t))) == nil {
		w.places[p] = render.Places(b.Bytes())
	}
}

// tryPages finds, when there are errors already and nothing will be written,
// the problems that only a rendered page shows: links to places inside pages,
// and faults of a template. One page a template is enough.
func (w *walk) tryPages() {
	if w.renderer == nil {
		return
	}
	w.places = map[string][]string{}
	tried := map[string]bool{}
	for i := range w.plan.Targets {
		t := &w.plan.Targets[i]
		if t.Template == "" || tried[t.Template] && w.texts.anchors[t.Path] == nil {
			continue
		}
		tried[t.Template] = true
		w.tryPage(t)
	}
	w.places = map[string][]string{}
}

// tryPage may meet facts that have been found wrong and were left empty. What
// it cannot render for that is not another problem.
func (w *walk) tryPage(t *plan.Target) {
	defer func() { _ = recover() }()
	var b bytes.Buffer
	if p := w.renderer.Page(&b, *t, w.view(t, w.body(t))); p != nil {
		w.say(diag.List{*p})
		return
	}
	if w.theme.Broken() {
		return
	}
	w.say(missingAnchors(w.texts.anchors[t.Path], render.Places(b.Bytes())))
}
