package build

import (
	"cmp"
	"errors"
	"path"
	"slices"

	"blandongan/internal/build/ledger"
	"blandongan/internal/build/progress"
	"blandongan/internal/build/sink"
	"blandongan/internal/diag"
	"blandongan/internal/output"
)

// write makes what changed into the output folder's stage and, when all went
// well, publishes it.
func (w *walk) write() error {
	if w.config.Out == "" {
		return w.compare()
	}
	if err := w.open(); err != nil {
		return w.foreignProblems(err)
	}
	m, err := w.makePages(w.folder)
	if err == nil && !w.problems.HasErrors() {
		w.counter.Begin(progress.Writing, 0, 0)
		err = w.commit(m)
	}
	if err != nil && err != ErrGivenUp || !w.holds() {
		return errors.Join(w.foreignProblems(err), w.forget())
	}
	if err != nil || w.problems.HasErrors() {
		w.ids = map[string][]string{} // some are of pages that were given up
		return cmp.Or(w.folder.Abandon(), err)
	}
	return nil
}

// compare makes everything and writes nothing. The report says what lies otherwise in
// the folder to compare with, if there is one.
func (w *walk) compare() error {
	if w.config.Beside == "" {
		_, err := w.makePages(sink.Nowhere{})
		return err
	}
	c, err := output.Compare(w.config.Beside)
	if err != nil {
		return err
	}
	_, err = w.makePages(c)
	other, closed := c.Other()
	w.report.Other = other
	return errors.Join(err, closed)
}

// open takes hold of the output folder, if it is not held already. One that was
// removed or replaced meanwhile is filled anew.
func (w *walk) open() error {
	if w.opened || w.folder != nil && w.folder.AsLeft() {
		return nil
	}
	if err := w.forget(); err != nil {
		return err
	}
	folder, err := output.Open(w.config.Out, output.Options{Hold: w.holds(), Remember: w.remembers()})
	w.folder, w.opened = folder, err == nil
	w.resumed = w.opened && w.recalled != nil && folder.Resume(w.recalled.known)
	w.report.Recalled = w.resumed
	return err
}

// commit publishes what was staged and remembers it.
func (w *walk) commit(m *maker) error {
	gone, index := w.dropGone(), w.indexNow()
	parts := w.dropIndex(index)
	w.folder.Describe(output.Made{Drafts: w.config.Drafts, Address: w.report.BaseURL})
	result, err := w.folder.Commit()
	if err != nil {
		return err
	}
	w.report.Written, w.report.Removed, w.report.Changed = result.Written, result.Removed, result.WrittenPaths
	w.report.Gone = w.movedTo(gone)
	for _, p := range parts {
		w.report.Gone[p] = ""
	}
	if w.config.Explain && !w.config.Again {
		w.report.Explained = explained(result, w.report.Explained)
	}
	for i := range m.pages {
		if sum, late := m.sums[m.pages[i].Path]; late {
			m.pages[i].Sum = sum
		}
	}
	w.pages.Enter(m.pages)
	for _, p := range slices.Concat(gone, parts) {
		w.pages.Strike(p)
	}
	w.last = last{w.plan.key, w.renderer.key, w.digestLinked(), w.plan.Shared, w.plan.Prefix, index, nil}
	if w.config.Again {
		w.last.targets = w.plan.Targets
	}
	clear(w.texts.Dirty)
	clear(w.reader.Renamed)
	w.unnoted, w.newer = w, nil
	if !w.built || !w.config.Again {
		w.remember(false)
	}
	return nil
}

// dropGone gives up what lies in the folder and is no target any more, and returns it.
func (w *walk) dropGone() (gone []string) {
	alike := w.last.linked == w.digestLinked()
	if w.pages.IsEmpty() || w.last.plan == w.plan.key && alike {
		return nil
	}
	linked := map[string]bool{}
	for i := range w.linked {
		linked[w.linked[i].Path] = true
	}
	drop := func(path string) {
		if t, planned := w.plan.Target(path); !linked[path] && (!planned || isKept(&t)) {
			w.folder.Drop(path)
			gone = append(gone, path)
		}
	}
	if before := w.last.targets; alike && len(before) == len(w.plan.Targets) {
		for i := range before { // most lie where they lay
			if t := &before[i]; t.Path != w.plan.Targets[i].Path && !isKept(t) {
				drop(t.Path)
			}
		}
		return gone
	}
	for f := range w.pages.All() {
		if !f.Index {
			drop(f.Path)
		}
	}
	return gone
}

// holds says whether the output folder is held after a build.
func (b *Builder) holds() bool { return b.config.Again || b.config.Hold }

// makeRoom gives up what is remembered, where a build failed because there is no room for both that and
// the site. It returns false where that would help nothing.
func (w *walk) makeRoom(err error) bool {
	return output.IsFull(err) && w.config.Out != "" && w.forget() == nil && output.Forget(w.config.Out)
}

// forget lets go of the output folder and of all that was known to lie there.
func (w *walk) forget() error {
	w.unnoted = nil
	w.pages, w.ids, w.last = &ledger.Ledger{}, map[string][]string{}, last{}
	return w.closeFolder()
}

// foreignProblems turns files in our way into problems: people put them there.
func (w *walk) foreignProblems(err error) error {
	var foreign *output.ForeignError
	if !errors.As(err, &foreign) {
		return err
	}
	w.report.Blocked = true
	for _, p := range foreign.Paths {
		at := diag.Place{File: path.Join(foreign.Dir, p)}
		w.addProblems(diag.List{diag.At(at, "foreign-file").WithHint("move-away")})
	}
	return nil
}

// Busy says whether a build failed because another one holds the output folder,
// and the number of its process, 0 when that is not known.
func Busy(err error) (process int, busy bool) {
	other, busy := errors.AsType[*output.BusyError](err)
	if !busy {
		return 0, false
	}
	return other.PID, true
}

// Unreadable says whether a build failed because nobody can tell what was built in the output
// folder, and returns the folder.
func Unreadable(err error) (dir string, is bool) {
	u, is := errors.AsType[*output.UnreadableError](err)
	if !is {
		return "", false
	}
	return u.Dir, true
}

// Half says that an error came while the output folder was being changed: some of it
// may be new and some old. It returns the folder and what the machine said.
func Half(err error) (dir string, cause error, half bool) {
	h, half := errors.AsType[*output.HalfError](err)
	if !half {
		return "", err, false
	}
	return h.Dir, h.Err, true
}
