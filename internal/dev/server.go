package dev

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"blandongan/internal/dev/tabs"
	"blandongan/internal/host"
	"blandongan/internal/lang"
	"blandongan/internal/machine"
)

// The program's own addresses. No file of a site is served below a dot.
const (
	scriptPath = "/.blandongan/live.js"
	streamPath = "/.blandongan/events"
)

//go:embed live.js
var script []byte

// server answers browsers.
type server struct {
	out     string
	network bool
	at      *net.TCPAddr
	given   string // the host of Config.Addr
	latest  *latestState
	tabs    *tabs.Tabs
	beat    time.Duration
}

func newServer(c Config, b *latestState, at *net.TCPAddr) *server {
	given, _, _ := address(c.Addr, c.Network)
	return &server{
		out: c.Out, network: c.Network, at: at, given: given, latest: b,
		tabs: tabs.New(), beat: 20 * time.Second,
	}
}

// url is where an author finds the site.
func (s *server) url(prefix string) string {
	host := s.at.IP.String()
	if s.at.IP.IsUnspecified() {
		host = loopback
	}
	return (&url.URL{Scheme: "http", Host: net.JoinHostPort(host, strconv.Itoa(s.at.Port)), Path: prefix}).String()
}

// start serves until the returned function is called. Streams end with ctx.
func (s *server) start(ctx context.Context, l net.Listener) (stop func() error) {
	ctx, cancel := context.WithCancel(ctx)
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ErrorLog:          log.New(io.Discard, "", 0), // a browser that leaves early is no news to an author
	}
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()
	return func() error {
		cancel()
		// A download may not keep us.
		wait, done := context.WithTimeout(context.Background(), 200*time.Millisecond)
		defer done()
		if h.Shutdown(wait) != nil {
			h.Close()
		}
		if err := <-served; !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "frame-ancestors 'self'")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
	switch {
	case !s.ours(r.Host):
		text := fmt.Sprintf("blandongan watch does not answer to the name %q; use %s", clip(r.Host), s.url("/"))
		http.Error(w, text, http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.URL.Path == scriptPath:
		h.Set("Content-Type", host.TypeOf(scriptPath))
		h.Set("ETag", etag(script))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(script))
	case r.URL.Path == streamPath:
		s.stream(w, r)
	default:
		s.file(w, r)
	}
}

// ours says whether a request was meant for us. A name that a stranger's name
// server answers for could be turned to this address by its owner, whose pages
// would then read the site; a number cannot, nor can a name of this machine.
func (s *server) ours(hostport string) bool {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil {
		host, port = hostport, "80"
	}
	if port != strconv.Itoa(s.at.Port) {
		return false
	}
	if isLoopback(host) {
		return true
	}
	isNumber := net.ParseIP(strings.Trim(host, "[]")) != nil
	return s.network && (isNumber || strings.EqualFold(host, s.given) || isThisMachine(host))
}

func isThisMachine(host string) bool {
	name, err := os.Hostname()
	name, _, _ = strings.Cut(name, ".")
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return err == nil && name != "" && (host == strings.ToLower(name) || host == strings.ToLower(name)+".local")
}

// sameOrigin says whether a request comes from a page of ours. A browser that
// sends no Origin with a request for the page's own host says so in
// Sec-Fetch-Site; one that sends neither is no browser.
func sameOrigin(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		return origin == "http://"+r.Host
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return false
}

// fromPage says whether a browser says that a page of ours asks. The script of our own
// pages does; whoever asks with another program need not lie to be served.
func fromPage(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") == "same-origin" || r.Header.Get("Origin") == "http://"+r.Host
}

// clip shortens what a stranger sent.
func clip(s string) string { return s[:min(len(s), 100)] }

const (
	loopback   = "127.0.0.1"
	everywhere = "0.0.0.0"
	usualPort  = 8080
	portTries  = 20
)

// errNetwork says that an address was asked for that other machines reach,
// without leave.
var errNetwork = errors.New("other machines could reach this address")

// listen opens the address. A port that was not asked for by number may be
// another one; then taken is the one we would have liked.
func listen(addr string, network bool) (l net.Listener, taken string, err error) {
	host, port, err := address(addr, network)
	if err != nil {
		return nil, "", err
	}
	if !network && !isLoopback(host) {
		return nil, "", fmt.Errorf("%s: %w", net.JoinHostPort(host, port), errNetwork)
	}
	if port != "" {
		l, err = net.Listen("tcp", net.JoinHostPort(host, port))
		return l, "", err
	}
	for i := range portTries {
		at := net.JoinHostPort(host, strconv.Itoa(usualPort+i))
		if l, err = net.Listen("tcp", at); err == nil || !machine.Is(err, syscall.EADDRINUSE) {
			return l, taken, err
		}
		if taken == "" {
			taken = at
		}
	}
	return nil, "", err
}

// address splits what was given: "8090", ":8090", "localhost", "[::1]:8090". A
// host that is not named is loopback, or with leave every one.
func address(addr string, network bool) (host, port string, err error) {
	if _, err := strconv.Atoi(addr); err == nil {
		addr = ":" + addr
	}
	switch host, port, err = net.SplitHostPort(addr); {
	case addr == "":
		host, port, err = "", "", nil
	case err != nil && !strings.Contains(strings.Trim(addr, "[]"), ":"), net.ParseIP(strings.Trim(addr, "[]")) != nil:
		host, port, err = strings.Trim(addr, "[]"), "", nil
	case err != nil:
		return "", "", lang.Overlay.Error("no-address", addr)
	case port == "":
		return "", "", lang.Overlay.Error("no-port", addr)
	}
	if _, err := strconv.ParseUint(port, 10, 16); port != "" && err != nil {
		return "", "", lang.Overlay.Error("bad-port", port)
	}
	if host == "" {
		if host = loopback; network {
			host = everywhere
		}
	}
	return host, port, nil
}

// isLoopback says whether a host is this machine to itself. Names below
// localhost are that by RFC 6761, whatever a name server says.
func isLoopback(host string) bool {
	if ip := net.ParseIP(strings.Trim(host, "[]")); ip != nil {
		return ip.IsLoopback()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}
