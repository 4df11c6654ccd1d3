package publish

import (
	"io"
	"net"
	"sync"
	"testing"
)

// cutter is a proxy on loopback that cuts connections in the middle.
type cutter struct {
	address string // host:port
	target  string
	mu      sync.Mutex
	left    int64 // bytes that still go to the target; below zero: all
	open    map[net.Conn]bool
}

// newCutter starts a proxy to an address that lets everything through.
func newCutter(t *testing.T, target string) *cutter {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cutter{address: l.Addr().String(), target: target, left: -1, open: map[net.Conn]bool{}}
	var done sync.WaitGroup
	done.Go(func() {
		for {
			from, err := l.Accept()
			if err != nil {
				return
			}
			done.Go(func() { c.carry(from) })
		}
	})
	t.Cleanup(func() {
		l.Close()
		c.cut()
		done.Wait()
	})
	return c
}

// cutAfter cuts all connections when so many more bytes have gone to the target,
// and every later one at once, until heal.
func (c *cutter) cutAfter(n int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.left = n
}

// heal lets everything through again.
func (c *cutter) heal() { c.cutAfter(-1) }

// cut cuts all connections that are open.
func (c *cutter) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for conn := range c.open {
		conn.Close()
	}
}

func (c *cutter) carry(from net.Conn) {
	defer from.Close()
	to, err := net.Dial("tcp", c.target)
	if err != nil {
		return
	}
	defer to.Close()
	c.mu.Lock()
	c.open[from], c.open[to] = true, true
	c.mu.Unlock()
	var back sync.WaitGroup
	back.Go(func() {
		_, _ = io.Copy(from, to)
		from.Close()
	})
	_, _ = io.Copy(&counted{c, to}, from)
	to.Close()
	back.Wait()
	c.mu.Lock()
	delete(c.open, from)
	delete(c.open, to)
	c.mu.Unlock()
}

// counted writes to the target as long as it may.
type counted struct {
	c  *cutter
	to net.Conn
}

func (w *counted) Write(p []byte) (int, error) {
	w.c.mu.Lock()
	n := int64(len(p))
	cut := w.c.left >= 0 && n > w.c.left
	if cut {
		n = w.c.left
	}
	if w.c.left >= 0 {
		w.c.left -= n
	}
	w.c.mu.Unlock()
	written, err := w.to.Write(p[:n])
	if cut {
		w.c.cut()
		return written, io.ErrShortWrite
	}
	return written, err
}
