package publishtest

import (
	"net"
	"sync"
	"testing"
)

// Proxy stands between a publisher and a server and breaks their connections.
type Proxy struct {
	t      *testing.T
	port   int
	server string
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

// StartProxy starts one before the server at an address.
func StartProxy(t *testing.T, server string) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{t: t, l: l, port: l.Addr().(*net.TCPAddr).Port, server: server, left: -1}
	p.wg.Go(p.accept)
	t.Cleanup(func() { l.Close(); p.Cut(); p.wg.Wait() })
	return p
}

func (p *Proxy) accept() {
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
func (p *Proxy) dial() (net.Conn, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.down {
		return nil, net.ErrClosed
	}
	return net.Dial("tcp", p.server)
}

// Dead says whether anybody gets through from now on; Cut ends those who did.
func (p *Proxy) Dead(yes bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = yes
}

// Address is where the proxy listens.
func (p *Proxy) Address() string { return p.l.Addr().String() }

func (p *Proxy) pipe(to, from net.Conn, counts, first bool) {
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
			p.Cut()
			return
		}
	}
}

// pass says how many of n bytes go on, and whether all connections end after them.
func (p *Proxy) pass(n int64, counts bool) (pass int64, cut bool) {
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

// Cut cuts all connections; new ones are well.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

// CutAfter cuts all connections after so many more bytes to the server.
func (p *Proxy) CutAfter(bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left = bytes
}

// Hold holds the first connection, as one that is slow and full.
func (p *Proxy) Hold() (let func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	held := make(chan struct{})
	p.held = held
	return sync.OnceFunc(func() { close(held) })
}

func (p *Proxy) holds() chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.held
}

// Silence makes what is sent vanish, both ways, as in a network that broke.
func (p *Proxy) Silence(yes bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = yes
}

// Count is how many connections were made.
func (p *Proxy) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.made
}
