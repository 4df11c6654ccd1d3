package dev

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
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
	streamsPerBrowser = 4
	ownStreams        = 100
	foreignStreams    = 100
)

// streams are the open streams, by browser.
type streams struct {
	mu      sync.Mutex
	foreign int
	own     []*stream // in the order of their opening
	open    map[string][]*stream
	sent    pagesSent
}

// stream is one tab's, from its opening to its end.
type stream struct {
	browser string
	page    string // as the address bar has it
	own     bool
	rest    chan struct{} // closed to send it to rest
	resting bool
}

// enter makes room for a stream; nil when there is none for strangers.
func (s *streams) enter(browser string, own bool) *stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !own && s.foreign >= foreignStreams {
		return nil
	}
	one := &stream{browser: browser, own: own, rest: make(chan struct{})}
	s.open[browser] = append(s.open[browser], one)
	if list := s.open[browser]; len(list) > streamsPerBrowser {
		s.send(list[0])
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

// send sends a stream to rest. Its place is free at once.
func (s *streams) send(one *stream) {
	if one.resting {
		return
	}
	one.resting = true
	close(one.rest)
	s.drop(one)
}

func (s *streams) leave(one *stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !one.resting {
		s.drop(one)
	}
}

func (s *streams) drop(one *stream) {
	same := func(o *stream) bool { return o == one }
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

// stream tells one tab what to do, for as long as it listens.
func (s *server) stream(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		http.Error(w, "this stream is for pages of the same address", http.StatusForbidden)
		return
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	one := s.streams.enter(host+" "+r.UserAgent(), isLoopback(host) && fromPage(r))
	if one == nil {
		http.Error(w, "too many tabs", http.StatusServiceUnavailable)
		return
	}
	defer s.streams.leave(one)
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return
	}
	page, err := url.PathUnescape(r.URL.Query().Get("page")) // as the address bar has it
	if err != nil {
		page = "/"
	}
	s.streams.shows(one, page)
	t := eventWriter{w: w, flush: c.Flush, deadline: c.SetWriteDeadline}
	p := openPage{out: s.out, page: page, token: parseToken(r.URL.Query().Get("token"))}
	s.follow(r, one, &t, &p)
}

// follow compares at once and after every build, until the tab or we leave.
func (s *server) follow(r *http.Request, one *stream, t *eventWriter, p *openPage) {
	beat := time.NewTicker(s.beat)
	defer beat.Stop()
	for t.err == nil {
		st, changed := s.latest.read()
		p.update(st, t)
	wait:
		for t.err == nil {
			select {
			case <-changed:
				break wait
			case <-beat.C:
				t.write("", nil)
			case <-one.rest:
				t.write("rest", struct{}{})
				return
			case <-r.Context().Done():
				return
			}
		}
	}
}

// eventWriter writes events.
type eventWriter struct {
	w        http.ResponseWriter
	flush    func() error
	deadline func(time.Time) error
	err      error
}

// write writes an event; one without a name is a sign of life.
func (t *eventWriter) write(event string, data any) {
	if t.err != nil {
		return
	}
	// A tab that does not take its events is as good as gone.
	_ = t.deadline(time.Now().Add(10 * time.Second))
	if event == "" {
		_, t.err = fmt.Fprint(t.w, ":\n\n")
	} else {
		text, err := json.Marshal(data) // never has a line break
		if err != nil {
			panic(err) // plain values always encode
		}
		_, t.err = fmt.Fprintf(t.w, "event: %s\ndata: %s\n\n", event, text)
	}
	if t.err == nil {
		t.err = t.flush()
	}
}

// openPage is a page open in a tab, and what it shows as far as we know.
type openPage struct {
	out     string
	page    string
	token   token
	overlay *overlay
	desk    *desk
	greeted bool
}

// swap is what a tab needs to swap style sheets.
type swap struct {
	Token string `json:"token"`
	Links []link `json:"links"`
}

// update brings a tab up to date: first the page, then what stands over it.
func (p *openPage) update(st state, t *eventWriter) {
	p.updatePage(st, t)
	switch {
	case st.overlay != nil && st.overlay != p.overlay:
		t.write("problems", st.overlay)
	case st.overlay == nil && (p.overlay != nil || !p.greeted):
		t.write("fine", struct{}{})
	}
	if st.desk != nil && st.desk != p.desk {
		t.write("desk", st.desk.panel(st.pageAt(p.page)))
	}
	p.overlay, p.desk, p.greeted = st.overlay, st.desk, true
}

func (p *openPage) updatePage(st state, t *eventWriter) {
	root, done, err := openFolder(p.out)
	if err != nil {
		return // the next request for a page says so
	}
	defer done()
	folder := st.over(root)
	ans, err := st.answer(folder, p.page)
	if err != nil || ans.token == p.token {
		return
	}
	was := p.token
	p.token = ans.token
	switch {
	case ans.status == http.StatusNotFound && !was.missing():
		t.write("gone", st.goodbye(p.page, ans))
	case ans.page != nil && ans.token.body == was.body:
		t.write("css", swap{ans.token.String(), st.links(folder, p.page, ans.page)})
	default:
		t.write("reload", struct{}{})
	}
}

// goodbye is what a tab is told whose page went away: where to, and what to
// say there, or what to say here.
type goodbye struct {
	To string `json:"to,omitempty"`
	note
}

func (st state) goodbye(page string, ans answer) goodbye {
	say := wordsIn(st.lang)
	if ans.moved != "" {
		return goodbye{ans.moved, note{Text: say.Word("moved", page)}}
	}
	return goodbye{note: note{say.Word("gone"), st.prefix, say.Word("home")}}
}
