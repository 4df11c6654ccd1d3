package s3

import (
	"context"
	"net"
	"net/http"
	"strings"
	"time"
)

// call is one request, or the pages of one listing: what it asks for, and what the
// last answer said that the library does not hand on.
type call struct {
	s          *Store
	permission string // by its name in the protocol
	key        string
	head, list bool

	status         int
	date, received time.Time // the answer's clock and ours
	kind           string    // Content-Type
	region, moveTo string
}

type callKey struct{}

// call returns the context that makes a request known to [recorder].
func (s *Store) call(ctx context.Context, permission, key string) (context.Context, *call) {
	c := &call{s: s, permission: permission, key: key}
	return context.WithValue(ctx, callKey{}, c), c
}

// html says that the answer was made for people: no storage speaks so of itself.
func (c *call) html() bool {
	return strings.HasPrefix(c.kind, "text/html") || strings.HasPrefix(c.kind, "application/json")
}

// recorder notes what an answer says.
type recorder struct{ http.RoundTripper }

func (e recorder) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := e.RoundTripper.RoundTrip(r)
	c, ok := r.Context().Value(callKey{}).(*call)
	if !ok || err != nil {
		return answer, err
	}
	c.status, c.received = answer.StatusCode, time.Now()
	c.date, _ = http.ParseTime(answer.Header.Get("Date"))
	c.kind = answer.Header.Get("Content-Type")
	c.region = answer.Header.Get("X-Amz-Bucket-Region")
	c.moveTo = answer.Header.Get("Location")
	return answer, nil
}

// transport keeps as many connections as are used. It speaks HTTP/1.1: a file
// each, so that a stalled one holds up no other.
func transport(connections int, silence time.Duration) *http.Transport {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			c, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return &impatient{c, silence}, nil
		},
		MaxIdleConnsPerHost: connections,
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: 10 * time.Second,
		DisableCompression:  true, // files are compared as they lie there
	}
}

// impatient is a connection that fails when it carries nothing for a while, in
// either direction: a network that is gone does not say so.
type impatient struct {
	net.Conn
	silence time.Duration
}

func (c *impatient) Read(p []byte) (int, error) {
	if err := c.SetDeadline(time.Now().Add(c.silence)); err != nil {
		return 0, err
	}
	return c.Conn.Read(p)
}

func (c *impatient) Write(p []byte) (int, error) {
	if err := c.SetDeadline(time.Now().Add(c.silence)); err != nil {
		return 0, err
	}
	return c.Conn.Write(p)
}
