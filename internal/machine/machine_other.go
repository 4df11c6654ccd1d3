//go:build !windows

package machine

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// ErrNoFolder says that something is a file, where a folder must be.
const ErrNoFolder = syscall.ENOTDIR

// KeepsOpenFiles says that a file cannot be removed while anybody has it open as the library does.
const KeepsOpenFiles = false

var (
	numbers   map[error][]error
	ambiguous error
)

// Columns is how many letters a line of a terminal has, 0 where it does not say; of what is none, it is false.
func Columns(f *os.File) (n int, terminal bool) {
	size, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0, false
	}
	return int(size.Col), true
}

// Colours says whether a terminal understands colours.
func Colours(*os.File) bool { return true }

func inUse(error) bool { return false }

func held(error) bool { return false }

func writable(*os.Root, string) bool { return false }
