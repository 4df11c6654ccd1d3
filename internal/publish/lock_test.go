package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
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

// Another publisher takes a stale lock just before its owner, who woke up, renews
// it: only one goes on.
func TestLockTakenWhileRenewed(t *testing.T) {
	b := newBench(t)
	tick := make(chan struct{})
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		select {
		case <-tick:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	folder, err := OpenFolder(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	var other *lock
	puts, came := 0, make(chan struct{})
	heldA, a, err := New(hooked{Store: folder, before: func(string) (err error) {
		if puts++; puts == 2 { // it has looked, and is about to put
			_, other, err = New(folder, nil, b.config).lock(t.Context())
			close(came)
		}
		return err
	}}, nil, b.config).lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.silence()
	tick <- struct{}{}
	<-came
	<-heldA.Done()
	wantFault(t, context.Cause(heldA), "lock-lost")
	if err := other.held(t.Context()); err != nil {
		t.Error(err)
	}
	if err := errors.Join(a.release(), other.release()); err != nil {
		t.Error(err)
	}
}

// One that comes and withdraws ends nobody's run.
func TestLockRivalWithdraws(t *testing.T) {
	b := newBench(t)
	s, err := OpenFolder(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, l, err := New(s, nil, b.config).lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.holder(owner{Who: "b"}, 0)
	if err := l.renew(t.Context()); err != nil {
		t.Error(err)
	}
	if err := l.release(); err != nil {
		t.Error(err)
	}
}

// deaf is a store that is long in telling of the lock, and in the end does.
type deaf struct {
	Store
	from time.Time
}

func (d deaf) Look(ctx context.Context, paths []string) (map[string]Found, error) {
	if time.Since(d.from) > time.Second {
		select {
		case <-time.After(staleAfter + time.Minute):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return d.Store.Look(ctx, paths)
}

// Whoever cannot renew for givenUpAfter takes himself for dead, also when the
// target does not fail but keeps silent.
func TestLockRenewalHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := benchTimed(t)
		s, err := OpenFolder(b.target)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		held, l, err := New(deaf{s, time.Now()}, nil, b.config).lock(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(givenUpAfter + time.Second)
		if held.Err() == nil {
			t.Error("others may take the target soon, and we go on")
		}
		_ = l.release()
	})
}

// A run that lost its lock while its machine slept (its timers stood still) puts
// no more than was under way, and no record.
func TestLockLostInSleep(t *testing.T) {
	b := newBench(t)
	site := files{}
	for i := range 40 {
		site[fmt.Sprintf("aset/%02d.css", i)] = "x"
	}
	site.write(t, b.public)
	var slept atomic.Int64
	start := b.clock
	b.config.Now = func() time.Time { return start.Add(time.Duration(slept.Load())) }
	var mu sync.Mutex
	put, records := 0, 0
	b.wrap = func(s Store) Store {
		return hooked{Store: s, before: func(name string) error {
			mu.Lock()
			defer mu.Unlock()
			switch {
			case slept.Load() > 0 && ours(name):
				records++
			case slept.Load() > 0:
				put++
			case !ours(name): // another took over meanwhile, and is at work
				slept.Store(int64(time.Hour))
				return os.RemoveAll(filepath.Join(b.target, lockFolder))
			}
			return nil
		}}
	}
	_, _, err := b.publish()
	wantFault(t, err, "lock-lost")
	if put > 4 || records > 0 {
		t.Errorf("%d files and %d records were put after the lock was lost", put, records)
	}
}

// Nor does it write a record, or remove one, when all files are sent.
func TestLockLostAtTheEnd(t *testing.T) {
	b := newBench(t)
	files{"index.html": "x"}.write(t, b.public)
	b.wrap = func(s Store) Store {
		return hooked{Store: s, after: func(name string) error {
			if name == "index.html" {
				return os.RemoveAll(filepath.Join(b.target, lockFolder))
			}
			return nil
		}}
	}
	_, _, err := b.publish()
	wantFault(t, err, "lock-lost")
	for name, want := range map[string]bool{manifestPath: false, aheadPath: true} {
		if _, err := os.Stat(filepath.Join(b.target, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
