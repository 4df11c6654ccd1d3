package publish

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func lockFiles(t *testing.T, b *bench) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(b.target, lockFolder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// holder puts a lock on the target as another publisher would.
func (b *bench) holder(o owner, silent time.Duration) {
	b.t.Helper()
	data, err := json.Marshal(o)
	if err != nil {
		b.t.Fatal(err)
	}
	files{lockFolder + "/OTHER": string(data)}.add(b.t, b.target)
	then := time.Now().Add(-silent)
	if err := os.Chtimes(filepath.Join(b.target, lockFolder, "OTHER"), then, then); err != nil {
		b.t.Fatal(err)
	}
}

func TestLock(t *testing.T) {
	ended := 1 << 22 // beyond the greatest number of a process
	for name, c := range map[string]struct {
		holder owner
		silent time.Duration
		busy   bool
	}{
		"alive here":          {owner{Who: "a", Machine: machine(), Process: os.Getpid()}, time.Second, true},
		"ended here":          {owner{Who: "a", Machine: machine(), Process: ended}, time.Second, machine() == ""},
		"elsewhere":           {owner{Who: "a", Machine: "another", Process: ended}, staleAfter - time.Second*10, true},
		"elsewhere, silent":   {owner{Who: "a", Machine: "another", Process: 1}, staleAfter + time.Second, false},
		"who knows":           {owner{Who: "a", Process: ended}, time.Second, true},
		"alive but suspended": {owner{Who: "a", Machine: machine(), Process: os.Getpid()}, staleAfter + time.Second, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			version(1).write(t, b.public)
			b.holder(c.holder, c.silent)
			_, _, err := b.publish()
			if !c.busy {
				if err != nil {
					t.Fatal(err)
				}
				b.wants(version(1))
				if left := lockFiles(t, b); len(left) > 0 {
					t.Errorf("locks left: %q", left)
				}
				return
			}
			wantFault(t, err, "busy")
			b.wants(files{})
			if left := lockFiles(t, b); len(left) != 1 {
				t.Errorf("locks: %q, want the other's", left)
			}
		})
	}
}

// A lock that cannot be read is somebody's.
func TestLockUnreadable(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	files{lockFolder + "/OTHER": "{"}.add(t, b.target)
	_, _, err := b.publish()
	wantFault(t, err, "busy")
}

// Of many that come at once, those that go on do so one after the other.
func TestLockAlone(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	var mu sync.Mutex
	inside, most, went := 0, 0, 0
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			s, err := OpenFolder(b.target)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			p := New(s, nil, b.config)
			_, l, err := p.lock(t.Context())
			if err != nil {
				if f := (*Fault)(nil); !errors.As(err, &f) || f.Code != "busy" {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			inside++
			most, went = max(most, inside), went+1
			mu.Unlock()
			for range 100 { // long enough for the others to look
				if err := l.held(t.Context()); err != nil {
					t.Error(err)
				}
			}
			mu.Lock()
			inside--
			mu.Unlock()
			if err := l.release(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most > 1 {
		t.Errorf("%d publishers at once", most)
	}
	t.Logf("%d of 16 went on", went)
}

// Whoever loses the lock sends no more and removes nothing.
func TestLockLost(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	version(2).write(t, b.public)
	b.config.Tell = func(g Progress) {
		if g.Path == "berita/2/foto.jpg" {
			for _, l := range lockFiles(t, b) {
				if err := os.Remove(l); err != nil {
					t.Error(err)
				}
			}
		}
	}
	_, _, err := b.publish()
	wantFault(t, err, "lock-lost")
	got := readFiles(t, b.target)
	if got["berita/1/foto.jpg"] == "" || got["berita/1/index.html"] == "" {
		t.Error("something was removed")
	}
	if got["index.html"] != version(1)["index.html"] {
		t.Error("a page was replaced after the lock was lost")
	}
}

// robbed is a store on which somebody takes the lock away while a file is put.
type robbed struct {
	Store
	rob func()
}

func (r robbed) Put(ctx context.Context, name string, body io.ReadSeeker, size int64, m Meta) (Found, error) {
	if ours(name) {
		return r.Store.Put(ctx, name, body, size, m)
	}
	r.rob()
	<-ctx.Done() // the run hears of it
	return Found{}, ctx.Err()
}

// Whoever lost the lock writes no record either: they are another's by now.
func TestLockLostWritesNoRecord(t *testing.T) {
	b := newBench(t)
	files{"index.html": "x"}.write(t, b.public)
	tick := make(chan struct{})
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		select {
		case <-tick:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	ahead := filepath.Join(b.target, aheadPath)
	b.wrap = func(s Store) Store {
		return robbed{s, func() {
			if err := errors.Join(os.RemoveAll(filepath.Join(b.target, lockFolder)), os.WriteFile(ahead, []byte("another's"), 0o644)); err != nil {
				t.Error(err)
			}
			close(tick)
		}}
	}
	_, _, err := b.publish()
	wantFault(t, err, "lock-lost")
	if got, err := os.ReadFile(ahead); string(got) != "another's" {
		t.Errorf("the record is %q, %v", got, err)
	}
}

// A lock is renewed while its owner lives, and the run ends when it is taken.
func TestLockRenewed(t *testing.T) {
	b := newBench(t)
	idle, tick := make(chan struct{}), make(chan struct{})
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		for {
			select {
			case idle <- struct{}{}: // whoever waits for it does something meanwhile
			case <-tick:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	s, err := OpenFolder(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	held, l, err := New(s, nil, b.config).lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.silence()
	old, _ := os.Stat(lockFiles(t, b)[0])
	tick <- struct{}{}
	<-idle // it has renewed
	fresh, err := os.Stat(lockFiles(t, b)[0])
	if err != nil || !fresh.ModTime().After(old.ModTime()) {
		t.Errorf("not renewed: %v, %v", fresh, err)
	}
	if held.Err() != nil {
		t.Fatal(context.Cause(held))
	}
	if err := os.RemoveAll(filepath.Join(b.target, lockFolder)); err != nil {
		t.Fatal(err)
	}
	tick <- struct{}{}
	<-held.Done()
	wantFault(t, context.Cause(held), "lock-lost")
	_ = l.release()
}

// A site that changes while it is sent is not published half old, half new.
func TestSiteChangedMeanwhile(t *testing.T) {
	b := newBench(t)
	version(1).write(t, b.public)
	b.config.Tell = func(g Progress) {
		if g.Path == "berita/1/foto.jpg" {
			files{"index.html": "another"}.add(t, b.public)
		}
	}
	_, _, err := b.publish()
	wantFault(t, err, "changed-meanwhile")
	b.config.Tell = nil
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	want := version(1)
	want["index.html"] = "another"
	b.wants(want)
}

// A process that was killed is dead, also while nobody has buried it.
func TestAlive(t *testing.T) {
	if machine() == "" {
		t.Skip("this system does not tell who is alive")
	}
	cmd := exec.Command("cat") // until its input ends
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if !alive(cmd.Process.Pid) {
		t.Error("a process that runs is taken for dead")
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	until(t, "the killed process is dead", func() bool { return !alive(cmd.Process.Pid) })
	_ = cmd.Wait()
	if alive(cmd.Process.Pid) {
		t.Error("a buried process is taken for alive")
	}
}
