package output

import (
	"bytes"
	"io"
	"os"
)

// lies says whether the file at p has just these bytes. A file that cannot be
// read counts as different: it is made again, or found foreign by Commit.
func (f *Folder) lies(p string, data []byte) (bool, error) {
	k, size, err := f.lying.look(p)
	if err != nil || k != plain || size != int64(len(data)) {
		return false, err
	}
	if size == 0 {
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

// liesStream is lies for bytes that come from src.
func (f *Folder) liesStream(p string, src func() (io.ReadCloser, error)) (same bool, err error) {
	k, _, err := f.lying.look(p)
	if err != nil || k != plain {
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
// lying that cannot be read is different.
func (f *Folder) sameStream(p string, lying, ours io.Reader) (bool, error) {
	buf := f.buffers.Get().(*[bufferSize]byte)
	defer f.buffers.Put(buf)
	a, b := buf[:bufferSize/2], buf[bufferSize/2:]
	for {
		n, err := io.ReadFull(ours, a)
		end := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !end {
			return false, f.sourceFailed(p, err)
		}
		m, err := io.ReadFull(lying, b)
		if !bytes.Equal(a[:n], b[:m]) {
			return false, nil
		}
		if end {
			// A short last piece must be the last of the other side too.
			return err == io.EOF || err == io.ErrUnexpectedEOF, nil
		}
	}
}
