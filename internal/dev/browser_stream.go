package dev

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"blandongan/internal/dev/tabs"
)

// stream tells one tab what to do, for as long as it listens.
func (s *server) stream(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		http.Error(w, "this stream is for pages of the same address", http.StatusForbidden)
		return
	}
	page, err := url.PathUnescape(r.URL.Query().Get("page")) // as the address bar has it
	if err != nil {
		page = "/"
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	one := s.tabs.Enter(host+" "+r.UserAgent(), page, isLoopback(host) && fromPage(r))
	if one == nil {
		http.Error(w, "too many tabs", http.StatusServiceUnavailable)
		return
	}
	defer s.tabs.Leave(one)
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return
	}
	t := eventWriter{w: w, flush: c.Flush, deadline: c.SetWriteDeadline}
	tell := func(file string) { s.tabs.Tell(one, file) }
	p := openPage{out: s.out, page: page, token: parseToken(r.URL.Query().Get("token")), tell: tell}
	s.follow(r, one, &t, &p)
}

// follow compares at once and after every build, until the tab or we leave.
func (s *server) follow(r *http.Request, one *tabs.Stream, t *eventWriter, p *openPage) {
	beat := time.NewTicker(s.beat)
	defer beat.Stop()
	for t.err == nil {
		st, changed := s.latest.read()
		p.update(st, t)
		s.tabs.Compared(one, st.number)
	wait:
		for t.err == nil {
			select {
			case <-changed:
				break wait
			case <-beat.C:
				t.write("", nil)
			case <-one.Rest():
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
	tell    func(page string) // that it will be loaded again
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
		p.tell(st.pageAt(p.page))
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
