package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// machine names what processes see each other's numbers: this start of the
// system, and the container we are in.
func machine() string {
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return ""
	}
	space, err := os.Readlink("/proc/self/ns/pid")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(boot)) + " " + space
}

// alive says whether a process runs. One that ended and that nobody has asked for
// since still has its number, and runs no more.
func alive(process int) bool {
	if err := syscall.Kill(process, 0); err != nil && !errors.Is(err, syscall.EPERM) {
		return false
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(process) + "/stat")
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	state := stat[bytes.LastIndexByte(stat, ')')+1:] // the name before it may hold anything
	return !bytes.HasPrefix(state, []byte(" Z"))
}
