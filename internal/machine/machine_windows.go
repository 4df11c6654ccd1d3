package machine

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"

	"golang.org/x/sys/windows"
)

// ErrNoFolder says that something is a file, where a folder must be.
const ErrNoFolder = syscall.Errno(windows.ERROR_DIRECTORY)

// KeepsOpenFiles says that a file cannot be removed while anybody has it open as the library does.
const KeepsOpenFiles = true

// ambiguous is what the library takes for POSIX's number, and Windows says of any folder that is missing.
var ambiguous error = syscall.ENOTDIR

// numbers are Windows's own for POSIX's.
var numbers = map[error][]error{
	syscall.ENOSPC:       {windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL},
	syscall.EDQUOT:       {windows.ERROR_DISK_QUOTA_EXCEEDED, windows.ERROR_NOT_ENOUGH_QUOTA},
	syscall.EROFS:        {windows.ERROR_WRITE_PROTECT},
	syscall.EIO:          {windows.ERROR_IO_DEVICE, windows.ERROR_CRC, windows.ERROR_SECTOR_NOT_FOUND},
	syscall.ENODEV:       {windows.ERROR_NOT_READY, windows.ERROR_BAD_UNIT, windows.ERROR_DEVICE_NOT_CONNECTED},
	syscall.EMFILE:       {windows.ERROR_TOO_MANY_OPEN_FILES},
	syscall.ENOMEM:       {windows.ERROR_NOT_ENOUGH_MEMORY, windows.ERROR_OUTOFMEMORY},
	syscall.ENAMETOOLONG: {windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW},
	syscall.ENOTDIR:      {ErrNoFolder},
	syscall.ENOTEMPTY:    {windows.ERROR_DIR_NOT_EMPTY},
	syscall.EBUSY:        {windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_BUSY},
	syscall.EXDEV:        {windows.ERROR_NOT_SAME_DEVICE},
	syscall.EMLINK:       {windows.ERROR_TOO_MANY_LINKS},
	syscall.EINVAL:       {windows.ERROR_INVALID_NAME, windows.ERROR_INVALID_PARAMETER},
	syscall.EOPNOTSUPP: {
		windows.ERROR_NOT_SUPPORTED, windows.ERROR_INVALID_FUNCTION, windows.ERROR_CALL_NOT_IMPLEMENTED,
		errors.ErrUnsupported,
	},
	syscall.EADDRINUSE: {windows.WSAEADDRINUSE, windows.WSAEACCES},
	syscall.ETIMEDOUT:  {windows.ERROR_SEM_TIMEOUT, windows.WSAETIMEDOUT},
}

// Columns is how many letters a line of a terminal has, 0 where it does not say; of what is none, it is false.
func Columns(f *os.File) (n int, terminal bool) {
	var screen windows.ConsoleScreenBufferInfo
	if windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &screen) != nil {
		return 0, false
	}
	return int(screen.Window.Right-screen.Window.Left) + 1, true
}

// Colours says whether a terminal understands colours: the older windows of Windows do once they are asked to, and
// show them as signs till then.
func Colours(f *os.File) bool {
	var mode uint32
	h := windows.Handle(f.Fd())
	if windows.GetConsoleMode(h, &mode) != nil {
		return false
	}
	const colours = windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	return mode&colours != 0 || windows.SetConsoleMode(h, mode|colours) == nil
}

// inUse says that another program has a file open in a way that lets nobody else in, or is about to let go of one
// that was removed.
func inUse(err error) bool {
	return slices.ContainsFunc([]error{
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_DELETE_PENDING,
		windows.ERROR_USER_MAPPED_FILE,
	}, func(e error) bool { return errors.Is(err, e) })
}

// held says so of replacing and removing, which Windows also refuses as if one had no right to it.
func held(err error) bool { return inUse(err) || errors.Is(err, windows.ERROR_ACCESS_DENIED) }

// writable takes from a file that it is only to be read, for then it cannot be replaced either. It is false when that
// is not what kept us from it.
func writable(root *os.Root, name string) bool {
	info, err := root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Mode().Perm()&0o200 != 0 {
		return false
	}
	return root.Chmod(name, info.Mode().Perm()|fs.FileMode(0o200)) == nil
}
