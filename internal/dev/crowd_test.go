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
