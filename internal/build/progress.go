package build

import (
	"errors"

	"blandongan/internal/build/progress"
	"blandongan/internal/plan"
)

// ErrStopped says that a build ended before its time, because Config.Stop said so. The output
// folder is what it was; the Builder is only to be closed.
var ErrStopped = errors.New("the build was stopped")

// Progress says how far the build is that goes on. Unlike all else of a Builder it may be asked
// meanwhile, from any goroutine.
func (b *Builder) Progress() progress.Progress { return b.counter.Progress() }

// each does things as progress.Each does, until the build is over.
func (w *walk) each(n int, do func(int)) {
	progress.Each(n, func(i int) {
		if w.over() == nil {
			do(i)
		}
	})
}

// eachOf is each for the things of a step.
func (w *walk) eachOf(step progress.Step, n int, do func(int)) {
	c := w.counter.Begin(step, n, n)
	w.each(n, func(i int) {
		do(i)
		c.Count(true)
	})
}

// isStopped says whether Config.Stop says so.
func (b *Builder) isStopped() bool {
	select {
	case <-b.config.Stop:
		return true
	default:
		return false
	}
}

// over says why the build is to end before its time, if it is: stopped, or met by a change of a file since we looked.
func (w *walk) over() error {
	switch {
	case w.isStopped():
		return ErrStopped
	case w.changing.Load() != nil:
		return ErrGivenUp
	}
	return nil
}

// isPage says whether a target is a page that visitors read.
func isPage(t *plan.Target) bool { return t.Template != "" && t.Frame != plan.NoFrame }

// countPages counts those among targets.
func countPages(targets []plan.Target) (n int) {
	for i := range targets {
		if isPage(&targets[i]) {
			n++
		}
	}
	return n
}
