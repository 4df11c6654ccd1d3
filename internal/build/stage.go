package build

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"path"
	"slices"
	"sync"

	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/output"
	"blandongan/internal/plan"
	"blandongan/internal/render"
	"blandongan/internal/source"
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
	pieces, view, look memo.Digest
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

// write renders what changed into the output folder's stage and, when all went
// well, publishes it.
func (w *walk) write() error {
	if w.config.Out == "" {
		_, err := w.stage(nowhere{})
		return err
	}
	if err := w.open(); err != nil {
		return w.foreign(err)
	}
	s, err := w.stage(w.folder)
	if err == nil && !w.problems.HasErrors() {
		err = w.commit(s)
	}
	if err != nil || !w.config.Again {
		return errors.Join(w.foreign(err), w.forget())
	}
	if w.problems.HasErrors() {
		w.places = map[string][]string{} // some are of pages that were given up
		return w.folder.Abandon()
	}
	return nil
}

// commit publishes what was staged and remembers it.
func (w *walk) commit(s *staging) error {
	result, err := w.folder.Commit()
	if err != nil {
		return err
	}
	w.report.Written, w.report.Removed, w.report.Changed = result.Written, result.Removed, result.WrittenPaths
	w.report.Gone = w.moved(s.gone)
	if w.config.Explain && !w.config.Again {
		w.report.Explained = explained(result)
	}
	for p, made := range s.pages {
		w.pages[p] = made
	}
	for _, p := range s.gone {
		delete(w.pages, p)
	}
	w.last = last{w.plan, w.renderer, w.digestLinked()}
	clear(w.texts.dirty)
	return nil
}

// explained tells of a build that remembers none before it.
func explained(r output.Result) []Explained {
	var list []Explained
	for _, p := range r.WrittenPaths {
		why := Changed
		if _, isNew := slices.BinarySearch(r.NewPaths, p); isNew {
			why = IsNew
		}
		list = append(list, Explained{p, why})
	}
	return list
}

// open takes hold of the output folder, if it is not held already. One that was
// removed or replaced meanwhile is filled anew.
func (w *walk) open() error {
	if w.folder != nil && w.folder.Lies() {
		return nil
	}
	if err := w.forget(); err != nil {
		return err
	}
	folder, err := output.Open(w.config.Out, output.Options{Hold: w.config.Again})
	w.folder = folder
	return err
}

// forget lets go of the output folder and of all that was known to lie there.
func (w *walk) forget() error {
	w.pages, w.places, w.last = map[string]page{}, map[string][]string{}, last{}
	return w.Close()
}

// foreign turns files in our way into problems: people put them there.
func (w *walk) foreign(err error) error {
	var foreign *output.ForeignError
	if !errors.As(err, &foreign) {
		return err
	}
	for _, p := range foreign.Paths {
		w.say(diag.List{diag.At(diag.Place{File: path.Join(foreign.Dir, p)}, "foreign-file").WithHint("move-away")})
	}
	return nil
}

// staging is what a build puts into its folder. Several goroutines fill it.
type staging struct {
	sink    sink
	assets  map[string][]byte
	buffers sync.Pool
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
		if t.Template != "" && t.From.File != siteFile {
			now[t.From.File] = t.Path
		}
	}
	for _, p := range gone {
		to[p] = now[w.pages[p].from.File]
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
	now = page{pieces: w.pieces(t, text), look: w.renderer.look[appearance{t.Template, t.Frame}], from: t.From}
	if known && now.look == old.look && now.pieces == old.pieces && now.pieces != (memo.Digest{}) {
		return old, nil, ""
	}
	view = w.view(t, text)
	now.view = now.pieces
	if t.View != nil {
		var h memo.Hash
		h.Plain(view)
		now.view = h.Sum()
	}
	switch {
	case !known:
		return now, view, IsNew
	case now.view != old.view:
		return now, view, View
	case now.look != old.look:
		return now, view, Template
	}
	s.mu.Lock()
	s.pages[t.Path] = now // its pieces are others now, to the same effect
	s.mu.Unlock()
	return now, nil, ""
}

func (w *walk) body(t *plan.Target) plan.Body {
	if t.Text < 0 {
		return plan.Body{}
	}
	return w.texts.resolved[t.Text].Body
}

func (w *walk) view(t *plan.Target, text plan.Body) any {
	if t.View == nil {
		return nil
	}
	return t.View(text)
}

// pieces is the digest of all that a target's view is made from, zero when only
// the view itself can tell.
func (w *walk) pieces(t *plan.Target, text plan.Body) memo.Digest {
	var h memo.Hash
	switch {
	case t.Copy != "":
		h.Plain(w.stampOf(t.Copy))
	case t.Asset:
		h.Text(t.Path)
	case t.Pieces == nil:
		return memo.Digest{}
	default:
		h.Digest(t.Pieces())
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
		return diag.List{diag.At(diag.Place{File: t.Copy}, "file-unreadable", source.Reason(unreadable))}, nil
	}
	return nil, err
}

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
// was not made in this build is made for its places, once.
func (w *walk) checkAnchors() {
	for p, wanted := range w.texts.anchors {
		if _, known := w.places[p]; !known {
			w.findPlaces(p)
		}
		w.say(missingAnchors(wanted, w.places[p]))
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
