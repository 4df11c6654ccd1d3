package publish

import (
	"context"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"blandongan/internal/publish/publishtest"
)

// visitors begins to visit; what it returns ends it.
func (p *play) visitors(n int) (end func()) {
	ctx, stop := context.WithCancel(p.t.Context())
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { p.visitor(ctx, uint64(i)) })
	}
	return func() { stop(); all.Wait() }
}

// visitor fetches random pages with all they load until the context ends, 200 a second at
// most: a publisher that waits for a dead line for long would have them take a core.
func (p *play) visitor(ctx context.Context, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 1))
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		both := p.pages.Load()
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(both[0])), func(n string) bool { return !isPage(n) })
		p.visit(names[r.IntN(len(names))], both)
	}
}

// visit fetches a page and what it loads.
func (p *play) visit(name string, both *[2]publishtest.Files) {
	status, text, err := p.fetch(name)
	if err != nil {
		return // the server is down, as far as this visitor can tell
	}
	_, stays := both[1][name]
	if status == http.StatusNotFound && (!stays || p.pages.Load() != both) {
		return
	}
	words, ok := isWhole(text)
	if status != http.StatusOK || !ok {
		p.t.Errorf("%s: status %d, %d bytes, whole: %v", name, status, len(text), ok)
		return
	}
	for _, loads := range words[2:] {
		status, asset, err := p.fetch(loads)
		if err != nil {
			return
		}
		_, ok := isWhole(asset)
		if status == http.StatusOK && ok && (!hashed(loads) || strings.Contains(loads, digestOfText(asset)[:8])) {
			continue
		}
		if again, _, err := p.fetch(name); status == http.StatusNotFound &&
			(err != nil || again == http.StatusNotFound) && !hashed(loads) {
			return // the page was withdrawn with its picture
		}
		p.t.Errorf("%s loads %s: status %d, whole: %v", name, loads, status, ok)
	}
	p.visits.Add(1)
}

// hashed says that a file's name bears its digest.
func hashed(name string) bool { return strings.HasPrefix(name, "aset/") }

// fetch gets a file. Where there are releases it takes note of it, for check.
func (a *arena) fetch(name string) (status int, body string, err error) {
	if a.shown == nil {
		status, body, err = a.get(name)
		a.fetches.Add(1)
		return status, body, err
	}
	f := fetched{name: name, begun: a.known()}
	f.first = a.shown()
	status, body, err = a.get(name)
	f.last = a.shown()
	f.ended = a.known()
	a.fetches.Add(1)
	if err == nil && status == http.StatusOK && !hashed(name) {
		f.digest = digestOfText(body)
		a.mu.Lock()
		defer a.mu.Unlock()
		a.seen = append(a.seen, f)
	}
	return status, body, err
}

// fetched is a file that a visitor got, with the releases that were shown before
// and after, and how many had been by then, as far as we knew.
type fetched struct {
	name, digest string
	first, last  string
	begun, ended int
}

// release is one that was shown for a while, with the digests of its site.
type release struct {
	name    string
	digests map[string]string
}

func (a *arena) known() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.history)
}

// learn is told, after each run, which site is shown if another release is shown
// than before.
func (a *arena) learn(site publishtest.Files) {
	if a.shown == nil {
		return
	}
	now := release{a.shown(), map[string]string{}}
	a.mu.Lock()
	defer a.mu.Unlock()
	if n := len(a.history); n > 0 && a.history[n-1].name == now.name {
		return
	}
	for name, text := range site {
		now.digests[name] = digestOfText(text)
	}
	a.history = append(a.history, now)
	for name := range a.sites {
		if _, err := os.Stat(filepath.Join(a.job.Dir, name)); err != nil {
			delete(a.sites, name) // pruned
		}
	}
	a.sites[now.name] = site
}

// check checks that each file which visitors got is that of a release which was
// shown while they got it.
func (a *arena) check() {
	if a.shown == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, f := range a.seen {
		from, to := max(f.begun-1, 0), min(f.ended, len(a.history)-1)
		for from < to && a.history[from].name != f.first {
			from++
		}
		for to > from && a.history[to].name != f.last {
			to--
		}
		if !slices.ContainsFunc(a.history[from:to+1], func(r release) bool { return r.digests[f.name] == f.digest }) {
			a.t.Errorf("%s is not that of %s, nor of what followed until %s", f.name, f.first, f.last)
		}
	}
	a.seen = nil
}
