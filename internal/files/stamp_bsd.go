//go:build darwin || netbsd || freebsd

package files

import (
	"io/fs"
	"syscall"
)

// identity tells apart files of one name, size and time: see stamp_unix.go.
type identity struct {
	number  uint64
	changed int64
}

func identityOf(info fs.FileInfo) identity {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return identity{}
	}
	return identity{s.Ino, s.Ctimespec.Nano()}
}
