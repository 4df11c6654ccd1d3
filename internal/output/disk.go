package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"blandongan/internal/output/below"
)

// What we make is readable by all and writable by its owner, subject to umask.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// bufferSize is what one comparison or copy holds in memory, in bytes.
const bufferSize = 64 << 10

// The disk, by its own words.
type (
	disk       = below.Disk
	file       = below.File
	openFolder = below.Dir
	kind       = below.Kind
)

const (
	absent = below.Absent
	plain  = below.Plain
	folder = below.Folder
	other  = below.Other
)

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
