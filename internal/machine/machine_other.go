//go:build !windows

package machine

import (
	"os"
	"syscall"
)

// ErrNoFolder says that something is a file, where a folder must be.
const ErrNoFolder = syscall.ENOTDIR

// KeepsOpenFiles says that a file cannot be removed while anybody has it open as the library does.
const KeepsOpenFiles = false

var (
	numbers   map[error][]error
	ambiguous error
)

// Colours says whether a terminal understands colours.
func Colours(*os.File) bool { return true }

func inUse(error) bool { return false }

func held(error) bool { return false }

func writable(*os.Root, string) bool { return false }
