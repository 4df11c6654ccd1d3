package publish

import (
	"context"
	"slices"

	"blandongan/internal/publish/store"
)

// do does the acts of one group: first those that make room.
func (r *run) do(ctx context.Context, acts []Act) error {
	rest := slices.IndexFunc(acts, func(a Act) bool { return a.Do != Remove })
	if rest < 0 {
		rest = len(acts)
	}
	removals, err := r.unwritten(ctx, acts[:rest])
	if err != nil {
		return err
	}
	for _, acts := range [][]Act{removals, acts[rest:]} {
		err := store.Each(ctx, r.store.Traits().Workers, len(acts),
			func(ctx context.Context, i int) error { return r.act(ctx, acts[i]) })
		if err != nil {
			return err
		}
	}
	return nil
}

// unwritten are the removals of files that nobody wrote since the plan was made.
// The others are somebody's own now. It asks just before they go: between the plan
// and the end of a run lies what may be an hour.
func (r *run) unwritten(ctx context.Context, acts []Act) ([]Act, error) {
	if len(acts) == 0 || r.keepsReleases() {
		return acts, nil // what was not carried along is not there
	}
	var lying map[string]store.Found
	err := r.try(ctx, r.store.Traits().Name, func() (err error) {
		lying, err = r.lying(ctx, acts)
		return err
	})
	var still []Act
	for _, a := range acts {
		if found, there := lying[a.Path]; !there || a.found.Same(found) {
			still = append(still, a)
		} else {
			r.leave(a)
		}
	}
	return still, err
}

// leave takes note of a file that is not removed.
func (r *run) leave(a Act) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan.Left = append(r.plan.Left, a.Path)
	r.result.Left++
	r.gone[a.Path] = true // from the records
	r.count++
}

func (r *run) act(ctx context.Context, a Act) error {
	if err := r.try(ctx, r.lock.name.Get(), func() error { return r.lock.renewIfOld(ctx) }); err != nil {
		return err
	}
	if a.Do == Remove {
		err := r.try(ctx, a.Path, func() error { return r.remove(ctx, a.Path) })
		return r.did(ctx, a, store.Entry{}, 0, err)
	}
	body, size, err := r.tree.body(a.file)
	if err != nil {
		return err
	}
	defer body.Close()
	e := r.plan.entries[a.Path]
	err = r.try(ctx, a.Path, func() error {
		found, err := r.store.Put(ctx, a.Path, body, size, a.meta)
		e.Stamp = found.Stamp
		return err
	})
	return r.did(ctx, a, e, size, err)
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
func (r *run) did(ctx context.Context, a Act, e store.Entry, size int64, err error) error {
	if err != nil {
		return err
	}
	r.counted(a, e, size)
	return r.writeAheadInTime(ctx)
}

func (r *run) counted(a Act, e store.Entry, size int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch a.Do {
	case Send:
		r.result.Sent++
	case Replace:
		r.result.Replaced++
	case Remove:
		r.result.Removed++
	}
	if a.Do == Remove {
		r.gone[a.Path] = true
	} else {
		r.done[a.Path] = e
	}
	r.count++
	r.result.Bytes += size
	r.report(Progress{Path: a.Path, Do: a.Do, Done: r.count, Total: len(r.plan.Acts), Bytes: r.result.Bytes})
}
