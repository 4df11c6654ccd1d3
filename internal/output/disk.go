package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"blandongan/internal/files"
	"blandongan/internal/machine"
)

// What we make is readable by all and writable by its owner, subject to umask.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// bufferSize is what one comparison or copy holds in memory, in bytes.
const bufferSize = 64 << 10

// disk is what we ask of the file system: os.Root's methods of the same names,
// with slash paths below the folder; OpenFolder, for what OpenFile is to files; Look, which is
// Lstat where nothing but folders is above the name; Folders, the names of those that are
// known to lie in one, if that is cheaper than many looks; Sub, a disk for one folder of it; and Flush. It is
// wider than an interface should be because tests must be able to fail every single operation.
type disk interface {
	Lstat(name string) (fs.FileInfo, error)
	Look(name string) (kind, files.Stamp, error)
	Folders(name string) []string
	OpenFile(name string, flag int, perm fs.FileMode) (file, error)
	OpenFolder(name string) (openFolder, error)
	Mkdir(name string, perm fs.FileMode) error
	Rename(oldname, newname string) error
	Remove(name string) error
	RemoveAll(name string) error
	Sub(name string) (disk, error)
	Flush() error
	Close() error
}

// file is what we ask of an open file.
type file interface {
	io.ReadWriteSeeker
	io.Closer
	Sync() error
}

// openFolder is what we ask of an open folder.
type openFolder interface {
	io.Closer
	ReadDir(n int) ([]fs.DirEntry, error)
	Readdirnames(n int) ([]string, error)
	Sync() error
}

// rooted is the real disk.
type rooted struct {
	*os.Root
	top *os.File // the same folder, for calls of our own
}

// newRooted makes a disk of a folder, which it closes when it fails.
func newRooted(root *os.Root) (rooted, error) {
	top, err := root.Open(".")
	if err != nil {
		root.Close()
	}
	return rooted{root, top}, err
}

func (r rooted) Close() error { return errors.Join(r.top.Close(), r.Root.Close()) }

// openInRoot is OpenFile by os.Root, which opens every folder on the way.
func (r rooted) openInRoot(name string, flag int, perm fs.FileMode) (file, error) {
	f, err := machine.Open(r.Root, name, flag, perm)
	if err != nil {
		return nil, err // not f: a nil *os.File in an interface is not nil
	}
	return f, nil
}

func (r rooted) OpenFolder(name string) (openFolder, error) {
	f, err := machine.Open(r.Root, name, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r rooted) Remove(name string) error { return machine.Remove(r.Root, name) }

func (r rooted) Sub(name string) (disk, error) {
	sub, err := r.Root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return newRooted(sub)
}

// fail says which operation failed on which of our files. The system's own
// path is taken out: it may be that of a staged file, which means nothing to
// whoever reads the message.
func (f *Folder) fail(op, name string, err error) error {
	return failure(f.dir, op, name, err)
}

func failure(dir, op, name string, err error) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		err = pathErr.Err
	case errors.As(err, &linkErr):
		err = linkErr.Err
	}
	return &fs.PathError{Op: op, Path: filepath.Join(dir, filepath.FromSlash(name)), Err: err}
}

func (f *Folder) remove(name string) error {
	if err := f.disk.Remove(name); err != nil {
		return f.fail("remove", name, err)
	}
	return nil
}

// mkdir makes one folder and is content if it exists.
func (f *Folder) mkdir(name string) error {
	if err := f.disk.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return f.fail("make folder", name, err)
	}
	return nil
}

// empty cuts a file to no bytes.
func (f *Folder) empty(name string) error {
	h, err := f.disk.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0)
	if err == nil {
		err = h.Close()
	}
	if err != nil {
		return f.fail("empty", name, err)
	}
	return nil
}
