package publish

import (
	"bytes"
	"context"
	"maps"
	"time"

	"blandongan/internal/publish/store"
)

// aheadEvery is how often a run writes what it has sent, at most: so much may have
// to be compared again after a cut.
const aheadEvery = 10 * time.Second

// writeAhead writes what is to come, and what of it is done.
func (r *run) writeAhead(ctx context.Context) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	return r.writeAheadNow(ctx)
}

// writeAheadInTime does so when what is written is old, unless somebody is at it: the
// others go on sending meanwhile.
func (r *run) writeAheadInTime(ctx context.Context) error {
	if !r.writing.TryLock() {
		return nil
	}
	defer r.writing.Unlock()
	if time.Since(r.written) < aheadEvery {
		return nil
	}
	return r.try(ctx, store.AheadFile, func() error { return r.writeAheadNow(ctx) })
}

func (r *run) writeAheadNow(ctx context.Context) error {
	defer func() { r.written = time.Now() }()
	if r.keepsReleases() {
		return nil // what is not finished is not there
	}
	return r.put(ctx, store.AheadFile, r.ahead())
}

// ahead is the record of what is to come, and of what lies there and is ours, but
// for what the manifest has.
func (r *run) ahead() store.Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	ahead := store.Record{Run: r.number, At: r.config.Now(), Entries: maps.Clone(r.before),
		Coming: map[string]store.Entry{}}
	maps.Copy(ahead.Entries, r.done)
	for _, c := range r.plan.Changes {
		if _, done := r.done[c.Path]; c.Action != Remove && !done {
			ahead.Coming[c.Path] = r.plan.entries[c.Path]
		}
	}
	return ahead
}

// writeManifest lists what lies on the destination now that all is sent. What it lists is
// on the disk before, and the list itself before anything is removed.
func (r *run) writeManifest(ctx context.Context) error {
	if err := r.check(ctx); err != nil {
		return err
	}
	m := store.Record{Run: r.number, At: r.config.Now(), Entries: maps.Clone(r.plan.entries)}
	maps.Copy(m.Entries, r.done)
	for name := range r.gone {
		delete(m.Entries, name)
	}
	if err := r.flush(ctx); err != nil {
		return err
	}
	if err := r.try(ctx, store.ManifestFile, func() error { return r.put(ctx, store.ManifestFile, m) }); err != nil {
		return err
	}
	return r.flush(ctx)
}

func (r *run) flush(ctx context.Context) error {
	return r.try(ctx, r.store.Traits().Name, func() error { return r.store.Flush(ctx) })
}

func (r *run) put(ctx context.Context, name string, rec store.Record) error {
	data, err := rec.Bytes()
	if err != nil {
		return err
	}
	_, err = r.store.Put(ctx, name, bytes.NewReader(data), int64(len(data)),
		store.Meta{Type: "application/gzip", CacheControl: "no-store"})
	if err == nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.result.Bytes += int64(len(data))
	}
	return err
}
