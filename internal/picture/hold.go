package picture

import (
	"runtime/debug"
	"runtime/metrics"
)

// HoldMemory makes the collector come as soon as pictures have left behind as much as they may take, and returns what
// ends that. Otherwise a heap that is small without them grows to twice what they take, or more. It costs some
// hundredths of the time. Whoever sets another limit meanwhile keeps it.
func HoldMemory(most int64) (release func()) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	old := debug.SetMemoryLimit(-1)
	held := min(old, int64(live[0].Value.Uint64())+most)
	debug.SetMemoryLimit(held)
	return func() {
		if debug.SetMemoryLimit(-1) == held {
			debug.SetMemoryLimit(old)
		}
	}
}
