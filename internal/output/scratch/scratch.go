// Package scratch keeps out of a process's memory, on the disk, what it will ask for later.
//
// It owns a file in the system's folder for such files, which has no name, or none that outlives the
// process, however that ends. Where the disk takes nothing, what was to
// be kept there stays in memory: that costs room, and is no fault of anybody's site.
package scratch

import (
	"io"
	"os"
	"slices"
	"sync"
)

// Pad keeps texts. The zero value is ready. It is safe for concurrent use.
type Pad struct {
	mu     sync.Mutex
	file   *os.File
	size   int64  // bytes in the file
	behind []byte // those that come behind them, not written yet
	full   bool   // the disk takes nothing any more
	held   [][]byte
	closed bool
}

// Text is one that a Pad keeps.
type Text struct {
	at   int64 // in the file; below zero, one less than no place in held
	size uint32
}

// IsKept says whether there is a text at all.
func (t Text) IsKept() bool { return t.size > 0 }

// Len is how long it is, in bytes.
func (t Text) Len() int { return int(t.size) }

// most is how many bytes are written at once.
const most = 256 << 10

// Keep keeps a text of less than 4 GB, which the caller may change afterwards.
func (p *Pad) Keep(text []byte) Text {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return Text{p.size, uint32(len(text))}
	}
	if p.full {
		p.held = append(p.held, append([]byte(nil), text...))
		return Text{-int64(len(p.held)), uint32(len(text))}
	}
	t := Text{p.size + int64(len(p.behind)), uint32(len(text))}
	p.behind = append(p.behind, text...)
	if len(p.behind) >= most {
		p.write()
	}
	return t
}

// write empties what is behind into the file, or gives up doing so.
func (p *Pad) write() {
	if p.file == nil {
		file, err := create()
		if err != nil {
			p.full = true
			return
		}
		p.file = file
	}
	if _, err := p.file.WriteAt(p.behind, p.size); err != nil {
		p.full = true
		return
	}
	p.size += int64(len(p.behind))
	p.behind = p.behind[:0]
}

// Text returns a text that was kept.
func (p *Pad) Text(t Text) ([]byte, error) { return p.TextIn(t, nil) }

// TextIn is Text in a buffer, if it is large enough; it holds until that is used again.
func (p *Pad) TextIn(t Text, buffer []byte) ([]byte, error) {
	p.mu.Lock()
	if t.at < 0 {
		defer p.mu.Unlock()
		if p.closed {
			return nil, os.ErrClosed
		}
		return append(buffer[:0], p.held[-t.at-1]...), nil
	}
	text := slices.Grow(buffer[:0], int(t.size))[:t.size]
	if p.closed {
		p.mu.Unlock()
		return nil, os.ErrClosed
	}
	if at := t.at - p.size; at >= 0 {
		copy(text, p.behind[at:])
		p.mu.Unlock()
		return text, nil
	}
	p.mu.Unlock()
	_, err := p.file.ReadAt(text, t.at)
	return text, err
}

// Roll is a long text that a Pad keeps, written from its beginning to its end.
type Roll struct {
	pad   *Pad
	parts []Text
}

// Roll begins one.
func (p *Pad) Roll() *Roll { return &Roll{pad: p} }

// Write implements [io.Writer]. It has no error.
func (r *Roll) Write(part []byte) (int, error) {
	r.parts = append(r.parts, r.pad.Keep(part))
	return len(part), nil
}

// Open returns a reader of what was written.
func (r *Roll) Open() io.ReadCloser { return &reader{roll: r, next: r.parts} }

type reader struct {
	roll   *Roll
	next   []Text
	buffer []byte
	rest   []byte // of it
}

func (r *reader) Read(b []byte) (n int, err error) {
	for len(r.rest) == 0 {
		if len(r.next) == 0 {
			return 0, io.EOF
		}
		if r.buffer, err = r.roll.pad.TextIn(r.next[0], r.buffer); err != nil {
			return 0, err
		}
		r.next, r.rest = r.next[1:], r.buffer
	}
	n = copy(b, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func (r *reader) Close() error { return nil }

// Close forgets all texts. Nothing can be kept afterwards, nor read.
func (p *Pad) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	file := p.file
	p.file, p.held, p.behind, p.closed = nil, nil, nil, true
	if file == nil {
		return nil
	}
	return file.Close()
}
