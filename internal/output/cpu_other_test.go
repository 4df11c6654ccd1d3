//go:build !unix

package output

import "time"

// processorTime is 0: nobody has needed it here.
func processorTime() time.Duration { return 0 }
