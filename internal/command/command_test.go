package command

import (
	"runtime"
	"testing"
)

// What waits until memory was collected is called soon after.
func TestAfterCollecting(t *testing.T) {
	called := make(chan bool)
	afterCollecting(func() { close(called) })
	runtime.GC()
	<-called
}
