package publish

import (
	"net"
	"sync"
	"testing"
)

// proxy stands between a publisher and a server and breaks their connections.
type proxy struct {
	t      *testing.T
	port   int
	target string
	wg     sync.WaitGroup
	l      net.Listener

	mu     sync.Mutex // guards all below
	conns  []net.Conn
	left   int64         // bytes to the server until the connection is cut; -1 for never
	silent bool          // swallows all
	down   bool          // lets nobody in
	made   int           // connections that were made
	held   chan struct{} // until it is closed, the first connection carries nothing to the server
}

func startProxy(t *testing.T, target string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{t: t, l: l, port: l.Addr().(*net.TCPAddr).Port, target: target, left: -1}
	p.wg.Go(p.accept)
	t.Cleanup(func() { l.Close(); p.cut(); p.wg.Wait() })
	return p
}

func (p *proxy) accept() {
	for {
		in, err := p.l.Accept()
		if err != nil {
			return
		}
		out, err := p.dial()
		if err != nil {
			in.Close()
			continue
		}
		p.mu.Lock()
		p.conns = append(p.conns, in, out)
		p.made++
		first := p.made == 1
		p.mu.Unlock()
		p.wg.Go(func() { p.pipe(out, in, true, first) })
		p.wg.Go(func() { p.pipe(in, out, false, false) })
	}
}

// dial reaches the server, unless the line is dead.
func (p *proxy) dial() (net.Conn, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.down {
		return nil, net.ErrClosed
	}
	return net.Dial("tcp", p.target)
}

// dead says whether anybody gets through from now on; cut ends those who did.
func (p *proxy) dead(yes bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = yes
}

// address is where the proxy listens.
func (p *proxy) address() string { return p.l.Addr().String() }

func (p *proxy) pipe(to, from net.Conn, counts, first bool) {
	defer to.Close()
	defer from.Close()
	for b := make([]byte, 4096); ; {
		n, err := from.Read(b)
		if err != nil {
			return
		}
		if held := p.holds(); first && held != nil {
			<-held
		}
		pass, cut := p.pass(int64(n), counts)
		if _, err := to.Write(b[:pass]); err != nil {
			return
		}
		if cut {
			p.cut()
			return
		}
	}
}

// pass says how many of n bytes go on, and whether all connections end after them.
func (p *proxy) pass(n int64, counts bool) (pass int64, cut bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.silent:
		return 0, false
	case !counts || p.left < 0:
		return n, false
	case n < p.left:
		p.left -= n
		return n, false
	}
	n, p.left = p.left, -1
	return n, true
}

// cut cuts all connections; new ones are well.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

// cutAfter cuts all connections after so many more bytes to the server.
func (p *proxy) cutAfter(bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left = bytes
}

// hold holds the first connection, as one that is slow and full.
func (p *proxy) hold() (let func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	held := make(chan struct{})
	p.held = held
	return sync.OnceFunc(func() { close(held) })
}

func (p *proxy) holds() chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.held
}

// silence makes what is sent vanish, both ways, as in a network that broke.
func (p *proxy) silence(yes bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = yes
}

// count is how many connections were made.
func (p *proxy) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.made
}
