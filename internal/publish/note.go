package publish

import (
	"bytes"
	"context"
	"maps"
	"time"
)

// noteEvery is how often a run takes note of what it has sent, at most: so much
// may have to be compared again after a cut.
const noteEvery = 10 * time.Second

// note writes what is to come, and what of it is done.
func (r *run) note(ctx context.Context) error {
	r.noting.Lock()
	defer r.noting.Unlock()
	return r.noteNow(ctx)
}

// noteInTime does so when the last note is old, unless somebody is at it: the
// others go on sending meanwhile.
func (r *run) noteInTime(ctx context.Context) error {
	if !r.noting.TryLock() {
		return nil
	}
	defer r.noting.Unlock()
	if time.Since(r.noted) < noteEvery {
		return nil
	}
	return r.try(ctx, aheadPath, func() error { return r.noteNow(ctx) })
}

func (r *run) noteNow(ctx context.Context) error {
	defer func() { r.noted = time.Now() }()
	if r.atOnce() {
		return nil // what is not finished is not there
	}
	return r.put(ctx, aheadPath, r.ahead())
}

// ahead is the record of what is to come, and of what lies there and is ours, but
// for what the manifest has.
func (r *run) ahead() record {
	r.mu.Lock()
	defer r.mu.Unlock()
	ahead := record{run: r.number, at: r.config.Now(), entries: maps.Clone(r.before), coming: map[string]entry{}}
	maps.Copy(ahead.entries, r.done)
	for _, a := range r.plan.Acts {
		if _, done := r.done[a.Path]; a.Do != Remove && !done {
			ahead.coming[a.Path] = r.plan.entries[a.Path]
		}
	}
	return ahead
}

// writeManifest lists what lies on the target now that all is sent. What it lists is
// on the disk before, and the list itself before anything is removed.
func (r *run) writeManifest(ctx context.Context) error {
	if err := r.check(ctx); err != nil {
		return err
	}
	m := record{run: r.number, at: r.config.Now(), entries: maps.Clone(r.plan.entries)}
	maps.Copy(m.entries, r.done)
	for name := range r.gone {
		delete(m.entries, name)
	}
	if err := r.flush(ctx); err != nil {
		return err
	}
	if err := r.try(ctx, manifestPath, func() error { return r.put(ctx, manifestPath, m) }); err != nil {
		return err
	}
	return r.flush(ctx)
}

func (r *run) flush(ctx context.Context) error {
	return r.try(ctx, r.store.Traits().Name, func() error { return r.store.Flush(ctx) })
}

func (r *run) put(ctx context.Context, name string, rec record) error {
	data, err := rec.bytes()
	if err != nil {
		return err
	}
	_, err = r.store.Put(ctx, name, bytes.NewReader(data), int64(len(data)), Meta{Type: "application/gzip", CacheControl: "no-store"})
	if err == nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.result.Bytes += int64(len(data))
	}
	return err
}
