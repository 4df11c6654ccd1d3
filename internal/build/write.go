package build

import (
	"errors"
	"path"
	"slices"

	"blandongan/internal/diag"
	"blandongan/internal/output"
)

// write renders what changed into the output folder's stage and, when all went
// well, publishes it.
func (w *walk) write() error {
	if w.config.Out == "" {
		return w.compare()
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

// compare makes everything and writes nothing. It tells what lies otherwise in the
// folder to compare with, if there is one.
func (w *walk) compare() error {
	if w.config.Beside == "" {
		_, err := w.stage(nowhere{})
		return err
	}
	c, err := output.Compare(w.config.Beside)
	if err != nil {
		return err
	}
	_, err = w.stage(c)
	other, closed := c.Other()
	w.report.Other = other
	return errors.Join(err, closed)
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
	clear(w.renamed)
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
	if w.folder != nil && w.folder.AsLeft() {
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
	w.report.Blocked = true
	for _, p := range foreign.Paths {
		w.say(diag.List{diag.At(diag.Place{File: path.Join(foreign.Dir, p)}, "foreign-file").WithHint("move-away")})
	}
	return nil
}
