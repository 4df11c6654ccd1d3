package dev

import (
	"errors"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watch begins to listen, or to go round where the system does not let us.
func (r *runner) watch() {
	n, err := r.config.system()
	if err != nil {
		r.poll(Limit)
		return
	}
	r.watcher = newWatcher(r.config.Root, r.config.Out, n)
	_, err = r.watcher.sync()
	r.granted(err)
}

// granted takes a refusal of watches for what it is.
func (r *runner) granted(err error) {
	if err != nil {
		r.poll(Limit)
	}
}

// hear takes an event.
func (r *runner) hear(e fsnotify.Event, ok bool) {
	if !ok {
		r.deaf()
		return
	}
	if r.watcher.canary != "" && filepath.Dir(e.Name) == r.watcher.canary {
		r.canary = time.Time{}
		r.forgetCanary()
		return
	}
	if !r.watcher.rings(e) {
		return
	}
	r.lastBell, r.suspect = time.Now(), time.Time{}
	r.ring(Bell)
	if e.Has(fsnotify.Create) {
		r.granted(r.watcher.grow(e.Name))
	}
}

// stumble takes a fault of listening. After an overflow nobody knows what was
// missed, not even the list of watches: we begin anew, and look.
func (r *runner) stumble(err error, ok bool) {
	if !ok {
		r.deaf()
		return
	}
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		r.poll(Mute)
	}
	_ = r.watcher.notify.Close()
	r.watcher = nil
	r.canary, r.asked = time.Time{}, false // the new one is asked again
	r.watch()
	r.lastBell = time.Now()
	r.ring(Bell)
}

// deaf goes on without events.
func (r *runner) deaf() {
	r.watcher, r.canary = nil, time.Time{}
	r.poll(Mute)
}

// askCanary rewrites a file of ours. The site most often lies on the same file
// system: if that does not tell us of this, it tells us of nothing. Before the first build
// that writes there is nothing to touch.
func (r *runner) askCanary() {
	if r.watcher == nil || r.polling || r.asked {
		return
	}
	dir, err := r.config.Builder.Touch()
	if err != nil || r.watcher.notify.Add(dir) != nil {
		return
	}
	r.asked = true
	r.watcher.canary = dir
	if _, err := r.config.Builder.Touch(); err != nil {
		r.forgetCanary()
		return
	}
	r.canary = time.Now().Add(time.Second)
}

func (r *runner) forgetCanary() {
	if r.watcher != nil && r.watcher.canary != "" {
		_ = r.watcher.notify.Remove(r.watcher.canary)
		r.watcher.canary = ""
	}
}

// The pace of looking. A glance may cost a hundredth of the time where we
// listen, a twentieth where we cannot.
const (
	pollPace   = 500 * time.Millisecond
	patrolPace = 10 * time.Second
)

func (r *runner) pace() time.Duration {
	if r.polling {
		return max(pollPace, 20*r.glance.took)
	}
	return max(patrolPace, 100*r.glance.took)
}

// poll begins to go round, and says so once.
func (r *runner) poll(why Reason) {
	if r.polling {
		return
	}
	r.polling, r.unsaid = true, why
	r.nextLook = time.Time{}
	if r.last != nil {
		r.sayPolling()
	}
}

func (r *runner) sayPolling() {
	if r.unsaid != "" {
		r.config.Tell(&Polling{r.unsaid, r.board.now().lang})
		r.unsaid = ""
	}
}

// compare takes a glance. What looks different is a bell. When no other rang
// since before the last glance, and none does within a second, bells are not to
// be trusted.
func (r *runner) compare(g glance) {
	r.looking = false
	before := r.glance
	r.glance = g
	r.nextLook = time.Now().Add(r.pace())
	switch {
	case before.sum == g.sum:
	case r.polling:
		r.ring(Bell)
	case r.lastBell.Before(before.began):
		r.suspect = time.Now().Add(time.Second)
		r.ring(Bell)
	default:
		r.ring(Patrol)
	}
}
