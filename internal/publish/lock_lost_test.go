package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"blandongan/internal/publish/publishtest"
	"blandongan/internal/publish/store"
)

// Whoever loses the lock sends no more and removes nothing.
func TestLockLost(t *testing.T) {
	b := newBench(t)
	publishtest.Version(1).Write(t, b.public)
	if _, _, err := b.publish(); err != nil {
		t.Fatal(err)
	}
	publishtest.Version(2).Write(t, b.public)
	b.config.OnProgress = func(g Progress) {
		if g.Path == "berita/2/foto.jpg" {
			for _, l := range lockFiles(t, b) {
				if err := os.Remove(l); err != nil {
					t.Error(err)
				}
			}
		}
	}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "lock-lost")
	got := publishtest.ReadFiles(t, b.target)
	if got["berita/1/foto.jpg"] == "" || got["berita/1/index.html"] == "" {
		t.Error("something was removed")
	}
	if got["index.html"] != publishtest.Version(1)["index.html"] {
		t.Error("a page was replaced after the lock was lost")
	}
}

// robbed is a store on which somebody takes the lock away while a file is put.
type robbed struct {
	Store
	rob func()
}

func (r robbed) Put(ctx context.Context, name string, body io.ReadSeeker,
	size int64, m store.Meta) (store.Found, error) {
	if store.IsOurs(name) {
		return r.Store.Put(ctx, name, body, size, m)
	}
	r.rob()
	<-ctx.Done() // the run hears of it
	return store.Found{}, ctx.Err()
}

// Whoever lost the lock writes no record either: they are another's by now.
func TestLockLostWritesNoRecord(t *testing.T) {
	b := newBench(t)
	publishtest.Files{"index.html": "x"}.Write(t, b.public)
	tick := make(chan struct{})
	b.config.Sleep = func(ctx context.Context, d time.Duration) error {
		select {
		case <-tick:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	ahead := filepath.Join(b.target, store.AheadFile)
	b.wrap = func(s Store) Store {
		return robbed{s, func() {
			if err := errors.Join(os.RemoveAll(filepath.Join(b.target, store.LockFolder)),
				os.WriteFile(ahead, []byte("another's"), 0o644)); err != nil {
				t.Error(err)
			}
			close(tick)
		}}
	}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "lock-lost")
	if got, err := os.ReadFile(ahead); string(got) != "another's" {
		t.Errorf("the record is %q, %v", got, err)
	}
}

// sleepTillTick makes every sleep of a run last till the test ticks. While it sleeps, it is
// idle.
func (b *bench) sleepTillTick() (idle, tick chan struct{}) {
	idle, tick = make(chan struct{}), make(chan struct{})
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
	return idle, tick
}

// A lock is renewed while its owner lives, and the run ends when it is taken.
func TestLockRenewed(t *testing.T) {
	b := newBench(t)
	idle, tick := b.sleepTillTick()
	s, err := openFolder(b.target)
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
	if err := os.RemoveAll(filepath.Join(b.target, store.LockFolder)); err != nil {
		t.Fatal(err)
	}
	tick <- struct{}{}
	<-held.Done()
	publishtest.WantFault(t, context.Cause(held), "lock-lost")
	_ = l.release()
}

// Another publisher takes a stale lock just before its owner, who woke up, renews
// it: only one goes on.
func TestLockTakenWhileRenewed(t *testing.T) {
	b := newBench(t)
	_, tick := b.sleepTillTick()
	folder, err := openFolder(b.target)
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
	publishtest.WantFault(t, context.Cause(heldA), "lock-lost")
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
	s, err := openFolder(b.target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, l, err := New(s, nil, b.config).lock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.holder(owner{Salt: "b"}, 0)
	if err := l.renew(t.Context()); err != nil {
		t.Error(err)
	}
	if err := l.release(); err != nil {
		t.Error(err)
	}
}

// silent is a store that is long in telling of the lock, and in the end does.
type silent struct {
	Store
	from time.Time
}

func (d silent) Look(ctx context.Context, paths []string) (map[string]store.Found, error) {
	if time.Since(d.from) > time.Second {
		select {
		case <-time.After(staleAfter + time.Minute):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return d.Store.Look(ctx, paths)
}

// Whoever cannot renew for givenUpAfter takes himself for dead, also when the destination
// does not fail but keeps silent.
func TestLockRenewalHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := benchTimed(t)
		s, err := openFolder(b.target)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		held, l, err := New(silent{s, time.Now()}, nil, b.config).lock(t.Context())
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
	site := publishtest.Files{}
	for i := range 40 {
		site[fmt.Sprintf("aset/%02d.css", i)] = "x"
	}
	site.Write(t, b.public)
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
			case slept.Load() > 0 && store.IsOurs(name):
				if name == store.AheadFile || name == store.ManifestFile {
					records++
				}
			case slept.Load() > 0:
				put++
			case !store.IsOurs(name): // another took over meanwhile, and is at work
				err := os.RemoveAll(filepath.Join(b.target, store.LockFolder))
				b.holder(owner{Salt: "another"}, 0)
				slept.Store(int64(time.Hour))
				return err
			}
			return nil
		}}
	}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "lock-lost")
	if put > 4 || records > 0 {
		t.Errorf("%d files and %d records were put after the lock was lost", put, records)
	}
}

// Nor does it write a record, or remove one, when all files are sent.
func TestLockLostAtTheEnd(t *testing.T) {
	b := newBench(t)
	publishtest.Files{"index.html": "x"}.Write(t, b.public)
	b.wrap = func(s Store) Store {
		return hooked{Store: s, after: func(name string) error {
			if name == "index.html" {
				return os.RemoveAll(filepath.Join(b.target, store.LockFolder))
			}
			return nil
		}}
	}
	_, _, err := b.publish()
	publishtest.WantFault(t, err, "lock-lost")
	for name, want := range map[string]bool{store.ManifestFile: false, store.AheadFile: true} {
		if _, err := os.Stat(filepath.Join(b.target, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
