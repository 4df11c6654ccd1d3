package build

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/plan"
	"blandongan/internal/render"
)

// sink takes finished files: an output folder, or nothing.
type sink interface {
	Put(path string, data []byte) error
	PutFile(path string, open func() (io.ReadCloser, error)) error
}

// nowhere is the sink of a build that only checks.
type nowhere struct{}

func (nowhere) Put(string, []byte) error { return nil }

func (nowhere) PutFile(_ string, open func() (io.ReadCloser, error)) error {
	f, err := open()
	if err != nil {
		return err
	}
	return f.Close()
}

// stage renders all targets and hands each to the folder as soon as it is made:
// memory holds as many pages as there are processors. It gathers the problems
// of all, and stops at the first error of the machine.
func (w *walk) stage(folder sink) error {
	assets := map[string][]byte{}
	for _, a := range w.theme.Assets() {
		assets[a.Path] = a.Data
	}
	var mu sync.Mutex
	var failed error
	each(len(w.plan.Targets), func(i int) {
		mu.Lock()
		stop := failed != nil
		mu.Unlock()
		if stop {
			return
		}
		problems, err := w.stageOne(folder, w.plan.Targets[i], assets)
		mu.Lock()
		defer mu.Unlock()
		w.say(problems)
		if failed == nil {
			failed = err
		}
	})
	w.report.Files = len(w.plan.Targets)
	for _, t := range w.plan.Targets {
		if t.Template != "" {
			w.report.Pages++
		}
	}
	return failed
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func (w *walk) stageOne(folder sink, t plan.Target, assets map[string][]byte) (diag.List, error) {
	switch {
	case t.Copy != "":
		return nil, folder.PutFile(t.Path, func() (io.ReadCloser, error) {
			f, err := w.config.Root.Open(t.Copy)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", t.Copy, err)
			}
			return f, nil
		})
	case t.Asset:
		return nil, folder.Put(t.Path, assets[t.Path])
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if p := w.pages.Page(b, t); p != nil {
		return diag.List{*p}, nil
	}
	return w.missingAnchors(t, b.Bytes()), folder.Put(t.Path, b.Bytes())
}

// missingAnchors checks the links that lead to a place inside a page.
func (w *walk) missingAnchors(t plan.Target, page []byte) diag.List {
	var problems diag.List
	for _, a := range w.plan.Anchors[t.Path] {
		if !render.HasAnchor(page, a.Fragment) {
			problems = append(problems, anchorProblem(a, page))
		}
	}
	return problems
}

func anchorProblem(a plan.Anchor, page []byte) diag.Problem {
	p := diag.At(a.Place, "anchor-missing", a.Fragment)
	known := render.Anchors(page)
	if near := diag.Nearest(a.Fragment, known); near != "" {
		return p.WithHint("did-you-mean", near)
	}
	return p.WithHint("known-anchors", strings.Join(known, ", "))
}

// tryPages finds, when there are errors already and nothing will be written,
// the problems that only a rendered page shows: links to places inside pages,
// and faults of a template. One page a template is enough.
func (w *walk) tryPages() {
	if w.pages == nil {
		return
	}
	tried := map[string]bool{}
	for _, t := range w.plan.Targets {
		if t.Template == "" || tried[t.Template] && w.plan.Anchors[t.Path] == nil {
			continue
		}
		tried[t.Template] = true
		w.tryPage(t)
	}
}

// tryPage may meet facts that have been found wrong and were left empty. What
// it cannot render for that is not another problem.
func (w *walk) tryPage(t plan.Target) {
	defer func() { _ = recover() }()
	var b bytes.Buffer
	if p := w.pages.Page(&b, t); p != nil {
		w.say(diag.List{*p})
		return
	}
	if !w.theme.Broken() {
		w.say(w.missingAnchors(t, b.Bytes()))
	}
}
