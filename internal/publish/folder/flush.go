package folder

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// flushEach brings to the disk every file below a folder, and the folders: their
// names are in those.
func flushEach(root *os.Root, name string) error {
	return fs.WalkDir(root.FS(), name, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && !d.Type().IsRegular() {
			return err
		}
		how := os.O_RDONLY
		if !d.IsDir() {
			how = os.O_RDWR // Windows flushes nothing that was opened to be read
		}
		h, err := root.OpenFile(name, how, 0)
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
			return nil // not ours, or gone meanwhile
		}
		if err != nil {
			return err
		}
		defer h.Close()
		err = h.Sync()
		if d.IsDir() && (errors.Is(err, syscall.EINVAL) || errors.Is(err, fs.ErrPermission)) {
			return nil // a system whose folders cannot be flushed
		}
		return err
	})
}
