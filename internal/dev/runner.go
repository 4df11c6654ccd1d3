package dev

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"

	"blandongan/internal/build"
)

// runner is the one goroutine that decides when to build, and shows what came of it.
// Builds and snapshots run beside it, one of each at a time.
type runner struct {
	config Config
	latest *latestState
	url    func(prefix string) string
	taken  string

	printedURL string // the address as last printed

	watcher *watcher // nil while the system gives us none
	polling bool

	letters   letters
	debounce  debounce
	cause     Cause
	lastEvent time.Time
	building  bool
	built     chan *Built
	last      *Built    // as shown
	unshown   *Built    // a failed one that waits: a save may be half done
	showAt    time.Time // until then
	failures  int
	retry     time.Time
	began     bool        // a build came to its end
	enough    atomic.Bool // the running build is to be given up
	givenUp   time.Time   // when builds began to be, since one came to its end
	edited    []string    // what those saw changed
	refused   error       // another process works in our output folder, and did before us

	snapshotting bool
	snapshots    chan snapshot
	snapshot     snapshot // the newest
	nextSnapshot time.Time
	// eventDue is when we give up on events if none comes until then: a snapshot
	// differed, and no event had said so.
	eventDue  time.Time
	unprinted Reason // why we poll, while we do not know the language yet

	rest time.Time // when there will have been nothing to do for a while; zero when that is over

	probed   bool      // a probe was sent
	probeDue time.Time // by when its event must come; zero when it came, or none is awaited
}

func newRunner(c Config, s *latestState, url func(string) string, taken string) *runner {
	if c.system == nil {
		c.system = newSystem
	}
	return &runner{
		config: c, latest: s, url: url, taken: taken,
		built: make(chan *Built, 1), snapshots: make(chan snapshot, 1),
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
	// Before the build reads: what changes from here on differs in a later snapshot.
	r.snapshot = takeSnapshot(r.config.Root)
	r.nextSnapshot = time.Now().Add(r.pace())
	r.build(Started)
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
	var failures <-chan error
	if r.watcher != nil {
		events, failures = r.watcher.notify.Events(), r.watcher.notify.Errors()
	}
	select {
	case <-ctx.Done():
		return
	case e, ok := <-events:
		r.event(e, ok)
	case err, ok := <-failures:
		r.watchFailed(err, ok)
	case b := <-r.built:
		if errors.Is(b.Err, build.ErrStopped) { // we are to end
			r.building = false
			return
		}
		r.letters.trusted(b.Report.Trusting)
		if r.finish(b); r.givenUp.IsZero() {
			r.sync(b.Cause)
		}
		if r.rest = time.Now(); b.Cause != Started {
			r.rest = r.rest.Add(quiet)
		}
	case s := <-r.snapshots:
		r.compare(s)
	case <-timer.C:
	}
	r.act(time.Now())
}

// act does what it is time for.
func (r *runner) act(now time.Time) {
	if !r.probeDue.IsZero() && !now.Before(r.probeDue) {
		r.probeDue = time.Time{}
		r.endProbe()
		r.poll(NoEvents)
	}
	if !r.eventDue.IsZero() && !now.Before(r.eventDue) {
		r.eventDue = time.Time{}
		r.poll(NoEvents)
	}
	if !r.snapshotting && !now.Before(r.nextSnapshot) {
		r.snapshotting = true
		go func() { r.snapshots <- takeSnapshot(r.config.Root) }()
	}
	if r.building {
		r.interrupt(now)
		return
	}
	if _, waits := r.debounce.due(); r.unshown != nil && !waits && !now.Before(r.showAt) {
		r.show(r.unshown)
	}
	switch _, waits := r.debounce.due(); {
	case r.debounce.over(now):
		r.build(r.cause)
	case !r.retry.IsZero() && !now.Before(r.retry):
		r.build(Retried)
	case r.due(now):
		r.build(Due)
	case r.letters.over(now):
		r.build(Noticed)
	case !waits && !r.rest.IsZero() && !now.Before(r.rest):
		if r.rest = (time.Time{}); r.config.Rest != nil {
			go r.config.Rest()
		}
	}
}

// quiet is how long after a build there must have been nothing to do.
const quiet = 2 * time.Second

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
	earlier(r.probeDue)
	earlier(r.eventDue)
	if !r.snapshotting {
		earlier(r.nextSnapshot)
	}
	if t, waits := r.debounce.due(); r.building {
		if waits && r.mayInterrupt(now) {
			earlier(t)
		}
		return at
	}
	if t, waits := r.debounce.due(); waits {
		earlier(t)
	} else {
		if earlier(r.rest); r.unshown != nil {
			earlier(r.showAt)
		}
	}
	earlier(r.retry)
	earlier(r.letters.look)
	if r.last != nil && !r.last.Report.Due.IsZero() {
		// Never at once again: a clock that stands still would have us spin.
		earlier(now.Add(max(r.last.Report.Due.Sub(r.config.Now()), time.Second)))
	}
	return at
}

// request asks for a build; file is what changed, "" where nobody knows.
func (r *runner) request(cause Cause, file string) {
	r.letters.add(file)
	r.debounce.add(time.Now())
	if r.cause == "" || cause == Saved {
		r.cause = cause
	}
}

// build starts a build.
func (r *runner) build(cause Cause) {
	r.building, r.cause, r.retry = true, "", time.Time{}
	r.enough.Store(false)
	r.config.Builder.Tell(r.letters.take(time.Now()))
	b, now := r.config.Builder, r.config.Now()
	go func() {
		start := time.Now()
		report, problems, err := b.Build(now)
		r.built <- &Built{Report: report, Problems: problems, Err: err, Took: time.Since(start), Cause: cause}
	}()
}

// sync sets the watches right after a build, when nobody waits any more. What is
// found in a folder that was not watched may be newer than what the build read,
// so it asks for another.
func (r *runner) sync(cause Cause) {
	if r.watcher == nil || cause == Started {
		return
	}
	found, err := r.watcher.sync()
	r.pollIfRefused(err)
	if found {
		r.request(Noticed, "")
	}
}

// grace is how long a running build may go on when we are to end. One that was stopped takes
// the files away that it made; one that brings the output folder to its end and takes longer is
// left alone: each file is whole at every moment.
const grace = 2 * time.Second

func (r *runner) leave() error {
	var errs []error
	if r.watcher != nil {
		errs = append(errs, r.watcher.notify.Close())
	}
	r.enough.Store(true)
	end := time.After(grace)
	for r.snapshotting || r.building {
		select {
		case <-r.snapshots:
			r.snapshotting = false
		case <-r.built:
			r.building = false
		case <-end:
			return errors.Join(errs...)
		}
	}
	return errors.Join(append(errs, r.config.Builder.Close())...)
}
