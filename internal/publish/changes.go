package publish

import (
	"context"
	"slices"

	"blandongan/internal/publish/store"
)

// change makes the changes of one group: first those that make room.
func (r *run) change(ctx context.Context, changes []Change) error {
	rest := slices.IndexFunc(changes, func(c Change) bool { return c.Action != Remove })
	if rest < 0 {
		rest = len(changes)
	}
	removals, err := r.unwritten(ctx, changes[:rest])
	if err != nil {
		return err
	}
	for _, changes := range [][]Change{removals, changes[rest:]} {
		err := store.Each(ctx, r.store.Traits().Workers, len(changes),
			func(ctx context.Context, i int) error { return r.changeOne(ctx, changes[i]) })
		if err != nil {
			return err
		}
	}
	return nil
}

// unwritten are the removals of files that nobody wrote since the plan was made.
// The others are somebody's own now. It asks just before they go: between the plan
// and the end of a run lies what may be an hour.
func (r *run) unwritten(ctx context.Context, changes []Change) ([]Change, error) {
	if len(changes) == 0 || r.keepsReleases() {
		return changes, nil // what was not carried along is not there
	}
	var lying map[string]store.Found
	err := r.try(ctx, r.store.Traits().Name, func() (err error) {
		lying, err = r.lying(ctx, changes)
		return err
	})
	var still []Change
	for _, c := range changes {
		if found, there := lying[c.Path]; !there || c.found.Same(found) {
			still = append(still, c)
		} else {
			r.leave(c)
		}
	}
	return still, err
}

// leave takes note of a file that is not removed.
func (r *run) leave(c Change) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan.Left = append(r.plan.Left, c.Path)
	r.result.Left++
	r.gone[c.Path] = true // from the records
	r.count++
}

func (r *run) changeOne(ctx context.Context, c Change) error {
	if err := r.try(ctx, r.lock.name.Get(), func() error { return r.lock.renewIfOld(ctx) }); err != nil {
		return err
	}
	if c.Action == Remove {
		err := r.try(ctx, c.Path, func() error { return r.remove(ctx, c.Path) })
		return r.did(ctx, c, store.Entry{}, 0, err)
	}
	body, size, err := r.tree.body(c.file)
	if err != nil {
		return err
	}
	defer body.Close()
	e := r.plan.entries[c.Path]
	err = r.try(ctx, c.Path, func() error {
		found, err := r.store.Put(ctx, c.Path, body, size, c.meta)
		e.Stamp = found.Stamp
		return err
	})
	return r.did(ctx, c, e, size, err)
}

// remove removes a file; where all files appear at once, what is not kept is not
// there.
func (r *run) remove(ctx context.Context, name string) error {
	if r.keepsReleases() {
		return nil
	}
	return r.store.Remove(ctx, name)
}

// did counts what was done, and writes it down from time to time.
func (r *run) did(ctx context.Context, c Change, e store.Entry, size int64, err error) error {
	if err != nil {
		return err
	}
	r.counted(c, e, size)
	return r.writeAheadInTime(ctx)
}

func (r *run) counted(c Change, e store.Entry, size int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch c.Action {
	case Send:
		r.result.Sent++
	case Replace:
		r.result.Replaced++
	case Remove:
		r.result.Removed++
	}
	if c.Action == Remove {
		r.gone[c.Path] = true
	} else {
		r.done[c.Path] = e
	}
	r.count++
	r.result.Bytes += size
	r.report(Progress{Path: c.Path, Action: c.Action, Done: r.count, Total: len(r.plan.Changes), Bytes: r.result.Bytes})
}
