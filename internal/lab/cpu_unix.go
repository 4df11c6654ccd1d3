//go:build unix

package lab

import (
	"syscall"
	"time"
)

// ProcessorTime is how long this process has kept processors busy.
func ProcessorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
