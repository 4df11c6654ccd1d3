//go:build !unix

package lab

import "time"

// ProcessorTime is 0: nobody has needed it here.
func ProcessorTime() time.Duration { return 0 }
