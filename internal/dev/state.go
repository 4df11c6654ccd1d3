package dev

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"blandongan/internal/build"
	"blandongan/internal/diag"
)

// state is all that the server knows besides the output folder. It is never
// changed, only replaced.
type state struct {
	number  int               // of states before
	prefix  string            // path of the base URL: "/" or "/kota/"
	former  []string          // prefixes it had before
	moved   map[string]string // file that is gone → where the same thing lies now, or ""
	built   bool              // a build of ours succeeded
	overlay *overlay          // what keeps the last build from showing
	desk    *desk             // what to tell on demand, nil before the first build
	early   map[string]early  // files that a build made which still goes on
	known   map[string]landed // files that were such once, and lie in the output folder
	lang    diag.Language
}

// latestState holds the newest state. The builder sets it, and whoever shows it waits
// for the next: a channel is closed then, so that nobody who reads late misses any.
type latestState struct {
	mu      sync.Mutex
	state   state
	changed chan struct{} // closed when the state is no longer so
}

func newLatestState() *latestState {
	return &latestState{state: state{prefix: "/", lang: diag.Indonesian}, changed: make(chan struct{})}
}

// read returns the state and a channel that is closed when it is no longer so.
func (l *latestState) read() (state, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state, l.changed
}

func (l *latestState) now() state {
	s, _ := l.read()
	return s
}

func (l *latestState) update(change func(state) state) {
	l.mu.Lock()
	defer l.mu.Unlock()
	number := l.state.number + 1
	l.state = change(l.state)
	l.state.number = number
	close(l.changed)
	l.changed = make(chan struct{})
}

// after returns the state that a build leads to. A failed one leaves the site
// where it is, unless we never knew where that was.
func (s state) after(b *Built) state {
	s.lang = b.Language
	failed := failed(b)
	if s.overlay = nil; failed {
		s.overlay = newOverlay(b)
	}
	if prefix, err := url.PathUnescape(b.Report.Prefix); err == nil && prefix != "" && (!failed || !s.built) {
		s = s.at(prefix)
	}
	if !failed {
		s.built, s.desk = true, newDesk(s.desk, b)
		s.moved = moves(s.moved, b.Report)
	}
	return s
}

// at moves the site to another prefix. Tabs may still be at the old one, if
// there ever was anything to see.
func (s state) at(prefix string) state {
	if prefix == s.prefix {
		return s
	}
	var former []string
	for _, f := range append([]string{s.prefix}, s.former...) {
		if f != prefix && s.built && !slices.Contains(former, f) {
			former = append(former, f)
		}
	}
	// The longest first: each lies below "/".
	slices.SortFunc(former, func(a, b string) int { return len(b) - len(a) })
	s.prefix, s.former = prefix, former
	return s
}

// moves adds what a build moved and forgets what came back. A thing that moves
// twice is followed to where it is.
func moves(old map[string]string, r build.Report) map[string]string {
	if len(r.Gone) == 0 && len(old) == 0 {
		return nil
	}
	moved := make(map[string]string, len(old)+len(r.Gone))
	for from, to := range old {
		if next, ok := r.Gone[to]; ok && to != "" {
			to = next
		}
		moved[from] = to
	}
	for from, to := range r.Gone {
		moved[from] = to
	}
	for _, path := range r.Changed {
		delete(moved, path)
	}
	return moved
}

// pageAt returns the file of the page at an address.
func (s state) pageAt(address string) string {
	rest, _, _ := s.inside(address)
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	return rest
}

// inside returns the path below the site's prefix, or where else to ask when it
// is the prefix without its slash, the root, or below a prefix of before.
func (s state) inside(path string) (rest, elsewhere string, ok bool) {
	if rest, ok := strings.CutPrefix(path, s.prefix); ok {
		return rest, "", true
	}
	if path == "/" || path+"/" == s.prefix {
		return "", s.prefix, true
	}
	for _, f := range s.former {
		if rest, ok := strings.CutPrefix(path, f); ok {
			return "", s.prefix + rest, true
		}
	}
	return "", "", false
}
