package picture

import (
	"runtime/debug"
	"runtime/metrics"
)

// HoldMemory makes the collector come as soon as pictures have left behind as much as they may take, and returns what
// ends that. Otherwise a heap that is small without them grows to two and a half times what they take. It costs some
// hundredths of the time.
func HoldMemory(most int64) (release func()) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	old := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(old, int64(live[0].Value.Uint64())+most))
	return func() { debug.SetMemoryLimit(old) }
}
