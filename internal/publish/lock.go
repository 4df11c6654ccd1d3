package publish

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"path"
	"sync"
	"sync/atomic"
	"time"

	"blandongan/internal/publish/store"
)

// A lock is renewed every renewAfter. Who was silent for staleAfter, by the destination's
// clock, is taken for dead by others; a publisher that could not renew for givenUpAfter
// takes itself for dead, well before. Timers stand still while a machine sleeps: whoever
// finds by its wall clock that it was silent so long looks whether another came.
const (
	renewAfter   = 20 * time.Second
	givenUpAfter = 80 * time.Second
	staleAfter   = 2 * time.Minute
)

// lock is a publisher's hold on a destination.
type lock struct {
	p    *Publisher
	name store.SharedPath // of its file; another when the destination lets nobody write one again
	body []byte
	stop context.CancelFunc
	done sync.WaitGroup
	// begun is when the putting that succeeded last began, by the wall clock, in
	// nanoseconds since 1970.
	begun atomic.Int64
	watch *time.Timer // ends the run when the lock was not renewed for too long
	mu    sync.Mutex  // held while renewing; guards seen
	// seen is what the destination's clock said of the lock before a renewal that is not
	// complete; zero when all are.
	seen time.Time
}

// lock takes the destination, or fails with the fault "busy". The context it returns
// ends when the lock is lost.
func (p *Publisher) lock(ctx context.Context) (context.Context, *lock, error) {
	me := newOwner(p.config.Now().UTC().Truncate(time.Second))
	body, err := json.Marshal(me)
	if err != nil {
		return ctx, nil, err
	}
	l := &lock{p: p, body: body}
	l.name.Set(store.LockFolder + "/" + rand.Text())
	var start time.Time
	err = p.try(ctx, l.name.Get(), func() error {
		start = time.Now()
		return l.put(ctx)
	})
	if err != nil {
		return ctx, nil, err
	}
	if err := p.try(ctx, l.name.Get(), func() error { return l.alone(ctx) }); err != nil {
		return ctx, nil, errors.Join(err, l.remove())
	}
	held, lost := context.WithCancelCause(ctx)
	lose := func() { lost(store.NewFault("lock-lost", p.store.Traits().Name)) }
	l.watch = time.AfterFunc(givenUpAfter-time.Since(start), lose)
	renewing, stop := context.WithCancel(held)
	l.stop = stop
	l.done.Go(func() { l.keepRenewed(renewing, lose) })
	return held, l, nil
}

func (l *lock) put(ctx context.Context) error {
	begun := l.p.config.Now().UnixNano()
	err := l.write(ctx, l.name.Get())
	if store.IsFault(err, "no-replace") {
		err = l.move(ctx)
	}
	if err == nil {
		l.begun.Store(begun)
	}
	return err
}

func (l *lock) write(ctx context.Context, name string) error {
	_, err := l.p.store.Put(ctx, name, bytes.NewReader(l.body), int64(len(l.body)),
		store.Meta{Type: "application/json", CacheControl: "no-store"})
	return err
}

// move renews the lock by another file, which is there before the first goes: at no
// moment is there none.
func (l *lock) move(ctx context.Context) error {
	old, fresh := l.name.Get(), store.LockFolder+"/"+rand.Text()
	if err := l.write(ctx, fresh); err != nil {
		return err
	}
	l.name.Set(fresh)
	return l.p.store.Remove(ctx, old)
}

// alone looks for other locks and removes those of the dead.
func (l *lock) alone(ctx context.Context) error {
	found, err := l.p.store.List(ctx, store.LockFolder)
	if err != nil {
		return err
	}
	mine, there := found[path.Base(l.name.Get())]
	if !there {
		return store.NewFault("lock-lost", l.p.store.Traits().Name)
	}
	for name, other := range found {
		if name == path.Base(l.name.Get()) || !other.File {
			continue
		}
		who, known := l.owner(ctx, store.LockFolder+"/"+name)
		silent := mine.Time.Sub(other.Time)
		if silent < staleAfter && !(known && dead(who)) {
			return l.busy(who)
		}
		if err := l.p.store.Remove(ctx, store.LockFolder+"/"+name); err != nil {
			return err
		}
	}
	return nil
}

// busy tells of another publisher.
func (l *lock) busy(o owner) error {
	name := l.p.store.Traits().Name
	switch since := o.Since.In(l.p.config.Now().Location()).Format("2006-01-02 15:04 MST"); {
	case o.Since.IsZero():
		return store.NewFault("busy", name)
	case o.here():
		return store.NewFault("busy-here", name, o.Process, since)
	default:
		return store.NewFault("busy-since", name, since)
	}
}

// owner reads whose a lock is; one that cannot be read is somebody's.
func (l *lock) owner(ctx context.Context, name string) (owner, bool) {
	r, err := l.p.store.Open(ctx, name)
	if err != nil {
		return owner{}, false
	}
	defer r.Close()
	var o owner
	if err := json.NewDecoder(r).Decode(&o); err != nil {
		return owner{}, false
	}
	return o, true
}

// keepRenewed renews the lock until its context ends, and ends the run when it is lost.
// The watch ends it also while a renewal hangs.
func (l *lock) keepRenewed(ctx context.Context, lose func()) {
	defer l.watch.Stop()
	for l.p.config.Sleep(ctx, renewAfter) == nil {
		l.mu.Lock()
		err := l.renew(ctx)
		l.mu.Unlock()
		if store.IsFinal(err) && ctx.Err() == nil {
			lose()
			return
		}
	}
}

// renew puts the lock again, unless somebody took it away. Whoever was silent
// long may have been taken for dead between the two, and so looks once more.
func (l *lock) renew(ctx context.Context) error {
	found, err := l.look(ctx)
	if err != nil {
		return err
	}
	if l.seen.IsZero() {
		l.seen = found.Time
	}
	suspect, start := l.old(), time.Now()
	if err := l.put(ctx); err != nil {
		return err
	}
	if err := l.checkRivals(ctx, suspect); err != nil {
		return err
	}
	l.seen = time.Time{}
	l.watch.Reset(givenUpAfter - time.Since(start))
	return nil
}

// checkRivals makes sure that nobody took the destination while we were silent. One that
// comes when we were not sees so, and withdraws.
func (l *lock) checkRivals(ctx context.Context, suspect bool) error {
	found, err := l.p.store.List(ctx, store.LockFolder)
	if err != nil {
		return err
	}
	mine, there := found[path.Base(l.name.Get())]
	if there && !suspect && mine.Time.Sub(l.seen) < givenUpAfter {
		return nil
	}
	for name, other := range found {
		if name != path.Base(l.name.Get()) && other.File {
			there = false
		}
	}
	if !there {
		return store.NewFault("lock-lost", l.p.store.Traits().Name)
	}
	return nil
}

// old says that the lock was not renewed for so long, by the wall clock, that
// others may take us for dead.
func (l *lock) old() bool {
	return l.p.config.Now().Sub(time.Unix(0, l.begun.Load())) > givenUpAfter
}

// renewIfOld renews a lock that is old, for the one that renews it may not have woken
// up yet.
func (l *lock) renewIfOld(ctx context.Context) error {
	if !l.old() {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.old() {
		return nil
	}
	return l.renew(ctx)
}

// held checks that nobody took the lock away.
func (l *lock) held(ctx context.Context) error {
	_, err := l.look(ctx)
	return err
}

func (l *lock) look(ctx context.Context) (store.Found, error) {
	for {
		name := l.name.Get()
		found, err := l.p.store.Look(ctx, []string{name})
		if err == nil && !found[name].File {
			if name != l.name.Get() {
				continue // it moved meanwhile
			}
			err = store.NewFault("lock-lost", l.p.store.Traits().Name)
		}
		return found[name], err
	}
}

// release gives the destination back, also when the run was told to end.
func (l *lock) release() error {
	l.stop()
	l.done.Wait()
	return l.remove()
}

func (l *lock) remove() error {
	ctx, cancel := context.WithTimeout(context.Background(), renewAfter)
	defer cancel()
	return l.p.try(ctx, l.name.Get(), func() error { return l.p.store.Remove(ctx, l.name.Get()) })
}
