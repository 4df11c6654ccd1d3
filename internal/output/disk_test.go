package output

import (
	"io/fs"
	"os"

	"blandongan/internal/files"
)

// tapped is a disk that says each operation before it is done; an error keeps
// it from being done. A write that fails has written half of its bytes: that is
// how a disk becomes full. Syncing is only said, never done.
type tapped struct {
	disk
	before func(op, name string) error
	torn   func() // called after half a write, if not nil
}

func (d *tapped) Lstat(name string) (fs.FileInfo, error) {
	if err := d.before("lstat", name); err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return d.disk.Lstat(name)
}

func (d *tapped) Look(name string) (kind, files.Stamp, error) {
	if err := d.before("lstat", name); err != nil {
		return absent, files.Stamp{}, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return d.disk.Look(name)
}

func (d *tapped) Folders(name string) []string {
	if d.before("readdir", name) != nil {
		return nil
	}
	return d.disk.Folders(name)
}

func (d *tapped) OpenFile(name string, flag int, perm fs.FileMode) (file, error) {
	op := "open"
	if flag&os.O_CREATE != 0 {
		op = "create"
	}
	if err := d.before(op, name); err != nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: err}
	}
	f, err := d.disk.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return &tappedFile{f, d, name}, nil
}

func (d *tapped) OpenFolder(name string) (openFolder, error) {
	if err := d.before("open", name); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	f, err := d.disk.OpenFolder(name)
	if err != nil {
		return nil, err
	}
	return &tappedFolder{f, d, name}, nil
}

func (d *tapped) Mkdir(name string, perm fs.FileMode) error {
	if err := d.before("mkdir", name); err != nil {
		return &fs.PathError{Op: "mkdir", Path: name, Err: err}
	}
	return d.disk.Mkdir(name, perm)
}

func (d *tapped) Rename(oldname, newname string) error {
	if err := d.before("rename", newname); err != nil {
		return &os.LinkError{Op: "rename", Old: oldname, New: newname, Err: err}
	}
	return d.disk.Rename(oldname, newname)
}

func (d *tapped) Remove(name string) error {
	if err := d.before("remove", name); err != nil {
		return &fs.PathError{Op: "remove", Path: name, Err: err}
	}
	return d.disk.Remove(name)
}

func (d *tapped) Sub(name string) (disk, error) {
	if err := d.before("open", name); err != nil {
		return nil, &fs.PathError{Op: "openroot", Path: name, Err: err}
	}
	sub, err := d.disk.Sub(name)
	if err != nil {
		return nil, err
	}
	below := func(op, inner string) error { return d.before(op, name+"/"+inner) }
	return &tapped{disk: sub, before: below, torn: d.torn}, nil
}

func (d *tapped) Flush() error { return d.before("flush", ".") }

// RemoveAll removes file by file, so that it too can stop half-way.
func (d *tapped) RemoveAll(name string) error {
	if err := d.before("removeall", name); err != nil {
		return &fs.PathError{Op: "removeall", Path: name, Err: err}
	}
	info, err := d.disk.Lstat(name)
	if err != nil {
		return nil
	}
	if info.IsDir() {
		h, err := d.disk.OpenFolder(name)
		if err != nil {
			return err
		}
		entries, err := h.ReadDir(-1)
		h.Close()
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := d.RemoveAll(name + "/" + e.Name()); err != nil {
				return err
			}
		}
	}
	return d.disk.Remove(name)
}

type tappedFile struct {
	file
	d    *tapped
	name string
}

func (f *tappedFile) Write(p []byte) (int, error) {
	if err := f.d.before("write", f.name); err != nil {
		n, _ := f.file.Write(p[:len(p)/2])
		if f.d.torn != nil {
			f.d.torn()
		}
		return n, &fs.PathError{Op: "write", Path: f.name, Err: err}
	}
	return f.file.Write(p)
}

func (f *tappedFile) Read(p []byte) (int, error) {
	if err := f.d.before("read", f.name); err != nil {
		return 0, &fs.PathError{Op: "read", Path: f.name, Err: err}
	}
	return f.file.Read(p)
}

func (f *tappedFile) Sync() error {
	if err := f.d.before("sync", f.name); err != nil {
		return &fs.PathError{Op: "sync", Path: f.name, Err: err}
	}
	return nil
}

func (f *tappedFile) Close() error {
	err := f.d.before("close", f.name)
	if closeErr := f.file.Close(); err == nil {
		return closeErr
	}
	return &fs.PathError{Op: "close", Path: f.name, Err: err}
}

type tappedFolder struct {
	openFolder
	d    *tapped
	name string
}

func (f *tappedFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if err := f.d.before("readdir", f.name); err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: f.name, Err: err}
	}
	return f.openFolder.ReadDir(n)
}

func (f *tappedFolder) Readdirnames(n int) ([]string, error) {
	if err := f.d.before("readdir", f.name); err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: f.name, Err: err}
	}
	return f.openFolder.Readdirnames(n)
}

func (f *tappedFolder) Sync() error {
	if err := f.d.before("sync", f.name); err != nil {
		return &fs.PathError{Op: "sync", Path: f.name, Err: err}
	}
	return nil
}

func (f *tappedFolder) Close() error {
	err := f.d.before("close", f.name)
	if closeErr := f.openFolder.Close(); err == nil {
		return closeErr
	}
	return &fs.PathError{Op: "close", Path: f.name, Err: err}
}
