package command

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// A build tries to stay below aimOf what lives in its heap, in bytes: what a small site throws away is not worth
// collecting, and a hundred thousand articles fit into 700 MB. More would spare little: collecting is a tenth of a
// build's time.
const (
	firstAim = 132 << 20
	// watchedAim is that of a first build under watch, where the editors' desk looks at all texts meanwhile.
	watchedAim = 288 << 20
	leastAim   = 16 << 20 // beside what lives and a sixth of it
	// mostFloor is up to where nothing is collected in a build that takes up another.
	mostFloor = 512 << 20
)

func aimOf(live uint64, floor int64) int64 { return max(floor, int64(live+live/6)+leastAim) }

// floorOf is up to where nothing is collected in a build that takes up so many bytes of what another
// remembered, 0 for none: it is over soon, and throws little away. Of 17 MB that ten thousand articles take there, a
// build with one text changed makes 155.
func floorOf(remembered int64) int64 { return min(firstAim+8*remembered, mostFloor) }

// isTuned says whether GOGC or GOMEMLIMIT in the environment tell how to collect: they win.
func isTuned() bool {
	_, percent := os.LookupEnv("GOGC")
	_, limit := os.LookupEnv("GOMEMLIMIT")
	return percent || limit
}

// tuneMemory lets the heap grow to an aim before it is collected, which follows what lives and is never below a floor.
// It is for one build: whoever stays would collect with each little thing that is done. See Rest.
func tuneMemory(floor int64) {
	if isTuned() {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(floor)
	followMemory(floor, floor)
}

// followMemory moves the aim after each collection, unless somebody has another one meanwhile than the last: see
// picture.HoldMemory.
func followMemory(floor, last int64) {
	afterCollecting(func() {
		if stays.Load() {
			return
		}
		if debug.SetMemoryLimit(-1) == last {
			last = aimOf(bytesOf(live), floor)
			debug.SetMemoryLimit(last)
		}
		followMemory(floor, last)
	})
}

// afterCollecting calls a function soon after memory is collected the next time.
func afterCollecting(do func()) {
	unused := new([64]byte) // which the first collection finds
	runtime.AddCleanup(unused, func(do func()) { do() }, do)
}

// stays says that a process goes on after its first build.
var stays atomic.Bool

// Who stays collects where nobody waits: when leastWaste and a part of what lives was thrown away. In the midst of
// work nothing is collected before roomToWork, or as much as lives, was thrown away. When leastSpare and that part is
// spare, it goes back to the system; less is soon asked for again, and costs a page fault each 4 KB.
const (
	leastWaste = 32 << 20
	wastedPart = 4
	roomToWork = 192 << 20
	leastSpare = 96 << 20
)

// Rest is for a process that stays, whenever it has nothing to do after a build.
func Rest() {
	if isTuned() {
		return
	}
	isFirst := stays.CompareAndSwap(false, true)
	if isFirst {
		debug.SetMemoryLimit(math.MaxInt64)
	}
	lives, all := bytesOf(live), bytesOf(objects)
	wasted := all - min(lives, all)
	switch isWaste := isFirst || wasted > lives/wastedPart+leastWaste; {
	case bytesOf(spare)+wasted > lives/wastedPart+leastSpare:
		debug.FreeOSMemory() // which collects
	case isWaste:
		runtime.GC()
	default:
		return
	}
	debug.SetGCPercent(percentOf(bytesOf(live)))
}

// percentOf is by how much the heap of a process that stays may grow beyond what lives before it is collected.
func percentOf(live uint64) int { return int(max(100, roomToWork*100/max(live, 1<<20))) }

// What is asked of the memory.
const (
	live    = "/gc/heap/live:bytes"                // that was found alive in the last collection
	objects = "/memory/classes/heap/objects:bytes" // that is, and what was thrown away since
	spare   = "/memory/classes/heap/free:bytes"    // that could be given back
)

func bytesOf(what string) uint64 {
	sample := []metrics.Sample{{Name: what}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
