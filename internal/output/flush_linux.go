package output

import (
	"errors"

	"golang.org/x/sys/unix"
)

// Flush brings to the disk whatever was written to the folder's file system. One
// call for all costs a tenth of a clean build of ten thousand pages; one a file, ten
// times the build.
func (r rooted) Flush() error {
	h, err := r.Open(".")
	if err != nil {
		return err
	}
	defer h.Close()
	if err = unix.Syncfs(int(h.Fd())); errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		return nil // a container's rules may forbid the call
	}
	return err
}
