package sftp

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// madeFolder is what is known of a folder: once seen, it is taken to be there
// until something put into it is refused. A host far away is not asked for each
// file again.
type madeFolder struct {
	mu   sync.Mutex
	seen bool
}

// folder makes sure that a folder and all above it, up to the prefix, are folders
// and no links; the prefix itself may be one. What is missing is made when asked,
// else it is fs.ErrNotExist.
func (s *Store) folder(c *sftp.Client, name string, make bool) error {
	s.mu.Lock()
	f := s.folders[name]
	if f == nil {
		f = &madeFolder{}
		s.folders[name] = f
	}
	s.mu.Unlock()
	f.mu.Lock() // others who need it wait until it is made
	defer f.mu.Unlock()
	if f.seen {
		return nil
	}
	if name != "." {
		if err := s.folder(c, path.Dir(name), make); err != nil {
			return err
		}
	}
	full := path.Join(s.base, name)
	_, err := s.isFolder(c, name, full)
	switch {
	case make && errors.Is(err, fs.ErrNotExist):
		err = s.makeFolder(c, name, full)
	case !make && store.IsFault(err, "in-the-way"):
		err = fmt.Errorf("%s: %w", full, fs.ErrNotExist) // nothing lies below a file
	}
	f.seen = err == nil
	return err
}

func (s *Store) isFolder(c *sftp.Client, name, full string) (fs.FileInfo, error) {
	look := c.Lstat
	if name == "." {
		look = c.Stat
	}
	info, err := look(full)
	switch {
	case err != nil:
		return nil, s.explain(c, err, full, 0)
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, store.NewFault("link-in-path", full)
	case !info.IsDir():
		return nil, store.NewFault("in-the-way", full)
	}
	return info, nil
}

// makeFolder makes one for others to read. A group that is inherited stays. The
// host does not say why it makes none: perhaps there was one, which went before we
// looked.
func (s *Store) makeFolder(c *sftp.Client, name, full string) error {
	var failed error
	for range 3 {
		failed = c.Mkdir(full)
		info, err := s.isFolder(c, name, full)
		switch {
		case err == nil && failed == nil:
			chmod := func(mode fs.FileMode) error { return c.Chmod(full, mode) }
			return s.explain(c, setMode(chmod, info.Mode(), info.Mode()&fs.ModeSetgid|store.FolderMode), full, 0)
		case failed == nil || !errors.Is(err, fs.ErrNotExist):
			return err // nil when somebody else made it
		}
		if errors.Is(failed, fs.ErrNotExist) {
			break // the one above it is gone
		}
	}
	return s.explain(c, failed, full, 0)
}

// forget makes a folder be looked at again.
func (s *Store) forget(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.folders, name)
}

// forgetAll forgets folders with all above them.
func (s *Store) forgetAll(names ...string) {
	for _, name := range names {
		for ; name != "."; name = path.Dir(name) {
			s.forget(name)
		}
		s.forget(".")
	}
}
