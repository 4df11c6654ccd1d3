//go:build linux || openbsd || solaris || aix || dragonfly

package files

import (
	"io/fs"
	"syscall"
)

// identity tells apart files of one name, size and time: by their number on the
// disk and by the time of their last change of any kind, which no tool can set
// back as it can the time of the last writing.
type identity struct {
	number  uint64
	changed int64
}

func identityOf(info fs.FileInfo) identity {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}
	}
	return identity{uint64(s.Ino), s.Ctim.Nano()}
}
