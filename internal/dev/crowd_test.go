package dev

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Strangers' streams have places of their own; the author's newest tab is let in
// whatever else is open.
func TestStrangersDoNotShutTheAuthorOut(t *testing.T) {
	s := streams{open: map[string][]*stream{}}
	refused := 0
	for i := range 500 {
		if s.enter(fmt.Sprint("stranger", i), false) == nil {
			refused++
		}
	}
	if refused != 500-foreignStreams {
		t.Errorf("%d strangers were refused", refused)
	}
	var tabs []*stream
	for i := range ownStreams + 10 {
		tab := s.enter(fmt.Sprint("browser", i), true)
		if tab == nil || tab.resting {
			t.Fatalf("tab %d was not let in", i)
		}
		tabs = append(tabs, tab)
	}
	for i, tab := range tabs {
		if tab.resting != (i < 10) {
			t.Errorf("tab %d rests: %v", i, tab.resting)
		}
		s.leave(tab)
	}
	if len(s.own) != 0 || len(s.open) != foreignStreams || s.foreign != foreignStreams {
		t.Errorf("left are %d own, %d foreign, %d browsers", len(s.own), s.foreign, len(s.open))
	}
}

// Readers that do not read hold no files in memory.
func TestSlowReadersHoldNoFiles(t *testing.T) {
	const readers, size = 30, digested
	b := prepare(t).start()
	b.must(os.WriteFile(filepath.Join(b.out, "film.bin"), make([]byte, size), 0o644))
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	for range readers {
		c, err := net.Dial("tcp", strings.TrimPrefix(b.url, "http://"))
		b.must(err)
		defer c.Close()
		_, err = fmt.Fprintf(c, "GET /film.bin HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n\r\n", b.port())
		b.must(err)
		_, err = io.ReadFull(c, make([]byte, 1000)) // the answer has begun
		b.must(err)
	}
	if held := int64(heap() - before); held > readers*size/4 {
		t.Errorf("%d readers of %d bytes hold %d", readers, size, held)
	}
}
