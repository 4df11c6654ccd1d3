package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"

	"blandongan/internal/files"
)

// unstaged marks a path whose bytes already lie at its address.
const unstaged = -1

// Put gives the bytes of one file of the site. path is relative to the folder,
// with slashes, clean; data is not kept. It fails on a path that is invalid,
// that was put before, or that would be both file and folder, and when the
// bytes cannot be staged. After a failure Commit fails too.
func (f *Folder) Put(path string, data []byte) error {
	return f.put(path, func() (int, error) {
		switch same, err := f.has(path, data); {
		case err != nil:
			return 0, err
		case same:
			return unstaged, nil
		}
		return f.stage(path, func(w io.Writer) error {
			if _, err := w.Write(data); err != nil {
				return f.fail("write", path, err)
			}
			return nil
		})
	})
}

// Keep puts what a build of ours left at a path as it lies there, if intact finds it whole.
// It is for files whose paths tell what is in them, and that take long to make. Where kept
// is false the file is still to be put.
func (f *Folder) Keep(path string, intact func(data []byte) bool) (kept bool, err error) {
	data := f.leftAt(path)
	if data == nil || !intact(data) {
		return false, nil
	}
	return true, f.put(path, func() (int, error) { return unstaged, nil })
}

// leftAt returns what a build of ours left at a path, nil where it cannot be read.
func (f *Folder) leftAt(path string) []byte {
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.closed || f.spent || !f.own[path] {
		return nil
	}
	return f.lying(path)
}

// lying returns what lies at a path, nil where it cannot be read: then it is made again, and
// fails where that fails.
func (f *Folder) lying(path string) []byte {
	if kind, _, err := f.present.at(path); err != nil || kind != plain {
		return nil
	}
	h, err := f.disk.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return nil
	}
	defer h.Close()
	data, err := io.ReadAll(h)
	if err != nil {
		return nil
	}
	return data
}

// PutFile is Put for a file that is copied: it is streamed, never whole in
// memory. src opens the bytes from their beginning; it is called twice when a
// file lies at the address, for comparing and for copying.
func (f *Folder) PutFile(path string, src func() (io.ReadCloser, error)) error {
	return f.put(path, func() (int, error) {
		switch same, err := f.hasStream(path, src); {
		case err != nil:
			return 0, err
		case same:
			return unstaged, nil
		}
		return f.stage(path, func(w io.Writer) error {
			return f.read(path, src, func(r io.Reader) error { return f.copyTo(w, path, r) })
		})
	})
}

// put claims the path, runs work, which answers the number of the staged file,
// and remembers both the answer and a failure.
func (f *Folder) put(path string, work func() (int, error)) error {
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.closed || f.spent {
		return errClosed
	}
	err := f.claim(path)
	number := unstaged
	if err == nil {
		number, err = work()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		if f.stageErr == nil {
			f.stageErr = err
		}
		return err
	}
	f.puts[path] = number
	return nil
}

// claim takes the path for the caller alone.
func (f *Folder) claim(p string) error {
	if err := checkPath(p); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, taken := f.puts[p]; taken {
		return fmt.Errorf("output path %q: put twice", p)
	}
	if f.above[p] {
		return fmt.Errorf("output path %q: put as a file, but other files need it as a folder", p)
	}
	for dir := range foldersAbove(p) {
		if _, taken := f.puts[dir]; taken {
			return fmt.Errorf("output path %q: needs the folder %q, which was put as a file", p, dir)
		}
	}
	for dir := range foldersAbove(p) {
		if f.above[dir] {
			break // then all above it are known too
		}
		f.above[dir] = true
	}
	f.puts[p] = unstaged
	return nil
}

// checkPath says what is wrong with a path given to Put, or read in a manifest.
func checkPath(p string) error {
	if err := pathFault(p); err != nil {
		return fmt.Errorf("output path %q: %w", p, err)
	}
	return nil
}

func pathFault(p string) error {
	switch {
	case p == "" || p == "." || !fs.ValidPath(p):
		return errors.New("not a clean relative slash path")
	case strings.IndexByte(p, '\\') >= 0:
		return errors.New("has a backslash")
	}
	name := 0 // where the name begins that i is in
	for i := range len(p) {
		switch c := p[i]; {
		case c < 0x20 || c == 0x7f:
			// A line break or tab would also break the manifest.
			return errors.New("has a control character")
		case c == '/':
			name = i + 1
		case i-name >= files.LongestName:
			return fmt.Errorf("has a name longer than %d bytes", files.LongestName)
		}
	}
	// Folding, because some file systems do.
	if first, _, _ := strings.Cut(p, "/"); strings.EqualFold(first, recordsFolder) {
		return fmt.Errorf("%s is kept for our own records", recordsFolder)
	}
	return nil
}

// folderOf is path.Dir of a path that is clean.
func folderOf(p string) string {
	if i := strings.LastIndexByte(p, '/'); i >= 0 {
		return p[:i]
	}
	return "."
}

// foldersAbove yields each folder above p, innermost first.
func foldersAbove(p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(p, '/'); i > 0; i = strings.LastIndexByte(p[:i], '/') {
			if !yield(p[:i]) {
				return
			}
		}
	}
}

// foldersOf lists the folders above any of the files, sorted, save those in
// except, which must hold with a folder also all above it.
func foldersOf(files []string, except map[string]bool) []string {
	dirs := map[string]bool{}
	for _, file := range files {
		for dir := range foldersAbove(file) {
			if except[dir] || dirs[dir] {
				break // then all above it is known too
			}
			dirs[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(dirs))
}
