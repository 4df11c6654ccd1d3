package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync"
)

// Comparison compares what a build would write with what lies in a folder, and
// writes nothing. Put and PutFile may be called by several goroutines.
type Comparison struct {
	folder *Folder
	mu     sync.Mutex // guards other
	other  []string
}

// Compare begins a comparison with a folder. In one that is not there everything
// differs.
func Compare(dir string) (*Comparison, error) {
	f, err := openUnheld(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &Comparison{}, nil
	}
	return &Comparison{folder: f}, err
}

// Put compares one file.
func (c *Comparison) Put(p string, data []byte) error {
	return c.note(p, func() (bool, error) { return c.folder.has(p, data) })
}

// PutFile compares one file that is streamed.
func (c *Comparison) PutFile(p string, src func() (io.ReadCloser, error)) error {
	return c.note(p, func() (bool, error) { return c.folder.hasStream(p, src) })
}

// Keep says whether a build would keep the file that lies at a path, as intact finds it whole.
// Where kept is false the file is still to be put.
func (c *Comparison) Keep(p string, intact func(data []byte) bool) (kept bool, err error) {
	if c.folder == nil {
		return false, nil
	}
	data := c.folder.lying(p)
	return data != nil && intact(data), nil
}

func (c *Comparison) note(p string, has func() (bool, error)) error {
	if err := checkPath(p); err != nil {
		return err
	}
	if c.folder != nil {
		if same, err := has(); same || err != nil {
			return err
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.other = append(c.other, p)
	return nil
}

// Other ends the comparison and lists the files of which other bytes lie in the
// folder, or nothing, sorted.
func (c *Comparison) Other() ([]string, error) {
	slices.Sort(c.other)
	if c.folder == nil {
		return c.other, nil
	}
	return c.other, c.folder.disk.Close()
}

// has says whether the file at p has just these bytes. A file that cannot be
// read counts as different: it is made again, or found foreign by Commit.
func (f *Folder) has(p string, data []byte) (bool, error) {
	k, stamp, err := f.present.at(p)
	if err != nil || k != plain || stamp.Size() != int64(len(data)) || f.isRenamed(p) {
		return false, err
	}
	if len(data) == 0 {
		return true, nil
	}
	h, err := f.disk.OpenFile(p, os.O_RDONLY, 0)
	if err != nil {
		return false, nil
	}
	defer h.Close()
	buf := f.buffers.Get().(*[bufferSize]byte)
	defer f.buffers.Put(buf)
	for len(data) > 0 {
		n := min(len(data), bufferSize)
		if _, err := io.ReadFull(h, buf[:n]); err != nil || !bytes.Equal(buf[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
	}
	return true, nil
}

// hasStream is has for bytes that come from src.
func (f *Folder) hasStream(p string, src func() (io.ReadCloser, error)) (same bool, err error) {
	k, _, err := f.present.at(p)
	if err != nil || k != plain || f.isRenamed(p) {
		return false, err
	}
	h, err := f.disk.OpenFile(p, os.O_RDONLY, 0)
	if err != nil {
		return false, nil
	}
	defer h.Close()
	err = f.read(p, src, func(r io.Reader) (err error) {
		same, err = f.sameStream(p, h, r)
		return err
	})
	return same, err
}

// sameStream compares two streams to the first difference. Only ours can fail;
// present that cannot be read is different.
func (f *Folder) sameStream(p string, present, ours io.Reader) (bool, error) {
	buf := f.buffers.Get().(*[bufferSize]byte)
	defer f.buffers.Put(buf)
	a, b := buf[:bufferSize/2], buf[bufferSize/2:]
	for {
		n, err := io.ReadFull(ours, a)
		end := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !end {
			return false, f.sourceFailed(p, err)
		}
		m, err := io.ReadFull(present, b)
		if !bytes.Equal(a[:n], b[:m]) {
			return false, nil
		}
		if end {
			// A short last piece must be the last of the other side too.
			return err == io.EOF || err == io.ErrUnexpectedEOF, nil
		}
	}
}
