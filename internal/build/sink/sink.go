// Package sink says where finished files of a build go: an output folder, nothing, or either past
// somebody who keeps what went by. It belongs to build.
package sink

import (
	"bytes"
	"io"
	"sync"
)

// Sink takes finished files: an output folder, or nothing. It may be used by several at once.
type Sink interface {
	Put(path string, data []byte) error
	PutFile(path string, open func() (io.ReadCloser, error)) error
	Keep(path string, intact func(data []byte) bool) (kept bool, err error)
}

// Nowhere is the sink of a build that only checks.
type Nowhere struct{}

// Put takes a file.
func (Nowhere) Put(string, []byte) error { return nil }

// Keep has all files.
func (Nowhere) Keep(string, func([]byte) bool) (bool, error) { return true, nil }

// PutFile wants a file to be there.
func (Nowhere) PutFile(_ string, open func() (io.ReadCloser, error)) error {
	f, err := open()
	if err != nil {
		return err
	}
	return f.Close()
}

// Witness keeps what is put into another sink.
type Witness struct {
	Sink
	Files map[string][]byte
	mu    sync.Mutex
}

// Put keeps a file and hands it on.
func (w *Witness) Put(path string, data []byte) error {
	w.mu.Lock()
	w.Files[path] = bytes.Clone(data)
	w.mu.Unlock()
	return w.Sink.Put(path, data)
}
