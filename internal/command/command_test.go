package command

import (
	"runtime"
	"runtime/debug"
	"testing"

	"blandongan/internal/picture"
)

// What waits until memory was collected is called soon after.
func TestAfterCollecting(t *testing.T) {
	called := make(chan bool)
	afterCollecting(func() { close(called) })
	runtime.GC()
	<-called
}

// The aim follows what lives in the heap, there and back, and not while somebody holds it.
func TestAimFollows(t *testing.T) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(-1)
	defer func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}()
	await := func(wanted func(aim int64) bool) {
		t.Helper()
		for !wanted(debug.SetMemoryLimit(-1)) { // the test's own time limit ends it
			runtime.GC()
		}
	}
	if floorOf(0) != firstAim || floorOf(1<<20) <= firstAim || floorOf(1<<40) != mostFloor {
		t.Errorf("floors are %d, %d, %d", floorOf(0), floorOf(1<<20), floorOf(1<<40))
	}
	least := floorOf(1 << 20)
	debug.SetMemoryLimit(least)
	followMemory(least, least)
	const much = 200 << 20
	live := make([]byte, much)
	await(func(aim int64) bool { return aim >= much*7/6 && aim < much*2 })
	runtime.KeepAlive(live)
	await(func(aim int64) bool { return aim == least })
	release := picture.HoldMemory(1 << 40) // more than the aim: then pictures hold nothing
	live = make([]byte, much)
	await(func(aim int64) bool { return aim > least })
	release()
	runtime.KeepAlive(live)
	await(func(aim int64) bool { return aim == least })
	live = make([]byte, much)
	await(func(aim int64) bool { return aim > least })
	runtime.KeepAlive(live)
	debug.SetMemoryLimit(1 << 40)
	live = make([]byte, much)
	for range 3 {
		runtime.GC()
		afterwards := make(chan bool)
		afterCollecting(func() { close(afterwards) })
		runtime.GC()
		<-afterwards
	}
	runtime.KeepAlive(live)
	if aim := debug.SetMemoryLimit(-1); aim != 1<<40 {
		t.Errorf("the aim is %d although somebody holds it", aim)
	}
}

// Who stays has as much room to work on a small site as on a larger one, and on the largest twice what lives.
func TestRoomToWork(t *testing.T) {
	for live, want := range map[uint64]int{0: 19200, roomToWork / 2: 200, roomToWork: 100, 10 * roomToWork: 100} {
		if got := percentOf(live); got != want {
			t.Errorf("%d MB: %d, not %d", live>>20, got, want)
		}
	}
}
