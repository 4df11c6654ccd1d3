package build

import (
	"errors"
	"sync/atomic"

	"blandongan/internal/plan"
)

// ErrStopped says that a build ended before its time, because Config.Stop said so. The output
// folder is what it was; the Builder is only to be closed.
var ErrStopped = errors.New("the build was stopped")

// Step is what a build is doing.
type Step string

// The steps, in their order. Of Planning and Writing nobody can tell how far they are.
const (
	Reading    Step = "reading"    // what is written
	Inspecting Step = "inspecting" // photos, and files that pages lead to
	Planning   Step = "planning"   // what there will be
	Making     Step = "making"     // pages, with the files that belong to them
	Copying    Step = "copying"    // photos, in the sizes of screens
	Writing    Step = "writing"    // the output folder
	Looking    Step = "looking"    // at texts, as the editors' desk does
)

// Progress is how far a build is.
type Progress struct {
	Step Step
	// Done of Of things are done in this step; both are 0 where that cannot be counted.
	Done, Of int
	// Share is the part of the step's work that is done, from 0 to 1: of pages, with their other
	// files.
	Share float64
}

// counted is a step that is being done. Several goroutines count.
type counted struct {
	step       Step
	of, work   int
	done, took atomic.Int64
}

// Progress says how far the build is that goes on. Unlike all else of a Builder it may be asked
// meanwhile, from any goroutine.
func (b *Builder) Progress() Progress {
	c := b.counted.Load()
	if c == nil {
		return Progress{Step: Reading}
	}
	p := Progress{Step: c.step, Done: int(c.done.Load()), Of: c.of}
	if c.work > 0 {
		p.Share = float64(c.took.Load()) / float64(c.work)
	}
	return p
}

// begin says what the build is doing from now on: of things, which are so much work.
func (b *Builder) begin(step Step, of, work int) *counted {
	c := &counted{step: step, of: of, work: work}
	b.counted.Store(c)
	return c
}

// count notes that a piece of the work is done, and whether it was one of the things.
func (c *counted) count(isThing bool) {
	c.took.Add(1)
	if isThing {
		c.done.Add(1)
	}
}

// each does things as the function each does, until the build is stopped.
func (w *walk) each(n int, do func(int)) {
	each(n, func(i int) {
		if !w.isStopped() {
			do(i)
		}
	})
}

// eachOf is each for the things of a step.
func (w *walk) eachOf(step Step, n int, do func(int)) {
	c := w.begin(step, n, n)
	w.each(n, func(i int) {
		do(i)
		c.count(true)
	})
}

// isStopped says whether the build is to end before its time.
func (b *Builder) isStopped() bool {
	select {
	case <-b.config.Stop:
		return true
	default:
		return false
	}
}

// stopped is ErrStopped if it is.
func (b *Builder) stopped() error {
	if b.isStopped() {
		return ErrStopped
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
