package dev

import (
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"testing"
	"time"

	"blandongan/internal/lab"
)

// descriptors counts what this process has open, beside goroutines.
func descriptors(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		lab.Lack(t, "this system does not list open descriptors: %v", err)
	}
	return len(entries)
}

// settle wants a count to come back to what it was; ends of connections take
// their time.
func settle(t *testing.T, what string, before int, count func() int) {
	t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(enough); ; <-tick.C {
		http.DefaultClient.CloseIdleConnections()
		runtime.GC() // files of test folders are closed by their finalizers
		now := count()
		if now <= before {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%d %s, before %d", now, what, before)
		}
	}
}

// Every test ends its watches; when all are over nothing of them may run.
func TestMain(m *testing.M) {
	// Fuzzing listens to signals, and whoever does so first in a process leaves a
	// goroutine behind for good: here it is before we count.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	signal.Stop(signals)
	before := runtime.NumGoroutine()
	code := m.Run()
	for end := time.Now().Add(enough); code == 0 && runtime.NumGoroutine() > before; runtime.Gosched() {
		http.DefaultClient.CloseIdleConnections()
		if time.Now().After(end) {
			buf := make([]byte, 1<<20)
			os.Stderr.Write(buf[:runtime.Stack(buf, true)])
			println("goroutines were left over")
			code = 1
		}
	}
	os.Exit(code)
}
