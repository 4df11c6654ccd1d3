package command

import (
	"runtime"
	"runtime/debug"
	"testing"
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
		floor.Store(0)
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}()
	await := func(wanted func(aim int64) bool) {
		t.Helper()
		for !wanted(debug.SetMemoryLimit(-1)) { // the test's own time limit ends it
			runtime.GC()
		}
	}
	setAim(firstAim)
	expectMemory(1 << 20)
	least := debug.SetMemoryLimit(-1)
	if least <= firstAim || least > mostFloor {
		t.Errorf("where another build is taken up the aim is %d", least)
	}
	followMemory()
	const much = 200 << 20
	live := make([]byte, much)
	await(func(aim int64) bool { return aim >= much*7/6 && aim < much*2 })
	runtime.KeepAlive(live)
	await(func(aim int64) bool { return aim == least })
	debug.SetMemoryLimit(1 << 40)
	expectMemory(10 << 20)
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
