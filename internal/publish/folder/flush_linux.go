package folder

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// flush brings to the disk whatever was written to the file system of a folder. One
// call for all costs a fraction of one a file.
func flush(root *os.Root, name string) error {
	d, err := root.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	err = unix.Syncfs(int(d.Fd()))
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) { // a container's rules may forbid the call
		return flushEach(root, name)
	}
	if err != nil {
		return &os.PathError{Op: "sync", Path: d.Name(), Err: err}
	}
	return nil
}
