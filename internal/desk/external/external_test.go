package external_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/desk/external"
	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
)

var noon = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// shop is a web server that counts who asks for what.
type shop struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
	open  atomic.Int32
	most  atomic.Int32
	gate  chan struct{} // what waits here, waits for all to come
}

func newShop(t *testing.T) *shop {
	s := &shop{asked: map[string]int{}, gate: make(chan struct{})}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked[r.Method+" "+r.URL.Path]++
	s.mu.Unlock()
	if n := s.open.Add(1); n > s.most.Load() {
		s.most.Store(n)
	}
	defer s.open.Add(-1)
	switch r.URL.Path {
	case "/":
	case "/gone":
		w.WriteHeader(http.StatusGone)
	case "/robots":
		w.WriteHeader(http.StatusForbidden)
	case "/broken":
		w.WriteHeader(http.StatusInternalServerError)
	case "/get":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound) // by whoever knows no HEAD
		}
	case "/circle":
		http.Redirect(w, r, "/circle", http.StatusFound)
	case "/moved":
		http.Redirect(w, r, "/", http.StatusMovedPermanently)
	case "/moved-away":
		http.Redirect(w, r, "/gone", http.StatusMovedPermanently)
	case "/file":
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	case "/endless":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	default:
		http.NotFound(w, r)
	}
	if !strings.HasPrefix(r.UserAgent(), "blandongan") {
		w.WriteHeader(http.StatusTeapot)
	}
}

func (s *shop) links(paths ...string) (links []web.Link) {
	for i, p := range paths {
		links = append(links, web.Link{Place: diag.Place{File: "a.md", Line: i + 1, Col: 1}, URL: s.URL + p})
	}
	return links
}

// lines tells problems by line and what is said of them.
func lines(l diag.List) string {
	var b strings.Builder
	for _, p := range l {
		fmt.Fprintf(&b, "%d %v\n", p.Place.Line, p.Args[1])
	}
	return b.String()
}

func TestLook(t *testing.T) {
	s := newShop(t)
	links := s.links("/", "/gone", "/robots", "/broken", "/get", "/circle", "/moved", "/moved-away", "/file",
		"/endless",
		"/nothing", "/nothing#part")
	links = append(links, web.Link{Place: diag.Place{Line: 20}, URL: "mailto:a@b.example"},
		web.Link{Place: diag.Place{Line: 21}, URL: "http://%zz/"},
		web.Link{Place: diag.Place{Line: 22}, URL: "file:///etc"})
	m := external.Remember(nil)

	const want = "2 web-not-found\n6 web-circle\n8 web-not-found\n11 web-not-found\n12 web-not-found\n"
	var answers, of atomic.Int64
	found, untried := external.Look(t.Context(), links, m, external.Options{Now: noon, Private: true,
		OnAnswer: func(done, all int) {
			answers.Add(1)
			of.Store(int64(all))
			if done < 1 || done > all {
				t.Errorf("%d of %d are asked", done, all)
			}
		}})
	if got := lines(found); got != want || untried != 0 {
		t.Errorf("%s %d", got, untried)
	}
	if answers.Load() != 11 || of.Load() != 11 { // one address is there twice, with a fragment
		t.Errorf("told of %d answers, of %d", answers.Load(), of.Load())
	}
	for _, p := range found {
		if p.Severity() != diag.Note {
			t.Errorf("%s would fail a build", p.Code)
		}
	}
	if s.asked["HEAD /nothing"] != 1 || s.asked["GET /nothing"] != 1 || s.asked["GET /"] != 0 {
		t.Errorf("%v", s.asked)
	}
	if most := s.most.Load(); most > 2 {
		t.Errorf("one host was asked %d times at once", most)
	}

	// What is known is not asked again, until it is old.
	m = external.Remember(m.Bytes(noon))
	before := len(s.asked)
	s.asked = map[string]int{}
	found, _ = external.Look(t.Context(), links, m, external.Options{Now: noon.Add(time.Hour), Private: true})
	if got := lines(found); got != want || len(s.asked) != 4 || before < 9 { // robots and broken were never known
		t.Errorf("%s after %v", got, s.asked)
	}
	s.asked = map[string]int{}
	external.Look(t.Context(), links, m, external.Options{Now: noon.Add(48 * time.Hour), Private: true})
	if s.asked["HEAD /"] != 0 || s.asked["HEAD /gone"] == 0 {
		t.Errorf("after two days: %v", s.asked)
	}
	s.asked = map[string]int{}
	external.Look(t.Context(), links, m, external.Options{Now: noon.Add(10 * 24 * time.Hour), Private: true})
	if s.asked["HEAD /"] == 0 {
		t.Errorf("after ten days: %v", s.asked)
	}
}

// Nothing in a private network is opened, whatever its name.
func TestPrivate(t *testing.T) {
	s := newShop(t)
	links := s.links("/")
	for i, host := range []string{"localhost", "[::1]", "127.1.2.3", "[::ffff:127.0.0.1]", "10.0.0.1", "192.168.1.1",
		"169.254.169.254", "100.64.0.1", "0.0.0.0", "[fd00::1]", "[fe80::1]", "[64:ff9b::7f00:1]"} {
		links = append(links, web.Link{Place: diag.Place{File: "a.md", Line: i + 2}, URL: "http://" + host + "/"})
	}
	found, untried := external.Look(t.Context(), links, external.Remember(nil), external.Options{Now: noon})
	if len(found) != len(links) || len(s.asked) > 0 || untried != 0 {
		t.Errorf("%s %v %d", lines(found), s.asked, untried)
	}
	for _, p := range found {
		if p.Args[1] != diag.Word("web-private") {
			t.Errorf("%v: %v", p.Args[0], p.Args[1])
		}
	}
}

// Who has no connection is told of no link but of how many were not tried. What lies in a
// private network is not what the connection is known by, and is told of all the same.
func TestNoConnection(t *testing.T) {
	links := []web.Link{{URL: "http://a.invalid/"}, {URL: "http://b.invalid/"}, {URL: "http://b.invalid/#x"},
		{URL: "mailto:a@b.invalid"}}
	m := external.Remember([]byte(`{"http://c.invalid/": {"at": "2026-11-29T12:00:00Z", "found": "nonsense"}, "x": 3}`))
	found, untried := external.Look(t.Context(), links, m, external.Options{Now: noon})
	if len(found) > 0 || untried != 3 {
		t.Error(lines(found), untried)
	}
	if got := string(m.Bytes(noon)); got != "{}" {
		t.Error(got)
	}
	links = append(links, web.Link{Place: diag.Place{Line: 5}, URL: "http://127.0.0.1:1/"})
	found, untried = external.Look(t.Context(), links, m, external.Options{Now: noon})
	if got := lines(found); got != "5 web-private\n" || untried != 3 {
		t.Error(got, untried)
	}
}

// No site is told where somebody came from, and nobody what stands in an address besides.
func TestNothingIsTold(t *testing.T) {
	var told atomic.Int32
	to := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Referer() != "" || r.Header.Get("Authorization") != "" {
			told.Add(1)
		}
		if r.URL.Path == "/" {
			http.Redirect(w, r, "/gone", http.StatusFound)
			return
		}
		w.WriteHeader(http.StatusGone)
	}))
	defer to.Close()
	address := strings.Replace(to.URL, "://", "://user:secret@", 1) + "/?key=1"
	links := []web.Link{{Place: diag.Place{File: "a.md", Line: 1, Col: 1}, URL: address, Words: address}}
	m := external.Remember(nil)
	found, _ := external.Look(t.Context(), links, m, external.Options{Now: noon, Private: true})
	if len(found) != 1 || told.Load() > 0 {
		t.Fatalf("%v, %d told", found, told.Load())
	}
	if said := found[0].Text(diag.English) + found[0].Words + string(m.Bytes(noon)); strings.Contains(said, "secret") {
		t.Error(said)
	}
}
