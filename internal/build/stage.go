package build

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/plan"
	"blandongan/internal/views"
)

// Reason says why a file was made.
type Reason string

// The reasons.
const (
	IsNew    Reason = "new"
	View     Reason = "view"     // what it shows changed
	Template Reason = "template" // a template it uses changed, or an asset
	Changed  Reason = "changed"  // other bytes lay there; a single build cannot tell more
)

// page is what is remembered of a file that lies in the output folder.
type page struct {
	inputs, view, look memo.Digest
	from               diag.Place
}

// last is what the output folder was last filled from.
type last struct {
	plan     *planned
	renderer *prepared
	linked   memo.Digest // the paths of the files that only texts lead to
}

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

// staging is what a build puts into its folder. Several goroutines fill it.
type staging struct {
	sink    sink
	assets  map[string][]byte
	buffers sync.Pool
	hashes  sync.Pool
	mu      sync.Mutex // guards all below, and the problems and places of the walk
	pages   map[string]page
	gone    []string
	made    int
	failed  error
}

// stage renders the targets that changed and hands each to the folder as soon
// as it is made: memory holds as many pages as there are processors. It gathers
// the problems of all, and stops at the first error of the machine.
func (w *walk) stage(to sink) (*staging, error) {
	s := &staging{sink: to, assets: map[string][]byte{}, pages: map[string]page{}}
	s.buffers.New = func() any { return new(bytes.Buffer) }
	s.hashes.New = func() any { return new(memo.Hash) }
	for _, a := range w.theme.Assets() {
		s.assets[a.Path] = a.Data
	}
	w.report.Pages, w.report.Files = w.plan.pages, len(w.plan.Targets)+len(w.linked)
	targets := w.candidates()
	each(len(targets), func(i int) {
		if s.stopped() {
			return
		}
		problems, err := w.stageOne(s, &targets[i])
		s.mu.Lock()
		defer s.mu.Unlock()
		w.say(problems)
		if s.failed == nil {
			s.failed = err
		}
	})
	w.report.Made = s.made
	slices.SortFunc(w.report.Explained, func(a, b Explained) int { return cmp.Compare(a.Path, b.Path) })
	if s.failed == nil {
		w.checkAnchors()
		w.drop(s)
	}
	return s, s.failed
}

func (s *staging) stopped() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed != nil
}

// candidates are the targets that may have changed: those whose text did, while
// everything else is what the folder was last filled from; else all.
func (w *walk) candidates() []plan.Target {
	if w.last.plan != w.plan || w.last.renderer != w.renderer {
		return append(w.plan.Targets[:len(w.plan.Targets):len(w.plan.Targets)], w.linked...)
	}
	list := append([]plan.Target{}, w.linked...)
	for i := range w.texts.dirty {
		list = append(list, w.plan.Targets[w.plan.Texts[i].Target])
	}
	for _, i := range w.plan.copies {
		list = append(list, w.plan.Targets[i])
	}
	return list
}

func (w *walk) digestLinked() memo.Digest {
	var h memo.Hash
	for _, t := range w.linked {
		h.Text(t.Path)
	}
	return h.Sum()
}

// drop gives up what lies in the folder and is no target any more.
func (w *walk) drop(s *staging) {
	folder, isFolder := s.sink.(*output.Folder)
	if !isFolder || w.last.plan == w.plan && w.last.linked == w.digestLinked() {
		return
	}
	now := make(map[string]bool, w.report.Files)
	for _, t := range w.plan.Targets {
		now[t.Path] = true
	}
	for _, t := range w.linked {
		now[t.Path] = true
	}
	for p := range w.pages {
		if !now[p] {
			folder.Drop(p)
			s.gone = append(s.gone, p)
		}
	}
}

// moved tells where what lay at the gone paths lies now, by the file it is from.
func (w *walk) moved(gone []string) map[string]string {
	to := map[string]string{}
	if len(gone) == 0 {
		return to
	}
	now := map[string]string{}
	for _, t := range w.plan.Targets {
		if t.Template != "" && t.Frame != plan.NoFrame && t.From.File != SiteFile {
			now[t.From.File] = t.Path
		}
	}
	for _, p := range gone {
		from := w.pages[p].from.File
		to[p] = cmp.Or(now[from], now[w.renamed[from]])
	}
	return to
}

// stageOne makes a target if anything it is made from changed.
func (w *walk) stageOne(s *staging, t *plan.Target) (diag.List, error) {
	made, view, why := w.decide(s, t)
	if why == "" {
		return nil, nil
	}
	if w.config.Explain && w.config.Again {
		s.mu.Lock()
		w.report.Explained = append(w.report.Explained, Explained{t.Path, why})
		s.mu.Unlock()
	}
	problems, err := w.make(s, t, view)
	if err == nil && problems == nil {
		s.keep(t, made, w.config.Again)
	}
	return problems, err
}

// keep notes what a target was made from, to be remembered if all goes well.
func (s *staging) keep(t *plan.Target, made page, again bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.View != nil {
		s.made++
	}
	if again {
		s.pages[t.Path] = made
	}
}

// decide compares what a target is made from with what it was made from when it
// was last published; the reason is "" when nothing changed.
func (w *walk) decide(s *staging, t *plan.Target) (now page, view any, why Reason) {
	text := w.body(t)
	if !w.config.Again {
		return page{}, w.view(t, text), IsNew
	}
	old, known := w.pages[t.Path]
	now = page{inputs: w.inputs(t, text), look: w.renderer.look[appearance{t.Template, t.Frame}], from: t.From}
	if known && now.look == old.look && now.inputs == old.inputs {
		if old.from.File != t.From.File {
			now.view = old.view
			s.note(t, now)
		}
		return old, nil, ""
	}
	view = w.view(t, text)
	now.view = now.inputs
	if t.View != nil {
		now.view = s.digest(view)
	}
	switch {
	case !known:
		return now, view, IsNew
	case now.view != old.view:
		return now, view, View
	case now.look != old.look:
		return now, view, Template
	}
	s.note(t, now) // its inputs are others now, to the same effect
	return now, nil, ""
}

// digest returns that of a view.
func (s *staging) digest(view any) memo.Digest {
	h := s.hashes.Get().(*memo.Hash)
	defer s.hashes.Put(h)
	h.Reset()
	h.Plain(view)
	return h.Sum()
}

func (s *staging) note(t *plan.Target, now page) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[t.Path] = now
}

func (w *walk) body(t *plan.Target) views.Body {
	if t.Text < 0 {
		return views.Body{}
	}
	return w.texts.resolved[t.Text].Body
}

func (w *walk) view(t *plan.Target, text views.Body) any {
	if t.View == nil {
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
	case t.Asset:
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
	if s := w.stamps[file]; s.Settled(w.looked) {
		return s
	}
	return w.looked.UnixNano()
}

// make hands a target's bytes to the folder.
func (w *walk) make(s *staging, t *plan.Target, view any) (diag.List, error) {
	switch {
	case t.Copy != "":
		return w.copy(s, t)
	case t.Asset:
		return nil, s.sink.Put(t.Path, s.assets[t.Path])
	}
	b := s.buffers.Get().(*bytes.Buffer)
	defer s.buffers.Put(b)
	b.Reset()
	if p := w.renderer.Page(b, *t, view); p != nil {
		return diag.List{*p}, nil
	}
	w.notePlaces(s, t, b.Bytes())
	return nil, s.sink.Put(t.Path, b.Bytes())
}

// copy streams an input file to the folder. That it cannot be read is a fault of
// the file, not of the machine.
func (w *walk) copy(s *staging, t *plan.Target) (diag.List, error) {
	var unreadable error
	err := s.sink.PutFile(t.Path, func() (io.ReadCloser, error) {
		f, err := w.config.Root.Open(t.Copy)
		unreadable = err
		return f, err
	})
	if unreadable != nil {
		return diag.List{diag.At(diag.Place{File: t.Copy}, "file-unreadable", diag.Reason(unreadable))}, nil
	}
	return nil, err
}
