package dev

import (
	"errors"
	"path/filepath"
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

// event takes an event of the watched folders: a doorbell, not a letter. It asks for a
// build, which looks at all there is.
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
	if !r.watcher.matters(e) {
		return
	}
	r.lastEvent, r.eventDue = time.Now(), time.Time{}
	r.request(Saved)
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
	r.request(Saved)
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
