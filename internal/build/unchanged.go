package build

import (
	"slices"

	"blandongan/internal/build/ledger"
	"blandongan/internal/memo"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// last is what the output folder was last filled from.
type last struct {
	plan     memo.Digest       // what the plan was made from
	renderer memo.Digest       // and the templates
	linked   memo.Digest       // the paths of the files that only texts lead to
	shared   memo.Digest       // Plan.Shared
	prefix   string            // Plan.Prefix
	index    map[string][]byte // the files of the index by path; nil where another process made one
	targets  []plan.Target     // Plan.Targets, where there will be another build
}

// candidates are the targets that may have changed: those whose text did, while
// everything else is what the folder was last filled from; else all but those that are
// known to be what they were.
func (w *walk) candidates() []plan.Target {
	if w.last.plan != w.plan.key || w.last.renderer != w.renderer.key {
		texts := w.last.shared == w.plan.Shared && w.last.renderer == w.renderer.key
		return slices.DeleteFunc(slices.Concat(w.plan.Targets, w.linked), func(t plan.Target) bool {
			if t.Text >= 0 {
				return texts && !w.texts.Dirty[t.Text] && !w.plan.Texts[t.Text].Facts
			}
			return texts && t.Shared || t.IsApart() && w.liesAsNamed(&t)
		})
	}
	list := append([]plan.Target{}, w.linked...)
	for i := range w.texts.Dirty {
		list = append(list, w.plan.Targets[w.plan.Texts[i].Target])
	}
	for _, i := range w.plan.copies {
		list = append(list, w.plan.Targets[i])
	}
	return list
}

// liesAsNamed says that a file lies in the folder whose name tells what is in it.
func (w *walk) liesAsNamed(t *plan.Target) bool {
	f, known := w.pages.Get(t.Path)
	return known && f.Inputs != (memo.Digest{}) && f.From == t.From.File
}

// decide compares what a target is made from with what it was made from when it
// was last published; the reason is "" when nothing changed.
func (w *walk) decide(m *maker, t *plan.Target) (now ledger.File, view any, why Reason) {
	if !w.keepsBook() {
		return ledger.File{}, w.view(t, w.whole(t)), IsNew
	}
	old, known := w.pages.Get(t.Path)
	template := w.renderer.digests[wrappingOf(t)]
	now = ledger.File{Path: t.Path, Inputs: w.inputs(t, w.texts.Of(t)), Template: template, From: t.From.File,
		Edition: t.Edition, Seen: old.Seen}
	if known && now.Template == old.Template && now.Inputs == old.Inputs {
		if old.From != t.From.File {
			now.View = old.View
			m.note(now)
		}
		return old, nil, ""
	}
	view = w.view(t, w.whole(t))
	now.View = now.Inputs
	if t.IsMade() {
		now.View = m.digest(view)
	}
	switch {
	case !known:
		return now, view, IsNew
	case old.Inputs == memo.Digest{}: // it was lost, or somebody changed it
		return now, view, Changed
	case now.View != old.View:
		return now, view, View
	case now.Template != old.Template:
		return now, view, Template
	}
	m.note(now) // its inputs are others now, to the same effect
	return now, nil, ""
}

// keepsBook says whether anybody asks later what a file was made from.
func (b *Builder) keepsBook() bool { return b.config.Again || b.remembers() || b.recalled != nil }

// digest returns that of a view.
func (m *maker) digest(view any) memo.Digest {
	h := m.hashes.Get().(*memo.Hash)
	defer m.hashes.Put(h)
	h.Reset()
	h.Plain(view)
	return h.Sum()
}

// note notes what a target was made from, to be remembered if all goes well.
func (m *maker) note(now ledger.File) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.pages = append(m.pages, now)
}

// whole is the text that a target shows, with its words. Of one that an earlier process read they
// are read again.
func (w *walk) whole(t *plan.Target) views.Body {
	if t.Text < 0 {
		return views.Body{}
	}
	return w.wholeText(t.Text)
}

func (w *walk) view(t *plan.Target, text views.Body) any {
	if !t.IsMade() {
		return nil
	}
	return t.View(text)
}

// inputs is the digest of all that a target is made from.
func (w *walk) inputs(t *plan.Target, text views.Body) memo.Digest {
	var h memo.Hash
	switch {
	case t.Copy != "":
		h.Plain(w.stampOf(t.Copy))
	case t.IsApart() && !t.Poster:
		h.Text(t.Path)
	default:
		h.Digest(t.Inputs())
		text.AddTo(&h)
	}
	return h.Sum()
}

// stampOf returns a copied file's stamp. One that has not settled is never the
// same: the folder compares the bytes.
func (w *walk) stampOf(file string) any {
	if s := w.stamps[file]; s.Settled(w.look.Now) {
		return s
	}
	return w.look.Now.UnixNano()
}

func (w *walk) digestLinked() memo.Digest {
	var h memo.Hash
	for _, t := range w.linked {
		h.Text(t.Path)
	}
	return h.Sum()
}
