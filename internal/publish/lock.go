package publish

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"os"
	"path"
	"sync"
	"time"
)

// A lock is renewed every renewAfter. Who was silent for staleAfter, by the
// target's clock, is taken for dead; a publisher that could not renew for
// givenUpAfter takes itself for dead, well before others do.
const (
	renewAfter   = 20 * time.Second
	givenUpAfter = 80 * time.Second
	staleAfter   = 2 * time.Minute
)

// owner is what a lock says of whoever holds it.
type owner struct {
	Who   string    `json:"who"`
	Since time.Time `json:"since"`
	// Machine is equal for processes that see each other's numbers, empty when this
	// cannot be told; Process is the number.
	Machine string `json:"machine,omitempty"`
	Process int    `json:"process"`
}

// lock is a publisher's hold on a target.
type lock struct {
	p    *Publisher
	name string
	body []byte
	stop context.CancelFunc
	done sync.WaitGroup
}

// lock takes the target, or fails with the fault "busy". The context it returns
// ends when the lock is lost.
func (p *Publisher) lock(ctx context.Context) (context.Context, *lock, error) {
	me := owner{p.config.Who, p.config.Now().UTC().Truncate(time.Second), machine(), os.Getpid()}
	body, err := json.Marshal(me)
	if err != nil {
		return ctx, nil, err
	}
	l := &lock{p: p, name: lockFolder + "/" + rand.Text(), body: body}
	if err := p.try(ctx, l.name, func() error { return l.put(ctx) }); err != nil {
		return ctx, nil, err
	}
	if err := p.try(ctx, l.name, func() error { return l.alone(ctx) }); err != nil {
		return ctx, nil, errors.Join(err, l.remove())
	}
	held, lost := context.WithCancelCause(ctx)
	renewing, stop := context.WithCancel(held)
	l.stop = stop
	l.done.Go(func() { l.renew(renewing, lost) })
	return held, l, nil
}

func (l *lock) put(ctx context.Context) error {
	_, err := l.p.store.Put(ctx, l.name, bytes.NewReader(l.body), int64(len(l.body)), Meta{Type: "application/json", CacheControl: "no-store"})
	return err
}

// alone looks for other locks and removes those of the dead.
func (l *lock) alone(ctx context.Context) error {
	found, err := l.p.store.List(ctx, lockFolder)
	if err != nil {
		return err
	}
	mine, there := found[path.Base(l.name)]
	if !there {
		return fault("lock-lost", l.p.store.Traits().Name)
	}
	for name, other := range found {
		if name == path.Base(l.name) || !other.File {
			continue
		}
		who, known := l.owner(ctx, lockFolder+"/"+name)
		silent := mine.Time.Sub(other.Time)
		if silent < staleAfter && !(known && dead(who)) {
			return fault("busy", l.p.store.Traits().Name, who.Who, who.Since.Format(time.RFC3339))
		}
		if err := l.p.store.Remove(ctx, lockFolder+"/"+name); err != nil {
			return err
		}
	}
	return nil
}

// owner reads whose a lock is; one that cannot be read is somebody's.
func (l *lock) owner(ctx context.Context, name string) (owner, bool) {
	unknown := owner{Who: "?"}
	r, err := l.p.store.Open(ctx, name)
	if err != nil {
		return unknown, false
	}
	defer r.Close()
	var o owner
	if err := json.NewDecoder(r).Decode(&o); err != nil {
		return unknown, false
	}
	return o, true
}

// renew keeps the lock until its context ends, and ends the run when it is lost.
func (l *lock) renew(ctx context.Context, lost context.CancelCauseFunc) {
	last := time.Now()
	for l.p.config.Sleep(ctx, renewAfter) == nil {
		err := l.held(ctx)
		if err == nil {
			err = l.put(ctx)
		}
		if err == nil {
			last = time.Now()
		} else if ctx.Err() == nil && (final(err) || time.Since(last) > givenUpAfter) {
			lost(fault("lock-lost", l.p.store.Traits().Name))
			return
		}
	}
}

// held checks that nobody took the lock away.
func (l *lock) held(ctx context.Context) error {
	found, err := l.p.store.Look(ctx, []string{l.name})
	if err == nil && !found[l.name].File {
		err = fault("lock-lost", l.p.store.Traits().Name)
	}
	return err
}

// release gives the target back, also when the run was told to end.
func (l *lock) release() error {
	l.stop()
	l.done.Wait()
	return l.remove()
}

func (l *lock) remove() error {
	ctx, cancel := context.WithTimeout(context.Background(), renewAfter)
	defer cancel()
	return l.p.store.Remove(ctx, l.name)
}

// dead says that a lock's owner was a process of this machine that has ended.
func dead(o owner) bool {
	return o.Machine != "" && o.Machine == machine() && !alive(o.Process)
}
