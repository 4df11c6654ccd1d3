//go:build !linux

package below

import (
	"io/fs"

	"blandongan/internal/files"
	"blandongan/internal/machine"
)

// Look goes the way of os.Root.
func (r rooted) Look(name string) (Kind, files.Stamp, error) {
	info, err := r.Root.Lstat(name)
	if err != nil {
		return Absent, files.Stamp{}, err
	}
	k := Other
	switch {
	case info.IsDir():
		k = Folder
	case info.Mode().IsRegular():
		k = Plain
	}
	return k, files.StampOf(info), nil
}

// Folders knows none: here a system tells no kinds with the names, or os.Root does not.
func (r rooted) Folders(string) []string { return nil }

func (r rooted) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	return r.openInRoot(name, flag, perm)
}

func (r rooted) Rename(from, to string) error { return machine.Rename(r.Root, from, to) }

// Flush does nothing where one call cannot bring all files to the disk.
func (r rooted) Flush() error { return nil }
