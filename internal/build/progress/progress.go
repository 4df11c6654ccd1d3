// Package progress does many things at once, and counts how far a build is, for whoever waits for it.
package progress

import (
	"runtime"
	"sync"
	"sync/atomic"
)

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

// Counter counts what is done of the step that a build is in. The zero value is in none. It may be
// asked from any goroutine.
type Counter struct{ step atomic.Pointer[Counted] }

// Counted is a step that is being done. Several goroutines count.
type Counted struct {
	step       Step
	of, work   int
	done, took atomic.Int64
}

// Progress says how far the build is.
func (c *Counter) Progress() Progress {
	s := c.step.Load()
	if s == nil {
		return Progress{Step: Reading}
	}
	p := Progress{Step: s.step, Done: int(s.done.Load()), Of: s.of}
	if s.work > 0 {
		p.Share = float64(s.took.Load()) / float64(s.work)
	}
	return p
}

// Begin says what the build is doing from now on: of things, which are so much work.
func (c *Counter) Begin(step Step, of, work int) *Counted {
	s := &Counted{step: step, of: of, work: work}
	c.step.Store(s)
	return s
}

// Count notes that a piece of the work is done, and whether it was one of the things.
func (s *Counted) Count(isThing bool) {
	s.took.Add(1)
	if isThing {
		s.done.Add(1)
	}
}

// Each calls do(0) … do(n-1), as many at a time as there are processors.
func Each(n int, do func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}
