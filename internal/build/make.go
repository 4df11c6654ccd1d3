package build

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/semaphore"

	"blandongan/internal/build/ledger"
	"blandongan/internal/build/progress"
	"blandongan/internal/build/sink"
	"blandongan/internal/diag"
	"blandongan/internal/memo"
	"blandongan/internal/memory"
	"blandongan/internal/picture"
	"blandongan/internal/plan"
	"blandongan/internal/poster"
	"blandongan/internal/render"
)

// maker makes the files of one build and puts them into its folder. Several goroutines
// share it.
type maker struct {
	sink    sink.Sink
	assets  map[string][]byte
	memory  *semaphore.Weighted // bytes that pictures take while they are read
	buffers sync.Pool
	hashes  sync.Pool
	made    atomic.Int64
	mu      sync.Mutex // guards all below, and the problems and ids of the walk
	pages   []ledger.File
	sums    map[string]uint64         // of files that were put later than they were noted
	copies  map[string][]*plan.Target // of pictures, that are still to be made, by the input file
	failed  error
	failing []string    // pages that could not be made
	enough  func() bool // see Audience
}

// makePages renders the targets that changed and hands each to the folder as soon
// as it is made: memory holds as many pages as there are processors. It gathers
// the problems of all, and stops at the first error of the machine.
func (w *walk) makePages(to sink.Sink) (*maker, error) {
	m := &maker{
		sink: to, assets: map[string][]byte{}, sums: map[string]uint64{}, copies: map[string][]*plan.Target{},
		memory: semaphore.NewWeighted(mostPixels),
	}
	m.buffers.New = func() any { return new(bytes.Buffer) }
	m.hashes.New = func() any { return new(memo.Hash) }
	for _, a := range w.theme.Assets() {
		m.assets[a.Path] = a.Data
	}
	w.report.Pages, w.report.Files = w.plan.pages, w.plan.files+len(w.linked)+len(w.index)
	targets := w.candidates()
	if w.keepsBook() {
		m.pages = make([]ledger.File, 0, len(targets)+len(w.index))
	}
	step := w.counter.Begin(progress.Making, countPages(targets), len(targets))
	if !w.config.Again { // nobody waits for a page, and they take memory
		w.makeIndex(m)
	}
	done := w.makeFirst(m, targets)
	m.all(w, len(targets), func(i int) (diag.List, error) {
		defer step.Count(isPage(&targets[i]))
		if done[i] {
			return nil, nil
		}
		return w.makeOne(m, &targets[i])
	})
	if pictures := m.sources(); len(pictures) > 0 {
		defer picture.HoldMemory(mostPixels)()
		step := w.counter.Begin(progress.Copying, len(pictures), len(pictures))
		m.all(w, len(pictures), func(i int) (diag.List, error) {
			defer step.Count(true)
			return w.makeCopies(m, pictures[i])
		})
	}
	if w.config.Again {
		w.makeIndex(m)
	}
	w.report.Made, w.failing = int(m.made.Load()), m.failing
	slices.SortFunc(w.report.Explained, func(a, b Explained) int { return cmp.Compare(a.Path, b.Path) })
	if !m.stopped() {
		w.checkAnchors()
	}
	return m, cmp.Or(m.failed, w.over())
}

// all makes things, as many at a time as there are processors, until one fails or the build is over.
func (m *maker) all(w *walk, n int, do func(int) (diag.List, error)) {
	w.each(n, func(i int) {
		if m.stopped() {
			return
		}
		problems, err := do(i)
		m.mu.Lock()
		defer m.mu.Unlock()
		w.addProblems(problems)
		if m.failed == nil {
			m.failed = err
		}
	})
	if m.failed == nil {
		m.failed = w.over()
	}
}

func (m *maker) stopped() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failed == nil && m.enough != nil && m.enough() {
		m.failed = ErrGivenUp
	}
	return m.failed != nil
}

// makeOne makes a target if anything it is made from changed.
func (w *walk) makeOne(m *maker, t *plan.Target) (diag.List, error) {
	if isKept(t) {
		return nil, nil
	}
	made, view, why := w.decide(m, t)
	if why == "" {
		return nil, nil
	}
	if w.config.Explain && w.keepsBook() {
		m.mu.Lock()
		w.report.Explained = append(w.report.Explained, Explained{t.Path, why})
		m.mu.Unlock()
	}
	made.Seen = ledger.Seen{}
	problems, err := w.make(m, t, view, why, &made.Sum)
	switch {
	case problems != nil:
		m.fail(t.Path)
	case err == nil:
		if t.IsMade() {
			m.made.Add(1)
		}
		if w.keepsBook() {
			m.note(made)
		}
	}
	return problems, err
}

// make hands a target's bytes to the folder, and says what they come to, where they came by.
func (w *walk) make(m *maker, t *plan.Target, view any, why Reason, sum *uint64) (diag.List, error) {
	switch {
	case t.Copy != "":
		return w.copy(m, t, sum)
	case t.Picture != nil:
		return nil, w.keepCopy(m, t, sum)
	case t.Asset:
		return nil, w.put(m, t.Path, m.assets[t.Path], sum)
	case t.Poster: // its path is the digest of all that it shows, and to draw it takes long
		digest := strings.TrimSuffix(path.Base(t.Path), path.Ext(t.Path))
		intact := func(data []byte) bool { return poster.Intact(data, digest) }
		if kept, err := m.sink.Keep(t.Path, intact); kept || err != nil {
			return nil, err
		}
	}
	// To pack a book takes longer than to look into one; where it shows something else, that is in vain.
	if h, is := view.(interface{ HeldBy(file []byte) bool }); is && why != View {
		if kept, err := w.keep(m, t.Path, sum, h.HeldBy); kept || err != nil {
			return nil, err
		}
	}
	if !w.config.Again && render.IsTable(view) { // else its rows would be kept aside for as long as somebody edits
		return nil, w.makeTable(m, t, view, sum)
	}
	b := m.buffers.Get().(*bytes.Buffer)
	defer m.buffers.Put(b)
	b.Reset()
	if p := w.renderer.Page(b, *t, view); p != nil {
		return diag.List{*p}, nil
	}
	w.noteIDs(m, t, b.Bytes())
	return nil, w.put(m, t.Path, b.Bytes(), sum)
}

// makeTable hands the folder a table, which is never whole in memory.
func (w *walk) makeTable(m *maker, t *plan.Target, view any, sum *uint64) error {
	if w.onlyLooks() {
		return render.WriteTable(io.Discard, view)
	}
	var sums memory.Sums
	roll := w.reader.Pad.Roll()
	to := bufio.NewWriterSize(io.MultiWriter(roll, &sums), 64<<10)
	if err := errors.Join(render.WriteTable(to, view), to.Flush()); err != nil {
		return err
	}
	*sum = sums.Sum()
	return m.sink.PutFile(t.Path, func() (io.ReadCloser, error) { return roll.Open(), nil })
}

// put hands a file to the folder, and says what its bytes come to, if anybody asks later.
func (w *walk) put(m *maker, path string, data []byte, sum *uint64) error {
	if w.remembers() {
		*sum = memory.Sum(data)
	}
	return m.sink.Put(path, data)
}

// putLate is put for a file that is noted already.
func (w *walk) putLate(m *maker, path string, data []byte) error {
	var sum uint64
	err := w.put(m, path, data, &sum)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sums[path] = sum
	return err
}

// keep keeps what lies in the folder, if intact finds it whole, and says what its bytes come to.
func (w *walk) keep(m *maker, path string, sum *uint64, intact func(data []byte) bool) (kept bool, err error) {
	return m.sink.Keep(path, func(data []byte) bool {
		if !intact(data) {
			return false
		}
		*sum = memory.Sum(data)
		return true
	})
}

// copy streams an input file to the folder, and says what its bytes come to. That it cannot be read
// is a fault of the file, not of the machine.
func (w *walk) copy(m *maker, t *plan.Target, sum *uint64) (diag.List, error) {
	var unreadable error
	var sums memory.Sums // the file is read to its end, the last time it is opened
	err := m.sink.PutFile(t.Path, func() (io.ReadCloser, error) {
		f, err := w.config.Root.Open(t.Copy)
		if unreadable = err; err != nil {
			return nil, err
		}
		sums = memory.Sums{}
		return summed{io.TeeReader(f, &sums), f}, nil
	})
	*sum = sums.Sum()
	if unreadable != nil {
		p := diag.At(diag.Place{File: t.Copy}, "file-unreadable", diag.Reason(unreadable))
		return diag.List{p}, nil
	}
	return nil, err
}

// summed is a file that is read through a reader.
type summed struct {
	io.Reader
	io.Closer
}

// mostPixels is how many bytes pictures may take that are read at the same time. One alone may take more.
const mostPixels = 224 << 20

// keepCopy keeps a copy of a picture that lies in the folder already, or notes it to be made with the other copies: a
// picture is read once for all.
func (w *walk) keepCopy(m *maker, t *plan.Target, sum *uint64) (err error) {
	kept := false
	if !w.onlyLooks() {
		intact := func(data []byte) bool { return picture.Intact(data, t.Picture.Copy.Name) }
		kept, err = w.keep(m, t.Path, sum, intact)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if !kept {
		m.copies[t.Picture.File] = append(m.copies[t.Picture.File], t)
	}
	return err
}

// onlyLooks says that there is no folder to make copies for: pictures are read to see whether they can be.
func (w *walk) onlyLooks() bool { return w.config.Out == "" && w.config.Beside == "" }

// sources returns the copies that are still to be made, those of one picture together.
func (m *maker) sources() [][]*plan.Target {
	var list [][]*plan.Target
	for _, file := range slices.Sorted(maps.Keys(m.copies)) {
		list = append(list, m.copies[file])
	}
	return list
}

// makeCopies makes copies of one picture.
func (w *walk) makeCopies(m *maker, copies []*plan.Target) (diag.List, error) {
	x := copies[0].Picture
	taken := min(x.Info.Memory, mostPixels)
	if err := m.memory.Acquire(context.Background(), taken); err != nil {
		return nil, err
	}
	defer m.memory.Release(taken)
	at := diag.Place{File: x.File}
	data, err := fs.ReadFile(w.config.Root, x.File)
	if err != nil {
		return diag.List{diag.At(at, "file-unreadable", diag.Reason(err))}, nil
	}
	source, problem := picture.Read(at, data)
	if problem == nil && source.Digest != x.Info.Digest {
		w.changing.Store(&x.File)
		return nil, nil
	}
	var opened *picture.Picture
	if problem == nil {
		opened, problem = source.Open(at)
	}
	if problem != nil {
		return diag.List{*problem}, nil
	}
	if w.onlyLooks() {
		return nil, nil
	}
	slices.SortFunc(copies, func(a, b *plan.Target) int { return b.Picture.Copy.Width - a.Picture.Copy.Width })
	for _, t := range copies {
		if err := w.over(); err != nil {
			return nil, err
		}
		if err := w.putLate(m, t.Path, opened.Copy(t.Picture.Copy)); err != nil {
			return nil, err
		}
	}
	return nil, nil
}
