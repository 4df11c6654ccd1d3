package dev

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"

	"blandongan/internal/build"
	"blandongan/internal/diag"
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
	last     *Built
	failures int
	retry    time.Time

	looking  bool
	looked   chan glance
	glance   glance
	nextLook time.Time
	suspect  time.Time // when we give up on bells, if none rings until then
	unsaid   Reason    // why we poll, while we do not know the language yet

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
	for ctx.Err() == nil {
		r.step(ctx)
	}
	return r.leave()
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
	case g := <-r.looked:
		r.compare(g)
	case <-timer.C:
	}
	r.act(time.Now())
}

// act does what it is time for.
func (r *runner) act(now time.Time) {
	if !r.canary.IsZero() && now.After(r.canary) {
		r.canary = time.Time{}
		r.forgetCanary()
		r.poll(Mute)
	}
	if !r.suspect.IsZero() && now.After(r.suspect) {
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

// build starts a build. The watches are set right while it runs: what is found
// in a folder that was not watched may be newer than what the build read, so it
// rings again.
func (r *runner) build(cause Cause) {
	r.building, r.cause, r.retry = true, "", time.Time{}
	b, now := r.config.Builder, r.config.Now()
	go func() {
		start := time.Now()
		report, problems, err := b.Build(now)
		r.built <- &Built{Report: report, Problems: problems, Err: err, Took: time.Since(start), Cause: cause}
	}()
	if r.watcher == nil || cause == Start {
		return
	}
	found, err := r.watcher.sync()
	r.granted(err)
	if found {
		r.ring(Patrol)
	}
}

// finish tells of a build: first the streams, then the terminal.
func (r *runner) finish(b *Built) {
	r.building = false
	b.Language = r.language(b.Report)
	if b.Err != nil {
		// A full disk, or another build in the folder: it may pass unheard.
		r.retry = time.Now().Add(min(time.Second<<min(r.failures, 5), 30*time.Second))
		r.failures++
	} else {
		r.failures = 0
	}
	b.Mended = r.last != nil && failed(r.last) && !failed(b)
	if r.last == nil || !failed(b) || !sameTrouble(r.last, b) {
		r.board.post(r.board.now().after(b))
	}
	if r.newsworthy(b) {
		r.config.Tell(b)
	}
	first := r.last == nil
	r.last = b
	if url := r.url(r.board.now().prefix); url != r.told {
		r.told = url
		r.config.Tell(&Serving{URL: url, Taken: r.taken, Network: r.config.Network, Language: b.Language})
		r.taken = ""
	}
	if first {
		r.sayPolling()
		r.askCanary()
	}
}

// newsworthy says whether an author wants to hear of a build: not of one that
// nobody asked for and that changed nothing.
func (r *runner) newsworthy(b *Built) bool {
	return r.last == nil || b.Cause == Bell || b.Report.Written+b.Report.Removed > 0 || !sameTrouble(r.last, b)
}

func failed(b *Built) bool { return b.Err != nil || b.Problems.HasErrors() }

func sameTrouble(a, b *Built) bool {
	text := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	return a.Language == b.Language && text(a.Err) == text(b.Err) && slices.EqualFunc(a.Problems, b.Problems, func(p, q diag.Problem) bool {
		return p.Code == q.Code && p.Place == q.Place && p.Excerpt == q.Excerpt && p.Text(a.Language) == q.Text(a.Language)
	})
}

// language is what we speak: as asked, else as the site does, else as before.
func (r *runner) language(report build.Report) diag.Language {
	switch {
	case r.config.Language != "":
		return r.config.Language
	case report.Language != "":
		return diag.LanguageOf(report.Language)
	}
	return r.board.now().lang
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
