package dev

import (
	"context"
	"errors"
	"maps"
	"net"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"

	"blandongan/internal/build"
	"blandongan/internal/diag"
	"blandongan/internal/machine"
)

func TestQuiet(t *testing.T) {
	start := time.Unix(0, 0)
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	var lone debounce
	if _, rang := lone.due(); rang || lone.over(at(1000)) {
		t.Error("due without a bell")
	}
	lone.add(at(0))
	if due, _ := lone.due(); due.After(at(10)) || lone.over(at(1)) || !lone.over(at(10)) || lone.over(at(20)) {
		t.Errorf("a lone bell is due at %v", due)
	}
	var flurry debounce // rings for a second and a half, with a pause of a tenth in it
	rung, looks := 0, 0
	for ms := 0; ms <= 1500; ms++ {
		if ms%4 == 0 && (ms < 900 || ms > 1000) {
			flurry.add(at(ms))
			rung++
		}
		if flurry.over(at(ms)) {
			looks++
		}
	}
	if looks != 0 || !flurry.over(at(1800)) {
		t.Errorf("%d bells led to %d looks before they ended", rung, looks)
	}
	var endless debounce
	for ms := 0; !endless.over(at(ms)); ms++ {
		if endless.add(at(ms)); ms > 3000 {
			t.Fatal("bells that never end are never answered")
		}
	}
}

func TestAddress(t *testing.T) {
	for addr, want := range map[string]string{
		"": "127.0.0.1 ", "8090": "127.0.0.1 8090", ":8090": "127.0.0.1 8090", "localhost": "localhost ",
		"localhost:1": "localhost 1",
		"[::1]:8090":  "::1 8090", "[::1]": "::1 ", "::1": "::1 ", "0.0.0.0:80": "0.0.0.0 80", "host:": "error",
		"a:b:c": "error", "127.0.0.1:99999": "error", "99999": "error", "-1": "error", ":8080x": "error",
		":http": "error",
	} {
		host, port, err := address(addr, false)
		got := host + " " + port
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", addr, got, want)
		}
	}
	if host, port, _ := address(":8090", true); host != everywhere || port != "8090" {
		t.Errorf("on the network: %s %s", host, port)
	}
}

func TestListen(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", "192.0.2.1:80", "[::]:0", "example.org:80", "127.0.0.1.example.org:80"} {
		if l, _, err := listen(addr, false); !errors.Is(err, errNetwork) {
			t.Errorf("%s: %v, %v", addr, l, err)
		}
	}
	first, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if l, _, err := listen(first.Addr().String(), false); !machine.Is(err, syscall.EADDRINUSE) {
		t.Errorf("a port that is taken: %v, %v", l, err)
	}
	// The usual port may be taken by this machine's own; by two watches it is.
	a, _, err := listen("", false)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, taken, err := listen("", false)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if taken == "" || b.Addr().String() == a.Addr().String() || !strings.HasPrefix(b.Addr().String(), loopback) {
		t.Errorf("the second watch is at %s, %q is taken", b.Addr(), taken)
	}
}

// With leave, numbers and this machine's names are answered, strangers' not.
func TestNetworkHosts(t *testing.T) {
	name, _ := os.Hostname()
	s := server{network: true, given: "etalase.lan", at: &net.TCPAddr{IP: net.IPv4zero, Port: 8080}}
	for host, want := range map[string]bool{
		"192.168.1.7:8080": true, "[fe80::1]:8080": true, "localhost:8080": true, "etalase.lan:8080": true,
		name + ":8080":      true,
		"evil.example:8080": false, "192.168.1.7": false, "192.168.1.7.evil.example:8080": false,
	} {
		if s.ours(host) != want {
			t.Errorf("%s: %v", host, !want)
		}
	}
}

func TestReferences(t *testing.T) {
	page := `<!doctype html><!-- <img src="/no.png"> --><html><head><title><img src=/no.png></title>
<link rel="canonical" href="https://x/"><link rel=alternate hreflang=en href=/en/>
<LINK REL="StyleSheet" HREF='/a.css?x=1&amp;y=2'><link rel="shortcut icon" href=/i.svg>
<link rel=preload href=/f.woff2 as=font>
<script src="/s.js">"<img src=/no.png>"</script><style>a{}</style></head>
<body><a href="/berita/">x</a><img src="/p.png" srcset="/p1.png 1x, /p2.png 2x" alt="a > b">
<svg><use href="#s"/><use xlink:href="/s.svg#a"/></svg>
<video poster=/v.jpg src=/v.mp4></video><iframe src="/no/"></iframe><img src=/z.png`
	var got []string
	for _, r := range references([]byte(page)) {
		s := r.target
		if r.swappable {
			s = "*" + s
		}
		got = append(got, s)
	}
	want := "*/a.css?x=1&y=2 */i.svg /f.woff2 /s.js /p.png /p1.png /p2.png #s /s.svg#a /v.jpg /v.mp4 /z.png"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func FuzzTags(f *testing.F) {
	f.Add([]byte(`<a b='c' d=e f><img src="/x"`))
	f.Add([]byte("<!--<script></"))
	f.Fuzz(func(t *testing.T, page []byte) {
		for _, r := range references(page) {
			if r.from < 0 || r.to < r.from || r.to > len(page) {
				t.Errorf("%+v of %d", r, len(page))
			}
		}
	})
}

func TestInject(t *testing.T) {
	for page, want := range map[string]string{
		"<body>a</body></html>":              "<body>aX</body></html>",
		"<body>a</BODY >":                    "<body>aX</BODY >",
		"<p>a":                               "<p>aX",
		"<script>'</body>'</script>b</body>": "<script>'</body>'</script>bX</body>",
		"":                                   "X",
		"<body>\u0130\u0130\u0130 é</body>":  "<body>\u0130\u0130\u0130 éX</body>",
	} {
		if got := string(inject([]byte(page), []byte("X"))); got != want {
			t.Errorf("%q: %q", page, got)
		}
	}
}

func TestMoves(t *testing.T) {
	m := moves(nil, build.Report{Gone: map[string]string{"a": "b", "x": ""}})
	m = moves(m, build.Report{Gone: map[string]string{"b": "c"}, Changed: []string{"c", "x"}})
	if m["a"] != "c" || m["b"] != "c" || len(m) != 2 {
		t.Errorf("%v", m)
	}
	if m = moves(m, build.Report{Gone: map[string]string{"c": "a"}, Changed: []string{"a"}}); m["b"] != "a" ||
		m["c"] != "a" ||
		len(m) != 2 {
		t.Errorf("%v", m)
	}
}

// silent is a notifier that never says anything.
type silent struct {
	events chan fsnotify.Event
	errors chan error
	dirs   map[string]bool
}

func (s silent) Add(dir string) error          { s.dirs[dir] = true; return nil }
func (s silent) Remove(dir string) error       { delete(s.dirs, dir); return nil }
func (s silent) WatchList() []string           { return slices.Collect(maps.Keys(s.dirs)) }
func (s silent) Events() <-chan fsnotify.Event { return s.events }
func (s silent) Errors() <-chan error          { return s.errors }
func (silent) Close() error                    { return nil }

// counting is a builder that only counts.
type counting struct{ builds atomic.Int32 }

func (c *counting) Build(time.Time) (build.Report, diag.List, error) {
	c.builds.Add(1)
	return build.Report{}, nil, nil
}
func (*counting) Tell([]string)          {}
func (*counting) Show(build.Audience)    {}
func (*counting) Touch() (string, error) { return "", errors.ErrUnsupported }
func (*counting) Close() error           { return nil }

// A shared folder tells of this machine's changes only, so the probe is heard;
// the patrol finds out all the same.
func TestPatrol(t *testing.T) {
	b := prepare(t)
	synctest.Test(t, func(t *testing.T) {
		var told []any
		c := &counting{}
		config := Config{
			Root:    b.dir,
			Out:     b.out,
			Builder: c,
			Now:     time.Now,
			Print:   func(e any) { told = append(told, e) },
			system: func() (notifier, error) {
				return silent{make(chan fsnotify.Event), make(chan error), map[string]bool{}}, nil
			},
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- newRunner(config, newLatestState(), func(p string) string { return p }, "").run(ctx) }()
		// Of the bubble's time. Nothing changes, nothing is built; and nobody looks just
		// now, who could see half of what is written next.
		time.Sleep(5*time.Minute + watchPace/3)
		if c.builds.Load() != 1 {
			t.Errorf("%d builds of a site that nobody touched", c.builds.Load())
		}
		b.write(article, "lain")
		time.Sleep(watchPace + time.Second + time.Millisecond)
		if c.builds.Load() != 2 {
			t.Errorf("%d builds after a change that did not ring", c.builds.Load())
		}
		b.write(article, "lagi")
		time.Sleep(2 * time.Second)
		if c.builds.Load() != 3 {
			t.Errorf("%d builds after a second one", c.builds.Load())
		}
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		polling := 0
		for _, e := range told {
			if p, ok := e.(*Polling); ok && p.Reason == NoEvents {
				polling++
			}
		}
		if polling != 1 {
			t.Errorf("polling was told %d times", polling)
		}
	})
}
