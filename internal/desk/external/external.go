// Package external looks whether links to other sites can still be opened.
//
// In come links and what was found earlier. Out come problems, notes all of them, and what is
// to be remembered. It asks each address once, few at a time and fewer of one host, waits
// for none for long, reads little, and says who it is. It opens http and https alone, and,
// unless that is asked for, nothing that lies in a private network, wherever names and
// redirects lead: whoever writes a link must not be able to knock on the doors of an office.
// It goes through no proxy. It cannot fail: what cannot be told is not told.
package external

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"blandongan/internal/desk/web"
	"blandongan/internal/diag"
)

// The bounds of a look.
const (
	mostAtOnce   = 16
	mostPerHost  = 2
	mostLinks    = 2000
	mostSteps    = 8       // of redirects
	mostRead     = 1 << 16 // bytes of an answer
	longest      = 15 * time.Second
	longestWhole = 3 * time.Minute
)

// agent says who asks, and where one reads why.
const agent = "blandongan (link check; HEAD, then GET of 64 KiB at most)"

// Options say how to look.
type Options struct {
	Now time.Time
	// Private opens addresses of private networks too.
	Private bool
	// OnAnswer, if not nil, hears how many of the addresses were asked, from any goroutine.
	OnAnswer func(done, of int)
}

// Look opens what links lead to and is not remembered, and returns a problem for each link
// that leads nowhere. untried are the links of which nothing is known because there is no
// connection: nobody answered.
func Look(ctx context.Context, links []web.Link, known *Memory, o Options) (problems diag.List, untried int) {
	ctx, cancel := context.WithTimeout(ctx, longestWhole)
	defer cancel()
	addresses := wanted(links, known, o.Now)
	l := looker{hosts: map[string]chan struct{}{}, onAnswer: func() {}}
	l.client = client(o.Private, &l.answered)
	if o.OnAnswer != nil {
		l.onAnswer = func() { o.OnAnswer(int(l.asked.Add(1)), len(addresses)) }
	}
	for _, address := range addresses {
		if !o.Private && namesPrivate(address) {
			known.note(address, "web-private", o.Now)
			l.onAnswer()
			continue
		}
		l.ask(ctx, address)
	}
	l.group.Wait()
	if l.answered.Load() {
		for address, f := range l.found {
			if f != unknown {
				known.note(address, f, o.Now)
			}
		}
	}
	for _, link := range links {
		address := plain(link.URL)
		f := known.find(address, o.Now)
		if f != "" && f != fine {
			problems = append(problems, dead(link, f))
		}
		if _, asked := l.found[address]; f == "" && asked && !l.answered.Load() {
			untried++
		}
	}
	return problems.Sorted(), untried
}

// namesPrivate says whether an address names a private network itself: then there is nothing
// to ask for.
func namesPrivate(address string) bool {
	u, _ := url.Parse(address) // plain read it
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	at, err := netip.ParseAddr(host)
	return err == nil && isPrivate(at) || host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// wanted are the addresses of links that nothing is known of, each once.
func wanted(links []web.Link, known *Memory, now time.Time) (list []string) {
	seen := map[string]bool{}
	for _, l := range links {
		address := plain(l.URL)
		if address != "" && !seen[address] && known.find(address, now) == "" && len(list) < mostLinks {
			list = append(list, address)
		}
		seen[address] = true
	}
	return list
}

// plain is an address without what servers never see, "" of what is not opened.
func plain(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	return u.String()
}

// dead tells of a link that leads nowhere, and no password that its address holds.
func dead(link web.Link, f finding) diag.Problem {
	p := diag.At(link.Place, "link-dead", public(link.URL), diag.Word(f))
	if public(link.Words) == link.Words {
		p = p.About(link.Words)
	}
	return p
}

// public is an address as anybody may read it.
func public(address string) string {
	if u, err := url.Parse(address); err == nil && u.User != nil {
		u.User = nil
		return u.String()
	}
	return address
}

// finding is what came of an address: a word of the catalogue's vocabulary, or one of these.
type finding string

const (
	fine    finding = "fine"
	unknown finding = "" // it may be there: who asks is not welcome, or was not answered in time
)

type looker struct {
	client *http.Client
	group  sync.WaitGroup
	once   sync.Once
	places chan struct{}

	onAnswer func()
	asked    atomic.Int64

	// answered says that somebody did: without a connection each address looks as if its
	// host were gone.
	answered atomic.Bool

	mu    sync.Mutex
	hosts map[string]chan struct{}
	found map[string]finding
}

// ask opens an address, as soon as there is a place for one more.
func (l *looker) ask(ctx context.Context, address string) {
	l.once.Do(func() { l.places, l.found = make(chan struct{}, mostAtOnce), map[string]finding{} })
	u, _ := url.Parse(address) // plain read it
	host := l.hosts[u.Host]
	if host == nil {
		host = make(chan struct{}, mostPerHost)
		l.hosts[u.Host] = host
	}
	l.group.Go(func() {
		for _, places := range []chan struct{}{host, l.places} {
			select {
			case places <- struct{}{}:
				defer func() { <-places }()
			case <-ctx.Done():
				return
			}
		}
		f := l.open(ctx, address)
		l.onAnswer()
		l.mu.Lock()
		defer l.mu.Unlock()
		l.found[address] = f
	})
}

// open asks for the head of a page, and where that is refused for its beginning.
func (l *looker) open(ctx context.Context, address string) finding {
	f, certain := l.request(ctx, http.MethodHead, address)
	if f != fine && !certain {
		f, _ = l.request(ctx, http.MethodGet, address)
	}
	return f
}

// request asks once. certain says that there is no use in asking otherwise.
func (l *looker) request(ctx context.Context, method, address string) (f finding, certain bool) {
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return unknown, true
	}
	r.Header.Set("User-Agent", agent)
	r.Header.Set("Accept", "text/html,*/*;q=0.8")
	answer, err := l.client.Do(r)
	if err != nil {
		f, certain = fault(err)
		if f == "web-certificate" || f == "web-refused" {
			l.answered.Store(true)
		}
		return f, certain
	}
	l.answered.Store(true)
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, mostRead) // whatever it is, the page is there
	switch code := answer.StatusCode; {
	case code < 400:
		return fine, true
	case code == http.StatusNotFound, code == http.StatusGone:
		return "web-not-found", false
	}
	return unknown, false // 403 and 429 turn robots away, 500 passes
}

// errPrivate says that an address lies in a private network.
var errPrivate = errors.New("a private address")

var errSteps = errors.New("too many redirects")

func fault(err error) (finding, bool) {
	var dns *net.DNSError
	var unsigned x509.UnknownAuthorityError
	var named x509.HostnameError
	var invalid x509.CertificateInvalidError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, errPrivate):
		return "web-private", true
	case errors.Is(err, errSteps):
		return "web-circle", true
	case errors.As(err, &dns) && dns.IsNotFound:
		return "web-no-host", true
	case errors.As(err, &named), errors.As(err, &invalid):
		return "web-certificate", true
	case errors.As(err, &unsigned), errors.As(err, &record):
		return unknown, true // a chain that is not sent whole opens in browsers
	case errors.Is(err, syscall.ECONNREFUSED):
		return "web-refused", true
	}
	return unknown, false
}

// client opens addresses and keeps nothing but whether one led on.
func client(private bool, answered *atomic.Bool) *http.Client {
	dialer := &net.Dialer{Timeout: longest / 2}
	if !private {
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			if at, err := netip.ParseAddrPort(address); err != nil || isPrivate(at.Addr()) {
				return errPrivate
			}
			return nil
		}
	}
	return &http.Client{
		Timeout: longest,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: longest / 2, ResponseHeaderTimeout: longest,
			MaxResponseHeaderBytes: 1 << 16, DisableKeepAlives: true, DisableCompression: true,
		},
		CheckRedirect: func(r *http.Request, before []*http.Request) error {
			r.Header.Del("Referer") // it would tell one site what stands in an address of another
			answered.Store(true)
			if len(before) > mostSteps {
				return errSteps
			}
			if plain(r.URL.String()) == "" {
				return http.ErrUseLastResponse // it leads to an app, or to a file
			}
			return nil
		},
	}
}

// shared are networks that are not the public one though they are not called private.
var shared = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"),
}

func isPrivate(at netip.Addr) bool {
	at = at.Unmap()
	if !at.IsGlobalUnicast() || at.IsPrivate() || at.IsLoopback() || at.IsLinkLocalUnicast() {
		return true
	}
	for _, p := range shared {
		if p.Contains(at) {
			return true
		}
	}
	return false
}
