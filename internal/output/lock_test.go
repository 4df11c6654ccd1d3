package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"blandongan/internal/machine"
)

func TestSecondBuildIsTold(t *testing.T) {
	dir := t.TempDir()
	f := mustOpen(t, dir)
	if got, want := strings.Trim(tree(t, dir)[lockPath], "\x00 \n"), fmt.Sprint(os.Getpid()); got != want {
		t.Errorf("lock says %q, want %q", got, want)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	soon, stop := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer stop()
	for name, o := range map[string]Options{"no wait": {}, "no time left": {Wait: ended}, "little time": {Wait: soon}} {
		_, err := Open(dir, o)
		var busy *BusyError
		if !errors.As(err, &busy) || busy.PID != os.Getpid() || busy.Dir != dir {
			t.Errorf("%s: %v", name, err)
		}
	}
	put(t, f, "a", "1")
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	same(t, "after the first", tree(t, dir), clean(contents{"a": "1"}, nil))
	mustBuild(t, dir, contents{"a": "2"})
}

// What a killed build left in the lock file must not look like a holder.
func TestStaleLockFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, lockPath, "1\n")
	mustBuild(t, dir, contents{"a": "1"})
	same(t, "after", tree(t, dir), clean(contents{"a": "1"}, nil))
}

func TestLockWithoutProcess(t *testing.T) {
	if machine.KeepsOpenFiles {
		t.Skip("nobody else writes into the lock here")
	}
	dir := t.TempDir()
	mustOpen(t, dir)
	for _, text := range []string{"", "budi", "12 13", "99999999999999999999999999"} {
		write(t, dir, lockPath, text)
		_, err := Open(dir, Options{})
		var busy *BusyError
		if !errors.As(err, &busy) || busy.PID != 0 {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// The holder before us removed the lock file when we had opened and not yet
// locked it; somebody else may have made a new one. Ours is worth nothing.
func TestLockThatIsNoLongerInPlace(t *testing.T) {
	if machine.KeepsOpenFiles {
		t.Skip("no lock that is open can be removed here")
	}
	dir := t.TempDir()
	looks := 0
	f, err := open(dir, Options{}, func(d disk) disk {
		return &tapped{disk: d, before: func(op, name string) error {
			if op != "lstat" || name != lockPath {
				return nil
			}
			looks++
			if looks == 2 { // the first is before locking
				if err := os.Remove(filepath.Join(dir, lockPath)); err != nil {
					t.Error(err)
				}
				write(t, dir, lockPath, "")
			}
			return nil
		}}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Discard()
	if looks != 4 {
		t.Errorf("looked %d times, want two for each of two attempts", looks)
	}
	var busy *BusyError
	if _, err := Open(dir, Options{}); !errors.As(err, &busy) {
		t.Errorf("a second build got in: %v", err)
	}
}

// Builders come and go, some discarding and so removing the lock file and the
// folder others wait at. There is never more than one inside.
func TestManyBuildersOneAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var inside atomic.Int32
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for round := range 6 {
				f, err := Open(dir, Options{Wait: t.Context()})
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d builds at once", n)
				}
				if err := f.Put("a", fmt.Append(nil, i, round)); err != nil {
					t.Error(err)
				}
				inside.Add(-1)
				if i == 0 && round == 5 { // else the folder comes and goes
					_, err = f.Commit()
				} else {
					err = f.Discard()
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	got := tree(t, dir)
	same(t, "after", got, clean(contents{"a": fmt.Sprint(0, 5)}, nil))
}
