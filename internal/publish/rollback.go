package publish

import (
	"context"
	"errors"
	"maps"
	"slices"

	"blandongan/internal/publish/store"
)

// Releases tells which release is shown, and which was before it.
func (p *Publisher) Releases(ctx context.Context) (store.Releases, error) {
	if !p.keepsReleases() {
		return store.Releases{}, store.NewFault("no-releases", p.store.Traits().Name)
	}
	return p.store.Releases(ctx)
}

// keepsReleases says that all files of a run appear together at its end.
func (p *Publisher) keepsReleases() bool { return p.store.Traits().Releases }

// Rollback shows the earlier release, which is to be this one: else somebody has
// published in between, and nothing is changed. What it lacks comes along from the
// present one: what pages load that visitors have open, for the grace time, and
// what is not ours.
func (p *Publisher) Rollback(ctx context.Context, to string) (err error) {
	ctx, lock, err := p.lock(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	now, err := p.Releases(ctx)
	if err != nil {
		return err
	}
	if now.Earlier != to {
		return store.NewFault("target-changed", p.store.Traits().Name)
	}
	if err := p.store.Return(ctx, to, p.lent); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{p.store.Flush, p.store.Finish, p.store.Flush} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// lent are the files that pages of one release load and the site of an earlier one
// has not, by the rules by which they would stay if that were published now, as files
// that left its site. What lies there for still earlier pages has its grace anew.
func (p *Publisher) lent(shown, earlier store.Record) []store.Entry {
	var site []store.File
	for name, e := range earlier.Entries {
		if e.Gone == 0 {
			site = append(site, store.File{Path: name, Encoding: e.Encoding})
		}
	}
	there, st := layoutOf(site), &state{entries: shown.Entries}
	var list []store.Entry
	for _, name := range slices.Sorted(maps.Keys(shown.Entries)) {
		e := shown.Entries[name]
		if _, has := there.files[name]; has {
			continue
		}
		if groupOf(store.File{Path: name, Encoding: e.Encoding}) != loaded || !loadedByPages(st, e, there) {
			continue
		}
		if e.Gone == 0 {
			e.Gone = p.config.Now().Unix()
		}
		list = append(list, e)
	}
	return list
}
