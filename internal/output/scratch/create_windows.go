package scratch

import (
	"crypto/rand"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// create opens a file that the system takes away when it is closed, also for a process that was
// killed. A file that is open cannot be removed there.
func create() (*os.File, error) {
	name := filepath.Join(os.TempDir(), "blandongan-"+rand.Text())
	const flags = os.O_RDWR | os.O_CREATE | os.O_EXCL | windows.FILE_FLAG_DELETE_ON_CLOSE
	return os.OpenFile(name, flags, 0o600)
}
