// Package tabs keeps book of the tabs in which somebody looks at pages, for dev.
//
// It owns how many streams may be open and which of them rests, what tabs show, and whether those
// that were told to load a page have done so. It speaks no HTTP and knows no page. It may be used by
// several at once.
package tabs

import (
	"slices"
	"sync"
	"time"
)

// Browsers open six connections to a server at most, and each visible tab keeps
// one. A fifth stream of one browser sends the oldest to rest: that tab asks
// again when somebody turns to it, and pages always find a connection free.
//
// A stream is an author's when a browser on this machine says that a page of ours opened
// it. The others, programs and visitors from the network, have places of their own, so
// that no number of them shuts the author out; and among the author's the newest, which is
// the tab that is looked at, is always let in.
const (
	PerBrowser     = 4
	ownStreams     = 100
	foreignStreams = 100
)

// Tabs are those that are open.
type Tabs struct {
	mu      sync.Mutex
	foreign int
	own     []*Stream // in the order of their opening
	open    map[string][]*Stream
	sent    pagesSent
	told    map[string]int // pages that tabs were told to load, and have not loaded
	// late are those that were awaited in vain, until they are loaded: a browser loads nothing in a tab that is hidden.
	late map[string]bool
	news chan struct{} // that a tab was compared, or has loaded
}

// New returns the book of none.
func New() *Tabs {
	return &Tabs{open: map[string][]*Stream{}, told: map[string]int{}, late: map[string]bool{},
		news: make(chan struct{}, 1)}
}

// Stream is one tab's, from its opening to its end.
type Stream struct {
	browser string
	page    string // as the address bar has it
	state   int    // with which its page was compared last
	loads   bool   // it was told to load its page again
	own     bool
	rest    chan struct{}
	resting bool
}

// Enter makes room for the stream of a page; nil when there is none for strangers. Of too many of a
// browser one that was told to load its page again rests: it is as good as gone.
func (s *Tabs) Enter(browser, page string, own bool) *Stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !own && s.foreign >= foreignStreams {
		return nil
	}
	one := &Stream{browser: browser, page: page, own: own, rest: make(chan struct{})}
	list := append(s.open[browser], one)
	if s.open[browser] = list; len(list) > PerBrowser {
		others := list[:len(list)-1]
		s.send(others[max(0, slices.IndexFunc(others, func(o *Stream) bool { return o.loads }))])
	}
	if !own {
		s.foreign++
		return one
	}
	if s.own = append(s.own, one); len(s.own) > ownStreams {
		s.send(s.own[0])
	}
	return one
}

// Rest is closed to send the stream to rest.
func (one *Stream) Rest() <-chan struct{} { return one.rest }

// send sends a stream to rest. Its place is free at once.
func (s *Tabs) send(one *Stream) {
	if one.resting {
		return
	}
	one.resting = true
	close(one.rest)
	s.drop(one)
}

// Leave ends a stream.
func (s *Tabs) Leave(one *Stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !one.resting {
		s.drop(one)
	}
}

func (s *Tabs) drop(one *Stream) {
	same := func(o *Stream) bool { return o == one }
	if one.own {
		s.own = slices.DeleteFunc(s.own, same)
	} else {
		s.foreign--
	}
	list := slices.DeleteFunc(s.open[one.browser], same)
	if s.open[one.browser] = list; len(list) == 0 {
		delete(s.open, one.browser)
	}
}

// Compared notes that a tab was compared with a state.
func (s *Tabs) Compared(one *Stream, state int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.state = state
	s.moved()
}

// Tell notes that a tab is about to be told to load its page again, whose file has a name.
func (s *Tabs) Tell(one *Stream, page string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.loads = true
	if !s.late[page] {
		s.told[page]++
	}
}

// Loaded notes that a page was sent.
func (s *Tabs) Loaded(page string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.late, page)
	if s.told[page]--; s.told[page] <= 0 {
		delete(s.told, page)
	}
	s.moved()
}

// moved wakes who awaits.
func (s *Tabs) moved() {
	select {
	case s.news <- struct{}{}:
	default:
	}
}

// Await waits until every tab was compared with a state, and has loaded its page if it was told to, unless it did not
// load it the last time.
func (s *Tabs) Await(state int, most time.Duration) {
	end := time.After(most)
	for !s.areAt(state) {
		select {
		case <-s.news:
		case <-end:
			s.mu.Lock()
			for page := range s.told {
				s.late[page] = true
			}
			clear(s.told)
			s.mu.Unlock()
			return
		}
	}
}

func (s *Tabs) areAt(state int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, list := range s.open {
		for _, one := range list {
			if one.state < state {
				return false
			}
		}
	}
	return len(s.told) == 0
}

// pagesSent are the pages that were asked for lately: a tab that is being loaded
// has no stream, and shows a page all the same.
type pagesSent struct {
	names []string
	times []time.Time
}

// What lately means, and how many at most.
const (
	lately   = 5 * time.Second
	mostSent = 8
)

func (p *pagesSent) add(name string, now time.Time) {
	p.names, p.times = append(p.names, name), append(p.times, now)
	if n := len(p.names) - mostSent; n > 0 {
		p.names, p.times = p.names[n:], p.times[n:]
	}
}

// Note notes that a page is sent.
func (s *Tabs) Note(page string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent.add(page, time.Now())
}

// Pages are the addresses that open tabs show, and the names of the pages that were sent lately.
func (s *Tabs) Pages() (open, sent []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, list := range s.open {
		for _, one := range list {
			if one.page != "" {
				open = append(open, one.page)
			}
		}
	}
	now := time.Now()
	for i, name := range s.sent.names {
		if now.Sub(s.sent.times[i]) < lately {
			sent = append(sent, name)
		}
	}
	return open, sent
}
