package publish

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// benchTimed is a bench on which time passes as in the test's bubble.
func benchTimed(t *testing.T) *bench {
	b := newBench(t)
	b.config.Sleep, b.config.Now = nil, nil
	return b
}

// A note that fails once is tried again, like all else.
func TestNoteIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := benchTimed(t)
		publishtest.Files{"index.html": "x", "a/index.html": "y", "b/index.html": "y"}.Write(t, b.public)
		var notes atomic.Int64
		b.wrap = func(s Store) Store {
			return hooked{Store: s, before: func(name string) error {
				if name == "a/index.html" {
					time.Sleep(aheadEvery + time.Second) // a slow line
				}
				if name == store.AheadFile && notes.Add(1) == 2 {
					return errFlaky
				}
				return nil
			}}
		}
		if _, _, err := b.publish(); err != nil {
			t.Errorf("one note that failed once: %v", err)
		}
		if notes.Load() < 3 {
			t.Errorf("only %d notes", notes.Load())
		}
	})
}

// On a line on which a note takes longer than the time between notes, not every
// file that is sent is followed by one, and none waits for one.
func TestSlowNotes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := benchTimed(t)
		site := publishtest.Files{"index.html": "x"}
		for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
			site[name+"/index.html"] = "x"
		}
		site.Write(t, b.public)
		var notes atomic.Int64
		b.wrap = func(s Store) Store {
			return hooked{Store: s, before: func(name string) error {
				if name == store.AheadFile {
					notes.Add(1)
					time.Sleep(2 * aheadEvery)
				} else if isPage(name) {
					time.Sleep(aheadEvery / 2)
				}
				return nil
			}}
		}
		start := time.Now()
		if _, _, err := b.publish(); err != nil {
			t.Fatal(err)
		}
		// Ten files from four hands: three turns of them, and a note meanwhile.
		if took := time.Since(start); notes.Load() > 2 || took > 5*aheadEvery {
			t.Errorf("%d notes for ten files, %v", notes.Load(), took)
		}
	})
}
