package sftp

import (
	"context"
	"net"
	"path"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"blandongan/internal/publish/store"
)

// A host that does not answer a connection within dialFor, login included, is
// tried later. One that said nothing for askAfter is asked for a word; after
// missesAllowed of them in vain the connection is given up, well before others
// take our lock. When the context of a call ends, the call has patience to end in
// good order before its connection is cut. A host that refuses a further
// connection is not asked for one for restFor.
const (
	dialFor       = 20 * time.Second
	askAfter      = 15 * time.Second
	missesAllowed = 3
	patience      = 2 * time.Second
	restFor       = time.Minute
)

// connections are the connections to a host: made when they are needed, and made anew
// when they break. A host may allow fewer than we would like. One more than is
// configured is for the lock alone, so that it is renewed in time however much the
// others have to carry; where the host does not allow it, they share.
type connections struct {
	config Config
	ctx    context.Context // of those who dial and watch
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu      sync.Mutex // guards all below
	closed  bool
	live    []*connection
	dialled *dialled // being made
	rest    time.Time
}

// dialled is a connection being made, for whoever waits for it.
type dialled struct {
	done  chan struct{}
	apart bool
	more  bool // there are others
	err   error
}

// connection is one to the host.
type connection struct {
	raw    *counted
	ssh    *ssh.Client
	client *sftp.Client
	dead   atomic.Bool
	apart  bool // is for the lock
	busy   int  // calls that use it; guarded by connections.mu
}

func newConnections(config Config) *connections {
	ctx, cancel := context.WithCancel(context.Background())
	return &connections{config: config, ctx: ctx, cancel: cancel}
}

// apart says whether what is below a path must not wait behind other files.
func apart(name string) bool { return name == store.LockFolder || path.Dir(name) == store.LockFolder }

// with makes a call about a path over a connection; one that breaks is not used
// again.
func (s *Store) with(ctx context.Context, name string, call func(*sftp.Client) error) error {
	l, err := s.connections.take(ctx, apart(name))
	if err != nil {
		return err
	}
	stop := l.watch(ctx)
	err = call(l.client)
	stop()
	s.connections.give(l, err)
	if err != nil && ctx.Err() != nil && !store.IsFinal(err) {
		return ctx.Err() // what broke, we broke
	}
	return err
}

// take returns the connection with the least to do, and sees to it that there are
// more when all have enough.
func (p *connections) take(ctx context.Context, apart bool) (*connection, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l, d := p.choose(apart)
		if l != nil {
			return l, nil
		}
		if d == nil {
			return nil, net.ErrClosed
		}
		select {
		case <-d.done:
			if d.err != nil && !d.more {
				return nil, d.err
			}
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// choose returns a connection or one to wait for; neither after the end.
func (p *connections) choose(apart bool) (*connection, *dialled) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, nil
	}
	p.live = slices.DeleteFunc(p.live, func(l *connection) bool { return l.dead.Load() })
	best, shared := p.idlest()
	if apart {
		if i := slices.IndexFunc(p.live, func(l *connection) bool { return l.apart }); i >= 0 {
			p.live[i].busy++
			return p.live[i], nil
		}
	}
	more := best == nil || (apart || best.busy >= perConnection && shared < p.config.Connections) &&
		time.Now().After(p.rest)
	if more && p.dialled == nil {
		p.dialled = &dialled{done: make(chan struct{}), apart: apart && best != nil, more: best != nil}
		p.wg.Go(p.dial)
	}
	if best == nil || apart && best.busy > 0 && p.dialled != nil {
		return nil, p.dialled
	}
	best.busy++
	return best, nil
}

// idlest returns the connection with the least to do of those that all share, and
// how many these are.
func (p *connections) idlest() (best *connection, shared int) {
	for _, l := range p.live {
		if l.apart {
			continue
		}
		if shared++; best == nil || l.busy < best.busy {
			best = l
		}
	}
	return best, shared
}

// give gives a connection back after a call that ended so.
func (p *connections) give(l *connection, err error) {
	if !answered(err) {
		l.cut()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	l.busy--
}

func (p *connections) dial() {
	l, err := p.config.dial(p.ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	d := p.dialled
	defer close(d.done)
	p.dialled, d.err = nil, err
	switch {
	case err != nil:
		p.rest = time.Now().Add(restFor)
	case p.closed:
		l.cut()
	default:
		l.apart = d.apart
		p.live = append(p.live, l)
		p.wg.Go(func() { _ = l.ssh.Wait(); l.cut() })
		p.wg.Go(func() { l.listen(p.ctx, p.config.alive) })
	}
}

// close ends all connections: every call has its answer by then.
func (p *connections) close() error {
	p.mu.Lock()
	p.closed = true
	for _, l := range p.live {
		_ = l.ssh.Close()
		l.cut()
	}
	p.mu.Unlock()
	p.cancel()
	p.wg.Wait()
	return nil
}

// cut ends a connection at once. What waits for it fails.
func (l *connection) cut() {
	l.dead.Store(true)
	l.raw.abort()
}

// watch cuts the connection when a context has ended and what goes on does not end
// soon after. Stop it with what it returns.
func (l *connection) watch(ctx context.Context) (stop func()) {
	done := make(chan struct{})
	off := context.AfterFunc(ctx, func() {
		t := time.NewTimer(patience)
		defer t.Stop()
		select {
		case <-done:
		case <-t.C:
			l.cut()
		}
	})
	return func() { off(); close(done) }
}

// listen cuts a connection whose other end has fallen silent: a network that broke
// tells nobody. Whatever the host says counts, for on a slow line our question
// stands behind all that is being sent.
func (l *connection) listen(ctx context.Context, every time.Duration) {
	if every == 0 {
		every = askAfter
	}
	t := time.NewTicker(every)
	defer t.Stop()
	misses, before := 0, int64(-1)
	for !l.dead.Load() {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		if now := l.raw.bytes.Load(); now != before {
			misses, before = 0, now
			continue
		}
		if misses == 0 {
			go func() { _, _, _ = l.ssh.SendRequest("keepalive@openssh.com", true, nil) }() // until the line is cut
		}
		if misses++; misses > missesAllowed {
			l.cut()
		}
	}
}

// counted is a connection that counts what comes in.
type counted struct {
	net.Conn
	bytes atomic.Int64
}

func (h *counted) Read(p []byte) (int, error) {
	n, err := h.Conn.Read(p)
	h.bytes.Add(int64(n))
	return n, err
}

// abort closes, and takes back what the machine has not sent yet: nothing of ours
// may arrive after we have given the host up, when another may have our lock.
func (h *counted) abort() {
	if tcp, ok := h.Conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = h.Close()
}
