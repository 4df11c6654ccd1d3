package dev

import (
	"errors"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watch begins to watch, or to poll where the system does not let us.
func (r *runner) watch() {
	n, err := r.config.system()
	if err != nil {
		r.poll(NoWatches)
		return
	}
	r.watcher = newWatcher(r.config.Root, r.config.Out, n)
	_, err = r.watcher.sync()
	r.pollIfRefused(err)
}

// pollIfRefused polls when the system grants no more watches.
func (r *runner) pollIfRefused(err error) {
	if err != nil {
		r.poll(NoWatches)
	}
}

// event takes an event of the watched folders. It asks for a build.
func (r *runner) event(e fsnotify.Event, ok bool) {
	if !ok {
		r.eventsEnded()
		return
	}
	if r.watcher.probe != "" && filepath.Dir(e.Name) == r.watcher.probe {
		r.probeDue = time.Time{}
		r.endProbe()
		return
	}
	file, matters := r.watcher.matters(e)
	if !matters {
		return
	}
	r.lastEvent, r.eventDue = time.Now(), time.Time{}
	r.request(Saved, file)
	if e.Has(fsnotify.Create) {
		r.pollIfRefused(r.watcher.grow(e.Name))
	}
}

// watchFailed takes a fault of watching. After an overflow nobody knows what was
// missed, not even the list of watches: we watch anew, and build.
func (r *runner) watchFailed(err error, ok bool) {
	if !ok {
		r.eventsEnded()
		return
	}
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		r.poll(NoEvents)
	}
	_ = r.watcher.notify.Close()
	r.watcher = nil
	r.probeDue, r.probed = time.Time{}, false // the new watcher is probed too
	r.watch()
	r.lastEvent = time.Now()
	r.request(Saved, "")
}

// eventsEnded goes on without events.
func (r *runner) eventsEnded() {
	r.watcher, r.probeDue = nil, time.Time{}
	r.poll(NoEvents)
}

// sendProbe rewrites a file of ours, to see whether an event comes. The site most often
// lies on the same file system: if that says nothing of this change, it says nothing of
// any. Before the first build that writes there is nothing to rewrite.
func (r *runner) sendProbe() {
	if r.watcher == nil || r.polling || r.probed {
		return
	}
	dir, err := r.config.Builder.Touch()
	if err != nil || r.watcher.notify.Add(dir) != nil {
		return
	}
	r.probed = true
	r.watcher.probe = dir
	if _, err := r.config.Builder.Touch(); err != nil {
		r.endProbe()
		return
	}
	r.probeDue = time.Now().Add(time.Second)
}

func (r *runner) endProbe() {
	if r.watcher != nil && r.watcher.probe != "" {
		_ = r.watcher.notify.Remove(r.watcher.probe)
		r.watcher.probe = ""
	}
}

// poll begins to build by snapshots alone, and says so once.
func (r *runner) poll(why Reason) {
	if r.polling {
		return
	}
	r.polling, r.unprinted = true, why
	r.nextSnapshot = time.Time{}
	if r.last != nil {
		r.printPolling()
	}
}

func (r *runner) printPolling() {
	if r.unprinted != "" {
		r.config.Print(&Polling{r.unprinted, r.latest.now().lang})
		r.unprinted = ""
	}
}

// How long to wait for quiet.
const (
	shortestWait = 5 * time.Millisecond   // after a single event
	longestWait  = 200 * time.Millisecond // at most, after the last event of many
	longestDelay = 2 * time.Second        // at most, after the first
)

// debounce decides when enough events came. It waits as long again as they have been
// coming: after a lone save next to nothing, and a checkout of thousands of files is not
// taken for finished at its first pause.
type debounce struct{ first, last time.Time }

// add takes an event.
func (d *debounce) add(now time.Time) {
	if d.first.IsZero() {
		d.first = now
	}
	d.last = now
}

// due returns when to build, and whether any event came at all.
func (d *debounce) due() (at time.Time, any bool) {
	if d.first.IsZero() {
		return time.Time{}, false
	}
	at = d.last.Add(min(max(d.last.Sub(d.first), shortestWait), longestWait))
	if end := d.first.Add(longestDelay); at.After(end) {
		at = end
	}
	return at, true
}

// over says whether it is time, and if so begins anew.
func (d *debounce) over(now time.Time) bool {
	at, any := d.due()
	if !any || now.Before(at) {
		return false
	}
	*d = debounce{}
	return true
}

// letters are the files that events told of since the last build began: a build that looks at
// these alone shows a save before it has looked at ten thousand others. Nothing depends on
// them. A build that trusted them is followed by one that looks at all there is.
type letters struct {
	files   []string
	unknown bool      // something was changed, and nobody said what
	look    time.Time // by when all is to be looked at; zero when nothing was taken on trust
}

// A save that comes before the look is seen first; but no later than this after the first build
// that trusted letters, the next build looks at all.
const (
	trust       = 250 * time.Millisecond
	mostLetters = 20 // of more, most are of a program that changes many
)

// add takes a letter; "" is one that does not say of what.
func (l *letters) add(file string) {
	switch {
	case file == "" || len(l.files) > mostLetters:
		l.unknown = true
	case !slices.Contains(l.files, file):
		l.files = append(l.files, file)
	}
}

// take returns the files that the build which begins now may trust to be all that changed; none
// when it is to look at all there is.
func (l *letters) take(now time.Time) (files []string) {
	if !l.unknown && !l.over(now) && len(l.files) <= mostLetters {
		files = l.files
	}
	l.files, l.unknown = nil, false
	if files == nil {
		l.look = time.Time{}
	}
	return files
}

// trusted takes the end of a build.
func (l *letters) trusted(was bool) {
	if was && l.look.IsZero() {
		l.look = time.Now().Add(trust)
	}
}

// over says that all is to be looked at now.
func (l *letters) over(now time.Time) bool { return !l.look.IsZero() && !now.Before(l.look) }
