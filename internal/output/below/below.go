// Package below is the file system below one folder, as a builder needs it that makes tens of
// thousands of files: nothing is reached through a link or outside of the folder, as [os.Root]
// has it, and where the system can see to that itself, on Linux, one call is enough where
// os.Root opens every folder on the way.
package below

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"blandongan/internal/files"
	"blandongan/internal/machine"
)

// Kind is what lies at an address.
type Kind uint8

const (
	Absent Kind = iota
	Plain       // a regular file
	Folder
	Other // a symbolic link, a device, a pipe: never ours
)

// Disk is what a builder asks of the file system: os.Root's methods of the same names,
// with slash paths below the folder; OpenFolder, which is to folders what OpenFile is to files;
// Look, which is Lstat where nothing but folders is above the name; Folders, the names of those
// that are known to lie in one, where that is cheaper than many looks; Sub, a disk for one
// folder of it; and Flush, which brings to the disk what was written. It is wider than an
// interface should be because tests must be able to fail every single operation.
type Disk interface {
	Lstat(name string) (fs.FileInfo, error)
	Look(name string) (Kind, files.Stamp, error)
	Folders(name string) []string
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	OpenFolder(name string) (Dir, error)
	Mkdir(name string, perm fs.FileMode) error
	Rename(oldname, newname string) error
	Remove(name string) error
	RemoveAll(name string) error
	Sub(name string) (Disk, error)
	Flush() error
	Close() error
}

// File is what is asked of an open file.
type File interface {
	io.ReadWriteSeeker
	io.Closer
	Sync() error
}

// Dir is what is asked of an open folder.
type Dir interface {
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

// Open makes a disk of an open folder, which is closed with it, and when it fails.
func Open(root *os.Root) (Disk, error) {
	top, err := root.Open(".")
	if err != nil {
		root.Close()
		return nil, err
	}
	return rooted{root, top}, nil
}

func (r rooted) Close() error { return errors.Join(r.top.Close(), r.Root.Close()) }

// openInRoot is OpenFile by os.Root, which opens every folder on the way.
func (r rooted) openInRoot(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := machine.Open(r.Root, name, flag, perm)
	if err != nil {
		return nil, err // not f: a nil *os.File in an interface is not nil
	}
	return f, nil
}

func (r rooted) OpenFolder(name string) (Dir, error) {
	f, err := machine.Open(r.Root, name, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r rooted) Remove(name string) error { return machine.Remove(r.Root, name) }

func (r rooted) Sub(name string) (Disk, error) {
	sub, err := r.Root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return Open(sub)
}
