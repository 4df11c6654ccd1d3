package dev

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// runner is the one goroutine that decides when to look, and tells what came
// of it. Builds and glances run beside it, one of each at a time.
type runner struct {
	config Config
	board  *board
	url    func(prefix string) string
	taken  string
	told   string // the address as last told

	watcher *watcher // nil while the system gives us none
	polling bool

	quiet    quiet
	cause    Cause
	lastBell time.Time
	building bool
	built    chan *Built
	last     *Built    // as told
	held     *Built    // not told yet: a save may be half done
	release  time.Time // when it is told
	failures int
	retry    time.Time
	began    bool  // a build came to its end
	refused  error // another process works in our output folder, and did before us

	looking  bool
	looked   chan glance
	glance   glance
	nextLook time.Time
	suspect  time.Time // when we give up on bells, if none rings until then
	unsaid   Reason    // why we poll, while we do not know the language yet

	asked  bool      // the canary
	canary time.Time // by when we must have heard it; zero when we did, or have none
}

func newRunner(c Config, b *board, url func(string) string, taken string) *runner {
	if c.system == nil {
		c.system = newSystem
	}
	return &runner{
		config: c, board: b, url: url, taken: taken,
		built: make(chan *Built, 1), looked: make(chan glance, 1),
	}
}

func (r *runner) run(ctx context.Context) error {
	root, err := filepath.Abs(r.config.Root)
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		return err
	}
	r.config.Root = root
	if out, err := filepath.Abs(r.config.Out); err == nil {
		r.config.Out = out
	}
	r.watch()
	// Before the build reads: what changes from here on looks different later.
	r.glance = look(r.config.Root)
	r.nextLook = time.Now().Add(r.pace())
	r.build(Start)
	for ctx.Err() == nil && r.refused == nil {
		r.step(ctx)
	}
	return errors.Join(r.refused, r.leave())
}

// step waits for one thing to happen, and does what it calls for.
func (r *runner) step(ctx context.Context) {
	timer := time.NewTimer(time.Until(r.next()))
	defer timer.Stop()
	var events <-chan fsnotify.Event
	var troubles <-chan error
	if r.watcher != nil {
		events, troubles = r.watcher.notify.Events(), r.watcher.notify.Errors()
	}
	select {
	case <-ctx.Done():
		return
	case e, ok := <-events:
		r.hear(e, ok)
	case err, ok := <-troubles:
		r.stumble(err, ok)
	case b := <-r.built:
		r.finish(b)
		r.sync(b.Cause)
	case g := <-r.looked:
		r.compare(g)
	case <-timer.C:
	}
	r.act(time.Now())
}

// act does what it is time for.
func (r *runner) act(now time.Time) {
	if !r.canary.IsZero() && !now.Before(r.canary) {
		r.canary = time.Time{}
		r.forgetCanary()
		r.poll(Mute)
	}
	if !r.suspect.IsZero() && !now.Before(r.suspect) {
		r.suspect = time.Time{}
		r.poll(Mute)
	}
	if !r.looking && !now.Before(r.nextLook) {
		r.looking = true
		go func() { r.looked <- look(r.config.Root) }()
	}
	if r.building {
		return
	}
	if _, rang := r.quiet.due(); r.held != nil && !rang && !now.Before(r.release) {
		r.tell(r.held)
	}
	switch {
	case r.quiet.over(now):
		r.build(r.cause)
	case !r.retry.IsZero() && !now.Before(r.retry):
		r.build(Again)
	case r.due(now):
		r.build(Hour)
	}
}

// due says whether the site changes by now through time alone.
func (r *runner) due(now time.Time) bool {
	return r.last != nil && !r.last.Report.Due.IsZero() && r.failures == 0 && !r.config.Now().Before(r.last.Report.Due)
}

// next is when there will be something to do, if nothing happens before. A
// clock may be set, and a machine sleep: once a minute we look at it again.
func (r *runner) next() time.Time {
	now := time.Now()
	at := now.Add(time.Minute)
	earlier := func(t time.Time) {
		if !t.IsZero() && t.Before(at) {
			at = t
		}
	}
	earlier(r.canary)
	earlier(r.suspect)
	if !r.looking {
		earlier(r.nextLook)
	}
	if r.building {
		return at
	}
	if t, rang := r.quiet.due(); rang {
		earlier(t)
	} else if r.held != nil {
		earlier(r.release)
	}
	earlier(r.retry)
	if r.last != nil && !r.last.Report.Due.IsZero() {
		// Never at once again: a clock that stands still would have us spin.
		earlier(now.Add(max(r.last.Report.Due.Sub(r.config.Now()), time.Second)))
	}
	return at
}

// ring asks for a look.
func (r *runner) ring(cause Cause) {
	r.quiet.ring(time.Now())
	if r.cause == "" || cause == Bell {
		r.cause = cause
	}
}

// build starts a build.
func (r *runner) build(cause Cause) {
	r.building, r.cause, r.retry = true, "", time.Time{}
	b, now := r.config.Builder, r.config.Now()
	go func() {
		start := time.Now()
		report, problems, err := b.Build(now)
		r.built <- &Built{Report: report, Problems: problems, Err: err, Took: time.Since(start), Cause: cause}
	}()
}

// sync sets the watches right after a build, when nobody waits any more. What is
// found in a folder that was not watched may be newer than what the build read,
// so it rings.
func (r *runner) sync(cause Cause) {
	if r.watcher == nil || cause == Start {
		return
	}
	found, err := r.watcher.sync()
	r.granted(err)
	if found {
		r.ring(Patrol)
	}
}

// grace is how long a running build may go on when we are to end. One that
// takes longer is left alone: the output folder is whole at every moment.
const grace = 250 * time.Millisecond

func (r *runner) leave() error {
	var errs []error
	if r.watcher != nil {
		errs = append(errs, r.watcher.notify.Close())
	}
	end := time.After(grace)
	for r.looking || r.building {
		select {
		case <-r.looked:
			r.looking = false
		case <-r.built:
			r.building = false
		case <-end:
			return errors.Join(errs...)
		}
	}
	return errors.Join(append(errs, r.config.Builder.Close())...)
}
