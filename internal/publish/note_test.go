package publish

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
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
		files{"index.html": "x", "a/index.html": "y", "b/index.html": "y"}.write(t, b.public)
		var notes atomic.Int64
		b.wrap = func(s Store) Store {
			return hooked{Store: s, before: func(name string) error {
				if name == "a/index.html" {
					time.Sleep(noteEvery + time.Second) // a slow line
				}
				if name == aheadPath && notes.Add(1) == 2 {
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
		site := files{"index.html": "x"}
		for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
			site[name+"/index.html"] = "x"
		}
		site.write(t, b.public)
		var notes atomic.Int64
		b.wrap = func(s Store) Store {
			return hooked{Store: s, before: func(name string) error {
				if name == aheadPath {
					notes.Add(1)
					time.Sleep(2 * noteEvery)
				} else if isPage(name) {
					time.Sleep(noteEvery / 2)
				}
				return nil
			}}
		}
		start := time.Now()
		if _, _, err := b.publish(); err != nil {
			t.Fatal(err)
		}
		// Ten files from four hands: three turns of them, and a note meanwhile.
		if took := time.Since(start); notes.Load() > 2 || took > 5*noteEvery {
			t.Errorf("%d notes for ten files, %v", notes.Load(), took)
		}
	})
}
