package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"

	"blandongan/internal/files"
	"blandongan/internal/machine"
)

// memoryMode lets nobody else read what a builder remembers: it may be of drafts, and the
// folder may be one that a web server shows.
const memoryMode fs.FileMode = 0o600

// Resume takes the folder up where the Commit left it of which something is known: as in a later round, what is
// not put and not dropped stays as it is. It comes before the first Put, and is false when
// there is no memory, for only that tells that the last Commit ended and what it left, or one of other files, by
// whoever held the folder since it was read. Then all must be put.
func (f *Folder) Resume(known Remembered) bool {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed || f.spent || f.round > 0 || len(f.puts) > 0 {
		return false
	}
	h, now, err := f.openMemory()
	if err != nil {
		return false
	}
	if h.Close(); now.of != known.of {
		return false
	}
	if f.order == nil {
		f.order = slices.Sorted(maps.Keys(f.own))
	}
	f.round++
	return true
}

// IsFull says whether an error is that a disk has no room.
func IsFull(err error) bool {
	return machine.Is(err, syscall.ENOSPC) || machine.Is(err, syscall.EDQUOT)
}

// Forget takes away what is remembered in a folder that nobody holds. It returns false where nothing was.
func Forget(dir string) bool {
	gone := false
	for _, name := range []string{memoryPath, findingsPath} {
		gone = os.Remove(filepath.Join(dir, filepath.FromSlash(name))) == nil || gone
	}
	return gone
}

// Stamp returns the stamp of a file of ours, as it lies there now. Whoever remembers what
// it had sees whether somebody else changed it. It asks the system once a file.
func (f *Folder) Stamp(path string) (files.Stamp, bool) {
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.closed || !f.own[path] && !f.isPut(path) {
		return files.Stamp{}, false
	}
	k, stamp, err := f.present.at(path)
	return stamp, err == nil && k == plain
}

func (f *Folder) isPut(path string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, is := f.puts[path]
	return is
}

// Remember keeps what the builder knows of what the last Commit left, for the process that
// comes next, and writes at once. A builder that cannot be remembered has lost nothing but time.
func (f *Folder) Remember(write func(io.Writer) error) error {
	f.gate.Lock()
	defer f.gate.Unlock()
	if f.closed || f.spent && !f.ended {
		return errClosed
	}
	err := f.writeMemory(write)
	if f.ended || f.staged == 0 && f.tree == nil {
		err = errors.Join(err, f.clearStage())
	}
	return err
}

func (f *Folder) writeMemory(write func(io.Writer) error) error {
	head, err := f.memoryHead()
	if err != nil {
		return err
	}
	if err := f.mkdir(stagePath); err != nil {
		return err
	}
	staged := path.Join(stagePath, "memory")
	h, err := f.disk.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, memoryMode)
	if err == nil {
		if _, err = h.Write(head); err == nil {
			err = write(h)
		}
		err = errors.Join(err, h.Close())
	}
	if err == nil {
		err = f.disk.Rename(staged, memoryPath)
	}
	if err != nil {
		_ = f.disk.Remove(staged)
		return f.fail("write", memoryPath, err)
	}
	return nil
}

// Remembered is what was kept.
type Remembered struct {
	Bytes []byte
	of    string // the line that says of which manifest
	size  int64
}

// Memory returns what the last Remember kept in a folder, which is not held; no bytes when there is
// nothing. It was not synced: after a power cut it may be cut short.
func Memory(dir string) Remembered {
	f, err := openUnheld(dir)
	if err != nil {
		return Remembered{}
	}
	defer f.disk.Close()
	h, m, err := f.openMemory()
	if err != nil {
		return Remembered{}
	}
	defer h.Close()
	m.Bytes = make([]byte, m.size)
	if _, err := io.ReadFull(h, m.Bytes); err != nil {
		return Remembered{}
	}
	return m
}

// MemorySize returns how many bytes are kept in a folder, be they of use or not, and whether there is
// something at all.
func MemorySize(dir string) (size int64, lies bool) {
	f, err := openUnheld(dir)
	if err != nil {
		return 0, false
	}
	defer f.disk.Close()
	k, stamp, err := f.present.at(memoryPath)
	if err != nil || k != plain {
		return 0, false
	}
	return stamp.Size(), true
}

var errNoMemory = errors.New("nothing is remembered")

// openMemory opens the memory, where it is of the manifest in place. The builder's bytes come next.
func (f *Folder) openMemory() (h file, m Remembered, err error) {
	k, stamp, err := newSurvey(f).at(memoryPath)
	if err != nil || k != plain {
		return nil, m, errNoMemory
	}
	head, err := f.memoryHead()
	if err != nil {
		return nil, m, err
	}
	if h, err = f.disk.OpenFile(memoryPath, os.O_RDONLY, 0); err != nil {
		return nil, m, err
	}
	is := make([]byte, len(head))
	if _, err := io.ReadFull(h, is); err != nil || !bytes.Equal(is, head) {
		h.Close()
		return nil, m, errNoMemory
	}
	return h, Remembered{of: string(head), size: stamp.Size() - int64(len(head))}, nil
}

// memoryHead is the line that a memory of the manifest in place begins with.
func (f *Folder) memoryHead() ([]byte, error) {
	h, err := f.disk.OpenFile(manifestPath, os.O_RDONLY, 0)
	if err != nil {
		return nil, f.fail("read", manifestPath, err)
	}
	defer h.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, h); err != nil {
		return nil, f.fail("read", manifestPath, err)
	}
	return fmt.Appendf(nil, "blandongan memory 1 %x\n", digest.Sum(nil)), nil
}

// forget takes away what was remembered. That it cannot be done need not stop a build: see
// the package comment.
func (f *Folder) forget() { _ = f.disk.Remove(memoryPath) }

// Holds says whether what lies at a path of ours is whole, as intact finds it. It puts nothing.
func (f *Folder) Holds(path string, intact func(data []byte) bool) bool {
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.closed || !f.own[path] {
		return false
	}
	data := f.lying(path)
	return data != nil && intact(data)
}
