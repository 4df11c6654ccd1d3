package sftp

import (
	"context"
	"errors"
	"io/fs"
	"path"

	"github.com/pkg/sftp"

	"blandongan/internal/publish/store"
)

// errNoReplace says that a host does not rename over a file.
var errNoReplace = errors.New("the host does not rename over a file")

// rename brings a file to its address, over another if the host can.
func (s *Store) rename(c *sftp.Client, from, to string) error {
	if _, can := c.HasExtension(posixRename); can {
		return c.PosixRename(from, to)
	}
	if s.refuses.Load() {
		if err := s.noReplace(c, to); err != nil {
			return err
		}
	}
	err := c.Rename(from, to) // some hosts replace
	var answer *sftp.StatusError
	if errors.As(err, &answer) {
		if e := s.noReplace(c, to); e != nil {
			return e
		}
	}
	return err
}

// noReplace finds what is in the way of a rename, if anything.
func (s *Store) noReplace(c *sftp.Client, to string) error {
	info, err := c.Lstat(to)
	switch {
	case err != nil:
		return nil
	case info.IsDir():
		return store.NewFault("in-the-way", to)
	}
	s.refuses.Store(true)
	return errNoReplace
}

// asideFolder holds, by their paths, files that are being replaced where this
// takes two steps.
const asideFolder = store.OwnFolder + "/aside"

// replace replaces a file with a gap between two renames. What a cut leaves aside
// is put back by [Store.Begin], and until then is found aside: see
// [Store.lstat].
func (s *Store) replace(c *sftp.Client, from, name, to string) error {
	if err := s.folder(c, path.Join(asideFolder, path.Dir(name)), true); err != nil {
		return err
	}
	aside := path.Join(s.base, asideFolder, name)
	if _, err := c.Lstat(aside); err == nil { // of a run that was cut after the gap
		if err := c.Remove(aside); err != nil {
			return s.explain(c, err, aside, 0)
		}
	}
	if err := c.Rename(to, aside); err != nil {
		return s.explain(c, err, to, 0)
	}
	if err := c.Rename(from, to); err != nil {
		return errors.Join(s.explain(c, err, to, 0), c.Rename(aside, to))
	}
	_ = c.Remove(aside) // or at the next run
	return nil
}

// lstat finds a file, and where it is: a gap is none to whoever looks.
func (s *Store) lstat(c *sftp.Client, name, full string) (at string, info fs.FileInfo, err error) {
	info, err = c.Lstat(full)
	if _, can := c.HasExtension(posixRename); can || !errors.Is(err, fs.ErrNotExist) {
		return full, info, err
	}
	at = path.Join(s.base, asideFolder, name)
	info, err = c.Lstat(at)
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist // a folder of what is aside
	}
	return at, info, err
}

// Begin ends what a cut left in a gap: a file that is aside goes back to its address,
// unless the new one is there.
func (s *Store) Begin(ctx context.Context, _ []string, _ func(string) bool) error {
	return s.with(ctx, "", func(c *sftp.Client) error {
		if _, can := c.HasExtension(posixRename); can {
			return nil
		}
		return s.putBackFrom(c, ".")
	})
}

func (s *Store) putBackFrom(c *sftp.Client, folder string) error {
	aside := path.Join(s.base, asideFolder, folder)
	list, err := c.ReadDir(aside)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, info := range list {
		name := path.Join(folder, info.Name())
		if info.IsDir() {
			err = errors.Join(err, s.putBackFrom(c, name))
			continue
		}
		left, to := path.Join(aside, info.Name()), path.Join(s.base, name)
		if e := c.Rename(left, to); e != nil { // the new one is there
			_, e = c.Lstat(to)
			if e == nil {
				e = c.Remove(left)
			}
			err = errors.Join(err, e)
		}
	}
	if err != nil {
		return s.explain(c, err, aside, 0)
	}
	_ = c.RemoveDirectory(aside)
	return nil
}
