// Package scratch keeps out of a process's memory, on the disk, what it will ask for later.
//
// It owns a file in the system's folder for such files, which nobody else can open by a name and
// which is gone when the process ends, however it ends. Where the disk takes nothing, what was to
// be kept there stays in memory: that costs room, and is no fault of anybody's site.
package scratch

import (
	"os"
	"sync"
)

// Pad keeps texts. The zero value is ready. It is safe for concurrent use.
type Pad struct {
	mu     sync.Mutex
	file   *os.File
	size   int64  // bytes in the file
	behind []byte // those that come behind them, not written yet
	full   bool   // the disk takes nothing any more
}

// Text is one that a Pad keeps.
type Text struct {
	at   int64
	size int
	held []byte // where the disk took nothing
}

// IsKept says whether there is a text at all.
func (t Text) IsKept() bool { return t.size > 0 }

// Len is how long it is, in bytes.
func (t Text) Len() int { return t.size }

// most is how many bytes are written at once.
const most = 256 << 10

// Keep keeps a text, which the caller may change afterwards.
func (p *Pad) Keep(text []byte) Text {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.full {
		return Text{size: len(text), held: append([]byte(nil), text...)}
	}
	t := Text{at: p.size + int64(len(p.behind)), size: len(text)}
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
func (p *Pad) Text(t Text) ([]byte, error) {
	if t.held != nil {
		return t.held, nil
	}
	text := make([]byte, t.size)
	p.mu.Lock()
	if at := t.at - p.size; at >= 0 {
		copy(text, p.behind[at:])
		p.mu.Unlock()
		return text, nil
	}
	p.mu.Unlock()
	_, err := p.file.ReadAt(text, t.at)
	return text, err
}

// Close forgets all texts.
func (p *Pad) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil {
		return nil
	}
	file := p.file
	p.file, p.full = nil, true
	return file.Close()
}
